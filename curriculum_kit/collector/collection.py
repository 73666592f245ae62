"""All filled books of a folder, set against the fields and keys of their modules."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.collector.files import pdf_files, shown
from curriculum_kit.collector.forms import BookForm, Edition, book_forms, form_of, module_of
from curriculum_kit.collector.isolated import read_all
from curriculum_kit.collector.marking import Verdict, typed, verdict
from curriculum_kit.collector.reader import Reply
from curriculum_kit.collector.refusals import REASONS, SECONDS, of_other_module, of_other_sheet
from curriculum_kit.diagnostics import Text
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import EDITION_FIELD, NAME_FIELD, NOTES_FIELD, OWNER, TEST_OWNER, FormField
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets.evaluate import Amount

_OF_BOOK = frozenset({*OWNER, *TEST_OWNER, EDITION_FIELD, NOTES_FIELD})


@dataclass(frozen=True, slots=True)
class Submission:
    """One filled book. `values` holds the fields of today that it has; empty ones as an empty text.

    `version` is that of the book, empty where the book does not say. `unknown` are fields that the book of today does
    not have, `missing` those that only the book of today has. `twins` are the other files of the same book under the
    same name of a participant.
    """

    file: str
    form: BookForm
    owner: Mapping[str, str]
    version: str
    notes: str
    values: Mapping[str, Amount]
    unknown: Mapping[str, str]
    twins: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The name of the participant, as it is compared: without capitals and double blanks. May be empty."""
        return " ".join(self.owner.get(NAME_FIELD, "").casefold().split())

    @property
    def missing(self) -> tuple[FormField, ...]:
        """The fields of today that the book does not have."""
        return tuple(field for field in self.form.fields if field.name not in self.values)

    @property
    def filled(self) -> int:
        """How many fields are filled in."""
        return sum(value != "" for value in self.values.values())

    @property
    def is_empty(self) -> bool:
        """Whether nobody has answered anything."""
        return not self.filled and not self.notes and not any(self.unknown.values())

    def verdict(self, name: str) -> Verdict:
        """What is to be said of a field that has a key."""
        return verdict(self.values.get(name), self.form.keys[name])

    def verdicts(self) -> Counter[Verdict]:
        """How often each is said in this book."""
        return Counter(self.verdict(name) for name in self.form.keys)

    @property
    def is_other_version(self) -> bool:
        """Whether the book was made from another state of the module."""
        return bool((self.version and self.version != self.form.version) or self.unknown or self.missing)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    file: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder held. `passed` counts the books of other modules than the one that was asked for."""

    forms: tuple[BookForm, ...]
    submissions: tuple[Submission, ...]
    refused: tuple[Refused, ...]
    passed: int = 0

    def of(self, form: BookForm) -> tuple[Submission, ...]:
        """The filled copies of a book."""
        return tuple(each for each in self.submissions if each.form is form)


def collect(
    curriculum: Curriculum, as_of: date, folder: Path, only: str | None = None, seconds: float = SECONDS
) -> Collection:
    """Read all PDFs of a folder. `only` is the id of a module; books of others are passed over.

    Never raises because of a file; each may take `seconds`.
    """
    context = EditionContext.of(curriculum, Audience.PARTICIPANT, as_of)
    forms: dict[str, tuple[BookForm, ...]] = {}
    submissions: list[Submission] = []
    refused: list[Refused] = []
    passed = 0
    for path, reply in read_all(pdf_files(folder), seconds):
        file = shown(path, folder)
        edition = Edition.of(reply.fields.get(EDITION_FIELD, ""))
        module_id = module_of(reply.fields, curriculum.modules)
        if reply.refused or module_id is None:
            refused.append(Refused(file, _reason(reply, edition, curriculum.modules)))
            continue
        if only is not None and module_id != only:
            passed += 1
            continue
        if module_id not in forms:
            forms[module_id] = book_forms(context, module_id)
        form = form_of(reply.fields, edition, forms[module_id])
        if form is None:
            refused.append(Refused(file, of_other_sheet(module_id, edition.instrument)))
        else:
            submissions.append(submission(file, form, reply.fields))
    return together(
        (form for module_id in curriculum.modules for form in forms.get(module_id, ())), submissions, refused, passed
    )


def together(
    forms: Iterable[BookForm], submissions: Iterable[Submission], refused: Iterable[Refused], passed: int = 0
) -> Collection:
    """The books in the order of `forms`, each told which others bear the same name."""
    found = tuple(_with_twins(submissions))
    used = {each.form.name for each in found}
    kept = tuple(form for form in forms if form.name in used)
    order = {form.name: number for number, form in enumerate(kept)}
    return Collection(kept, tuple(sorted(found, key=lambda each: order[each.form.name])), tuple(refused), passed)


def _with_twins(submissions: Iterable[Submission]) -> Iterator[Submission]:
    found = tuple(submissions)
    same: dict[tuple[str, str], list[str]] = defaultdict(list)
    for each in found:
        same[each.form.name, each.name].append(each.file)
    for each in found:
        others = same[each.form.name, each.name] if each.name else []
        yield replace(each, twins=tuple(file for file in others if file != each.file))


def _reason(reply: Reply, edition: Edition, known: Container[str]) -> Text:
    """Why a file was not read."""
    if not reply.refused and edition.module and edition.module not in known:
        return of_other_module(edition.module)
    return REASONS[reply.refused if reply.refused in REASONS else "other-form"]


def submission(file: str, form: BookForm, written: Mapping[str, str]) -> Submission:
    """A book from what was read of it."""
    known = {field.name for field in form.fields}
    return Submission(
        file,
        form,
        {name: written.get(name, "") for name in form.owner},
        Edition.of(written.get(EDITION_FIELD, "")).version,
        written.get(NOTES_FIELD, ""),
        {field.name: typed(field, written[field.name]) for field in form.fields if field.name in written},
        {name: value for name, value in written.items() if name not in known and name not in _OF_BOOK},
    )
