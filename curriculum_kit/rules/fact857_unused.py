"""Fakta tidak dipakai.

Fakta yang tidak dipakai tetap harus diperiksa setiap tahun. Pakailah fakta itu di sesi atau lembar kerja, atau hapus
dari `facts.yaml`.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Potongannya kecil.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Potongannya {fact}`mdr-rate`.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.fact_uses import fact_uses, facts_with_places
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_misread, lacks_sessions
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.NOTE


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the facts with their uses, once everything can be read."""
    source = curriculum.facts_source
    if (
        curriculum.unreadable
        or _lacks_sessions(curriculum)
        or any(is_misread(session.document) for _, session in curriculum.all_sessions())
    ):
        return
    used = {use.id for use in fact_uses(curriculum)}
    if used - curriculum.facts().keys():
        return  # a misspelt name is the business of other rules
    for fact, number in facts_with_places(curriculum):
        if source and fact.id not in used:
            yield context.finding(
                source.places.value("facts", number, "id"),
                text('fakta "{id}" tidak dipakai', id=fact.id),
                text("Pakai fakta itu di sesi atau lembar kerja, atau hapus dari berkas ini."),
            )


def _lacks_sessions(curriculum: Curriculum) -> bool:
    """Whether a module has sessions still to come, which may use facts."""
    modules = curriculum.modules.values()
    return any(not module.record.sessions or lacks_sessions(module) for module in modules)
