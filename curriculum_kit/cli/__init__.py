"""The program `ck`: one file per command, each imported only when it runs.

Exit codes: 0 clean, 1 an error found, 2 wrong use or trouble with the environment, 3 a mistake in the program,
130 interrupted. The person at the terminal gets one line, never a traceback unless `--traceback` asks for it.
"""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from importlib import import_module
from typing import NoReturn

import click

from curriculum_kit.cli.speech import SpokenContext, WrongUse, lang_option, language_of, speak, translate_of, worded
from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.errors import CurriculumKitError
from curriculum_kit.texts import translator

OK, FOUND, TROUBLE, BUG, INTERRUPTED = 0, 1, 2, 3, 130
EXIT_CODES = {
    OK: text("Selesai. Peringatan dan catatan boleh ada."),
    FOUND: text("Ada kesalahan dalam kurikulum, kebocoran, atau yang ditanyakan memang ditemukan."),
    TROUBLE: text("Perintah keliru, atau ada yang kurang di komputer ini."),
    BUG: text("Kesalahan di dalam program."),
    INTERRUPTED: text("Dihentikan, misalnya dengan Ctrl+C."),
}
"""What each exit code means."""

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nothing else has a say in what is read

COMMANDS = {
    "new": ("curriculum_kit.cli.new:new", text("Memulai kurikulum, modul, sesi, atau program baru.")),
    "check": ("curriculum_kit.cli.check:check", text("Memeriksa kurikulum dan menunjukkan setiap kesalahan.")),
    "build": ("curriculum_kit.cli.build:build", text("Membuat situs dan buku untuk pelatih dan peserta.")),
    "pack": ("curriculum_kit.cli.pack:pack", text("Mengemas situs untuk flash disk.")),
    "serve": ("curriculum_kit.cli.serve:serve", text("Menampilkan situs di peramban sambil Anda menulis.")),
    "rename": ("curriculum_kit.cli.rename:rename", text("Mengganti nama beserta semua rujukannya.")),
    "move": ("curriculum_kit.cli.move:move", text("Memindahkan sesi beserta semua rujukannya.")),
    "collect": ("curriculum_kit.cli.collect:collect", text("Mengumpulkan isi buku kerja isian menjadi satu tabel.")),
    "translate": ("curriculum_kit.cli.translate:translate", text("Menyiapkan katalog terjemahan kurikulum.")),
    "import": ("curriculum_kit.cli.import_:import_", text("Membuat rancangan modul dari berkas Word.")),
    "export": ("curriculum_kit.cli.export:export", text("Menulis modul sebagai berkas Word untuk penelaah.")),
    "report": ("curriculum_kit.cli.report:report", text("Menunjukkan isi kurikulum.")),
    "diff": ("curriculum_kit.cli.diff:diff", text("Menunjukkan perubahan kurikulum untuk penelaah.")),
    "release": ("curriculum_kit.cli.release:release", text("Mencatat rilis sebagai pembanding perubahan.")),
    "clean": ("curriculum_kit.cli.clean:clean", text("Menghapus simpanan yang mempercepat perintah lain.")),
    "explain": ("curriculum_kit.cli.explain:explain", text("Menjelaskan satu kode temuan dengan contohnya.")),
    "schema": ("curriculum_kit.cli.schema:schema", text("Menyiapkan VS Code: penjelasan, tawaran, dan potongan teks.")),
    "doctor": ("curriculum_kit.cli.doctor:doctor", text("Memeriksa apa yang belum terpasang di komputer ini.")),
}
"""Name, where it is, and the line in the list of commands: the list needs no import."""


class Program(click.Group):
    """The group of all commands. It loads them late and turns every failure into one line and an exit code."""

    context_class = SpokenContext

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of the table."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command."""
        if cmd_name not in COMMANDS:
            return None
        module, _, name = COMMANDS[cmd_name][0].partition(":")
        command: click.Command = getattr(import_module(module), name)
        return speak(command, translate_of(ctx))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first in `args`."""
        if args and not args[0].startswith("-") and args[0] not in COMMANDS:
            hint = did_you_mean(args[0], COMMANDS)
            raise WrongUse(text('Tidak ada perintah "{name}"{hint}', name=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The list of commands."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, words.format(translate_of(ctx))) for name, (_, words) in COMMANDS.items()])

    def main(  # type: ignore[override]
        self, args: Sequence[str] | None = None, prog_name: str | None = None, **_: object
    ) -> NoReturn:
        """Run the program and leave with an exit code."""
        given = list(sys.argv[1:] if args is None else args)
        wants_traceback = "--traceback" in given
        failure: BaseException | None = None
        language = language_of(given)
        translate = translator(language)
        try:
            words = [word for word in given if word != "--traceback"]
            defaults = {name: {"lang": language} for name in COMMANDS}
            spoken = speak(self, translate)
            code = click.Group.main(
                spoken, words, prog_name or "ck", standalone_mode=False, obj=translate, default_map=defaults
            )
            sys.stdout.flush()
        except BrokenPipeError:
            silence()
            code = TROUBLE
        except (KeyboardInterrupt, click.Abort):
            code = INTERRUPTED
        except (click.ClickException, CurriculumKitError) as error:
            code, failure = TROUBLE, error
            say(worded(error, translate) if isinstance(error, click.ClickException) else str(error))
        except Exception as error:  # noqa: BLE001  # the one place that may catch everything
            code, failure = BUG, error
            say(text("Kesalahan di dalam program: {error}", error=_one_line(error)).format(translate))
            if not wants_traceback:
                advice = text("Ini bukan kesalahan Anda. Jalankan lagi dengan --traceback dan laporkan hasilnya.")
                say(advice.format(translate))
        if wants_traceback and failure is not None:
            traceback.print_exception(failure)
        sys.exit(code if isinstance(code, int) else OK)


def say(words: str) -> None:
    """A line for the person at the terminal, beside the data on stdout."""
    click.echo(words, err=True)


def show(words: str) -> None:
    """Write a command's result to stdout. A reader who has gone away (`| head`) is no reason to complain."""
    try:
        click.echo(words, nl=False)
    except BrokenPipeError:
        silence()


def silence() -> None:
    """Point stdout to nowhere, so that the interpreter's last flush cannot fail."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _one_line(error: BaseException) -> str:
    return " ".join(f"{type(error).__name__}: {error}".split())


@click.command(cls=Program, help=text("Memeriksa kurikulum pelatihan dan membuat situs serta bukunya.").format())
@click.version_option(package_name="curriculum-kit", message="%(prog)s %(version)s")
@lang_option(text("Bahasa petunjuk dan hasil."))
def main(lang: str) -> None:
    """The program."""


def run() -> None:
    """The program as a process of its own.

    `ck check` leaves without taking apart what it holds, object by object: that would be a fifth of its time. It has
    nothing to put in order; other commands may have.
    """
    try:
        main(prog_name="ck")
    except SystemExit as leaving:
        if "check" in sys.argv[1:2]:
            sys.stdout.flush()
            sys.stderr.flush()
            os._exit(leaving.code if isinstance(leaving.code, int) else OK)
        raise
