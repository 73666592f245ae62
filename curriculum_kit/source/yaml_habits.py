"""What word processors leave in YAML: curly quotes, bullets, dashes without a blank, blanks that are none.

YAML takes most of it for plain text, so that a list becomes one long sentence and nobody is told. Each habit is found
by its line alone and comes with its replacement.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from curriculum_kit.diagnostics import Diagnostic, Fix, Span, Text, text
from curriculum_kit.source.text_files import shown
from curriculum_kit.source.yaml_faults import fault
from curriculum_kit.source.yaml_text import Extent, YamlText

_ODD = "\u00a0\u00ad\u1680\u2000-\u200f\u202f\u205f\u2060\u3000"
_ODD_BLANKS = "\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000"
_BULLETS = "•●▪◦‣∙"
_QUOTES = "“”„‟‘’‚‛"  # noqa: RUF001 - the quotes of word processors
# Anything on the following list anywhere: only then are plain texts looked at closely.
RISKY = re.compile(rf"[{_ODD}{_BULLETS}{_QUOTES}]|[ \t]#[^\s#]|^[ ]*(?:[·–—]|\d{{1,2}}[.)][ ]|-[^\s-])", re.MULTILINE)

_ODD_ANYWHERE = re.compile(f"[{_ODD}]")
_ODD_AT_ENDS = re.compile(f"^[ {_ODD}]*[{_ODD}][ {_ODD}]*|[ {_ODD}]*[{_ODD}][ {_ODD}]*$")
_ODD_INDENT = re.compile(rf"[ ]*[{_ODD}][ {_ODD}]*")
_LIST_SIGN = re.compile(
    rf"[ ]*(?P<sign>[{_BULLETS}·–—][ \t{_ODD}]*|\d{{1,2}}[.)][ ]+|\*[ ]+|-[{_ODD}]+|-(?=[^\s\-.0-9])|-(?=0\d))(?=\S)"
)
_SURE_LIST_SIGN = re.compile(rf"[ ]*(?P<sign>[{_BULLETS}][ \t{_ODD}]*|-[{_ODD}]+)(?=\S)")
_CURLY = re.compile(f'[“„‟‘‚‛”]([^{_QUOTES}"\\\\]+)[”“‟’‘‛]')  # noqa: RUF001
_CURLY_VALUE = re.compile('(?:[ ]*- +)?[\\w-]+: +([“„‘‚”][^"\\\\]*[”“’])')  # noqa: RUF001
_WIDE_COLON = re.compile(r"[ ]*(?:- +)?[A-Za-z_]\w*([：﹕꞉∶][ ]*)")  # noqa: RUF001
_ENDS_SENTENCE = tuple(".?!…")

_TYPE_BLANK = text(
    "Hapus karakter itu, lalu ketik spasi bila perlu; karakter ini terbawa saat menyalin dari program lain."
)
_TYPE_COLON = text("Hapus tanda itu, lalu ketik titik dua dan satu spasi dari papan ketik.")
_TYPE_DASH = text('Awali setiap butir daftar dengan tanda hubung dan satu spasi, misalnya "- Kalkulator".')
_TYPE_QUOTES = text(
    "Ketik tanda kutip lurus dari papan ketik: \"…\". Tanda kutip lengkung yang ikut dicetak ditulis '“…”'."
)


def is_odd(sign: str) -> bool:
    """Whether a character looks like a blank or like nothing."""
    return _ODD_ANYWHERE.fullmatch(sign) is not None


def odd_character(span: Span, sign: str, replacement: str) -> Diagnostic:
    """A character that nobody sees, where YAML needs a blank or nothing."""
    name: Text = text("karakter tak terlihat U+{code} membuat bagian ini terbaca lain", code=f"{ord(sign):04X}")
    if re.fullmatch(f"[{_ODD_BLANKS}]", sign):
        name = text("spasi di sini bukan spasi dari papan ketik (U+{code})", code=f"{ord(sign):04X}")
    return fault("YAML113", span, name, _TYPE_BLANK, fix=Fix(span, replacement))


def odd_indent(source: YamlText, number: int) -> Diagnostic | None:
    """Blanks before the first word that are no blanks for YAML."""
    line = source.lines[number]
    match = _ODD_INDENT.match(line)
    if not match or match.end() == len(line):
        return None
    span = source.span((number, 0, number, match.end()))
    sign = next(filter(is_odd, match[0]))
    return odd_character(span, sign, re.sub(f"[{_ODD}]", _plain_blank, match[0]))


def odd_colon(source: YamlText, number: int) -> Diagnostic | None:
    """A colon of another script behind a key."""
    match = _WIDE_COLON.match(source.lines[number])
    if not match:
        return None
    span = source.span((number, match.start(1), number, match.end(1)))
    message = text('"{sign}" (U+{code}) bukan titik dua biasa', sign=match[1][0], code=f"{ord(match[1][0]):04X}")
    return fault("YAML113", span, message, _TYPE_COLON, fix=Fix(span, ": "))


def odd_key(source: YamlText, key: str, extent: Extent) -> tuple[str, Diagnostic | None]:
    """A key without what cannot be seen in it. Blanks within are a matter of spelling."""
    cleaned = "".join(sign for sign in key if not is_odd(sign) or _plain_blank_of(sign)).strip(_blanks_of(key))
    if cleaned == key:
        return key, None
    return cleaned, odd_character(source.span(extent), next(filter(is_odd, key)), cleaned)


def odd_ends(source: YamlText, value: str, extent: Extent) -> tuple[str, Diagnostic | None]:
    """A value on one line without what cannot be seen at its ends."""
    cleaned = _ODD_AT_ENDS.sub("", value)
    if cleaned == value or extent[0] != extent[2]:
        return value, None
    return cleaned, odd_character(source.span(extent), next(filter(is_odd, value)), cleaned)


def curly_quotes(source: YamlText, value: str, extent: Extent) -> tuple[str, Diagnostic | None]:
    """A whole value in curly quotes: they were to protect it. A sentence in quotes is what somebody says."""
    match = _CURLY.fullmatch(value)
    if not match or extent[0] != extent[2] or match[1].endswith(_ENDS_SENTENCE):
        return value, None
    return match[1], _curly(source.span(extent), value, f'"{match[1]}"')


def curly_line(source: YamlText, number: int) -> Diagnostic | None:
    """A line that YAML cannot read, with a value in curly quotes."""
    match = _CURLY_VALUE.fullmatch(source.lines[number].rstrip())
    if not match:
        return None
    span = source.span((number, match.start(1), number, match.end(1)))
    return _curly(span, match[1], f'"{match[1][1:-1]}"')


def curly_end(source: YamlText, number: int, column: int) -> Diagnostic | None:
    """`"18”`: begun with a straight quote, ended with a curly one."""
    line = source.lines[number].rstrip()
    opening = line[column : column + 1]
    words = line[column + 1 : -1]
    if not opening or line[-1] not in _QUOTES or opening in words:
        return None
    span = source.span((number, column, number, len(line)))
    return _curly(span, line[column:], f"{opening}{words}{opening}")


def _curly(span: Span, written: str, replacement: str) -> Diagnostic:
    message = text(
        "{written} diapit tanda kutip lengkung dari Word, yang tidak berlaku di sini", written=shown(written)
    )
    return fault("YAML111", span, message, _TYPE_QUOTES, fix=Fix(span, replacement))


def list_sign(source: YamlText, number: int) -> Diagnostic | None:
    """A line that begins like an item of a list, but not with `- `, with those that follow in the same way."""
    first = _LIST_SIGN.match(source.lines[number])
    numbers: list[int] = []
    for below in range(number, len(source.lines)):
        match = _LIST_SIGN.match(source.lines[below])
        if not first or not match or match.start("sign") != first.start("sign"):
            break
        numbers.append(below)
    return _foreign_items(source, numbers) if numbers else None


def list_signs(source: YamlText, extent: Extent) -> Diagnostic | None:
    """A plain text whose lines begin like items of a list, but not with `- `."""
    first, column, last, _ = extent
    if source.lines[first][:column].strip(" "):
        return None  # behind a key or a dash: words
    pattern = _LIST_SIGN if _LIST_SIGN.match(source.lines[first]) else _SURE_LIST_SIGN
    numbers = [number for number in range(first, last + 1) if pattern.match(source.lines[number])]
    return _foreign_items(source, numbers) if numbers else None


def _foreign_items(source: YamlText, numbers: Sequence[int]) -> Diagnostic:
    """The finding about lines with foreign signs, mended all at once."""
    signs = [match for number in numbers if (match := _LIST_SIGN.match(source.lines[number]))]
    first, last = signs[0], signs[-1]
    place = (numbers[0], first.start("sign"), numbers[-1], last.end("sign"))
    lines = source.lines[numbers[0] : numbers[-1] + 1]
    for number, match in zip(numbers, signs, strict=True):
        lines[number - numbers[0]] = f"{match.string[: match.start('sign')]}- {match.string[match.end('sign') :]}"
    end = len(lines[-1]) - (len(last.string) - last.end("sign"))
    lines[-1] = lines[-1][:end]
    replacement = "\n".join(lines)[first.start("sign") :]
    sign = first["sign"].strip()
    message = text('butir daftar diawali "{sign}", bukan tanda hubung dan spasi', sign=sign)
    if sign == "-":
        written = shown(first.string.strip())
        message = text('tidak ada spasi yang diketik sesudah tanda hubung di "{written}"', written=written)
    return fault(
        "YAML112",
        source.rest_of_line(numbers[0], first.start("sign")),
        message,
        _TYPE_DASH,
        fix=Fix(source.span(place), replacement),
    )


def _plain_blank(match: re.Match[str]) -> str:
    return _plain_blank_of(match[0])


def _plain_blank_of(sign: str) -> str:
    return " " if re.fullmatch(f"[{_ODD_BLANKS}]", sign) else ""


def _blanks_of(words: str) -> str:
    return " " + "".join(filter(is_odd, words))
