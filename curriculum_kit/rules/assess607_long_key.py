"""Jawaban benar paling panjang.

Penulis soal sering menulis jawaban benar lebih lengkap daripada pilihan lain, sehingga peserta yang memilih kalimat
terpanjang hampir selalu benar. Ringkaskan jawabannya, atau buat pilihan lain sama rincinya. Yang dilaporkan ialah tes
yang pada lebih dari separuh soalnya jawaban benar jauh lebih panjang daripada pilihan lain.

Salah:

```text
--- kwu-01/assessment.yaml
      - {id: a, text: Pisang yang dibeli untuk dijadikan keripik}
      - {id: b, text: Upah}
    key: a
  - id: "2"
    iuk: [1.1.1]
    stem: Mana yang termasuk biaya tenaga kerja?
    options:
      - {id: a, text: Gula}
      - {id: b, text: Upah orang yang menggoreng dan membungkus}
    key: b
  - id: "3"
    iuk: [1.1.1]
    stem: Mana yang termasuk overhead?
    options:
      - {id: a, text: Listrik untuk lampu dan alat di dapur}
      - {id: b, text: Pisang}
    key: a
  - id: "4"
    iuk: [1.1.1]
    stem: Mana yang dibayar setiap bulan?
    options:
      - {id: a, text: Plastik}
      - {id: b, text: Sewa}
    key: b
decision_rule: Tidak ada keputusan; hasilnya dipakai untuk mengatur cara mengajar.
```

Benar:

```text
--- kwu-01/assessment.yaml
      - {id: a, text: Pisang}
      - {id: b, text: Upah}
    key: a
decision_rule: Tidak ada keputusan; hasilnya dipakai untuk mengatur cara mengajar.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments, keyed_items
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.assessment import AssessmentItem

SEVERITY = Severity.WARNING

ENOUGH = 4
RATIO = 1.6


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Count the items of every instrument whose key gives itself away."""
    for source, at, instrument in instruments(curriculum):
        items = list(keyed_items(source, at, instrument))
        long = [span for item, span in items if _is_long(item)]
        if len(items) >= ENOUGH and 2 * len(long) > len(items):
            yield context.finding(
                source.places.value(*at, "id"),
                text(
                    "jawaban benar jauh lebih panjang daripada pilihan lain pada {count} dari {total} soal",
                    count=len(long),
                    total=len(items),
                ),
                text("Ringkaskan jawaban benar, atau buat pilihan lain sama rincinya."),
                related=[Related(span, text("jawaban benar di sini paling panjang")) for span in long],
            )


def _is_long(item: AssessmentItem) -> bool:
    """Whether the key is the longest by far. How long something in braces is printed is not known here."""
    if any("{" in option.text for option in item.options):
        return False
    key = max(len(option.text) for option in item.options if option.id == item.key)
    others = [len(option.text) for option in item.options if option.id != item.key]
    return bool(others) and key > max(others) and key > RATIO * sum(others) / len(others)
