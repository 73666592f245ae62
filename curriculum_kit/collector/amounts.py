"""Numbers as participants write them: `1.250.000`, `12,5`, `Rp 15.000,-`, `2,5 juta`, `(1.500)`, `25%`."""

from __future__ import annotations

import re
from decimal import Decimal

_NUMBER = re.compile(
    r"(?P<whole>[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d{1,18})(?:,(?P<decimals>\d{1,9}))?", re.ASCII
)
_MAX_DIGITS = 18
_CURRENCY = re.compile(r"^(?:rp\.?|idr) ?")
_SIGNS = str.maketrans({"\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"})
_DASHES = re.compile(r"[,.]-+$")
_WORDS = {
    "ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "triliun": 12,
}  # fmt: skip
_WORD = re.compile(rf" ?(?P<word>{'|'.join(_WORDS)})$")


def parse_amount(written: str, unit: str = "") -> Decimal | None:
    """The number that was meant, or None where that is not certain.

    A point groups thousands and a comma begins the decimals, as on Indonesian paper. So `1.5` and `1,250,000` are not
    numbers here: nobody should guess. `unit` (`rupiah`, `%` or a word) may be repeated behind the number. Percent are
    told in percent: `25%` is 25.
    """
    rest = " ".join(written.casefold().translate(_SIGNS).split())
    is_negative = False
    if rest.startswith("(") and rest.endswith(")"):
        is_negative, rest = True, rest[1:-1].strip()
    rest, is_negative = _unsigned(rest, is_negative=is_negative)
    rest, is_negative = _unsigned(_CURRENCY.sub("", rest), is_negative=is_negative)
    for ending in filter(None, ("persen" if unit == "%" else "", unit.casefold())):
        rest = rest.removesuffix(ending).rstrip()
    rest = _DASHES.sub("", rest)
    power = 0
    if word := _WORD.search(rest):
        power, rest = _WORDS[word["word"]], rest[: word.start()]
    number = _NUMBER.fullmatch(rest)
    if number is None:
        return None
    whole = re.sub(r"[. ]", "", number["whole"])
    if len(whole) + power > _MAX_DIGITS:
        return None
    amount = Decimal(f"{whole}.{number['decimals'] or ''}").scaleb(power)
    return -amount if is_negative and amount else amount


def _unsigned(rest: str, *, is_negative: bool) -> tuple[str, bool]:
    """Without a minus at the beginning, of which there is one at most."""
    if rest.startswith("-") and not is_negative:
        return rest[1:].lstrip(), True
    return rest, is_negative
