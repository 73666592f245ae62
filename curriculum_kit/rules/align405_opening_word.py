"""Kata pertama IUK tidak sesuai ranahnya.

Kata pertama IUK menunjukkan ranahnya: pengetahuan dimulai dengan *Dapat*, keterampilan dengan *Mampu*, dan sikap kerja
dengan *Harus*. Silabus dan rencana penilaian dibaca menurut kata itu.

Salah:

```text
--- kwu-01/module.yaml
- {id: 2.1.2, domain: skill, text: Dapat menghitung HPP}
```

Benar:

```text
--- kwu-01/module.yaml
- {id: 2.1.2, domain: skill, text: Mampu menghitung HPP}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.schema.module import Iuk

SEVERITY = Severity.ERROR


OPENINGS = {"knowledge": "Dapat", "skill": "Mampu", "attitude": "Harus"}
_DOMAINS = {"knowledge": text("pengetahuan"), "skill": text("keterampilan"), "attitude": text("sikap kerja")}


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the first word of every IUK with its domain."""
    for module in curriculum.modules.values():
        for e, element in enumerate(module.record.elements):
            for k, kuk in enumerate(element.kuk):
                for i, iuk in enumerate(kuk.iuk):
                    if iuk.text.split()[0] != OPENINGS[iuk.domain]:
                        yield _finding(module, iuk, (e, k, i), context)


def _finding(module: LoadedModule, iuk: Iuk, at: tuple[int, int, int], context: Context) -> Diagnostic:
    e, k, i = at
    return context.finding(
        module.source.places.value("elements", e, "kuk", k, "iuk", i, "text"),
        text(
            'IUK {iuk} ({domain}) harus dimulai dengan "{right}", bukan "{word}"',
            iuk=iuk.id,
            domain=_DOMAINS[iuk.domain],
            right=OPENINGS[iuk.domain],
            word=iuk.text.split()[0],
        ),
        text("Sesuaikan kata pertama dengan ranahnya: Dapat (pengetahuan), Mampu (keterampilan), Harus (sikap)."),
    )
