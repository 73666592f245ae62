"""The page of the commands, from click's own objects."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import click

from curriculum_kit.cli import BUG, COMMANDS, EXIT_CODES, FOUND, INTERRUPTED, OK, TROUBLE, main
from curriculum_kit.cli.speech import SpokenContext, SpokenFormatter, speak
from curriculum_kit.texts import translator
from tools.reference.examples import EXAMPLES
from tools.reference.speech import Speech, block, code, listing, paragraphs, plain, table


def commands(speech: Speech) -> Iterator[tuple[str, click.Command, click.Context]]:
    """The program, its commands and their subcommands: what is typed, and the command in the language of the page."""
    translate = translator(speech.language)
    program = speak(main, translate)
    context = SpokenContext(program, info_name="ck", obj=translate)
    yield "ck", program, context
    for name in COMMANDS:
        command = program.get_command(context, name)
        if command is None:
            raise LookupError(name)
        yield from _with_subcommands(f"ck {name}", command, SpokenContext(command, context, name, obj=translate))


def _with_subcommands(
    typed: str, command: click.Command, context: click.Context
) -> Iterator[tuple[str, click.Command, click.Context]]:
    yield typed, command, context
    if isinstance(command, click.Group):
        for name, below in command.commands.items():
            yield from _with_subcommands(f"{typed} {name}", below, SpokenContext(below, context, name, obj=context.obj))


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# Commands", "# Perintah")
    yield ""
    yield speech.pick(
        "The program is `ck`; it is also installed as `curriculum-kit`. `--traceback`, anywhere on the line, shows"
        " where a fault of the program arose.",
        "Programnya bernama `ck`; terpasang juga sebagai `curriculum-kit`. `--traceback`, di mana pun pada barisnya,"
        " menunjukkan tempat kesalahan di dalam program.",
    )
    yield ""
    for typed, command, context in commands(speech):
        yield from _command(speech, typed, command, context)
    yield speech.pick("## Exit codes", "## Kode selesai")
    yield ""
    heads: tuple[str, ...] = (speech.pick("code", "kode"), speech.pick("meaning", "arti"))
    yield from table(heads, ((code(number), plain(speech.of(words))) for number, words in EXIT_CODES.items()))


def _command(speech: Speech, typed: str, command: click.Command, context: click.Context) -> Iterator[str]:
    yield f"## {typed}"
    yield ""
    yield from paragraphs(command.help or "")
    yield from block("text", [f"{typed} {' '.join(command.collect_usage_pieces(context))}"])
    if isinstance(command, click.Group):
        yield from _subcommands(speech, typed, command, context)
    arguments = [param for param in command.params if isinstance(param, click.Argument)]
    yield from table(
        (speech.pick("argument", "argumen"), speech.pick("required", "wajib"), speech.pick("default", "bawaan")),
        ((code(_name(param, context)), _yes(speech, param), _default(param)) for param in arguments),
    )
    yield from table(
        (speech.pick("option", "pilihan"), speech.pick("meaning", "arti")),
        (_option(param, context) for param in command.get_params(context) if isinstance(param, click.Option)),
    )
    if typed in EXAMPLES:
        example = EXAMPLES[typed]
        yield f"{speech.pick('Exit codes', 'Kode selesai')}: {listing(map(str, exit_codes(command)))}."
        yield ""
        yield f"{speech.pick(*example.about)}:"
        yield ""
        yield from block("sh", example.lines)


def _subcommands(speech: Speech, typed: str, group: click.Group, context: click.Context) -> Iterator[str]:
    rows = []
    for name in group.list_commands(context):
        below = group.get_command(context, name)
        words = speech.of(COMMANDS[name][1]) if typed == "ck" else (below.short_help if below else "") or ""
        rows.append((f"[{code(f'{typed} {name}')}](#{f'{typed}-{name}'.replace(' ', '-')})", plain(words)))
    yield from table((speech.pick("command", "perintah"), speech.pick("does", "kegunaan")), rows)


def exit_codes(command: click.Command) -> tuple[int, ...]:
    """The codes that a command can leave with: `FOUND` only where its file knows it."""
    module = sys.modules[command.callback.__module__] if command.callback else None
    found = (FOUND,) if hasattr(module, "FOUND") else ()
    return (OK, *found, TROUBLE, BUG, INTERRUPTED)


def _name(param: click.Argument, context: click.Context) -> str:
    return param.make_metavar(context).strip("[]…")


def _yes(speech: Speech, param: click.Argument) -> str:
    return speech.pick("yes", "ya") if param.required else speech.pick("no", "tidak")


def _default(param: click.Argument) -> str:
    return code(param.default) if isinstance(param.default, str) or hasattr(param.default, "joinpath") else ""


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    """Names with what stands after them, and the meaning with the default, as the help page has them."""
    record = option.get_help_record(context)
    names, words = record or (", ".join(option.opts), option.help or "")
    formatter = context.make_formatter()
    if isinstance(formatter, SpokenFormatter):
        words = formatter.spoken(words)
    return code(names), plain(" ".join(words.split()))
