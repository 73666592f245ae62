"""Kunci jawaban terlalu sering di tempat yang sama.

Bila lebih dari separuh kunci jawaban sebuah tes berada di pilihan yang sama, peserta dapat menebak tanpa tahu
jawabannya. Tukarlah urutan pilihan pada beberapa soal, lalu sesuaikan kunci jawabannya. Tes dengan kurang dari empat
soal pilihan tidak diperiksa.

Salah:

```text
--- kwu-01/assessment.yaml
    key: a
  - id: "2"
    iuk: [1.1.1]
    stem: Mana yang termasuk biaya tenaga kerja?
    options:
      - {id: a, text: Upah}
      - {id: b, text: Gula}
    key: a
  - id: "3"
    iuk: [1.1.1]
    stem: Mana yang termasuk overhead?
    options:
      - {id: a, text: Listrik}
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
    key: a
decision_rule: Tidak ada keputusan; hasilnya dipakai untuk mengatur cara mengajar.
```
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments, keyed_items
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.assessment import AssessmentItem

SEVERITY = Severity.WARNING

ENOUGH = 4


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Count at which place the keys of every instrument stand."""
    for source, at, instrument in instruments(curriculum):
        keys = [(_place_of_key(item), span) for item, span in keyed_items(source, at, instrument)]
        if len(keys) >= ENOUGH:
            place, count = Counter(place for place, _ in keys).most_common(1)[0]
            if 2 * count > len(keys):
                yield context.finding(
                    source.places.value(*at, "id"),
                    text(
                        "{count} dari {total} kunci jawaban berada di pilihan ke-{place}",
                        count=count,
                        total=len(keys),
                        place=place + 1,
                    ),
                    text("Tukar urutan pilihan pada beberapa soal dan sesuaikan kunci jawabannya."),
                    related=[
                        Related(span, text("kunci jawaban di pilihan yang sama")) for n, span in keys if n == place
                    ],
                )


def _place_of_key(item: AssessmentItem) -> int:
    return [option.id == item.key for option in item.options].index(True)
