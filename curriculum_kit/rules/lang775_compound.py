"""Gabungan kata belum tepat penulisannya.

Gabungan kata ditulis terpisah: kerja sama, tanggung jawab, terima kasih. Gabungan yang mendapat awalan dan akhiran
sekaligus ditulis serangkai: pertanggungjawaban. Bentuk terikat selalu serangkai: antarkota, pascapanen, nonformal,
wirausaha; di depan huruf kapital bentuk itu diberi tanda hubung.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lalu ia berterimakasih kepada penjual.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lalu ia berterima kasih kepada penjual.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.compounds import APART, BOUND, BOUND_BEFORE, TOGETHER
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText, Piece
from curriculum_kit.rules.sentences import TITLES, accepted, is_name, judged, like, listed_words, mend

SEVERITY = Severity.WARNING

_TWO_WORDS = text("Gabungan kata ini ditulis terpisah.")
_ONE_WORD = text("Gabungan kata ini ditulis serangkai.")
_BOUND = text("Bentuk terikat ditulis serangkai dengan kata sesudahnya; di depan huruf kapital pakai tanda hubung.")
_BOUND_FIRSTS = BOUND | BOUND_BEFORE.keys()
_FIRSTS = _BOUND_FIRSTS | {first for first, _ in TOGETHER}
_PAIR = re.compile(r"(?<![\w-])(?P<first>[^\W\d_]+)(?P<gap>\s+|-)(?=(?P<second>[^\W\d_]+)(?!\w))")
_NEVER_BOUND = frozenset({"adalah", "atau", "dan", "dari", "di", "dengan", "itu", "ini", "ke", "untuk", "yang"})


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at words that are written together, then at those that stand apart."""
    for piece, match in listed_words(text_of_file, APART, context):
        if not is_name(piece, match.start()):
            yield _finding(piece, match.span(), like(match[0], APART[match[0].lower()]), _TWO_WORDS, context)
    words = text_of_file.words
    if _BOUND_FIRSTS.isdisjoint(words) and not any(first in words and second in words for first, second in TOGETHER):
        return
    for piece in judged(text_of_file):
        for match in _PAIR.finditer(piece.unquoted):
            start, end = _place(match)
            if match["first"].lower() not in _FIRSTS or is_name(piece, start):
                continue
            if piece.text[start:end].lower() in accepted(context):
                continue
            if right := _one_word(match):
                yield _finding(piece, _place(match), right, _ONE_WORD, context)
            elif right := _bound(match, is_title=piece.kind in TITLES):
                yield _finding(piece, _place(match), right, _BOUND, context)


def _place(match: re.Match[str]) -> tuple[int, int]:
    return match.start(), match.end("second")


def _one_word(match: re.Match[str]) -> str | None:
    right = TOGETHER.get((match["first"].lower(), match["second"].lower()))
    return like(match["first"], right) if right and match["gap"] != "-" else None


def _bound(match: re.Match[str], *, is_title: bool) -> str | None:
    """A bound form with the word after it, when they are not written like this."""
    first, gap, second = match["first"], match["gap"], match["second"]
    if first.lower() in BOUND_BEFORE:
        is_bound = second.lower() in BOUND_BEFORE[first.lower()]
    else:
        is_bound = first.lower() in BOUND and second.lower() not in _NEVER_BOUND
    if not is_bound:
        return None
    if second.islower():
        return first + second
    return None if gap == "-" or is_title or not first.islower() else f"{first}-{second}"


def _finding(piece: Piece, place: tuple[int, int], right: str, help: Text, context: Context) -> Diagnostic:
    return context.finding(
        piece.span(*place),
        text('"{wrong}" seharusnya ditulis "{right}"', wrong=" ".join(piece.text[slice(*place)].split()), right=right),
        help,
        fix=mend(piece, *place, right),
    )
