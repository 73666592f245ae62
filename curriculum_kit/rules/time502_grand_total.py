"""Jumlah JP program tidak sama dengan jumlah barisnya.

`jp` program adalah jumlah JP semua baris dalam `groups`, terpisah untuk pengetahuan dan keterampilan. Jumlah itu
tercetak di tabel kurikulum, jadi harus tepat.

Salah:

```text
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 2}
sessions:
```

Benar:

```text
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 1}
sessions:
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.indonesian import number_text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

_KINDS = {"knowledge": text("pengetahuan"), "skill": text("keterampilan")}


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Add up the rows of every programme."""
    for programme in curriculum.programmes.values():
        record, places = programme.record, programme.places
        for kind, words in _KINDS.items():
            total = sum((getattr(row.jp, kind) for group in record.groups for row in group.rows), Decimal())
            promised = getattr(record.jp, kind)
            if total != promised:
                yield context.finding(
                    places.value("jp", kind),
                    text(
                        "jumlah JP {kind} tertulis {promised}, tetapi barisnya berjumlah {total}",
                        kind=words,
                        promised=number_text(promised),
                        total=number_text(total),
                    ),
                    text("Perbaiki jumlah ini atau JP pada barisnya."),
                    related=[Related(places.key("groups"), text("barisnya ada di sini"))],
                )
