"""A comparison as Markdown, as summaries of jobs and comments on merge requests show it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from curriculum_kit.comparison.model import Comparison, Detail, Piece, Sign, State, Thing, Touched
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

_SPECIAL = re.compile(r"([\\`*_\[\]#|~])")
_TAGS = {Sign.OLD: "del", Sign.NEW: "ins"}


def write(comparison: Comparison, say: Say) -> str:
    """The whole comparison. What the curriculum says can neither become markup nor call anybody."""
    if comparison.is_empty:
        return _plain(say(nothing(comparison))) + "\n"
    blocks = [f"# {_plain(say(heading(comparison)))}", _plain(say(counted(comparison)))]
    blocks += [_plain(say(words)) for words in (*unread(comparison), *form_only(comparison))]
    for part in comparison.parts:
        blocks.append(f"## {_plain(say(part.title))}")
        for thing in part.things:
            blocks += ["\n".join(_thing(thing, say)), _reach(thing.touched, say)]
    return "\n\n".join(block for block in blocks if block) + "\n"


def _thing(thing: Thing, say: Say) -> Iterator[str]:
    yield f"### {_plain(say(thing.title))} ({say(STATES[thing.state])}){_only(thing.for_trainers, say)}"
    yield ""
    for sentence in thing.sentences:
        yield f"- {_plain(say(sentence.words))}{_only(sentence.for_trainers and not thing.for_trainers, say)}"
    for detail in thing.details:
        yield from _detail(detail, thing, say)


def _detail(detail: Detail, thing: Thing, say: Say) -> Iterator[str]:
    where = JOINT.join(_plain(say(label)) for label in detail.where)
    state = state_beside(detail, thing, say)
    words = (" → " if detail.short else " ").join(_run(piece, detail) for piece in shortened(detail))
    yield f"- {where}{state}{_only(detail.for_trainers and not thing.for_trainers, say)}{': ' if words else ''}{words}"


def _run(piece: Piece, detail: Detail) -> str:
    tag = _TAGS.get(piece.sign)
    words = _plain(piece.words)
    return words if tag is None or detail.state is State.MOVED else f"<{tag}>{words}</{tag}>"


def _reach(touched: Touched, say: Say) -> str:
    """Pages and books, folded."""
    pages = sorted(touched.pages | touched.trainer_pages)
    lines = [f"{say(text('Halaman'))}: {', '.join(map(_plain, pages))}"] if pages else []
    lines += [f"{_plain(titles)}: {_plain(scopes)}" for titles, scopes in grouped_books(touched)]
    title = say(text("Halaman dan buku yang terkena"))
    listed = "\n".join(f"- {line}" for line in lines)
    return f"<details><summary>{title}</summary>\n\n{listed}\n\n</details>" if lines else ""


def _only(hidden: bool, say: Say) -> str:  # noqa: FBT001 - the one thing it is about
    return f" **[{say(ONLY_TRAINERS)}]**" if hidden else ""


def _plain(words: str) -> str:
    """Words that are nothing but words."""
    escaped = _SPECIAL.sub(r"\\\1", html.escape(" ".join(words.split()), quote=False))
    return escaped.replace("@", "&#64;")
