"""All filled workbooks of a folder, set against the fields and keys of their modules."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.collector.files import pdf_files, shown
from curriculum_kit.collector.isolated import read_all
from curriculum_kit.collector.keys import Key, keys
from curriculum_kit.collector.marking import Verdict, typed, verdict
from curriculum_kit.collector.refusals import REASONS, SECONDS
from curriculum_kit.diagnostics import Text
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import EDITION_FIELD, JOINT, NOTES_FIELD, OWNER, FormField, form_fields
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets.evaluate import Amount

_EDITION = re.compile(r"[a-z0-9-]+ (?P<version>[0-9A-Za-z.+-]{1,40})", re.ASCII)
_OF_BOOK = frozenset({*OWNER, EDITION_FIELD, NOTES_FIELD})


@dataclass(frozen=True, slots=True)
class ModuleForm:
    """What the workbook of a module asks for today."""

    id: str
    number: int
    title: str
    version: str
    fields: tuple[FormField, ...]
    keys: Mapping[str, Key]


@dataclass(frozen=True, slots=True)
class Submission:
    """One filled workbook. `values` holds the fields of the module that the book has; empty ones as an empty text.

    `version` is that of the book, empty where the book does not say. `unknown` are fields that the module does not
    have today, `missing` those that the book does not have.
    """

    file: str
    module: ModuleForm
    owner: Mapping[str, str]
    version: str
    notes: str
    values: Mapping[str, Amount]
    unknown: Mapping[str, str]

    @property
    def missing(self) -> tuple[FormField, ...]:
        """The fields of today that the book does not have."""
        return tuple(field for field in self.module.fields if field.name not in self.values)

    @property
    def filled(self) -> int:
        """How many fields are filled in."""
        return sum(value != "" for value in self.values.values())

    def verdict(self, name: str) -> Verdict:
        """What is to be said of a field that has a key."""
        return verdict(self.values.get(name), self.module.keys[name])

    def verdicts(self) -> Counter[Verdict]:
        """How often each is said in this book."""
        return Counter(self.verdict(name) for name in self.module.keys)

    @property
    def is_other_version(self) -> bool:
        """Whether the book was made from another state of the module."""
        return bool((self.version and self.version != self.module.version) or self.unknown or self.missing)


@dataclass(frozen=True, slots=True)
class Refused:
    """A file that was not read, and why."""

    file: str
    reason: Text


@dataclass(frozen=True, slots=True)
class Collection:
    """What a folder held. `passed` counts the books of other modules than the one that was asked for."""

    modules: tuple[ModuleForm, ...]
    submissions: tuple[Submission, ...]
    refused: tuple[Refused, ...]
    passed: int = 0

    def of(self, module: ModuleForm) -> tuple[Submission, ...]:
        """The books of a module."""
        return tuple(each for each in self.submissions if each.module is module)


def collect(
    curriculum: Curriculum, as_of: date, folder: Path, only: str | None = None, seconds: float = SECONDS
) -> Collection:
    """Read all PDFs of a folder. `only` is the id of a module; books of others are passed over.

    Never raises because of a file; each may take `seconds`.
    """
    context = EditionContext.of(curriculum, Audience.PARTICIPANT, as_of)
    forms: dict[str, ModuleForm] = {}
    submissions: list[Submission] = []
    refused: list[Refused] = []
    passed = 0
    for path, reply in read_all(pdf_files(folder), seconds):
        file = shown(path, folder)
        module_id = module_of(reply.fields, curriculum.modules)
        if reply.refused or module_id is None:
            refused.append(Refused(file, REASONS[reply.refused if reply.refused in REASONS else "other-form"]))
        elif only is not None and module_id != only:
            passed += 1
        else:
            if module_id not in forms:
                forms[module_id] = module_form(context, module_id)
            submissions.append(submission(file, forms[module_id], reply.fields))
    used = tuple(forms[id] for id in curriculum.modules if id in forms)
    order = {form.id: number for number, form in enumerate(used)}
    submissions.sort(key=lambda each: order[each.module.id])
    return Collection(used, tuple(submissions), tuple(refused), passed)


def module_of(names: Iterable[str], known: Iterable[str]) -> str | None:
    """The module whose fields a book has, by their names. None for PDFs that are no workbook of this curriculum."""
    heads = Counter(name.partition(JOINT)[0] for name in names)
    found = [module_id for module_id in known if heads[module_id]]
    return max(found, key=lambda module_id: heads[module_id], default=None)


def module_form(context: EditionContext, module_id: str) -> ModuleForm:
    """What the workbook of a module asks for."""
    module = context.curriculum.modules[module_id]
    fields = form_fields(context, module_id)
    return ModuleForm(
        module_id,
        module.record.number,
        module.record.title,
        str(module.record.version),
        fields,
        keys(context, module_id, fields),
    )


def submission(file: str, module: ModuleForm, written: Mapping[str, str]) -> Submission:
    """A book from what was read of it."""
    edition = _EDITION.fullmatch(written.get(EDITION_FIELD, ""))
    known = {field.name for field in module.fields}
    return Submission(
        file,
        module,
        {name: written.get(name, "") for name in OWNER},
        edition["version"] if edition else "",
        written.get(NOTES_FIELD, ""),
        {field.name: typed(field, written[field.name]) for field in module.fields if field.name in written},
        {name: value for name, value in written.items() if name not in known and name not in _OF_BOOK},
    )
