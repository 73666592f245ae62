"""Kata ingkar dalam soal pilihan tidak ditebalkan.

Soal yang menanyakan mana yang *bukan*, *tidak*, atau *kecuali* mudah salah dibaca: peserta tahu jawabannya, tetapi
memilih yang sebaliknya. Lebih baik bertanya tanpa kata ingkar. Bila perlu, tebalkan kata itu dengan dua bintang di kiri
dan kanannya.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Mana yang bukan biaya tenaga kerja?
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Mana yang termasuk biaya tenaga kerja?
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Fix, Severity, text
from curriculum_kit.rules.choices import choices_of
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText, Piece

SEVERITY = Severity.WARNING

_ADVERB = r"(?:sebaiknya|seharusnya|semestinya|biasanya|umumnya|justru|pasti|paling|jelas|sama\s+sekali)"
_NEGATIVE = re.compile(
    # "mana yang tidak …", "apa yang sebaiknya tidak …": the question is put to what is not so
    rf"(?<!\w)(?:(?i:mana|manakah|apa|apakah|siapa|siapakah)(?:\s+saja)?\s+yang\s+(?:{_ADVERB}\s+)?"
    # "berikut ini yang bukan …", "di bawah ini bukan …"
    rf"|(?i:berikut\s+ini|bawah\s+ini)(?:\s+yang)?\s+)(?P<word>tidak|bukan)(?!\w)"
    # "…, kecuali" at the end
    r"|(?<!\w)(?P<except>kecuali)\s*[?.:…]*\s*$"
)


def check_text(file_text: FileText, context: Context) -> Iterator[Diagnostic]:
    """Read what every choice question asks. Signs of emphasis are masked letters, which the pattern does not meet."""
    for choice in choices_of(file_text):
        for piece in choice.stem:
            if match := _NEGATIVE.search(piece.text):
                name = "word" if match["word"] else "except"
                yield _finding(piece, match[name], match.span(name), context)


def _finding(piece: Piece, word: str, at: tuple[int, int], context: Context) -> Diagnostic:
    span = piece.span(*at)
    return context.finding(
        span,
        text('kata "{word}" dalam soal ini mudah terlewat', word=word),
        text("Tebalkan: **{word}**. Lebih baik lagi, tanyakan tanpa kata ingkar.", word=word),
        fix=Fix(span, f"**{word}**") if piece.can_be_fixed(*at) else None,
    )
