"""What readers of the curriculum read is spelt as the Indonesian dictionary, or its own word list, has it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.project import Project
from tests.tools import require_tool, without
from tools.spelling import NoDictionary, main, unknown_words

ROOT = Path(__file__).resolve().parents[2]


def spelling(folder: Path) -> list[str]:
    require_tool("hunspell")
    try:
        return [f"{place.file}:{place.line}: {place.word}" for place in unknown_words(folder)]
    except NoDictionary as missing:
        without(str(missing))


def test_every_word_is_known() -> None:
    assert spelling(ROOT / "modules") == []


DRAWING = """<svg xmlns="http://www.w3.org/2000/svg">
<style>text { fill: blakc }</style>
<text>Harga juall</text>
</svg>
"""
GLOSSARY = """terms:
  - id: biaya
    term: biaya
    meaning: Uang yang keluarr untuk usaha.
"""
SESSION = """---
title: Menghitung biyaya
objective: Peserta mampu menghitung biaya.
plan: []
---

## Biaya

Harganya `katauntukprogram` tidaak tetap. *Cashflow* dihitung kemudian.
"""


@pytest.mark.parametrize(
    ("file", "text", "slips"),
    [
        ("glossary.yaml", GLOSSARY, {"glossary.yaml:4: keluarr"}),
        ("kwu-05/sessions/09-kas.md", SESSION, {f"kwu-05/sessions/09-kas.md:{n}" for n in ("2: biyaya", "9: tidaak")}),
        ("kwu-05/media/biaya.svg", DRAWING, {"kwu-05/media/biaya.svg:3: juall"}),
    ],
)
def test_a_slip_is_found_wherever_it_is_read(tmp_path: Path, file: str, text: str, slips: set[str]) -> None:
    found = spelling(Project(tmp_path).write(file, text).modules)
    assert {place for place in found if place.startswith(file)} == slips


@pytest.mark.parametrize(
    ("word", "is_known"),
    [
        ("Kudamati", True),
        ("kudamatinya", True),
        ("kudamati-kudamati", True),
        ("di-PHK", True),
        ("kudamat", False),
        ("kudamati-kudamat", False),
    ],
)
def test_a_listed_word_is_known_in_all_its_forms(tmp_path: Path, word: str, *, is_known: bool) -> None:
    project = Project(tmp_path).edit("curriculum.yaml", "names: [Sari,", "names: [Kudamati, Sari,")
    project.write("glossary.yaml", GLOSSARY.replace("keluarr", word))
    assert (f"glossary.yaml:4: {word}" not in spelling(project.modules)) is is_known


def test_one_module_can_be_looked_at_alone(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    project = Project(tmp_path).write("glossary.yaml", GLOSSARY).write("kwu-05/media/biaya.svg", DRAWING)
    assert "kwu-05/media/biaya.svg:3: juall" in spelling(project.modules / "kwu-05")
    assert main([str(project.modules / "kwu-05")]) == 1
    assert "keluarr" not in capsys.readouterr().out
