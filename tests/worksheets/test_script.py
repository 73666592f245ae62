"""The browser computes every worksheet to the same words as Python, and reads numbers as people here write them."""

from __future__ import annotations

import json
import random
import re
import subprocess
from collections.abc import Iterable, Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from curriculum_kit.resources import templates_folder
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.worksheet import FillAnswer, Row, Worksheet
from curriculum_kit.worksheets import Calculator, quantity_text
from curriculum_kit.worksheets.script import live_sheets, sheet_data
from tests.tools import require_tool
from tests.worksheets.building import AS_OF, computed, curriculum, fill, given, sheet

MODULES = Path(__file__).parents[2] / "modules"
Fields = Mapping[str, Mapping[str, str]]


def in_browser(jobs: Iterable[Mapping[str, Any]]) -> list[Any]:
    """What the script of the website makes of these jobs."""
    script = templates_folder() / "website" / "static" / "lembar.js"
    done = subprocess.run(
        [require_tool("node"), str(Path(__file__).with_name("compute.mjs")), str(script)],
        input=json.dumps([*jobs]), capture_output=True, text=True, check=True, timeout=120,
    )  # fmt: skip
    found = json.loads(done.stdout)
    assert isinstance(found, list)
    return found


# ── Real sheets ─────────────────────────────────────────────────────────────────────────────────────────────────────

NUMBERS = ("0", "1", "3", "7.5", "12", "250", "1500", "17500", "2350000", "999999999", "0.25")


def filled(worksheet: Worksheet, chance: random.Random) -> Worksheet:
    """The sheet with answers in its blanks, some left empty."""

    def answer(type_: str) -> str | None:
        if chance.random() < 0.2:
            return None
        return chance.choice(("Ya", "tidak", "Pisang kepok")) if type_ == "text" else chance.choice(NUMBERS)

    rows = worksheet.rows or tuple(
        Row.model_construct(id=str(number + 1), cells={}) for number in range(worksheet.blank_rows or 0)
    )
    answered = []
    for row in rows:
        typed = {column.id: answer(column.type) for column in worksheet.columns if column.kind == "fill"}
        answers = {name: FillAnswer(answer=words) for name, words in typed.items() if words is not None}
        answered.append(row.model_copy(update={"cells": {**row.cells, **answers}}))
    cells = [
        cell.model_copy(update={"answer": answer(cell.type)}) if cell.kind == "fill" else cell
        for cell in worksheet.cells
    ]
    return worksheet.model_copy(update={"rows": tuple(answered), "blank_rows": None, "cells": tuple(cells)})


def typed_fields(worksheet: Worksheet) -> dict[str, str]:
    """What a person would type for these answers."""
    types = {column.id: column.type for column in worksheet.columns}
    fields = {
        f"{row.id}.{name}": (written.answer, types[name])
        for row in worksheet.rows
        for name, written in row.cells.items()
        if isinstance(written, FillAnswer)
    }
    fields |= {cell.id: (cell.answer, cell.type) for cell in worksheet.cells if cell.kind == "fill" and cell.answer}
    return {name: words if type_ == "text" else words.replace(".", ",") for name, (words, type_) in fields.items()}


def own_sheets(whole: Curriculum) -> list[tuple[str, str]]:
    return [
        (module.id, sheet_id)
        for module in whole.modules.values()
        for sheet_id, source in module.worksheets.items()
        if source.record.mode == "own"
    ]


@pytest.mark.parametrize("seed", range(4))
def test_all_sheets_of_the_curriculum_come_to_the_same_words(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    whole = load(MODULES).curriculum
    modules = {}
    for module in whole.modules.values():
        sheets = {
            sheet_id: replace(source, record=filled(source.record, chance)) if source.record.mode == "own" else source
            for sheet_id, source in module.worksheets.items()
        }
        modules[module.id] = replace(module, worksheets=sheets)
    calculator = Calculator(replace(whole, modules=modules), AS_OF)
    places = own_sheets(whole)
    jobs = [
        {
            "data": sheet_data(calculator, module_id, sheet_id),
            "fields": {
                each: typed_fields(modules[module_id].worksheets[each].record)
                for each in live_sheets(calculator, module_id, sheet_id)
            },
        }
        for module_id, sheet_id in places
    ]
    compared = 0
    for (module_id, sheet_id), words in zip(places, in_browser(jobs), strict=True):
        for address, quantity in calculator.sheet(module_id, sheet_id).values.items():
            slot_words = words[f"{sheet_id}.{address}"]
            expected = quantity_text(quantity)
            if quantity.amount is None:  # an empty blank counts as 0
                assert slot_words in {"", "Rp0", "0%"} or slot_words.split("\N{NO-BREAK SPACE}")[0] == "0"
            else:
                assert slot_words == expected, f"{module_id}/{sheet_id}.{address}"
            compared += 1
    assert compared > 2000


def test_a_key_is_no_data_for_browsers() -> None:
    whole = load(MODULES).curriculum
    with pytest.raises(ValueError, match="kwu-05/hpp-keripik"):
        sheet_data(Calculator(whole, AS_OF), "kwu-05", "hpp-keripik")


def test_numbers_from_elsewhere_stand_there_resolved() -> None:
    one = sheet(fill("a"), computed("x", "a + SHEET(contoh.b) + SHEET(lain.c)"), mode="own")
    sheets = {
        "lembar": one,
        "contoh": sheet(given("b", "1.5")),
        "lain": sheet(fill("c"), computed("d", "c * 2"), mode="own"),
    }
    data = sheet_data(Calculator(curriculum(sheets), AS_OF), "kwu-05", "lembar")
    assert data["sheets"]["lembar"]["cells"][1] == ["x", "number", "", ["+", ["+", 0, "1.5"], ["@", "lain.c"]]]  # type: ignore[index, call-overload]
    assert [*data["sheets"]] == ["lembar", "lain"]  # type: ignore[arg-type]
    fields = {"lembar": {"a": "2"}, "lain": {"c": "1.000"}}
    assert in_browser([{"data": data, "fields": fields}])[0]["lembar.x"] == "1.003,5"


# ── Random trees ────────────────────────────────────────────────────────────────────────────────────────────────────

AMOUNTS = (
    "0", "1", "2", "3", "7", "0.1", "0.000000001", "0.333333333", "1.005", "2.5", "0.5", "1234.56", "999999.995",
    "500", "17500", "99999999999", "999999999999999999", "123456789.123456789", "-1", "-2.5", "-0.5", "-17500",
)  # fmt: skip
NAMES = tuple(f"n{index}" for index in range(len(AMOUNTS)))


def formula(chance: random.Random, depth: int, earlier: tuple[str, ...]) -> str:
    """A formula of at most this depth."""

    def part() -> str:
        return formula(chance, depth - 1, earlier)

    if depth == 0 or chance.random() < 0.1:
        leaf = chance.random()
        if leaf < 0.25:
            return chance.choice([amount for amount in AMOUNTS if not amount.startswith("-")])
        return chance.choice(earlier) if leaf < 0.4 and earlier else chance.choice(NAMES)
    kind = chance.choice(["+", "-", "*", "/", "+", "-", "*", "/", "ROUND", "ROUNDUP", "IF", "SUM", "MIN", "MAX"])
    if kind in "+-*/" or kind == "neg":
        return f"{chance.choice(['', '-', '--'])}({part()} {kind} {part()})"
    if kind.startswith("ROUND"):
        return f"{kind}({part()}, {chance.randint(-9, 9)})"
    if kind == "IF":
        relation = chance.choice(["=", "<>", "<", "<=", ">", ">="])
        left, right = (chance.choice(["t0", "t1", "t2"]) for _ in range(2))
        condition = f"{left} <> {right}" if chance.random() < 0.2 else f"{part()} {relation} {part()}"
        return f"IF({condition}, {part()}, {part()})"
    return f"{kind}({part()}, {part()})"


@pytest.mark.parametrize("seed", range(10))
def test_any_formula_comes_to_the_same_words(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    formulas: dict[str, str] = {}
    while len(formulas) < 500:
        name = f"x{len(formulas)}"
        words = formula(chance, chance.randint(1, 5), tuple(formulas)[-40:])
        if len(words) <= 900 and len(re.findall(r"\w+|\S", words)) < 280:
            formulas[name] = words
    texts = ("ya", "Ya", "tidak")
    cells = [
        *(fill(name, answer=amount) for name, amount in zip(NAMES, AMOUNTS, strict=True)),
        *(fill(f"t{index}", "text", answer=words) for index, words in enumerate(texts)),
        *(computed(name, words) for name, words in formulas.items()),
    ]
    calculator = Calculator(curriculum({"lembar": sheet(*cells, mode="own")}), AS_OF)
    data = sheet_data(calculator, "kwu-05", "lembar")
    fields = {name: amount.replace(".", ",") for name, amount in zip(NAMES, AMOUNTS, strict=True)}
    fields |= {f"t{index}": words for index, words in enumerate(texts)}
    values = calculator.sheet("kwu-05", "lembar").values
    browser = in_browser([{"data": data, "fields": {"lembar": fields}}])[0]
    compared = 0
    for name, words in formulas.items():
        if values[name].amount is None:
            # Python leaves out what needs a value that is missing; the browser does not when IF goes another way.
            needs = re.findall(r"\bx\d+\b", words)
            assert browser[f"lembar.{name}"] is None or any(values[each].amount is None for each in needs), words
        else:
            assert browser[f"lembar.{name}"] == quantity_text(values[name]), words
            compared += 1
    assert compared > 200


# ── Entries ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("text", "type_", "amount", "typed"),
    [
        ("1.234.567,89", "number", "1.234.567,89", "1234567,89"),
        ("1234567", "number", "1.234.567", "1234567"),
        ("Rp1.000.000", "rupiah", "Rp1.000.000", "1000000"),
        ("rp 1.000.000,-", "rupiah", "Rp1.000.000", "1000000"),
        ("Rp. 12.345,50", "rupiah", "Rp12.345,50", "12345,50"),
        (" 5000 ", "rupiah", "Rp5.000", "5000"),
        ("10%", "percent", "10%", "10"),
        ("2,5", "percent", "2,5%", "2,5"),
        ("1,5", "number", "1,5", "1,5"),
        ("1,", "number", "1", "1"),
        ("-3", "number", "−3", "−3"),
        ("24 kg", "number", "24", "24"),
        ("", "number", "0", ""),
    ],
)
def test_numbers_are_read_as_people_write_them(text: str, type_: str, amount: str, typed: str) -> None:
    unit = "kg" if text.endswith("kg") else ""
    found = in_browser([{"text": text, "type": type_, "unit": unit}])[0]
    assert found["amount"].removesuffix("\N{NO-BREAK SPACE}kg") == amount
    assert found["typed"] == typed
    again = in_browser([{"text": found["typed"], "type": type_, "unit": unit}])[0]
    assert again["amount"] == found["amount"]
    assert again["shown"] == found["shown"]


def test_what_is_no_number_is_never_one() -> None:
    wrong = ["lima", "1.5", "1.23", "12.34.567", "1,2,3", "1,234.5", "1e5", "--2", "10 %%", "Rp", "1 juta", "0x10",
             "1" * 19, "0," + "1" * 10, "1.0000"]  # fmt: skip
    jobs = [{"text": text, "type": "number", "unit": ""} for text in wrong]
    assert dict(zip(wrong, in_browser(jobs), strict=True)) == dict.fromkeys(wrong)
    assert in_browser([{"text": "Rp1,234", "type": "rupiah", "unit": ""}]) == [None]


def test_a_wrong_entry_makes_no_result() -> None:
    calculator = Calculator(curriculum({"lembar": sheet(fill("a"), computed("x", "a + 1"), mode="own")}), AS_OF)
    data = sheet_data(calculator, "kwu-05", "lembar")
    jobs = [{"data": data, "fields": {"lembar": {"a": text}}} for text in ("1.5", "1,5", "")]
    assert [words["lembar.x"] for words in in_browser(jobs)] == [None, "2,5", "1"]


def test_the_comparison_can_fail() -> None:
    one = sheet(given("a", "1"), computed("x", "a / 3"), mode="own")
    data = json.loads(json.dumps(sheet_data(Calculator(curriculum({"lembar": one}), AS_OF), "kwu-05", "lembar")))
    third = in_browser([{"data": data, "fields": {}}])[0]["lembar.x"]
    assert third == "0,3333"
    data["sheets"]["lembar"]["given"]["a"] = "2"
    assert in_browser([{"data": data, "fields": {}}])[0]["lembar.x"] == "0,6667"
    assert Decimal(1) / 3 < Decimal("0.3334")
