"""How far a curriculum is translated: by language, module and file."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.source.catalogues import LANGUAGES
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.translation.messages import SHARED, Message, messages, scopes


@dataclass(frozen=True, slots=True)
class Translated:
    """Texts and how many of them are translated; each text counts once.

    `stale`: translated before the text changed; `behind`: not yet in the catalogue, because `ck translate` has not run
    since; `missing` is all that is neither translated nor stale. Words are those of the source.
    """

    texts: int
    done: int
    stale: int
    behind: int
    words: int
    words_done: int

    @property
    def missing(self) -> int:
        """Texts without any translation."""
        return self.texts - self.done - self.stale

    @property
    def percent(self) -> int:
        """How much is done, in whole percent of the words, never 100 before the end."""
        return 100 if self.done == self.texts else min(100 * self.words_done // max(self.words, 1), 99)


@dataclass(frozen=True, slots=True)
class FileTranslated:
    """A file of a module."""

    file: str
    sum: Translated


@dataclass(frozen=True, slots=True)
class ScopeTranslated:
    """A module, or what modules share (`id` is empty). `is_begun`: it has a catalogue."""

    id: str
    title: str
    is_begun: bool
    sum: Translated
    files: tuple[FileTranslated, ...]


@dataclass(frozen=True, slots=True)
class LanguageTranslated:
    """A language. `is_published`: `curriculum.yaml` asks for sites and books in it."""

    language: str
    is_published: bool
    scopes: tuple[ScopeTranslated, ...]


def translations(curriculum: Curriculum) -> tuple[LanguageTranslated, ...]:
    """The report, language by language; nothing where nobody translates."""
    asked = curriculum.settings.record.translations if curriculum.settings else ()
    languages = [language for language in LANGUAGES if language in asked or language in curriculum.catalogues]
    if not languages:
        return ()
    texts = {scope: messages(curriculum, scope) for scope in scopes(curriculum)}
    return tuple(
        LanguageTranslated(
            language,
            language in asked,
            tuple(_scope(curriculum, language, scope, found) for scope, found in texts.items()),
        )
        for language in languages
    )


def _scope(curriculum: Curriculum, language: str, scope: str, found: tuple[Message, ...]) -> ScopeTranslated:
    catalogue = curriculum.catalogues.get(language, {}).get(scope)
    done = set(catalogue.translations) if catalogue else set()
    known = set(catalogue.by_text) if catalogue else set()
    stale = {entry.text for entry in catalogue.entries if entry.is_stale and entry.translation} if catalogue else set()

    def counted(texts: list[str]) -> Translated:
        return Translated(
            len(texts),
            sum(text in done for text in texts),
            sum(text in stale for text in texts),
            sum(text not in known for text in texts) if catalogue else 0,
            sum(len(text.split()) for text in texts),
            sum(len(text.split()) for text in texts if text in done),
        )

    files: dict[str, list[str]] = {}
    for message in found:
        for file in dict.fromkeys(place.file for place in message.places):
            files.setdefault(file, []).append(message.text)
    return ScopeTranslated(
        scope,
        "" if scope == SHARED else curriculum.modules[scope].record.title,
        catalogue is not None,
        counted([message.text for message in found]),
        tuple(
            FileTranslated(file, counted(texts))
            for file, texts in sorted(files.items())
            if _belongs(curriculum, file, scope)
        ),
    )


def _belongs(curriculum: Curriculum, file: str, scope: str) -> bool:
    """Whether a file is told of under a scope: units of numbers stand in modules, but are shared."""
    module = file.partition("/")[0]
    return module == scope if scope else module not in curriculum.modules
