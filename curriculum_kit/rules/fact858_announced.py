"""Fakta yang diumumkan sudah tiba waktunya.

Fakta berstatus `announced` belum berlaku. Bila tanggal mulainya sudah lewat, lihat kembali peraturannya: ubah status
menjadi `in_force`, atau betulkan tanggalnya bila rencana itu mundur.

Salah:

```text
--- facts.yaml
    valid_from: 2022-12-20
    checked_on: 2025-11-18
    source_url: https://peraturan.example/pp-55-2022
    status: announced
```

Benar:

```text
--- facts.yaml
    valid_from: 2022-12-20
    checked_on: 2025-11-18
    source_url: https://peraturan.example/pp-55-2022
    status: in_force
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.fact_uses import facts_with_places
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every fact that is only announced."""
    source = curriculum.facts_source
    for fact, number in facts_with_places(curriculum):
        if source and fact.status == "announced" and fact.valid_from and fact.valid_from <= context.as_of:
            yield context.finding(
                source.places.value("facts", number, "status"),
                text(
                    'fakta "{id}" masih berstatus announced, padahal mulai {first}', id=fact.id, first=fact.valid_from
                ),
                text("Periksa peraturannya. Bila sudah berlaku, ubah status menjadi in_force."),
                related=[Related(source.places.value("facts", number, "valid_from"), text("tanggalnya ada di sini"))],
            )
