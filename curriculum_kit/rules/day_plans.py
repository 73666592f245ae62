"""The days of a programme: which sessions are planned where, and what is wrong with slots and days by themselves."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Span, Text, text
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.schema.programme import Programme, Slot

_MIDNIGHT = 24 * 60
_Fault = tuple[Span, Text, Text]


def planned_sessions(programme: Source[Programme]) -> Iterator[tuple[str, Span]]:
    """The sessions in the day plan with their places, in order."""
    for d, day in enumerate(programme.record.day_plan.days):
        for s, slot in enumerate(day.slots):
            if slot.session:
                yield slot.session, programme.places.value("day_plan", "days", d, "slots", s, "session")


def slot_faults(programme: Source[Programme]) -> Iterator[_Fault]:
    """Slots that are neither a session nor a title with minutes, or both: place, message, help."""
    for d, day in enumerate(programme.record.day_plan.days):
        for s, slot in enumerate(day.slots):
            is_session = slot.session is not None and slot.title is None and slot.minutes is None
            is_own = slot.session is None and slot.title is not None and slot.minutes is not None
            if not (is_session or is_own):
                yield (
                    programme.places.value("day_plan", "days", d, "slots", s),
                    text("bagian jadwal ini harus berisi session saja, atau title dengan minutes"),
                    text(
                        "Untuk sesi tulis {session: kwu-01/01-biaya} tanpa menit; untuk kegiatan lain tulis "
                        "{title: Istirahat, minutes: 15}."
                    ),
                )


def length_faults(curriculum: Curriculum, programme: Source[Programme]) -> Iterator[_Fault]:
    """Days that do not end before midnight: place, message, help."""
    for d, day in enumerate(programme.record.day_plan.days):
        hours, _, minutes = day.start.partition(":")
        end = int(hours) * 60 + int(minutes) + sum(_minutes(curriculum, slot) for slot in day.slots)
        if end > _MIDNIGHT:
            yield (
                programme.places.value("day_plan", "days", d, "start"),
                text(
                    "jadwal hari pelatihan ini lewat tengah malam, {minutes} menit terlalu lama",
                    minutes=end - _MIDNIGHT,
                ),
                text("Mulailah lebih pagi, atau pindahkan sebagian ke hari lain."),
            )


def _minutes(curriculum: Curriculum, slot: Slot) -> int:
    """How long a slot lasts: a session's plan with its breaks, or minutes of its own."""
    session = curriculum.session(slot.session) if slot.session else None
    return session.plan.record.total_minutes if session else slot.minutes or 0
