"""A module: its unit of competence, elements → KUK → IUK, sessions, tools and materials."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from curriculum_kit.source.schema.base import (
    Date,
    ElementId,
    IukId,
    KebabId,
    KukId,
    MarkdownText,
    PlainText,
    Positive,
    Record,
    Version,
    WebAddress,
)
from curriculum_kit.source.schema.curriculum import Status

Domain = Literal["knowledge", "skill", "attitude"]


class Author(Record):
    """A person who worked on the module."""

    role: Literal["writer", "reviewer", "tester", "illustrator", "translator"]
    name: PlainText


class Acuan(Record):
    """A real unit cited as reference: standard file and code."""

    standard: KebabId
    code: PlainText
    note: PlainText | None = None


class Variables(Record):
    """Batasan variabel in its four parts."""

    context: tuple[PlainText, ...]
    equipment: tuple[PlainText, ...]
    regulations: tuple[PlainText, ...]
    norms_and_standards: tuple[PlainText, ...]


class KnowledgeAndSkills(Record):
    """What must be known and what must be mastered."""

    knowledge: tuple[PlainText, ...]
    skill: tuple[PlainText, ...]


class AssessmentGuide(Record):
    """Panduan penilaian in its five parts."""

    context: tuple[PlainText, ...]
    requirements: tuple[PlainText, ...]
    knowledge_and_skills: KnowledgeAndSkills
    attitude: tuple[PlainText, ...]
    critical_aspects: tuple[PlainText, ...]


class Unit(Record):
    """The unit of competence that the module teaches."""

    source: Literal["skkni", "skkk", "internasional", "tna"]
    code: PlainText
    title: PlainText
    description: MarkdownText
    acuan: tuple[Acuan, ...] = ()
    variables: Variables
    assessment_guide: AssessmentGuide


class Iuk(Record):
    """Indikator unjuk kerja. Opening words: knowledge Dapat, skill Mampu, attitude Harus."""

    id: IukId
    domain: Domain
    text: PlainText


class Kuk(Record):
    """Kriteria unjuk kerja."""

    id: KukId
    text: PlainText
    iuk: tuple[Iuk, ...] = ()


class TrainingContent(Record):
    """The silabus columns Materi Pelatihan."""

    knowledge: tuple[PlainText, ...]
    skill: tuple[PlainText, ...]
    attitude: tuple[PlainText, ...]


class Element(Record):
    """Elemen kompetensi."""

    id: ElementId
    title: PlainText
    kuk: tuple[Kuk, ...]
    training_content: TrainingContent


class Item(Record):
    """A tool or a material; the quantity is for `class_size` participants."""

    name: PlainText
    specification: PlainText
    unit: PlainText
    quantity: Positive
    note: PlainText | None = None


class PlutReferral(Record):
    """A service of a PLUT and the worksheets a participant brings along."""

    service: Literal["consultation", "mentoring", "financing", "marketing", "training", "networking", "library"]
    bring: tuple[KebabId, ...] = ()
    purpose: MarkdownText


class SharedProductionHouse(Record):
    """How the module connects to a shared production house (rumah produksi bersama)."""

    note: MarkdownText


class MediaFile(Record):
    """Licence and credit of a picture in `media/`."""

    file: PlainText
    licence: PlainText
    credit: PlainText
    source_url: WebAddress | None = None


class Reference(Record):
    """A book or page that the module rests on."""

    id: KebabId
    author: PlainText
    year: PlainText
    title: PlainText
    publisher: PlainText | None = None
    isbn: PlainText | None = None
    url: WebAddress | None = None


class Change(Record):
    """What changed in a version, in words that a trainer understands."""

    version: Version
    date: Date
    sessions: tuple[KebabId, ...] = ()
    text: MarkdownText


class Module(Record):
    """`<module-id>/module.yaml`."""

    number: Positive
    title: PlainText
    version: Version
    status: Status
    authors: tuple[Author, ...]
    unit: Unit
    elements: tuple[Element, ...]
    sessions: tuple[KebabId, ...]
    tools: tuple[Item, ...] = ()
    materials: tuple[Item, ...] = ()
    plut_referral: tuple[PlutReferral, ...] = ()
    shared_production_house: SharedProductionHouse | None = None
    media_files: tuple[MediaFile, ...] = ()
    references: tuple[Reference, ...] = ()
    changes: tuple[Change, ...] = ()

    def all_iuk(self) -> Iterator[Iuk]:
        """All IUK in order."""
        for element in self.elements:
            for kuk in element.kuk:
                yield from kuk.iuk
