"""KUK tanpa IUK.

Setiap kriteria unjuk kerja diuraikan menjadi paling sedikit satu indikator (IUK). Tanpa IUK, kriteria itu tidak dapat
diajarkan, dilatih, dan dinilai.

Salah:

```text
--- kwu-01/module.yaml
- id: "2.1"
  text: HPP dihitung dari seluruh biaya.
  iuk:
    - {id: 2.1.1, domain: knowledge, text: Dapat menjelaskan langkah menghitung HPP}
    - {id: 2.1.2, domain: skill, text: Mampu menghitung HPP}
    - {id: 2.1.3, domain: attitude, text: Harus cermat memeriksa angka}
- id: "2.2"
  text: Harga jual ditetapkan berdasarkan HPP.
  iuk: []
```

Benar:

```text
--- kwu-01/module.yaml
- id: "2.1"
  text: HPP dihitung dari seluruh biaya.
  iuk:
    - {id: 2.1.1, domain: knowledge, text: Dapat menjelaskan langkah menghitung HPP}
    - {id: 2.1.2, domain: skill, text: Mampu menghitung HPP}
    - {id: 2.1.3, domain: attitude, text: Harus cermat memeriksa angka}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every KUK of every module."""
    for module in curriculum.modules.values():
        for e, element in enumerate(module.record.elements):
            for k, kuk in enumerate(element.kuk):
                if not kuk.iuk:
                    yield context.finding(
                        module.source.places.value("elements", e, "kuk", k, "id"),
                        text("KUK {kuk} belum mempunyai IUK", kuk=kuk.id),
                        text("Tulis paling sedikit satu IUK yang dimulai dengan Dapat, Mampu, atau Harus."),
                    )
