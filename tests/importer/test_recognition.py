"""What becomes of headings, tables, boxes, tests and pictures."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from PIL import Image

from curriculum_kit.importer import free_module, number_of
from curriculum_kit.importer.labels import heading_label, label_of, line_label
from curriculum_kit.importer.markdown import inline
from curriculum_kit.importer.pictures import usable
from curriculum_kit.importer.reader import read
from curriculum_kit.importer.story import Paragraph, Picture, Piece
from curriculum_kit.importer.yaml_writer import Raw, Unfinished, written
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.source.loader import load
from tests.importer.conftest import Imported, bring_in
from tests.importer.making import KINDS, by_hand, p, picture_file
from tests.project import EXAMPLE


def imported(kind: str, folder: Path) -> Imported:
    return bring_in(folder, (f"{kind}.docx", KINDS[kind](folder)))


def module_of(made: Imported) -> LoadedModule:
    return load(made.project.modules).curriculum.modules["kwu-06"]


def test_headings_become_sessions_with_what_they_say_about_themselves(tmp_path: Path) -> None:
    made = imported("module_book", tmp_path)
    module = module_of(made)
    assert module.record.title == "Menghitung biaya usaha"
    assert list(module.sessions) == ["01-mengenal-biaya", "02-harga-jual"]
    first = module.sessions["01-mengenal-biaya"].plan.record
    assert first.objective == "Peserta mampu mengelompokkan biaya."
    assert first.total_minutes == 90


def test_a_plan_goes_to_the_front_matter_and_never_into_the_text(tmp_path: Path) -> None:
    made = imported("module_book", tmp_path)
    session = module_of(made).sessions["02-harga-jual"]
    plan = session.plan.record
    assert [(step.phase, step.minutes, step.kind) for step in plan.plan][:4] == [
        ("opening", 10, "skill"), ("core", 60, "skill"), ("core", 15, "break"), ("closing", 15, "knowledge"),
    ]  # fmt: skip
    assert plan.plan[1].trainer == "Menjawab empat puluh"
    assert (plan.room_layout, plan.media) == ("Meja melingkar", ("Nota belanja", "Papan tulis"))
    body = made.text("sessions/02-harga-jual.md").split("\n---\n", 1)[1]
    assert "empat puluh" not in body
    assert "Meja melingkar" not in body


def test_an_answer_is_only_in_blocks_for_trainers(tmp_path: Path) -> None:
    body = made_body(
        tmp_path,
        p("Latihan 1", "<w:outlineLvl w:val='1'/>") + p("Berapa?") + p("Jawaban: rahasia satu")
        + p("Bagian lain", "<w:outlineLvl w:val='1'/>") + p("Teks.") + p("Kunci jawaban: rahasia dua")
        + p("rahasia tiga")
        + p("Berikutnya", "<w:outlineLvl w:val='1'/>") + p("Akhir."),
    )  # fmt: skip
    for word in ("satu", "dua", "tiga"):
        at = body.index(f"ahasia {word}")
        opened = [match[2] for match in re.finditer(r"^(:{3,})\{([\w-]+)\}", body[:at], re.MULTILINE)]
        assert opened[-1] in {"answer", "trainer-note"}, word
    assert body.index("Akhir.") > body.rindex(":::")


def test_a_heading_that_names_a_block_begins_no_session(tmp_path: Path) -> None:
    title = "<w:outlineLvl w:val='0'/>"
    data = by_hand(
        p("Satu", title) + p("isi satu") + p("Latihan 1", title) + p("Hitung.") + p("Rangkuman", title) + p("Pokok.")
        + p("Dua", title) + p("isi dua")
    )  # fmt: skip
    made = bring_in(tmp_path, ("a.docx", data))
    assert list(module_of(made).sessions) == ["01-satu", "02-dua"]
    blocks = [block.kind for block in module_of(made).sessions["01-satu"].document.blocks]
    assert blocks == ["exercise", "key-points", "activity"]


def made_body(folder: Path, content: str) -> str:
    made = bring_in(folder, ("a.docx", by_hand(p("Sesi", "<w:outlineLvl w:val='0'/>") + content)))
    return re.sub(r"\n:::\{activity\} LENGKAPI.*?\n:::\n", "\n", made.sessions(), flags=re.DOTALL)


def test_official_columns_become_elements(tmp_path: Path) -> None:
    made = imported("competence", tmp_path)
    record = module_of(made).record
    assert [element.title for element in record.elements] == ["Mengidentifikasi biaya", "Menetapkan harga"]
    first = record.elements[0]
    assert [kuk.text for kuk in first.kuk] == ["Biaya dikelompokkan.", "Biaya dipilah."]
    assert [(iuk.domain, iuk.text) for kuk in first.kuk for iuk in kuk.iuk] == [
        ("knowledge", "Dapat menjelaskan jenis biaya"),
        ("skill", "Mampu mengelompokkan biaya"),
        ("knowledge", "Dapat menjelaskan biaya tetap"),
    ]
    assert first.training_content.attitude == ("Teliti",)
    assert [iuk.domain for iuk in record.elements[1].kuk[0].iuk] == ["knowledge", "skill", "attitude"]
    assert record.unit.title == "Menghitung Biaya Usaha"
    assert record.unit.code == "CK-KWU-06"
    assert "M.70PEN00.021.1" in made.text("module.yaml")
    assert record.unit.description == "Unit ini berhubungan dengan \\*biaya\\* usaha mikro."


def test_questions_find_their_keys(tmp_path: Path) -> None:
    made = imported("competence", tmp_path)
    assessment = module_of(made).assessment
    assert assessment is not None
    choice, essay, *_ = assessment.record.instruments
    assert [(item.stem, item.key, len(item.options)) for item in choice.items] == [
        ("Apa itu biaya?", "a", 4), ("Upah termasuk?", "a", 4),
    ]  # fmt: skip
    assert choice.instructions == "Pilihlah satu jawaban yang tepat."
    assert (essay.kind, essay.items[0].model_answer) == ("written-essay", "Biaya yang tidak berubah dalam sebulan.")


def test_a_key_that_is_missing_is_marked(tmp_path: Path) -> None:
    data = by_hand(
        p("Sesi", "<w:outlineLvl w:val='0'/>") + p("isi") + p("Soal", "<w:outlineLvl w:val='0'/>") + p("1. Apa?")
        + p("A. satu") + p("B. satu")
    )  # fmt: skip
    written_file = bring_in(tmp_path, ("a.docx", data)).text("assessment.yaml")
    assert "key: a  # LENGKAPI: kunci tidak ditemukan" in written_file
    assert "LENGKAPI: ganti, pilihan b kembar" in written_file


def test_tables_to_fill_become_worksheets(tmp_path: Path) -> None:
    made = imported("merged_cells", tmp_path)
    sheets = {id_: sheet.record for id_, sheet in module_of(made).worksheets.items()}
    assert list(sheets) == ["alat-harga-keadaan", "bahan-harga-rp"]
    assert (sheets["bahan-harga-rp"].blank_rows, sheets["bahan-harga-rp"].columns[1].type) == (3, "rupiah")
    assert [row.cells["alat"] for row in sheets["alat-harga-keadaan"].rows] == ["Wajan", "Kompor"]


def test_merged_cells_are_said_and_written_once(tmp_path: Path) -> None:
    made = imported("merged_cells", tmp_path)
    assert "sel gabungan" in made.report
    assert made.sessions().count("sel5") == 1


def test_a_picture_waits_for_its_words_and_the_check_says_so(tmp_path: Path) -> None:
    made = imported("module_book", tmp_path)
    assert ":alt: LENGKAPI: jelaskan isi gambar ini." in made.sessions()
    done = made.project.ck("check", "--as-of", "2025-12-01", "--select", "FILL881", "modules/kwu-06")
    assert done.returncode == 0
    assert re.search(r"01-mengenal-biaya\.md:\d+:\d+: FILL881", done.stdout)


def test_pictures_are_drawn_anew_and_kept_small(tmp_path: Path) -> None:
    path = tmp_path / "besar.jpg"
    noise = Image.effect_noise((3000, 2000), 90).convert("RGB")
    noise.save(path, quality=95, exif=b"Exif\x00\x00rahasia")
    made = usable(path.read_bytes())
    assert isinstance(made, Picture)
    assert made.suffix == ".jpg"
    assert len(made.data) <= 1_000_000
    assert b"rahasia" not in made.data


@pytest.mark.parametrize(
    "data", [b"", b"\x89PNG\r\n\x1a\n" + b"\x00" * 40, b"\xd7\xcd\xc6\x9a" + b"\x00" * 40, b"GIF89a", b"<svg/>"]
)
def test_what_is_no_picture_is_said(data: bytes) -> None:
    assert not isinstance(usable(data), Picture)


def test_a_picture_of_too_many_pixels_is_not_opened(tmp_path: Path) -> None:
    small = bytearray(picture_file(tmp_path, (10, 10)).read_bytes())
    small[16:24] = (30_000).to_bytes(4, "big") * 2
    assert not isinstance(usable(bytes(small)), Picture)


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Latihan 1.2: Menghitung", "exercise"), ("Contoh", "example"), ("CONTOH SOAL 1", "example"),
        ("Kunci Jawaban", "answer"), ("Tugas kelompok 3", "exercise"), ("Kiat", "tip"),
        ("Studi kasus: Bu Rina", "case"),
        ("Catatan untuk pelatih", "trainer-note"), ("Rangkuman", "key-points"), ("Perhatian!", "warning"),
        ("Contoh usaha yang berhasil di desa kami tahun lalu", None), ("Kasusnya begini", None), ("Tugasan", None),
    ],
)  # fmt: skip
def test_the_first_words_say_what_a_heading_is(words: str, kind: str | None) -> None:
    label = heading_label(words)
    assert (label.kind if label else None) == kind


def test_a_plain_sentence_is_no_block() -> None:
    assert line_label("Contoh: Sari membeli pisang.", is_bold=False) is None
    assert line_label("Latihan membuat orang terampil", is_bold=True) is None
    assert label_of("Jawabannya ada di halaman lain") is None


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([Piece("a "), Piece("b ", bold=True), Piece("c")], "a **b** c"),
        ([Piece("x"), Piece("tengah", bold=True), Piece("y")], "x**tengah**y"),
        ([Piece("kata", bold=True), Piece("“s”")], "**kata**“s”"),
        ([Piece("1986. Tahun")], "1986\\. Tahun"),
        ([Piece("situs", link="https://a.example/x_y")], "[situs](<https://a.example/x_y>)"),
        ([Piece("a*b_c[d]")], "a\\*b\\_c\\[d\\]"),
        ([Piece("{fact}`x`")], "\\(fact)\\`x\\`"),
    ],
)
def test_words_become_markdown_that_means_them(pieces: list[Piece], expected: str) -> None:
    assert inline(pieces) == expected


def test_yaml_for_authors_is_read_back_as_it_was() -> None:
    value = {
        "a": "1.10",
        "b": 'kata: "dua" # tiga',
        "c": ["no", "x\ny", "- z"],
        "d": {"e": "{f}", "g": "*h"},
        "k": "a\n\nb",
    }
    assert yaml.load(written(value), yaml.BaseLoader) == value
    assert written({"x": Unfinished([Raw("1.1.1")], "lihat")}) == "x: [1.1.1]  # LENGKAPI: lihat\n"


def test_strict_files_are_read_as_well() -> None:
    data = by_hand(p("Judul", "<w:outlineLvl w:val='0'/>"))
    strict = data.replace(b"x", b"x")
    assert [block.text for block in read(strict).blocks if isinstance(block, Paragraph)] == ["Judul"]


def test_the_next_module_follows_the_last() -> None:
    assert free_module(EXAMPLE) == ("kwu-06", 6)
    assert [number_of(id_, EXAMPLE) for id_ in ("kwu-20", "pemasaran", "lain-05")] == [20, 6, 6]


HIDDEN_ANSWERS = {
    "in a box": "<w:tbl><w:tr><w:tc>{diskusi}{jawab}</w:tc></w:tr></w:tbl>",
    "in a box without a label": "<w:tbl><w:tr><w:tc>{teks}{jawab}</w:tc></w:tr></w:tbl>",
    "in a column": "<w:tbl><w:tr><w:tc>{soal}</w:tc><w:tc>{kolom}</w:tc></w:tr><w:tr><w:tc>{teks}</w:tc><w:tc>{isi}"
    "</w:tc></w:tr></w:tbl>",
    "in a cell": "<w:tbl><w:tr><w:tc>{soal}</w:tc><w:tc>{teks}</w:tc></w:tr><w:tr><w:tc>{teks}</w:tc><w:tc>{jawab}"
    "</w:tc></w:tr></w:tbl>",
    "below a question": "{teks}{jawab}",
    "as an item of a list": "{teks}{butir}",
    "between two questions": "{satu}{jawab}{dua}",
    "below a discussion": "{judul}{teks}{jawab}",
    "in a box in a box": "<w:tbl><w:tr><w:tc>{latihan}<w:tbl><w:tr><w:tc>{jawab}</w:tc></w:tr></w:tbl></w:tc></w:tr>"
    "</w:tbl>",
}  # fmt: skip


@pytest.mark.parametrize("where", HIDDEN_ANSWERS)
def test_wherever_an_answer_stands_participants_do_not_get_it(where: str, tmp_path: Path) -> None:
    bold = "<w:p><w:r><w:rPr><w:b/></w:rPr><w:t>Diskusi:</w:t></w:r></w:p>"
    content = HIDDEN_ANSWERS[where].format(
        diskusi=p("Diskusi: mana biaya?"), latihan=p("Latihan: hitung."), teks=p("Teks biasa."), soal=p("Soal"),
        jawab=p("Jawaban: rahasia besar"), kolom=p("Jawaban"), isi=p("rahasia besar"), judul=bold,
        butir=p("• Kunci jawaban: rahasia besar"), satu=p("1. Berapa satu?"), dua=p("2. Berapa dua?"),
    )  # fmt: skip
    data = by_hand(p("Sesi", "<w:outlineLvl w:val='0'/>") + p("Pembuka.") + content)
    made = bring_in(tmp_path, ("a.docx", data))
    done = made.project.ck("build", "--only", "site", "--audience", "participant", "--as-of", "2025-12-01")
    assert done.returncode == 0, done.stdout + done.stderr
    page = next((made.project.folder / "build-partial/participant/kwu-06").glob("01-*.html")).read_text("utf-8")
    assert "Pembuka." in page
    assert "ahasia" not in page
    assert "ahasia besar" in made.sessions()
    if where == "between two questions":
        assert "Berapa dua?" in page
