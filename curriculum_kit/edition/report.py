"""The page "Laporan kurikulum" of the trainer site: hours, alignment and facts by age, in words and links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.indonesian import number_text
from curriculum_kit.overview.alignment import IukRow, ModuleAlignment, Practice, alignment
from curriculum_kit.overview.facts import FactAge, facts_by_age
from curriculum_kit.overview.hours import Hours, ModuleHours, ProgrammeHours, Row, hours, keeps, practice_share
from curriculum_kit.overview.selections import session_number
from curriculum_kit.overview.translations import LanguageTranslated, translations
from curriculum_kit.source.schema.programme import PromisedJp
from curriculum_kit.source.timing import Minutes, jp


@dataclass(frozen=True, slots=True)
class Place:
    """A link, or words where there is no page."""

    words: str
    address: str = ""


@dataclass(frozen=True, slots=True)
class HoursLine:
    """A line of the table of hours. `level` is module, part or sum; `promise` is empty where nothing is promised."""

    level: str
    place: Place
    minutes: str
    jp: tuple[str, ...]
    share: str
    promise: str = ""
    is_kept: bool = True


@dataclass(frozen=True, slots=True)
class IukLine:
    """A line of the matrix. Where nothing is listed, there is a gap."""

    id: str
    domain: str
    text: str
    sessions: tuple[Place, ...]
    blocks: tuple[Place, ...]
    instruments: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Matrix:
    """The alignment of a module."""

    title: str
    gaps: int
    lines: tuple[IukLine, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A programme, or the modules that no programme takes whole."""

    title: str
    hours: tuple[HoursLine, ...]
    matrices: tuple[Matrix, ...]


@dataclass(frozen=True, slots=True)
class FactLine:
    """A fact with its age."""

    id: str
    title: str
    value: str
    status: str
    checked_on: date
    age: str
    recheck_on: date
    is_due: bool
    places: tuple[Place, ...]


@dataclass(frozen=True, slots=True)
class TranslationTable:
    """How far modules are translated into a language: place, and the numbers as printed."""

    language: str
    lines: tuple[tuple[Place, tuple[str, ...], str], ...]


@dataclass(frozen=True, slots=True)
class ReportPage:
    """The whole page."""

    jp_minutes: int
    sections: tuple[Section, ...]
    facts: tuple[FactLine, ...]
    due: int
    translations: tuple[TranslationTable, ...]


OTHER_MODULES = "Modul utuh"


def report_page(context: EditionContext) -> ReportPage:
    """The page of an edition. It holds no answer and no key: only who names what."""
    curriculum = context.curriculum
    time, matrices = hours(curriculum), alignment(curriculum)
    sections = [
        Section(
            programme.title,
            tuple(_programme(programme, time)),
            tuple(_matrix(module, context) for module in aligned.modules),
        )
        for programme, aligned in zip(time.programmes, matrices.programmes, strict=True)
    ]
    if time.modules:
        lines = tuple(line for module in time.modules for line in _module(module, time))
        sections.append(Section(OTHER_MODULES, lines, tuple(_matrix(module, context) for module in matrices.modules)))
    pages = _pages(context)
    aged = facts_by_age(curriculum, context.calculator, context.as_of).facts
    return ReportPage(
        time.jp_minutes,
        tuple(sections),
        tuple(_fact(fact, pages) for fact in aged),
        sum(f.is_due for f in aged),
        tuple(_translations(language) for language in translations(curriculum)),
    )


def _translations(language: LanguageTranslated) -> TranslationTable:
    lines = []
    for scope in language.scopes:
        place = Place(scope.title, f"{scope.id}/index.html") if scope.id else Place("Bagian bersama")
        part = scope.sum
        counts = (part.texts, part.done, part.stale, part.missing, part.words_done, part.words)
        lines.append((place, tuple(map(number_text, counts)), f"{part.percent}%"))
    return TranslationTable(language.language, tuple(lines))


def _programme(programme: ProgrammeHours, time: Hours) -> Iterator[HoursLine]:
    for module in programme.modules:
        yield from _module(module, time)
    if programme.stated.total:
        yield _stated(programme.stated)
    kept = programme.is_kept(time.jp_minutes)
    yield _line("sum", Place("Jumlah program"), programme.minutes, time, programme.promised, is_kept=kept)


def _module(module: ModuleHours, time: Hours) -> Iterator[HoursLine]:
    promised = module.promised
    kept = promised is None or keeps(promised, module.minutes, time.jp_minutes)
    place = Place(f"Modul {module.number}: {module.title}", f"{module.id}/index.html")
    yield _line("module", place, module.minutes, time, promised, is_kept=kept)
    for row in module.sessions:
        yield _line("part", Place(f"{row.number} {row.title}", f"{module.id}/{row.id}.html"), row.minutes, time)
    for row in module.elements:
        yield _line("part", _element(row), row.minutes, time)


def _element(row: Row) -> Place:
    return Place(f"Elemen {row.number}: {row.title}")


def _line(
    level: str, place: Place, minutes: Minutes, time: Hours, promised: PromisedJp | None = None, *, is_kept: bool = True
) -> HoursLine:
    share = practice_share(minutes)
    parts = (minutes.knowledge, minutes.skill, minutes.total)
    return HoursLine(
        level=level,
        place=place,
        minutes=number_text(minutes.total),
        jp=tuple(number_text(jp(part, time.jp_minutes)) for part in parts),
        share="–" if share is None else f"{share}%",
        promise=f"{number_text(promised.knowledge)} + {number_text(promised.skill)}" if promised else "",
        is_kept=is_kept,
    )


def _stated(stated: PromisedJp) -> HoursLine:
    parts = (stated.knowledge, stated.skill, stated.total)
    return HoursLine("module", Place("Di luar modul (dinyatakan program)"), "–", tuple(map(number_text, parts)), "–")


def _matrix(module: ModuleAlignment, context: EditionContext) -> Matrix:
    title = f"Modul {module.number}: {module.title}"
    return Matrix(title, module.gaps, tuple(_iuk(row, module, context) for row in module.rows))


def _iuk(row: IukRow, module: ModuleAlignment, context: EditionContext) -> IukLine:
    def block(practice: Practice) -> Place:
        anchor = context.anchor(module.id, practice.name)
        page = f"{module.id}/{practice.session}.html"
        return Place(anchor.label, f"{page}#{anchor.name}") if anchor else Place(BLOCKS[practice.kind].label, page)

    return IukLine(
        id=row.id,
        domain=labels.DOMAINS[row.domain],
        text=row.text,
        sessions=tuple(Place(module.numbers[id], f"{module.id}/{id}.html") for id in row.taught),
        blocks=tuple(block(practice) for practice in row.practised),
        instruments=tuple(module.instruments[id] for id in row.assessed),
    )


def _pages(context: EditionContext) -> Mapping[str, Place]:
    """The pages of the sessions by file."""
    return {
        session.document.file: Place(f"Sesi {session_number(module, session)}", f"{module.id}/{session.id}.html")
        for module, session in context.curriculum.all_sessions()
    }


def _fact(fact: FactAge, pages: Mapping[str, Place]) -> FactLine:
    files = dict.fromkeys(use.span.file for use in fact.uses)
    return FactLine(
        id=fact.id,
        title=fact.title,
        value=fact.value,
        status=labels.FACT_STATUSES[fact.status],
        checked_on=fact.checked_on,
        age=number_text(fact.age),
        recheck_on=fact.recheck_on,
        is_due=fact.is_due,
        places=tuple(pages.get(file) or Place(file) for file in files),
    )
