"""What is wrong with the target of a role, or None. Nothing is wrong while the file that defines it is unreadable."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from curriculum_kit.diagnostics import Related, Span, Text, did_you_mean, text
from curriculum_kit.rules.reading import blocks, can_be_read, closest, is_whole, name_span, named_blocks
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Source
from curriculum_kit.source.schema.facts import Fact, FactVersion, TableValue, TiersValue
from curriculum_kit.source.schema.worksheet import Worksheet

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


@dataclass(frozen=True, slots=True)
class Problem:
    """A message and where the nearest known thing stands."""

    message: Text
    related: tuple[Related, ...] = ()


def problem_of(
    curriculum: Curriculum, module: LoadedModule | None, role: str, target: str, as_of: date
) -> Problem | None:
    """What is wrong with the target of a role that stands in `module`, or outside of modules."""
    match role:
        case "fact":
            return problem_of_fact(curriculum, target, as_of)
        case "calc":
            return problem_of_calc(curriculum, module, target)
        case "case":
            return problem_of_case(curriculum, target)
        case "term":
            return problem_of_term(curriculum, target)
        case "ref":
            return problem_of_ref(curriculum, module, target)
        case _:
            return None


def problem_of_fact(curriculum: Curriculum, target: str, as_of: date) -> Problem | None:
    """`id`, `id.row.column`, `id.tier`, each perhaps with `@date`."""
    source = curriculum.facts_source
    if source is None:
        return _no_file(curriculum, text("fakta"), target, "facts.yaml")
    address, at, day_text = target.partition("@")
    fact_id, *cell = address.split(".")
    number, fact = next(((n, fact) for n, fact in enumerate(source.record.facts) if fact.id == fact_id), (0, None))
    if fact is None:
        places = {fact.id: source.places.value("facts", n, "id") for n, fact in enumerate(source.record.facts)}
        return _unknown(text("fakta"), fact_id, places)
    place = source.places.value("facts", number, "id")
    day = _day(day_text) if at else as_of
    if day is None:
        return Problem(text('"{day}" bukan tanggal; tulis seperti {id}@2024-06-01', day=day_text, id=fact_id))
    version = fact.at(day)
    if at and version.valid_from and version.valid_from > day:
        message = text('fakta "{id}" tidak mempunyai nilai pada {day}', id=fact_id, day=day_text)
        related = Related(place, text("nilai tertua berlaku mulai {first}", first=version.valid_from))
        return Problem(message, (related,))
    return _cell_problem(version, fact_id, tuple(cell), place)


def _day(written: str) -> date | None:
    try:
        return date.fromisoformat(written) if _DATE.fullmatch(written) else None
    except ValueError:
        return None


def _cell_problem(version: Fact | FactVersion, fact_id: str, cell: tuple[str, ...], place: Span) -> Problem | None:
    """What is wrong with the part of an address that follows the id of the fact."""
    value, word = version.value, ".".join(cell)
    related = (Related(place, text("fakta ini ada di sini")),)
    if not cell and not isinstance(value, TableValue):
        return None
    if isinstance(value, TiersValue):
        return _not_in(fact_id, word, {tier.id for tier in value.tiers}, related)
    if isinstance(value, TableValue):
        rows, columns = {row.id: row for row in value.rows}, {column.id for column in value.columns}
        if len(cell) < 2:  # noqa: PLR2004 - a row and a column
            return Problem(text('"{id}" adalah tabel; tulis selnya seperti "{id}.baris.kolom"', id=fact_id), related)
        row, column = cell[0], ".".join(cell[1:])
        if row not in rows or column not in columns:
            wrong, known = (row, set(rows)) if row not in rows else (column, columns)
            return _not_in(fact_id, wrong, known, related)
        empty = text('"{id}" tidak mempunyai sel "{cell}"', id=fact_id, cell=word)
        return None if column in rows[row].cells else Problem(empty, related)
    return Problem(text('"{id}" hanya satu nilai, tidak mempunyai "{cell}"', id=fact_id, cell=word), related)


def problem_of_calc(curriculum: Curriculum, module: LoadedModule | None, target: str) -> Problem | None:
    """`sheet.cell` or `sheet.row.column`, from another module `kwu-01/sheet.cell`."""
    owner, address = _owner(curriculum, module, target)
    if isinstance(owner, Problem) or owner is None:
        return owner
    sheet_id, *cell = address.split(".")
    sheet = owner.worksheets.get(sheet_id)
    if sheet is None:
        if not can_be_read(curriculum, f"{owner.id}/worksheets/{sheet_id}."):
            return None
        return _unknown(text("lembar kerja"), sheet_id, {id: Span(s.file) for id, s in owner.worksheets.items()})
    related = (Related(Span(sheet.file), text("lembar kerja ini ada di sini")),)
    if sheet.record.mode == "own":
        return Problem(text('lembar kerja "{id}" berisi angka peserta sendiri, jadi tidak ada hasilnya', id=sheet_id),
                       related)  # fmt: skip
    if _has(sheet.record, cell):
        return None
    known = _addresses(sheet)
    return _not_in(sheet_id, ".".join(cell), known, closest(".".join(cell), known) or related)


def _has(sheet: Worksheet, cell: list[str]) -> bool:
    """Whether a worksheet has the cell `[cell]` or `[row, column]`."""
    if len(cell) == 1:
        return any(known.id == cell[0] for known in sheet.cells)
    row, column = cell[0], ".".join(cell[1:])
    return any(known.id == row for known in sheet.rows) and any(known.id == column for known in sheet.columns)


def _addresses(sheet: Source[Worksheet]) -> dict[str, Span]:
    """What a worksheet can be asked for: its cells and, in its table, row by column."""
    cells = {cell.id: sheet.places.value("cells", n, "id") for n, cell in enumerate(sheet.record.cells)}
    table = {
        f"{row.id}.{column.id}": sheet.places.value("rows", n, "id")
        for n, row in enumerate(sheet.record.rows)
        for column in sheet.record.columns
    }
    return cells | table


def problem_of_case(curriculum: Curriculum, target: str) -> Problem | None:
    """`case.value`."""
    case_id, _dot, value_id = target.partition(".")
    case = curriculum.cases.get(case_id)
    if case is None:
        if not can_be_read(curriculum, f"cases/{case_id}."):
            return None
        return _unknown(text("kasus"), case_id, {id: Span(c.file) for id, c in curriculum.cases.items()})
    if any(value.id == value_id for value in case.record.values):
        return None
    known = {value.id: case.places.value("values", n, "id") for n, value in enumerate(case.record.values)}
    home = (Related(Span(case.file), text("kasus ini ada di sini")),)
    return _not_in(case_id, value_id, known, closest(value_id, known) or home)


def problem_of_term(curriculum: Curriculum, target: str) -> Problem | None:
    """An id of the glossary."""
    source = curriculum.glossary
    if source is None:
        return _no_file(curriculum, text("istilah"), target, "glossary.yaml")
    if any(term.id == target for term in source.record.terms):
        return None
    known = {term.id: source.places.value("terms", n, "id") for n, term in enumerate(source.record.terms)}
    return _unknown(text("istilah"), target, known)


def problem_of_ref(curriculum: Curriculum, module: LoadedModule | None, target: str) -> Problem | None:
    """The name of a block, from another module `kwu-01/name`."""
    owner, name = _owner(curriculum, module, target)
    if isinstance(owner, Problem) or owner is None:
        return owner
    if any(block.name == name for _, block in blocks(owner)) or not is_whole(curriculum, owner):
        return None
    known = {name: name_span(block) for name, block in named_blocks(owner).items()}
    return _unknown(text("blok"), name, known)


def _owner(
    curriculum: Curriculum, module: LoadedModule | None, target: str
) -> tuple[LoadedModule | Problem | None, str]:
    """The module that a target means, and the rest of the target."""
    module_id, slash, rest = target.rpartition("/")
    if not slash:
        message = text('di luar folder modul tulis juga modulnya, misalnya "kwu-01/{target}"', target=target)
        return module or Problem(message), rest
    if module_id in curriculum.modules:
        return curriculum.modules[module_id], rest
    if not can_be_read(curriculum, f"{module_id}/"):
        return None, rest
    return _unknown(text("modul"), module_id, {id: Span(m.source.file) for id, m in curriculum.modules.items()}), rest


def _no_file(curriculum: Curriculum, kind: Text, word: str, file: str) -> Problem | None:
    if not can_be_read(curriculum, file):
        return None
    return Problem(text('{kind} "{word}" tidak ada: belum ada berkas {file}', kind=kind, word=word, file=file))


def _unknown(kind: Text, word: str, known: Mapping[str, Span]) -> Problem:
    message = text('{kind} "{word}" tidak ada{hint}', kind=kind, word=word, hint=did_you_mean(word, known))
    return Problem(message, closest(word, known))


def _not_in(home: str, word: str, known: Collection[str], related: tuple[Related, ...]) -> Problem | None:
    if word in known:
        return None
    message = text('"{home}" tidak mempunyai "{word}"{hint}', home=home, word=word, hint=did_you_mean(word, known))
    return Problem(message, related)
