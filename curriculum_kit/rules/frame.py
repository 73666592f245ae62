"""The frame that finds and runs the rules.

A rule is a file `rules/<code in lower case>_<slug>.py` with a docstring (its page, see `pages`), a `SEVERITY`, and a
function `check(curriculum, context)` that yields diagnostics. A file without `check` documents a code that the source
layer or the worksheets report. Nothing is registered by hand: a new rule is a new file.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache
from importlib import import_module
from types import ModuleType

from curriculum_kit import worksheets
from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, Text, in_reading_order
from curriculum_kit.rules import pages
from curriculum_kit.source.curriculum import Curriculum

PROTECTED_FAMILIES = frozenset({"YAML", "SCHEMA", "SAFE", "LEAK"})
"""What these families report cannot be lowered: nothing behind it could be trusted."""
PROTECTED_CODES = frozenset({"CALC809", "REF310", "REF312"})
"""Neither can these: a key in a formula, and blocks and options that are not read as they look."""

_FILE = re.compile(r"(?P<family>[a-z][a-z0-9]*?)(?P<number>\d{3})_[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule knows beside the curriculum. `codes` are the codes of all rules."""

    code: str
    severity: Severity
    as_of: date
    codes: frozenset[str] = field(default=frozenset(), repr=False)

    def finding(
        self, span: Span, message: Text, help: Text, *, related: Iterable[Related] = (), fix: Fix | None = None
    ) -> Diagnostic:
        """A diagnostic of this rule."""
        return Diagnostic(self.code, self.severity, message, help, span, tuple(related), fix)


Check = Callable[[Curriculum, Context], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how much its findings weigh, its check, and the docstring that explains it."""

    code: str
    severity: Severity
    docstring: str
    check: Check | None

    @property
    def page(self) -> pages.Page:
        """The page for `ck explain`."""
        return pages.parse(self.docstring)

    @property
    def protected(self) -> bool:
        """Whether `severity:` in `curriculum.yaml` cannot lower it."""
        return is_protected(self.code)


class RuleFailed(Exception):
    """A rule broke on a curriculum: a mistake in the rule, never in what the author wrote."""

    def __init__(self, code: str, cause: Exception) -> None:
        super().__init__(f"{code}: {type(cause).__name__}: {cause}")
        self.code = code


def is_protected(code: str) -> bool:
    """Whether `severity:` in `curriculum.yaml` cannot lower `code`."""
    return code in PROTECTED_CODES or code.rstrip("0123456789") in PROTECTED_FAMILIES


@cache
def rules() -> Mapping[str, Rule]:
    """All rules by code, in the order of their codes."""
    package = import_module("curriculum_kit.rules")
    found = (_rule(name) for _, name, _ in pkgutil.iter_modules(package.__path__) if _FILE.fullmatch(name))
    return {rule.code: rule for rule in sorted(found, key=lambda rule: rule.code)}


def run(curriculum: Curriculum, from_load: Iterable[Diagnostic], as_of: date) -> tuple[Diagnostic, ...]:
    """Everything there is to say about a curriculum: from loading, from the worksheets and from the rules.

    The severities that `curriculum.yaml` sets are applied; findings set to `off` are gone.
    """
    codes = frozenset(rules())
    found = [*from_load, *_guarded("CALC", worksheets.diagnose(curriculum, as_of))]
    for rule in rules().values():
        if rule.check:
            found += _guarded(rule.code, rule.check(curriculum, Context(rule.code, rule.severity, as_of, codes)))
    return in_reading_order(_reweighed(curriculum, found))


def _rule(name: str) -> Rule:
    module: ModuleType = import_module(f"curriculum_kit.rules.{name}")
    code = name.partition("_")[0].upper()
    return Rule(code, module.SEVERITY, module.__doc__ or "", getattr(module, "check", None))


def _guarded(code: str, diagnostics: Iterator[Diagnostic]) -> Iterator[Diagnostic]:
    try:
        yield from diagnostics
    except Exception as error:
        raise RuleFailed(code, error) from error


def _reweighed(curriculum: Curriculum, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
    wishes = curriculum.settings.record.severity if curriculum.settings else {}
    for diagnostic in diagnostics:
        wish = wishes.get(diagnostic.code)
        if wish is None or (is_protected(diagnostic.code) and wish != Severity.ERROR.value):
            yield diagnostic  # SCHEMA211 speaks about the latter
        elif wish != "off":
            yield replace(diagnostic, severity=Severity(wish))
