"""What the fillable books of a module ask for today, with keys and words; and which of them a filled file is."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curriculum_kit.collector.keys import Key, keys
from curriculum_kit.collector.options import items_of
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import (
    JOINT,
    OWNER,
    TEST_OWNER,
    FormField,
    form_fields,
    question_fields,
)
from curriculum_kit.source.schema.assessment import Instrument

_EDITION = re.compile(
    r"(?P<module>[a-z0-9-]{1,60}) (?P<version>[0-9A-Za-z.+-]{1,40})(?: (?P<instrument>[a-z0-9-]{1,60}))?", re.ASCII
)


@dataclass(frozen=True, slots=True)
class BookForm:
    """A fillable book: the workbook of a module, or the question sheet of one of its instruments.

    `items` are the words of what is chosen from, by the name of the field: of the options of a choice, or of the one
    item that is ticked.
    """

    id: str
    number: int
    title: str
    version: str
    fields: tuple[FormField, ...]
    keys: Mapping[str, Key]
    items: Mapping[str, tuple[str, ...]]
    instrument: Instrument | None = None

    @property
    def name(self) -> str:
        """What it is told apart by: `kwu-05`, or `kwu-05 tes-awal`."""
        return f"{self.id} {self.instrument.id}" if self.instrument else self.id

    @property
    def label(self) -> str:
        """What it is called within its module."""
        return self.instrument.title if self.instrument else "Buku kerja"

    @property
    def owner(self) -> Mapping[str, str]:
        """The fields that say whose it is."""
        return TEST_OWNER if self.instrument else OWNER

    @property
    def has_score(self) -> bool:
        """Whether right answers are counted out of all: of a test with keys, not of a workbook."""
        return self.instrument is not None and bool(self.keys)


@dataclass(frozen=True, slots=True)
class Edition:
    """What a filled file says of itself; all of it empty when it does not say."""

    module: str = ""
    version: str = ""
    instrument: str = ""

    @classmethod
    def of(cls, written: str) -> Edition:
        """The value of the closed field, which may be anything."""
        found = _EDITION.fullmatch(written)
        return cls(found["module"], found["version"], found["instrument"] or "") if found else cls()


def book_forms(context: EditionContext, module_id: str) -> tuple[BookForm, ...]:
    """The workbook of a module, then its question sheets."""
    module = context.curriculum.modules[module_id]
    asked: list[tuple[Instrument | None, tuple[FormField, ...]]] = [
        (None, form_fields(context, module_id)),
        *((each, question_fields(context, module_id, each)) for each in module.written_instruments),
    ]
    return tuple(
        BookForm(
            module_id,
            module.record.number,
            module.record.title,
            str(module.record.version),
            fields,
            keys(context, module_id, fields),
            {field.name: items for field in fields if (items := items_of(context, module_id, field))},
            instrument,
        )
        for instrument, fields in asked
    )


def module_of(names: Iterable[str], known: Iterable[str]) -> str | None:
    """The module whose fields a book has, by their names. None for PDFs that are no book of this curriculum."""
    heads = Counter(name.partition(JOINT)[0] for name in names)
    found = [module_id for module_id in known if heads[module_id]]
    return max(found, key=lambda module_id: heads[module_id], default=None)


def form_of(names: Iterable[str], edition: Edition, forms: Iterable[BookForm]) -> BookForm | None:
    """Which of the books of a module a file is; None for a question sheet that the module does not have today.

    What the file says of itself goes first. One that does not say is the book with which it shares most fields.
    """
    known = tuple(forms)
    if edition.module == known[0].id:
        if edition.instrument:
            return next((each for each in known if each.instrument and each.instrument.id == edition.instrument), None)
        return known[0]
    there = set(names)
    return max(known, key=lambda each: len(there.intersection(field.name for field in each.fields)))
