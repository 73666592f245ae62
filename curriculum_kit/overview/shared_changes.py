"""What differs between two releases in what all modules share: programmes, facts, glossary, training centres."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from curriculum_kit.indonesian import number_text
from curriculum_kit.overview.difference import Difference, come_and_gone, kept
from curriculum_kit.source.schema.release import Release, ReleasedFact, ReleasedProgramme


def programmes_changed(old: Release, new: Release) -> Iterator[Difference]:
    """The programmes, with the sessions that they list."""
    yield from come_and_gone("programme", "", old.programmes, new.programmes)
    for id, programme in kept(old.programmes, new.programmes):
        yield from _programme(id, old.programmes[id], programme, {**session_titles(old), **session_titles(new)})


def session_titles(release: Release) -> dict[str, str]:
    """The titles of all sessions by `module-id/session-id`."""
    return {
        f"{module_id}/{id}": session.title
        for module_id, module in release.modules.items()
        for id, session in module.sessions.items()
    }


def _programme(
    id: str, old: ReleasedProgramme, new: ReleasedProgramme, titles: Mapping[str, str]
) -> Iterator[Difference]:
    def found(what: str, was: str = "", now: str = "") -> Difference:
        return Difference(what, "", id, new.title, was, now)

    if old.title != new.title:
        yield found("programme-title", old.title, new.title)
    if old.jp != new.jp:
        yield found("programme-jp", number_text(old.jp), number_text(new.jp))
    if old.days != new.days:
        yield found("programme-days", str(old.days), str(new.days))
    for path in _left_out(new.sessions, old.sessions):
        yield found("programme-session-new", now=titles.get(path, path))
    for path in _left_out(old.sessions, new.sessions):
        yield found("programme-session-gone", was=titles.get(path, path))
    if old.sessions != new.sessions and set(old.sessions) == set(new.sessions):
        yield found("programme-order")
    if old.text != new.text:
        yield found("programme-text")


def _left_out(some: Iterable[str], others: Iterable[str]) -> list[str]:
    known = set(others)
    return [each for each in some if each not in known]


def facts_changed(old: Mapping[str, ReleasedFact], new: Mapping[str, ReleasedFact]) -> Iterator[Difference]:
    """The facts: what they say, their status, the rest, and that they were checked again."""
    yield from come_and_gone("fact", "", old, new)
    for id, fact in kept(old, new):
        before = old[id]
        if before.value != fact.value:
            yield Difference("fact-value", "", id, fact.title, before.value, fact.value)
        if before.status != fact.status:
            yield Difference("fact-status", "", id, fact.title, before.status, fact.status)
        same = before.value == fact.value and before.status == fact.status
        if same and (before.text, before.title) != (fact.text, fact.title):
            yield Difference("fact-text", "", id, fact.title)
        elif same and before.checked_on != fact.checked_on:
            days = (before.checked_on.isoformat(), fact.checked_on.isoformat())
            yield Difference("fact-checked", "", id, fact.title, *days)


def terms_changed(old: Release, new: Release) -> Iterator[Difference]:
    """The words of the glossary."""
    for id, term in new.terms.items():
        before = old.terms.get(id)
        if before is None:
            yield Difference("term-new", "", id, term.term)
        elif before != term:
            yield Difference("term-text", "", id, term.term)
    for id, term in old.terms.items():
        if id not in new.terms:
            yield Difference("term-gone", "", id, term.term)


def centres_changed(old: Release, new: Release) -> Iterator[Difference]:
    """The directory of training centres as a whole."""
    if old.files.get("centres.yaml") != new.files.get("centres.yaml"):
        yield Difference("centres", "", "centres", "", str(old.centres), str(new.centres))
