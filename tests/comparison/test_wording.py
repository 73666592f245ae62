"""Texts are compared word by word, and readably."""

from __future__ import annotations

import pytest

from curriculum_kit.comparison.model import Piece, Sign
from curriculum_kit.comparison.wording import alike, similarity, word_diff, words_of

SIGNS = {Sign.SAME: "{}", Sign.OLD: "[-{}-]", Sign.NEW: "{{+{}+}}"}


def shown(pieces: tuple[Piece, ...]) -> str:
    return " ".join(SIGNS[piece.sign].format(piece.words) for piece in pieces)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("satu dua tiga", "satu dua tiga", ""),
        ("satu  dua\ntiga", "satu dua\ntiga ", ""),
        ("satu dua tiga", "satu empat tiga", "satu [-dua-] {+empat+} tiga"),
        ("satu dua", "satu dua tiga", "satu dua {+tiga+}"),
        ("", "baru semua", "{+baru semua+}"),
        ("semua lama", "", "[-semua lama-]"),
        ("a b c d e", "x b y d z", "[-a b c d e-] {+x b y d z+}"),
        ("a b c d e f", "x b c d e y", "[-a-] {+x+} b c d e [-f-] {+y+}"),
    ],
)
def test_words_are_compared(old: str, new: str, expected: str) -> None:
    assert shown(word_diff(old, new)) == expected


def test_a_role_is_one_word() -> None:
    assert words_of("Harga ({term}`biaya <biaya-tetap>`), lalu {calc}`a.b`.") == [
        "Harga", "({term}`biaya <biaya-tetap>`),", "lalu", "{calc}`a.b`.",
    ]  # fmt: skip


def test_two_ways_to_write_the_same_value_are_shown_as_written() -> None:
    looks = (lambda word: "Rp5" if "{" in word else word,) * 2
    assert shown(word_diff("harga Rp5", "harga {case}`sari.price`", looks)) == "harga [-Rp5-] {+{case}`sari.price`+}"


def test_likeness_goes_from_nothing_to_everything() -> None:
    assert similarity("satu dua", "tiga empat") == 0
    assert 0 < similarity("satu dua", "satu tiga") < similarity("satu dua", "satu dua") == 1


HUGE: dict[str, tuple[str, str]] = {
    "one word again and again": ("kata " * 30_000, "kata " * 29_000 + "lain"),
    "two words in turn": ("a b " * 15_000, "b a " * 15_000),
    "one word without an end": ("x" * 200_000, "y" * 200_000),
    "many roles": ("{fact}`a` " * 15_000, "{fact}`b` " * 15_000),
}


@pytest.mark.parametrize("name", HUGE)
def test_huge_texts_do_not_hold_up_a_review(name: str) -> None:
    """Without a short cut these take hours; a limit of pytest or of patience would say so."""
    assert word_diff(*HUGE[name])
    assert alike("satu dua tiga", "satu dua lima")
    assert not alike(*HUGE["one word without an end"])
