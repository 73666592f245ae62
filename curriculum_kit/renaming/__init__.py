"""Renames and moves what a curriculum is made of, and rewrites everything that mentions it.

First a plan is made (`renamed`, `moved`), then its outcome is looked at in a copy (`outcome`), then it is written. Only
the words that change are touched.
"""

from __future__ import annotations

from curriculum_kit.renaming.edits import Edits, Refused
from curriculum_kit.renaming.move import Target, moved
from curriculum_kit.renaming.names import Kind, owner_of, renamed
from curriculum_kit.renaming.outcome import Outcome, outcome

__all__ = ["Edits", "Kind", "Outcome", "Refused", "Target", "moved", "outcome", "owner_of", "renamed"]
