"""The author's part of the documentation is there in Indonesian: complete, current, with the same links and code."""

from __future__ import annotations

import re

import pytest
from babel.messages.catalog import Catalog

from tools.doc_messages import (
    DOCS,
    catalogue,
    catalogue_file,
    is_english_only,
    is_translated,
    renewed,
    said,
    translated_pages,
    untranslated,
)

GENERATED = re.compile(r"reference/(rules/)?[\w-]+")
LINK = re.compile(r"\]\(([^)]+)\)|<(https?:[^>]+)>")
CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")


@pytest.mark.parametrize("page", translated_pages())
def test_every_page_of_the_authors_part_is_there_in_indonesian(page: str) -> None:
    missing = [message.id for message in untranslated(catalogue(page))]
    assert missing == []


@pytest.mark.parametrize("page", translated_pages())
def test_a_translation_keeps_links_and_code(page: str) -> None:
    for message in catalogue(page):
        if not message.id or not message.string or message.fuzzy:
            continue
        assert LINK.findall(str(message.string)) == LINK.findall(str(message.id)), message.id
        told, wanted = (sorted(CODE.findall(str(words))) for words in (message.string, message.id))
        assert told == wanted, message.id


def test_the_catalogues_hold_what_the_pages_say() -> None:
    now = said()
    assert sorted(now) == translated_pages()
    for page, catalog in now.items():
        hint = f"{page} has changed: run tools/doc_messages.py"
        assert catalogue_file(page).read_text("utf-8") == renewed(catalog, catalogue(page), {}), hint


def test_there_is_no_catalogue_without_a_page() -> None:
    catalogues = (DOCS / "locale" / "id" / "LC_MESSAGES").rglob("*.po")
    assert set(catalogues) == {catalogue_file(page) for page in [*translated_pages(), "sphinx"]}


def test_every_page_is_translated_or_english_or_written_by_a_program() -> None:
    for path in DOCS.rglob("*.md"):
        if "_build" not in path.parts:
            page = path.relative_to(DOCS).with_suffix("").as_posix()
            assert is_translated(page) or is_english_only(page) or GENERATED.fullmatch(page), page


def test_renewing_keeps_what_is_told_and_marks_what_has_changed() -> None:
    old = Catalog(locale="id")
    old.add("A module leads to one unit of competence.", "Modul menuju satu unit kompetensi.")
    old.add("Nobody says this.", "Tidak ada.")
    now = Catalog()
    now.add("A module leads to one unit of competence.")
    now.add("`ck check`")
    assert renewed(now, old, {}) == renewed(now, old, {})
    assert 'msgstr "Modul menuju satu unit kompetensi."' in renewed(now, old, {})
    assert "Nobody" not in renewed(now, old, {})
    assert 'msgstr "`ck check`"' in renewed(now, old, {})
    changed = Catalog()
    changed.add("A module leads to a unit of competence.")
    assert "#, fuzzy" in renewed(changed, old, {})
    assert "fuzzy" not in renewed(changed, old, {"A module leads to a unit of competence.": "Modul menuju unit."})
