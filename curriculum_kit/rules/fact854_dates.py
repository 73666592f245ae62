"""Tanggal fakta tidak cocok.

Nilai lama sebuah fakta ditulis dalam `history`, yang terbaru di atas, dan setiap masa bersambung dengan masa
berikutnya: `valid_until` sehari sebelum `valid_from` nilai yang lebih baru. Hanya nilai tertua yang boleh tanpa
`valid_from`. Dari tanggal-tanggal itu dipilih nilai yang dicetak.

Salah:

```text
--- facts.yaml
        valid_from: 2013-07-01
        valid_until: 2022-12-31
```

Benar:

```text
--- facts.yaml
        valid_from: 2013-07-01
        valid_until: 2022-12-19
```
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Text, text
from curriculum_kit.rules.fact_uses import facts_with_places
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, Loc
from curriculum_kit.source.schema.facts import Fact, FactVersion

SEVERITY = Severity.WARNING

Version = Fact | FactVersion
Trouble = tuple[Loc, Text, Loc]
"""The value that is wrong, a message, and the value that it does not fit to."""


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the dates of each version with each other and with those of the next newer one."""
    source = curriculum.facts_source
    if source is None:
        return
    for fact, number in facts_with_places(curriculum):
        versions: list[tuple[Version, Loc]] = [(fact, ("facts", number))]
        versions += [(version, ("facts", number, "history", n)) for n, version in enumerate(fact.history)]
        troubles = [trouble for version, loc in versions if (trouble := _inside(version, loc))]
        for (newer, newer_loc), (older, older_loc) in pairwise(versions):
            if not troubles and (trouble := _between(newer, newer_loc, older, older_loc)):
                troubles.append(trouble)
        for loc, message, other in troubles:
            yield context.finding(
                source.places.value(*loc),
                message,
                text("Periksa tahun dan bulannya, lalu sesuaikan dengan peraturannya."),
                related=[Related(source.places.value(*other), text("tanggal yang lain ada di sini"))],
            )


def _inside(version: Version, loc: Loc) -> Trouble | None:
    first, last = version.valid_from, version.valid_until
    if first and last and last < first:
        message = text("valid_until {last} lebih awal daripada valid_from {first}", last=last, first=first)
        return (*loc, "valid_until"), message, (*loc, "valid_from")
    return None


def _between(newer: Version, newer_loc: Loc, older: Version, older_loc: Loc) -> Trouble | None:
    begin, last = newer.valid_from, older.valid_until
    if begin is None:  # the newer value would be printed for all days, the older one for none
        message = text("nilai ini belum mempunyai valid_from, padahal ada nilai yang lebih lama")
        return newer_loc, message, older_loc
    if older.valid_from and older.valid_from >= begin:
        message = text("history tidak urut: {older} seharusnya lebih awal daripada {newer}", older=older.valid_from,
                       newer=begin)  # fmt: skip
        return (*older_loc, "valid_from"), message, (*newer_loc, "valid_from")
    if last and last >= begin:
        message = text("masa berlaku bertumpuk: nilai yang lebih baru sudah mulai {begin}", begin=begin)
        return (*older_loc, "valid_until"), message, (*newer_loc, "valid_from")
    if last and last + timedelta(days=1) < begin:
        message = text("masa berlaku terputus: nilai yang lebih baru mulai {begin}", begin=begin)
        return (*older_loc, "valid_until"), message, (*newer_loc, "valid_from")
    return None
