"""Pilihan terlalu sedikit atau terlalu banyak.

Dengan dua pilihan, separuh jawaban benar karena tebakan; lebih dari lima pilihan melelahkan pembaca. Pakailah tiga
sampai lima pilihan, sebaiknya empat. Tes awal boleh memakai dua pilihan, karena tidak ada keputusan yang bergantung
padanya; demikian juga soal benar-salah dan ya-tidak.

Salah:

```text
--- kwu-01/assessment.yaml
stem: Jelaskan jenis biaya usaha Anda.
options:
  - {id: a, text: Bahan}
  - {id: b, text: Laba}
key: a
```

Benar:

```text
--- kwu-01/assessment.yaml
stem: Jelaskan jenis biaya usaha Anda.
model_answer: Bahan, tenaga kerja, dan overhead.
```

Salah:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: b, text: Upah}
- {id: c, text: Sewa}
- {id: d, text: Listrik}
- {id: e, text: Air}
- {id: f, text: Bensin}
```

Benar:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: b, text: Upah}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.assessment import AssessmentItem

SEVERITY = Severity.WARNING

LEAST, MOST = 3, 5
_MORE = text("Tambahkan pilihan salah yang masuk akal; sebaiknya ada empat pilihan.")
_FEWER = text("Hapus pilihan salah yang paling lemah; paling banyak lima pilihan.")
_TRUE_OR_FALSE = frozenset({"benar", "salah", "betul", "ya", "tidak", "bukan"})


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Count the options of every choice item. One alone is ASSESS601's business."""
    for source, at, instrument in instruments(curriculum):
        for n, item in enumerate(instrument.items):
            count = len(item.options)
            is_few = 1 < count < LEAST and instrument.use != "pretest" and not _is_true_or_false(item)
            if is_few or count > MOST:
                yield context.finding(
                    source.places.key(*at, "items", n, "options"),
                    text("soal {id} mempunyai {count} pilihan", id=item.id, count=count),
                    _MORE if is_few else _FEWER,
                )


def _is_true_or_false(item: AssessmentItem) -> bool:
    return all(option.text.strip(" .").casefold() in _TRUE_OR_FALSE for option in item.options)
