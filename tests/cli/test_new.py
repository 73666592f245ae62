"""What `ck new` writes is free of findings but for the marked places, and whole once these are filled."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_kit.diagnostics import Diagnostic, Severity
from curriculum_kit.rules import run
from curriculum_kit.source.fill_marks import MARK
from curriculum_kit.source.loader import load
from tests.cli.conftest import Ck
from tests.project import Project, digests
from tests.rules.examples import AS_OF as DAY

FILLED = {
    "nama penulis": "Tim penyusun",
    "pekerjaan yang dikuasai peserta": "menjual makanan siap saji",
    "jenis usaha dan keadaannya": "usaha makanan siap saji di rumah",
    "peraturan yang diperlukan dengan nomor dan tahunnya": "Undang-Undang Nomor 8 Tahun 1999",
    "apa yang dikerjakan": "Penawaran makanan",
    "ukuran hasil yang baik": "kebutuhan pembeli",
    "pengetahuan di balik pekerjaan ini": "kebutuhan pembeli",
    "keterampilan yang terlihat hasilnya": "penawaran kepada pembeli",
    "sikap saat bekerja": "ramah kepada pembeli",
    "kemampuan peserta sesudah sesi ini": "menawarkan makanan kepada pembeli",
    "banyaknya jawaban yang harus tepat": "jawabannya menyebut dua kebutuhan pembeli",
    "langkah yang harus Ya": "semua langkah kritis Ya",
}
"""What stands in the place of a mark whose words must go with their sentence."""


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder to work in."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def started(place: Path, ck: Ck) -> Path:
    """The folder of a new curriculum with a module and a session, as written."""
    assert ck("new", "curriculum", "--name", "Kurikulum usaha boga", "--publisher", "Tim penyusun").code == 0
    assert ck("new", "module", "--title", "Menjual makanan siap saji", "--yes").code == 0
    assert ck("new", "session", "--title", "Mengenal pembeli").code == 0
    return place / "modules"


def answers(monkeypatch: pytest.MonkeyPatch, *lines: str) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("".join(f"{line}\n" for line in lines)))


def sources(root: Path) -> Iterator[Path]:
    yield from (path for path in sorted(root.rglob("*")) if path.suffix in {".yaml", ".md"})


def findings(root: Path) -> tuple[Diagnostic, ...]:
    loaded = load(root)
    return run(loaded.curriculum, loaded.diagnostics, DAY)


def fill(root: Path) -> None:
    """Put plain words in the place of every mark; a mark in a comment goes away with its comment."""
    for path in sources(root):
        lines = path.read_text("utf-8").splitlines(keepends=True)
        for number, line in enumerate(lines):
            lines[number] = line[: line.index("#")].rstrip() + "\n" if "# LENGKAPI" in line else filled(line)
        path.write_text("".join(lines), "utf-8")


def filled(line: str) -> str:
    return MARK.sub(lambda mark: FILLED.get(mark["what"].strip(), "Kebutuhan pembeli"), line)


def test_a_new_curriculum_has_nothing_to_say_but_what_to_fill_in(started: Path) -> None:
    found = findings(started)
    assert {finding.code for finding in found} == {"FILL881"}
    marks = sum(len(MARK.findall(path.read_text("utf-8"))) for path in sources(started))
    assert len(found) == marks > 50
    assert all(finding.message.values["what"] for finding in found)


def test_each_place_is_found_by_line_and_column(started: Path) -> None:
    for finding in findings(started):
        line = (started / finding.span.file).read_text("utf-8").splitlines()[finding.span.line - 1]
        assert line[finding.span.column - 1 :].startswith("LENGKAPI (")


@pytest.mark.usefixtures("started")
def test_marked_places_stop_only_a_strict_check(ck: Ck) -> None:
    assert ck("check").code == 0
    assert ck("check", "--strict").code == 1


def test_marked_places_are_errors_in_what_is_approved(started: Path) -> None:
    path = started / "modul-01" / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("status: draft", "status: approved"), "utf-8")
    weights = {(finding.span.file.startswith("modul-01/"), finding.severity.value) for finding in findings(started)}
    assert weights == {(True, "error"), (False, "warning")}


def test_once_filled_there_is_nothing_to_say(started: Path, ck: Ck) -> None:
    fill(started)
    assert [(finding.span.file, finding.span.line, finding.message.format()) for finding in findings(started)] == []
    assert ck("check", "--strict").code == 0


@pytest.mark.slow
def test_once_filled_it_is_built(started: Path) -> None:
    fill(started)
    project = Project.of(started.parent).build()
    page = project.output / "participant" / "modul-01" / "01-mengenal-pembeli.html"
    assert "LENGKAPI" not in page.read_text("utf-8")
    assert (project.output / "participant" / "unduhan" / "modul-01" / "buku-kerja.pdf").is_file()


def test_as_written_it_can_be_looked_at(started: Path) -> None:
    project = Project.of(started.parent).build("--only", "site", "--audience", "participant")
    page = project.folder / "build-partial" / "participant" / "modul-01" / "01-mengenal-pembeli.html"
    assert "LENGKAPI" in page.read_text("utf-8")


def test_a_second_module_and_session_take_the_next_numbers(started: Path, ck: Ck) -> None:
    assert ck("new", "session", "--title", "Menawarkan makanan").out.startswith(
        "ditulis: modules/modul-01/sessions/02-menawarkan-makanan.md\ndiubah: modules/modul-01/module.yaml\n"
    )
    assert ck("new", "module", "--title", "Menghitung biaya", "--yes").code == 0
    assert ck("new", "session", "modul-02", "--title", "Biaya & laba: apa bedanya?").code == 0
    loaded = load(started).curriculum
    assert loaded.modules["modul-01"].record.sessions == ("01-mengenal-pembeli", "02-menawarkan-makanan")
    assert loaded.modules["modul-02"].record.sessions == ("01-biaya-laba-apa-bedanya",)
    assert loaded.modules["modul-02"].record.number == 2
    assert {finding.code for finding in findings(started)} == {"FILL881"}


def test_two_sessions_may_have_one_title(started: Path, ck: Ck) -> None:
    assert ck("new", "session", "--title", "Mengenal pembeli").code == 0
    assert {finding.code for finding in findings(started)} == {"FILL881"}


def test_a_new_programme_holds_all_sessions_and_promises_their_jp(started: Path, ck: Ck) -> None:
    for title in ("Menyapa pembeli", "Menjaga pembeli"):
        assert ck("new", "session", "--title", title).code == 0
    assert ck("new", "programme", "--title", "Pelatihan boga dasar").code == 0
    record = load(started).curriculum.programmes["pelatihan-boga-dasar"].record
    assert [path.rpartition("/")[2][:2] for path in record.sessions] == ["01", "02", "03"]
    assert (record.jp.knowledge, record.jp.skill) == (2, 4)
    assert {finding.code for finding in findings(started)} == {"FILL881"}
    fill(started)
    assert findings(started) == ()


def test_without_sessions_there_is_no_programme(place: Path, ck: Ck) -> None:
    ck("new", "curriculum", "--yes")
    assert ck("new", "programme", "--title", "Dasar").code == 2
    assert not (place / "modules" / "programmes").exists()


def test_a_module_continues_the_names_of_its_neighbours(ck: Ck, project: Path) -> None:
    assert ck("new", "module", "--title", "Menjual", "--yes").code == 0
    assert (project / "modules" / "kwu-02" / "module.yaml").is_file()


def test_a_session_is_listed_in_a_programme_when_asked(ck: Ck, project: Path) -> None:
    before = digests(project / "modules")
    done = ck("new", "session", "kwu-01", "--title", "Menjual", "--programme", "dasar-2jp")
    changed = {file for file, digest in digests(project / "modules").items() if before.get(file) != digest}
    assert changed == {"kwu-01/module.yaml", "kwu-01/sessions/03-menjual.md", "programmes/dasar-2jp.yaml"}
    assert "kwu-01/03-menjual" in load(project / "modules").curriculum.programmes["dasar-2jp"].record.sessions
    assert "day_plan" in done.out


def test_questions_are_asked_for_what_no_option_says(place: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    answers(monkeypatch, "Kurikulum tani", "Dinas Pertanian")
    asked = ck("new", "curriculum", "tani")
    assert "Nama kurikulum: " in asked.err
    assert "Langkah berikut: ck new module" in asked.out
    assert "cd tani" in asked.out
    monkeypatch.chdir(place / "tani")
    answers(monkeypatch, "Menanam cabai")
    assert ck("new", "module").code == 0
    answers(monkeypatch, "Menyiapkan lahan")
    assert ck("new", "session").code == 0
    record = load(place / "tani" / "modules").curriculum
    assert record.settings
    assert record.settings.record.name == "Kurikulum tani"
    assert record.session("modul-01/01-menyiapkan-lahan")


@pytest.mark.parametrize(
    "title",
    ["Menjual: murah, tetapi untung", "yes", "Biaya #1", "50% laba?", "“Laris” & 'laku'", "- a", "Biaya (dasar)"],
)
def test_any_title_is_written_so_that_it_is_read_again(started: Path, ck: Ck, title: str) -> None:
    assert ck("new", "module", "--title", title, "--yes").code == 0
    assert ck("new", "session", "modul-02", "--title", title).code == 0
    module = load(started).curriculum.modules["modul-02"]
    assert module.record.title == title
    assert [session.plan.record.title for session in module.sessions.values()] == [title]
    assert {finding.severity for finding in findings(started)} <= {Severity.WARNING, Severity.NOTE}


def test_nothing_is_overwritten(started: Path, ck: Ck) -> None:
    before = digests(started.parent)
    again = ck("new", "curriculum", "--yes")
    assert again.code == 2
    assert "sudah ada" in again.err
    assert ck("new", "module", "--title", "Menjual", "--id", "modul-01").code == 2
    assert digests(started.parent) == before


def test_files_that_a_repository_has_already_stay(place: Path, ck: Ck) -> None:
    (place / "README.md").write_text("Milik kami\n", "utf-8")
    assert ck("new", "curriculum", "--yes").code == 0
    assert (place / "README.md").read_text("utf-8") == "Milik kami\n"


@pytest.mark.parametrize("words", [("module", "--title", "Menjual"), ("session", "--title", "Menjual")])
def test_outside_of_a_curriculum_one_line_says_how_to_begin(place: Path, ck: Ck, words: tuple[str, ...]) -> None:
    refused = ck("new", *words)
    assert refused.code == 2
    assert refused.err.count("\n") == 1
    assert "ck new curriculum" in refused.err
    assert list(place.iterdir()) == []


@pytest.mark.parametrize("id", ["Modul 1", "../luar", "programmes", ""])
def test_a_folder_name_that_cannot_be_an_id_is_refused(started: Path, ck: Ck, id: str) -> None:
    before = digests(started)
    assert ck("new", "module", "--title", "Menjual", "--id", id).code == 2
    assert digests(started) == before


def test_an_unknown_thing_is_said_in_indonesian(ck: Ck) -> None:
    refused = ck("new", "modul")
    assert refused.code == 2
    assert refused.err.startswith('Tidak ada perintah "modul"; maksud Anda "module"?')
    listed = ck("new", "--help").out
    names = [line.split()[0] for line in listed.partition("Perintah:")[2].splitlines() if line.strip()]
    assert names == ["curriculum", "module", "session", "programme"]


def test_without_a_terminal_a_missing_option_is_named(started: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    assert started.is_dir()
    answers(monkeypatch)
    refused = ck("new", "module")
    assert refused.code == 2
    assert "--title" in refused.err
    assert "--title" in ck("new", "session", "--yes").err


def test_the_files_around_a_curriculum_are_well_formed(started: Path) -> None:
    container = json.loads((started.parent / ".devcontainer" / "devcontainer.json").read_text("utf-8"))
    assert "redhat.vscode-yaml" in container["customizations"]["vscode"]["extensions"]
    assert "/build/" in (started.parent / ".gitignore").read_text("utf-8").splitlines()
    assert "curriculum-kit==" in (started.parent / "requirements.txt").read_text("utf-8")
