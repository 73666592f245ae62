"""REF302 and the edition agree: what the rule accepts can be printed, and what it refuses cannot."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from curriculum_kit.rules.targets import problem_of
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.worksheets import Calculator
from tests.rules.examples import AS_OF, BASE

EXAMPLE = Path(__file__).parent.parent / "example" / "modules"
DAYS = ("", "@2024-06-01", "@2015-01-01", "@2000-01-01", "@20240601", "@kemarin", "@")


def fact_targets(curriculum: Curriculum) -> Iterator[str]:
    words = {"micro", "small", "sales", "large", "x"}
    cells = ["", *(f".{a}" for a in words), *(f".{a}.{b}" for a, b in product(words, repeat=2)), ".micro.sales.x"]
    for fact, cell, day in product([*curriculum.facts(), "x", ""], cells, DAYS):
        yield f"{fact}{cell}{day}"


@pytest.mark.parametrize("root", [BASE, EXAMPLE])
def test_facts(root: Path) -> None:
    curriculum = load(root).curriculum
    calculator = Calculator(curriculum, AS_OF)
    facts = curriculum.facts()
    for target in fact_targets(curriculum):
        fact, day = facts.get(target.partition("@")[0].partition(".")[0]), target.partition("@")[2]
        problem = problem_of(curriculum, None, "fact", target, AS_OF)
        if problem is None:
            assert calculator.fact_text(target), target
        elif calculator.fact_text(target):  # the oldest value is printed for days before it, and refused here
            assert fact is not None
            begin = fact.at(date.fromisoformat(day)).valid_from
            assert begin is not None
            assert begin > date.fromisoformat(day)


@pytest.mark.parametrize("root", [BASE, EXAMPLE])
def test_results_and_numbers_of_the_story(root: Path) -> None:
    curriculum = load(root).curriculum
    calculator = Calculator(curriculum, AS_OF)
    for module in curriculum.modules.values():
        for address in (*calculator.calc_addresses(module.id), "x", "x.y", "hpp-keripik.x", "hpp-keripik.banana.x"):
            problem = problem_of(curriculum, module, "calc", address, AS_OF)
            if problem is None:
                assert calculator.value(module.id, address) is not None, address
            elif (sheet := module.worksheets.get(address.partition(".")[0])) and sheet.record.mode != "own":
                assert calculator.value(module.id, address) is None, address
    for address in (*calculator.case_addresses(), "x", "sari", "sari.x", "sari."):
        problem = problem_of(curriculum, None, "case", address, AS_OF)
        assert (problem is None) == (calculator.case_value(address) is not None)
