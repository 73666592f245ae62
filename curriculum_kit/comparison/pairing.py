"""Which thing of one state is which of the other: by id, and by what it says when the id is another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import NamedTuple, TypeVar

T = TypeVar("T")


class Pairing(NamedTuple):
    """The ids of a thing in both states; empty where it is not."""

    old: str
    new: str


def renamed(old: Mapping[str, tuple[object, ...]], new: Mapping[str, tuple[object, ...]]) -> dict[str, str]:
    """New ids with the old one of the thing. Values are what a thing may be known by, the surest first."""
    gone = {id: marks for id, marks in old.items() if id not in new}
    found: dict[str, str] = {}
    for id, marks in new.items():
        if id in old:
            continue
        for place, mark in enumerate(marks):
            match = next((was for was, others in gone.items() if mark and others[place] == mark), None)
            if match is not None:
                found[id] = match
                del gone[match]
                break
    return found


def pairings(old: Mapping[str, T], new: Mapping[str, T], ids: Mapping[str, str]) -> Iterator[Pairing]:
    """All things in their new order, then those that are gone. `ids` are new ids with old ones (see `renamed`)."""
    taken = set()
    for id in new:
        was = ids.get(id, id if id in old else "")
        taken.add(was)
        yield Pairing(was, id)
    yield from (Pairing(id, "") for id in old if id not in taken)
