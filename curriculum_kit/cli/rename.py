"""`ck rename`: another name for a thing, everywhere at once."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curriculum_kit.cli import FOUND, OK, say, show
from curriculum_kit.cli.asking import FOLDER, curriculum_at
from curriculum_kit.cli.speech import lang_option
from curriculum_kit.diagnostics import Diagnostic, text
from curriculum_kit.texts import translator

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from curriculum_kit.renaming import Edits
    from curriculum_kit.source.curriculum import Curriculum

KINDS = ("session", "module", "block", "fact", "term", "worksheet", "case")
DIFF = text("Tunjukkan perubahannya sebagai diff, tanpa menulis apa pun.")


@click.command(
    help=text(
        "Mengganti nama sesi, modul, blok, fakta, istilah, lembar kerja, atau kasus beserta semua rujukannya.\n\n"
        "LAMA adalah namanya sekarang; yang ada dalam modul ditulis dengan modulnya, misalnya kwu-05/hpp-keripik. "
        "Hanya kata yang berganti yang ditulis ulang. Bila hasilnya memuat kesalahan baru, tidak ada yang ditulis."
    ).format()
)
@click.argument("kind", metavar="JENIS", type=click.Choice(KINDS))
@click.argument("old", metavar="LAMA")
@click.argument("new", metavar="BARU")
@click.option("--diff", is_flag=True, help=DIFF.format())
@click.option("--folder", type=click.Path(path_type=Path), help=FOLDER.format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def rename(ctx: click.Context, kind: str, old: str, new: str, folder: Path | None, *, diff: bool, lang: str) -> None:
    """Rename, or show what would change."""
    from curriculum_kit.renaming import Kind, renamed

    loaded = curriculum_at(ctx, folder)
    carry_out(ctx, loaded, lambda: renamed(loaded, Kind(kind), old, new), lang, diff=diff)


def carry_out(ctx: click.Context, loaded: Curriculum, plan: Callable[[], Edits], lang: str, *, diff: bool) -> None:
    """Make a plan, look at what would come of it, and write it or show it."""
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.renaming import Refused, outcome
    from curriculum_kit.source.memory import memory_of

    translate = translator(lang)
    root = loaded.root
    try:
        edits = plan()
        result = outcome(edits, as_of_date(None, root, building=False), memory_of(root))
    except Refused as refusal:
        show(_listed(refusal.undecided, root, lang))
        say(refusal.words.format(translate)[:1].upper() + refusal.words.format(translate)[1:])
        ctx.exit(FOUND)
    if result.errors:
        show(_listed(result.errors, root, lang))
        words = text(
            "Perubahan ini menimbulkan {count} kesalahan baru; tidak ada yang ditulis.", count=len(result.errors)
        )
        say(words.format(translate))
        ctx.exit(FOUND)
    if diff:
        show(result.diff(os.path.relpath(root)))
        ctx.exit(OK)
    if not result.before:
        show(text("Tidak ada yang berubah.").format(translate) + "\n")
    result.write()
    for was, now in _moves(root, result.moves):
        show(text("dipindah: {old} → {new}", old=_shown(root, was), new=_shown(root, now)).format(translate) + "\n")
    for file in sorted(file for file in result.before if file not in result.moves):
        show(text("diubah: {file}", file=_shown(root, file)).format(translate) + "\n")
    for note in edits.notes:
        show(note.format(translate) + "\n")
    ctx.exit(OK)


def _moves(root: Path, moves: Mapping[str, str]) -> list[tuple[str, str]]:
    """The files that moved, a folder that moved whole as one."""
    folders = {(was.partition("/")[0], now.partition("/")[0]) for was, now in moves.items()}
    whole = {(was, now) for was, now in folders if was != now and not (root / was).exists()}
    parts = {pair for pair in moves.items() if tuple(file.partition("/")[0] for file in pair) not in whole}
    return sorted(whole | parts)


def _listed(found: Iterable[Diagnostic], root: Path, lang: str) -> str:
    """Findings line by line, without the lines of the files: these may be lines that were never written."""
    translate = translator(lang)
    lines = []
    for finding in found:
        span = finding.span
        place = f"{_shown(root, span.file)}:{span.line}:{span.column}"
        lines.append(f"{place}: {finding.code} {finding.message.format(translate)}\n")
        for other in finding.related:
            place = f"{_shown(root, other.span.file)}:{other.span.line}:{other.span.column}"
            lines.append(f"  {place}: {other.message.format(translate)}\n")
        lines.append(f"  {finding.help.format(translate)}\n")
    return "".join(lines)


def _shown(root: Path, file: str) -> str:
    return os.path.relpath(root / file)
