"""Fakta tidak berlaku pada tanggal ini.

Fakta yang masa berlakunya habis membuat peserta memakai angka lama. Perbarui fakta itu di `facts.yaml`: pindahkan nilai
lama ke `history` dan tulis nilai baru. Nilai lama boleh disebut di dalam teks dengan tanggalnya, misalnya
`{fact}` dengan `id@2024-06-01`. Begitu pula nilai yang baru berlaku kelak.

Salah:

```text
--- facts.yaml
    checked_on: 2025-11-18
    source_url: https://peraturan.example/pp-7-2021
    status: ended
```

Benar:

```text
--- facts.yaml
    checked_on: 2025-11-18
    source_url: https://peraturan.example/pp-7-2021
    status: in_force
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Text, text
from curriculum_kit.rules.fact_uses import FactUse, fact_uses, facts_with_places, is_over
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.schema.facts import Fact

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every use of a fact without a date of its own."""
    source = curriculum.facts_source
    facts = {fact.id: (fact, number) for fact, number in facts_with_places(curriculum)}
    for use in fact_uses(curriculum):
        if source is None or use.id not in facts or use.day:
            continue
        fact, number = facts[use.id]
        if found := _trouble(fact, use, context.as_of):
            message, key, example = found
            place = source.places.value("facts", number, key)
            yield context.finding(
                use.span,
                message,
                text(
                    "Perbarui fakta itu di facts.yaml, atau tulis tanggalnya di dalam teks, misalnya {role}.",
                    role=f"{{fact}}`{fact.id}@{example.isoformat()}`",
                ),
                related=[Related(place, text("keterangannya ada di sini"))],
            )


def _trouble(fact: Fact, use: FactUse, day: date) -> tuple[Text, str, date] | None:
    """What is wrong, the key that says so, and a day on which the fact holds."""
    first, last = fact.valid_from, fact.valid_until
    if is_over(fact, day):
        if fact.status != "ended" and last:
            return text('fakta "{id}" hanya berlaku sampai {last}', id=fact.id, last=last), "valid_until", last
        if use.kind == "history":
            return None  # what is over is shown as history
        return text('fakta "{id}" sudah tidak berlaku', id=fact.id), "status", last or first or day
    if fact.at(day) is fact and first and first > day and fact.status == "in_force" and use.kind != "history":
        return text('fakta "{id}" baru berlaku mulai {first}', id=fact.id, first=first), "valid_from", first
    return None
