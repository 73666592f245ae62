"""Keterampilan atau sikap hanya dinilai dengan soal pilihan.

Soal pilihan menunjukkan apa yang diketahui peserta, bukan apa yang dapat dikerjakannya. IUK keterampilan (*Mampu*) dan
sikap kerja (*Harus*) dinilai juga dengan cara lain: demonstrasi, pengamatan, proyek, studi kasus, tinjauan produk, atau
portofolio.

Salah:

```text
--- kwu-01/assessment.yaml
  kind: written-choice
  use: formative
  items:
    - id: "1"
      iuk: [1.1.1, 1.1.2, 2.1.1]
      stem: Upah termasuk biaya apa?
      options:
        - {id: a, text: Bahan}
        - {id: b, text: Tenaga kerja}
        - {id: c, text: Overhead}
      key: b
--- kwu-01/assessment.yaml
- {id: "1", iuk: [2.1.2], text: Mengelompokkan biaya, critical: true}
```

Benar:

```text
--- kwu-01/assessment.yaml
  kind: written-essay
  use: formative
  items:
    - id: "1"
      iuk: [1.1.1, 2.1.1]
      stem: Jelaskan jenis biaya usaha Anda.
      model_answer: Bahan, tenaga kerja, dan overhead.
--- kwu-01/assessment.yaml
- {id: "1", iuk: [1.1.2], text: Mengelompokkan biaya, critical: true}
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.competency import iuk_places
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, LoadedModule

SEVERITY = Severity.WARNING

_DOMAINS = {"skill": text("keterampilan"), "attitude": text("sikap kerja")}


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Collect by IUK the kinds of instrument. An IUK that none assesses is ALIGN404's business."""
    for module in curriculum.modules.values():
        kinds, places = _kinds(module), iuk_places(module)
        for iuk in module.record.all_iuk():
            found = kinds.get(iuk.id, {})
            if iuk.domain in _DOMAINS and found.keys() == {"written-choice"}:
                yield context.finding(
                    places[iuk.id],
                    text(
                        "IUK {iuk} ({domain}) hanya dinilai dengan soal pilihan",
                        iuk=iuk.id,
                        domain=_DOMAINS[iuk.domain],
                    ),
                    text("Nilailah juga dengan demonstrasi, pengamatan, studi kasus, atau cara lain yang sesuai."),
                    related=[Related(found["written-choice"], text("dinilai dalam instrumen ini"))],
                )


def _kinds(module: LoadedModule) -> dict[str, dict[str, Span]]:
    """By IUK the kinds of the instruments that assess it, with the first of each; pretests do not count."""
    found: dict[str, dict[str, Span]] = defaultdict(dict)
    if source := module.assessment:
        for n, instrument in enumerate(source.record.instruments):
            for iuk in instrument.iuk() if instrument.use != "pretest" else ():
                found[iuk].setdefault(instrument.kind, source.places.value("instruments", n, "id"))
    return found
