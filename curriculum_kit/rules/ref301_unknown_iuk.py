"""IUK tidak dikenal.

Langkah rencana sesi, baris `:iuk:` sebuah blok, dan butir penilaian menyebut IUK dengan id-nya, misalnya 1.2.1. Id itu
harus ada dalam module.yaml modul yang sama. Dari IUK diturunkan elemen, KUK, jumlah JP, dan tabel kesesuaian.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
kind: skill
iuk: [1.1.9]
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
kind: skill
iuk: [1.1.2]
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::{worksheet} hpp-saya
:name: lembar-hpp-saya
:iuk: 2.1.2, 2.1.8
--- kwu-01/assessment.yaml
- {id: "1", iuk: [1.2.1], text: Mengelompokkan biaya, critical: true}
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:::{worksheet} hpp-saya
:name: lembar-hpp-saya
:iuk: 2.1.2
--- kwu-01/assessment.yaml
- {id: "1", iuk: [1.1.2], text: Mengelompokkan biaya, critical: true}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, did_you_mean, text
from curriculum_kit.rules.competency import iuk_places, iuk_uses
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import closest
from curriculum_kit.source.curriculum import Curriculum, LoadedModule

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare every mention of an IUK with the list in `module.yaml`."""
    for module in curriculum.modules.values():
        known = iuk_places(module)
        misnumbered = _by_place(module) - known.keys()  # their ids are REF314's business, and so are their uses
        for use in iuk_uses(module):
            if use.iuk not in known and use.iuk not in misnumbered:
                yield context.finding(
                    use.span,
                    text(
                        'IUK "{iuk}" tidak ada dalam {file}{hint}',
                        iuk=use.iuk,
                        file=module.source.file,
                        hint=did_you_mean(use.iuk, known),
                    ),
                    text("Pakai id IUK yang tertulis dalam module.yaml, atau tambahkan IUK itu di sana."),
                    related=closest(use.iuk, known),
                )


def _by_place(module: LoadedModule) -> frozenset[str]:
    """The ids that the IUK of a module should have."""
    return frozenset(
        f"{e}.{k}.{i}"
        for e, element in enumerate(module.record.elements, 1)
        for k, kuk in enumerate(element.kuk, 1)
        for i, _ in enumerate(kuk.iuk, 1)
    )
