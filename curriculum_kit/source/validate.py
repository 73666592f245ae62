"""Data from YAML → a frozen record, or diagnostics that say in Indonesian what does not fit and how to mend it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, TypeVar

from pydantic import ValidationError

from curriculum_kit.diagnostics import Diagnostic, Fix, Severity, Span, Text, text
from curriculum_kit.source import habits, messages, validate_lists
from curriculum_kit.source.curriculum import Loc, Places
from curriculum_kit.source.messages import path_of
from curriculum_kit.source.model_shape import Spot, locate, marked
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.text_files import shown
from curriculum_kit.source.yaml_data import Data

R = TypeVar("R", bound=Record)

_LIKE_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}\.\d{3}")
_GLUED = re.compile(r"(?:- *)?[A-Za-z_]\w*:\S.*", re.DOTALL)


def validate(model: type[R], data: Mapping[str, Data], places: Places) -> tuple[R | None, tuple[Diagnostic, ...]]:
    """The record that `data` describes, or None and why not."""
    try:
        record = model.model_validate(data)
    except ValidationError as error:
        found = [_Problem(locate(model, details["loc"]), dict(details)) for details in error.errors(include_url=False)]
        return None, tuple(_diagnostics(tuple(_best(found)), places, data))
    doubts = tuple(_doubtful_numbers(record, places))
    return (None if any(doubt.severity is Severity.ERROR for doubt in doubts) else record), doubts


@dataclass(frozen=True, slots=True)
class _Problem:
    """An error of pydantic and where it stands."""

    spot: Spot
    details: Mapping[str, Any]

    @property
    def kind(self) -> str:
        return str(self.details["type"])

    @property
    def given(self) -> object:
        """The value that did not fit; for a missing key the mapping that lacks it."""
        return self.details["input"]

    @property
    def has_wrong_shape(self) -> bool:
        return self.kind in messages.SHAPES


def _best(found: Iterable[_Problem]) -> Iterator[_Problem]:
    """Of a value that may be this or that, only what is said about the variant that was probably meant.

    Pydantic reports each variant that it tried. The one meant has the right shape; of several the first counts.
    """
    tried: dict[Loc, dict[str, list[_Problem]]] = {}
    for problem in found:
        if problem.spot.choice is None:
            yield problem
        else:
            at, label = problem.spot.choice
            tried.setdefault(at, {}).setdefault(label, []).append(problem)
    for at, variants in tried.items():
        fitting = (v for v in variants.values() if not any(p.spot.loc == at and p.has_wrong_shape for p in v))
        yield from next(fitting, next(iter(variants.values())))


def _diagnostics(problems: tuple[_Problem, ...], places: Places, data: Mapping[str, Data]) -> Iterator[Diagnostic]:
    """One diagnostic for each problem, but one for all keys that a mapping lacks and for a number cut by commas."""
    wrong_ids = [problem.spot.loc for problem in problems if problem.kind == "ck_iuk_id"]
    cut_ids = validate_lists.ids_cut_by_commas(wrong_ids, data, places)
    yield from cut_ids.values()
    unknown = [problem.spot for problem in problems if problem.kind == "extra_forbidden"]
    misspelt = {(spot.loc[:-1], habits.meant_word(str(spot.loc[-1]), spot.fields)) for spot in unknown}
    missing: dict[Loc, list[_Problem]] = {}
    for problem in problems:
        if problem.spot.loc[:-1] in cut_ids:
            continue
        if problem.kind == "extra_forbidden":
            cut = validate_lists.number_cut_by_comma(problem.spot.loc, data, places)
            yield cut or _unknown_key(problem.spot, problem.given, places)
        elif problem.kind != "missing":
            yield _diagnostic(problem.spot, problem, places)
        elif (problem.spot.loc[:-1], problem.spot.loc[-1]) not in misspelt:
            missing.setdefault(problem.spot.loc[:-1], []).append(problem)
    for container, lacking in missing.items():
        keys = tuple(str(problem.spot.loc[-1]) for problem in lacking)
        allowed = lacking[0].spot.literals if len(lacking) == 1 else ()
        yield _missing_keys(container, keys, allowed, lacking[0].given, places)


def _diagnostic(spot: Spot, problem: _Problem, places: Places) -> Diagnostic:
    if problem.kind in {"union_tag_not_found", "union_tag_invalid"}:
        return _variant(spot, problem, places)
    if problem.kind == "literal_error" and isinstance(problem.given, str):
        return _not_allowed(spot.loc, problem.given, spot.literals, places)
    if problem.has_wrong_shape or problem.kind == "literal_error":
        return _wrong_shape(spot.loc, messages.SHAPES.get(problem.kind, messages.SCALAR), problem.given, places)
    return _wrong_value(spot.loc, problem, places)


def _unknown_key(spot: Spot, value: object, places: Places) -> Diagnostic:
    key, container = str(spot.loc[-1]), spot.loc[:-1]
    meant = habits.meant_word(key, spot.fields)
    hint = _meant(meant)
    likely = habits.likely(key, spot.fields)
    help = text("Kunci (kata di depan titik dua) yang boleh ada di sini: {keys}.", keys=", ".join(likely))
    if len(likely) < len(spot.fields):
        help = text(
            "Kunci (kata sebelum titik dua) yang boleh ada di sini antara lain {keys}. Semuanya: ck explain SCHEMA201.",
            keys=", ".join(likely),
        )
    if value is None and meant is None:
        # `{text: satu, dua}` is a text `satu` and a key `dua`.
        help = text("Bila ini lanjutan teks di depannya, apit seluruh teks itu dengan tanda kutip.")
    values = {"key": shown(key), "path": path_of(container), "hint": hint}
    message = text('kunci "{key}" tidak dikenal{hint}', **values)
    if container:
        message = text('{path}: kunci "{key}" tidak dikenal{hint}', **values)
    span, sure = places.key(*spot.loc), habits.surely_meant(key, spot.fields)
    fix = Fix(span, sure) if sure and (*container, sure) not in places.values else None
    return Diagnostic("SCHEMA201", Severity.ERROR, message, help, span, fix=fix)


def _missing_keys(
    container: Loc, keys: tuple[str, ...], allowed: tuple[str, ...], given: object, places: Places
) -> Diagnostic:
    names = ", ".join(f'"{key}"' for key in keys)
    message = text("kunci {keys} belum ada", keys=names)
    if container:
        message = text("{path}: kunci {keys} belum ada", keys=names, path=path_of(container))
    help = text('Tambahkan baris "{key}: …" di sini.', key=keys[0])
    if allowed:
        help = text(
            'Tambahkan baris "{key}: …" dengan salah satu dari {values}.', key=keys[0], values=", ".join(allowed)
        )
    elif len(keys) > 1:
        help = text('Tambahkan satu baris "kunci: …" untuk masing-masing kunci itu.')
    return Diagnostic("SCHEMA202", Severity.ERROR, message, help, _head(container, given, places))


def _head(container: Loc, given: object, places: Places) -> Span:
    """Where a container begins: its key; the first key in it when it is an item of a list; the file."""
    if container and not isinstance(container[-1], int):
        return places.key(*container)
    first = next(iter(given), None) if isinstance(given, dict) else None
    if container and first is not None:
        return places.key(*container, first)
    return places.value(*container) if container else Span(places.file)


def _variant(spot: Spot, problem: _Problem, places: Places) -> Diagnostic:
    """The key that tells variants apart is missing or wrong."""
    key = str(problem.details["ctx"]["discriminator"]).strip("'")
    if problem.kind == "union_tag_not_found":
        return _missing_keys(spot.loc, (key,), spot.tags, problem.given, places)
    written = problem.given.get(key) if isinstance(problem.given, dict) else None
    if not isinstance(written, str):
        return _wrong_shape((*spot.loc, key), messages.SCALAR, written, places)
    return _not_allowed((*spot.loc, key), written, spot.tags, places)


def _not_allowed(loc: Loc, value: object, allowed: tuple[str, ...], places: Places) -> Diagnostic:
    span, sure = places.value(*loc), habits.surely_meant(str(value), allowed)
    return Diagnostic(
        "SCHEMA204",
        Severity.ERROR,
        text(
            '{path}: "{value}" bukan salah satu dari {values}{hint}',
            path=path_of(loc),
            value=shown(value),
            values=", ".join(allowed),
            hint=_meant(habits.meant_word(str(value), allowed)),
        ),
        text("Pilih salah satu nilai itu dan tulis persis seperti itu."),
        span,
        fix=Fix(span, sure) if sure else None,
    )


def _wrong_shape(loc: Loc, expected: str, value: object, places: Places) -> Diagnostic:
    wording = messages.EMPTY[expected] if value is None else messages.WRONG_SHAPE[expected]
    span, replacement = places.value(*loc), validate_lists.in_shape(expected, value)
    hint = _meant(replacement)
    if isinstance(value, str) and expected != messages.SCALAR:
        if _GLUED.fullmatch(value):
            hint, replacement = text("; tidak ada spasi sesudah titik dua"), None
        elif value.startswith("-"):
            hint, replacement = text("; tidak ada spasi sesudah tanda hubung"), None
        elif expected == messages.LIST:
            hint = _meant(f"[{value}]")
    elif expected == messages.MAPPING and isinstance(value, list) and len(value) == 1 and isinstance(value[0], dict):
        hint = text('; hapus tanda "- " di depan kunci pertama')
    message = text(wording.message.template, path=path_of(loc), found=messages.found_shape(value), hint=hint)
    fix = Fix(span, replacement) if replacement and span.line == span.end_line else None
    return Diagnostic("SCHEMA205", Severity.ERROR, message, wording.help, span, fix=fix)


def _wrong_value(loc: Loc, problem: _Problem, places: Places) -> Diagnostic:
    wording = messages.VALUES.get(problem.kind, messages.OTHER)
    written, span = str(problem.given), places.value(*loc)
    meant = habits.MEANT[problem.kind](written) if problem.kind in habits.MEANT else None
    least = problem.details.get("ctx", {}).get("ge", "")
    message = text(wording.message.template, path=path_of(loc), value=shown(written), hint=_meant(meant), least=least)
    fix = None
    if meant is not None and problem.kind in habits.SAFE_TO_REPLACE and span.end_line == span.line:
        fix = Fix(span, f'"{meant}"' if problem.kind == "ck_clock" else meant)
    return Diagnostic("SCHEMA203", Severity.ERROR, message, wording.help, span, fix=fix)


def _doubtful_numbers(record: Record, places: Places) -> Iterator[Diagnostic]:
    """`500.000` is five hundred for the schema and half a million for its author."""
    for loc, value in marked(record, Decimal):
        if not isinstance(value, Decimal) or not _LIKE_THOUSANDS.fullmatch(str(value)):
            continue
        severity, read, fix = Severity.WARNING, text("pecahan"), None
        whole, span = str(value).replace(".", ""), places.value(*loc)
        if value == value.to_integral_value():
            severity, read, fix = Severity.ERROR, text("{number}", number=_plain(value)), Fix(span, whole)
        yield Diagnostic(
            "SCHEMA203",
            severity,
            text('{path}: "{value}" terbaca sebagai {read}', path=path_of(loc), value=value, read=read),
            text(
                "Titik adalah tanda pecahan. Tulis {whole} bila titik itu pemisah ribuan, {fraction} bila bukan.",
                whole=whole,
                fraction=_plain(value) if str(value).endswith("0") else f"{value}0",
            ),
            span,
            fix=fix,
        )


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _meant(word: str | None) -> Text:
    return text("") if word is None else text('; maksud Anda "{meant}"?', meant=shown(word))
