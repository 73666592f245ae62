"""One thing that differs between two releases, and how things that come and go are found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol, TypeVar


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs.

    `what` names it, such as `session-minutes`; `scope` is the id of the module (empty for what all share), `id` that of
    the session, worksheet, programme, fact or word, `title` its title now (before, when it is gone). `old` and `new`
    are what it was and is, where that can be said. What `for_trainers` marks is no news for participants.
    """

    what: str
    scope: str
    id: str
    title: str
    old: str = ""
    new: str = ""
    for_trainers: bool = False


class Titled(Protocol):
    """What has a title."""

    @property
    def title(self) -> str:
        """The title."""


T = TypeVar("T", bound=Titled)


def come_and_gone(
    kind: str, scope: str, old: Mapping[str, T], new: Mapping[str, T], *, for_trainers: bool = False
) -> Iterator[Difference]:
    """The things that only one of the releases holds."""
    for id, thing in new.items():
        if id not in old:
            yield Difference(f"{kind}-new", scope, id, thing.title, for_trainers=for_trainers)
    for id, thing in old.items():
        if id not in new:
            yield Difference(f"{kind}-gone", scope, id, thing.title, for_trainers=for_trainers)


def kept(old: Mapping[str, T], new: Mapping[str, T]) -> Iterable[tuple[str, T]]:
    """The things that both releases hold, as they are now."""
    return ((id, thing) for id, thing in new.items() if id in old)
