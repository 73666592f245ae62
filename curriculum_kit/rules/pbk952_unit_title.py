"""Judul unit tidak dimulai dengan kata kerja.

Judul unit kompetensi menyebut apa yang dikerjakan orang yang kompeten, jadi dimulai dengan kata kerja aktif berawalan
meN-, misalnya *Menghitung*, *Membuat*, atau *Melakukan*. Judul unit resmi (`source: skkni`, `skkk`, atau
`internasional`) dikutip apa adanya dan tidak diperiksa.

Salah:

```text
--- kwu-01/module.yaml
code: CK-KWU-01
title: Penghitungan biaya dan HPP
```

Benar:

```text
--- kwu-01/module.yaml
code: CK-KWU-01
title: Menghitung biaya dan HPP
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
    """Look at the title of every unit of our own making."""
    for module in curriculum.modules.values():
        unit = module.record.unit
        if unit.source == "tna" and not begins_with_verb(unit.title):
            yield context.finding(
                module.source.places.value("unit", "title"),
                text('judul unit dimulai dengan "{word}", bukan kata kerja aktif', word=first_word(unit.title)),
                text("Mulailah dengan kata kerja berawalan meN-, misalnya Menghitung, Membuat, atau Melakukan."),
            )
