"""A module's books as a table: one row a book, a column for each field, and beside it what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum, auto
from typing import TypeAlias

from curriculum_kit.collector.collection import Collection, ModuleForm, Submission
from curriculum_kit.collector.keys import Key
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.edition.form import OWNER, FormField

Cell: TypeAlias = str | int | Decimal | None
"""None is an empty cell."""

FOR_TRAINERS = "Hanya untuk pelatih"
_NAMED_UNKNOWN = 5


class Role(Enum):
    """What a column is for."""

    ABOUT = auto()
    VALUE = auto()
    KEY = auto()
    VERDICT = auto()


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its heading, its role, and the field that it is about with its key."""

    label: str
    role: Role = Role.ABOUT
    field: FormField | None = None
    key: Key | None = None


ABOUT = ("Berkas", *OWNER.values(), "Versi buku", "Keterangan")
"""What stands before the fields."""
COUNTS = ("Isian", "Terisi", "Berkunci", "Benar", "Salah", "Perlu diperiksa", "Belum dijawab")
"""The last four are of those with a key, and add up to them."""


def columns(form: ModuleForm) -> tuple[Column, ...]:
    """The columns of a module."""
    return tuple(_columns(form))


def _columns(form: ModuleForm) -> Iterator[Column]:
    yield from (Column(label) for label in ABOUT)
    for field in form.fields:
        label, key = column_label(field), form.keys.get(field.name)
        yield Column(label, Role.VALUE, field, key)
        if key:
            yield Column(f"{label}: kunci", Role.KEY, field, key)
            yield Column(f"{label}: hasil", Role.VERDICT, field, key)
    yield Column("Catatan saya")


def column_label(field: FormField) -> str:
    """A field as people call it: "Latihan 5.2: Penyusutan oven (rupiah)"."""
    place = f"{field.label}, {field.part}" if field.part else field.label
    if not field.part and field.heading not in field.label:
        place = f"{field.label}: {field.heading}"
    unit = "persen" if field.unit == "%" else field.unit
    return f"{place} ({unit})" if unit else place


def row(submission: Submission, heads: tuple[Column, ...]) -> list[Cell]:
    """The cells of a book below the columns of its module."""
    about = iter([*about_cells(submission), submission.notes])
    return [next(about) if column.role is Role.ABOUT else _cell(submission, column) for column in heads]


def _cell(submission: Submission, column: Column) -> Cell:
    if column.field is None:
        return None
    name = column.field.name
    if column.role is Role.VALUE:
        value = submission.values.get(name)
        return None if value == "" else value
    if column.role is Role.KEY:
        return column.key.amount if column.key else None
    return submission.verdict(name).value


def about_cells(submission: Submission) -> list[Cell]:
    """Whose book it is and of which version, in the order of `ABOUT`."""
    return [submission.file, *submission.owner.values(), submission.version, about_version(submission)]


def count_cells(submission: Submission) -> list[Cell]:
    """How much is filled in and right, in the order of `COUNTS`."""
    found = submission.verdicts()
    empty = found[Verdict.EMPTY] + found[Verdict.MISSING]
    return [
        len(submission.module.fields), submission.filled, len(submission.module.keys),
        found[Verdict.RIGHT], found[Verdict.WRONG], found[Verdict.REVIEW], empty,
    ]  # fmt: skip


def about_version(submission: Submission) -> str:
    """In which way a book differs from the one of today; empty when it does not."""
    said = []
    if submission.version and submission.version != submission.module.version:
        said.append(f"versi {submission.version}, sekarang {submission.module.version}")
    elif not submission.version:
        said.append("versi buku tidak tertulis")
    if submission.unknown:
        names = ", ".join(list(submission.unknown)[:_NAMED_UNKNOWN])
        more = ", …" if len(submission.unknown) > _NAMED_UNKNOWN else ""
        said.append(f"{len(submission.unknown)} isian tidak dikenal ({names}{more})")
    if submission.missing:
        said.append(f"{len(submission.missing)} isian tidak ada di buku ini")
    return "; ".join(said)


def question_rows(collection: Collection) -> Iterator[list[Cell]]:
    """For each field of each module: how many filled it in, and how many did so rightly."""
    for form in collection.modules:
        books = collection.of(form)
        for field in form.fields:
            filled = sum(book.values.get(field.name, "") != "" for book in books)
            said: list[Cell] = [None, None, None]
            key = form.keys.get(field.name)
            if key:
                verdicts = [book.verdict(field.name) for book in books]
                counted = (Verdict.RIGHT, Verdict.WRONG, Verdict.REVIEW)
                said = [sum(each is verdict for each in verdicts) for verdict in counted]
            yield [form.id, column_label(field), len(books), filled, *said, key.words if key else None]


QUESTION_HEADS = ("Modul", "Isian", "Buku", "Terisi", "Benar", "Salah", "Perlu diperiksa", "Kunci")


def unknown_rows(collection: Collection) -> Iterator[list[Cell]]:
    """What was filled into fields that the modules do not have today."""
    for book in collection.submissions:
        for name, value in book.unknown.items():
            if value:
                yield [book.file, book.module.id, name, value]


UNKNOWN_HEADS = ("Berkas", "Modul", "Nama isian", "Isi")
