"""Ten different mistakes of an author give ten findings, each with its place, what is wrong and what to do."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

from curriculum_kit.diagnostics import Diagnostic
from tests.rules.examples import BASE, findings


class Mistake(NamedTuple):
    """What is written instead of what, and the finding: code, the words it points at, what it says and advises."""

    file: str
    right: str
    wrong: str
    code: str
    points_at: str
    message: str
    help: str


MISTAKES = (
    Mistake(
        "kwu-01/module.yaml", "domain: skill, text: Mampu mengelompokkan", "domain: skill, text: Dapat mengelompokkan",
        "ALIGN405", "Dapat mengelompokkan biaya",
        'IUK 1.1.2 (keterampilan) harus dimulai dengan "Mampu", bukan "Dapat"', "kata pertama",
    ),
    Mistake(
        "kwu-01/module.yaml", "bring: [hpp-saya]", "bring: [hpp-usaha]",
        "REF304", "hpp-usaha", 'lembar kerja "hpp-usaha" tidak ada; maksud Anda "hpp-saya"?', "worksheets",
    ),
    Mistake(
        "kwu-01/sessions/01-biaya.md", "{case}`sari.packs`", "{case}`sari.pack`",
        "REF302", "sari.pack", '"sari" tidak mempunyai "pack"; maksud Anda "packs"?', "ejaan",
    ),
    Mistake(
        "kwu-01/sessions/01-biaya.md", "block: latihan-biaya", "block: latihan-biya",
        "REF305", "latihan-biya", 'maksud Anda "latihan-biaya"?', ":name:",
    ),
    Mistake(
        "kwu-01/sessions/01-biaya.md", ":alt: Panah dari biaya menuju harga.\n", "",
        "A11Y702", "figure", "belum mempunyai teks alternatif", ":alt:",
    ),
    Mistake(
        "kwu-01/sessions/02-hpp.md", ":group: pair", ":group: berdua",
        "REF313", "berdua", '"berdua" bukan nilai untuk opsi "group"', "pair (berpasangan)",
    ),
    Mistake(
        "kwu-01/sessions/02-hpp.md", "Isilah tabel ini.", "Hasilnya {calc}`hpp-keripik.unit_cost`.",
        "SAFE922", "hpp-keripik.unit_cost", "peserta akan melihat kunci jawaban latihan", "trainer-note",
    ),
    Mistake(
        "kwu-01/assessment.yaml", "key: a", "key: c",
        "ASSESS601", "c", 'kunci jawaban "c" bukan id salah satu pilihan', "a, b",
    ),
    Mistake(
        "programmes/dasar-2jp.yaml", "jp: {knowledge: 1, skill: 1}\nsessions", "jp: {knowledge: 1, skill: 2}\nsessions",
        "TIME502", "2", "jumlah JP keterampilan tertulis 2, tetapi barisnya berjumlah 1", "Perbaiki jumlah ini",
    ),
    Mistake(
        "glossary.yaml", "see: [omzet]", "sea: [omzet]",
        "SCHEMA201", "sea", 'kunci "sea" tidak dikenal; maksud Anda "see"?', "yang boleh ada di sini",
    ),
)  # fmt: skip


def test_ten_mistakes_give_ten_findings(tmp_path: Path) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    for mistake in MISTAKES:
        path = root / mistake.file
        text = path.read_text(encoding="utf-8")
        assert text.count(mistake.right) == 1, mistake
        path.write_text(text.replace(mistake.right, mistake.wrong), encoding="utf-8")
    found = {finding.code: finding for finding in findings(root)}
    assert len(findings(root)) == len(MISTAKES)
    assert sorted(found) == sorted(mistake.code for mistake in MISTAKES)
    for mistake in MISTAKES:
        finding = found[mistake.code]
        assert finding.span.file == mistake.file
        assert pointed_at(root, finding) == mistake.points_at
        assert mistake.message in finding.message.format()
        assert mistake.help in finding.help.format()


def pointed_at(root: Path, finding: Diagnostic) -> str:
    """The words that a finding's span covers."""
    span = finding.span
    assert span.end_line == span.line
    assert span.end_column is not None
    line = (root / span.file).read_text(encoding="utf-8").split("\n")[span.line - 1]
    return line[span.column - 1 : span.end_column - 1]
