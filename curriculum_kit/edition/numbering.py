"""Numbers of exercises, worksheets and figures: counted by module, the same in every edition and programme."""

from __future__ import annotations

from collections import Counter as Tally
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.blocks import BLOCKS, FIGURES, Counter
from curriculum_kit.source.curriculum import LoadedModule, LoadedSession
from curriculum_kit.source.document import BlockUse
from curriculum_kit.texts import said

COUNTER_LABELS = {Counter.EXERCISE: "Latihan", Counter.WORKSHEET: "Lembar kerja", Counter.FIGURE: "Gambar"}


@dataclass(frozen=True, slots=True)
class Anchor:
    """A named block: where it stands, and how it is called in a sentence ("Latihan 5.3")."""

    module_id: str
    session_id: str
    name: str
    label: str
    number: str | None


def counter_of(block: BlockUse) -> Counter | None:
    """The counter that a block raises, or None."""
    if block.kind in FIGURES:
        return Counter.FIGURE
    known = BLOCKS.get(block.kind)
    return known.counter if known else None


def labelled(module: LoadedModule) -> Iterator[tuple[LoadedSession, BlockUse, str, str | None]]:
    """All blocks of a module in order, each with its session, its label and its number (None where it has none).

    Everything is counted in the order of the module's sessions, whatever an audience or a programme skips: "Latihan
    5.3" is the third exercise of module 5 everywhere. Numbered blocks stand where everybody sees them (SAFE920).
    """
    tally: Tally[Counter] = Tally()
    for session in module.sessions.values():
        for block in session.document.walk():
            counter = counter_of(block)
            if counter is None:
                known = BLOCKS.get(block.kind)
                yield session, block, block.argument or (said(known.label) if known else block.kind), None
                continue
            tally[counter] += 1
            number = f"{module.record.number}.{tally[counter]}"
            yield session, block, f"{said(COUNTER_LABELS[counter])} {number}", number


def anchors(module: LoadedModule) -> Mapping[str, Anchor]:
    """The named blocks of a module by name."""
    return {
        block.name: Anchor(module.id, session.id, block.name, label, number)
        for session, block, label, number in labelled(module)
        if block.name is not None
    }
