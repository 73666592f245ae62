"""`ck report` from the outside."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from curriculum_kit.cli.report import KINDS
from curriculum_kit.report import overview as writers
from curriculum_kit.report.tables import WIDTH
from tests.cli.conftest import Ck, spoil
from tests.overview.curricula import lay_out_books

EXAMPLE = Path(__file__).parent.parent / "example" / "modules"
DAY = ("--as-of", "2025-12-01")
LONG_BOOK = "unduhan/contoh-4jp/buku-kerja.pdf"
"""Of the example."""


def data(ck: Ck, *words: str) -> Any:
    result = ck("report", *words, *DAY, "--format", "json")
    assert (result.code, result.err) == (0, "")
    return json.loads(result.out)


def test_the_kinds_of_the_command_are_those_of_the_writer() -> None:
    assert KINDS == writers.KINDS


@pytest.mark.usefixtures("project")
def test_the_summary_tells_of_all_four(ck: Ck) -> None:
    result = ck("report", *DAY)
    assert (result.code, result.err) == (0, "")
    assert result.out == (
        "Kurikulum dasar, per 2025-12-01\n"
        "\n"
        "Jam pelajaran (ck report hours)\n"
        "  dasar-2jp: 2 JP, 50% praktik.\n"
        "\n"
        "Keselarasan (ck report alignment)\n"
        "  dasar-2jp: 5 IUK, semuanya diajarkan, dilatih, dan dinilai.\n"
        "\n"
        "Fakta (ck report facts)\n"
        "  3 fakta, tidak ada yang perlu diperiksa ulang.\n"
        "\n"
        "Cetak (ck report print)\n"
        "  dasar-2jp: jumlah lembar diketahui setelah `ck build`.\n"
    )


@pytest.mark.usefixtures("project")
def test_hours_stand_under_each_other(ck: Ck) -> None:
    assert ck("report", "hours", *DAY).out == (
        "Jam pelajaran dalam JP; 1 JP = 45 menit.\n"
        "\n"
        "Program: Menghitung biaya (dasar-2jp)\n"
        "\n"
        "Bagian                                    Menit  Pengetahuan  Keterampilan  Jumlah  Praktik  Janji\n"
        "----------------------------------------  -----  -----------  ------------  ------  -------  -----\n"
        "Modul 1: Menghitung biaya dan HPP            90            1             1       2      50%  1 + 1\n"
        "  1.1 Mengenal biaya                         45         0,56          0,44       1      44%\n"
        "  1.2 Menghitung HPP                         45         0,44          0,56       1      56%\n"
        "  Elemen 1: Mengidentifikasi biaya usaha     45         0,56          0,44       1      44%\n"
        "  Elemen 2: Menghitung HPP                   45         0,44          0,56       1      56%\n"
        "Program                                      90            1             1       2      50%  1 + 1\n"
    )


@pytest.fixture
def books(project: Path) -> Path:
    """A curriculum with some of its books in `build/`."""
    book_pages = {"unduhan/dasar-2jp/buku-kerja.pdf": ["Sari menjual keripik."] * 9, LONG_BOOK: ["Buku"]}
    lay_out_books(project / "build", book_pages)
    return project


@pytest.mark.parametrize("kind", ["", *KINDS])
@pytest.mark.parametrize("language", ["id", "en"])
def test_every_line_fits(ck: Ck, books: Path, kind: str, language: str) -> None:
    shutil.rmtree(books / "modules")
    shutil.copytree(EXAMPLE, books / "modules")
    result = ck("report", *filter(None, [kind]), *DAY, "--lang", language)
    assert (result.code, result.err) == (0, "")
    assert max(map(len, result.out.splitlines())) <= WIDTH


def test_a_gap_and_a_broken_promise_are_marked(ck: Ck, project: Path) -> None:
    spoil(project, "kwu-01/sessions/02-hpp.md", ":iuk: 2.1.1\n", "")
    spoil(project, "kwu-01/sessions/01-biaya.md", "minutes: 25", "minutes: 35")
    words = ck("report", "alignment", *DAY).out
    assert "2.1.1  P      1.2        ! tidak ada " in words
    assert "! 1 dari 5 IUK belum diajarkan, dilatih, atau dinilai." in words
    words = ck("report", "hours", *DAY).out
    assert words.count("! 1 + 1") == 2
    assert words.endswith("! Janji program tidak sama dengan menit sesinya. Jalankan `ck check`.\n")
    assert "! dasar-2jp: 2,22 JP, 45% praktik. Tidak sesuai janji program." in ck("report", *DAY).out


@pytest.mark.usefixtures("project")
def test_a_fact_that_is_due_is_marked(ck: Ck) -> None:
    words = ck("report", "facts", "--as-of", "2026-11-19").out
    assert words.count("! 2026-11-18") == 3
    assert "! 3 dari 3 fakta perlu diperiksa ulang." in words
    assert "kwu-01/sessions/02-hpp.md:71,74\n" in words


@pytest.mark.usefixtures("project")
def test_json_of_hours(ck: Ck) -> None:
    report = data(ck, "hours")
    assert (report["version"], report["report"], report["as_of"]) == (1, "hours", "2025-12-01")
    (programme,) = report["programmes"]
    assert programme["minutes"] == {"knowledge": 45, "skill": 45, "total": 90}
    assert programme["promised"] == programme["jp"] == {"knowledge": 1, "skill": 1, "total": 2}
    assert (programme["kept"], programme["practice_percent"], report["modules"]) == (True, 50, [])
    assert programme["modules"][0]["sessions"][0] == {
        "id": "01-biaya", "number": "1.1", "title": "Mengenal biaya",
        "minutes": {"knowledge": 25, "skill": 20, "total": 45},
        "jp": {"knowledge": 0.56, "skill": 0.44, "total": 1}, "practice_percent": 44,
    }  # fmt: skip


@pytest.mark.usefixtures("project")
def test_json_of_the_others(ck: Ck) -> None:
    row = data(ck, "alignment")["programmes"][0]["modules"][0]["rows"][3]
    assert row == {
        "iuk": "2.1.2", "domain": "skill", "text": "Mampu menghitung HPP", "taught": ["02-hpp"],
        "practised": [
            {"session": "02-hpp", "block": "exercise", "name": "latihan-hpp"},
            {"session": "02-hpp", "block": "worksheet", "name": "lembar-hpp-saya"},
        ],
        "assessed": ["demonstrasi"], "gaps": [],
    }  # fmt: skip
    fact = data(ck, "facts")["facts"][2]
    assert (fact["id"], fact["days_since"], fact["recheck_on"], fact["due"]) == ("umkm-size", 13, "2026-11-18", False)
    assert [(use["file"], use["kind"], use["at"]) for use in fact["uses"]] == [
        ("kwu-01/sessions/02-hpp.md", "role", None)
    ]
    assert data(ck)["alignment"]["programmes"] == [{"id": "dasar-2jp", "iuk": 5, "gaps": 0}]


@pytest.mark.usefixtures("books")
def test_json_of_print(ck: Ck) -> None:
    report = data(ck, "print")
    assert [report[key] for key in ("class_size", "built_as_of", "built_in")] == [16, "2025-12-01", "build"]
    (programme,) = report["programmes"]
    assert [programme[key] for key in ("copies", "printed_pages", "sheets")] == [35, None, None]
    assert (programme["jp"]["total"], programme["minutes"]["total"]) == (2, 90)
    assert programme["books"][0] == {
        "kind": "buku-kerja", "title": "Buku kerja peserta", "of": "dasar-2jp",
        "file": "unduhan/dasar-2jp/buku-kerja.pdf", "copies": 16, "pages": 9, "words": 27, "pictures": 1,
        "sheets_per_copy": 5, "sheets": 80,
    }  # fmt: skip
    assert programme["books"][1]["words"] is None


@pytest.mark.usefixtures("books")
def test_print_says_what_was_counted_where(ck: Ck) -> None:
    told = ck("report", "print", *DAY).out
    assert "Waktu sesi: 2 JP." in told
    assert "Halaman dan kata menurut buku di build/ (fakta per 2025-12-01)" in told
    assert "Halaman yang belum diketahui (–) muncul setelah `ck build`." in told


def test_print_takes_the_books_of_a_part_where_there_are_no_others(ck: Ck, books: Path) -> None:
    (books / "build").rename(books / "build-partial")
    assert data(ck, "print")["built_in"] == "build-partial"


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize("style", ["text", "json"])
def test_print_without_any_book_says_what_to_run(ck: Ck, style: str) -> None:
    result = ck("report", "print", *DAY, "--format", style)
    assert result == (2, "", "Belum ada buku untuk dihitung. Jalankan `ck build --only books`.\n")


def test_a_curriculum_with_errors_is_reported_as_far_as_it_goes(ck: Ck, project: Path) -> None:
    spoil(project, "kwu-01/sessions/02-hpp.md", "title: Menghitung HPP\n", "")
    result = ck("report", "hours", *DAY, "--format", "json")
    assert result.code == 0
    assert json.loads(result.out)["programmes"][0]["minutes"] == {"knowledge": 25, "skill": 20, "total": 45}
    assert "kesalahan; laporan hanya memuat yang terbaca" in result.err
    assert result.err.count("\n") == 1


def test_every_kind_survives_a_curriculum_of_which_little_is_left(ck: Ck, books: Path) -> None:
    for file in ("curriculum.yaml", "facts.yaml", "kwu-01/assessment.yaml", "kwu-01/sessions/01-biaya.md"):
        (books / "modules" / file).write_text("x: [", "utf-8")
    for kind in ("", *KINDS):
        for style in ("text", "json"):
            result = ck("report", *filter(None, [kind]), *DAY, "--format", style)
            assert (result.code, result.err.count("\n")) == (0, 1)


def test_a_folder_without_a_kind(ck: Ck, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = ck("report", *DAY).out
    assert ck("report", "modules", *DAY).out == whole
    monkeypatch.chdir(project / "modules" / "kwu-01")
    assert ck("report", ".", *DAY).out == whole


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("hour",), 'Tidak ada laporan atau folder "hour"; maksud Anda "hours"?'),
        (("jam", "modules"), 'Tidak ada laporan atau folder "jam"'),
        (("hours", "tidak-ada"), "tidak ditemukan"),
        (("hours", "--format", "sarif"), "pilihannya: text, json"),
    ],
)
def test_wrong_use_is_one_line_and_2(ck: Ck, words: tuple[str, ...], said: str) -> None:
    result = ck("report", *words)
    assert (result.code, result.out, result.err.count("\n")) == (2, "", 1)
    assert said in result.err


def test_no_curriculum_here_is_2(ck: Ck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ck("report").code == 2


@pytest.mark.usefixtures("project")
def test_a_report_starts_without_the_heavy_parts() -> None:
    script = (
        "import sys\n"
        "from curriculum_kit.cli import main\n"
        "try:\n    main(['report'])\n"
        "finally:\n"
        "    heavy = {'sphinx', 'docutils', 'weasyprint', 'jinja2', 'pikepdf'} & set(sys.modules)\n"
        "    assert not heavy, heavy\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False, timeout=120)
    assert (done.returncode, done.stderr) == (0, "")
