"""Kata tidak sesuai daftar istilah.

Daftar istilah menyebut bentuk yang tidak dipakai (`non_standard`). Satu hal sebaiknya mempunyai satu nama di semua
sesi, supaya peserta tidak mengira ada dua hal yang berbeda.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Kelak Anda juga menghitung titik impas (BEP) dan memilih merk.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Kelak Anda juga menghitung titik impas (BEP) dan memilih {term}`merek`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import ENDINGS, accepted, glossary_forms, judged, like, mend
from curriculum_kit.source.schema.curriculum import Term

SEVERITY = Severity.WARNING

_ENDINGS = "|".join(filter(None, ENDINGS))


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for every form that the glossary does not want."""
    forms = {
        form: term
        for form, term in glossary_forms(context).items()
        if form in text_of_file.lowered and form not in accepted(context) and form not in term.term.lower()
    }
    if not forms:
        return
    pattern = _pattern(tuple(sorted(forms, key=len, reverse=True)))
    for piece in judged(text_of_file):
        for match in pattern.finditer(piece.unquoted):
            form = match[1]
            term = forms[form.lower()]
            fix = mend(piece, *match.span(1), like(form, term.term)) if _is_plain(form, term) else None
            yield context.finding(
                piece.span(*match.span()),
                text('daftar istilah memakai "{term}", bukan "{wrong}"', term=term.term, wrong=form),
                text("Pakailah istilah dari glossary.yaml."),
                fix=fix,
            )


@lru_cache(maxsize=64)
def _pattern(forms: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)({'|'.join(map(re.escape, forms))})(?:{_ENDINGS})?(?!\w)", re.IGNORECASE)


def _is_plain(form: str, term: Term) -> bool:
    """Whether one word takes the place of the form; for an abbreviation there may be several."""
    return " " not in term.term and not form.isupper()
