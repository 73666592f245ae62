"""KUK berisi keterampilan, tetapi tanpa sikap kerja.

Sikap kerja tidak berdiri sendiri: sikap melekat pada keterampilan dalam KUK yang sama. Karena itu setiap KUK yang
mempunyai IUK keterampilan (*Mampu*) juga mempunyai IUK sikap kerja (*Harus*). Modul kecil, dengan kurang dari tiga KUK
yang berisi keterampilan, tidak diperiksa.

Salah:

```text
--- kwu-01/module.yaml
      - {id: 2.1.3, domain: attitude, text: Harus cermat memeriksa angka}
  - id: "2.2"
    text: Harga jual ditetapkan berdasarkan HPP.
    iuk:
      - {id: 2.2.1, domain: skill, text: Mampu menetapkan harga jual}
training_content:
  knowledge: [Langkah menghitung HPP]
--- kwu-01/sessions/02-hpp.md
kind: skill
iuk: [2.1.2, 2.1.3, 2.2.1]
--- kwu-01/sessions/02-hpp.md
:iuk: 2.1.2, 2.2.1
:response: table hpp-keripik
--- kwu-01/assessment.yaml
- {id: "2", iuk: [2.1.2, 2.1.3, 2.2.1], text: Menghitung HPP dan memeriksanya, critical: true}
```

Benar:

```text
--- kwu-01/module.yaml
      - {id: 2.1.3, domain: attitude, text: Harus cermat memeriksa angka}
training_content:
  knowledge: [Langkah menghitung HPP]
--- kwu-01/sessions/02-hpp.md
kind: skill
iuk: [2.1.2, 2.1.3]
--- kwu-01/sessions/02-hpp.md
:iuk: 2.1.2
:response: table hpp-keripik
--- kwu-01/assessment.yaml
- {id: "2", iuk: [2.1.2, 2.1.3], text: Menghitung HPP dan memeriksanya, critical: true}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, LoadedModule

SEVERITY = Severity.WARNING

ENOUGH = 3


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the domains of the IUK of every KUK."""
    for module in curriculum.modules.values():
        domains = dict(_domains(module))
        if sum("skill" in found for found in domains.values()) >= ENOUGH:
            for (e, k), found in domains.items():
                if "skill" in found and "attitude" not in found:
                    yield context.finding(
                        module.source.places.value("elements", e, "kuk", k, "id"),
                        text("KUK {kuk} belum mempunyai IUK sikap kerja", kuk=module.record.elements[e].kuk[k].id),
                        text("Tambahkan IUK dengan domain: attitude yang dimulai dengan Harus."),
                    )


def _domains(module: LoadedModule) -> Iterator[tuple[tuple[int, int], frozenset[str]]]:
    """By element and KUK the domains of the IUK."""
    for e, element in enumerate(module.record.elements):
        for k, kuk in enumerate(element.kuk):
            yield (e, k), frozenset(iuk.domain for iuk in kuk.iuk)
