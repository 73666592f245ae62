"""Kalimat diawali dengan angka.

Bilangan di awal kalimat ditulis dengan huruf, atau kalimatnya diubah sehingga bilangan tidak berada di awal. Dengan
begitu pembaca tidak mengira angka itu nomor urut.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
25 bungkus dititipkan kepadanya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Mereka menitip sebanyak 25 bungkus.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import judged, sentences, word_count

SEVERITY = Severity.WARNING

_DIGITS = re.compile(r"(?P<number>\d+(?:[.,]\d+)*)%?(?=\s+[^\W\d_]{2})")
_ANY_DIGIT = re.compile(r"\d")
_CLOCK = re.compile(r"\d{1,2}[.:]\d{2}")
_FEWEST_WORDS = 4


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at the beginnings of sentences in paragraphs."""
    for piece in judged(text_of_file):
        if piece.kind != "paragraph" or not _ANY_DIGIT.search(piece.text):
            continue
        for start, end in sentences(piece.text):
            match = _DIGITS.match(piece.text, start)
            if match and _is_sentence(piece.text[start:end]) and not _CLOCK.fullmatch(match["number"]):
                yield context.finding(
                    piece.span(*match.span()),
                    text('kalimat ini diawali dengan angka "{number}"', number=match["number"]),
                    text("Tulis bilangannya dengan huruf, atau ubah kalimatnya: Sebanyak 25 bungkus …"),
                )


def _is_sentence(words: str) -> bool:
    """Whether these are a sentence, not a label or a calculation."""
    return words.rstrip()[-1:] in {".", "?", "!"} and "=" not in words and word_count(words) >= _FEWEST_WORDS
