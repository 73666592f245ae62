"""The frame that finds and runs the rules.

A rule is a file `rules/<code in lower case>_<slug>.py` with a docstring (its page, see `pages`), a `SEVERITY`, and a
function that yields diagnostics: `check(curriculum, context)`; or `check_module(curriculum, context)` for a rule that
looks at one module at a time, and is given a curriculum without the others; or `check_text(text, context)` for a
rule that looks at the words of one file. The last two look again only when the module or the file has changed. A file
without any of them documents a code that the source layer or the worksheets report. Nothing is registered by hand: a
new rule is a new file.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cache, partial
from importlib import import_module
from itertools import chain
from types import ModuleType
from typing import TYPE_CHECKING, TypeVar

from msgspec import structs

from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, Text, in_reading_order
from curriculum_kit.rules import pages
from curriculum_kit.rules.ignores import without_ignored
from curriculum_kit.rules.prose import FileText, file_texts
from curriculum_kit.rules.reading import mentions
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.document import RoleUse
from curriculum_kit.source.memory import Memory, digest_of
from curriculum_kit.source.schema.curriculum import HouseWords, Term
from curriculum_kit.source.schema.facts import Fact

if TYPE_CHECKING:
    from curriculum_kit.worksheets import Calculator

PROTECTED_FAMILIES = frozenset({"YAML", "SCHEMA", "SAFE", "LEAK", "IGNORE"})
"""What these families report cannot be lowered: nothing behind it could be trusted."""
PROTECTED_CODES = frozenset({"CALC809", "REF310", "REF311", "REF312"})
"""Neither can these: a key in a formula; blocks, roles and options that are not read as they look."""

WORDS = ("curriculum.yaml", "glossary.yaml", "facts.yaml")
"""What the context of a rule is made of."""
SHARED = (*WORDS, "cases/", "standards/")
"""What modules lean on."""

T = TypeVar("T")
_FILE = re.compile(r"(?P<family>[a-z][a-z0-9]*?)(?P<number>\d{3})_[a-z0-9_]+")


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule knows beside the curriculum or text.

    `codes` are the codes of all rules, `house_words` the words that `curriculum.yaml` accepts, `terms` the glossary,
    `facts` the regulatory facts with the places of their ids.
    """

    code: str
    severity: Severity
    as_of: date
    codes: frozenset[str] = field(default=frozenset(), repr=False)
    house_words: frozenset[str] = field(default=frozenset(), repr=False)
    terms: tuple[Term, ...] = field(default=(), repr=False)
    facts: tuple[tuple[Fact, Span], ...] = field(default=(), repr=False)

    def finding(
        self, span: Span, message: Text, help: Text, *, related: Iterable[Related] = (), fix: Fix | None = None
    ) -> Diagnostic:
        """A diagnostic of this rule."""
        return Diagnostic(self.code, self.severity, message, help, span, tuple(related), fix)


Check = Callable[[Curriculum, Context], Iterator[Diagnostic]]
CheckText = Callable[[FileText, Context], Iterator[Diagnostic]]


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule: its code, how much its findings weigh, its check, and the docstring that explains it."""

    code: str
    severity: Severity
    docstring: str
    check: Check | None
    check_module: Check | None = None
    check_text: CheckText | None = None

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


def run(
    curriculum: Curriculum,
    from_load: Iterable[Diagnostic],
    as_of: date,
    memory: Memory | None = None,
    *,
    texts: bool = True,
) -> tuple[Diagnostic, ...]:
    """Everything there is to say about a curriculum: from loading, from the worksheets and from the rules.

    The severities that `curriculum.yaml` sets are applied; findings set to `off` or let stand by a note are gone.
    What `memory` holds about files that have not changed is not found out again. Without `texts` nothing is said about
    words: that takes longest where a word of the glossary has changed, and the preview can show pages before it.
    """
    memory = memory or Memory()
    contexts = _contexts(curriculum, as_of)
    found = [*from_load, *_of_worksheets(curriculum, as_of, memory)]
    for rule in rules().values():
        if rule.check:
            found += _guarded(rule.code, rule.check(curriculum, contexts[rule.code]))
    found += _of_modules(curriculum, contexts, as_of, memory)
    if texts:
        found += _of_texts(curriculum, contexts, as_of, memory)
    found = list(without_ignored(curriculum, found, {code: is_protected(code) for code in rules()}))
    return in_reading_order(_reweighed(curriculum, found))


def _of_worksheets(curriculum: Curriculum, as_of: date, memory: Memory) -> Iterator[Diagnostic]:
    @cache
    def calculator() -> Calculator:
        from curriculum_kit.worksheets import Calculator  # noqa: PLC0415 - costly, and often not needed

        return Calculator(curriculum, as_of)

    def told(module: LoadedModule) -> tuple[Diagnostic, ...]:
        from curriculum_kit.worksheets import diagnose_module  # noqa: PLC0415

        return _told("CALC", diagnose_module, module, calculator())

    texts = curriculum.texts
    cases = (texts.get(case.file, "") for case in curriculum.cases.values())
    given = digest_of((as_of.isoformat(), *sorted(curriculum.unreadable), texts.get("facts.yaml", ""), *cases))
    for module in curriculum.modules.values():
        sheets = tuple(part for sheet in module.worksheets.values() for part in (sheet.file, texts.get(sheet.file, "")))
        yield from memory.recall("worksheets", (given, *sheets), tuple[Diagnostic, ...], partial(told, module))


def _of_modules(
    curriculum: Curriculum, contexts: Mapping[str, Context], as_of: date, memory: Memory
) -> Iterator[Diagnostic]:
    checks = [(rule.check_module, contexts[rule.code]) for rule in rules().values() if rule.check_module]
    shared = {file: written for file, written in curriculum.texts.items() if file.startswith(SHARED)}
    known = digest_of((as_of.isoformat(), *chain.from_iterable(sorted(shared.items()))))
    for module in curriculum.modules.values():
        others = tuple(f"{id}/" for id in curriculum.modules if id != module.id)
        unreadable = frozenset(file for file in curriculum.unreadable if not file.startswith(others))
        parts: tuple[str | bytes, ...] = (known, *sorted(unreadable), *_written_in(curriculum, module))
        alone = replace(
            curriculum,
            modules={module.id: module},
            programmes={},
            centres=None,
            releases={},
            unreadable=unreadable,
            texts={},
        )
        yield from memory.recall("module", parts, tuple[Diagnostic, ...], partial(_all_told, checks, alone))


def _written_in(curriculum: Curriculum, module: LoadedModule) -> Iterator[str]:
    """Everything that a module consists of."""
    for source in (module.source, module.assessment, *module.worksheets.values()):
        if source:
            yield from (source.file, curriculum.texts.get(source.file, ""))
    for session in module.sessions.values():
        yield from (session.document.file, session.document.text)
    for name, picture in module.media.items():
        yield from (name, str(picture))
    for language, catalogues in curriculum.catalogues.items():
        if module.id in catalogues:
            yield from (language, catalogues[module.id].digest)


def _of_texts(
    curriculum: Curriculum, contexts: Mapping[str, Context], as_of: date, memory: Memory
) -> Iterator[Diagnostic]:
    # Where the accepted words or the glossary cannot be read, nobody knows what is wrong with a word.
    without = () if _knows_words(curriculum) else ("LANG",)
    checks = [
        (rule.check_text, contexts[rule.code])
        for rule in rules().values()
        if rule.check_text and not rule.code.startswith(without)
    ]
    # Of the day, rules for texts use no more than which version of a fact is in force.
    in_force = " ".join(str(fact.at(as_of).valid_from) for fact in curriculum.facts().values())
    known = digest_of((*without, in_force, *(curriculum.texts.get(file, "") for file in WORDS)))
    for file_text in file_texts(curriculum) if checks else ():
        parts = (known, file_text.file, file_text.raw)
        yield from memory.recall("texts", parts, tuple[Diagnostic, ...], partial(_all_told, checks, file_text))


def _knows_words(curriculum: Curriculum) -> bool:
    """Whether the files with the accepted words are there and can be read."""
    lacks_glossary = curriculum.glossary is None and any(
        isinstance(mention.use, RoleUse) and mention.use.name == "term" for mention in mentions(curriculum)
    )
    return not lacks_glossary and curriculum.unreadable.isdisjoint(WORDS)


def _all_told(
    checks: Iterable[tuple[Callable[[T, Context], Iterator[Diagnostic]], Context]], whole: T
) -> tuple[Diagnostic, ...]:
    return tuple(found for check, context in checks for found in _told(context.code, check, whole, context))


def _told(code: str, check: Callable[..., Iterator[Diagnostic]], *arguments: object) -> tuple[Diagnostic, ...]:
    return tuple(_guarded(code, check(*arguments)))


def _contexts(curriculum: Curriculum, as_of: date) -> dict[str, Context]:
    """What each rule knows beside the curriculum; all but the code and its weight is the same for all."""
    words = curriculum.settings.record.house_words if curriculum.settings else HouseWords()
    source = curriculum.facts_source
    facts = enumerate(source.record.facts) if source else ()
    shared = Context(
        code="",
        severity=Severity.ERROR,
        as_of=as_of,
        codes=frozenset(rules()),
        house_words=frozenset((*words.names, *words.trade_terms, *words.foreign_terms)),
        terms=curriculum.glossary.record.terms if curriculum.glossary else (),
        facts=tuple((fact, source.places.value("facts", at, "id")) for at, fact in facts) if source else (),
    )
    return {rule.code: replace(shared, code=rule.code, severity=rule.severity) for rule in rules().values()}


def _rule(name: str) -> Rule:
    module: ModuleType = import_module(f"curriculum_kit.rules.{name}")
    code = name.partition("_")[0].upper()
    return Rule(
        code,
        module.SEVERITY,
        module.__doc__ or "",
        *(getattr(module, name, None) for name in ("check", "check_module", "check_text")),
    )


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
            yield structs.replace(diagnostic, severity=Severity(wish))
