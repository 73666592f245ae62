"""KUK tanpa kata kerja pasif.

Kriteria unjuk kerja menyebut apa yang dicapai pada setiap langkah, sehingga ditulis dengan kata kerja pasif berawalan
di-, misalnya *dihitung* atau *disusun*. Bentuk seperti *tersedia* dan *sesuai* juga diterima. KUK unit resmi
(`source: skkni`, `skkk`, atau `internasional`) dikutip apa adanya dan tidak diperiksa.

Salah:

```text
--- kwu-01/module.yaml
text: Pengelompokan biaya menurut jenisnya.
```

Benar:

```text
--- kwu-01/module.yaml
text: Biaya dikelompokkan menurut jenisnya.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.verbs import holds_passive
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every KUK of a unit of our own making."""
    for module in curriculum.modules.values():
        for e, element in enumerate(module.record.elements):
            for k, kuk in enumerate(element.kuk):
                if module.record.unit.source == "tna" and not holds_passive(kuk.text):
                    yield context.finding(
                        module.source.places.value("elements", e, "kuk", k, "text"),
                        text("KUK {kuk} tidak memuat kata kerja pasif", kuk=kuk.id),
                        text("Tulis apa yang dicapai, misalnya: Biaya dikelompokkan menurut jenisnya."),
                    )
