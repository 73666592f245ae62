"""Makes click speak Indonesian: its headings, its help option, and what it says about wrong use."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TypeVar

import click

from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.texts import LANGUAGES, SOURCE_LANGUAGE

_HEADINGS = {"Options": "Pilihan", "Commands": "Perintah"}
_OPTIONS = {"--help": text("Menampilkan petunjuk ini."), "--version": text("Menampilkan nomor versi.")}
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


class SpokenFormatter(click.HelpFormatter):
    """Help pages with Indonesian headings."""

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or "Pemakaian: ")

    def write_heading(self, heading: str) -> None:
        """A heading."""
        super().write_heading(_HEADINGS.get(heading, heading))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands."""
        spoken = [(name, words.replace("[default: ", "[bawaan: ")) for name, words in rows]
        super().write_dl(spoken, col_max, col_spacing)


class SpokenContext(click.Context):
    """A context whose help pages are Indonesian."""

    formatter_class = SpokenFormatter


class WrongUse(click.UsageError):
    """Wrong use of the program, in our own words."""

    def __init__(self, words: Text, ctx: click.Context | None = None) -> None:
        super().__init__(words.format(), ctx)


Command = TypeVar("Command", bound=Callable[..., object])


def lang_option(words: Text) -> Callable[[Command], Command]:
    """The option `--lang`. `words` say what it is the language of."""
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), default=SOURCE_LANGUAGE, show_default=True, help=words.format()
    )


def no_folder(path: Path, ctx: click.Context) -> WrongUse:
    """What to say where the folder of the curriculum is not."""
    return WrongUse(text('Tidak ada folder "{path}" di sini; sebutkan folder kurikulum Anda.', path=path), ctx)


def speak(command: click.Command) -> click.Command:
    """Make a command speak, whoever wrote it."""
    command.context_class = SpokenContext
    command.options_metavar = "[PILIHAN]"
    if isinstance(command, click.Group):
        command.subcommand_metavar = "PERINTAH [ARGUMEN]…"
    for option in (command.get_help_option(SpokenContext(command)), *command.params):
        if isinstance(option, click.Option) and option.opts[0] in _OPTIONS:
            option.help = _OPTIONS[option.opts[0]].format()
    return command


def worded(error: click.ClickException) -> str:
    """One line about wrong use. An exception of ours, or one that we do not know, speaks for itself."""
    match error:
        case click.NoSuchOption():
            known = [name for param in error.ctx.command.params for name in param.opts] if error.ctx else []
            hint = did_you_mean(error.option_name, known)
            words = text('Pilihan "{name}" tidak dikenal{hint}', name=error.option_name, hint=hint)
        case click.BadOptionUsage():
            words = text('Pilihan "{name}" memerlukan nilai', name=error.option_name)
        case click.MissingParameter():
            words = text("{name} belum diisi", name=_name(error))
        case click.BadParameter():
            words = _about_value(error)
        case click.UsageError() if extra := _EXTRA.search(error.message):
            words = text('Tidak mengerti "{words}"', words=extra[1])
        case _:
            return error.format_message()
    said = words.format()
    return f"{said}{'' if said.endswith('?') else '.'} {_help_hint(error)}".rstrip()


def _about_value(error: click.BadParameter) -> Text:
    kind = error.param.type if error.param else None
    if isinstance(kind, click.Choice):
        choices = ", ".join(map(str, kind.choices))
        return text("Nilai untuk {name} tidak dikenal; pilihannya: {choices}", name=_name(error), choices=choices)
    if isinstance(kind, click.Path | click.File):
        return text("{name} tidak ditemukan atau tidak dapat dibaca", name=_name(error))
    if isinstance(kind, type(click.INT)):
        return text("Nilai untuk {name} harus bilangan bulat yang sesuai", name=_name(error))
    return text("Nilai untuk {name} tidak dapat dipakai: {why}", name=_name(error), why=error.message.rstrip("."))


def _name(error: click.BadParameter) -> str:
    if error.param is None:
        return str(error.param_hint or "")
    return max(error.param.opts, key=len) if isinstance(error.param, click.Option) else error.param.human_readable_name


def _help_hint(error: click.ClickException) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return text('Lihat "{command} --help".', command=ctx.command_path).format() if ctx else ""
