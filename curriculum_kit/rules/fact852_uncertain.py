"""Fakta yang belum pasti disebut seolah-olah pasti.

Fakta berstatus `uncertain` masih diragukan: sumbernya berbeda-beda atau peraturannya belum ditemukan. Peserta perlu
tahu. Tulis di paragraf yang sama bahwa angkanya dapat berubah, belum pasti, atau perlu ditanyakan, dan jangan
memakainya dalam hitungan. Bila sudah pasti, ubah statusnya.

Salah:

```text
--- facts.yaml
    checked_on: 2025-11-18
    source_url: https://peraturan.example/pp-7-2021
    status: uncertain
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

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.fact_uses import fact_uses, facts_with_places, is_over
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

_SAYS_SO = re.compile(
    r"\bbelum\b|berubah|\bmungkin\b|berbeda|berlainan|\b(?:di)?periksa|\b(?:di)?tanya|dibahas|direvisi|diumumkan"
    r"|\brencana|\bmenurut\b|perkira|\bkira-kira\b|\bsekitar\b|sementara|\bkonon\b",
    re.IGNORECASE,
)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at what participants read, and at all formulas. Histories show dates and sources beside their values."""
    source = curriculum.facts_source
    uncertain = {
        fact.id: number
        for fact, number in facts_with_places(curriculum)
        if fact.status == "uncertain" and fact.at(context.as_of) is fact and not is_over(fact, context.as_of)
    }
    for use in fact_uses(curriculum) if uncertain else ():
        if source is None or use.id not in uncertain or use.kind == "history" or not use.shown:
            continue
        if use.kind == "role" and _SAYS_SO.search(use.around):
            continue
        message = (
            text('fakta "{id}" belum pasti, tetapi dipakai dalam hitungan', id=use.id)
            if use.kind == "formula"
            else text('fakta "{id}" belum pasti, tetapi disebut seolah-olah pasti', id=use.id)
        )
        place = source.places.value("facts", uncertain[use.id], "status")
        yield context.finding(
            use.span,
            message,
            text("Tulis di paragraf ini bahwa angkanya dapat berubah atau perlu ditanyakan, atau pastikan faktanya."),
            related=[Related(place, text("statusnya ada di sini"))],
        )
