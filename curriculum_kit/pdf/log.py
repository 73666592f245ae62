"""What WeasyPrint logs, as findings in the language of the authors."""

from __future__ import annotations

import logging
import os
import re
from pathlib import Path
from urllib.parse import unquote, urlsplit

from curriculum_kit.diagnostics import Text, text

_HARMLESS = (
    # An empty alt means decoration, and `finish` makes it an artifact. A missing alt is found in the HTML.
    re.compile(r'Image ".*" has no required alt description'),
)

_MISSING_LETTER = text('tanda "{character}" (U+{code}) tidak ada di huruf buku; pakai tanda lain').template

_KNOWN: tuple[tuple[re.Pattern[str], str], ...] = (
    (
        re.compile(r'\.notdef glyph rendered .*: "(?P<character>.)" \(U\+(?P<code>\w+)\)', re.DOTALL),
        _MISSING_LETTER,
    ),
    (re.compile(r"Failed to load image at '(?P<path>.*?)': "), text("gambar {path} tidak dapat dibaca").template),
    (re.compile(r"Failed to render SVG image (?P<path>.*)"), text("gambar {path} tidak dapat digambar").template),
    (
        re.compile(r"No anchor #(?P<anchor>.*) for internal URI reference"),
        text("tautan menuju #{anchor}, yang tidak ada di buku ini").template,
    ),
    (
        re.compile(r"Content discarded: target points to undefined anchor '(?P<anchor>.*)'"),
        text("nomor halaman #{anchor} diminta, tetapi itu tidak ada di buku ini").template,
    ),
    (re.compile(r"Anchor defined twice: '(?P<anchor>.*)'"), text("id {anchor} dipakai lebih dari sekali").template),
    (re.compile(r'Missing required "lang"'), text("dokumen tidak menyebut bahasanya (lang)").template),
)


def missing_letter(character: str) -> Text:
    """That the font of the books lacks a character."""
    return text(_MISSING_LETTER, character=character, code=f"{ord(character):04X}")


class Log(logging.Handler):
    """Keeps the warnings and errors of one document, each once, in `messages`.

    While `sheet` is set, they are about that stylesheet; 0 is that of the fonts. Paths are told from `base`.
    """

    def __init__(self, base: Path) -> None:
        super().__init__(logging.WARNING)
        self.base = base
        self.sheet: int | None = None
        self.messages: list[Text] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record."""
        message = record.getMessage()
        if any(pattern.match(message) for pattern in _HARMLESS):
            return
        found = self._translated(message)
        if found not in self.messages:
            self.messages.append(found)

    def _translated(self, message: str) -> Text:
        for pattern, template in _KNOWN:
            if match := pattern.match(message):
                values = match.groupdict()
                if "path" in values:
                    values["path"] = self._short(values["path"])
                return text(template, **values)
        if self.sheet is not None:
            return text("lembar gaya {number}: {message}", number=self.sheet, message=message)
        return text("WeasyPrint: {message}", message=message)

    def _short(self, url: str) -> str:
        """An address without the path of the checkout and without the bytes of a written-out image."""
        if url.startswith("file:"):
            return os.path.relpath(unquote(urlsplit(url).path), self.base)
        return url[:60]
