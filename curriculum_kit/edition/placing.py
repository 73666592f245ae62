"""Where the pieces of a session stand in the legacy set: in which book, in which chapter, in which part of it.

The chapter is that of the element, the part that of the domain of the IUK which a block names. A block without IUK goes
by its kind, and with the text around it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.pieces import Piece, pieces
from curriculum_kit.source.curriculum import LoadedModule, LoadedSession
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.schema.module import Domain
from curriculum_kit.source.timing import element_minutes

PARTS: tuple[Domain, ...] = ("knowledge", "skill", "attitude")
"""A, B and C of a chapter. What is read stands in the first that its IUK name."""
TASK_ORDER: tuple[Domain, ...] = ("skill", "knowledge", "attitude")
"""Whoever does something with knowledge practises: a task with IUK of both stands with the practice."""
PRACTICE = frozenset({"activity", "worksheet", "discussion"})
"""Tasks without IUK that stand with the practice; the others are theory."""


@dataclass(frozen=True, slots=True)
class Placed:
    """A piece of a session with its place: book, chapter and part of the chapter."""

    piece: Piece
    session_id: str
    is_task: bool
    element: str
    part: Domain


def placed_pieces(context: EditionContext, module: LoadedModule, session: LoadedSession, html: str) -> Iterator[Placed]:
    """The pieces of a session with their places. `html` is the session rendered for books, slots unfilled.

    Raises ValueError when the blocks of the text are not those of the source.
    """
    domains: dict[str, Domain] = {iuk.id: iuk.domain for iuk in module.record.all_iuk()}
    found = tuple(pieces(html))
    uses = _uses(context, session, found)
    for _, group in groupby(zip(found, uses, strict=True), key=lambda pair: pair[0].headings):
        members = tuple(group)
        elements = _filled([use.iuk[0].partition(".")[0] if use and use.iuk else "" for _, use in members])
        for (piece, use), element in zip(members, elements, strict=True):
            is_task = use is not None and use.is_task
            yield Placed(
                piece,
                session.id,
                is_task,
                element or _element_of(module, session),
                _part_of(piece.kind, {domains[iuk] for iuk in use.iuk} if use else set(), is_task=is_task),
            )


def _uses(context: EditionContext, session: LoadedSession, found: Iterable[Piece]) -> list[BlockUse | None]:
    """The source of each piece that is a block: they stand in the same order."""
    blocks = iter(
        block
        for block in session.document.blocks
        if block.kind in BLOCKS and context.audience in BLOCKS[block.kind].audience
    )
    uses = [next(blocks, None) if piece.kind else None for piece in found]
    if [use and use.kind for use in uses] != [piece.kind or None for piece in found] or next(blocks, None):
        raise ValueError(f"the blocks of session {session.id} were not rendered as they were read")
    return uses


def _filled(elements: list[str]) -> list[str]:
    """What names no element goes with what stands before it, at the beginning with what comes next."""
    last = next(filter(None, elements), "")
    return [last := element or last for element in elements]


def _element_of(module: LoadedModule, session: LoadedSession) -> str:
    """The element that the session gives the most time to."""
    return max((element.id for element in module.record.elements), key=lambda id: element_minutes(id, [session]).total)


def _part_of(kind: str, domains: set[Domain], *, is_task: bool) -> Domain:
    """The part of the chapter, by the IUK that a block names, otherwise by its kind."""
    order = TASK_ORDER if is_task else PARTS
    by_kind: Domain = "skill" if kind in PRACTICE else "knowledge"
    return next((domain for domain in order if domain in domains), by_kind)
