"""Bytes of a text file → text: UTF-8 only, one kind of line end, no characters that nobody can see."""

from __future__ import annotations

import codecs
import re

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, text

_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
# Controls but tab and line end; the three line ends that editors do not count (they would shift every line number);
# marks that turn the reading direction (they make a text look different from what it says); surrogates.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff\ufffe\uffff]"
)
_SAVE_AS_UTF8 = text("Di VS Code: klik nama pengodean di kanan bawah, pilih “Save with Encoding”, lalu “UTF-8”.")


def shown(words: object, limit: int = 60) -> str:
    """What an author wrote, for a message: on one line, not too long, nothing that a terminal would obey."""
    flat = " ".join(str(words).split())
    visible = flat if flat.isprintable() else "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in flat)
    return visible if len(visible) <= limit else f"{visible[: limit - 1]}…"


def unseen(words: str) -> re.Match[str] | None:
    """The first character that has no place in a text."""
    return _UNSEEN.search(words)


def unseen_fault(span: Span, character: str) -> Diagnostic:
    """What to say about such a character."""
    return Diagnostic(
        "YAML109",
        Severity.ERROR,
        text("karakter tak terlihat U+{code} tidak boleh ada di berkas teks", code=f"{ord(character):04X}"),
        text("Hapus karakter itu; biasanya ia terbawa saat menyalin dari program lain."),
        span,
    )


def decode(file: str, content: bytes) -> str | Diagnostic:
    """The text of a file with one kind of line end, or what keeps it from being a text."""
    if content.startswith(_UTF16):
        return _refused(Span(file), text("berkas ini disimpan sebagai teks UTF-16, bukan UTF-8"))
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        return _refused(
            _after(file, before), text("berkas ini tidak disimpan sebagai teks UTF-8, jadi hurufnya tidak terbaca")
        )
    return clean(file, decoded)


def clean(file: str, decoded: str, *, first_line: int = 1) -> str | Diagnostic:
    """`decoded` with one kind of line end, or the place of a character that nobody can see."""
    plain = decoded.replace("\r\n", "\n").replace("\r", "\n")
    found = unseen(plain)
    return unseen_fault(_after(file, plain[: found.start()], first_line), found[0]) if found else plain


def _after(file: str, before: str, first_line: int = 1) -> Span:
    """The place of the character that follows `before`."""
    unified = before.replace("\r\n", "\n").replace("\r", "\n")
    return Span(file, first_line + unified.count("\n"), len(unified) - unified.rfind("\n"))


def _refused(span: Span, message: Text) -> Diagnostic:
    return Diagnostic("YAML109", Severity.ERROR, message, _SAVE_AS_UTF8, span)
