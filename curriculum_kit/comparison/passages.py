"""The text of a session in passages, and which passage of one state is which passage of the other.

A passage is a paragraph, list or table of the running text, or the own text of a teaching block. Named blocks are
found again by their name, all else by what it says.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher

from curriculum_kit.comparison.wording import alike
from curriculum_kit.source.document import BlockUse, Document

HEADING = "heading"
PROSE = "prose"
Fits = Callable[["Passage", "Passage"], bool]
_MANY = 20_000
"""With more pairs of passages than this, only equal ones are found again."""


@dataclass(frozen=True, slots=True)
class Passage:
    """`kind` is that of the block, `prose` or `heading`; `heading` the one above it. `key` names it, if anything does.

    `options` are those of the block as written, its argument among them (`title`).
    """

    kind: str
    text: str
    heading: str
    key: str = ""
    title: str = ""
    options: tuple[tuple[str, str], ...] = ()
    for_trainers: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """A passage as it was and as it is; one of them is missing when it is new or gone."""

    old: Passage | None
    new: Passage | None
    moved: bool = False


def passages(document: Document) -> tuple[Passage, ...]:
    """The passages of a session in reading order."""
    lines = document.text.split("\n")
    return tuple(_between(document, lines))


def _between(document: Document, lines: Sequence[str]) -> Iterator[Passage]:
    heading = ""
    at = document.body_line
    counts: dict[str, int] = {}
    for block in (*document.blocks, None):
        end = block.first_line if block else len(lines) + 1
        for text in _paragraphs(lines[at - 1 : end - 1]):
            if text.startswith("#"):
                heading = text.lstrip("# ")
                yield Passage(HEADING, heading, heading)
            else:
                yield Passage(PROSE, text, heading)
        if block:
            yield from _of_block(block, lines, heading, "", counts, for_trainers=False)
            at = block.last_line + 1


def _of_block(
    block: BlockUse, lines: Sequence[str], heading: str, outer: str, counts: dict[str, int], *, for_trainers: bool
) -> Iterator[Passage]:
    hidden = for_trainers or block.trainer_only
    key = block.name or ""
    if not key and outer:
        place = f"{outer}/{block.kind}"
        counts[place] = counts.get(place, 0) + 1
        key = f"{place}/{counts[place]}"
    options = tuple((name, option.value) for name, option in block.options.items())
    yield Passage(block.kind, _own_text(block, lines), heading, key, block.argument, options, hidden)
    for child in block.children:
        yield from _of_block(child, lines, heading, key, counts, for_trainers=hidden)


def _own_text(block: BlockUse, lines: Sequence[str]) -> str:
    """The lines of a block without its fences, options and inner blocks."""
    inner = {n for child in block.children for n in range(child.first_line, child.last_line + 1)}
    numbers = (n for n in range(block.body_line, block.last_line) if n not in inner)
    return "\n".join(lines[n - 1] for n in numbers).strip()


def _paragraphs(lines: Sequence[str]) -> Iterator[str]:
    """Texts between blank lines; a heading stands alone."""
    found: list[str] = []
    for line in (*lines, ""):
        if line.startswith("#") or not line.strip():
            if found:
                yield "\n".join(found)
            found = []
            if line.startswith("#"):
                yield line.strip()
        else:
            found.append(line)


def pairs(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """All passages of both states in the order of the new one; what is gone stands where it stood."""
    partner = _by_key(old, new)  # old place → new place
    _by_words(old, new, partner)
    moved = _out_of_order(partner)
    placed: list[tuple[tuple[int, int, int], Pair]] = []
    taken = set(partner.values())
    for place, passage in enumerate(new):
        if place not in taken:
            placed.append(((place, 0, 0), Pair(None, passage)))
    last = -1
    for place, passage in enumerate(old):
        if place in partner:
            goal = partner[place]
            placed.append(((goal, 0, 0), Pair(passage, new[goal], goal in moved)))
            last = goal if goal not in moved else last
        else:
            placed.append(((last, 1, place), Pair(passage, None)))
    return tuple(pair for _, pair in sorted(placed, key=lambda each: each[0]))


def _by_key(old: Sequence[Passage], new: Sequence[Passage]) -> dict[int, int]:
    places = {passage.key: place for place, passage in reversed(list(enumerate(new))) if passage.key}
    found: dict[int, int] = {}
    for place, passage in enumerate(old):
        goal = places.pop(passage.key, None) if passage.key else None
        if goal is not None and new[goal].kind == passage.kind:
            found[place] = goal
    return found


def _by_words(old: Sequence[Passage], new: Sequence[Passage], partner: dict[int, int]) -> None:
    """Find partners for the rest: the same words in the same order, the same words elsewhere, similar words."""
    left = [place for place in range(len(old)) if place not in partner]
    taken = set(partner.values())
    right = [place for place in range(len(new)) if place not in taken]
    before, after = [_same(old[place]) for place in left], [_same(new[place]) for place in right]
    for i, k, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        partner.update(zip(left[i : i + size], right[k : k + size], strict=True))
    _rest(old, new, partner, lambda one, two: _same(one) == _same(two))
    if (len(old) - len(partner)) * (len(new) - len(partner)) > _MANY:
        return
    _rest(old, new, partner, lambda one, two: one.kind == two.kind and alike(one.text, two.text))
    _rest(old, new, partner, lambda one, two: bool(one.title) and (one.kind, one.title) == (two.kind, two.title))


def _rest(old: Sequence[Passage], new: Sequence[Passage], partner: dict[int, int], fits: Fits) -> None:
    taken = set(partner.values())
    free = [place for place in range(len(new)) if place not in taken]
    for place in range(len(old)):
        if place in partner:
            continue
        goal = next((each for each in free if fits(old[place], new[each])), None)
        if goal is not None:
            partner[place] = goal
            free.remove(goal)


def _same(passage: Passage) -> tuple[str, str, str]:
    return passage.kind, passage.title, " ".join(passage.text.split())


def _out_of_order(partner: dict[int, int]) -> frozenset[int]:
    """The new places of passages that no longer follow those that they followed."""
    goals = [partner[place] for place in sorted(partner)]
    kept = {
        goal
        for i, _, size in SequenceMatcher(None, goals, sorted(goals), autojunk=False).get_matching_blocks()
        for goal in goals[i : i + size]
    }
    return frozenset(goals) - kept
