"""Jadwal harian tidak sesuai dengan daftar sesi.

Jadwal harian (`day_plan`) memuat setiap sesi program tepat satu kali, menurut urutan dalam `sessions`. Setiap bagian
jadwal berisi sebuah sesi, atau sebuah judul dengan menitnya sendiri; menit sesi sudah tertulis dalam rencana sesinya.
Satu hari selesai sebelum tengah malam.

Salah:

```text
--- programmes/dasar-2jp.yaml
- {session: kwu-01/01-biaya}
- {title: Istirahat, minutes: 15}
- {session: kwu-01/01-biaya}
```

Benar:

```text
--- programmes/dasar-2jp.yaml
- {session: kwu-01/01-biaya}
- {title: Istirahat, minutes: 15}
- {session: kwu-01/02-hpp}
```

Salah:

```text
--- programmes/dasar-2jp.yaml
- {title: Istirahat}
```

Benar:

```text
--- programmes/dasar-2jp.yaml
- {title: Istirahat, minutes: 15}
```

Salah:

```text
--- programmes/dasar-2jp.yaml
- title: Hari pertama
  start: "21:30"
```

Benar:

```text
--- programmes/dasar-2jp.yaml
- title: Hari pertama
  start: "08:00"
```
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.day_plans import length_faults, planned_sessions, slot_faults
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.schema.programme import Programme

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the days of every programme with its sessions."""
    for programme in curriculum.programmes.values():
        for span, message, help in chain(slot_faults(programme), length_faults(curriculum, programme)):
            yield context.finding(span, message, help)
        yield from _twice_or_unlisted(curriculum, programme, context)
        yield from _unplanned(curriculum, programme, context)
        yield from _order(programme, context)


def _twice_or_unlisted(curriculum: Curriculum, programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    are_known, first = _are_known(curriculum, programme), dict[str, Span]()
    for path, span in planned_sessions(programme):
        if path in first:
            yield context.finding(
                span,
                text("sesi {path} sudah ada dalam jadwal harian", path=path),
                text("Jadwalkan setiap sesi tepat satu kali: hapus salah satunya."),
                related=[Related(first[path], text("sudah ada di sini"))],
            )
        elif are_known and path not in programme.record.sessions:
            yield context.finding(
                span,
                text("sesi {path} tidak disebut dalam daftar sessions program ini", path=path),
                text("Tambahkan sesi itu ke daftar sessions, atau hapus dari jadwal harian."),
                related=[Related(programme.places.key("sessions"), text("daftar sesi ada di sini"))],
            )
        first.setdefault(path, span)


def _unplanned(curriculum: Curriculum, programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    planned = dict(planned_sessions(programme))
    for number, path in enumerate(programme.record.sessions):
        if path not in planned and _are_known(curriculum, programme):
            yield context.finding(
                programme.places.value("sessions", number),
                text("sesi {path} belum ada dalam jadwal harian", path=path),
                text("Tambahkan sesi itu ke salah satu hari dalam day_plan."),
                related=[Related(programme.places.key("day_plan"), text("jadwal harian ada di sini"))],
            )


def _are_known(curriculum: Curriculum, programme: Source[Programme]) -> bool:
    """A misspelt session is missing here and too many there: then only REF304 speaks about it."""
    paths = (*programme.record.sessions, *(path for path, _ in planned_sessions(programme)))
    return all(curriculum.session(path) for path in paths)


def _order(programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    order = {path: number for number, path in enumerate(programme.record.sessions)}
    planned = [(path, span) for path, span in planned_sessions(programme) if path in order]
    for (before, _), (after, span) in pairwise(planned):
        if order[after] < order[before]:
            yield context.finding(
                span,
                text(
                    "sesi {path} dijadwalkan sesudah {before}, tetapi daftarnya sebaliknya", path=after, before=before
                ),
                text("Samakan urutan jadwal harian dengan daftar sessions."),
                related=[Related(programme.places.value("sessions", order[after]), text("urutannya di sini"))],
            )
