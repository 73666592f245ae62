"""Build curricula from YAML texts for the tests of worksheets, without the loader of the package."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import BaseModel

from curriculum_kit.diagnostics import Diagnostic, Severity, Span
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Loc, Places, Source
from curriculum_kit.source.schema.curriculum import Case
from curriculum_kit.source.schema.facts import Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.worksheets import Calculator, diagnose
from curriculum_kit.worksheets.diagnosis import HELP

R = TypeVar("R", bound=BaseModel)
EXAMPLE = Path(__file__).parents[1] / "example" / "modules"
AS_OF = date(2025, 12, 1)


def load(kind: type[R], written: str, file: str) -> Source[R]:
    """A record with the places of its values."""
    record = kind.model_validate(yaml.load(written, Loader=yaml.BaseLoader))
    values = dict(_places(yaml.compose(written, Loader=yaml.BaseLoader), (), file))
    return Source(file, record, Places(file, {}, values))


def _places(node: yaml.Node | None, loc: Loc, file: str) -> Iterator[tuple[Loc, Span]]:
    if node is None:
        return
    start, end = node.start_mark, node.end_mark
    yield loc, Span(file, start.line + 1, start.column + 1, end.line + 1, end.column + 1)
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            yield from _places(value, (*loc, key.value), file)
    elif isinstance(node, yaml.SequenceNode):
        for index, value in enumerate(node.value):
            yield from _places(value, (*loc, index), file)


def curriculum(
    sheets: Mapping[str, str],
    *,
    cases: Mapping[str, str] | None = None,
    facts: str | None = None,
    unreadable: frozenset[str] = frozenset(),
) -> Curriculum:
    """A curriculum of one module `kwu-05` with these worksheets, cases and facts, all given as YAML."""
    module = load(Module, (EXAMPLE / "kwu-05" / "module.yaml").read_text("utf-8"), "kwu-05/module.yaml")
    worksheets = {name: load(Worksheet, written, f"kwu-05/worksheets/{name}.yaml") for name, written in sheets.items()}
    return Curriculum(
        root=EXAMPLE,
        facts_source=load(Facts, facts, "facts.yaml") if facts else None,
        cases={name: load(Case, written, f"cases/{name}.yaml") for name, written in (cases or {}).items()},
        modules={"kwu-05": LoadedModule("kwu-05", module, worksheets=worksheets)},
        unreadable=unreadable,
    )


def example() -> Curriculum:
    """The worksheets, the case and the facts of the example curriculum."""
    folder = EXAMPLE / "kwu-05" / "worksheets"
    return curriculum(
        {path.stem: path.read_text("utf-8") for path in sorted(folder.glob("*.yaml"))},
        cases={"sari": (EXAMPLE / "cases" / "sari.yaml").read_text("utf-8")},
        facts=(EXAMPLE / "facts.yaml").read_text("utf-8"),
    )


def sheet(*cells: str, mode: str = "example", head: str = "") -> str:
    """A worksheet with these cells in flow style, such as `id: a, type: number, kind: given, value: 1`."""
    lines = [f"title: Lembar\nmode: {mode}\ninstructions: Hitunglah."]
    lines += [head.strip("\n")] if head else []
    lines += ["cells:"] if cells else []
    lines += [f"  - {{label: Sel, {cell}}}" for cell in cells]
    return "\n".join(lines) + "\n"


def given(name: str, value: str, type_: str = "number") -> str:
    """A given cell."""
    return f"id: {name}, type: {type_}, kind: given, value: '{value}'"


def fill(name: str, type_: str = "number", answer: str | None = None) -> str:
    """A blank."""
    return f"id: {name}, type: {type_}, kind: fill" + (f", answer: '{answer}'" if answer else "")


def computed(name: str, formula: str, type_: str = "number") -> str:
    """A computed cell."""
    return f"id: {name}, type: {type_}, kind: computed, formula: '{formula}'"


def findings(*cells: str, mode: str = "example", head: str = "", **more: str) -> list[Diagnostic]:
    """What is wrong in a sheet `lembar` of these cells, beside other sheets given as YAML."""
    return list(diagnose(curriculum({"lembar": sheet(*cells, mode=mode, head=head), **more}), AS_OF))


def codes(found: list[Diagnostic]) -> list[str]:
    """The codes of findings."""
    return [diagnostic.code for diagnostic in found]


def amounts(*cells: str, mode: str = "example", head: str = "") -> dict[str, object]:
    """What the cells of a sheet come to."""
    calculator = Calculator(curriculum({"lembar": sheet(*cells, mode=mode, head=head)}), AS_OF)
    return {name: quantity.amount for name, quantity in calculator.sheet("kwu-05", "lembar").values.items()}


def only(found: Sequence[Diagnostic]) -> Diagnostic:
    """The one finding there is."""
    assert len(found) == 1, [(one.code, one.message.format()) for one in found]
    assert found[0].severity is Severity.ERROR
    assert found[0].help is HELP[found[0].code]
    return found[0]


def says(found: Sequence[Diagnostic], code: str, words: str) -> Diagnostic:
    """The one finding there is, of this code and with these words."""
    one = only(found)
    assert one.code == code
    assert words in one.message.format()
    return one
