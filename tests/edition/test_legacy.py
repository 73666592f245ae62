"""The legacy set: the same sessions as three books by element, with nothing lost, nothing twice, nothing leaked."""

from __future__ import annotations

import html
import re
import subprocess
from collections import Counter
from datetime import date
from itertools import pairwise
from pathlib import Path

import page
import pytest

from curriculum_kit.audience import Audience, View
from curriculum_kit.edition import labels
from curriculum_kit.edition.books import PrintBook, print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.legacy import instrument_part
from curriculum_kit.edition.model import InstrumentModel
from curriculum_kit.edition.pieces import pieces
from curriculum_kit.edition.placing import Placed, placed_pieces
from curriculum_kit.edition.runner import render
from curriculum_kit.overview.printing import printing
from curriculum_kit.source.loader import load
from tests.leak.canaries import Planter
from tests.leak.layers import layers
from tests.project import Project
from tests.tools import require_tool

pytestmark = pytest.mark.xdist_group("build")
MODULE = "kwu-05"
FIRST, SECOND = (f"{MODULE}/sessions/{name}.md" for name in ("01-mengenal-biaya", "02-menghitung-hpp"))
TASKS = {"discussion", "activity", "check", "reflect", "case", "exercise", "worksheet"}
TO_READ = """---
title: Membaca saja
objective: Peserta dapat menceritakan kembali isi bacaan.
plan:
  - {phase: core, minutes: 45, kind: knowledge, iuk: [2.1.1], method: Membaca, participants: Membaca.}
---

Tidak ada tugas di sini.
"""
LINK = f'<a class="reference internal" href="#{MODULE}--03-membaca">Lihat sesi ketiga</a> Inilah biaya'
FILES = ("buku-informasi", "buku-kerja", "buku-kerja-isian", "buku-penilaian")


def legacy(folder: Path) -> Project:
    """The example under the old regulation."""
    profile = "format_profile: "
    return Project(folder).edit("curriculum.yaml", f"{profile}kepdirjen-771-2023", f"{profile}kep181-2013")


def context_of(project: Project, audience: Audience = Audience.PARTICIPANT) -> EditionContext:
    return EditionContext.of(load(project.modules).curriculum, audience, date(2025, 12, 1))


# ---- As print HTML ----


@pytest.fixture(scope="module")
def sessions(tmp_path_factory: pytest.TempPathFactory) -> tuple[dict[str, PrintBook], dict[str, PrintBook], list[str]]:
    """The books of participants under both profiles, by file, and the sessions as rendered.

    The first session has a heading within a part, and an exercise that names a picture and links to the third session,
    in which there is nothing to do.
    """
    folder = tmp_path_factory.mktemp("legacy")
    project = legacy(folder / "old")
    project.edit(FIRST, ":::{example} Warung kopi", "### Dari sebuah warung\n\n:::{example} Warung kopi")
    project.edit(FIRST, "Inilah biaya Sari:", "Lihat {ref}`gambar-alur-biaya`. Inilah biaya Sari:")
    project.write(f"{MODULE}/sessions/03-membaca.md", TO_READ)
    project.edit(f"{MODULE}/module.yaml", "  - 02-menghitung-hpp\n", "  - 02-menghitung-hpp\n  - 03-membaca\n")
    context = context_of(project)
    rendered = render(context, folder / "scratch")
    assert rendered.diagnostics == ()
    first = f"{MODULE}/01-mengenal-biaya"
    text = rendered.books.sessions[first]
    assert text.count("Inilah biaya") == 1
    rendered.books.sessions[first] = text.replace("Inilah biaya", LINK)
    project.edit("curriculum.yaml", "kep181-2013", "kepdirjen-771-2023")
    old, new = (
        {
            Path(book.address).stem: book
            for book in print_books(each, rendered.books)
            if book.address.startswith(f"unduhan/{MODULE}/")
        }
        for each in (context, context_of(project))
    )
    return old, new, list(rendered.books.sessions.values())


Sessions = tuple[dict[str, PrintBook], dict[str, PrintBook], list[str]]


def blocks(text: str) -> Counter[tuple[str, str]]:
    """Teaching blocks by kind and heading line."""
    found = re.findall(r'class="block block-([\w-]+)"[^>]*>\n<p class="block-head"[^>]*>(.*?)</p>', text, re.DOTALL)
    return Counter((kind, re.sub("<[^>]*>", "", head)) for kind, head in found)


def part(book: PrintBook, bab: int, letter: str) -> str:
    """A, B or C of the chapter of an element: what stands between its heading and the next one."""
    start = book.html.index(f'id="bab-{MODULE}-{bab}-{letter}"')
    return re.split(r"<h[12][ >]|</section>\n<section", book.html[start:])[0]


def test_every_block_of_the_workbook_stands_once_in_one_of_the_two_books(sessions: Sessions) -> None:
    old, new, _ = sessions
    reading, tasks = blocks(old["buku-informasi"].html), blocks(old["buku-kerja"].html)
    assert sum(tasks.values()) > 10
    assert reading + tasks == blocks(new["buku-kerja"].html)
    assert {kind for kind, _ in tasks} <= TASKS
    assert {kind for kind, _ in reading}.isdisjoint(TASKS)


def test_every_paragraph_picture_and_table_stands_once(sessions: Sessions) -> None:
    """Byte by byte as they were rendered; what has slots is counted as a block above."""
    old, _, rendered = sessions
    both = old["buku-informasi"].html + old["buku-kerja"].html
    whole = [
        piece for text in rendered for piece in pieces(text) if not re.search('ck-slot|class="(ref|term)"', piece.html)
    ]
    assert {"", "example", "tip"} <= {piece.kind for piece in whole}
    assert len(whole) >= 10
    assert [piece.html for piece in whole if both.count(piece.html) != 1] == []


def test_a_session_cut_into_pieces_and_put_together_is_the_session(sessions: Sessions) -> None:
    for text in sessions[2]:
        rest = text
        for piece in pieces(text):
            assert rest.count(piece.html) == 1
            rest = rest.replace(piece.html, "")
        assert set(re.findall(r"<(\w+)", rest)) <= {"section", "h3", "h4"}


def test_every_heading_of_the_text_stands_where_its_text_stands(sessions: Sessions) -> None:
    reading, tasks = sessions[0]["buku-informasi"].html, sessions[0]["buku-kerja"].html
    anchor = f"{MODULE}--01-mengenal-biaya--tiga-jenis-biaya"
    assert f'<h4 id="{anchor}">Tiga jenis biaya</h4>' in reading
    assert "Tiga jenis biaya</h4>" not in tasks
    assert "Dari sebuah warung</h5>" in reading
    # Each heading, also one of a part that holds only tasks, is somewhere.
    for words in re.findall(r"<h[34]>(.*?)</h[34]>", "".join(sessions[2])):
        assert re.search(f"<h[45][^>]*>{re.escape(words)}</h", reading + tasks), words


def test_tasks_go_by_the_domain_of_their_iuk(sessions: Sessions) -> None:
    book = sessions[0]["buku-kerja"]
    theory, practice, attitude = (part(book, 1, letter) for letter in "ABC")
    assert "Biaya yang tidak berubah" in theory  # 1.2.1 is pengetahuan
    assert "Memilah kartu biaya" in practice  # 1.1.2 is keterampilan, 1.1.3 sikap kerja
    assert "Kartu yang terlupa" in practice  # a block in it goes with it
    assert "Mulai mencatat" in attitude  # 1.1.3 and 1.2.3
    assert "Klinik harga" in part(book, 2, "B")
    assert "Laris, tetapi uang tidak bertambah" in part(book, 2, "A")


def test_attitude_is_observed_in_a_table_with_signatures(sessions: Sessions) -> None:
    for name in ("buku-kerja", "buku-kerja-isian"):
        for bab, ids in {1: ["1.1.3", "1.2.3"], 2: ["2.1.3", "2.2.3"]}.items():
            sheet = sessions[0][name].html.split(f'id="bab-{MODULE}-{bab}-C"')[1].split("</section>")[0]
            sheet = sheet.split("Lembar pengamatan")[1]
            assert re.findall(r"<td>([\d.]+)</td>", sheet) == ids
            assert re.findall('<th scope="col"[^>]*>(.*?)</th>', sheet)[2:5] == ["Ya", "Tidak", "Catatan"]
            assert 'class="sign"' in sheet


def test_reading_names_the_tasks_of_its_part(sessions: Sessions) -> None:
    words = html.unescape(re.sub("<[^>]*>", "", part(sessions[0]["buku-informasi"], 1, "A")))
    assert "Tugas dalam buku kerja: Diskusi “Laris, tetapi uang habis”; Latihan 5.1 Biaya yang tidak berubah;" in words


def test_numbers_are_those_of_the_other_profile(sessions: Sessions) -> None:
    old, new, _ = sessions
    numbered = r'block-label">((?:Latihan|Lembar kerja) [\d.]+)</span> <span class="block-title">(.*?)</span>'
    assert sorted(re.findall(numbered, old["buku-kerja"].html)) == sorted(re.findall(numbered, new["buku-kerja"].html))
    assert "Gambar 5.1" in old["buku-informasi"].html.replace("\N{NO-BREAK SPACE}", " ")


def test_the_fillable_book_asks_for_the_same_fields(sessions: Sessions) -> None:
    old, new, _ = sessions
    names = [sorted(set(re.findall(r' name="([^"]+)"', each["buku-kerja-isian"].html))) for each in (old, new)]
    assert names[0] == names[1]
    assert old["buku-kerja-isian"].info.medium == "form"


def test_places_in_the_other_book_are_links_to_the_website(sessions: Sessions) -> None:
    old, new, _ = sessions
    assert old["buku-kerja"].elsewhere == {
        f"{MODULE}--gambar-alur-biaya": f"https://kurikulum.example/{MODULE}/01-mengenal-biaya.html#gambar-alur-biaya",
        f"{MODULE}--03-membaca": f"https://kurikulum.example/{MODULE}/03-membaca.html",
    }
    assert not new["buku-kerja"].elsewhere
    for book in (old, new):
        assert f'href="#{MODULE}--03-membaca">Lihat sesi ketiga' in book["buku-kerja"].html


@pytest.mark.parametrize("name", FILES[:3])
def test_anchors_are_unique_links_lead_somewhere_and_headings_have_no_gaps(sessions: Sessions, name: str) -> None:
    text = sessions[0][name].html
    anchors = Counter(re.findall(r'\sid="([^"]+)"', text))
    assert [anchor for anchor, count in anchors.items() if count > 1] == []
    known = {*anchors, *sessions[0][name].elsewhere}
    assert [target for target in re.findall(r'href="#([^"]+)"', text) if target not in known] == []
    levels = [int(level) for level in re.findall(r"<h(\d)[ >]", text.split('id="cara"')[1])]
    assert [pair for pair in pairwise(levels) if pair[1] > pair[0] + 1] == []


# ---- Where a piece goes ----


def placed(project: Project, folder: Path, session: str) -> list[Placed]:
    context = context_of(project)
    rendered = render(context, folder / "scratch")
    module = context.curriculum.modules[MODULE]
    return list(
        placed_pieces(context, module, module.sessions[session], rendered.books.sessions[f"{MODULE}/{session}"])
    )


def test_a_block_goes_to_the_element_of_its_iuk_and_takes_the_text_around_it_along(tmp_path: Path) -> None:
    project = legacy(tmp_path / "p").edit(SECOND, ":iuk: 2.2.2, 2.2.3\n:group: pair", ":iuk: 1.2.2\n:group: pair")
    found = placed(project, tmp_path, "02-menghitung-hpp")
    by_part = [(each.piece.headings[0].words, each.piece.kind, each.element) for each in found]
    assert [row for row in by_part if row[0] == "Harga, pasar, dan pembayaran"] == [
        ("Harga, pasar, dan pembayaran", "activity", "1"),
        ("Harga, pasar, dan pembayaran", "", "1"),
        ("Harga, pasar, dan pembayaran", "fact-history", "1"),
        ("Harga, pasar, dan pembayaran", "", "1"),
    ]
    assert {element for heading, _, element in by_part if heading != "Harga, pasar, dan pembayaran"} == {"2"}


def test_text_before_the_first_block_goes_with_it(tmp_path: Path) -> None:
    project = legacy(tmp_path / "p").edit(FIRST, ":iuk: 1.1.1\n:group: class", ":iuk: 2.1.1\n:group: class")
    found = placed(project, tmp_path, "01-mengenal-biaya")
    first = [(each.piece.kind, each.element) for each in found if each.piece.headings == found[0].piece.headings]
    assert first == [("", "2"), ("discussion", "2"), ("activity", "1")]


def test_a_task_with_iuk_of_both_is_practice_and_a_text_is_theory(tmp_path: Path) -> None:
    project = legacy(tmp_path / "p").edit(
        FIRST, ":iuk: 1.2.1\n:response: choice", ":iuk: 1.2.1, 1.2.2\n:response: choice"
    )
    project.edit(FIRST, ":name: baca-jenis-biaya\n:iuk: 1.1.1, 1.2.1", ":name: baca-jenis-biaya\n:iuk: 1.1.2, 1.2.1")
    parts = {each.piece.name: each.part for each in placed(project, tmp_path, "01-mengenal-biaya")}
    assert parts["Latihan 5.1 Biaya yang tidak berubah"] == "skill"
    assert parts["Membaca “Bahan, tenaga kerja, dan overhead”"] == "knowledge"


def test_what_names_no_iuk_goes_by_its_kind_and_to_the_element_of_the_session(tmp_path: Path) -> None:
    project = legacy(tmp_path / "p")
    text = (project.modules / FIRST).read_text("utf-8")
    front, body = text.split("\n---\n", 1)
    project.write(FIRST, f"{front}\n---\n{re.sub(':iuk: .*', '', body)}")
    found = placed(project, tmp_path, "01-mengenal-biaya")
    assert {each.element for each in found} == {"1"}
    parts = {each.piece.kind: each.part for each in found}
    assert {kind for kind, where in parts.items() if where == "skill"} == {"discussion", "activity"}
    assert parts["exercise"] == parts["reflect"] == parts["reading"] == parts[""] == "knowledge"


def test_a_block_to_read_with_a_task_in_it_goes_to_the_workbook(tmp_path: Path) -> None:
    nested = (
        "::::{example} Warung kopi\n\n:::{reflect} Dan Anda?\n:name: pikirkan-warung\n:response: lines 2\n\nApa?\n:::\n"
    )
    project = legacy(tmp_path / "p").edit(FIRST, ":::{example} Warung kopi\n", nested)
    project.edit(FIRST, "jumlahnya tetap setiap bulan.\n:::", "jumlahnya tetap setiap bulan.\n::::")
    found = placed(project, tmp_path, "01-mengenal-biaya")
    assert [
        (each.is_task, each.piece.html.count("block-reflect")) for each in found if each.piece.kind == "example"
    ] == [(True, 1)]


def test_text_that_is_not_that_of_the_source_is_refused(tmp_path: Path) -> None:
    context = context_of(legacy(tmp_path / "p"))
    module = context.curriculum.modules[MODULE]
    with pytest.raises(ValueError, match="01-mengenal-biaya"):
        list(placed_pieces(context, module, module.sessions["01-mengenal-biaya"], "<p>Lain</p>"))


INSTRUMENTS = {
    "knowledge": {"written-choice", "written-essay", "oral", "interview"},
    "skill": {"demonstration", "observation", "case-study", "project", "portfolio", "product-review"},
    "attitude": {"attitude"},
}


def test_every_kind_of_instrument_has_its_chapter() -> None:
    found: dict[str, set[str]] = {}
    for kind in labels.INSTRUMENT_KINDS:
        instrument = InstrumentModel(0, View({"kind": kind}), (), prints_items=False, is_sheet=False, is_written=False)
        found.setdefault(instrument_part(instrument), set()).add(kind)
    assert found == INSTRUMENTS


# ---- As a build ----


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Planter]:
    """The example with a word in every place for trainers only, built whole."""
    project = legacy(tmp_path_factory.mktemp("built"))
    planter = Planter()
    planter.plant(project.modules)
    return project.build(), planter


Built = tuple[Project, Planter]


def words_of(pdf: Path) -> str:
    require_tool("pdftotext")
    done = subprocess.run(["pdftotext", "-layout", str(pdf), "-"], capture_output=True, text=True, check=True)
    return " ".join(done.stdout.split())


def test_participants_get_two_books_and_trainers_all(built: Built) -> None:
    output = built[0].output
    books = {
        site: {path.relative_to(output / site / "unduhan").as_posix() for path in (output / site).rglob("*.pdf")}
        for site in ("participant", "trainer")
    }
    public = {f"{MODULE}/{name}.pdf" for name in FILES[:3]} | {"contoh-4jp/dokumen-program.pdf"}
    assert books["participant"] == public
    private = {
        f"{MODULE}/{name}.pdf"
        for name in (
            "buku-penilaian", "buku-pegangan", "buku-pegangan-a5", "lembar-soal", "lembar-soal-isian-tes-awal",
            "lembar-soal-isian-esai-jenis-biaya",
        )
    }  # fmt: skip
    assert books["trainer"] == public | private | {"contoh-4jp/buku-pegangan.pdf"}


CHAPTERS = {
    "participant/buku-informasi": [
        "BAB I. Pendahuluan", "A. Tujuan umum", "B. Tujuan khusus",
        "BAB II. Mengidentifikasi biaya usaha", "A. Pengetahuan", "B. Keterampilan", "C. Sikap kerja",
        "BAB III. Menghitung HPP dan menetapkan harga jual", "A. Pengetahuan", "B. Keterampilan", "C. Sikap kerja",
        "Daftar pustaka", "Daftar alat dan bahan", "Daftar penyusun",
    ],
    "participant/buku-kerja": [
        "BAB I. Mengidentifikasi biaya usaha", "A. Tugas teori", "B. Tugas praktik", "C. Pengamatan sikap kerja",
        "BAB II. Menghitung HPP dan menetapkan harga jual", "A. Tugas teori", "B. Tugas praktik",
        "C. Pengamatan sikap kerja",
    ],
    "trainer/buku-penilaian": [
        "BAB I. Penilaian teori", "Tes awal", "Esai jenis biaya", "BAB II. Penilaian praktik",
        "Demonstrasi menghitung HPP", "BAB III. Penilaian sikap kerja", "Lampiran kunci", "Lembar hasil penilaian",
    ],
}  # fmt: skip


@pytest.mark.parametrize("book", CHAPTERS)
def test_chapters_stand_in_the_order_of_the_regulation(built: Built, book: str) -> None:
    site, _, name = book.partition("/")
    text = words_of(built[0].output / site / "unduhan" / MODULE / f"{name}.pdf")
    assert "KEP.181/LATTAS/XII/2013" in text.replace(" ", "")
    body = text[
        text.index("Cara menilai" if site == "trainer" else "Cara memakai buku ini", text.index("Daftar isi") + 40) :
    ]
    place = 0
    for title in CHAPTERS[book]:
        found = body.find(title, place)
        assert found >= 0, f"{title} does not come after {body[max(place - 40, 0) : place]!r}"
        place = found + len(title)


def test_no_word_for_trainers_reaches_participants(built: Built) -> None:
    project, planter = built
    public = "".join(text for _, text in layers(project.output / "participant"))
    assert [planter.planted.get(word, word) for word in re.findall("zkenari[0-9]{4}q", public)] == []
    assert not re.search(r"(?<![\d.])(382\.000|12\.563)(?![\d.]\d)", public)  # results of a practice sheet


def test_keys_and_rubrics_stand_in_the_appendix_and_only_there(built: Built) -> None:
    project, planter = built
    text = words_of(project.output / "trainer" / "unduhan" / MODULE / "buku-penilaian.pdf")
    chapters, appendix = text[: text.rindex("Lampiran kunci")], text[text.rindex("Lampiran kunci") :]
    places: dict[str, set[str]] = {}
    for word, place in planter.planted.items():
        if word in text:
            places.setdefault(place, set()).add("both" if word in chapters and word in appendix else
                                                "chapters" if word in chapters else "appendix")  # fmt: skip
    assert places["Assessment.explanation"] == places["Assessment.model_answer"] == {"appendix"}
    assert places["Assessment.stem"] == places["Assessment.decision_rule"] == {"chapters"}


@pytest.mark.parametrize("name", [*FILES, "buku-pegangan"])
def test_the_books_pass_the_rules_of_pdf_ua(built: Built, name: str) -> None:
    pdf = built[0].output / "trainer" / "unduhan" / MODULE / f"{name}.pdf"
    report = page.validate_pdf(pdf, profile=page.ValidationProfile.PDF_UA_1)
    assert not [(failure.rule_id, failure.message) for failure in report.failures]


def test_the_books_are_offered_and_printed_copies_are_counted(built: Built) -> None:
    project = built[0]
    for site, titles in {
        "participant": ["Buku informasi", "Buku kerja", "Buku kerja (isian)"],
        "trainer": ["Buku informasi", "Buku kerja", "Buku kerja (isian)", "Buku pegangan pelatih", "Buku penilaian"],
    }.items():
        text = (project.output / site / "unduhan.html").read_text("utf-8")
        links = re.findall(rf'href="?unduhan/{MODULE}/([\w-]+)\.pdf"?[^>]*>(.*?)</a>', text)
        assert [words for _, words in links if words in titles] == titles
    offers = (project.output / "participant" / "luring.js").read_text("utf-8")
    assert f"unduhan/{MODULE}/buku-informasi.pdf" in offers
    report = printing(load(project.modules).curriculum, {})
    (module,), (programme,) = report.modules, report.programmes
    copies = {book.kind: book.copies for book in module.books}
    assert copies == {
        "buku-informasi": 16, "buku-kerja": 16, "buku-pegangan": 1, "buku-penilaian": 1, "lembar-soal": 16
    }  # fmt: skip
    assert {book.kind: book.pictures for book in module.books if book.pictures} == {
        "buku-informasi": 1, "buku-pegangan": 1
    }  # fmt: skip
    assert sorted((book.kind, book.scope) for book in programme.books) == [
        ("buku-informasi", MODULE), ("buku-kerja", MODULE), ("buku-pegangan", "contoh-4jp"),
        ("buku-penilaian", MODULE), ("dokumen-program", "contoh-4jp"), ("lembar-soal", MODULE),
    ]  # fmt: skip
