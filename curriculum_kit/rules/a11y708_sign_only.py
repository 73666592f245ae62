"""Tanda tanpa kata.

Emoji, panah, dan tanda centang dibacakan berbeda-beda oleh pembaca layar, dan tidak selalu ada dalam huruf buku cetak.
Tulis artinya dengan kata, misalnya "ya", "tidak", atau "naik".

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- ✅
- ❌

Lihat juga {ref}`latihan-hpp`.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, THING, FileText

SEVERITY = Severity.WARNING

_ARROWS = range(0x2190, 0x2200)


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at list items and cells that hold a sign and no letter or digit."""
    for piece in text_.pieces:
        if piece.kind not in {"item", "cell"} or THING in piece.text:
            continue
        if any(letter.isalnum() for letter in piece.text) or not any(map(_is_sign, piece.text)):
            continue
        words = piece.text.replace(GONE, "").strip()
        yield context.finding(
            piece.span(0, len(piece.text)),
            text('"{sign}" tidak disertai kata', sign=words),
            text("Tulis artinya dengan kata di samping tanda itu atau sebagai gantinya."),
        )


def _is_sign(letter: str) -> bool:
    return ord(letter) in _ARROWS or (unicodedata.category(letter) == "So" and letter != THING)
