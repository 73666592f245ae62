"""The editions of a build: one for each audience and language, and where each is published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.texts import SOURCE_LANGUAGE, speaking
from curriculum_kit.translation import begun, translated


@dataclass(frozen=True, slots=True)
class Edition:
    """Who gets it, and in which language."""

    audience: Audience
    language: str = SOURCE_LANGUAGE

    def folder(self, output: Path) -> Path:
        """The root of its website: that of a translation lies in that of its audience, so that one gate guards both."""
        root = output / self.audience
        return root if self.language == SOURCE_LANGUAGE else root / self.language


def translations(curriculum: Curriculum) -> Mapping[str, frozenset[str]]:
    """The languages that `curriculum.yaml` asks for, each with the modules of which something is translated."""
    asked = curriculum.settings.record.translations if curriculum.settings else ()
    found = {language: begun(curriculum, language) for language in dict.fromkeys(asked)}
    return {language: modules for language, modules in found.items() if modules}


def edition_context(curriculum: Curriculum, audience: Audience, as_of: date, language: str) -> EditionContext:
    """The context of an edition: of the curriculum as it was written, or translated."""
    if language == SOURCE_LANGUAGE:
        return EditionContext.of(curriculum, audience, as_of)
    with speaking(language):
        return EditionContext.of(translated(curriculum, language), audience, as_of)
