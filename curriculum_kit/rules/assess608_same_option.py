"""Dua pilihan dengan kata yang sama.

Pilihan dalam satu soal harus berbeda. Bila dua pilihan berbunyi sama, peserta yang tahu jawabannya tidak dapat
memilih, dan salah satunya dihitung salah.

Salah:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: b, text: pisang.}
```

Benar:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: b, text: Upah}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.choices import choices_of
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, THING, FileText, Piece

SEVERITY = Severity.ERROR


def check_text(file_text: FileText, context: Context) -> Iterator[Diagnostic]:
    """Compare the options of every choice question with each other."""
    for choice in choices_of(file_text):
        first: dict[str, Piece] = {}
        for option in choice.options:
            words = _words(option)
            if words and words in first:
                other = first[words]
                yield context.finding(
                    option.span(0, len(option.text)),
                    text("pilihan ini berbunyi sama dengan pilihan lain dalam soal ini"),
                    text("Ubah salah satunya, sehingga setiap pilihan berbeda."),
                    related=[Related(other.span(0, len(other.text)), text("pilihan yang sama ada di sini"))],
                )
            first.setdefault(words, option)


def _words(option: Piece) -> str:
    """What is compared; nothing where a role or a foreign word hides what will be read."""
    if THING in option.text:
        return ""
    return " ".join(option.text.replace(GONE, "").casefold().rstrip(" .;").split())
