"""`ck clean`: remove what commands keep to be faster the next time."""

from __future__ import annotations

import shutil

import click

from curriculum_kit.cli import OK, show
from curriculum_kit.cli.build import CACHE
from curriculum_kit.cli.speech import lang_option
from curriculum_kit.diagnostics import text
from curriculum_kit.texts import translator


@click.command(
    help=text(
        "Menghapus simpanan di .ck-cache/.\n\n"
        "Simpanan hanya membuat perintah lain lebih cepat. Kurikulum dan hasil `ck build` tidak tersentuh."
    ).format()
)
@lang_option(text("Bahasa hasil."))
@click.pass_context
def clean(ctx: click.Context, lang: str) -> None:
    """Remove the cache. Raises `EnvironmentTrouble` while a build uses it."""
    from curriculum_kit.publish.exclusive import only_one

    translate = translator(lang)
    if not CACHE.is_dir():
        show(text("Tidak ada simpanan di sini.").format(translate) + "\n")
        ctx.exit(OK)
    with only_one(CACHE):
        size = sum(path.stat().st_size for path in CACHE.rglob("*") if path.is_file())
        shutil.rmtree(CACHE)
    show(
        text("{folder}/ dihapus: {size} MB.", folder=CACHE.as_posix(), size=round(size / 1e6)).format(translate) + "\n"
    )
    ctx.exit(OK)
