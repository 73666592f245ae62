"""A session that goes to another module: what it leans on in the old one comes along, is named from afar, or is asked.

IUK, pictures and worksheets belong to a module. What nobody but the author can decide is reported, all of it at once.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, Text, text
from curriculum_kit.renaming.edits import Edits, Refused
from curriculum_kit.renaming.uses import formula_uses, head_of, named_sheet, retarget_roles, split_owner
from curriculum_kit.rules.reading import blocks, name_span, named_blocks, parts
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession

UNDECIDED = "MOVE"
"""Stands where findings have the code of their rule."""
_SHOWN = 3


def move_across(
    edits: Edits, module: LoadedModule, session: LoadedSession, target: LoadedModule, iuk: Mapping[str, str]
) -> None:
    """Rewrite what the session says of its module and others say of it. Raises `Refused` with all open questions."""
    shown = {named_sheet(block) for block in session.document.walk()} & module.worksheets.keys()
    sheets = shown - target.worksheets.keys()
    undecided = [
        *_names(session, target),
        *_iuk(edits, module, session, target, iuk),
        *_pictures(session, target),
        *_sheets(edits.curriculum, module, session, target, sheets),
    ]
    if undecided:
        raise Refused(text("ada yang harus Anda tentukan dahulu; tidak ada yang ditulis"), undecided)
    for sheet in sheets:
        edits.moves[module.worksheets[sheet].file] = f"{target.id}/worksheets/{sheet}.yaml"
    names = {block.name for block in session.document.walk() if block.name}
    gone = {session.document.file, *(module.worksheets[sheet].file for sheet in sheets)}
    _retarget(edits, "ref", module, target, gone, lambda rest: rest in names)
    copied = shown - sheets
    _retarget(
        edits, "calc", module, target, gone, lambda rest: head_of(rest) in sheets, lambda rest: head_of(rest) in copied
    )


def _retarget(
    edits: Edits,
    role: str,
    module: LoadedModule,
    target: LoadedModule,
    gone: set[str],
    goes: Callable[[str], bool],
    is_copied: Callable[[str], bool] = lambda _: False,
) -> None:
    """Write the module before a name where it is another one now. `gone` are files that move, `goes` tells names."""

    def written(written: str, around: LoadedModule | None, file: str) -> str:
        home = around.id if around else ""
        owner, rest, qualified = split_owner(written, home)
        moves = owner == module.id and (goes(rest) or (file in gone and not qualified and is_copied(rest)))
        now = target.id if moves else owner
        return f"{now}/{rest}" if qualified or now != (target.id if file in gone else home) else rest

    retarget_roles(edits, role, written)


def _names(session: LoadedSession, target: LoadedModule) -> Iterator[Diagnostic]:
    taken = named_blocks(target)
    for block in session.document.walk():
        if block.name and block.name in taken:
            yield _open(
                name_span(block),
                text('modul {module} sudah mempunyai blok "{name}"', module=target.id, name=block.name),
                text("Ganti dahulu nama salah satunya dengan ck rename block."),
                [name_span(taken[block.name])],
            )


def _iuk(
    edits: Edits, module: LoadedModule, session: LoadedSession, target: LoadedModule, chosen: Mapping[str, str]
) -> Iterator[Diagnostic]:
    """Rewrite the IUK in steps and blocks; the ones that have no counterpart are open questions."""
    words = {iuk.text: iuk.id for iuk in target.record.all_iuk()}
    known = {iuk.id: iuk for iuk in module.record.all_iuk()}
    places: dict[str, list[Span]] = {}
    for id, span in _iuk_places(session):
        places.setdefault(id, []).append(span)
    for id, spans in sorted(places.items()):
        old = known.get(id)
        new = chosen.get(id) or (words.get(old.text) if old else None)
        if new is None or new not in words.values():
            choice = [iuk.id for iuk in target.record.all_iuk() if old is None or iuk.domain == old.domain]
            yield _open(
                spans[0],
                text(
                    'IUK {iuk} dalam {old} ("{words}") tidak mempunyai padanan dalam {new}',
                    iuk=id,
                    old=module.id,
                    words=old.text if old else "?",
                    new=target.id,
                ),
                text(
                    "Sebutkan padanannya dengan --iuk {iuk}=…; pilihannya: {ids}.",
                    iuk=id,
                    ids=", ".join(choice),
                ),
                spans[1:],
            )
            continue
        for span in spans:
            edits.replace(span, id, new)


def _iuk_places(session: LoadedSession) -> Iterator[tuple[str, Span]]:
    for number, step in enumerate(session.plan.record.plan):
        for at, id in enumerate(step.iuk):
            yield id, session.plan.places.value("plan", number, "iuk", at)
    for block in session.document.walk():
        if option := block.options.get("iuk"):
            yield from parts(option.value, option.value_span)


def _pictures(session: LoadedSession, target: LoadedModule) -> Iterator[Diagnostic]:
    for block in session.document.walk():
        name = posixpath.basename(block.argument)
        if block.kind in {"figure", "image"} and name not in target.media:
            yield _open(
                block.argument_span,
                text('gambar "{name}" belum ada dalam modul {module}', name=name, module=target.id),
                text("Salin ke {module}/media, catat dalam media_files di module.yaml, lalu ulangi.", module=target.id),
            )


def _sheets(
    curriculum: Curriculum, module: LoadedModule, session: LoadedSession, target: LoadedModule, sheets: set[str]
) -> Iterator[Diagnostic]:
    """Worksheets come along unless somebody else needs them, or they need others that stay."""
    for sheet in sorted(sheets):
        users = list(_users(curriculum, module, session, sheet, sheets))
        if users:
            yield _open(
                users[0],
                text('lembar kerja "{id}" juga dipakai di luar sesi ini', id=sheet),
                text("Salin {file} ke {module}/worksheets, lalu ulangi.", file=f"{sheet}.yaml", module=target.id),
                users[1:],
            )


def _users(
    curriculum: Curriculum, module: LoadedModule, session: LoadedSession, sheet: str, moving: set[str]
) -> Iterator[Span]:
    """Where a worksheet is needed that stays, and where it needs one that stays."""
    yield from (block.span for of, block in blocks(module) if of is not session and named_sheet(block) == sheet)
    if assessment := module.assessment:
        for number, instrument in enumerate(assessment.record.instruments):
            if instrument.worksheet == sheet:
                yield assessment.places.value("instruments", number, "worksheet")
    for number, referral in enumerate(module.record.plut_referral):
        if sheet in referral.bring:
            yield module.source.places.value("plut_referral", number, "bring", referral.bring.index(sheet))
    for id, source in module.worksheets.items():
        for address, span in formula_uses(curriculum, source, "SHEET"):
            both = {id, head_of(address)}
            if sheet in both and not both <= moving:
                yield span


def _open(span: Span, message: Text, help: Text, others: list[Span] | None = None) -> Diagnostic:
    related = tuple(Related(other, text("juga di sini")) for other in (others or [])[:_SHOWN])
    return Diagnostic(UNDECIDED, Severity.ERROR, message, help, span, related)
