"""Errors that stop a command: trouble with the environment, never with what an author wrote.

What an author wrote wrong is a `Diagnostic` (see `curriculum_kit.diagnostics`).
"""

from __future__ import annotations


class CurriculumKitError(Exception):
    """The base of all errors of this package. `str(error)` is one line for the person at the terminal."""


class EnvironmentTrouble(CurriculumKitError):
    """Something outside the curriculum is missing or in the way: a library, a font, a folder, disk space."""


class BuildFailed(CurriculumKitError):
    """A stage of the build could not finish although the check found no error."""
