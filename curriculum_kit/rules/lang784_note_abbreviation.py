"""Singkatan catatan cepat.

Singkatan seperti yg, dgn, utk, dan dll lazim dalam catatan sendiri, tetapi menyulitkan pembaca yang belum lancar.
Tulislah kata lengkapnya.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Pasangkan peserta yg sulit membaca dgn temannya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Pasangkan peserta yang sulit membaca dengan temannya.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.abbreviations import IN_NOTES
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import like, listed_words, mend

SEVERITY = Severity.WARNING


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look up every word. A point behind it goes with it, unless it also ends the sentence."""
    for piece, match in listed_words(text_of_file, IN_NOTES, context):
        if match[0].isupper():  # SPT is a tax form
            continue
        right = like(match[0], IN_NOTES[match[0].lower()])
        start, end = match.span()
        after = piece.text[end:]
        if after.startswith(".") and after[1:].strip() and not after[1:].lstrip()[0].isupper():
            end += 1
        yield context.finding(
            piece.span(start, end),
            text('singkatan "{short}" sebaiknya ditulis "{full}"', short=match[0], full=right),
            text("Tulis kata lengkapnya."),
            fix=mend(piece, start, end, right),
        )
