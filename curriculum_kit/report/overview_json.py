"""The reports on what a curriculum holds as JSON. The keys are a contract: docs/how-to/reports.md."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from curriculum_kit.overview import Overview
from curriculum_kit.overview.alignment import ModuleAlignment
from curriculum_kit.overview.facts import FactAge
from curriculum_kit.overview.hours import ModuleHours, Row, keeps, practice_share
from curriculum_kit.overview.printing import PrintScope
from curriculum_kit.overview.translations import Translated
from curriculum_kit.source.schema.programme import PromisedJp
from curriculum_kit.source.timing import Minutes, jp

FORMAT_VERSION = 1
"""Counts up when a key changes its meaning or goes away."""

Data = dict[str, Any]


def write(overview: Overview, kind: str) -> str:
    """One report, or the summary of all."""
    data = {
        "version": FORMAT_VERSION,
        "report": kind,
        "curriculum": overview.name,
        "as_of": overview.as_of.isoformat(),
        **_REPORTS[kind](overview),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _summary(overview: Overview) -> Data:
    minutes_of_jp = overview.hours.jp_minutes
    return {
        "hours": {
            "jp_minutes": minutes_of_jp,
            "programmes": [
                {"id": p.id, **_time(p.minutes, minutes_of_jp), "kept": p.is_kept(minutes_of_jp)}
                for p in overview.hours.programmes
            ],
            "modules": [{"id": m.id, **_time(m.minutes, minutes_of_jp)} for m in overview.hours.modules],
        },
        "alignment": {
            "programmes": [{"id": p.id, **_counts(p.modules)} for p in overview.alignment.programmes],
            "modules": [{"id": m.id, **_counts([m])} for m in overview.alignment.modules],
        },
        "facts": {
            "facts": len(overview.facts.facts),
            "due": [fact.id for fact in overview.facts.facts if fact.is_due],
        },
        "print": {
            "class_size": overview.printing.class_size,
            "programmes": [{"id": scope.id, "sheets": scope.all_sheets} for scope in overview.printing.programmes],
            "modules": [{"id": scope.id, "sheets": scope.all_sheets} for scope in overview.printing.modules],
        },
        "translations": [
            {
                "language": language.language,
                "parts": [{"id": scope.id or None, **_translated(scope.sum)} for scope in language.scopes],
            }
            for language in overview.translations
        ],
    }


def _hours(overview: Overview) -> Data:
    hours = overview.hours
    return {
        "jp_minutes": hours.jp_minutes,
        "programmes": [
            {
                "id": programme.id,
                "title": programme.title,
                **_time(programme.minutes, hours.jp_minutes),
                "promised": _promised(programme.promised),
                "stated": _promised(programme.stated),
                "kept": programme.is_kept(hours.jp_minutes),
                "modules": [_module_hours(module, hours.jp_minutes) for module in programme.modules],
            }
            for programme in hours.programmes
        ],
        "modules": [_module_hours(module, hours.jp_minutes) for module in hours.modules],
    }


def _module_hours(module: ModuleHours, minutes_of_jp: int) -> Data:
    promised = module.promised
    return {
        "id": module.id,
        "number": module.number,
        "title": module.title,
        **_time(module.minutes, minutes_of_jp),
        "promised": _promised(promised) if promised else None,
        "kept": keeps(promised, module.minutes, minutes_of_jp) if promised else None,
        "sessions": [_row(row, minutes_of_jp) for row in module.sessions],
        "elements": [_row(row, minutes_of_jp) for row in module.elements],
    }


def _row(row: Row, minutes_of_jp: int) -> Data:
    return {"id": row.id, "number": row.number, "title": row.title, **_time(row.minutes, minutes_of_jp)}


def _time(minutes: Minutes, minutes_of_jp: int) -> Data:
    parts = {"knowledge": minutes.knowledge, "skill": minutes.skill, "total": minutes.total}
    return {
        "minutes": parts,
        "jp": {name: _number(jp(part, minutes_of_jp)) for name, part in parts.items()},
        "practice_percent": practice_share(minutes),
    }


def _promised(jp: PromisedJp) -> Data:
    return {"knowledge": _number(jp.knowledge), "skill": _number(jp.skill), "total": _number(jp.total)}


def _number(number: Decimal) -> int | float:
    return int(number) if number == int(number) else float(number)


def _alignment(overview: Overview) -> Data:
    return {
        "programmes": [
            {
                "id": programme.id,
                "title": programme.title,
                **_counts(programme.modules),
                "modules": [_matrix(module) for module in programme.modules],
            }
            for programme in overview.alignment.programmes
        ],
        "modules": [_matrix(module) for module in overview.alignment.modules],
    }


def _counts(modules: Iterable[ModuleAlignment]) -> Data:
    listed = list(modules)
    return {"iuk": sum(len(module.rows) for module in listed), "gaps": sum(module.gaps for module in listed)}


def _matrix(module: ModuleAlignment) -> Data:
    return {
        "id": module.id,
        "number": module.number,
        "title": module.title,
        "iuk": len(module.rows),
        "gaps": module.gaps,
        "rows": [
            {
                "iuk": row.id,
                "domain": row.domain,
                "text": row.text,
                "taught": list(row.taught),
                "practised": [
                    {"session": practice.session, "block": practice.kind, "name": practice.name or None}
                    for practice in row.practised
                ],
                "assessed": list(row.assessed),
                "gaps": list(row.gaps),
            }
            for row in module.rows
        ],
    }


def _facts(overview: Overview) -> Data:
    return {"facts": [_fact(fact) for fact in overview.facts.facts]}


def _fact(fact: FactAge) -> Data:
    return {
        "id": fact.id,
        "title": fact.title,
        "value": fact.value,
        "status": fact.status,
        "valid_until": fact.valid_until.isoformat() if fact.valid_until else None,
        "checked_on": fact.checked_on.isoformat(),
        "days_since": fact.age,
        "recheck_on": fact.recheck_on.isoformat(),
        "due": fact.is_due,
        "uses": [
            {
                "file": use.span.file,
                "line": use.span.line,
                "column": use.span.column,
                "kind": use.kind,
                "at": use.day or None,
            }
            for use in fact.uses
        ],
    }


def _print(overview: Overview) -> Data:
    report = overview.printing
    return {
        "class_size": report.class_size,
        "built_as_of": overview.built_as_of or None,
        "built_in": overview.built_in or None,
        "programmes": [_print_scope(scope, report.jp_minutes) for scope in report.programmes],
        "modules": [_print_scope(scope, report.jp_minutes) for scope in report.modules],
    }


def _print_scope(scope: PrintScope, jp_minutes: int) -> Data:
    return {
        "id": scope.id,
        "title": scope.title,
        **_time(scope.minutes, jp_minutes),
        "copies": scope.copies,
        "printed_pages": scope.all_pages,
        "sheets": scope.all_sheets,
        "books": [
            {
                "kind": book.kind,
                "title": book.title,
                "of": book.scope,
                "file": book.address,
                "copies": book.copies,
                "pages": book.pages,
                "words": book.words,
                "pictures": book.pictures,
                "sheets_per_copy": book.sheets,
                "sheets": book.all_sheets,
            }
            for book in scope.books
        ],
        "worksheets": [{"module": sheet.module, "id": sheet.id, "title": sheet.title} for sheet in scope.worksheets],
    }


def _translations(overview: Overview) -> Data:
    return {
        "languages": [
            {
                "language": language.language,
                "published": language.is_published,
                "parts": [
                    {
                        "id": scope.id or None,
                        "title": scope.title or None,
                        "begun": scope.is_begun,
                        **_translated(scope.sum),
                        "files": [{"file": file.file, **_translated(file.sum)} for file in scope.files],
                    }
                    for scope in language.scopes
                ],
            }
            for language in overview.translations
        ]
    }


def _translated(part: Translated) -> Data:
    return {
        "texts": part.texts,
        "translated": part.done,
        "stale": part.stale,
        "missing": part.missing,
        "not_in_catalogue": part.behind,
        "words": part.words,
        "words_translated": part.words_done,
    }


_REPORTS: dict[str, Callable[[Overview], Data]] = {
    "summary": _summary,
    "hours": _hours,
    "alignment": _alignment,
    "facts": _facts,
    "print": _print,
    "translations": _translations,
}
