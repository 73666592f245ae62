"""Bagian bertanda LENGKAPI.

Kata LENGKAPI menandai bagian yang belum ditulis atau masih tebakan, misalnya setelah `ck import`. Tulis bagian itu,
lalu hapus tandanya. Tanda itu ikut tercetak bila berada di dalam teks.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
LENGKAPI: tulis cerita pembuka.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText

SEVERITY = Severity.WARNING

_MARK = re.compile(r"\bLENGKAPI:|# LENGKAPI\b")


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for the mark in the text and in the comments of a file; once in a line."""
    if "LENGKAPI" not in text_.raw:
        return
    for number, line in enumerate(text_.raw.splitlines(), 1):
        if match := _MARK.search(line):
            yield context.finding(
                Span.of_text(text_.file, number, match.start() + 1, match[0]),
                text("bagian ini masih bertanda LENGKAPI"),
                text("Tulis atau periksa bagian ini, lalu hapus tandanya."),
            )
