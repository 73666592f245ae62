"""Makes click speak Indonesian or English: its headings, its help pages, and what it says about wrong use.

Help texts are Indonesian templates like all others. They are translated when a command is asked for, in the language
that `--lang` names anywhere on the command line, because the help page is shown before options are read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from copy import copy
from pathlib import Path
from typing import TypeVar, cast

import click

from curriculum_kit.diagnostics import Text, did_you_mean, text
from curriculum_kit.texts import LANGUAGES, SOURCE_LANGUAGE, Translate

_HEADINGS = {"Options": text("Pilihan"), "Commands": text("Perintah")}
_USAGE = text("Pemakaian: ")
_DEFAULT = text("[bawaan: ")
_OPTIONS = {"--help": text("Menampilkan petunjuk ini."), "--version": text("Menampilkan nomor versi.")}
_NAMES = {
    template.template: template
    for template in (
        text("KODE"),
        text("KURIKULUM"),
        text("LAPORAN"),
        text("LOKASI"),
        text("REVISI"),
        text("VERSI"),
    )
}
"""What arguments are called in help pages."""
_NAME = re.compile("|".join(_NAMES))
_EXTRA = re.compile(r"unexpected extra arguments? \((.*)\)")


class SpokenFormatter(click.HelpFormatter):
    """Help pages with headings in the language of the context."""

    translate: Translate | None = None

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """The usage line."""
        super().write_usage(prog, args, prefix or _USAGE.format(self.translate))

    def write_heading(self, heading: str) -> None:
        """A heading."""
        words = _HEADINGS.get(heading)
        super().write_heading(words.format(self.translate) if words else heading)

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """A list of options or commands."""
        super().write_dl([(name, self.spoken(words)) for name, words in rows], col_max, col_spacing)

    def spoken(self, words: str) -> str:
        """What click says of an option, with its word for the default in the language of the page."""
        return words.replace("[default: ", _DEFAULT.format(self.translate))


class SpokenContext(click.Context):
    """A context whose help pages are in one language: `obj` is what translates, None for Indonesian."""

    def make_formatter(self) -> SpokenFormatter:
        """What writes the help page."""
        formatter = SpokenFormatter(width=self.terminal_width, max_width=self.max_content_width)
        formatter.translate = self.find_object(object)  # type: ignore[assignment]
        return formatter


class WrongUse(click.UsageError):
    """Wrong use of the program, in our own words."""

    def __init__(self, words: Text, ctx: click.Context | None = None) -> None:
        super().__init__(words.format(), ctx)
        self.words = words


Command = TypeVar("Command", bound=Callable[..., object])


def lang_option(words: Text) -> Callable[[Command], Command]:
    """The option `--lang`. `words` say what it is the language of."""
    return click.option(
        "--lang", type=click.Choice(LANGUAGES), default=SOURCE_LANGUAGE, show_default=True, help=words.format()
    )


def no_folder(path: Path, ctx: click.Context) -> WrongUse:
    """What to say where the folder of the curriculum is not."""
    return WrongUse(text('Tidak ada folder "{path}" di sini; sebutkan folder kurikulum Anda.', path=path), ctx)


def language_of(words: Sequence[str]) -> str:
    """The language that the words of a command line ask for with `--lang`, wherever it stands; the last one counts."""
    found = SOURCE_LANGUAGE
    for word, following in zip(words, (*words[1:], ""), strict=True):
        wanted = following if word == "--lang" else word.removeprefix("--lang=")
        if word.startswith("--lang") and wanted in LANGUAGES:
            found = wanted
    return found


Spoken = TypeVar("Spoken", bound=click.Command)


def speak(command: Spoken, translate: Translate | None = None) -> Spoken:
    """A copy of a command that speaks, whoever wrote it."""
    spoken = copy(command)
    spoken.context_class = SpokenContext
    spoken.options_metavar = text("[PILIHAN]").format(translate)
    if isinstance(spoken, click.Group):
        spoken.subcommand_metavar = text("PERINTAH [ARGUMEN]…").format(translate)
        spoken.commands = {name: speak(below, translate) for name, below in spoken.commands.items()}
    spoken.short_help = said(command.short_help, translate)
    spoken.help = said(command.help, translate)
    spoken.params = [_spoken(param, translate) for param in command.params]
    spoken._help_option = copy(command.get_help_option(SpokenContext(command)))  # noqa: SLF001 - click keeps one
    for option in (spoken._help_option, *spoken.params):  # noqa: SLF001
        if isinstance(option, click.Option):
            own = _OPTIONS.get(option.opts[0])
            option.help = own.format(translate) if own else said(option.help, translate)
    return spoken


def _spoken(param: click.Parameter, translate: Translate | None) -> click.Parameter:
    """A copy of a parameter whose name in help pages is in the language of the page."""
    spoken = copy(param)
    shown = param.metavar or (param.type.name if param.type.name in _NAMES else None)
    if shown:
        spoken.metavar = _NAME.sub(lambda match: _NAMES[match[0]].format(translate), shown)
    return spoken


def said(template: str | None, translate: Translate | None) -> str | None:
    """A help text in another language."""
    return translate(template) if template and translate else template


def translate_of(ctx: click.Context | None) -> Translate | None:
    """What translates for a context."""
    return cast("Translate | None", ctx.obj) if ctx else None


def worded(error: click.ClickException, translate: Translate | None = None) -> str:
    """One line about wrong use. An exception of ours, or one that we do not know, speaks for itself."""
    match error:
        case WrongUse():
            return error.words.format(translate)
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
    sentence = words.format(translate)
    return f"{sentence}{'' if sentence.endswith('?') else '.'} {_help_hint(error, translate)}".rstrip()


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


def _help_hint(error: click.ClickException, translate: Translate | None) -> str:
    ctx = error.ctx if isinstance(error, click.UsageError) else None
    return text('Lihat "{command} --help".', command=ctx.command_path).format(translate) if ctx else ""
