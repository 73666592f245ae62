"""Roles as they are read, for texts that no edition renders: tables for trainers, comparisons."""

from __future__ import annotations

import re

from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets.sheet import Calculator

_ROLE = re.compile(r"\{(?P<role>fact|calc|case|term|ref)\}`(?:(?P<words>[^`<]*)<(?P<to>[^`>]*)>|(?P<target>[^`]*))`")


class Words:
    """How roles look in the text of a module: a number as it is printed, a word of the glossary as it is read."""

    def __init__(self, curriculum: Curriculum, calculator: Calculator, module_id: str = "") -> None:
        """Bind to one state of the curriculum."""
        self._calculator = calculator
        self._module = module_id
        glossary = curriculum.glossary.record.terms if curriculum.glossary else ()
        self._terms = {term.id: term.abbreviation or term.term for term in glossary}

    def __call__(self, word: str) -> str:
        """A word with its roles printed; what has no value stays as it is written."""
        return _ROLE.sub(self._printed, word) if "{" in word else word

    def _printed(self, match: re.Match[str]) -> str:
        role, target = match["role"], (match["to"] or match["target"] or "").strip()
        calculator = self._calculator
        if match["words"] and match["words"].strip():
            return match["words"].strip()
        if role == "fact":
            return calculator.fact_text(target) or match[0]
        if role in {"case", "calc"}:
            head, slash, address = target.rpartition("/")
            quantity = (
                calculator.case_value(target)
                if role == "case"
                else calculator.value(head if slash else self._module, address)
            )
            return calculator.quantity_text(quantity) if quantity else match[0]
        return self._terms.get(target, target) if role == "term" else target
