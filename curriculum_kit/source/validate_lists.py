"""Lists and values that came out in another shape than they were meant: cut by a comma, or without brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from curriculum_kit.diagnostics import Diagnostic, Fix, Severity, Span, text
from curriculum_kit.source import habits, messages
from curriculum_kit.source.curriculum import Loc, Places
from curriculum_kit.source.messages import path_of
from curriculum_kit.source.yaml_data import Data

_DIGITS = re.compile(r"\d{1,9}")
_WHOLE = re.compile(r"-?\d[\d.]{0,17}")
_ITEM = re.compile(r"[A-Za-z0-9][\w .()/-]*")
_ITEMS = re.compile(r"[\w.-]+(?:, *[\w.-]+)*|[A-Za-z0-9][\w .()/-]*")
_PARTS = 3
_THOUSANDS = 3


def ids_cut_by_commas(wrong: Iterable[Loc], data: Mapping[str, Data], places: Places) -> dict[Loc, Diagnostic]:
    """`[1,1,2]`: three numbers for YAML, one IUK for its author. By the place of the list."""
    found: dict[Loc, Diagnostic] = {}
    for container in dict.fromkeys(loc[:-1] for loc in wrong):
        items = _at(data, container)
        if not isinstance(items, list) or len(items) % _PARTS:
            continue
        parts = [item for item in items if isinstance(item, str) and _DIGITS.fullmatch(item)]
        if not parts or len(parts) != len(items):
            continue
        ids = [".".join(parts[at : at + _PARTS]) for at in range(0, len(parts), _PARTS)]
        first, last = places.value(*container, 0), places.value(*container, len(items) - 1)
        span = Span(first.file, first.line, first.column, last.end_line, last.end_column)
        meant = ", ".join(ids)
        found[container] = Diagnostic(
            "SCHEMA203",
            Severity.ERROR,
            text('{path}: koma memotong nomor IUK; maksud Anda "{meant}"?', path=path_of(container), meant=meant),
            text("Bagian nomor IUK dipisah titik, misalnya 1.2.1; koma memisahkan dua nomor."),
            span,
            fix=Fix(span, meant) if first.line == last.end_line else None,
        )
    return found


def number_cut_by_comma(loc: Loc, data: Mapping[str, Data], places: Places) -> Diagnostic | None:
    """`{amount: 24,5}`: a number and a key `5` for YAML, one number for its author."""
    container, fraction = _at(data, loc[:-1]), str(loc[-1])
    if not isinstance(container, dict) or not _DIGITS.fullmatch(fraction) or container[fraction] is not None:
        return None
    keys = list(container)
    before = keys[keys.index(fraction) - 1] if keys.index(fraction) else ""
    whole = container.get(before)
    number, key = places.value(*loc[:-1], before), places.key(*loc)
    touches = number.end_line == key.line and number.end_column == key.column - 1
    if not isinstance(whole, str) or not _WHOLE.fullmatch(whole) or not touches:
        return None
    meant = None if len(fraction) == _THOUSANDS else habits.meant_number(f"{whole},{fraction}")
    span = Span(number.file, number.line, number.column, key.end_line, key.end_column)
    return Diagnostic(
        "SCHEMA203",
        Severity.ERROR,
        text(
            '{path}: koma memotong angka "{written}"', path=path_of((*loc[:-1], before)), written=f"{whole},{fraction}"
        ),
        text("Tulis pecahan dengan titik, misalnya 24.5, dan ribuan tanpa pemisah, misalnya 24500."),
        span,
        fix=Fix(span, meant) if meant else None,
    )


def in_shape(expected: str, value: object) -> str | None:
    """How a value is written in the shape that is expected, when there is one way."""
    if expected == messages.LIST and isinstance(value, str) and _ITEMS.fullmatch(value):
        return f"[{value}]"
    if expected == messages.SCALAR and isinstance(value, list) and len(value) == 1:
        (only,) = value
        return only if isinstance(only, str) and _ITEM.fullmatch(only) else None
    if expected == messages.SCALAR and isinstance(value, dict) and len(value) == 1:
        ((key, words),) = value.items()
        return f'"{key}: {words}"' if isinstance(words, str) and _ITEM.fullmatch(words) else None
    return None


def _at(data: Data | Mapping[str, Data], loc: Loc) -> object:
    """The part of the data at a place."""
    at: object = data
    for part in loc:
        if isinstance(at, list) and isinstance(part, int):
            at = at[part] if part < len(at) else None
        else:
            at = at.get(str(part)) if isinstance(at, dict) else None
    return at
