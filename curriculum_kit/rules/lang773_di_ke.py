"""Penulisan di, ke, atau dari belum tepat.

Kata depan ditulis terpisah (di rumah, ke pasar, dari sini), sedangkan awalan di- ditulis serangkai (dijual, dihitung).
Di depan singkatan dan kata asing awalan di- diberi tanda hubung, misalnya di-PHK.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:offline: Jawaban di tulis dikertas plano.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:offline: Jawaban ditulis di kertas plano.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prepositions import FOREIGN_VERBS, JOINED_PREPOSITIONS, VERBS
from curriculum_kit.rules.prose import FileText, Piece
from curriculum_kit.rules.sentences import accepted, judged, like, listed_words, mend

SEVERITY = Severity.WARNING

_APART = text("Kata depan di, ke, dan dari ditulis terpisah dari kata tempat.")
_TOGETHER = text("Awalan di- ditulis serangkai dengan kata kerjanya.")
_HYPHEN = text("Di depan kata asing dan singkatan awalan di- diberi tanda hubung, atau pakailah kata Indonesianya.")
_ONE_WORD = text("Tulis kata itu serangkai.")

_LIKELY = re.compile(r"(?:di(?<!\wdi)|dari|ke(?<!\wke))[-\s]+([a-z]+)")
_SPLIT = re.compile(r"(?<![\w-])(di|dari|ke)(\s+|-)([^\W\d_]+)(?!\w)(?!\s+(?:beli|pinjam)(?!\w))", re.IGNORECASE)
"""`di jual beli` and `di simpan pinjam` name a trade."""
_JOINED = JOINED_PREPOSITIONS | {f"di{verb}": f"di-{verb}" for verb in FOREIGN_VERBS} | {"diphk": "di-PHK"}
_SECOND = VERBS | {f"{verb}nya" for verb in VERBS} | FOREIGN_VERBS | {"phk", "pada"}


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at prepositions that are joined, then at prefixes that stand apart."""
    for piece, match in listed_words(text_of_file, _JOINED, context):
        right = _JOINED[match[0].lower()]
        yield _finding(piece, match, like(match[0], right), _HYPHEN if "-" in right else _APART, context)
    if not any(match[1] in _SECOND for match in _LIKELY.finditer(text_of_file.lowered)):
        return
    for piece in judged(text_of_file):
        for match in _SPLIT.finditer(piece.unquoted):
            wanted = _together(*match.groups())
            if wanted and match[0].lower() not in accepted(context):
                yield _finding(piece, match, *wanted, context)


def _together(first: str, gap: str, second: str) -> tuple[str, Text] | None:
    """How a preposition or prefix and the word after it are written, when not like this."""
    word = second.lower()
    if word == "pada":
        return None if first.lower() == "di" else (first + word, _ONE_WORD)
    if first.lower() != "di" or word not in _SECOND:
        return None
    if word == "phk" or word in FOREIGN_VERBS:
        return None if gap == "-" else (f"{first}-{second}", _HYPHEN)
    return first + word, _TOGETHER


def _finding(piece: Piece, match: re.Match[str], right: str, help: Text, context: Context) -> Diagnostic:
    return context.finding(
        piece.span(*match.span()),
        text('"{wrong}" seharusnya ditulis "{right}"', wrong=" ".join(match[0].split()), right=right),
        help,
        fix=mend(piece, *match.span(), right),
    )
