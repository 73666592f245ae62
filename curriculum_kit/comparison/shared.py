"""What differs in what all modules share: programmes, cases, facts, glossary, centres, standards, settings."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from curriculum_kit.comparison.model import Detail, Part, Sentence, Thing, Touched, together
from curriculum_kit.comparison.pairing import pairings, renamed
from curriculum_kit.comparison.records import IsHidden, View, hidden_field, record_details, whole_details
from curriculum_kit.comparison.sides import Pair
from curriculum_kit.comparison.told import state_of
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.source.curriculum import Source
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.curriculum import Case, Settings

R = TypeVar("R", bound=BaseModel)
QUIET_SETTINGS: Mapping[str, tuple[str, ...]] = {
    "fact_recheck_days": ("laporan.html",),
    "house_words": (),
    "search_synonyms": ("cari.html",),
    "severity": (),
}
"""Settings that are not printed everywhere, with the pages that depend on them."""
Found = Iterator[Thing]
Reaching = Callable[[str, Any, Any], Touched]
"""How far a thing reaches: its id, and its record in both states (None where it is not)."""


def shared_parts(pair: Pair) -> Iterator[Part]:
    """The parts, in the order in which they are told."""
    for title, things in (
        (text("Program"), _programmes(pair)),
        (text("Kasus"), _cases(pair)),
        (text("Fakta dan dasar hukum"), _facts(pair)),
        (text("Glosarium"), _terms(pair)),
        (text("Balai pelatihan"), _one_file(pair, "centres", "centres.yaml", text("Daftar balai"))),
        (text("Standar acuan"), _standards(pair)),
        (text("Pengaturan kurikulum"), _one_file(pair, "settings", "curriculum.yaml", text("Pengaturan"))),
    ):
        yield Part("", title, tuple(things))


def _open(record: BaseModel, name: str, value: object) -> bool:  # noqa: ARG001 - the shape of `IsHidden`
    """Nothing of the record is a secret: it reaches participants by way of other texts."""
    return False


def _programmes(pair: Pair) -> Found:
    old, new = pair.old.curriculum.programmes, pair.new.curriculum.programmes

    def reach(id: str, _old: object, _new: object) -> Touched:
        return pair.reach.programme(id)

    yield from _files(pair, "programme", old, new, lambda record: (record.title, record.code), reach)


def _cases(pair: Pair) -> Found:
    old, new = pair.old.curriculum.cases, pair.new.curriculum.cases

    def reach(id: str, was: Case | None, now: Case | None) -> Touched:
        before, after = ({value.id: value for value in case.values} if case else {} for case in (was, now))
        values = {name for name in {*before, *after} if before.get(name) != after.get(name)}
        whole = was is None or now is None or was.model_copy(update={"values": now.values}) != now
        touched = together(pair.reach.used("case", f"{id}.{name}") for name in values)
        return touched | pair.reach.used("case", id) if whole else touched

    yield from _files(pair, "case", old, new, lambda record: (record.name,), reach, _open)


def _standards(pair: Pair) -> Found:
    old, new = pair.old.curriculum.standards, pair.new.curriculum.standards
    yield from _files(pair, "standard", old, new, lambda record: (record.regulation,), lambda *_: Touched(), _open)


def _files(
    pair: Pair,
    kind: str,
    old: Mapping[str, Source[Record]],
    new: Mapping[str, Source[Record]],
    marks: Callable[..., tuple[object, ...]],
    reach: Reaching,
    hides: IsHidden = hidden_field,
) -> Found:
    """Things that have a file each."""
    skipped = {*pair.old.curriculum.unreadable, *pair.new.curriculum.unreadable}
    before = {id: source.record for id, source in old.items() if source.file not in skipped}
    now = {id: source.record for id, source in new.items() if source.file not in skipped}
    files = {id: source.file for id, source in (*old.items(), *new.items())}
    yield from _things(pair, kind, before, now, marks, reach, hides, files.__getitem__)


def _facts(pair: Pair) -> Found:
    def reach(id: str, _old: object, _new: object) -> Touched:
        return pair.reach.used("fact", id, "fakta.html")

    if not _is_unread(pair, "facts.yaml"):
        old, new = pair.old.curriculum.facts(), pair.new.curriculum.facts()
        yield from _things(pair, "fact", old, new, lambda fact: (fact.title,), reach, hidden_field,
                           lambda _: "facts.yaml")  # fmt: skip


def _terms(pair: Pair) -> Found:
    def reach(id: str, _old: object, _new: object) -> Touched:
        return pair.reach.used("term", id, "glosarium.html")

    sources = (pair.old.curriculum.glossary, pair.new.curriculum.glossary)
    if not _is_unread(pair, "glossary.yaml"):
        old, new = ({term.id: term for term in source.record.terms} if source else {} for source in sources)
        yield from _things(pair, "term", old, new, lambda term: (term.term,), reach, hidden_field,
                           lambda _: "glossary.yaml")  # fmt: skip


def _things(
    pair: Pair,
    kind: str,
    old: Mapping[str, R],
    new: Mapping[str, R],
    marks: Callable[..., tuple[object, ...]],
    reach: Reaching,
    hides: IsHidden,
    file: Callable[[str], str],
) -> Found:
    view = View(hides, pair.words(), pair.renamed)
    ids = renamed({id: marks(each) for id, each in old.items()}, {id: marks(each) for id, each in new.items()})
    for pairing in pairings(old, new, ids):
        key = pairing.new or pairing.old
        record = new[key] if pairing.new else old[key]
        details: tuple[Detail, ...] = ()
        sentences: list[Sentence] = []
        if pairing.old and pairing.new:
            without = pair.told.fields(kind, "", key)
            details = tuple(record_details(old[pairing.old], record, view, without=without | {"id"}))
            sentences += pair.told.sentences(kind, "", key, details)
            if pairing.old != pairing.new:
                sentences.append(Sentence(text("idnya dahulu {id}", id=pairing.old)))
            if not (details or sentences):
                continue
        elif pairing.new:
            details = tuple(whole_details(record, view))
        touched = reach(key, old.get(pairing.old), new.get(pairing.new))
        state = state_of(pairing.old, pairing.new)
        yield Thing(kind, key, _title(marks(record)), file(key), state, tuple(sentences), details, touched)


def _title(marks: Sequence[object]) -> Text:
    return Text("{words}", {"words": str(marks[0])})


def _one_file(pair: Pair, kind: str, file: str, title: Text) -> Found:
    """A file that is one thing."""
    old, new = getattr(pair.old.curriculum, kind), getattr(pair.new.curriculum, kind)
    if _is_unread(pair, file) or (old is None and new is None):
        return
    reach = pair.reach.used("", "", "balai.html") if kind == "centres" else pair.reach.everything()
    if old is None or new is None:
        yield Thing(kind, kind, title, file, state_of("x" if old else "", "x" if new else ""), touched=reach)
        return
    view = View(_open if kind == "settings" else hidden_field, pair.words())
    details = tuple(record_details(old.record, new.record, view))
    if details:
        if kind == "settings":
            reach = _reach_of_settings(pair, old.record, new.record)
        yield Thing(kind, kind, title, file, state_of(kind, kind), (), details, reach)


def _reach_of_settings(pair: Pair, old: Settings, new: Settings) -> Touched:
    """Most settings are printed everywhere; some are for the search, for reports, or for the check alone."""
    differing = {name for name in Settings.model_fields if getattr(old, name) != getattr(new, name)}
    if differing - QUIET_SETTINGS.keys():
        return pair.reach.everything()
    return pair.reach.used("", "", *(page for name in differing for page in QUIET_SETTINGS[name]))


def _is_unread(pair: Pair, file: str) -> bool:
    return file in pair.old.curriculum.unreadable or file in pair.new.curriculum.unreadable
