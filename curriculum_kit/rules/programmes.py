"""The sessions of a module that a programme lists."""

from __future__ import annotations

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.curriculum import Curriculum, LoadedSession, Source
from curriculum_kit.source.schema.programme import Programme


def sessions_of(
    curriculum: Curriculum, programme: Source[Programme], module_id: str
) -> list[tuple[LoadedSession, Span]] | None:
    """The sessions that a programme lists of one module, each once, with their places; None when one is not known."""
    found = {}
    for number, path in enumerate(programme.record.sessions):
        if path not in found and path.startswith(f"{module_id}/"):
            session = curriculum.session(path)
            if session is None:
                return None
            found[path] = session, programme.places.value("sessions", number)
    return [*found.values()]
