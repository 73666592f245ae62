"""Bahasa yang diminta tanpa terjemahan.

`translations` di `curriculum.yaml` meminta situs dan buku dalam bahasa lain. Edisi itu hanya memuat modul yang sudah
mempunyai terjemahan. Bila belum ada satu pun, edisi itu tidak dibuat.

Salah:

```text
--- curriculum.yaml
name: Kurikulum dasar
translations: [en]
```

Benar:

```text
--- curriculum.yaml
name: Kurikulum dasar
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look for modules with a translation in each language."""
    settings = curriculum.settings
    for index, language in enumerate(settings.record.translations if settings else ()):
        catalogues = curriculum.catalogues.get(language, {})
        if settings and not any(catalogues[scope].translations for scope in catalogues if scope):
            yield context.finding(
                settings.places.value("translations", index),
                text('belum ada modul yang diterjemahkan ke dalam "{language}"', language=language),
                text(
                    "Mulailah dengan `ck translate {language} --module ID`, atau hapus bahasa itu.", language=language
                ),
            )
