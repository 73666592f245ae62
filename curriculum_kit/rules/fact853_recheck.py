"""Fakta lama tidak diperiksa.

Peraturan berubah. Setiap fakta diperiksa kembali sebelum lewat `recheck_days` hari sejak `checked_on` (bawaannya
`fact_recheck_days` di `curriculum.yaml`). Buka sumbernya, sesuaikan isinya, lalu tulis tanggal sumber yang baru dibaca.

Salah:

```text
--- facts.yaml
    legal_basis: Peraturan Pemerintah Nomor 7 Tahun 2021
    checked_on: 2021-11-18
```

Benar:

```text
--- facts.yaml
    legal_basis: Peraturan Pemerintah Nomor 7 Tahun 2021
    checked_on: 2025-11-18
```
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.fact_uses import FactUse, fact_uses, facts_with_places, is_over, used_here
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.facts import Fact

SEVERITY = Severity.WARNING

FAR_AHEAD = 365
"""Days. An edition of an earlier day may well use what was checked later; a year that is far off is mistyped."""


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every fact; FACT851 speaks about those that are over."""
    source, settings = curriculum.facts_source, curriculum.settings
    uses: defaultdict[str, list[FactUse]] = defaultdict(list)
    for use in fact_uses(curriculum):
        uses[use.id].append(use)
    for fact, number in facts_with_places(curriculum):
        limit = fact.recheck_days or (settings.record.fact_recheck_days if settings else None)
        message = _message(fact, limit, (context.as_of - fact.checked_on).days)
        if source and message and not is_over(fact, context.as_of):
            yield context.finding(
                source.places.value("facts", number, "checked_on"),
                message,
                text("Buka sumbernya, sesuaikan faktanya, lalu tulis tanggal sumber itu sebagai checked_on."),
                related=used_here(uses[fact.id]),
            )


def _message(fact: Fact, limit: int | None, age: int) -> Text | None:
    if age < -FAR_AHEAD:
        return text('tanggal periksa fakta "{id}" belum tiba: {day}', id=fact.id, day=fact.checked_on)
    if limit is not None and age > limit:
        return text('fakta "{id}" diperiksa {age} hari yang lalu, melewati batas {limit} hari', id=fact.id, age=age,
                    limit=limit)  # fmt: skip
    return None
