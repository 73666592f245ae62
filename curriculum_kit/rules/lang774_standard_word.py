"""Kata tidak baku.

Materi pelatihan memakai kata baku menurut KBBI: risiko, izin, praktik, omzet. Kata yang sama selalu ditulis sama
sehingga peserta mudah mengenalinya. Ucapan orang boleh tidak baku bila ditulis di antara tanda kutip. Nama dan kata
khusus dapat didaftarkan pada `house_words` dalam curriculum.yaml.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Resiko rugi berkurang karena harga ditanyakan dahulu.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Risiko rugi berkurang karena harga ditanyakan dahulu.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import ENDINGS, glossary_forms, is_name, like, listed_words, mend
from curriculum_kit.rules.standard_words import STANDARD_WORDS

SEVERITY = Severity.WARNING


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look up every word; forms that the glossary calls non-standard are the business of LANG778."""
    told = {form + ending for form in glossary_forms(context) for ending in ENDINGS}
    for piece, match in listed_words(text_of_file, STANDARD_WORDS, context):
        standard = STANDARD_WORDS[match[0].lower()]
        if match[0].lower() in told or (standard.islower() and is_name(piece, match.start())):
            continue
        right = like(match[0], standard)
        yield context.finding(
            piece.span(*match.span()),
            text('"{wrong}" tidak baku; bentuk bakunya "{right}"', wrong=match[0], right=right),
            text("Pakailah kata baku; nama dan kata khusus didaftarkan pada house_words dalam curriculum.yaml."),
            fix=mend(piece, *match.span(), right),
        )
