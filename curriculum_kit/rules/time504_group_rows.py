"""Baris tabel kurikulum kurang lengkap.

Baris pada kelompok `unit` menyebut modul dan kelompok unitnya (`unit_group`), karena judulnya diambil dari modul.
Baris pada kelompok `ojt` dan `non_unit` menyebut judulnya sendiri.

Salah:

```text
--- programmes/dasar-2jp.yaml
- module: kwu-01
  jp: {knowledge: 1, skill: 1}
```

Benar:

```text
--- programmes/dasar-2jp.yaml
- module: kwu-01
  unit_group: inti
  jp: {knowledge: 1, skill: 1}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

_UNIT = ("module", "unit_group")
_OTHER = ("title",)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the rows of every group."""
    for programme in curriculum.programmes.values():
        for g, group in enumerate(programme.record.groups):
            wanted, unwanted = (_UNIT, _OTHER) if group.kind == "unit" else (_OTHER, _UNIT)
            for r, row in enumerate(group.rows):
                for key in wanted:
                    if getattr(row, key) is None:
                        yield context.finding(
                            programme.places.value("groups", g, "rows", r),
                            text('baris ini belum mempunyai "{key}"', key=key),
                            text("Baris unit memerlukan module dan unit_group; baris lain memerlukan title."),
                        )
                for key in unwanted:
                    if getattr(row, key) is not None:
                        yield context.finding(
                            programme.places.key("groups", g, "rows", r, key),
                            text('baris pada kelompok "{kind}" tidak memakai "{key}"', kind=group.kind, key=key),
                            text("Hapus baris itu, atau pindahkan ke kelompok yang sesuai."),
                        )
