"""Every snippet, filled with its examples, is what `ck check` wants to read."""

from __future__ import annotations

import json
import re
import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator

from curriculum_kit.blocks import BLOCKS, GROUPS, ROLES, TOPICS
from curriculum_kit.editor.schemas import record_schema
from curriculum_kit.editor.snippets import snippets_text
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from curriculum_kit.source.markdown import parse_session
from curriculum_kit.source.schema.assessment import AssessmentItem
from curriculum_kit.source.schema.module import Iuk
from curriculum_kit.source.schema.session import Step
from tests.editor.yaml12 import read
from tests.rules.examples import BASE

SNIPPETS: dict[str, dict[str, Any]] = json.loads(snippets_text())
BLOCK_SNIPPETS = [name for name in SNIPPETS if name.startswith("Blok ")]
GAP = re.compile(r"\$\{\d+:((?:[^}\\]|\\.)*)\}|\$\{\d+\|((?:[^|\\]|\\.)*)\|\}|\$0")


def filled(name: str, choice: int = 0) -> str:
    """A snippet with every gap filled: with its example, or with one of its choices."""

    def fill(gap: re.Match[str]) -> str:
        if gap[2] is None:
            return re.sub(r"\\(.)", r"\1", gap[1] or "")
        choices = re.split(r"(?<!\\),", gap[2])
        return re.sub(r"\\(.)", r"\1", choices[choice % len(choices)])

    return GAP.sub(fill, "\n".join(SNIPPETS[name]["body"]))


def test_every_block_and_role_has_a_snippet() -> None:
    assert {f"Blok {name}" for name in BLOCKS} <= SNIPPETS.keys()
    assert {f"Peran {name}" for name in ROLES} <= SNIPPETS.keys()


@pytest.mark.parametrize("block", BLOCKS.values(), ids=lambda block: block.name)
def test_the_snippets_of_a_block_hold_all_its_options(block: Any) -> None:
    bodies = "\n".join(filled(name) for name in BLOCK_SNIPPETS if name.split()[1] == block.name)
    assert [option for option in block.options if f":{option}: " not in bodies] == []
    for kind in block.responses:
        assert kind in SNIPPETS[f"Blok {block.name}"]["body"][3]
    assert ("{answer}" in bodies) == (block.needs_answer or block.name == "answer")


def test_choices_are_those_of_the_table() -> None:
    assert "|" + ",".join(GROUPS) + "|" in "\n".join(SNIPPETS["Blok discussion"]["body"])
    assert "|" + ",".join(TOPICS) + "|" in "\n".join(SNIPPETS["Blok trainer-note"]["body"])


@pytest.mark.parametrize("name", BLOCK_SNIPPETS)
@pytest.mark.parametrize("choice", range(5))
def test_a_block_is_read_as_it_looks(name: str, choice: int) -> None:
    document = parse_session("kwu-01/sessions/01-biaya.md", f"## Judul\n\n{filled(name, choice)}\n", 1)
    assert document.faults == ()
    assert [block.kind for block in document.blocks] == [name.split()[1]]


def test_blocks_break_no_rule_about_blocks(tmp_path: Path) -> None:
    root = tmp_path / "modules"
    shutil.copytree(BASE, root)
    session = root / "kwu-01" / "sessions" / "01-biaya.md"
    alone = [filled(name) for name in BLOCK_SNIPPETS if not name.startswith("Blok answer")]  # answers stand in blocks
    session.write_text("\n".join((session.read_text(encoding="utf-8"), *alone)), encoding="utf-8")
    loaded = load(root)
    found = run(loaded.curriculum, loaded.diagnostics, date(2025, 12, 1))
    about_blocks = ("SAFE", "REF310", "REF311", "REF312", "REF313")
    assert [d for d in found if d.code.startswith(about_blocks) and d.span.file.endswith("01-biaya.md")] == []


@pytest.mark.parametrize("name", [name for name in SNIPPETS if name.startswith("Peran ")])
def test_a_role_is_read_as_a_role(name: str) -> None:
    document = parse_session("a.md", f"Kata {filled(name)} lagi.\n", 1)
    assert [role.name for role in document.roles] == [name.split()[1]]


@pytest.mark.parametrize(
    ("name", "record"),
    [("Langkah rencana", Step), ("IUK", Iuk), ("Soal pilihan", AssessmentItem), ("Soal uraian", AssessmentItem)],
)
@pytest.mark.parametrize("choice", range(3))
def test_an_item_fits_its_record(name: str, record: type[Any], choice: int) -> None:
    (item,) = read(filled(name, choice))
    assert list(Draft7Validator(record_schema(record)).iter_errors(item)) == []


def test_what_is_typed_begins_one_snippet_of_a_language() -> None:
    typed = [(entry["scope"], prefix) for entry in SNIPPETS.values() for prefix in entry["prefix"]]
    twice = {pair for pair in typed if typed.count(pair) > 1}
    assert twice <= {("markdown", "case"), ("markdown", "reference")}, "a block and a role may share a name"
