"""Rencana harian tidak sesuai dengan daftar sesi.

Rencana harian memuat setiap sesi program tepat satu kali, menurut urutan dalam `sessions`. Setiap bagian hari berisi
sebuah sesi, atau sebuah judul dengan menitnya sendiri; menit sesi sudah tertulis dalam rencana sesinya. Satu hari
selesai sebelum tengah malam.

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
from itertools import chain

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.schema.programme import Programme, Slot

SEVERITY = Severity.ERROR

_MIDNIGHT = 24 * 60
_Planned = list[tuple[str, Span]]


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the days of every programme with its sessions."""
    for programme in curriculum.programmes.values():
        places = programme.places
        planned = [
            (slot.session, places.value("day_plan", "days", d, "slots", s, "session"))
            for d, day in enumerate(programme.record.day_plan.days)
            for s, slot in enumerate(day.slots)
            if slot.session
        ]
        yield from chain(
            _shapes(programme, context),
            _once_each(curriculum, programme, planned, context),
            _order(programme, planned, context),
            _length(curriculum, programme, context),
        )


def _shapes(programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    for d, day in enumerate(programme.record.day_plan.days):
        for s, slot in enumerate(day.slots):
            has_own = slot.title is not None and slot.minutes is not None
            is_session = slot.session is not None and slot.title is None and slot.minutes is None
            if not is_session and (slot.session is not None or not has_own):
                yield context.finding(
                    programme.places.value("day_plan", "days", d, "slots", s),
                    text("bagian hari ini harus berisi session saja, atau title dengan minutes"),
                    text("Menit sesi ditulis dalam rencana sesinya; kegiatan lain ditulis dengan title dan minutes."),
                )


def _once_each(
    curriculum: Curriculum, programme: Source[Programme], planned: _Planned, context: Context
) -> Iterator[Diagnostic]:
    # A misspelt session is missing here and too many there: only REF304 speaks about it.
    are_known = all(curriculum.session(path) for path in (*programme.record.sessions, *dict(planned)))
    listed = {path: programme.places.value("sessions", n) for n, path in enumerate(programme.record.sessions)}
    first: dict[str, Span] = {}
    for path, span in planned:
        if path in first:
            yield context.finding(
                span,
                text("sesi {path} sudah ada dalam rencana harian", path=path),
                text("Setiap sesi direncanakan tepat satu kali."),
                related=[Related(first[path], text("sudah ada di sini"))],
            )
        elif are_known and path not in listed:
            yield context.finding(
                span,
                text("sesi {path} tidak disebut dalam daftar sessions program ini", path=path),
                text("Tambahkan sesi itu ke daftar sessions, atau hapus dari rencana harian."),
                related=[Related(programme.places.key("sessions"), text("daftar sesi ada di sini"))],
            )
        first.setdefault(path, span)
    for path, span in listed.items():
        if are_known and path not in first:
            yield context.finding(
                span,
                text("sesi {path} belum ada dalam rencana harian", path=path),
                text("Tambahkan sesi itu ke salah satu hari dalam day_plan."),
                related=[Related(programme.places.key("day_plan"), text("rencana harian ada di sini"))],
            )


def _order(programme: Source[Programme], planned: _Planned, context: Context) -> Iterator[Diagnostic]:
    order = {path: n for n, path in enumerate(programme.record.sessions)}
    known = [(path, span) for path, span in dict(reversed(planned)).items() if path in order]
    for (before, _), (after, span) in zip(known[::-1], known[-2::-1], strict=False):
        if order[after] < order[before]:
            yield context.finding(
                span,
                text(
                    "sesi {path} direncanakan sesudah {before}, tetapi daftarnya sebaliknya", path=after, before=before
                ),
                text("Samakan urutan rencana harian dengan daftar sessions."),
                related=[Related(programme.places.value("sessions", order[after]), text("urutannya di sini"))],
            )


def _length(curriculum: Curriculum, programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    for d, day in enumerate(programme.record.day_plan.days):
        hours, _, minutes = day.start.partition(":")
        end = int(hours) * 60 + int(minutes) + sum(_minutes(curriculum, slot) for slot in day.slots)
        if end > _MIDNIGHT:
            yield context.finding(
                programme.places.value("day_plan", "days", d, "start"),
                text("hari ini berakhir lewat tengah malam, {minutes} menit terlalu lama", minutes=end - _MIDNIGHT),
                text("Mulailah lebih pagi, atau pindahkan sebagian ke hari lain."),
            )


def _minutes(curriculum: Curriculum, slot: Slot) -> int:
    session = curriculum.session(slot.session) if slot.session else None
    return session.plan.record.total_minutes if session else slot.minutes or 0
