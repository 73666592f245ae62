"""What the templates lay out: the curriculum of one audience as plain data, with text already rendered.

Templates hold no content logic: every number, label and order is decided here. Records come projected
(`curriculum_kit.audience`), so a template cannot reach what its audience may not see.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from curriculum_kit.audience import Audience, View, project
from curriculum_kit.blocks import BLOCKS
from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.sources import field_key
from curriculum_kit.indonesian import number_text
from curriculum_kit.overview.selections import session_number
from curriculum_kit.source.curriculum import LoadedModule, LoadedSession, Loc, Share
from curriculum_kit.source.schema.assessment import Instrument
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.module import Element
from curriculum_kit.source.timing import Minutes, element_minutes, jp, session_minutes, taught_elements, total_minutes


@dataclass(frozen=True, slots=True)
class Markdown:
    """The rendered Markdown fields of one file. A field that the audience may not see was never rendered."""

    file: str
    fields: Mapping[str, str]

    def __call__(self, *loc: str | int) -> str:
        """The HTML of a field; KeyError when there is none, which stops the build."""
        return self.fields[field_key(self.file, loc)]

    def has(self, *loc: str | int) -> bool:
        """Whether the field was written."""
        return field_key(self.file, loc) in self.fields

    def inline(self, *loc: str | int) -> str:
        """The HTML without the paragraph around it, for table cells and sentences."""
        html = self(*loc).strip()
        if html.startswith("<p>") and html.endswith("</p>") and html.count("<p>") == 1:
            return html[3:-4]
        return html


@dataclass(frozen=True, slots=True)
class Jp:
    """JP of a part: knowledge, skill and total, as printed ("1,5"), and the minutes behind them."""

    knowledge: str
    skill: str
    total: str
    minutes: int


@dataclass(frozen=True, slots=True)
class StepModel:
    """A step of the session plan. `start` and `end` count minutes from the beginning of the session."""

    phase: str
    kind: str
    kind_label: str
    minutes: int
    start: int
    end: int
    iuk: tuple[str, ...]
    method: str
    participants: str
    trainer: str
    block_label: str
    block_name: str


@dataclass(frozen=True, slots=True)
class SessionModel:
    """A session: its text for the audience and its plan. `number` counts the sessions of the module ("5.2").

    `share` says of a translation how much of the session it covers.
    """

    id: str
    module_id: str
    number: str
    title: str
    objective: str
    address: str
    html: str
    jp: Jp
    teaching_minutes: int
    total_minutes: int
    iuk: tuple[str, ...]
    steps: tuple[StepModel, ...]
    activity_kinds: tuple[str, ...]
    materials: tuple[str, ...]
    sheets: tuple[str, ...]
    room_layout: str
    media: tuple[str, ...]
    share: Share | None


@dataclass(frozen=True, slots=True)
class ElementModel:
    """An element with its KUK and IUK, time, and the sessions that teach it."""

    id: str
    title: str
    view: View
    jp: Jp
    sessions: tuple[SessionModel, ...]


@dataclass(frozen=True, slots=True)
class InstrumentModel:
    """An instrument of the assessment (trainers only). `index` is its place in the file: Markdown fields go by it."""

    index: int
    view: View
    iuk: tuple[str, ...]
    prints_items: bool
    is_sheet: bool
    is_written: bool

    @property
    def counts(self) -> bool:
        """Whether it counts as assessing its IUK; a pretest does not."""
        return bool(self.view.use != "pretest")

    @property
    def decides(self) -> bool:
        """Whether it ends in Kompeten or Belum Kompeten: what is done on the way, perhaps at home, does not."""
        return bool(self.view.use == "final")


@dataclass(frozen=True, slots=True)
class ModuleModel:
    """A module, whole or reduced to the sessions of a programme."""

    id: str
    number: int
    title: str
    draft: bool
    view: View
    md: Markdown
    jp: Jp
    elements: tuple[ElementModel, ...]
    sessions: tuple[SessionModel, ...]
    acuan: tuple[View, ...]
    instruments: tuple[InstrumentModel, ...]
    assessment_md: Markdown | None
    sheets: tuple[str, ...]
    practice_sheets: tuple[str, ...]
    worksheet_titles: Mapping[str, str]


UNPRINTED_ITEMS = frozenset({"oral", "interview", "observation", "attitude"})
"""Kinds of instruments whose items are for the assessor alone."""


def practice_sheets(module: LoadedModule, sessions: Iterable[LoadedSession]) -> tuple[str, ...]:
    """The worksheets with a key that these sessions use, in the order of use."""
    return used_sheets(module, sessions, frozenset({"practice"}))


def used_sheets(
    module: LoadedModule, sessions: Iterable[LoadedSession], modes: frozenset[str] = frozenset({"practice", "own"})
) -> tuple[str, ...]:
    """The worksheets of these modes that the sessions use, in the order of use; by default those that are filled in."""
    used = dict.fromkeys(block.sheet for session in sessions for block in session.document.walk())
    return tuple(
        sheet_id
        for sheet_id in used
        if sheet_id in module.worksheets and module.worksheets[sheet_id].record.mode in modes
    )


class Builder:
    """Makes the models of one edition for one medium. `fragments` are rendered sessions and fields as HTML."""

    def __init__(self, context: EditionContext, sessions: Mapping[str, str], fields: Mapping[str, str]) -> None:
        """Bind to an edition and its rendered text."""
        self.context = context
        self.rendered = sessions
        self.fields = fields
        self._sessions: dict[tuple[str, str], SessionModel] = {}
        self._views: dict[int, View] = {}
        settings = context.curriculum.settings
        self.jp_minutes = settings.record.jp_minutes if settings else 45

    def md(self, file: str) -> Markdown:
        """The rendered fields of a file."""
        return Markdown(file, self.fields)

    def jp(self, minutes: Minutes) -> Jp:
        """Minutes as JP."""
        parts = (minutes.knowledge, minutes.skill, minutes.total)
        knowledge, skill, total = (number_text(jp(part, self.jp_minutes)) for part in parts)
        return Jp(knowledge, skill, total, minutes.total)

    def view(self, record: Record) -> View:
        """What the audience may see of a record of the curriculum; made once, because programmes share modules."""
        return self._views.get(id(record)) or self._views.setdefault(id(record), project(record, self.context.audience))

    def module(self, module: LoadedModule, only: Iterable[str] | None = None) -> ModuleModel:
        """A module; with `only` (session ids, in order) reduced to what these sessions teach."""
        chosen = [session for session in module.sessions.values() if only is None or session.id in set(only)]
        sessions = {session.id: self.session(module, session) for session in chosen}
        elements = taught_elements(module.record, chosen) if only is not None else module.record.elements
        trainer = self.context.audience is Audience.TRAINER
        assessment = module.assessment if trainer else None
        covered = {iuk.id for element in elements for kuk in element.kuk for iuk in kuk.iuk}
        instruments = tuple(
            self.instrument(index, instrument)
            for index, instrument in enumerate(assessment.record.instruments if assessment else ())
            if instrument.iuk() & covered or not instrument.iuk()
        )
        return ModuleModel(
            id=module.id,
            number=module.record.number,
            title=module.record.title,
            draft=module.record.status == "draft",
            view=self.view(module.record),
            md=self.md(module.source.file),
            jp=self.jp(total_minutes(chosen)),
            elements=tuple(self.element(element, chosen, sessions) for element in elements),
            sessions=tuple(sessions.values()),
            acuan=self.acuan(module),
            instruments=instruments,
            assessment_md=self.md(assessment.file) if assessment else None,
            sheets=tuple(module.worksheets),
            practice_sheets=practice_sheets(module, chosen),
            worksheet_titles={sheet_id: sheet.record.title for sheet_id, sheet in module.worksheets.items()},
        )

    def instrument(self, index: int, instrument: Instrument) -> InstrumentModel:
        """An instrument; what the assessor reads aloud or ticks is no sheet for participants."""
        prints_items = bool(instrument.items) and instrument.kind not in UNPRINTED_ITEMS
        return InstrumentModel(
            index=index,
            view=self.view(instrument),
            iuk=tuple(sorted(instrument.iuk())),
            prints_items=prints_items,
            is_sheet=prints_items or bool(instrument.task or instrument.worksheet),
            is_written=instrument.is_written,
        )

    def element(
        self, element: Element, chosen: list[LoadedSession], sessions: Mapping[str, SessionModel]
    ) -> ElementModel:
        """An element with the time the sessions give it."""
        return ElementModel(
            id=element.id,
            title=element.title,
            view=project(element, self.context.audience),
            jp=self.jp(element_minutes(element.id, chosen)),
            sessions=tuple(
                session for session in sessions.values() if any(iuk.split(".")[0] == element.id for iuk in session.iuk)
            ),
        )

    def acuan(self, module: LoadedModule) -> tuple[View, ...]:
        """The cited units with title and regulation."""
        found = []
        for acuan in module.record.unit.acuan:
            standard = self.context.curriculum.standards[acuan.standard].record
            unit = next(unit for unit in standard.units if unit.code == acuan.code)
            found.append(
                View({"code": unit.code, "title": unit.title, "regulation": standard.regulation, "note": acuan.note})
            )
        return tuple(found)

    def session(self, module: LoadedModule, session: LoadedSession) -> SessionModel:
        """A session with its plan; made once, whatever programmes it stands in."""
        key = module.id, session.id
        return self._sessions.get(key) or self._sessions.setdefault(key, self._session(module, session))

    def _session(self, module: LoadedModule, session: LoadedSession) -> SessionModel:
        plan = session.plan.record
        trainer = self.context.audience is Audience.TRAINER
        md = self.md(session.plan.file)
        steps, start = [], 0
        for index, step in enumerate(plan.plan):
            block = self.context.anchors[module.id].get(step.block or "")
            loc: Loc = ("plan", index)
            steps.append(
                StepModel(
                    phase=labels.PHASES[step.phase],
                    kind=step.kind,
                    kind_label=labels.STEP_KINDS[step.kind],
                    minutes=step.minutes,
                    start=start,
                    end=start + step.minutes,
                    iuk=step.iuk,
                    method=step.method or "",
                    participants=md.inline(*loc, "participants"),
                    trainer=md.inline(*loc, "trainer") if trainer and step.trainer else "",
                    block_label=block.label if block else "",
                    block_name=block.name if block else "",
                )
            )
            start += step.minutes
        blocks = list(session.document.walk())
        translation = self.context.curriculum.translation
        return SessionModel(
            id=session.id,
            module_id=module.id,
            number=session_number(module, session),
            title=plan.title,
            objective=plan.objective,
            address=f"{module.id}/{session.id}.html",
            html=self.rendered.get(f"{module.id}/{session.id}", ""),
            jp=self.jp(session_minutes(session)),
            teaching_minutes=plan.teaching_minutes,
            total_minutes=plan.total_minutes,
            iuk=tuple(dict.fromkeys(iuk for step in plan.plan for iuk in step.iuk)),
            steps=tuple(steps),
            activity_kinds=tuple(
                dict.fromkeys(b.kind for b in blocks if b.kind in BLOCKS and BLOCKS[b.kind].is_activity_kind)
            ),
            materials=tuple(b.options["materials"].value for b in blocks if "materials" in b.options),
            sheets=used_sheets(module, [session]),
            room_layout=(plan.room_layout or "") if trainer else "",
            media=plan.media if trainer else (),
            share=translation.shares.get(session.document.file) if translation else None,
        )
