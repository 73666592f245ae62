"""Angka peraturan diketik langsung.

Angka yang berasal dari peraturan ditulis sekali saja di `facts.yaml` dan dipanggil dengan `{fact}`. Bila peraturannya
berubah, cukup satu tempat yang diperbarui, dan pembaca selalu melihat dasar hukumnya.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Potongan MDR adalah 0,3% dari pembayaran. {fact}`mdr-rate`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Potongannya {fact}`mdr-rate`.
```
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.fact_amounts import AMOUNT, Key, KnownAmount, known_amounts, typed_amount
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText

SEVERITY = Severity.WARNING

KINDS = frozenset({"paragraph", "item", "cell", "field"})

_SENTENCE_END = re.compile(r"[.!?]\s+(?=[A-Z])|[;:]\s")
_SUPPOSED = re.compile(r"\bhitung|\bandai|\bmisal|\bseandainya\b|\bcontoh", re.IGNORECASE)


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Compare amounts in sessions and fields with those of the facts. What is quoted is not the author's own."""
    known: dict[Key, list[tuple[KnownAmount, Span]]] | None = None
    for piece in text_.pieces if text_.file != "facts.yaml" else ():
        if piece.kind not in KINDS or piece.official:
            continue
        for match in AMOUNT.finditer(piece.unquoted):
            known = _known(context) if known is None else known
            sentence = _sentence(piece.unquoted, match.start())
            meant = (pair for pair in known.get(typed_amount(match), ()) if pair[0].is_meant(sentence))
            amount, place = next(meant, (None, None))
            if amount and place and not _SUPPOSED.search(sentence):
                yield context.finding(
                    piece.span(match.start(), match.end()),
                    text('"{words}" diketik langsung, padahal ada dalam facts.yaml', words=match[0]),
                    text("Tulis {role} sebagai gantinya.", role=amount.role),
                    related=[Related(place, text("fakta ini ada di sini"))],
                )


def _known(context: Context) -> dict[Key, list[tuple[KnownAmount, Span]]]:
    known: defaultdict[Key, list[tuple[KnownAmount, Span]]] = defaultdict(list)
    for number, (fact, place) in enumerate(context.facts):
        for key, amount in known_amounts(fact, number, context.as_of):
            known[key].append((amount, place))
    return known


def _sentence(words: str, at: int) -> str:
    """The sentence around an offset."""
    ends = [match.end() for match in _SENTENCE_END.finditer(words)]
    start = max((end for end in ends if end <= at), default=0)
    return words[start : min((end for end in ends if end > at), default=len(words))]
