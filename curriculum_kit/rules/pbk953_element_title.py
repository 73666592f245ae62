"""Judul elemen tidak dimulai dengan kata kerja.

Elemen ialah langkah pekerjaan, jadi judulnya dimulai dengan kata kerja aktif berawalan meN-, misalnya
*Mengidentifikasi* atau *Menyiapkan*. Elemen unit resmi (`source: skkni`, `skkk`, atau `internasional`) dikutip apa
adanya dan tidak diperiksa.

Salah:

```text
--- kwu-01/module.yaml
title: Identifikasi biaya usaha
```

Benar:

```text
--- kwu-01/module.yaml
title: Mengidentifikasi biaya usaha
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.verbs import begins_with_verb, first_word
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the title of every element of a unit of our own making."""
    for module in curriculum.modules.values():
        for e, element in enumerate(module.record.elements):
            if module.record.unit.source == "tna" and not begins_with_verb(element.title):
                word = first_word(element.title)
                yield context.finding(
                    module.source.places.value("elements", e, "title"),
                    text('elemen {id} dimulai dengan "{word}", bukan kata kerja aktif', id=element.id, word=word),
                    text("Mulailah dengan kata kerja berawalan meN-, misalnya Mengidentifikasi atau Menyiapkan."),
                )
