"""A curriculum and its catalogues → the curriculum in another language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TypeVar

from msgspec import structs

from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Share, Source, Translation
from curriculum_kit.source.document import Document
from curriculum_kit.source.markdown import parse_session
from curriculum_kit.source.schema.base import Record
from curriculum_kit.translation.fields import is_unit, replaced, texts_of
from curriculum_kit.translation.marks import Untranslated, bracketed
from curriculum_kit.translation.messages import SHARED, messages, session_segments, texts_by_file
from curriculum_kit.translation.segments import Segment, rewritten

R = TypeVar("R", bound=Record)
Words = Mapping[str, str]


def translated(curriculum: Curriculum, language: str) -> Curriculum:
    """The curriculum in a language. What has no translation, or an old one, stays and is marked.

    Only modules of which something is translated are touched; numbers, names and ids are the same in all languages.
    """
    catalogues = curriculum.catalogues.get(language, {})
    words = {scope: catalogue.translations for scope, catalogue in catalogues.items()}
    shared = words.get(SHARED, {})
    modules = begun(curriculum, language)
    by_file: dict[str, Share] = {}
    for scope in (SHARED, *sorted(modules)):
        by_file |= shares(curriculum, language, scope)
    translation = Translation(language, modules, by_file)
    common = _Translator(shared, shared)
    return replace(
        curriculum,
        settings=curriculum.settings and common.source(curriculum.settings),
        cases={id_: common.source(case) for id_, case in curriculum.cases.items()},
        facts_source=curriculum.facts_source and common.source(curriculum.facts_source),
        glossary=curriculum.glossary and common.source(curriculum.glossary),
        modules={
            id_: _Translator(words[id_], shared).module(module, translation) if id_ in modules else module
            for id_, module in curriculum.modules.items()
        },
        translation=translation,
    )


def shares(curriculum: Curriculum, language: str, scope: str) -> dict[str, Share]:
    """How much of each file of a scope is translated."""
    catalogue = curriculum.catalogues.get(language, {}).get(scope)
    done = catalogue.translations if catalogue else {}
    stale = {entry.text for entry in catalogue.entries if entry.is_stale and entry.translation} if catalogue else set()
    return {
        file: Share(len(texts & done.keys()), len(texts), len(texts & stale))
        for file, texts in texts_by_file(curriculum, scope).items()
    }


def begun(curriculum: Curriculum, language: str) -> frozenset[str]:
    """The modules of which anything is translated. Those make up the edition in that language."""
    catalogues = curriculum.catalogues.get(language, {})
    return frozenset(
        scope
        for scope in curriculum.modules
        if scope in catalogues
        and any(message.text in catalogues[scope].translations for message in messages(curriculum, scope))
    )


@dataclass(frozen=True, slots=True)
class _Translator:
    """Puts the words of one catalogue in place; units have theirs from the shared one."""

    words: Words
    units: Words

    def source(self, source: Source[R]) -> Source[R]:
        """A record with other words."""
        new = {
            loc: (self.units if is_unit(loc) else self.words).get(text) or Untranslated(text)
            for loc, text, _ in texts_of(source.record)
        }
        return replace(source, record=replaced(source.record, new)) if new else source

    def module(self, module: LoadedModule, translation: Translation) -> LoadedModule:
        """A module with all that is translated of it."""
        return replace(
            module,
            source=self.source(module.source),
            sessions={id_: self.session(session, translation) for id_, session in module.sessions.items()},
            worksheets={id_: self.source(sheet) for id_, sheet in module.worksheets.items()},
        )

    def session(self, session: LoadedSession, translation: Translation) -> LoadedSession:
        """A session. The page of one that is not really translated says so once; nothing is marked in it."""
        found = session_segments(session)
        known = {segment: self.words[segment.text] for segment in found if segment.text in self.words}
        plan = self.source(session.plan)
        if not translation.shares[session.document.file].is_begun:
            return replace(session, plan=plan)
        marks = {segment: known.get(segment) or _marked(segment) for segment in found}
        # What the program reads has no marks; Sphinx gets them.
        read = translated_document(session, self.words)
        return replace(session, plan=plan, document=structs.replace(read, text=rewritten(session.document.text, marks)))


def translated_document(session: LoadedSession, words: Words) -> Document:
    """The text of a session with all words that have a translation, read again."""
    document = session.document
    known = {segment: words[segment.text] for segment in session_segments(session) if segment.text in words}
    return parse_session(document.file, rewritten(document.text, known), document.body_line) if known else document


def _marked(segment: Segment) -> str:
    return bracketed(segment.text) if segment.can_be_marked else segment.text
