"""What is wrong with the target of `{fact}`."""

from __future__ import annotations

import re
from datetime import date

from curriculum_kit.diagnostics import Related, Span, text
from curriculum_kit.rules.problems import Problem, no_file, not_in, unknown
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.facts import Fact, FactVersion, TableValue, TiersValue

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")


def problem_of_fact(curriculum: Curriculum, target: str, as_of: date) -> Problem | None:
    """`id`, `id.row.column`, `id.tier`, each perhaps with `@date`."""
    source = curriculum.facts_source
    if source is None:
        return no_file(curriculum, text("fakta"), target, "facts.yaml")
    address, at, day_text = target.partition("@")
    fact_id, *cell = address.split(".")
    number, fact = next(((n, fact) for n, fact in enumerate(source.record.facts) if fact.id == fact_id), (0, None))
    if fact is None:
        places = {fact.id: source.places.value("facts", n, "id") for n, fact in enumerate(source.record.facts)}
        return unknown(text("fakta"), fact_id, places)
    place = source.places.value("facts", number, "id")
    day = _day(day_text) if at else as_of
    if day is None:
        help = text("Tulis tahun-bulan-hari sesudah tanda @, misalnya {id}@2024-06-01.", id=fact_id)
        return Problem(text('"{day}" bukan tanggal', day=day_text), help=help)
    version = fact.at(day)
    if at and version.valid_from and version.valid_from > day:
        message = text('fakta "{id}" tidak mempunyai nilai pada {day}', id=fact_id, day=day_text)
        related = Related(place, text("nilai tertua berlaku mulai {first}", first=version.valid_from))
        help = text("Pakai tanggal sesudah itu, atau tambahkan nilai yang lebih lama dalam history fakta itu.")
        return Problem(message, (related,), help=help)
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
        return not_in(fact_id, word, {tier.id for tier in value.tiers}, related)
    if isinstance(value, TableValue):
        rows, columns = {row.id: row for row in value.rows}, {column.id for column in value.columns}
        if len(cell) < 2:  # noqa: PLR2004 - a row and a column
            help = text("Tulis juga id baris dan kolomnya, misalnya {example}.", example=_first_cell(fact_id, value))
            return Problem(text('"{id}" adalah tabel, jadi satu selnya harus disebut', id=fact_id), related, help=help)
        row, column = cell[0], ".".join(cell[1:])
        if row not in rows or column not in columns:
            wrong, known = (row, set(rows)) if row not in rows else (column, columns)
            return not_in(fact_id, wrong, known, related)
        empty = text('"{id}" tidak mempunyai sel "{cell}"', id=fact_id, cell=word)
        return None if column in rows[row].cells else Problem(empty, related)
    help = text("Hapus titik dan kata di belakangnya: tulis {id} saja.", id=fact_id)
    return Problem(text('"{id}" hanya satu nilai, tidak mempunyai "{cell}"', id=fact_id, cell=word), related, help=help)


def _first_cell(fact_id: str, table: TableValue) -> str:
    """The address of a cell, as an example."""
    row, column = (part[0].id if part else word for part, word in ((table.rows, "baris"), (table.columns, "kolom")))
    return f"{fact_id}.{row}.{column}"
