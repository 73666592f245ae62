"""`ck check`: what is wrong in the curriculum, where, and what to do."""

from __future__ import annotations

import gc
import os
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import partial
from pathlib import Path

import click

from curriculum_kit.cli import FOUND, OK, say, show
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder, translate_of
from curriculum_kit.diagnostics import Diagnostic, Severity, did_you_mean, text

SETTINGS_FILE = "curriculum.yaml"
DEFAULT_FOLDER = "modules"


class Day(click.ParamType[date]):
    """A date on the command line."""

    name = "YYYY-MM-DD"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Read a date."""
        try:
            return value if isinstance(value, date) else date.fromisoformat(str(value))
        except ValueError:
            words = text('"{value}" bukan tanggal; tulis seperti 2025-12-01', value=value)
            self.fail(words.format(translate_of(ctx)), param, ctx)


class Codes(click.ParamType[tuple[str, ...]]):
    """Rule codes or their beginnings, separated by commas: `REF301,SAFE`."""

    name = "KODE"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Read codes; each must begin at least one known code."""
        if isinstance(value, tuple):
            return value
        from curriculum_kit.rules import rules

        codes = tuple(code.strip().upper() for code in str(value).split(",") if code.strip())
        for code in codes:
            if not any(known.startswith(code) for known in rules()):
                hint = did_you_mean(code, rules())
                words = text('kode "{code}" tidak dikenal{hint}', code=code, hint=hint)
                self.fail(words.format(translate_of(ctx)), param, ctx)
        return codes


@click.command(
    help=text(
        "Memeriksa kurikulum dan menunjukkan setiap kesalahan beserta tempat dan cara memperbaikinya.\n\n"
        "LOKASI adalah folder kurikulum, folder modul, atau berkas di dalamnya (bawaan: modules). Seluruh kurikulum "
        "selalu diperiksa; yang ditampilkan hanya temuan di LOKASI."
    ).format()
)
@click.argument("paths", metavar="[LOKASI]…", nargs=-1, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "json", "github", "gitlab", "sarif"]),
    default="text",
    show_default=True,
    help=text("Bentuk hasil.").format(),
)
@click.option(
    "--select", type=Codes(), default=(), help=text("Hanya kode ini (atau awalannya), dipisah koma.").format()
)
@click.option("--ignore", type=Codes(), default=(), help=text("Tanpa kode ini (atau awalannya).").format())
@click.option("--strict", is_flag=True, help=text("Peringatan dihitung sebagai kesalahan.").format())
@click.option("--fix", is_flag=True, help=text("Perbaiki yang dapat diperbaiki dengan pasti.").format())
@click.option(
    "--diff", is_flag=True, help=text("Tunjukkan baris yang akan diubah oleh --fix, tanpa menulis apa pun.").format()
)
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal penilaian fakta (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def check(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    paths: tuple[Path, ...],
    style: str,
    select: tuple[str, ...],
    ignore: tuple[str, ...],
    *,
    strict: bool,
    fix: bool,
    diff: bool,
    as_of: date | None,
    lang: str,
) -> None:
    """Check the curricula that hold `paths` and leave with 1 when something is wrong."""
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report import openable, written

    def is_chosen(diagnostic: Diagnostic) -> bool:
        code = diagnostic.code
        return (not select or code.startswith(select)) and not code.startswith(ignore)

    shown: list[Diagnostic] = []
    changes = ""
    for root, wanted in _roots(paths or (Path(DEFAULT_FOLDER),), ctx).items():
        asked = partial(_is_asked, is_chosen, root, wanted)
        day = as_of_date(as_of, root, building=False)
        if fix or diff:
            found, changed = _mended(root, day, asked, write=not diff)
            changes += changed
        else:
            found = _findings(root, day)
        shown += openable(filter(asked, found), root)
    if diff:
        show(changes)
        ctx.exit(FOUND if changes else OK)
    show(written(shown, style, lang))
    fatal = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    ctx.exit(FOUND if any(d.severity in fatal for d in shown) else OK)


def _findings(root: Path, as_of: date) -> tuple[Diagnostic, ...]:
    from curriculum_kit.source.fingerprint import fingerprint
    from curriculum_kit.source.memory import memory_of

    gc.disable()  # the process is over before memory could run out
    memory = memory_of(root)

    whole, seen = fingerprint(root) or (None, {})

    def look() -> tuple[Diagnostic, ...]:
        from curriculum_kit.rules import run
        from curriculum_kit.source.loader import load

        loaded = load(root, memory=memory, contents=seen)
        return run(loaded.curriculum, loaded.diagnostics, as_of, memory)

    found = memory.recall("check", (as_of.isoformat(), whole), tuple[Diagnostic, ...], look) if whole else look()
    memory.write()
    return found


def _mended(
    root: Path, as_of: date, asked: Callable[[Diagnostic], bool], *, write: bool
) -> tuple[tuple[Diagnostic, ...], str]:
    """What is left after mending, and the changes as a diff. Unless `write` is false, the files are changed."""
    from curriculum_kit.mending import mend, write_mended
    from curriculum_kit.source.memory import memory_of

    memory = memory_of(root)
    mended = mend(root, as_of, asked, memory)
    memory.write()
    if write:
        write_mended(root, mended)
        say(text("{count} perbaikan, {files} berkas berubah.", count=mended.count, files=len(mended.after)).format())
    return mended.diagnostics, mended.diff(os.path.relpath(root))


def _is_asked(chosen: Callable[[Diagnostic], bool], root: Path, wanted: Sequence[Path], diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic is `chosen` and its file is one of the paths or lies below one."""
    folders = (Path(os.path.abspath(path)) for path in wanted)  # noqa: PTH100
    path = root / diagnostic.span.file
    return chosen(diagnostic) and any(path.is_relative_to(f) or root.is_relative_to(f) for f in folders)


def _roots(paths: Iterable[Path], ctx: click.Context) -> dict[Path, list[Path]]:
    """The curriculum folders that hold the paths, each with the paths asked for."""
    roots: dict[Path, list[Path]] = {}
    for path in paths:
        if not path.exists():
            raise no_folder(path, ctx)
        roots.setdefault(root_of(path, ctx), []).append(path)
    return roots


def root_of(path: Path, ctx: click.Context) -> Path:
    """The curriculum folder that holds a path."""
    absolute = Path(os.path.abspath(path))  # noqa: PTH100 - links stay, `..` goes
    for folder in (absolute, *absolute.parents):
        if (folder / SETTINGS_FILE).is_file():
            return folder
    if (absolute / DEFAULT_FOLDER / SETTINGS_FILE).is_file():
        return absolute / DEFAULT_FOLDER
    if absolute.is_dir():
        return absolute  # the loader says what is missing
    words = text(
        '"{path}" tidak berada di dalam folder kurikulum (folder yang memuat {name})', path=path, name=SETTINGS_FILE
    )
    raise WrongUse(words, ctx)
