"""`releases/<version>.json`: what a release held, so that a later build can say what has changed since.

Written by `ck release`, never by hand. It holds digests instead of texts: no answer and no key stands in it.
"""

from __future__ import annotations

from pydantic import Field

from curriculum_kit.source.schema.base import Date, Number, PlainText, Record, SessionPath, Version, Whole


class ReleasedSession(Record):
    """A session. `minutes` are those of teaching; the digests are those of what everybody reads and of the rest."""

    number: PlainText
    title: PlainText
    minutes: Whole
    text: PlainText
    plan: PlainText
    notes: PlainText
    answers: PlainText


class ReleasedWorksheet(Record):
    """A worksheet; `answers` is the digest of its key."""

    title: PlainText
    text: PlainText
    answers: PlainText


class ReleasedInstrument(Record):
    """An instrument of the assessment; `items` counts questions, checklist rows and criteria."""

    title: PlainText
    kind: PlainText
    use: PlainText
    items: Whole
    text: PlainText


class ReleasedModule(Record):
    """A module. `competence`: unit, elements, KUK and IUK; `materials`: tools and materials."""

    number: Whole
    title: PlainText
    version: Version
    competence: PlainText
    materials: PlainText
    sessions: dict[str, ReleasedSession] = Field(default_factory=dict)
    worksheets: dict[str, ReleasedWorksheet] = Field(default_factory=dict)
    instruments: dict[str, ReleasedInstrument] = Field(default_factory=dict)


class ReleasedProgramme(Record):
    """A programme with its promised JP, days and sessions."""

    title: PlainText
    version: Version
    jp: Number
    days: Whole
    sessions: tuple[SessionPath, ...]
    text: PlainText


class ReleasedFact(Record):
    """A fact as it was in force on the day of the release; `value` in words."""

    title: PlainText
    value: PlainText
    valid_from: Date | None = None
    valid_until: Date | None = None
    checked_on: Date
    status: PlainText
    text: PlainText


class ReleasedTerm(Record):
    """A word of the glossary."""

    term: PlainText
    text: PlainText


class Release(Record):
    """A release. `files` are the digests of all files by path."""

    version: Version
    released_on: Date
    files: dict[str, PlainText]
    modules: dict[str, ReleasedModule] = Field(default_factory=dict)
    programmes: dict[str, ReleasedProgramme] = Field(default_factory=dict)
    facts: dict[str, ReleasedFact] = Field(default_factory=dict)
    terms: dict[str, ReleasedTerm] = Field(default_factory=dict)
    centres: Whole = 0

    @property
    def order(self) -> tuple[int, ...]:
        """The version as numbers, for comparing."""
        return version_order(self.version)


def version_order(version: str) -> tuple[int, ...]:
    """A version as numbers: 1.10.0 is newer than 1.9.0."""
    return tuple(int(part) for part in version.split("."))
