"""Papers of training centres: no word is lost, nothing is wrong, and what is for trainers stays with them."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from curriculum_kit.importer.labels import heading_label, line_label, tells_key
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.references import Reference, reference_of
from curriculum_kit.importer.story import Paragraph, Piece
from curriculum_kit.importer.titles import spoken
from curriculum_kit.importer.unfolding import unfolded
from tests.importer.conftest import Imported, bring_in
from tests.importer.making import by_hand, p
from tests.importer.ministry import PAPERS
from tests.importer.ministry_books import SECRET
from tests.importer.seen import seen
from tests.importer.test_words import errors, lost
from tests.importer.words import words_of_files
from tests.project import AS_OF

HEADING = "<w:outlineLvl w:val='0'/>"


def imported(paper: str, folder: Path) -> Imported:
    return bring_in(folder, (f"{paper}.docx", PAPERS[paper](folder)))


def assessment(made: Imported) -> dict[str, dict[str, object]]:
    return {each["title"]: each for each in yaml.safe_load(made.text("assessment.yaml"))["instruments"]}


@pytest.mark.parametrize("paper", PAPERS)
def test_no_word_is_lost_nothing_is_wrong_and_no_secret_is_seen(paper: str, tmp_path: Path) -> None:
    data = PAPERS[paper](tmp_path)
    made = bring_in(tmp_path, (f"{paper}.docx", data))
    assert lost(made, data) == {}
    assert errors(made) == []
    assert SECRET not in seen(made).lower()
    kept = words_of_files(made.folder)
    assert any(word.startswith(SECRET) for word in kept), "what is for trainers is in the module"


@pytest.mark.parametrize("paper", ["work_book", "handout", "training_material", "silabus"])
def test_what_participants_get_holds_no_secret(paper: str, tmp_path: Path) -> None:
    project = imported(paper, tmp_path).project
    project.build("--only", "site", "--audience", "participant", "--module", "kwu-06")
    pages = b"".join(path.read_bytes() for path in project.folder.glob("build-partial/**/*") if path.is_file())
    assert b"kwu-06" in pages
    assert SECRET.encode() not in pages.lower()


def test_three_books_of_the_ministry_become_one_module(tmp_path: Path) -> None:
    names = ("assessment_book", "work_book", "information_book")
    books = [(f"{name}.docx", PAPERS[name](tmp_path)) for name in names]
    made = bring_in(tmp_path, *books)
    assert lost(made, *(data for _, data in books)) == {}
    assert errors(made) == []
    assert SECRET not in seen(made).lower()
    assert sorted(path.name for path in (made.folder / "sessions").iterdir()) == [
        "01-pendahuluan.md", "02-menyiapkan-bahan.md", "03-menguleni-adonan.md",
    ]  # fmt: skip
    record = yaml.safe_load(made.text("module.yaml"))
    assert record["title"] == "Membuat roti manis"
    assert [each["name"] for each in record["authors"]] == ["Dewi Contoh", "Budi Contoh"]
    assert [each["name"] for each in record["tools"]][:3] == ["Timbangan digital", "Mixer spiral", "Oven gas"]
    assert (record["materials"][0]["quantity"], record["materials"][0]["unit"]) == (16, "kg")
    assert [each["title"] for each in record["references"]][:2] == [
        "Dasar-dasar Membuat Roti", "Roti Manis untuk Pemula",
    ]  # fmt: skip


def test_one_file_with_three_books_is_read_as_three(tmp_path: Path) -> None:
    data = by_hand(
        p("BUKU INFORMASI", HEADING) + p("Bab I Ragi", HEADING) + p("Ragi itu hidup.") + p("BUKU PENILAIAN", HEADING)
        + p("Pelaksanaan", HEADING) + p(f"Jawaban: {SECRET}benar") + p("BUKU KERJA", HEADING) + p("Bab I Ragi", HEADING)
        + p("Amatilah ragi.")
    )  # fmt: skip
    made = bring_in(tmp_path, ("modul.docx", data))
    assert lost(made, data) == {}
    assert [path.name for path in (made.folder / "sessions").iterdir()] == ["01-ragi.md"]
    assert "Amatilah ragi." in made.sessions()


def test_a_contents_list_that_was_typed_makes_no_sessions(tmp_path: Path) -> None:
    made = imported("information_book", tmp_path)
    assert "daftar isi tidak dipindahkan" in made.report
    assert "...... 4" not in made.sessions()


def test_keys_find_their_questions_across_chapters(tmp_path: Path) -> None:
    made = imported("handout", tmp_path)
    items = [item for each in assessment(made).values() for item in each.get("items", ())]
    assert [item["key"] for item in items] == ["a", "a"]
    text = made.text("assessment.yaml")
    assert text.count("makhluk hidup") == 2
    assert text.count("LENGKAPI: kunci tidak ditemukan") == 1  # "a zrahasiamakhluk" is no option


def test_checklists_rubrics_and_tests_of_all_forms_reach_the_assessment(tmp_path: Path) -> None:
    made = assessment(imported("assessment_book", tmp_path))
    assert [len(item["options"]) for item in made["Pilihan Ganda"]["items"]] == [4, 4]
    assert [option["text"] for option in made["Benar Salah"]["items"][0]["options"]] == ["Benar", "Salah"]
    assert made["Esai"]["items"][0]["model_answer"].startswith("Lentur")
    assert [row["text"] for row in made["Skenario"]["checklist"]][1] == "Memanggang: Warna kuning merata"
    assert [level["score"] for level in made["Skenario"]["rubric"][0]["levels"]] == [3, 2, 1]
    assert made["Ceklis penilaian sikap kerja"]["kind"] == "attitude"


def test_room_below_a_question_makes_an_exercise(tmp_path: Path) -> None:
    sessions = bring_in(
        tmp_path, ("a.docx", by_hand(p("Sesi", HEADING) + p("Mengapa begitu?") + p("Jawab:") + p("........") * 3))
    ).sessions()
    assert ":::{exercise}" in sessions
    assert ":response: lines 3" in sessions
    assert "Jawab" not in sessions


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("d. Kunci jawaban tes formatif", "answer"), ("LAMPIRAN 1: KUNCI JAWABAN", "answer"),
        ("Pedoman Jawaban", "answer"), ("B. Lembar Kunci Jawaban", "answer"), ("Pembahasan soal latihan", "answer"),
        ("Panduan untuk Instruktur", "trainer-note"), ("Lampiran 3. Catatan Pelatih", "trainer-note"),
        ("Kunci pas dan kunci ring", None), ("Kompetensi Kunci", None), ("Kunci sukses berusaha", None),
        ("Lembar jawaban", None), ("Jawaban peserta", None), ("Pembahasan", None),
    ],
)  # fmt: skip
def test_titles_of_keys_are_told_from_tools(words: str, kind: str | None) -> None:
    label = heading_label(words)
    assert (label.kind if label else None) == kind


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("Berapa upah? (Jawaban: Rp5)", True), ("2. Kunci: B", True), ("Jawaban yang benar adalah B", True),
        ("Jawab: ........", False), ("Cocokkan jawaban Anda dengan kunci jawaban.", False), ("Jawaban Anda", False),
    ],
)  # fmt: skip
def test_a_key_is_seen_wherever_it_stands(words: str, told: bool) -> None:  # noqa: FBT001 - what is asked
    assert tells_key([Paragraph(1, [Piece(words)])]) is told


def test_a_note_needs_a_colon_in_a_line() -> None:
    assert line_label("Untuk instruktur yang baru datang disediakan kamar", is_bold=False) is None


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("a. satu\tb. dua\tc. tiga", ["a. satu", "b. dua", "c. tiga"]),
        ("1. Apa itu? a. satu b. dua", ["1. Apa itu?", "a. satu", "b. dua"]),
        ("1. Apa?\na. satu\nb. dua\n2. Siapa?", ["1. Apa?", "a. satu", "b. dua", "2. Siapa?"]),
        ("Berapa? (Kunci: lima)", ["Berapa?", "Kunci: lima"]),
        ("Beli di toko b. Sari saja", ["Beli di toko b. Sari saja"]),
    ],
)  # fmt: skip
def test_what_was_typed_in_one_line_is_parted(words: str, parts: list[str]) -> None:
    blocks = unfolded([Paragraph(1, [Piece(words[:4]), Piece(words[4:], italic=True)])], Report())
    assert [block.text for block in blocks if isinstance(block, Paragraph)] == parts


def test_an_option_in_bold_letters_is_the_key_and_looks_like_the_others() -> None:
    options = [Paragraph(n, [Piece(words, bold=n == 2)]) for n, words in enumerate(("a. satu", "b. dua", "c. tiga"), 1)]
    blocks = unfolded(options, Report())
    assert [block.text for block in blocks if isinstance(block, Paragraph)][-1] == "Kunci: B"
    assert not any(block.is_bold for block in blocks if isinstance(block, Paragraph))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Sari, Dewi (2021). Roti. Bogor: Contoh.", ("Sari, Dewi", "2021", "Roti", "Bogor: Contoh", "")),
        ("[2] B. Contoh, “Ragi,” Jurnal Contoh, 2017.", ("B. Contoh", "2017", "Ragi", "Jurnal Contoh", "")),
        ("Anonim, 2009, Panduan usaha.", ("Anonim", "2009", "Panduan usaha", "", "")),
        ("https://a.example/x, diakses 2 Mei 2024", ("", "", "", "", "https://a.example/x")),
        ("Buku tanpa tahun", ("", "", "Buku tanpa tahun", "", "")),
    ],
)  # fmt: skip
def test_a_line_of_a_bibliography_is_taken_apart(words: str, expected: tuple[str, ...]) -> None:
    found = reference_of(words, 1, Report())
    author, year, title, publisher, url = expected
    assert found == Reference(author, year, title, publisher, "", url)


def test_titles_in_capitals_are_written_as_in_a_sentence() -> None:
    assert spoken("MENGHITUNG HPP DAN LABA", frozenset({"HPP"})) == "Menghitung HPP dan laba"
    assert spoken("HPP", frozenset()) == "HPP"
    assert spoken("Menghitung HPP", frozenset()) == "Menghitung HPP"


@pytest.mark.parametrize("paper", ["information_book", "training_material", "job_sheet", "old_module"])
def test_import_build_export_and_import_again_lose_nothing(paper: str, tmp_path: Path) -> None:
    first = imported(paper, tmp_path)
    done = first.project.ck("export", "docx", "--module", "kwu-06", "-o", "keluar.docx", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    data = (first.project.folder / "keluar.docx").read_bytes()
    second = bring_in(tmp_path / "lagi", ("keluar.docx", data))
    assert lost(second, data) == {}
    assert errors(second) == []
    assert SECRET not in seen(second).lower()


def test_an_answer_with_a_number_is_no_question(tmp_path: Path) -> None:
    data = by_hand(
        p("Ragi", HEADING) + p("Isi.") + p("Soal", HEADING) + p("1. Apa itu ragi?") + p(f"2. Jawaban: {SECRET}jamur")
    )
    made = bring_in(tmp_path, ("a.docx", data))
    assert lost(made, data) == {}
    (item,) = assessment(made)["Soal"]["items"]
    assert (item["stem"], item["model_answer"]) == ("Apa itu ragi?", f"{SECRET}jamur")
