"""Instrumen kurang lengkap.

Soal terbuka memerlukan `model_answer`, agar semua penilai menilai dengan ukuran yang sama. Tes dan wawancara
memerlukan butir soal; demonstrasi dan proyek memerlukan tugas serta daftar periksa atau rubrik; pengamatan, portofolio,
tinjauan produk, dan sikap memerlukan daftar periksa atau rubrik.

Salah:

```text
--- kwu-01/assessment.yaml
stem: Jelaskan jenis biaya usaha Anda.
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
use: final
worksheet: hpp-saya
```

Benar:

```text
--- kwu-01/assessment.yaml
use: final
task: Hitunglah HPP produk Anda.
worksheet: hpp-saya
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments
from curriculum_kit.source.curriculum import Curriculum, Loc, Source
from curriculum_kit.source.schema.assessment import Assessment, Instrument

SEVERITY = Severity.ERROR

_MARKING = ("checklist", "rubric")
NEEDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "written-choice": (("items",),),
    "written-essay": (("items",),),
    "oral": (("items",),),
    "interview": (("items",),),
    "case-study": (("items", "task"),),
    "demonstration": (("task",), _MARKING),
    "project": (("task",), _MARKING),
    "observation": (_MARKING,),
    "portfolio": (_MARKING,),
    "product-review": (_MARKING,),
    "attitude": (_MARKING,),
}
"""By kind of instrument: of each group of parts it needs at least one."""


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every instrument and its open questions."""
    for source, at, instrument in instruments(curriculum):
        yield from _of_instrument(source, at, instrument, context)


def _of_instrument(
    source: Source[Assessment], at: Loc, instrument: Instrument, context: Context
) -> Iterator[Diagnostic]:
    for group in NEEDS[instrument.kind]:
        if not any(getattr(instrument, part) for part in group):
            yield context.finding(
                source.places.value(*at, "kind"),
                text(
                    'instrumen "{id}" ({kind}) belum mempunyai {parts}',
                    id=instrument.id,
                    kind=instrument.kind,
                    parts=" / ".join(group),
                ),
                text("Tambahkan bagian itu, atau pilih kind yang sesuai dengan isinya."),
            )
    for n, item in enumerate(instrument.items):
        if instrument.kind != "written-choice" and not item.options and item.model_answer is None and item.key is None:
            yield context.finding(
                source.places.value(*at, "items", n, "id"),
                text("soal terbuka {id} belum mempunyai model_answer", id=item.id),
                text("Tulis baris model_answer: dengan jawaban yang diharapkan, sebagai ukuran bagi semua penilai."),
            )
