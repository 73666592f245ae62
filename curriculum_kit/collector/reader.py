"""Reads the fields of one PDF that may want harm. Runs in a process of its own (`isolated`).

What comes back is plain JSON: the names and values of fields, or the key of a reason.
"""

from __future__ import annotations

import io
import os
import re
import stat
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pikepdf
from msgspec import Struct, field, json
from pikepdf import Array, Dictionary, Name, Object, Pdf, Stream, String

from curriculum_kit.collector.hostile import Refuse, refuse_hostile
from curriculum_kit.collector.refusals import MAX_BYTES

MAX_FIELDS = 20_000
MAX_TEXT = 4_000_000
MAX_LEVELS = 16
LONGEST = 20_000
"""Letters of one value that are kept; a cell of a spreadsheet holds 32,767."""

_PUSH_BUTTON = 1 << 16
_HEADER = b"%PDF-"
_HEADER_WITHIN = 1024
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\u0080-\u009f\u202a-\u202e\u2066-\u2069\ufffe\uffff]")
"""Not to be seen, and able to spoil a table: control characters, and those that turn the direction of writing."""


class Reply(Struct):
    """What became of a file: the values of its fields by name, or the reason why it was refused."""

    fields: dict[str, str] = field(default_factory=dict)
    refused: str = ""


def read_path(path: str) -> bytes:
    """The reply to a file as JSON. Never raises: whatever a file does to its reader is a reason to refuse it."""
    try:
        reply = Reply(read_fields(_content(path)))
    except Refuse as refuse:
        reply = Reply(refused=refuse.reason)
    except pikepdf.PasswordError:
        reply = Reply(refused="encrypted")
    except RecursionError:
        reply = Reply(refused="too-deep")
    except MemoryError:
        reply = Reply(refused="died")
    except Exception:  # noqa: BLE001  # pikepdf raises many kinds for what is not as it should be
        reply = Reply(refused="broken")
    return json.encode(reply)


def _content(path: str) -> bytes:
    """The bytes of a plain file: no link is followed, no pipe is waited for."""
    try:
        handle = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK)
    except OSError as error:
        raise Refuse("not-a-file" if os.path.islink(path) else "unreadable") from error  # noqa: PTH114  # bytes stay
    with os.fdopen(handle, "rb") as file:
        found = os.fstat(file.fileno())
        if not stat.S_ISREG(found.st_mode):
            raise Refuse("not-a-file")
        if found.st_size > MAX_BYTES:
            raise Refuse("too-large")
        data = file.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        raise Refuse("too-large")
    return data


def read_fields(data: bytes) -> dict[str, str]:
    """The values of the fields by name. Raises `Refuse`, and whatever pikepdf raises on broken files."""
    if _HEADER not in data[:_HEADER_WITHIN]:
        raise Refuse("not-a-pdf")
    with pikepdf.open(io.BytesIO(data), attempt_recovery=False) as pdf:
        refuse_hostile(pdf)
        values: dict[str, str] = {}
        total = 0
        for name, value in _fields(pdf):
            total += len(name) + len(value)
            if total > MAX_TEXT:
                raise Refuse("too-much-text")
            values[name] = values.get(name) or value
        return values


@dataclass(frozen=True, slots=True)
class _Place:
    """A field with what it has from those above it."""

    node: Object
    name: str
    kind: str
    level: int


def _fields(pdf: Pdf) -> Iterator[tuple[str, str]]:
    form = pdf.Root.get("/AcroForm")
    roots = form.get("/Fields") if isinstance(form, Dictionary) else None
    if not isinstance(roots, Array) or not len(roots):
        raise Refuse("no-form" if _has_letters(pdf) else "scan")
    waiting = [_Place(node, "", "", 0) for node in reversed(list(roots))]
    seen = 0
    while waiting:
        place = waiting.pop()
        seen += 1
        if seen > MAX_FIELDS:
            raise Refuse("too-many-fields")
        if place.level > MAX_LEVELS:
            raise Refuse("too-deep")
        node = place.node
        if not isinstance(node, Dictionary):
            continue
        part = _text(node.get("/T"))
        name = f"{place.name}.{part}" if place.name and part else place.name or part
        kind = str(node.get("/FT", place.kind))
        kids = [kid for kid in node.get("/Kids", ()) if isinstance(kid, Dictionary)]
        inner = [kid for kid in kids if "/T" in kid]
        if inner:
            waiting += [_Place(kid, name, kind, place.level + 1) for kid in reversed(inner)]
        elif name:
            yield _clean(name), _clean(_value(node, kind, kids or [node]))


def _has_letters(pdf: Pdf) -> bool:
    """Whether anything is written with a font; a scan or a photo has none."""
    return any(isinstance(thing, Dictionary) and thing.get("/Type") == Name.Font for thing in pdf.objects)


def _value(node: Object, kind: str, widgets: Sequence[Object]) -> str:
    value = node.get("/V")
    if kind == "/Btn":
        return "" if int(node.get("/Ff", 0)) & _PUSH_BUTTON else _state(node, value, widgets)
    if kind == "/Ch" and isinstance(value, Array):
        return "; ".join(_text(each) for each in value)
    return _text(value) if kind in {"/Tx", "/Ch"} else ""


def _state(node: Object, value: Object | None, widgets: Sequence[Object]) -> str:
    """Which button is on: its word where the group has words, otherwise the name of its state."""
    state = _text(value)
    if state in {"", "Off"}:
        # Some programs only draw the button anew.
        states = (_text(widget.get("/AS")) for widget in widgets)
        state = next((each for each in states if each not in {"", "Off"}), "")
    state = state.removeprefix("/")  # others write the name of the state as a text
    words = [_text(word) for word in node.get("/Opt", ())]
    if state and state not in words and state.isdecimal() and int(state) < len(words):
        return words[int(state)]
    return state


def _text(value: Object | None) -> str:
    if isinstance(value, Stream):
        return value.read_bytes()[:LONGEST].decode("utf-8", "replace")
    if isinstance(value, Name):
        return str(value)[1:]
    return str(value) if isinstance(value, String | str) else ""


def _clean(value: str) -> str:
    plain = value[:LONGEST].replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROLS.sub("", plain).encode("utf-8", "replace").decode("utf-8").strip()
