"""Pilihan semua benar, semua salah, atau A dan B benar.

Pilihan seperti *semua benar* atau *A dan B benar* dapat ditebak dengan mengenali satu atau dua pilihan saja, dan
menjadi keliru bila urutan pilihan ditukar. Tulislah pilihan yang berdiri sendiri.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- Pisang
- Upah
- Semua jawaban benar
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- Pisang
- Upah
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.choices import choices_of
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, FileText

SEVERITY = Severity.WARNING

_THINGS = r"(?:jawaban|pilihan|pernyataan|yang)"
_WHICH = r"(?:di\s+atas|tersebut|ini|itu|lain(?:nya)?)"
_RESULT = r"(?:benar|salah|betul|tepat|keliru)"
_LETTERS = r"[a-e](?:\s*,\s*[a-e])*,?\s+(?:dan|serta|atau)\s+[a-e]"
_FORMS = re.compile(
    rf"(?:semua(?:nya)?(?:\s+{_THINGS})?(?:\s+{_WHICH})?(?:\s+(?:adalah|itu))?\s+{_RESULT}"
    rf"|semua\s+(?:{_THINGS}\s+)?{_WHICH}"
    rf"|tidak\s+ada(?:\s+{_THINGS})*(?:\s+{_WHICH})?\s+(?:yang\s+)?{_RESULT}"
    rf"|(?:jawaban|pilihan)\s+{_LETTERS}"
    rf"|(?:jawaban\s+|pilihan\s+)?{_LETTERS}(?:\s+(?:sama-sama|semuanya))?\s+{_RESULT})",
    re.IGNORECASE,
)


def check_text(file_text: FileText, context: Context) -> Iterator[Diagnostic]:
    """Read the options of every choice question."""
    for choice in choices_of(file_text):
        for option in choice.options:
            if _FORMS.fullmatch(option.text.replace(GONE, "").strip(" .")):
                yield context.finding(
                    option.span(0, len(option.text)),
                    text('pilihan "{option}" dapat ditebak', option=option.text.replace(GONE, "")),
                    text("Ganti dengan pilihan salah yang masuk akal dan berdiri sendiri."),
                )
