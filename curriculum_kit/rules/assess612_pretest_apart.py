"""Tes awal dan penilaian akhir tidak mengukur hal yang sama.

Kemajuan peserta terlihat bila hasil tes awal dibandingkan dengan hasil akhir. Karena itu paling sedikit satu IUK pada
tes awal (`use: pretest`) juga dinilai dalam penilaian akhir (`use: final`) modul yang sama.

Salah:

```text
--- kwu-01/assessment.yaml
  decision_rule: Kompeten bila semua jenis biaya disebut.
- id: tes-akhir
  title: Tes akhir
  kind: written-essay
  use: final
  items:
    - id: "1"
      iuk: [2.1.1]
      stem: Jelaskan langkah menghitung HPP.
      model_answer: Jumlahkan biaya, lalu bagi dengan hasilnya.
  decision_rule: Kompeten bila langkahnya benar.
- id: demonstrasi
```

Benar:

```text
--- kwu-01/assessment.yaml
  decision_rule: Kompeten bila semua jenis biaya disebut.
- id: demonstrasi
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.schema.assessment import Assessment

SEVERITY = Severity.NOTE

WRITTEN = frozenset({"written-choice", "written-essay"})


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the IUK of the pretests with those of the final instruments, module by module."""
    for module in curriculum.modules.values():
        if module.assessment:
            yield from _of_module(module.assessment, context)


def _of_module(source: Source[Assessment], context: Context) -> Iterator[Diagnostic]:
    """Only where a final test is written: other instruments do not give numbers that can be compared."""
    instruments = source.record.instruments
    finals = [n for n, instrument in enumerate(instruments) if instrument.use == "final"]
    tests = [n for n in finals if instruments[n].kind in WRITTEN]
    assessed = frozenset(iuk for n in finals for iuk in instruments[n].iuk())
    for n, instrument in enumerate(instruments):
        if instrument.use == "pretest" and tests and instrument.iuk() and assessed.isdisjoint(instrument.iuk()):
            yield context.finding(
                source.places.value("instruments", n, "id"),
                text('tidak satu pun IUK pada "{id}" dinilai lagi dalam penilaian akhir', id=instrument.id),
                text("Pakai IUK yang sama pada tes awal dan tes akhir, agar kemajuan peserta terlihat."),
                related=[Related(source.places.value("instruments", tests[0], "id"), text("tes akhir ada di sini"))],
            )
