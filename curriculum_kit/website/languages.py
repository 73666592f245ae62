"""The same page in other languages, and how much of a page is translated."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.model import ModuleModel, SessionModel
from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.source.curriculum import Share
from curriculum_kit.texts import SOURCE_LANGUAGE
from curriculum_kit.website.page import Page

NAMES = {"id": "Bahasa Indonesia", "en": "English"}
"""The languages in their own words."""
SHARED_PAGES = frozenset({"index.html", "glosarium.html", "fakta.html", "unduhan.html", "luring.html", "cari.html"})
"""Pages outside of modules that every language has."""


@dataclass(frozen=True, slots=True)
class OtherLanguage:
    """A page in another language; `address` is seen from the page."""

    code: str
    name: str
    address: str


def other_languages(
    model: EditionModel, page: Page, translations: Mapping[str, frozenset[str]]
) -> Iterator[OtherLanguage]:
    """Where the page is in other languages. A translation lies in a folder of the site that it is a translation of."""
    if model.translation:
        yield OtherLanguage(SOURCE_LANGUAGE, NAMES[SOURCE_LANGUAGE], f"{page.root}../{page.address}")
        return
    for language, modules in translations.items():
        if page.address in SHARED_PAGES or page.address.partition("/")[0] in modules:
            yield OtherLanguage(language, NAMES[language], f"{page.root}{language}/{page.address}")


def page_share(context: EditionContext, page: Page) -> Share | None:
    """How much of what a page shows is translated; None where that is no question, or everything is."""
    translation = context.curriculum.translation
    if translation is None:
        return None
    match page.values:
        case {"session": SessionModel() as session}:
            files = [f"{session.module_id}/sessions/{session.id}.md"]
        case {"module": ModuleModel() as module}:
            files = [file for file in translation.shares if file.startswith(f"{module.id}/")]
        case _:
            files = {"glosarium.html": ["glossary.yaml"], "fakta.html": ["facts.yaml"]}.get(page.address, [])
    found = [translation.shares[file] for file in files if file in translation.shares]
    share = Share(sum(each.done for each in found), sum(each.all for each in found), sum(each.stale for each in found))
    return None if share.whole else share
