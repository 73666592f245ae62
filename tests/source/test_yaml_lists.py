"""The items of a YAML list change; comments, quotes and layout stay."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_kit.mending import applied_to
from curriculum_kit.source.yaml_events import read_yaml
from curriculum_kit.source.yaml_lists import Item, list_fix

LINES = "a: 1\nlist:   # semua\n  - satu  # pertama\n\n  # jeda\n  - 'dua'\n  - tiga\nb: 2\n"
BRACKETS = "a: 1\nlist: [satu, 'dua',\n  tiga ]  # semua\nb: 2\n"
STAY = [Item(0), Item(1), Item(2)]


def changed(text: str, items: list[Item]) -> str:
    return applied_to(text, [list_fix(text, read_yaml("x.yaml", text.encode()).places, ("list",), items)])[0]


def items_of(text: str) -> object:
    data = read_yaml("x.yaml", text.encode()).data
    assert data
    assert (data["a"], data["b"]) == ("1", "2")
    return data["list"]


@pytest.mark.parametrize("text", [LINES, BRACKETS])
def test_nothing_new_is_nothing_changed(text: str) -> None:
    assert changed(text, STAY) == text


def test_an_item_is_added_where_it_belongs() -> None:
    assert changed(LINES, [*STAY, Item(new="empat")]) == LINES.replace("  - tiga\n", "  - tiga\n  - empat\n")
    assert changed(BRACKETS, [*STAY, Item(new="empat")]) == BRACKETS.replace("tiga ]", "tiga, empat ]")
    first = changed(LINES, [Item(new="nol"), *STAY])
    assert items_of(first) == ["nol", "satu", "dua", "tiga"]
    assert "- satu  # pertama" in first


def test_the_first_item_gets_a_line_of_its_own() -> None:
    text = "a: 1\nlist: []   # semua\nb: 2\n"
    assert changed(text, [Item(new="satu")]) == "a: 1\nlist:      # semua\n  - satu\nb: 2\n"
    assert changed(text.replace("   # semua", ""), [Item(new="satu")]) == "a: 1\nlist:\n  - satu\nb: 2\n"


@pytest.mark.parametrize("text", [LINES, BRACKETS])
def test_the_last_item_leaves_an_empty_list(text: str) -> None:
    assert items_of(changed(text, [])) == []


def test_an_item_takes_its_comment_along_and_gets_a_new_name() -> None:
    moved = changed(LINES, [Item(1), Item(0, "satu", "SATU"), Item(2)])
    assert moved == LINES.replace("  - satu  # pertama\n", "  - 'dua'\n").replace(
        "  # jeda\n  - 'dua'\n", "  # jeda\n  - SATU  # pertama\n"
    )


@given(
    text=st.sampled_from([LINES, BRACKETS, LINES.replace("  - ", "- ").replace("  # jeda", "# jeda")]),
    order=st.permutations([0, 1, 2, 3, 4]),
    count=st.integers(0, 5),
)
def test_any_choice_in_any_order_is_what_is_read_again(text: str, order: list[int], count: int) -> None:
    names = ["satu", "dua", "tiga", "empat", "lima"]
    chosen = order[:count]
    items = [Item(n) if n < 3 else Item(new=names[n]) for n in chosen]
    assert items_of(changed(text, items)) == [names[n] for n in chosen]
