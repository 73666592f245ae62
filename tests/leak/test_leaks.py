"""Nothing that only trainers may see reaches a participant, in any byte of output."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.leak.canaries import Planter, planted_places
from tests.leak.layers import layers
from tests.project import Project
from tests.translation.catalogues import translate

PLACES_BY_HAND = {
    "Assessment.conditions",
    "Assessment.decision_rule",
    "Assessment.explanation",
    "Assessment.instructions",
    "Assessment.model_answer",
    "Assessment.stem",
    "Assessment.task",
    "Assessment.text",
    "Assessment.title",
    "Facts.note",
    "SessionPlan.media",
    "SessionPlan.room_layout",
    "SessionPlan.trainer",
    "Worksheet.answer",
    "block answer",
    "block trainer-note",
    "list in answer",
    "list in trainer-note",
    "title of trainer-note",
}
RESULTS_BY_HAND = ("382.000", "402.000", "10.050", "12.563", "2.950", "49.920.000")
"""Results of the practice sheet `hpp-keripik`, computed by hand (see tests/worksheets)."""


def results_in(text: str) -> list[str]:
    """The results that stand in a text by themselves; drawings in PDFs are full of longer numbers."""
    return [number for number in RESULTS_BY_HAND if re.search(rf"(?<![\d.]){re.escape(number)}(?![\d.]\d)", text)]


pytestmark = pytest.mark.xdist_group("build")


@pytest.fixture(scope="module")
def planted(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Planter]:
    """The example with a word in every trainer-only place, translated, built whole."""
    project = Project(tmp_path_factory.mktemp("leak"))
    planter = Planter()
    planter.plant(project.modules)
    translate(project.modules, lambda text: text.replace("zkenari", "zmurai"), "kwu-05")
    return project.build(), planter


def test_every_trainer_only_place_carries_a_word(planted: tuple[Project, Planter]) -> None:
    """The walk over schema and block table finds all places of the list written by hand."""
    _, planter = planted
    assert set(planted_places(planter)) >= PLACES_BY_HAND
    assert len(planter.planted) > 100


def test_trainer_output_has_the_words(planted: tuple[Project, Planter]) -> None:
    """The words really travel through the build: nearly all of them stand in the trainer output."""
    project, planter = planted
    text = "".join(text for _, text in layers(project.output / "trainer"))
    missing = {place for word, place in planter.planted.items() if word not in text}
    assert missing <= {"Facts.history.note"}  # a note on an older version is printed nowhere


def test_no_translated_word_reaches_participants(planted: tuple[Project, Planter]) -> None:
    """What is planted in trainer-only places is translated, and printed for trainers alone."""
    project, _ = planted
    private = "".join(text for _, text in layers(project.output / "trainer" / "en"))
    assert len(set(re.findall("zmurai[0-9]{4}q", private))) > 20
    public = list(layers(project.output / "participant" / "en"))
    assert len(public) > 30
    assert {name for name, text in public if re.search("(?:zmurai|zkenari)[0-9]{4}q", text)} == set()
    assert {name for name, text in public if results_in(text)} == set()


def test_no_word_reaches_participants(planted: tuple[Project, Planter]) -> None:
    """No planted word in any layer of any participant file."""
    project, planter = planted
    any_word = re.compile("zkenari[0-9]{4}q")
    found = {
        (name, planter.planted.get(word, word))
        for name, text in layers(project.output / "participant")
        for word in any_word.findall(text)
    }
    assert found == set()


@pytest.fixture(scope="module")
def word_files(planted: tuple[Project, Planter]) -> Path:
    """The Word files for reviewers of both audiences."""
    project, _ = planted
    for audience in ("participant", "trainer"):
        done = project.ck("export", "docx", "--audience", audience, "-o", f"word/{audience}", "--as-of", "2025-12-01")
        assert done.returncode == 0, done.stdout + done.stderr
    return project.folder / "word"


def test_no_word_reaches_participants_in_a_word_file(planted: tuple[Project, Planter], word_files: Path) -> None:
    """What trainers have, participants do not: no planted word and no result in any part of the file."""
    _, planter = planted
    any_word = re.compile("zkenari[0-9]{4}q")
    text = "".join(text for _, text in layers(word_files / "trainer"))
    missing = {place for word, place in planter.planted.items() if word not in text}
    assert missing <= {"Facts.note", "Facts.history.note"}  # a Word file is a module; facts stand in the books
    public = list(layers(word_files / "participant"))
    assert len(public) > 20
    assert {(name, word) for name, text in public for word in any_word.findall(text)} == set()
    assert {number for number in RESULTS_BY_HAND for _, text in public if number in text} == set()


def test_no_result_of_a_practice_sheet_reaches_participants(planted: tuple[Project, Planter]) -> None:
    """The computed values of the practice sheet are in no participant file."""
    project, _ = planted
    found = {
        (name, number)
        for name, text in layers(project.output / "participant")
        if not name.endswith(".svg")
        for number in results_in(text)
    }
    assert found == set()


def test_no_trainer_page_is_in_the_table_of_the_service_worker(planted: tuple[Project, Planter]) -> None:
    """The worker of the participants knows the files of their site only; that of the trainers keeps nothing unasked."""
    project, _ = planted
    public, private = (
        (project.output / audience / "luring.js").read_text("utf-8") for audience in ("participant", "trainer")
    )
    listed = set(re.findall(r'"([^"]+)":"[0-9a-f]{12}"', public))
    assert {"index.html", "kwu-05/01-mengenal-biaya.html", "unduhan/kwu-05/buku-kerja.pdf"} <= listed
    assert [name for name in listed if not (project.output / "participant" / name).is_file()] == []
    assert "laporan.html" in private
    assert "AUTO=true" in public
    assert "AUTO=false" in private


FENCE_FAULTS = {
    "two colons": (":::{answer}\nBiaya tetap tidak", "::{answer}\nBiaya tetap tidak", "SAFE901"),
    "no braces": (":::{answer}\nBiaya tetap tidak", ":::answer\nBiaya tetap tidak", "SAFE902"),
    "inner as long as outer": ("::::{check} Tetap atau variabel", ":::{check} Tetap atau variabel", "SAFE903"),
    "never closed": (
        "Kebiasaan mencatat apa yang akan Anda mulai minggu ini? Apa yang dapat menghalanginya?\n:::",
        "Kebiasaan mencatat apa yang akan Anda mulai minggu ini? Apa yang dapat menghalanginya?",
        "SAFE904",
    ),
}


@pytest.mark.parametrize("fault", FENCE_FAULTS)
def test_fence_faults_are_refused(fault: str, tmp_path: Path) -> None:
    """The four ways in which an answer escapes silently stop the build, with the right code."""
    old, new, code = FENCE_FAULTS[fault]
    done = Project(tmp_path).edit("kwu-05/sessions/01-mengenal-biaya.md", old, new).fails()
    assert code in done.stdout + done.stderr
    assert not (tmp_path / "build").exists()


NOTE = "Mulailah dari cerita peserta, bukan dari pengertian."
HIDDEN_THINGS = {
    "only with a heading": "```{only} trainer\n## Rahasia zrahasiaz\n```",
    "only as a colon fence": ":::{only} trainer\n\nRahasia zrahasiaz\n:::",
    "label": "(zrahasiaz)=\n\nTeks.",
    "footnote": "Teks[^zrahasiaz].\n\n[^zrahasiaz]: Rahasia zrahasiaz.",
    "index entry": "{index}`zrahasiaz`",
    "index directive": ":::{index} zrahasiaz\n:::",
    "caption": (
        ":::{figure} ../media/alur-biaya.svg\n:name: zrahasiaz\n:alt: Rahasia zrahasiaz\n\nKeterangan zrahasiaz\n:::"
    ),
    "download": "{download}`zrahasiaz <../media/alur-biaya.svg>`",
    "heading": "## Judul zrahasiaz",
    "raw html": "<div hidden>zrahasiaz</div>",
    "comment": "% zrahasiaz",
}


@pytest.mark.parametrize("thing", HIDDEN_THINGS)
def test_things_hidden_in_a_trainer_note_are_refused_or_absent(thing: str, tmp_path: Path) -> None:
    """Whatever leaks in other tools is refused by the check or absent from participant output."""
    project = Project(tmp_path)
    file = "kwu-05/sessions/01-mengenal-biaya.md"
    project.edit(
        file,
        f":::{{trainer-note}} Membuka sesi\n:topic: open\n\n{NOTE}",
        f"::::{{trainer-note}} Membuka sesi\n:topic: open\n\n{HIDDEN_THINGS[thing]}\n\n{NOTE}",
    )
    project.edit(file, "membahas tiga jenis biaya.\n:::\n::::\n", "membahas tiga jenis biaya.\n::::\n:::::\n")
    project.edit(file, "::::{discussion} Laris", ":::::{discussion} Laris")
    done = project.ck("build", "--as-of", "2025-12-01", "--only", "site")
    if done.returncode == 0:
        found = [name for name, text in layers(tmp_path / "build-partial" / "participant") if "zrahasiaz" in text]
        assert found == []
    else:
        assert done.returncode == 1
        assert "SAFE9" in done.stdout or "REF3" in done.stdout
