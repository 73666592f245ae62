"""Where catalogues stand, and which of them `ck translate` brings up to date."""

from __future__ import annotations

from collections.abc import Collection

from curriculum_kit.source.catalogues import FOLDER, SUFFIX
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.translation.messages import SHARED


def catalogue_path(scope: str, language: str) -> str:
    """The file of a catalogue, below the folder of the curriculum."""
    return f"{scope}/{FOLDER}/{language}{SUFFIX}".removeprefix("/")


def scopes_to_renew(curriculum: Curriculum, language: str, chosen: Collection[str]) -> tuple[str, ...]:
    """What modules share, the modules that have a catalogue, and those that are to get one.

    Somebody who translates one module does not want catalogues of all the others.
    """
    known = curriculum.catalogues.get(language, {})
    return (SHARED, *(scope for scope in curriculum.modules if scope in known or scope in chosen))
