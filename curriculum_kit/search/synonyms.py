"""Words that find each other: those of `curriculum.yaml`, and what the glossary says about its terms."""

from __future__ import annotations

from curriculum_kit.source.curriculum import Curriculum

Synonyms = tuple[tuple[str, ...], ...]
"""Rows of words or phrases; each finds what the others of its row find."""


def search_synonyms(curriculum: Curriculum) -> Synonyms:
    """The rows of the settings, then each term with its abbreviation and the forms that are not used in the texts."""
    written = curriculum.settings.record.search_synonyms if curriculum.settings else ()
    terms = curriculum.glossary.record.terms if curriculum.glossary else ()
    named = ((term.term, *filter(None, (term.abbreviation,)), *term.non_standard) for term in terms)
    return (*written, *(row for row in named if len(row) > 1))
