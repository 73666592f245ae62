"""What sessions teach and practise and what instruments assess: for a module whole, and for each programme.

A module is the set of all its sessions. A programme lists fewer; it owes the IUK of the KUK that its sessions teach.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from curriculum_kit.diagnostics import Diagnostic, Related, Span, Text, text
from curriculum_kit.rules.competency import IukUse, Where, iuk_places, iuk_uses
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_whole
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.timing import taught_elements

PRACTICE = frozenset({"discussion", "activity", "check", "reflect", "case", "exercise", "worksheet"})
"""Blocks in which participants do something. Reading, and being shown, is not practice."""

Covers = Callable[[IukUse, frozenset[str]], bool]
"""Whether a use covers its IUK for somebody who sees the given sessions."""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What must cover every IUK, and what is said of one that nothing covers (`message` gets `iuk`).

    Where nothing can cover anything, because the module has no sessions or no assessment, one finding is enough:
    `is_absent` tells, and `absence` is said, or nothing when another rule says it.
    """

    covers: Covers
    message: Text
    help: Text
    is_absent: Callable[[LoadedModule], bool]
    absence: tuple[Text, Text] | None = None


@dataclass(frozen=True, slots=True)
class Gap:
    """An IUK that nothing covers: in the module whole, or in a programme (`programme` is its first session's place)."""

    iuk: str
    place: Span
    programme: Span | None = None


def is_taught(use: IukUse, sessions: frozenset[str]) -> bool:
    """A step of the plan names it."""
    return use.where is Where.PLAN and use.session in sessions


def is_practised(use: IukUse, sessions: frozenset[str]) -> bool:
    """A block in which participants do something names it."""
    block = use.block
    return (
        use.where is Where.BLOCK
        and use.session in sessions
        and block is not None
        and block.kind in PRACTICE
        and not block.trainer_only
    )


def is_assessed(use: IukUse, _: frozenset[str]) -> bool:
    """An instrument that is no pretest names it."""
    return use.where is Where.ASSESSMENT and use.use != "pretest"


def has_no_sessions(module: LoadedModule) -> bool:
    """Whether a module has no session at all."""
    return not module.sessions


def has_no_assessment(module: LoadedModule) -> bool:
    """Whether a module has no `assessment.yaml`."""
    return module.assessment is None


def report(curriculum: Curriculum, context: Context, coverage: Coverage) -> Iterator[Diagnostic]:
    """One finding for each gap."""
    for module in curriculum.modules.values():
        if not _can_be_judged(curriculum, module):
            continue
        if coverage.is_absent(module):
            if coverage.absence and iuk_places(module):
                yield context.finding(module.source.places.key("elements"), *coverage.absence)
            continue
        for gap in _gaps(curriculum, module, coverage.covers):
            said = text(coverage.message.template, iuk=gap.iuk)
            if gap.programme is None:
                yield context.finding(gap.place, said, coverage.help)
            else:
                yield context.finding(
                    gap.programme,
                    text("{what} dalam sesi yang dipilih program ini", what=said),
                    text("Tambahkan sesi yang memuatnya ke daftar sessions program ini."),
                    related=[Related(gap.place, text("IUK itu ada di sini"))],
                )


def _can_be_judged(curriculum: Curriculum, module: LoadedModule) -> bool:
    """Not with a misspelt IUK, a missing session or an unreadable file: that is said already."""
    known = {iuk.id for iuk in module.record.all_iuk()}
    return (
        is_whole(curriculum, module)
        and module.sessions.keys() >= set(module.record.sessions)
        and all(use.iuk in known for use in iuk_uses(module))
    )


def _gaps(curriculum: Curriculum, module: LoadedModule, covers: Covers) -> Iterator[Gap]:
    """The gaps of a module whole, then those that a programme has beyond them."""
    uses, all_iuk = iuk_uses(module), [iuk.id for iuk in module.record.all_iuk()]
    missing = _missing(all_iuk, uses, covers, frozenset(module.sessions))
    yield from (Gap(iuk, iuk_places(module)[iuk]) for iuk in all_iuk if iuk in missing)
    for place, sessions in _choices(curriculum, module):
        lacking = _missing(owed_iuk(module, sessions), uses, covers, sessions) - missing
        yield from (Gap(iuk, iuk_places(module)[iuk], place) for iuk in all_iuk if iuk in lacking)


def _missing(wanted: Iterable[str], uses: Iterable[IukUse], covers: Covers, sessions: frozenset[str]) -> frozenset[str]:
    return frozenset(wanted) - {use.iuk for use in uses if covers(use, sessions)}


def owed_iuk(module: LoadedModule, sessions: frozenset[str]) -> frozenset[str]:
    """The IUK of the KUK of which the sessions teach at least one."""
    elements = taught_elements(module.record, [module.sessions[id] for id in sessions])
    return frozenset(iuk.id for element in elements for kuk in element.kuk for iuk in kuk.iuk)


def _choices(curriculum: Curriculum, module: LoadedModule) -> Iterator[tuple[Span, frozenset[str]]]:
    """The sessions of the module that each programme lists, with the place of the first."""
    for programme in curriculum.programmes.values():
        listed = [
            (path.partition("/")[2], programme.places.value("sessions", number))
            for number, path in enumerate(programme.record.sessions)
            if path.startswith(f"{module.id}/")
        ]
        if listed and all(session in module.sessions for session, _ in listed):
            yield listed[0][1], frozenset(session for session, _ in listed)
