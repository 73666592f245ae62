"""A session in both states: its plan field by field, its text passage by passage."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from curriculum_kit.blocks import BLOCKS, GROUPS, TOPICS
from curriculum_kit.comparison.model import Detail, Piece, Sign, State, said
from curriculum_kit.comparison.passages import HEADING, PROSE, Pair, Passage, pairs, passages
from curriculum_kit.comparison.records import View, hidden_field, record_details
from curriculum_kit.comparison.wording import Shown, whole, word_diff
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.source.curriculum import LoadedSession

_KINDS: Mapping[str, Text] = {
    HEADING: text("Judul bagian"),
    PROSE: text("Teks"),
    "figure": text("Gambar"),
    "image": text("Gambar"),
    "chart": text("Grafik"),
    "table": text("Tabel"),
    "list-table": text("Tabel"),
}
_OPTIONS: Mapping[str, Text] = {
    "name": text("nama blok"),
    "iuk": text("IUK"),
    "response": text("cara menjawab"),
    "key": text("kunci"),
    "group": text("kelompok"),
    "materials": text("bahan"),
    "offline": text("tanpa internet"),
    "case": text("kasus"),
    "topic": text("perihal"),
    "alt": text("kata untuk gambar"),
}
_OPTION_VALUES = {"group": GROUPS, "topic": TOPICS}


def session_details(old: LoadedSession | None, new: LoadedSession, shown: tuple[Shown, Shown]) -> Iterator[Detail]:
    """What differs; of a new session everything that it says."""
    after = passages(new.document)
    before = passages(old.document) if old else ()
    if old:
        view = View(hidden_field, shown)
        yield from record_details(old.plan.record, new.plan.record, view, without=frozenset({"title"}))
    titles = {passage.key: _label(passage) for passage in (*before, *after) if passage.key}
    for pair in pairs(before, after):
        yield from _passage(pair, titles, shown)


def _passage(pair: Pair, titles: Mapping[str, Text], shown: tuple[Shown, Shown]) -> Iterator[Detail]:
    passage = pair.new or pair.old
    if passage is None:
        return
    where, hidden = tuple(_where(passage, titles)), passage.for_trainers
    if pair.old is None or pair.new is None:
        sign, state, look = (Sign.NEW, State.NEW, shown[1]) if pair.new else (Sign.OLD, State.GONE, shown[0])
        yield Detail(where, state, whole(sign, passage.text, look), hidden)
        return
    if pair.moved:
        yield Detail(where, State.MOVED, whole(Sign.SAME, passage.text, shown[1]), hidden)
    if pieces := word_diff(pair.old.text, pair.new.text, shown):
        yield Detail(where, State.CHANGED, pieces, hidden)
    if pair.old.title != pair.new.title:
        yield Detail((*where, text("judul")), State.CHANGED, _both(pair.old.title, pair.new.title), hidden, short=True)
    was, now = dict(pair.old.options), dict(pair.new.options)
    for name in dict.fromkeys((*was, *now)):
        if was.get(name) != now.get(name):
            words = _OPTION_VALUES.get(name, {})
            values = (words.get(value, value) for value in (was.get(name, ""), now.get(name, "")))
            label = _OPTIONS.get(name) or said(name)
            yield Detail((*where, label), State.CHANGED, _both(*values), hidden or name == "key", short=True)


def _both(was: str, now: str) -> tuple[Piece, ...]:
    return tuple(Piece(sign, words) for sign, words in ((Sign.OLD, was), (Sign.NEW, now)) if words)


def _where(passage: Passage, titles: Mapping[str, Text]) -> Iterator[Text]:
    if passage.kind == HEADING:
        yield _KINDS[HEADING]
        return
    if passage.heading:
        yield said(passage.heading)
    outer = passage.key
    above = []
    while "/" in outer:
        outer = outer.rsplit("/", 2)[0]
        above.append(titles.get(outer))
    yield from (label for label in reversed(above) if label)
    yield _label(passage)


def _label(passage: Passage) -> Text:
    """What a passage is called: its kind, and its title if it has one."""
    block = BLOCKS.get(passage.kind)
    label = said(block.label) if block else _KINDS.get(passage.kind) or said(passage.kind)
    title = passage.title.rpartition("/")[2]
    return Text("{kind}: {title}", {"kind": label, "title": title}) if title else label
