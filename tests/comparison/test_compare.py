"""Edits of the example curriculum, and what reviewers are told about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.comparison.model import State
from tests.comparison.edits import Edit, compared, told
from tests.project import Project

MODULE, ASSESSMENT = "kwu-05/module.yaml", "kwu-05/assessment.yaml"
FIRST, SECOND = "kwu-05/sessions/01-mengenal-biaya.md", "kwu-05/sessions/02-menghitung-hpp.md"
SHEET, OWN_SHEET = "kwu-05/worksheets/hpp-keripik.yaml", "kwu-05/worksheets/hpp-usaha-saya.yaml"
PROGRAMME, CASE = "programmes/contoh-4jp.yaml", "cases/sari.yaml"
ONLY = "[Hanya pelatih]"
NEW_FACT = """facts:
  - id: upah
    title: Upah minimum
    statement: Upah paling rendah.
    value: {kind: scalar, amount: 5, unit: rupiah}
    legal_basis: UU 6/2023
    checked_on: 2025-11-01
    source_url: https://contoh.example/
    status: in_force
"""
NEW_SHEET = """title: Upah
mode: practice
instructions: Hitunglah.
cells:
  - {id: wage, label: Upah, type: rupiah, kind: given, value: 5000}
  - {id: sum, label: Jumlah, type: rupiah, kind: computed, formula: wage * 2}
"""
NEW_SESSION = """---
title: Sesi tambahan
objective: Peserta mampu menghitung HPP.
plan:
  - phase: core
    minutes: 25
    kind: skill
    iuk: [2.1.2]
    method: Latihan
    participants: Menghitung.
---

## Awal

Mari.
"""


def rename_session(project: Project) -> None:
    (project.modules / SECOND).rename(project.modules / "kwu-05/sessions/02-hpp.md")
    for file in (MODULE, PROGRAMME):
        project.edit(file, "02-menghitung-hpp", "02-hpp")


def rename_module(project: Project) -> None:
    (project.modules / "kwu-05").rename(project.modules / "kwu-55")
    path = project.modules / PROGRAMME
    path.write_text(path.read_text("utf-8").replace("kwu-05", "kwu-55"), "utf-8")


def swap_sessions(project: Project) -> None:
    project.edit(
        MODULE, "  - 01-mengenal-biaya\n  - 02-menghitung-hpp\n", "  - 02-menghitung-hpp\n  - 01-mengenal-biaya\n"
    )


def move_block(project: Project) -> None:
    path = project.modules / SECOND
    text = path.read_text("utf-8")
    start = text.index(":::{trainer-note} Bila listrik padam")
    block = text[start : text.index("## Harga, pasar")]
    rest = text.replace(block, "")
    goal = rest.index(":::{key-points}")
    path.write_text(rest[:goal] + block + rest[goal:], "utf-8")


def insert_kuk(project: Project) -> None:
    project.edit(MODULE, '      - id: "1.1"\n        text: Biaya satu', '      - id: "1.2"\n        text: Biaya satu')
    project.edit(
        MODULE,
        '    kuk:\n      - id: "1.2"\n',
        '    kuk:\n      - id: "1.1"\n        text: Semua nota belanja dikumpulkan.\n      - id: "1.2"\n',
    )


def drop_question(project: Project) -> None:
    path = project.modules / ASSESSMENT
    second, third = '      - id: "2"\n', '      - id: "3"\n'
    head, _, rest = path.read_text("utf-8").partition(second)
    path.write_text(head + third + rest.partition(third)[2], "utf-8")


EDITS: dict[str, tuple[Edit, list[str]]] = {
    "title of a session": (
        lambda p: p.edit(FIRST, "title: Mengenal biaya usaha", "title: Mengenal biaya"),
        ["~ berubah: Sesi 5.1 Mengenal biaya ", "judulnya dahulu “Mengenal biaya usaha”"],
    ),
    "minutes of a step": (
        lambda p: p.edit(FIRST, "minutes: 20", "minutes: 30"),
        ["waktu berubah dari 90 menjadi 100 menit", "Langkah 2 (Inti) > menit: 20 → 30"],
    ),
    "what the trainer does in a step": (
        lambda p: p.edit(FIRST, "Jangan menilai benar", "Jangan langsung menilai benar"),
        [
            f"~ berubah: {ONLY} Sesi 5.1",
            "Langkah 1 (Pembukaan) > pelatih: Tulis",
            "{+langsung+} menilai benar atau salah dahulu.",
        ],
    ),
    "text of a session": (
        lambda p: p.edit(SECOND, "Sebagian pembeli membayar", "Kini banyak pembeli membayar"),
        ["Harga, pasar, dan pembayaran > Teks: [-Sebagian-] {+Kini banyak+} pembeli membayar dengan QRIS."],
    ),
    "an answer": (
        lambda p: p.edit(SECOND, "Tanda minus berarti rugi.", "Tanda minus berarti untung."),
        [
            "Satu bungkus, berapa biayanya? > Kasus: Laris, tetapi uang tidak bertambah > Jawaban:",
            "[-rugi.-] {+untung.+}",
        ],
    ),
    "a note for trainers": (
        lambda p: p.edit(SECOND, "pakailah hitungan bersusun", "pakai hitungan bersusun"),
        ["Satu bungkus, berapa biayanya? > Catatan pelatih: Bila listrik padam:"],
    ),
    "a note in another place": (move_block, ["Catatan pelatih: Bila listrik padam (pindah):"]),
    "a new exercise": (
        lambda p: p.edit(
            SECOND,
            "## HPP usaha saya\n",
            "## HPP usaha saya\n\n::::{exercise} Upah saya\n:name: latihan-upah\n:iuk: 2.1.2\n:response: lines 2\n\n"
            "Tulislah upah Anda.\n\n:::{answer}\nSesuai usahanya.\n:::\n::::\n",
        ),
        ["HPP usaha saya > Latihan: Upah saya (baru): Tulislah upah Anda.", "> Jawaban (baru): Sesuai usahanya."],
    ),
    "a block that is gone": (
        lambda p: p.edit(
            SECOND, ":::{warning}\nHarga jual di bawah HPP selalu merugikan, walaupun barang Anda laris.\n:::\n", ""
        ),
        ["Awas (dihapus): Harga jual di bawah HPP"],
    ),
    "how an exercise is answered": (
        lambda p: p.edit(SECOND, ":response: lines 3", ":response: lines 5"),
        ["Pemeriksaan: Harga pasar > cara menjawab: lines 3 → lines 5"],
    ),
    "another number in a text": (
        lambda p: p.edit(SECOND, "berisi {case}`sari.pack_grams`", "berisi {case}`sari.batch_kg`"),
        ["keripik Sari berisi [-150 gram.-] {+24 kg.+} Selama ini"],
    ),
    "a new session": (
        lambda p: p.write(
            "kwu-05/sessions/03-baru.md",
            NEW_SESSION,
        ).edit(MODULE, "  - 02-menghitung-hpp\n", "  - 02-menghitung-hpp\n  - 03-baru\n"),
        ["+ baru: Sesi 5.3 Sesi tambahan", "25 menit", "Awal > Teks: Mari."],
    ),
    "a session that is gone": (
        lambda p: (
            p.delete(SECOND)
            .edit(MODULE, "  - 02-menghitung-hpp\n", "")
            .edit(PROGRAMME, "  - kwu-05/02-menghitung-hpp\n", "")
        ),
        ["- dihapus: Sesi 5.2 Menghitung HPP dan harga jual", "tidak lagi memuat sesi “Menghitung HPP dan harga jual”"],
    ),
    "a session with another file name": (rename_session, ["> pindah: Sesi 5.2", "dahulu bernama 02-menghitung-hpp"]),
    "sessions in another order": (swap_sessions, ["> pindah: Sesi 5.1", "dahulu sesi 5.2, sekarang sesi 5.1"]),
    "a module with another folder": (rename_module, ["Modul ini kwu-55/module.yaml", "dahulu bernama kwu-05"]),
    "wording of a KUK": (
        lambda p: p.edit(MODULE, "produksi dikelompokkan menurut", "produksi dipilah menurut"),
        ["Elemen 1 > KUK 1.1 > bunyi: Biaya satu kali produksi [-dikelompokkan-] {+dipilah+}"],
    ),
    "domain of an IUK": (
        lambda p: p.edit(MODULE, "id: 1.1.3, domain: attitude", "id: 1.1.3, domain: skill"),
        ["Elemen 1 > KUK 1.1 > IUK 1.1.3 > ranah: Sikap kerja → Keterampilan"],
    ),
    "a new KUK before another": (
        insert_kuk,
        ["Elemen 1 > KUK 1.1 (baru): Semua nota belanja dikumpulkan.", "Elemen 1 > KUK 1.2 > id: 1.1 → 1.2"],
    ),
    "formula of a practice sheet": (
        lambda p: p.edit(SHEET, "formula: old_price - unit_cost", "formula: unit_cost - old_price"),
        [
            "Laba per bungkus dengan harga lama > rumus: old_price - unit_cost → unit_cost - old_price",
            "hasil > Laba per bungkus dengan harga lama: −Rp50 → Rp50",
        ],
    ),
    "given value of a sheet": (
        lambda p: p.edit(SHEET, "value: 500}", "value: 2000}"),
        ["Pembulatan ke atas per > nilai: 500 → 2000", f"{ONLY} hasil > Harga jual: Rp13.000 → Rp14.000"],
    ),
    "answer of a blank": (
        lambda p: p.edit(SHEET, "item: Gas, cost_type: {answer: overhead}", "item: Gas, cost_type: {answer: bahan}"),
        ["baris > Gas > isi > cost_type > kunci: overhead → bahan"],
    ),
    "number of the story": (
        lambda p: p.edit(CASE, "amount: 5000, unit: rupiah", "amount: 6000, unit: rupiah"),
        [
            "Harga pisang kepok per kg > nilai: 5.000 → 6.000",
            "ditulis sama, tetapi hasilnya lain karena angka yang dipakainya berubah",
            f"{ONLY} hasil > HPP per bungkus: Rp10.050 → Rp10.650",
            "hasil > Pisang kepok, Harga satuan: Rp5.000 → Rp6.000",
        ],
    ),
    "value and legal basis of a fact": (
        lambda p: p.edit("facts.yaml", "amount: 0.5, unit: percent", "amount: 0.6, unit: percent").edit(
            "facts.yaml", "Nomor 55 Tahun 2022", "Nomor 20 Tahun 2026"
        ),
        ["dahulu 0,5%, sekarang 0,6%", "dasar hukum: Peraturan Pemerintah Nomor [-55 Tahun 2022-] {+20 Tahun 2026+}"],
    ),
    "status of a fact": (
        lambda p: p.edit("facts.yaml", "status: in_force ", "status: ended "),
        ["statusnya dahulu “Berlaku”, sekarang “Sudah berakhir”"],
    ),
    "key of a question": (
        lambda p: p.edit(ASSESSMENT, "        key: b", "        key: c"),
        [f"~ berubah: {ONLY} Instrumen Tes awal", "Soal 1 > kunci: b → c"],
    ),
    "a question that is gone": (
        drop_question,
        ["jumlah butir penilaian berubah dari", "Soal 2 (dihapus): Label yang ditempel"],
    ),
    "a word of the glossary": (
        lambda p: p.edit("glossary.yaml", "produk, termasuk bungkusnya", "produk dan bungkusnya"),
        ["~ berubah: biaya bahan glossary.yaml", "[-produk, termasuk-] {+produk dan+} bungkusnya."],
    ),
    "a picture": (
        lambda p: p.edit("kwu-05/media/alur-biaya.svg", "<svg", "<svg "),
        ["~ berubah: Gambar alur-biaya.svg"],
    ),
    "promised JP of a programme": (
        lambda p: p.edit(PROGRAMME, "jp: {knowledge: 1, skill: 3}            #", "jp: {knowledge: 2, skill: 3}   #"),
        ["lamanya berubah dari 4 menjadi 5 JP", "JP > pengetahuan: 1 → 2"],
    ),
    "a slot of a day": (
        lambda p: p.edit(PROGRAMME, "{title: Istirahat, minutes: 15}", "{title: Istirahat, minutes: 20}"),
        ["jadwal > Hari kedua > Istirahat > menit: 15 → 20"],
    ),
    "a tool": (
        lambda p: p.edit(MODULE, "- {role: tester, name: Penguji kelas contoh}", "- {role: tester, name: Ibu Ani}"),
        ["penyusun > Ibu Ani > nama: Penguji kelas contoh → Ibu Ani"],
    ),
    "a new fact": (
        lambda p: p.edit("facts.yaml", "facts:\n", NEW_FACT),
        ["+ baru: Upah minimum", "uraian: Upah paling rendah.", "dasar hukum: UU 6/2023", "status: Berlaku"],
    ),
    "a new practice sheet": (
        lambda p: p.write("kwu-05/worksheets/baru.yaml", NEW_SHEET),
        [
            "+ baru: Lembar kerja Upah",
            "petunjuk: Hitunglah.",
            f"{ONLY} Jumlah: Jumlah · rupiah · wage * 2",
            "Upah: Upah · rupiah · 5000",
        ],
    ),
    "settings": (lambda p: p.edit("curriculum.yaml", "class_size: 16", "class_size: 20"), ["peserta sekelas: 16 → 20"]),
}


@pytest.mark.parametrize("name", EDITS)
def test_an_edit_is_told(name: str, tmp_path: Path) -> None:
    edit, expected = EDITS[name]
    words = told(compared(tmp_path, edit))
    assert [line for line in expected if line not in words] == [], words


NOTHING: dict[str, Edit] = {
    "no edit": lambda p: p,
    "a comment": lambda p: p.edit(MODULE, "number: 5", "# catatan\nnumber: 5"),
    "a paragraph wrapped anew": lambda p: p.edit(SECOND, "Sebagian pembeli membayar", "Sebagian\npembeli membayar"),
}


@pytest.mark.parametrize("name", NOTHING)
def test_what_says_the_same_is_no_difference(name: str, tmp_path: Path) -> None:
    comparison = compared(tmp_path, NOTHING[name])
    assert comparison.things == ()
    assert comparison.form_only == (() if name == "no edit" else (MODULE if "comment" in name else SECOND,))


def test_nothing_changed_is_one_line(tmp_path: Path) -> None:
    assert told(compared(tmp_path, lambda p: p)) == "Tidak ada perbedaan antara dahulu dan sekarang."


def test_other_names_are_no_changes_of_programmes(tmp_path: Path) -> None:
    for number, rename in enumerate((rename_session, rename_module)):
        comparison = compared(tmp_path / str(number), rename)
        assert [thing.kind for thing in comparison.things if thing.kind == "programme"] == []


def test_only_what_differs_is_told(tmp_path: Path) -> None:
    comparison = compared(tmp_path, lambda p: p.edit(SECOND, "Tanda minus berarti rugi.", "Tanda minus: rugi."))
    (thing,) = comparison.things
    assert (thing.kind, thing.id, thing.state, thing.for_trainers) == (
        "session", "02-menghitung-hpp", State.CHANGED, True
    )  # fmt: skip
    assert len(thing.details) == 1


def test_an_unreadable_file_is_named_and_not_called_gone(tmp_path: Path) -> None:
    comparison = compared(tmp_path, lambda p: p.edit(SECOND, "title: ", "tilte: "))
    assert comparison.unread == (SECOND,)
    assert [thing for thing in comparison.things if thing.state is State.GONE] == []
    assert "Tidak terbaca, jadi tidak dibandingkan: kwu-05/sessions/02-menghitung-hpp.md." in told(comparison)


def test_a_module_alone_with_what_reaches_it(tmp_path: Path) -> None:
    def edit(project: Project) -> None:
        project.edit("facts.yaml", "amount: 0.5,", "amount: 0.6,").edit("centres.yaml", "name: ", "name: X ")

    comparison = compared(tmp_path, edit)
    assert {thing.kind for thing in comparison.things} == {"fact", "centres"}
    assert {thing.kind for thing in comparison.of_module("kwu-05").things} == {"fact"}
    assert comparison.of_module("kwu-99").is_empty


def lines_to_spoil(file: Path) -> list[int]:
    lines = file.read_text("utf-8").split("\n")
    return [number for number, line in enumerate(lines) if " " in line.strip() and not line.strip().startswith("#")]


def test_nothing_changes_in_silence(tmp_path: Path) -> None:
    """A word changed anywhere is told, or its file is named as unreadable."""
    project = Project(tmp_path / "original")
    silent = []
    files = [FIRST, SECOND, SHEET, OWN_SHEET, ASSESSMENT, MODULE, PROGRAMME, CASE, "facts.yaml", "glossary.yaml"]
    for place, file in enumerate(files):
        for number in lines_to_spoil(project.modules / file)[place % 5 :: 23]:

            def spoil(p: Project, file: str = file, number: int = number) -> None:
                path = p.modules / file
                lines = path.read_text("utf-8").split("\n")
                head, comment, rest = lines[number].partition("  #")
                words = head.rstrip("}'\"].").rsplit(" ", 1)[-1]
                at = head.rindex(words)
                lines[number] = f"{head[:at]}{words}x{head[at + len(words) :]}{comment}{rest}"
                path.write_text("\n".join(lines), "utf-8")

            comparison = compared(tmp_path / f"{place}-{number}", spoil)
            if not (comparison.things or comparison.unread):
                silent.append((file, number, project.modules.joinpath(file).read_text("utf-8").split("\n")[number]))
    assert silent == []
