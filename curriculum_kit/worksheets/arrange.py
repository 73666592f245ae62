"""The order in which values can be computed, and the cycles that have none."""

from __future__ import annotations

from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def arrange(needs: Mapping[K, Sequence[K]]) -> tuple[list[K], list[tuple[K, ...]]]:
    """The keys so that each comes after what it needs, and the cycles found on the way.

    A cycle is given once, as a path that leads back to its first key. Keys in or behind a cycle stand in the order
    as well. What is needed but is no key itself is passed over. Nothing recurses.
    """
    order: list[K] = []
    cycles: list[tuple[K, ...]] = []
    in_cycles: set[K] = set()
    done: set[K] = set()
    for start in needs:
        if start in done:
            continue
        path = {start: 0}
        branches = [iter(needs[start])]
        while branches:
            for need in branches[-1]:
                if need not in needs or need in done:
                    continue
                if need not in path:
                    path[need] = len(path)
                    branches.append(iter(needs[need]))
                    break
                if need not in in_cycles:
                    cycle = tuple(path)[path[need] :]
                    if in_cycles.isdisjoint(cycle):
                        cycles.append(cycle)
                    in_cycles.update(cycle)
            else:
                key, _ = path.popitem()
                branches.pop()
                done.add(key)
                order.append(key)
    return order, cycles
