"""Filled books as a table: one row a book, a column for each field, and beside it what is to be said of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from enum import Enum, auto
from typing import TypeAlias

from curriculum_kit.collector.collection import Collection, Submission
from curriculum_kit.collector.forms import BookForm
from curriculum_kit.collector.keys import Key
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.edition.form import OWNER, TEST_OWNER, FormField
from curriculum_kit.worksheets.evaluate import Amount

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


_OWNERS = OWNER | TEST_OWNER
BOOK = ("Modul", "Lembar")
"""Which book it is."""
ABOUT = ("Berkas", *_OWNERS.values(), "Versi buku", "Keterangan")
"""What stands before the fields."""
COUNTS = ("Isian", "Terisi", "Berkunci", "Benar", "Salah", "Perlu diperiksa", "Belum dijawab", "Nilai (0–100)")
"""The four before the last are of those with a key, and add up to them. The score is that of tests only."""


def columns(form: BookForm) -> tuple[Column, ...]:
    """The columns of a book."""
    return tuple(_columns(form))


def _columns(form: BookForm) -> Iterator[Column]:
    yield from (Column(label) for label in ABOUT)
    for field in form.fields:
        label, key = column_label(field, form), form.keys.get(field.name)
        yield Column(label, Role.VALUE, field, key)
        if key:
            yield Column(f"{label}: kunci", Role.KEY, field, key)
            yield Column(f"{label}: hasil", Role.VERDICT, field, key)
    if form.instrument is None:
        yield Column("Catatan saya")


def column_label(field: FormField, form: BookForm) -> str:
    """A field as people call it: "Latihan 5.2: Penyusutan oven (rupiah)"."""
    place = field.place
    if field.kind == "tick":
        place = ": ".join((place, *form.items.get(field.name, ())))
    elif not field.part and field.heading not in field.label:
        place = f"{field.label}: {field.heading}"
    unit = "persen" if field.unit == "%" else field.unit
    return f"{place} ({unit})" if unit else place


def row(submission: Submission, heads: tuple[Column, ...]) -> list[Cell]:
    """The cells of a book below its columns."""
    about = iter([*about_cells(submission), submission.notes])
    return [next(about) if column.role is Role.ABOUT else _cell(submission, column) for column in heads]


def _cell(submission: Submission, column: Column) -> Cell:
    if column.field is None:
        return None
    name = column.field.name
    if column.role is Role.VALUE:
        value = submission.values.get(name)
        return None if value is None or value == "" else _shown(value, column.field, submission.form)
    if column.role is Role.KEY:
        return key_cell(column.key, column.field, submission.form) if column.key else None
    return submission.verdict(name).value


def key_cell(key: Key, field: FormField, form: BookForm) -> Cell:
    """A key to calculate with, or the option that it names."""
    return _shown(key.amount, field, form)


def _shown(value: Amount, field: FormField, form: BookForm) -> Cell:
    """A value as people read it: of a choice the letter and the words of the option."""
    if field.kind == "choice" and value in field.letters:
        words = dict(zip(field.letters, form.items.get(field.name, ()), strict=False)).get(str(value))
        return f"{value}. {words}" if words else value
    return value


def about_cells(submission: Submission) -> list[Cell]:
    """Whose book it is and of which version, in the order of `ABOUT`."""
    owner = [submission.owner.get(name, "") for name in _OWNERS]
    return [submission.file, *owner, submission.version, remarks(submission)]


def book_cells(form: BookForm) -> list[Cell]:
    """Which book it is, in the order of `BOOK`."""
    return [form.id, form.label]


def count_cells(submission: Submission) -> list[Cell]:
    """How much is filled in and right, in the order of `COUNTS`."""
    found = submission.verdicts()
    empty = found[Verdict.EMPTY] + found[Verdict.MISSING]
    return [
        len(submission.form.fields), submission.filled, len(submission.form.keys),
        found[Verdict.RIGHT], found[Verdict.WRONG], found[Verdict.REVIEW], empty, score(submission),
    ]  # fmt: skip


def score(submission: Submission) -> Decimal | None:
    """The right answers of a test in percent of its questions with a key, rounded to whole numbers; None without."""
    if not submission.form.has_score:
        return None
    share = Decimal(100 * submission.verdicts()[Verdict.RIGHT]) / len(submission.form.keys)
    return share.quantize(Decimal(1), rounding=ROUND_HALF_UP)


def remarks(submission: Submission) -> str:
    """What a trainer should know of a book before reading it; empty when there is nothing."""
    said = []
    if submission.is_empty:
        said.append("tidak ada yang diisi")
    if not submission.name:
        said.append("nama belum ditulis")
    if submission.twins:
        said.append(f"nama yang sama juga di {', '.join(submission.twins)}")
    if submission.version and submission.version != submission.form.version:
        said.append(f"versi {submission.version}, sekarang {submission.form.version}")
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
    """For each field of each book: how many filled it in, and how many did so rightly."""
    for form in collection.forms:
        books = collection.of(form)
        for field in form.fields:
            filled = sum(book.values.get(field.name, "") != "" for book in books)
            said: list[Cell] = [None, None, None]
            key = form.keys.get(field.name)
            if key:
                verdicts = [book.verdict(field.name) for book in books]
                counted = (Verdict.RIGHT, Verdict.WRONG, Verdict.REVIEW)
                said = [sum(each is verdict for each in verdicts) for verdict in counted]
            right = (str(key_cell(key, field, form)) if key.is_letter else key.words) if key else None
            yield [*book_cells(form), column_label(field, form), len(books), filled, *said, right]


QUESTION_HEADS = (*BOOK, "Isian", "Buku", "Terisi", "Benar", "Salah", "Perlu diperiksa", "Kunci")


def unknown_rows(collection: Collection) -> Iterator[list[Cell]]:
    """What was filled into fields that the books do not have today."""
    for book in collection.submissions:
        for name, value in book.unknown.items():
            if value:
                yield [book.file, *book_cells(book.form), name, value]


UNKNOWN_HEADS = ("Berkas", *BOOK, "Nama isian", "Isi")
