"""The page of the YAML files: every key, from the records and from the help that editors show."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from types import UnionType
from typing import Any, Literal, Union, get_args, get_origin

import yaml
from pydantic_core import PydanticUndefined

from curriculum_kit.audience import Audience, visible_fields
from curriculum_kit.editor.guidance import help_of
from curriculum_kit.editor.kinds import KINDS, Kind
from curriculum_kit.source.model_shape import bare_type, field_type
from curriculum_kit.source.schema.base import MarkdownMark, Matching, Record, TextMark
from curriculum_kit.source.schema.worksheet import Column, Row, SheetCell, Worksheet
from tools.reference.speech import Speech, code, listing, plain, table

WORDS = {
    "ck_whole": ("whole number", "bilangan bulat"),
    "ck_number": ("number", "angka"),
    "ck_date": ("date (year-month-day)", "tanggal (tahun-bulan-hari)"),
    "ck_clock": ("time of day (HH:MM)", "jam (JJ:MM)"),
    "ck_kebab_id": ("id (`a-b`)", "id (`a-b`)"),
    "ck_snake_id": ("id (`a_b`)", "id (`a_b`)"),
    "ck_element_id": ("number of an element", "nomor elemen"),
    "ck_kuk_id": ("number of a KUK", "nomor KUK"),
    "ck_iuk_id": ("number of an IUK", "nomor IUK"),
    "ck_session_path": ("`module/id`", "`modul/id`"),
    "ck_web_address": ("web address", "alamat web"),
    "ck_province": ("province code", "kode provinsi"),
    "ck_regency": ("regency code", "kode kabupaten atau kota"),
    "ck_version": ("version (`1.2.3`)", "versi (`1.2.3`)"),
}
"""What values are called that must look like something (`curriculum_kit.source.schema.base.Matching`)."""
_BY_MODE = (Worksheet, Column, Row, SheetCell)
"""Records whose trainer-only fields reach participants in some modes of a worksheet."""
_NEVER = {"formula", "answer"}


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# Files", "# Berkas")
    yield ""
    yield speech.pick(
        "Every YAML file of a curriculum, and the head of sessions, with all keys. Editors show the same explanations"
        " while you write (`ck schema`). Keys that participants do not see never reach their site or their books.",
        "Semua berkas YAML kurikulum dan kepala sesi, dengan semua kuncinya. Editor menampilkan penjelasan yang sama"
        " sambil Anda menulis (`ck schema`). Kunci yang tidak terlihat oleh peserta tidak pernah sampai ke situs"
        " atau buku mereka.",
    )
    yield ""
    heads: tuple[str, ...] = (speech.pick("file", "berkas"), speech.pick("holds", "isi"))
    yield from table(
        heads, ((f"[{code(kind.pattern)}](#{anchor(kind)})", speech.say(help_of(kind.record).title)) for kind in KINDS)
    )
    for kind in KINDS:
        yield from _kind(speech, kind)


def anchor(kind: Kind) -> str:
    """The anchor of the section of a kind of file."""
    return f"{kind.name}-{'yaml' if kind.is_yaml else 'md'}"


def records_of(kind: Kind) -> tuple[type[Record], ...]:
    """The records of a kind of file, each once, in the order in which the keys lead to them."""
    found: dict[type[Record], None] = {}

    def walk(record: type[Record]) -> None:
        if record not in found:
            found[record] = None
            for name in record.model_fields:
                for below in _records_in(field_type(record, name)):
                    walk(below)

    walk(kind.record)
    return tuple(found)


def _records_in(annotation: Any) -> Iterator[type[Record]]:  # noqa: ANN401 - a type as annotations hold it
    bare, _ = bare_type(annotation)
    if isinstance(bare, type) and issubclass(bare, Record):
        yield bare
        return
    origin: object = get_origin(bare)
    for part in () if origin is Literal else get_args(bare):
        yield from _records_in(part)


def _kind(speech: Speech, kind: Kind) -> Iterator[str]:
    yield f"({anchor(kind)})="
    yield ""
    yield f"## {kind.pattern}"
    yield ""
    yield f"{speech.say(help_of(kind.record).title)}."
    yield ""
    for record in records_of(kind):
        if record is not kind.record:
            yield f"({_record_anchor(kind, record)})="
            yield ""
            yield f"### {speech.say(help_of(record).title)} ({kind.name})"
            yield ""
        heads = (speech.pick("key", "kunci"), speech.pick("meaning", "arti"), speech.pick("value", "nilai"),
                 speech.pick("participants", "peserta"))  # fmt: skip
        yield from table(heads, (_row(speech, kind, record, name) for name in record.model_fields))


def _record_anchor(kind: Kind, record: type[Record]) -> str:
    return f"{anchor(kind)}-{record.__name__.lower()}"


def _row(speech: Speech, kind: Kind, record: type[Record], name: str) -> tuple[str, str, str, str]:
    about = help_of(record).fields[name]
    words = [plain(speech.say(about.description))]
    words += [f"{code(value)}: {plain(speech.say(meaning))}" for value, meaning in about.values.items()]
    value = f"{_type(speech, kind, field_type(record, name))}; {_need(speech, record, name)}"
    place = f'<a id="{_record_anchor(kind, record)}-{name}"></a>'
    words += [f"{speech.pick('Example', 'Contoh')}: {code(_flow(example))}." for example in about.examples]
    return f"{place}{code(name)}", " ".join(words), value, _participants(speech, record, name)


def _type(speech: Speech, kind: Kind, annotation: Any) -> str:  # noqa: ANN401, PLR0911 - one line for each form
    bare, metadata = bare_type(annotation)
    parts = get_args(bare)
    origin: object = get_origin(bare)
    if isinstance(bare, type) and issubclass(bare, Record):
        return f"[{speech.say(help_of(bare).title)}](#{_record_anchor(kind, bare)})"
    if origin in {Union, UnionType}:
        return speech.pick(" or ", " atau ").join(dict.fromkeys(_type(speech, kind, part) for part in parts))
    if origin is Literal:
        return listing(parts)
    if origin is tuple:
        return f"{speech.pick('list of', 'daftar')} {_type(speech, kind, parts[0])}"
    if origin is dict:
        return f"{speech.pick('by id', 'menurut id')}: {_type(speech, kind, parts[1])}"
    matching = next((item for item in metadata if isinstance(item, Matching)), None)
    if matching:
        return speech.pick(*WORDS[matching.kind])
    if bare is bool:
        return "`true`, `false`"
    if any(isinstance(item, MarkdownMark) for item in metadata):
        return "[Markdown](roles.md)"
    if any(isinstance(item, TextMark) for item in metadata):
        return speech.pick("plain text", "teks biasa")
    raise TypeError(annotation)


def _need(speech: Speech, record: type[Record], name: str) -> str:
    """Whether a key is required, or what holds without it."""
    field = record.model_fields[name]
    if field.is_required():
        return speech.pick("**required**", "**wajib**")
    default = field.default
    if default is PydanticUndefined or default is None or isinstance(default, tuple | Record):
        return speech.pick("may be left out", "boleh dihilangkan")
    written = json.dumps(default) if isinstance(default, bool) else default
    return f"{speech.pick('without it', 'bila dihilangkan')} {code(written)}"


def _participants(speech: Speech, record: type[Record], name: str) -> str:
    if name in set(visible_fields(record, Audience.PARTICIPANT)):
        return speech.pick("yes", "ya")
    if issubclass(record, _BY_MODE) and name not in _NEVER:
        return speech.pick("by `mode`", "menurut `mode`")
    return speech.pick("no", "tidak")


def _flow(value: object) -> str:
    """A value as YAML on one line."""
    if isinstance(value, date | Decimal):
        value = str(value)
    text = yaml.safe_dump(value, default_flow_style=True, allow_unicode=True, sort_keys=False, width=10_000)
    return text.removesuffix("\n").removesuffix("...").strip()
