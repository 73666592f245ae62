"""A comparison for people at a terminal: one line for each thing, below it what was and what is."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap

from curriculum_kit.comparison.model import Comparison, Detail, Sign, State, Thing, Touched
from curriculum_kit.diagnostics import text
from curriculum_kit.report.diff_words import (
    JOINT,
    ONLY_TRAINERS,
    STATES,
    Say,
    counted,
    form_only,
    grouped_books,
    heading,
    nothing,
    shortened,
    state_beside,
    unread,
)
from curriculum_kit.report.tables import WIDTH

_COLORS = {State.NEW: "32", State.GONE: "31", State.MOVED: "36", State.CHANGED: "33"}
_SPARE = 12
"""Room for what stands around the values."""
_MARKS = {State.NEW: "+", State.GONE: "-", State.MOVED: ">", State.CHANGED: "~"}
_BOLD, _DIM, _OLD, _NEW = "1", "2", "31;9", "32"


def write(comparison: Comparison, say: Say, *, color: bool = False) -> str:
    """The whole comparison. Without colour, old words stand in `[-…-]` and new ones in `{+…+}`, as git has it."""
    if comparison.is_empty:
        return say(nothing(comparison)) + "\n"
    writer = _Writer(say, color=color)
    blocks = [writer.paint(say(heading(comparison)), _BOLD)]
    blocks += ["\n".join(_lines(say(words), "")) for words in (*unread(comparison), *form_only(comparison))]
    for part in comparison.parts:
        things = "\n\n".join("\n".join(writer.thing(thing)) for thing in part.things)
        blocks.append(f"{writer.paint(say(part.title), _BOLD)}\n\n{things}")
    blocks.append(say(counted(comparison)))
    return "\n\n".join(blocks) + "\n"


class _Writer:
    def __init__(self, say: Say, *, color: bool) -> None:
        self.say = say
        self.color = color

    def paint(self, words: str, code: str) -> str:
        return f"\x1b[{code}m{words}\x1b[0m" if self.color else words

    def only(self, hidden: bool) -> str:  # noqa: FBT001 - the one thing it is about
        return f"[{self.say(ONLY_TRAINERS)}] " if hidden else ""

    def thing(self, thing: Thing) -> Iterator[str]:
        state = self.paint(f"{_MARKS[thing.state]} {self.say(STATES[thing.state])}", _COLORS[thing.state])
        only = self.only(thing.for_trainers)
        yield f"{state}: {only}{self.paint(self.say(thing.title), _BOLD)}  {self.paint(thing.file, _DIM)}"
        for sentence in thing.sentences:
            only = self.only(sentence.for_trainers and not thing.for_trainers)
            yield from _lines(f"{only}{self.say(sentence.words)}", "    ")
        for detail in thing.details:
            yield from self.detail(detail, thing)
        yield from self.touched(thing.touched)

    def detail(self, detail: Detail, thing: Thing) -> Iterator[str]:
        where = JOINT.join(map(self.say, detail.where))
        only = self.only(detail.for_trainers and not thing.for_trainers)
        state = state_beside(detail, thing, self.say)
        head = f"{only}{where}{state}"
        if detail.short and detail.state is State.CHANGED:
            was, now = detail.side(Sign.OLD), detail.side(Sign.NEW)
            values = f"{self.paint(was or '–', _OLD)} → {self.paint(now or '–', _NEW)}"
            if len(head) + len(was) + len(now) > WIDTH - _SPARE:
                yield from _lines(f"{head}:", "    ")
                yield f"        {values}"
            else:
                yield f"    {head}: {values}"
            return
        words = " ".join(_marked(detail))
        if words and len(head) + len(words) <= WIDTH - _SPARE:
            yield f"    {head}: {''.join(self._painted(words)).lstrip(' ')}"
            return
        yield from _lines(head + (":" if words else ""), "    ")
        if words:
            yield from self._painted(words)

    def _painted(self, words: str) -> Iterator[str]:
        """The words in lines that fit; the marks become colours where there are any."""
        lines = list(_lines(words, " " * 8))
        if not self.color:
            yield from lines
            return
        open_ = ""
        for line in lines:
            shown = f"{line[:8]}\x1b[{open_}m{line[8:]}" if open_ else line
            for mark, code in (("[-", _OLD), ("{+", _NEW)):
                shown = shown.replace(mark, f"\x1b[{code}m")
            shown = shown.replace("-]", "\x1b[0m").replace("+}", "\x1b[0m")
            last = max((line.rfind(mark), code) for mark, code in (("[-", _OLD), ("{+", _NEW)))
            closed = max(line.rfind("-]"), line.rfind("+}"))
            open_ = (last[1] if last[0] > closed else "") if max(last[0], closed) >= 0 else open_
            yield f"{shown}\x1b[0m" if open_ else shown

    def touched(self, touched: Touched) -> Iterator[str]:
        for label, pages in (
            (text("Halaman"), touched.pages),
            (text("Halaman situs pelatih"), touched.only_for_trainers),
        ):
            if pages:
                yield from self._dim(f"{self.say(label)}: {', '.join(sorted(pages))}")
        books = "; ".join(f"{titles}: {scopes}" for titles, scopes in grouped_books(touched))
        if books:
            yield from self._dim(self.say(text("Buku: {books}", books=books)))

    def _dim(self, words: str) -> Iterator[str]:
        return (self.paint(line, _DIM) for line in _lines(words, "    "))


def _marked(detail: Detail) -> Iterator[str]:
    for piece in shortened(detail):
        if piece.sign is Sign.SAME or detail.state is not State.CHANGED:
            yield piece.words
        else:
            yield f"[-{piece.words}-]" if piece.sign is Sign.OLD else f"{{+{piece.words}+}}"


def _lines(words: str, indent: str) -> Iterator[str]:
    return iter(
        wrap(words, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False,
             break_long_words=False)
    )  # fmt: skip
