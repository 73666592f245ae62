"""Penulisan rupiah belum tepat.

Lambang `Rp` ditulis tanpa titik dan tanpa spasi, ribuan dipisahkan dengan titik, dan `,-` tidak dipakai: Rp5.000.
Jumlah besar boleh ditulis Rp4,8 miliar, dan 5.000 rupiah juga benar. Satu bentuk membuat angka mudah dibandingkan.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Sari membayar Rp. 7.500,- untuk gula yang beratnya 1.500 gram.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Sari membayar Rp7.500 untuk gula yang beratnya 1.500 gram.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.numbers import in_indonesian
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import judged, mend

SEVERITY = Severity.WARNING

_FIRST = re.compile(r"rp\.?\s*\d|idr\s*\d|,-")
_AMOUNT = re.compile(
    r"(?<![^\W_])(?P<sign>rp|idr)(?P<gap>\.?\s*)(?P<number>\d+(?:[.,]\d+)*)(?P<dash>,-{1,2}(?!\w))?"
    r"|(?<![\w.,])(?P<bare>\d{1,3}(?:\.\d{3})+),-{1,2}(?!\w)",
    re.IGNORECASE,
)


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at every amount with a sign of money."""
    if not _FIRST.search(text_of_file.lowered):
        return
    for piece in judged(text_of_file):
        for match in _AMOUNT.finditer(piece.unquoted):
            right = "Rp" + in_indonesian(match["number"] or match["bare"], after=piece.unquoted[match.end() :])
            if match[0] != right:
                yield context.finding(
                    piece.span(*match.span()),
                    text('"{wrong}" seharusnya ditulis "{right}"', wrong=" ".join(match[0].split()), right=right),
                    text("Tulis Rp tanpa titik dan tanpa spasi, dengan titik di antara ribuan: Rp5.000."),
                    fix=mend(piece, *match.span(), right),
                )
