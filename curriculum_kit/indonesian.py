"""Numbers, money, percent, dates, ranges and JP in Indonesian form (EYD V). Pure functions.

Thousands take a point, decimals a comma; `Rp` stands without point or space before its number, `%` without space
after it. A number and its unit are joined by a no-break space, so that no line ends between them.

These words are content: they are in the language of the edition, whatever that of the tools. Numbers keep their
Indonesian form in every edition, because that is what learners read on price tags, receipts and forms.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal

from curriculum_kit.texts import said

NBSP = "\N{NO-BREAK SPACE}"
MINUS = "\N{MINUS SIGN}"
"""Read aloud as "minus" and never torn from its number, unlike the hyphen."""

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)

_UNITS = (
    "JP|detik|menit|jam|hari|minggu|bulan|tahun|orang|peserta|kelompok|kali|kg|g|gram|ons|kuintal|ton|km|m|cm|mm|l|ml"
    "|liter|lembar|bungkus|buah|butir|botol|dus|kotak|kantong|gelas|porsi|persen|ribu|juta|miliar|triliun"
)
_AMOUNT = re.compile(rf"(?<=\d) (?=(?:{_UNITS})\b)")
_NUMBERED = re.compile(r"\b(Modul|Sesi|Latihan|Lembar kerja|Gambar|Tabel|Pasal|Nomor|Hari|Rp) (?=\d)")
"""Names that are followed by their number."""
_EXACT_DECIMALS = 9
"""The schema's limit for written numbers: what has no more decimals is printed as it is."""
_SEN = 2
MAGNITUDES = (("triliun", Decimal(10) ** 12), ("miliar", Decimal(10) ** 9), ("juta", Decimal(10) ** 6))
_WIDE = Context(prec=60, rounding=ROUND_HALF_UP)
_SWAPPED = str.maketrans(",.", ".,")


def number_text(amount: Decimal | int, decimals: int | None = None) -> str:
    """A number: `1.234,5`, `−3`. Zeros at the end of the decimals are left out.

    `decimals` is the most that are printed (round half up). Without it, a number with at most nine decimals is
    printed as it is; a longer one, such as a third, gets two decimals, below one four.
    """
    exact = Decimal(amount)
    rounded = _rounded(exact, _printed_decimals(exact) if decimals is None else decimals)
    return _signed(rounded, _digits(rounded))


def rupiah_text(amount: Decimal | int) -> str:
    """A sum of rupiah in full: `Rp5.000`, `Rp12.345,50`, `−Rp250`. Two decimals (sen), or none when they are zero."""
    rounded = _rounded(Decimal(amount), _SEN)
    whole = rounded == rounded.to_integral_value()
    return _signed(rounded, f"Rp{_digits(rounded) if whole else _digits(rounded, fixed=_SEN)}")


def short_rupiah_text(amount: Decimal | int) -> str:
    """A large sum in words: `Rp500 juta`, `Rp4,8 miliar`. In full unless one decimal says it exactly."""
    exact = Decimal(amount)
    for word, size in MAGNITUDES:
        if abs(exact) >= size:
            share = _WIDE.divide(exact, size)
            if share == _rounded(share, 1):
                return _signed(share, f"Rp{_digits(_rounded(share, 1))}{NBSP}{said(word)}")
            break
    return rupiah_text(exact)


def percent_text(amount: Decimal | int) -> str:
    """A percentage: `0,5%`. `amount` is in percent (`25` for 25%), not in hundredths."""
    return f"{number_text(amount)}%"


def amount_text(amount: Decimal | int, unit: str | None = None) -> str:
    """A number as the source files write it, with its unit: `rupiah`, `percent`, a word (`24 kg`) or none."""
    if unit == "rupiah":
        return rupiah_text(amount)
    if unit == "percent":
        return percent_text(amount)
    return f"{number_text(amount)}{NBSP}{unit}" if unit else number_text(amount)


def range_text(above: Decimal | int | None, up_to: Decimal | int | None, unit: str | None = None) -> str:
    """A range in words: from `above` (exclusive) up to `up_to` (inclusive); None is an open end.

    `sampai dengan Rp2.000.000.000`, `di atas Rp1.000.000.000 sampai dengan Rp5.000.000.000`.
    """
    parts = []
    if above is not None:
        parts.append(f"{said('di atas')} {amount_text(above, unit)}")
    if up_to is not None:
        parts.append(f"{said('sampai dengan')} {amount_text(up_to, unit)}")
    return " ".join(parts) or said("tanpa batas")


def date_text(day: date) -> str:
    """A day: `1 Februari 2026`."""
    return f"{day.day} {said(MONTHS[day.month - 1])} {day.year}"


def jp_text(minutes: Decimal | int, jp_minutes: int) -> str:
    """Minutes as JP: `2 JP`, `1,5 JP`, at most two decimals. `jp_minutes` are the minutes of one JP."""
    return f"{number_text(_WIDE.divide(Decimal(minutes), Decimal(jp_minutes)), 2)}{NBSP}JP"


def minutes_text(minutes: int) -> str:
    """A length of time: `90 menit`."""
    return amount_text(minutes, said("menit"))


def enumeration(parts: Sequence[str]) -> str:
    """Parts of a sentence in a row: `a`, `a dan b`, `a, b, dan c`."""
    if len(parts) <= 2:  # noqa: PLR2004  (two take no comma)
        return f" {said('dan')} ".join(parts)
    return f"{', '.join(parts[:-1])}, {said('dan')} {parts[-1]}"


def held_together(words: str) -> str:
    """The same words with no-break spaces in amounts ("2 JP", "16 orang") and in numbered names ("Sesi 5.3")."""
    return _NUMBERED.sub(rf"\1{NBSP}", _AMOUNT.sub(NBSP, words))


def _rounded(amount: Decimal, decimals: int) -> Decimal:
    return amount.quantize(Decimal(1).scaleb(-decimals), context=_WIDE)


def _printed_decimals(amount: Decimal) -> int:
    exponent = amount.normalize(_WIDE).as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) else 0
    if decimals <= _EXACT_DECIMALS:
        return max(decimals, 0)
    return 2 if abs(amount) >= 1 else 4


def _digits(amount: Decimal, fixed: int | None = None) -> str:
    """The digits without sign, grouped; all decimals that are not zero, or exactly `fixed`."""
    text = format(abs(amount), ",f")
    if fixed is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    return text.translate(_SWAPPED)


def _signed(amount: Decimal, text: str) -> str:
    return f"{MINUS}{text}" if amount < 0 else text
