"""`ck translate`: catalogues for translators, brought up to date."""

from __future__ import annotations

import os
from pathlib import Path

import click

from curriculum_kit.cli import FOUND, OK, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import Severity, did_you_mean, text
from curriculum_kit.source.catalogues import LANGUAGES
from curriculum_kit.texts import translator


@click.command(
    help=text(
        "Menulis katalog terjemahan: locale/BAHASA.po di setiap modul yang sudah memilikinya, dan satu untuk bagian "
        "bersama.\n\n"
        "BAHASA adalah kode bahasa, misalnya en. FOLDER adalah folder kurikulum (bawaan: modules). Dengan --module "
        "katalog modul itu juga dimulai. Terjemahan yang sudah ada tetap; yang teksnya berubah ditandai fuzzy."
    ).format()
)
@click.argument("language", metavar="BAHASA", type=click.Choice(LANGUAGES))
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER))
@click.option("--module", "chosen", multiple=True, metavar="ID", help=text("Mulai katalog modul ini.").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def translate(ctx: click.Context, language: str, root: Path, *, chosen: tuple[str, ...], lang: str) -> None:
    """Write catalogues; exit code 1 when the curriculum holds errors, because texts could be missing then."""
    from curriculum_kit.report import openable, written
    from curriculum_kit.source.loader import load
    from curriculum_kit.translation.catalogue import renewed
    from curriculum_kit.translation.files import catalogue_path, scopes_to_renew
    from curriculum_kit.translation.messages import messages

    if not root.is_dir():
        raise no_folder(root, ctx)
    root = root_of(root, ctx)
    loaded = load(root)
    for name in chosen:
        if name not in loaded.curriculum.modules:
            hint = did_you_mean(name, loaded.curriculum.modules)
            raise WrongUse(text('Tidak ada modul "{name}"{hint}', name=name, hint=hint), ctx)
    errors = [found for found in loaded.diagnostics if found.severity is Severity.ERROR]
    if errors:
        show(written(openable(errors, root), language=lang))
        ctx.exit(FOUND)
    for scope in scopes_to_renew(loaded.curriculum, language, chosen):
        file = catalogue_path(scope, language)
        path = root / file
        before = path.read_text("utf-8") if path.exists() else ""
        renewal = renewed(messages(loaded.curriculum, scope), language, before)
        if renewal.text != before:
            _write(path, renewal.text)
        words = text(
            "{file}: {done} dari {all} teks diterjemahkan, {stale} usang, {new} baru, {gone} tidak dipakai lagi.",
            file=file,
            done=renewal.done,
            all=renewal.all,
            stale=renewal.stale,
            new=renewal.new,
            gone=renewal.gone,
        )
        show(words.format(translator(lang)) + "\n")
    ctx.exit(OK)


def _write(path: Path, words: str) -> None:
    """The old file or the new one, never half of it: it holds somebody's work."""
    path.parent.mkdir(exist_ok=True)
    beside = path.with_name(f".{path.name}.new")
    beside.write_text(words, "utf-8")
    os.replace(beside, path)  # noqa: PTH105 - the same as Path.replace
