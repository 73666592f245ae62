"""Notes that let a finding stand: what they reach, what they must say, and that none is left behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.rules.examples import BASE, findings

CASE = "cases/sari.yaml"
SESSION = "kwu-01/sessions/01-biaya.md"
OFFLINE = ":offline: Jawaban ditulis di kertas plano.\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base with one warning: a discussion without a way that needs no power."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    edit(root / SESSION, OFFLINE, "")
    return root


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def note(root: Path, words: str) -> list[str]:
    """Write a note into the front matter and give what is still found, with places."""
    edit(root / SESSION, "title: Mengenal biaya\n", f"{words}\ntitle: Mengenal biaya\n")
    return [f"{f.span.line}:{f.span.column} {f.code}" for f in findings(root) if f.span.file == SESSION]


def test_without_a_note_it_is_found(root: Path) -> None:
    assert note(root, "# catatan biasa") == ["30:5 OFFLINE751"]


@pytest.mark.parametrize(
    ("words", "left"),
    [
        ("# ck: ignore OFFLINE751: kelas ini selalu di luar ruangan", []),
        ("# ck: ignore LANG774, OFFLINE751: dua kode", ["2:14 IGNORE192"]),
        ('# ck: ignore OFFLINE751 "Uang habis": hanya diskusi ini', []),
        ('# ck: ignore OFFLINE751 "Uang lain": bukan baris itu', ["2:14 IGNORE192", "30:5 OFFLINE751"]),
        ("#ck:ignore OFFLINE751: tanpa spasi", []),
        ("# ck: ignore OFFLINE751", ["2:3 IGNORE191"]),
        ("# ck: ignore OFFLINE751 karena begitu", ["2:3 IGNORE191"]),
        ("# ck: ignore: karena begitu", ["2:3 IGNORE191", "30:5 OFFLINE751"]),
        ("# ck: ignore OFFLINE752: kode lain", ["2:14 IGNORE192", "30:5 OFFLINE751"]),
        ("# ck: ignore OFFLIN751: salah ketik", ["2:14 IGNORE193", "30:5 OFFLINE751"]),
        ("# ck: ignore SAFE901: tidak boleh", ["2:14 IGNORE193", "30:5 OFFLINE751"]),
        ("# ck: ignore IGNORE192: tidak boleh", ["2:14 IGNORE193", "30:5 OFFLINE751"]),
    ],
)
def test_a_note_reaches_what_it_names(root: Path, words: str, left: list[str]) -> None:
    assert note(root, words) == left


def test_a_note_holds_for_its_own_file_only(root: Path) -> None:
    edit(root / CASE, "name: Sari\n", "# ck: ignore OFFLINE751: berkas lain\nname: Sari\n")
    assert {f.code for f in findings(root)} == {"OFFLINE751", "IGNORE192"}


def test_a_note_in_the_text_of_a_session_is_text(root: Path) -> None:
    """Comments are refused there; only the front matter is YAML."""
    edit(root / SESSION, "## Ke mana", "# ck: ignore OFFLINE751: bukan di sini\n\n## Ke mana")
    assert "OFFLINE751" in {f.code for f in findings(root)}
