"""Angka yang berbeda dalam terjemahan.

Terjemahan memuat angka yang sama dengan teks aslinya. Angka yang berbeda biasanya salah ketik. Titik dan koma boleh
berbeda, begitu pula tempat angka itu dalam kalimat.

Salah:

```text
+++ locale/en.po
msgid "Usahanya berjalan 12 tahun."
msgstr "The business has run for 10 years."
```

Benar:

```text
+++ locale/en.po
msgid "Usahanya berjalan 12 tahun."
msgstr "The business has run for 12 years."
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.translation.compare import numbers_of, translated_entries

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare numbers."""
    for catalogue, entry in translated_entries(curriculum):
        wanted, found = numbers_of(entry.text), numbers_of(entry.translation)
        if wanted != found:
            missing = ", ".join((wanted - found).elements()) or "–"
            more = ", ".join((found - wanted).elements()) or "–"
            yield context.finding(
                Span(catalogue.file, entry.line),
                text("angka terjemahan berbeda: kurang {missing}; lebih {more}", missing=missing, more=more),
                text("Tulis angka yang sama dengan teks aslinya, dengan angka dan bukan dengan kata."),
            )
