"""What the commands share that write into a curriculum: options, questions, the curriculum at hand, the last words."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec

import click

from curriculum_kit.cli import OK, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, SETTINGS_FILE
from curriculum_kit.cli.speech import WrongUse, lang_option
from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.texts import translator

if TYPE_CHECKING:
    from curriculum_kit.source.curriculum import Curriculum, LoadedModule
    from curriculum_kit.starting import Start

YES = text("Jangan bertanya: pakai nilai bawaan untuk yang tidak disebut.")
FOLDER = text("Folder kurikulum, bila bukan folder ini atau modules di dalamnya.")
P = ParamSpec("P")


def quick(command: Callable[P, None]) -> Callable[P, None]:
    """What every command takes: `--yes`, the language of the result, and the context."""
    command = click.pass_context(command)  # type: ignore[arg-type]
    command = lang_option(text("Bahasa hasil."))(command)
    return click.option("--yes", is_flag=True, help=YES.format())(command)


def somewhere(command: Callable[P, None]) -> Callable[P, None]:
    """What commands take that add to a curriculum: its folder, then the rest."""
    return click.option("--folder", type=click.Path(path_type=Path), help=FOLDER.format())(quick(command))


def answer(
    ctx: click.Context, given: str | None, question: Text, option: str, *, default: str | None = None, asks: bool = True
) -> str:
    """What was given as an option, else the answer to a question; with a default and nobody to ask, the default."""
    if given is None:
        if default is not None and (ctx.params.get("yes") or not asks):
            return default
        if ctx.params.get("yes"):
            raise WrongUse(text("{option} belum diisi", option=option), ctx)
        try:
            given = str(click.prompt(question.format(), default=default, err=True))
        except click.Abort:
            if sys.stdin.isatty():
                raise
            raise WrongUse(text("{option} belum diisi", option=option), ctx) from None
    words = " ".join(given.split())
    if not words or not words.isprintable():
        raise WrongUse(text("{option} tidak boleh kosong", option=option), ctx)
    return words


def curriculum_at(ctx: click.Context, folder: Path | None) -> Curriculum:
    """The curriculum around a folder, or in `modules` below it."""
    from curriculum_kit.source.loader import load
    from curriculum_kit.source.memory import memory_of

    here = Path(os.path.abspath(folder or Path()))  # noqa: PTH100 - links stay, `..` goes
    for candidate in (here, here / DEFAULT_FOLDER, *here.parents):
        if (candidate / SETTINGS_FILE).is_file():
            return load(candidate, memory=memory_of(candidate)).curriculum
    raise WrongUse(
        text(
            "di sini tidak ada kurikulum (folder yang memuat {name}); buat dahulu dengan ck new curriculum, atau "
            "sebutkan foldernya dengan --folder",
            name=SETTINGS_FILE,
        ),
        ctx,
    )


def chosen(ctx: click.Context, loaded: Curriculum, id: str) -> LoadedModule:
    """A module by its id."""
    if id not in loaded.modules:
        if f"{id}/module.yaml" in loaded.unreadable:
            raise WrongUse(text("{file} tidak dapat dibaca; jalankan ck check", file=f"{id}/module.yaml"), ctx)
        raise WrongUse(text('tidak ada modul "{id}"{hint}', id=id, hint=did_you_mean(id, loaded.modules)), ctx)
    return loaded.modules[id]


def finish(ctx: click.Context, start: Start, steps: Iterable[Text], lang: str) -> None:
    """Write, and say what was written and what comes next."""
    translate = translator(lang)
    start.write()
    for path in start.new:
        show(text("ditulis: {file}", file=os.path.relpath(path)).format(translate) + "\n")
    for path in start.changed:
        show(text("diubah: {file}", file=os.path.relpath(path)).format(translate) + "\n")
    for step in steps:
        show(step.format(translate) + "\n")
    ctx.exit(OK)
