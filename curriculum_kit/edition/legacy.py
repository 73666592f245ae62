"""The legacy set of KEP.181/LATTAS/XII/2013: what the sessions hold, laid out by element of competence.

`buku-informasi` prints what people read, `buku-kerja` what they do, both with a chapter for each element, and in it
pengetahuan, keterampilan and sikap kerja. Every piece of a session stands in exactly one place of one of the two books.
Where it stands, and what of this form is not confirmed: docs/reference/profiles.md.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from roman_numerals import RomanNumeral

from curriculum_kit.blocks import BLOCKS, TASKS
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.model import ElementModel, InstrumentModel, ModuleModel, SessionModel
from curriculum_kit.edition.pieces import Heading
from curriculum_kit.edition.placing import PARTS, Placed, placed_pieces
from curriculum_kit.source.schema.module import Domain

THEORY_INSTRUMENTS = frozenset({"written-choice", "written-essay", "oral", "interview"})


@dataclass(frozen=True, slots=True)
class Passage:
    """What a part of a chapter takes from one session. `anchor` is empty where the book has the session's already."""

    session: SessionModel
    anchor: str
    html: str


@dataclass(frozen=True, slots=True)
class ChapterPart:
    """A, B or C: its passages in each of the two books, the names of its tasks, and the IUK it serves."""

    letter: str
    domain: Domain
    iuk: tuple[tuple[str, str], ...]
    reading: tuple[Passage, ...]
    tasks: tuple[Passage, ...]
    task_names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """The chapter of an element."""

    element: ElementModel
    parts: tuple[ChapterPart, ...]


@dataclass(frozen=True, slots=True)
class AssessmentPart:
    """A chapter of the assessment book."""

    domain: Domain
    number: str
    title: str
    instruments: tuple[InstrumentModel, ...]


@dataclass(frozen=True, slots=True)
class LegacySet:
    """What the templates of the legacy set ask for."""

    context: EditionContext

    def chapters(self, module: ModuleModel) -> tuple[Chapter, ...]:
        """The chapters of a module, one for each element."""
        loaded = self.context.curriculum.modules[module.id]
        sessions = {session.id: session for session in module.sessions}
        placed = tuple(
            each
            for session in module.sessions
            for each in placed_pieces(self.context, loaded, loaded.sessions[session.id], session.html)
        )
        reading = _Book((each for each in placed if not each.is_task), sessions)
        # A heading goes with the text below it; only where there is none it goes with the tasks.
        tasks = _Book((each for each in placed if each.is_task), sessions, without=reading.headings)

        def part(element: ElementModel, letter: str, domain: Domain) -> ChapterPart:
            place = element.id, domain
            return ChapterPart(
                letter=letter,
                domain=domain,
                iuk=tuple(
                    (str(iuk.id), str(iuk.text)) for kuk in element.view.kuk for iuk in kuk.iuk if iuk.domain == domain
                ),
                reading=reading.passages(place),
                tasks=tasks.passages(place),
                task_names=tuple(
                    each.piece.name for each in placed if each.is_task and (each.element, each.part) == place
                ),
            )

        return tuple(
            Chapter(element, tuple(part(element, letter, domain) for letter, domain in zip("ABC", PARTS, strict=True)))
            for element in module.elements
        )

    @staticmethod
    def assessment(module: ModuleModel) -> tuple[AssessmentPart, ...]:
        """The chapters of the assessment book: theory, practice, attitude."""
        titles = ("Penilaian teori", "Penilaian praktik", "Penilaian sikap kerja")
        return tuple(
            AssessmentPart(
                domain,
                LegacySet.roman(number),
                title,
                tuple(each for each in module.instruments if instrument_part(each) == domain),
            )
            for number, (domain, title) in enumerate(zip(PARTS, titles, strict=True), 1)
        )

    @staticmethod
    def keyed(module: ModuleModel) -> tuple[InstrumentModel, ...]:
        """The instruments with something for the appendix: items, or a rubric that is not the instrument itself."""
        return tuple(
            each for each in module.instruments if each.view.items or (each.view.rubric and not _is_attitude(each))
        )

    @staticmethod
    def block_kinds(*, tasks: bool) -> tuple[str, ...]:
        """The kinds of blocks in the workbook, or in the book to read, in the order of the table of blocks."""
        return tuple(name for name, block in BLOCKS.items() if not block.trainer_only and (name in TASKS) == tasks)

    @staticmethod
    def roman(number: int) -> str:
        """The number of a chapter: BAB IV."""
        return str(RomanNumeral(number))


def instrument_part(instrument: InstrumentModel) -> Domain:
    """The chapter of the assessment book in which an instrument stands."""
    if _is_attitude(instrument):
        return "attitude"
    return "knowledge" if instrument.view.kind in THEORY_INSTRUMENTS else "skill"


def _is_attitude(instrument: InstrumentModel) -> bool:
    return bool(instrument.view.kind == "attitude")


class _Book:
    """The pieces that one book prints. Headings stand before their first piece; anchors stand in the book once."""

    def __init__(
        self, placed: Iterable[Placed], sessions: dict[str, SessionModel], without: frozenset[str] = frozenset()
    ) -> None:
        self._placed = tuple(placed)
        self._sessions = sessions
        self._without = without
        self._anchors: set[str] = set()
        self.headings = frozenset(heading.anchor for each in self._placed for heading in each.piece.headings)

    def passages(self, place: tuple[str, Domain]) -> tuple[Passage, ...]:
        """What stands in a part of a chapter, session by session. Places must be asked for in the order of the book."""
        here = (each for each in self._placed if (each.element, each.part) == place)
        return tuple(
            Passage(
                self._sessions[session_id],
                self._once(f"{self._sessions[session_id].module_id}--{session_id}"),
                "".join(self._text(group)),
            )
            for session_id, group in groupby(here, key=lambda each: each.session_id)
        )

    def _text(self, group: Iterable[Placed]) -> Iterator[str]:
        last: tuple[Heading, ...] = ()
        for each in group:
            headings = each.piece.headings
            common = sum(1 for pair in zip(headings, last, strict=False) if pair[0] == pair[1])
            for heading in headings[common:]:
                if heading.anchor not in self._without:
                    yield heading.html(self._once(heading.anchor))
            last = headings
            yield each.piece.html

    def _once(self, anchor: str) -> str:
        if anchor in self._anchors:
            return ""
        self._anchors.add(anchor)
        return anchor
