"""The index names the sessions that use a word, once each, in the order of the book."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from curriculum_kit.edition.model import SessionModel
from curriculum_kit.edition.reference import TermModel
from curriculum_kit.edition.term_index import term_index


@dataclass(frozen=True)
class Session:
    number: str
    html: str


def sessions(*texts: str) -> list[SessionModel]:
    return [cast("SessionModel", Session(f"5.{number}", text)) for number, text in enumerate(texts, start=1)]


def term(id: str, name: str, abbreviation: str = "") -> TermModel:
    return TermModel(id, name, abbreviation, "arti", ())


def places(entries: object) -> dict[str, list[str]]:
    return {entry.term.id: [session.number for session in entry.sessions] for entry in entries}  # type: ignore[attr-defined]


def test_a_word_is_found_by_its_link_its_name_and_its_abbreviation() -> None:
    found = term_index(
        [term("hpp", "harga pokok produksi", "HPP")],
        sessions(
            '<p><a class="term" href="#istilah-hpp">biaya pokok</a></p>',
            "<p>Harga  pokok\n<b>produksi</b> dihitung.</p>",
            "<p>Tidak ada.</p>",
            "<p>Hitunglah HPP.</p>",
        ),
    )
    assert places(found) == {"hpp": ["5.1", "5.2", "5.4"]}


def test_a_part_of_a_longer_word_is_no_use_of_it() -> None:
    assert places(term_index([term("laba", "laba")], sessions("<p>labanya besar, berlaba</p>"))) == {}


def test_a_word_that_no_session_uses_is_not_in_the_index() -> None:
    found = term_index([term("omzet", "omzet"), term("laba", "laba")], sessions("<p>Laba &amp; rugi</p>"))
    assert places(found) == {"laba": ["5.1"]}
