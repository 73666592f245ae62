"""Kolom materi pelatihan kosong.

Silabus mencetak materi pelatihan setiap elemen dalam kolom pengetahuan, keterampilan, dan sikap. Bila elemen mempunyai
IUK dalam suatu ranah, kolom itu dalam `training_content` tidak boleh kosong.

Salah:

```text
--- kwu-01/module.yaml
knowledge: []
skill: [Mengelompokkan biaya]
```

Benar:

```text
--- kwu-01/module.yaml
knowledge: [Jenis biaya]
skill: [Mengelompokkan biaya]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.competency import iuk_places
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

_DOMAINS = {"knowledge": text("pengetahuan"), "skill": text("keterampilan"), "attitude": text("sikap")}


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the columns of every element with the domains of its IUK."""
    for module in curriculum.modules.values():
        places = iuk_places(module)
        for e, element in enumerate(module.record.elements):
            for domain, words in _DOMAINS.items():
                iuk = next((iuk for kuk in element.kuk for iuk in kuk.iuk if iuk.domain == domain), None)
                if iuk and not getattr(element.training_content, domain):
                    yield context.finding(
                        module.source.places.key("elements", e, "training_content", domain),
                        text("elemen {id} belum mempunyai materi {domain}", id=element.id, domain=words),
                        text("Tulis pokok materinya; kolom ini tercetak dalam silabus."),
                        related=[Related(places[iuk.id], text("IUK dengan ranah ini"))],
                    )
