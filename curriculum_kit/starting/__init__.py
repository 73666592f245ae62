"""Starts a curriculum, a module or a session from `templates/scaffold`, with marks where something is to be filled in.

Nothing here overwrites a file: what is planned is checked against the disk first, and written whole or not at all.
"""

from __future__ import annotations

from curriculum_kit.starting.curriculum import new_curriculum
from curriculum_kit.starting.module import new_module, next_module
from curriculum_kit.starting.plan import AlreadyThere, Start
from curriculum_kit.starting.programme import new_programme
from curriculum_kit.starting.scaffold import slug_of
from curriculum_kit.starting.session import new_session, next_session

__all__ = [
    "AlreadyThere",
    "Start",
    "new_curriculum",
    "new_module",
    "new_programme",
    "new_session",
    "next_module",
    "next_session",
    "slug_of",
]
