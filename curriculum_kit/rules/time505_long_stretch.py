"""Terlalu lama tanpa istirahat.

Orang dewasa sulit menyimak dan berlatih lebih dari dua jam tanpa jeda. Jumlahkan menit langkah yang berturut-turut,
juga pada dua sesi yang berdampingan dalam jadwal harian: sesudah paling lama 120 menit harus ada istirahat, yaitu
langkah `kind: break` atau bagian jadwal yang bukan sesi.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  trainer: Berkeliling dan tanyakan alasannya.
  participants: Mengelompokkan biaya Sari.
  block: latihan-biaya
- phase: core
  minutes: 45
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  participants: Mengelompokkan biaya usaha sendiri.
- phase: closing
  minutes: 45
  kind: skill
  iuk: [1.1.2]
  method: Presentasi
  participants: Menunjukkan hasilnya.
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 1, skill: 3}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 3}
sessions:
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  trainer: Berkeliling dan tanyakan alasannya.
  participants: Mengelompokkan biaya Sari.
  block: latihan-biaya
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 1, skill: 1}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 1}
sessions:
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum, LoadedSession, Source
from curriculum_kit.source.schema.programme import Programme

SEVERITY = Severity.WARNING

LONGEST = 120
_SLOT = "{title: Istirahat, minutes: 15}"


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Add up the minutes between breaks, in every session and in every day."""
    for _, session in curriculum.all_sessions():
        yield from _in_session(session, context)
    for programme in curriculum.programmes.values():
        yield from _in_days(curriculum, programme, context)


def _in_session(session: LoadedSession, context: Context) -> Iterator[Diagnostic]:
    places = session.plan.places
    for start, end in _stretches(session):
        minutes = sum(step.minutes for step in session.plan.record.plan[start:end])
        if minutes > LONGEST:
            yield context.finding(
                places.value("plan", start, "minutes"),
                text("mulai langkah ini {minutes} menit berlalu tanpa istirahat", minutes=minutes),
                text("Sisipkan langkah istirahat (kind: break) sesudah paling lama {longest} menit.", longest=LONGEST),
                related=[Related(places.value("plan", end - 1), text("sampai dengan langkah ini"))],
            )


def _stretches(session: LoadedSession) -> Iterator[tuple[int, int]]:
    """The steps between breaks: first, and the one after the last."""
    start, plan = 0, session.plan.record.plan
    for number, step in enumerate(plan):
        if step.kind == "break":
            if number > start:
                yield start, number
            start = number + 1
    if len(plan) > start:
        yield start, len(plan)


def _in_days(curriculum: Curriculum, programme: Source[Programme], context: Context) -> Iterator[Diagnostic]:
    """Sessions that follow each other at once: the end of one and the beginning of the next are one stretch."""
    for d, day in enumerate(programme.record.day_plan.days):
        before, last = 0, Span(programme.file)
        for s, slot in enumerate(day.slots):
            session = curriculum.session(slot.session) if slot.session else None
            if session is None:  # anything else than a session is a change
                before = 0
                continue
            head, tail, is_unbroken = _ends(session)
            span = programme.places.value("day_plan", "days", d, "slots", s, "session")
            if before and head <= LONGEST < before + head:
                yield context.finding(
                    span,
                    text("sesi ini menyambung sesi sebelumnya: {minutes} menit tanpa istirahat", minutes=before + head),
                    text("Sisipkan istirahat di antara kedua sesi, misalnya {slot}.", slot=_SLOT),
                    related=[Related(last, text("sesi sebelumnya ada di sini"))],
                )
                before = 0
            # A session that is too long by itself has its own finding; the stretch begins anew after it.
            before = 0 if tail > LONGEST else before + tail if is_unbroken else tail
            last = span


def _ends(session: LoadedSession) -> tuple[int, int, bool]:
    """Minutes before the first break and after the last, and whether there is none."""
    plan = session.plan.record.plan
    breaks = [number for number, step in enumerate(plan) if step.kind == "break"]
    if not breaks:
        return session.plan.record.total_minutes, session.plan.record.total_minutes, True
    head = sum(step.minutes for step in plan[: breaks[0]])
    tail = sum(step.minutes for step in plan[breaks[-1] + 1 :])
    return head, tail, False
