"""Catalogues of translations: `locale/<language>.po` in a module, and beside `curriculum.yaml` for what all share.

They are gettext files, read with Babel. What a translator writes is read as Markdown like everything else: HTML, blocks
and links that authors may not write are refused here as well.
"""

from __future__ import annotations

import hashlib
import io
import re
from collections.abc import Mapping
from functools import cached_property

from msgspec import Struct

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, text
from curriculum_kit.source.document import Fault, FaultKind
from curriculum_kit.source.faults import fault_diagnostic
from curriculum_kit.source.memory import Memory
from curriculum_kit.source.text_files import decode

FOLDER = "locale"
"""The folder of catalogues, in a module and in the curriculum."""
SUFFIX = ".po"
LANGUAGES = ("en",)
"""The languages into which a curriculum can be translated: those in which sites and books have words of their own."""

_TWICE = re.compile(r"^(?!#)msgid ", re.MULTILINE)


class Entry(Struct, frozen=True, array_like=True):
    """A text and its translation; empty where there is none yet. `is_stale`: the text has changed since (fuzzy)."""

    text: str
    translation: str
    is_stale: bool
    line: int


class _Contents(Struct, frozen=True, array_like=True):
    entries: tuple[Entry, ...]
    diagnostics: tuple[Diagnostic, ...]


class Catalogue(Struct, frozen=True, array_like=True, dict=True):
    """A catalogue as it stands in `file`."""

    file: str
    entries: tuple[Entry, ...] = ()
    digest: str = ""
    """Of what is written in it."""

    @cached_property
    def translations(self) -> Mapping[str, str]:
        """What counts: the translations of texts that have not changed since."""
        return {entry.text: entry.translation for entry in self.entries if entry.translation and not entry.is_stale}

    @cached_property
    def by_text(self) -> Mapping[str, Entry]:
        """The entries by their text."""
        return {entry.text: entry for entry in self.entries}


def read_catalogue(file: str, content: bytes, memory: Memory) -> tuple[Catalogue | None, tuple[Diagnostic, ...]]:
    """A catalogue with what is wrong in it; None when it cannot be read at all."""
    decoded = decode(file, content)
    if isinstance(decoded, Diagnostic):
        return None, (decoded,)
    contents = memory.recall("catalogue", (file, decoded), _Contents, lambda: _contents(file, decoded))
    if any(found.code == "TRANS891" for found in contents.diagnostics):
        return None, contents.diagnostics
    digest = hashlib.blake2b(content, digest_size=16).hexdigest()
    return Catalogue(file, contents.entries, digest), contents.diagnostics


def _contents(file: str, written: str) -> _Contents:
    from babel.messages.pofile import PoFileError, read_po  # noqa: PLC0415 - costly, and often not needed

    try:
        catalogue = read_po(io.StringIO(written), abort_invalid=True)
    except PoFileError as error:
        line = (error.lineno or 0) + 1
        return _Contents((), (_unreadable(file, line, text("baris ini bukan bagian katalog gettext")),))
    except Exception as error:  # noqa: BLE001 - Babel raises whatever its parts raise
        return _Contents((), (_unreadable(file, 1, text("isinya rusak ({error})", error=type(error).__name__)),))
    entries = []
    for message in catalogue:
        if not message.id:
            continue
        if not isinstance(message.id, str) or not isinstance(message.string, str) or message.context:
            line = message.lineno or 1
            words = text("msgid_plural dan msgctxt tidak dipakai")
            return _Contents((), (_unreadable(file, line, words),))
        entries.append(Entry(message.id, message.string.strip(), message.fuzzy, message.lineno or 1))
    written_entries = len(_TWICE.findall(written))
    if written_entries not in {len(entries), len(entries) + 1}:  # with and without a head
        return _Contents((), (_unreadable(file, 1, text("satu msgid tertulis dua kali")),))
    found = tuple(_finding(file, entry.line, fault) for entry in entries for fault in _faults(file, entry))
    return _Contents(tuple(entries), found)


def _faults(file: str, entry: Entry) -> tuple[Fault, ...]:
    """What may not stand in a translation, unless it stands in the text as well."""
    from curriculum_kit.source.markdown import parse_field  # noqa: PLC0415

    if not entry.translation:
        return ()
    span = Span(file, 1, 1)
    *_, faults = parse_field(file, entry.translation, entry.translation, span)
    if not faults:
        return ()
    *_, already = parse_field(file, entry.text, entry.text, span)
    known = {fault.kind for fault in already}
    return tuple(fault for fault in faults if fault.kind not in known)


def _finding(file: str, line: int, fault: Fault) -> Diagnostic:
    """A fault at the entry: letters of a catalogue are escaped and folded, so no column and no mending."""
    kind = FaultKind(fault.kind)
    return fault_diagnostic(Fault(kind, fault.word, Span(file, line, 1)))


def _unreadable(file: str, line: int, reason: Text) -> Diagnostic:
    return Diagnostic(
        "TRANS891",
        Severity.ERROR,
        text("katalog terjemahan tidak dapat dibaca: {reason}", reason=reason),
        text("Betulkan dengan penyunting katalog, misalnya Poedit, atau buat lagi dengan `ck translate`."),
        Span(file, line, 1),
    )
