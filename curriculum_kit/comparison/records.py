"""Two versions of one record field by field, with their lists matched item by item."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from pydantic import BaseModel

from curriculum_kit.audience import Audience, visible_fields
from curriculum_kit.comparison.fields import SPEAKING, field_label, item_label
from curriculum_kit.comparison.model import Detail, Piece, Sign, State, said
from curriculum_kit.comparison.summaries import field_words, summary
from curriculum_kit.comparison.wording import Shown, alike, as_written, whole, word_diff
from curriculum_kit.diagnostics import Text, text

_MANY = 20_000
"""With more pairs of items than this, only equal ones and those with the same id are found again."""
_SHORT = 3
"""Values of at most so many words are shown as what they were and are, longer ones word by word."""
_LONG_ITEM = 40
"""Lists of longer texts are told text by text."""

IsHidden = Callable[[BaseModel, str, object], bool]
"""Whether a value of a field is for trainers only."""


@dataclass(frozen=True, slots=True)
class View:
    """Who may see what, how words look (of the old and of the new version), and how old ids are called now."""

    hides: IsHidden
    shown: tuple[Shown, Shown] = (as_written, as_written)
    renamed: Callable[[str], str] = as_written


@dataclass(frozen=True, slots=True)
class _Place:
    """Where the walk has come to."""

    where: tuple[Text, ...]
    view: View
    hidden: bool

    def inner(self, label: Text, *, hidden: bool = False) -> _Place:
        return replace(self, where=(*self.where, label), hidden=self.hidden or hidden)


def hidden_field(record: BaseModel, name: str, value: object) -> bool:  # noqa: ARG001 - the shape of `IsHidden`
    """Whether participants get to see a field."""
    return name not in set(visible_fields(record, Audience.PARTICIPANT))


def record_details(
    old: BaseModel, new: BaseModel, view: View, *, hidden: bool = False, without: frozenset[str] = frozenset()
) -> Iterator[Detail]:
    """What differs, in the order of the schema. `hidden`: the whole record is for trainers; `without` some fields."""
    return _records(old, new, _Place((), view, hidden), without)


def whole_details(record: BaseModel, view: View, *, hidden: bool = False) -> Iterator[Detail]:
    """Everything that a new record says, field by field, items of lists one by one."""
    for name, info in type(record).model_fields.items():
        value = getattr(record, name)
        if name in {"id", "title"} or value in (info.default, ()):
            continue
        place = _Place((), view, hidden).inner(field_label(record, name), hidden=view.hides(record, name, value))
        items = [item for item in value if isinstance(item, BaseModel)] if isinstance(value, tuple) else []
        for number, item in enumerate(items, 1):
            at = place if not _speaks(item) else replace(place, where=())
            at = at.inner(item_label(item, number), hidden=_holds_hidden(item, view))
            yield Detail(at.where, State.NEW, whole(Sign.NEW, summary(item), view.shown[1]), at.hidden)
        words = "" if items else field_words(record, name, value)
        if words:
            yield Detail(place.where, State.NEW, whole(Sign.NEW, words, view.shown[1]), place.hidden)


def _holds_hidden(item: BaseModel, view: View) -> bool:
    """Whether what is said of an item in one row holds something for trainers."""
    fields = ((name, getattr(item, name)) for name in type(item).model_fields)
    return any(
        view.hides(item, name, each)
        for name, value in fields
        if value is not None
        for each in (value.values() if isinstance(value, dict) else (value,))
    )


def _records(old: BaseModel, new: BaseModel, place: _Place, without: frozenset[str] = frozenset()) -> Iterator[Detail]:
    for name in type(new).model_fields:
        if name in without:
            continue
        was, now = getattr(old, name), getattr(new, name)
        if was == now:
            continue
        hidden = all(place.view.hides(record, name, value) for record, value in ((old, was), (new, now)))
        inner = place.inner(field_label(new, name), hidden=hidden)
        yield from _values(was, now, new, name, inner)


def _values(was: object, now: object, record: BaseModel, name: str, place: _Place) -> Iterator[Detail]:
    if isinstance(was, BaseModel) and isinstance(now, BaseModel) and type(was) is type(now):
        yield from _records(was, now, place)
    elif isinstance(was, tuple) and isinstance(now, tuple):
        yield from _lists(was, now, record, name, place)
    elif isinstance(was, dict) and isinstance(now, dict):
        for key in dict.fromkeys((*was, *now)):
            if was.get(key) != now.get(key):
                yield from _values(was.get(key), now.get(key), record, name, place.inner(said(key)))
    elif not (isinstance(was, str) and place.view.renamed(was) == now):
        yield from _scalars(field_words(record, name, was), field_words(record, name, now), place)


def _scalars(was: str, now: str, place: _Place) -> Iterator[Detail]:
    """A value that is a few words is shown whole."""
    if max(len(was.split()), len(now.split())) <= _SHORT or not (was and now):
        shown = place.view.shown
        pieces = (*whole(Sign.OLD, was, shown[0]), *whole(Sign.NEW, now, shown[1]))
        short = max(len(was.split()), len(now.split())) <= _SHORT
        state = State.CHANGED if was and now else State.NEW if now else State.GONE
        yield Detail(place.where, state, pieces, place.hidden, short)
    elif pieces := word_diff(was, now, place.view.shown):
        yield Detail(place.where, State.CHANGED, pieces, place.hidden)


def _lists(
    was: Sequence[object], now: Sequence[object], record: BaseModel, name: str, place: _Place
) -> Iterator[Detail]:
    if any(isinstance(item, BaseModel) for item in (*was, *now)):
        old = [item for item in was if isinstance(item, BaseModel)]
        new = [item for item in now if isinstance(item, BaseModel)]
        yield from _items(old, new, replace(place, where=place.where[:-1]), place)
        return
    before = [place.view.renamed(field_words(record, name, item)) for item in was]
    after = [field_words(record, name, item) for item in now]
    if before == after:
        return
    if all(len(item) <= _LONG_ITEM or " " not in item for item in (*before, *after)):
        pieces = tuple(_listed(before, after))
        yield Detail(place.where, State.CHANGED, pieces, place.hidden)
        return
    for old_item, new_item in _alike(before, after):
        yield from _scalars(old_item or "", new_item or "", place)


def _listed(before: Sequence[str], after: Sequence[str]) -> Iterator[Piece]:
    """Short items as one row."""
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            yield Piece(Sign.SAME, ", ".join(after[k:m]))
            continue
        if i < j:
            yield Piece(Sign.OLD, ", ".join(before[i:j]))
        if k < m:
            yield Piece(Sign.NEW, ", ".join(after[k:m]))


def _alike(before: Sequence[str], after: Sequence[str]) -> Iterator[tuple[str | None, str | None]]:
    """Texts that are new versions of each other; None where there is none."""
    gone = [item for item in before if item not in after]
    few = len(gone) * len(after) <= _MANY
    for item in after:
        if item in before:
            continue
        match = next((each for each in gone if few and alike(each, item)), None)
        if match is not None:
            gone.remove(match)
            yield match, item
        else:
            yield None, item
    for item in gone:
        yield item, None


def _items(old: Sequence[BaseModel], new: Sequence[BaseModel], outer: _Place, field: _Place) -> Iterator[Detail]:
    """Items of a list, matched; the list itself is named only where an item cannot speak for itself."""
    partner = _partners(old, new)
    of_new = {goal: place for place, goal in partner.items()}
    plain = replace(outer, hidden=field.hidden)
    for goal, item in enumerate(new):
        place = of_new.get(goal)
        at = plain.inner(item_label(item, goal + 1)) if _speaks(item) else field.inner(item_label(item, goal + 1))
        if place is None:
            yield Detail(at.where, State.NEW, whole(Sign.NEW, summary(item), at.view.shown[1]), at.hidden)
        elif old[place] != item:
            yield from _one(old[place], item, at)
    for place, item in enumerate(old):
        if place not in partner:
            at = plain.inner(item_label(item, place + 1)) if _speaks(item) else field.inner(item_label(item, place + 1))
            yield Detail(at.where, State.GONE, whole(Sign.OLD, summary(item), at.view.shown[0]), at.hidden)
    kept = [partner[place] for place in sorted(partner)]
    if kept != sorted(kept):
        yield Detail((*field.where, text("urutan")), State.MOVED, for_trainers=field.hidden)


def _one(was: BaseModel, now: BaseModel, place: _Place) -> Iterator[Detail]:
    if type(was) is type(now):
        yield from _records(was, now, place)
    else:
        yield from _scalars(summary(was), summary(now), place)


def _speaks(item: BaseModel) -> bool:
    return type(item).__name__ in SPEAKING


def _partners(old: Sequence[BaseModel], new: Sequence[BaseModel]) -> dict[int, int]:
    """Old places with their new ones: what is equal, what says the same under another number, the same id, alike."""
    found: dict[int, int] = {}
    before, after = [item.model_dump_json() for item in old], [item.model_dump_json() for item in new]
    for i, k, size in SequenceMatcher(None, before, after, autojunk=False).get_matching_blocks():
        found.update(zip(range(i, i + size), range(k, k + size), strict=True))
    words_before, words_after = [summary(item) for item in old], [summary(item) for item in new]
    _match(found, len(old), len(new), lambda i, k: before[i] == after[k])
    _match(found, len(old), len(new), lambda i, k: bool(words_before[i]) and words_before[i] == words_after[k])
    _match(found, len(old), len(new), lambda i, k: (id_ := _id(old[i])) is not None and id_ == _id(new[k]))
    named = any(_id(item) is not None for item in (*old, *new))
    if not named and (len(old) - len(found)) * (len(new) - len(found)) <= _MANY:
        _match(found, len(old), len(new), lambda i, k: alike(words_before[i], words_after[k]))
        if len(old) == len(new):  # what is left at the same place is a new version
            _match(found, len(old), len(new), lambda i, k: i == k)
    return found


def _match(found: dict[int, int], old: int, new: int, fits: Callable[[int, int], bool]) -> None:
    taken = set(found.values())
    free = [goal for goal in range(new) if goal not in taken]
    for place in range(old):
        if place not in found:
            goal = next((each for each in free if fits(place, each)), None)
            if goal is not None:
                found[place] = goal
                free.remove(goal)


def _id(item: BaseModel) -> object:
    return getattr(item, "id", None)
