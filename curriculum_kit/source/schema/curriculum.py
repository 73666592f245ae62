"""Records that the whole curriculum shares: settings, glossary, cases, standards, centres."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from curriculum_kit.books import FormatProfile
from curriculum_kit.source.schema.base import (
    Boolean,
    Date,
    KebabId,
    MarkdownText,
    Number,
    PlainText,
    Positive,
    ProvinceCode,
    Record,
    RegencyCode,
    SnakeId,
    WebAddress,
    Whole,
)

Status = Literal["draft", "approved"]


class HouseWords(Record):
    """Words that the language rules accept; `words` are plain Indonesian, for the test of spelling only.

    `hyphenation` is for the books: words with hyphens where they may be divided at the end of a line (`bel-ajar`).
    """

    names: tuple[PlainText, ...] = ()
    trade_terms: tuple[PlainText, ...] = ()
    foreign_terms: tuple[PlainText, ...] = ()
    words: tuple[PlainText, ...] = ()
    hyphenation: tuple[PlainText, ...] = ()

    @property
    def divided(self) -> tuple[str, ...]:
        """How words are divided in books: as listed; foreign words stay whole."""
        whole = (word for phrase in self.foreign_terms for word in phrase.split() if word.isalpha() and word.islower())
        return (*whole, *self.hyphenation)


class Settings(Record):
    """`curriculum.yaml`: the curriculum as a whole."""

    name: PlainText
    language: Literal["id"] = "id"
    translations: tuple[Literal["en"], ...] = ()
    publisher: PlainText
    site_url: WebAddress
    format_profile: FormatProfile = "kepdirjen-771-2023"
    jp_minutes: Positive = 45
    class_size: Positive = 16
    licence: PlainText
    fact_recheck_days: Positive = 365
    severity: dict[str, Literal["error", "warning", "note", "off"]] = Field(default_factory=dict)
    search_synonyms: tuple[tuple[PlainText, ...], ...] = ()
    house_words: HouseWords = HouseWords()


class Term(Record):
    """A word of the glossary with its everyday meaning."""

    id: KebabId
    term: PlainText
    abbreviation: PlainText | None = None
    meaning: MarkdownText
    non_standard: tuple[PlainText, ...] = ()
    see: tuple[KebabId, ...] = ()


class Glossary(Record):
    """`glossary.yaml`."""

    terms: tuple[Term, ...]


class CaseValue(Record):
    """A number of the story. `unit` is `rupiah`, `percent` or a word."""

    id: SnakeId
    label: PlainText
    amount: Number
    unit: PlainText


class Case(Record):
    """`cases/<id>.yaml`: a person of the story and the numbers used everywhere."""

    name: PlainText
    example: Boolean = False
    town: PlainText
    province: ProvinceCode
    business: PlainText
    story: MarkdownText
    values: tuple[CaseValue, ...]


class StandardElement(Record):
    """An element of a cited unit, restated in our own words."""

    id: PlainText
    title: PlainText


class StandardUnit(Record):
    """A unit of a cited standard. It is found by (standard file, code): codes alone are not unique."""

    code: PlainText
    title: PlainText
    source_url: WebAddress | None = None
    elements: tuple[StandardElement, ...] = ()


class Standard(Record):
    """`standards/<id>.yaml`: units cited as reference (acuan)."""

    kind: Literal["skkni", "skkk", "internasional"]
    regulation: PlainText
    field: PlainText
    category: PlainText | None = None
    division: PlainText | None = None
    source_url: WebAddress
    units: tuple[StandardUnit, ...]


class Facilities(Record):
    """What a centre has."""

    power: Boolean
    internet: Literal["none", "unstable", "stable"]
    computers: Whole
    projector: Boolean
    production_kitchen: Boolean
    wheelchair_access: Boolean


class Centre(Record):
    """A training centre."""

    id: KebabId
    name: PlainText
    example: Boolean = False
    former_names: tuple[PlainText, ...] = ()
    kind: Literal[
        "uptp_bbpvp", "uptp_bpvp", "satpel", "workshop", "uptd_province", "uptd_regency", "blkk", "lpks",
        "ministry", "blk_ln", "other",
    ]  # fmt: skip
    parent: KebabId | None = None
    province: ProvinceCode
    regency: RegencyCode | None = None
    blkk_grade: Literal["tumbuh", "berkembang", "mandiri"] | None = None
    accreditation: Literal["accredited", "not_accredited", "unknown"] = "unknown"
    trades: tuple[PlainText, ...] = ()
    class_size: Positive | None = None
    facilities: Facilities | None = None
    nearest_plut: PlainText | None = None
    nearest_shared_production_house: PlainText | None = None
    source_url: WebAddress | None = None
    checked_on: Date | None = None


class Centres(Record):
    """`centres.yaml`."""

    centres: tuple[Centre, ...]
