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
_SAVE_AS_UTF8 = text("Simpan berkas ini dengan pengodean UTF-8 (di VS Code: klik nama pengodean di kanan bawah).")


def decode(file: str, content: bytes) -> str | Diagnostic:
    """The text of a file with one kind of line end, or what keeps it from being a text."""
    if content.startswith(_UTF16):
        return _refused(Span(file), text("berkas berkode UTF-16, bukan UTF-8"))
    try:
        decoded = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = content[: error.start].decode("utf-8-sig", "replace")
        return _refused(_after(file, before), text("berkas bukan teks UTF-8"))
    return clean(file, decoded)


def clean(file: str, decoded: str, *, first_line: int = 1) -> str | Diagnostic:
    """`decoded` with one kind of line end, or the place of a character that nobody can see."""
    plain = decoded.replace("\r\n", "\n").replace("\r", "\n")
    unseen = _UNSEEN.search(plain)
    if not unseen:
        return plain
    span = _after(file, plain[: unseen.start()], first_line)
    return Diagnostic(
        "YAML109",
        Severity.ERROR,
        text("karakter tak terlihat U+{code} tidak boleh ada di berkas teks", code=f"{ord(unseen[0]):04X}"),
        text("Hapus karakter itu; biasanya ia terbawa saat menyalin dari program lain."),
        span,
    )


def _after(file: str, before: str, first_line: int = 1) -> Span:
    """The place of the character that follows `before`."""
    unified = before.replace("\r\n", "\n").replace("\r", "\n")
    return Span(file, first_line + unified.count("\n"), len(unified) - unified.rfind("\n"))


def _refused(span: Span, message: Text) -> Diagnostic:
    return Diagnostic("YAML109", Severity.ERROR, message, _SAVE_AS_UTF8, span)
