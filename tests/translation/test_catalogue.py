"""Catalogues that keep the work of translators."""

from __future__ import annotations

import io
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po

from curriculum_kit.source.catalogues import read_catalogue
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory
from curriculum_kit.translation.catalogue import renewed
from curriculum_kit.translation.messages import Message, Place, messages
from tests.translation.catalogues import filled

EXAMPLE = Path(__file__).parents[1] / "example" / "modules"


def said(text: str, line: int = 1, *, trainer_only: bool = False) -> Message:
    return Message(text, (Place("a/sessions/01-a.md", line, "paragraf", trainer_only),))


def parsed(text: str) -> Catalog:
    return read_po(io.StringIO(text), locale="en", abort_invalid=True)


def test_every_text_of_a_module_is_in_its_catalogue_once() -> None:
    curriculum = load(EXAMPLE).curriculum
    found = messages(curriculum, "kwu-05")
    catalogue = parsed(renewed(found, "en").text)
    assert [unit.id for unit in catalogue if unit.id] == [message.text for message in found]
    assert len({message.text for message in found}) == len(found) > 50


def test_a_text_tells_where_it_stands_and_who_sees_it() -> None:
    place = Place("a/module.yaml", 3, "title", trainer_only=False)
    shared = Message("Biaya", (place, Place("a/sessions/01-a.md", 9, "paragraf", trainer_only=True)))
    text = renewed([shared, said("Kunci", 12, trainer_only=True)], "en").text
    assert '#. title\n#. paragraf\n#: a/module.yaml:3 a/sessions/01-a.md:9\nmsgid "Biaya"\n' in text
    assert '#. paragraf\n#. hanya pelatih\n#: a/sessions/01-a.md:12\nmsgid "Kunci"\n' in text


def test_the_same_texts_make_the_same_bytes() -> None:
    found = messages(load(EXAMPLE).curriculum, "kwu-05")
    once = renewed(found, "en").text
    done = filled(once, lambda text: f"EN {text}")
    assert renewed(found, "en").text == once
    again = renewed(found, "en", done).text
    assert renewed(found, "en", again).text == again
    assert "POT-Creation-Date" not in again


def test_no_text_is_taken_for_a_template() -> None:
    """`100% laba` and `{term}` are no placeholders: editors of catalogues would complain about their translations."""
    text = renewed([said("Laba 100% laba {x} dari {term}`omzet`.")], "en").text
    assert "format" not in text


def test_a_changed_text_keeps_its_old_translation_as_fuzzy() -> None:
    before = filled(renewed([said("Biaya usaha dicatat setiap hari."), said("Upah")], "en").text, lambda _: "Old")
    renewal = renewed([said("Biaya usaha dicatat setiap malam."), said("Upah")], "en", before)
    assert (renewal.all, renewal.done, renewal.stale, renewal.new, renewal.gone) == (2, 1, 1, 1, 0)
    assert '#, fuzzy\n#| msgid "Biaya usaha dicatat setiap hari."\nmsgid "Biaya usaha dicatat setiap malam."' in (
        renewal.text
    )
    catalogue, found = read_catalogue("locale/en.po", renewal.text.encode(), Memory())
    assert catalogue is not None
    assert found == ()
    assert catalogue.translations == {"Upah": "Old"}


def test_a_text_that_is_gone_stays_as_obsolete_and_comes_back() -> None:
    both = [said("Biaya usaha dicatat."), said("Sesuatu yang sangat berbeda sekali")]
    before = filled(renewed(both, "en").text, lambda text: text.upper())
    without = renewed(both[:1], "en", before)
    assert (without.all, without.done, without.gone) == (1, 1, 1)
    assert '#~ msgid "Sesuatu yang sangat berbeda sekali"' in without.text
    back = renewed(both, "en", without.text)
    assert (back.all, back.done, back.gone) == (2, 2, 0)
