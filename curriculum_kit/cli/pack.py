"""`ck pack`: the sites as one file each, for a USB stick."""

from __future__ import annotations

from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.cli import FOUND, OK, show
from curriculum_kit.cli.build import CACHE
from curriculum_kit.cli.speech import lang_option, no_folder
from curriculum_kit.diagnostics import text
from curriculum_kit.texts import translator


@click.command(
    help=text(
        "Mengemas situs dari hasil `ck build` menjadi satu berkas ZIP untuk flash disk.\n\n"
        "Setiap `ck build` sudah membuatnya tanpa buku PDF. Perintah ini membuatnya lagi, misalnya dengan buku."
    ).format()
)
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path("modules"))
@click.option(
    "--audience", type=click.Choice([audience.value for audience in Audience]), help=text("Hanya edisi ini.").format()
)
@click.option("--books", is_flag=True, help=text("Sertakan buku PDF.").format())
@click.option(
    "--output", type=click.Path(path_type=Path), default=Path("build"), help=text("Folder hasil `ck build`.").format()
)
@lang_option(text("Bahasa hasil."))
@click.pass_context
def pack(ctx: click.Context, root: Path, audience: str | None, *, books: bool, output: Path, lang: str) -> None:
    """Make the packs again; exit code 1 when the leak gate finds something."""
    from curriculum_kit.publish.repack import repack
    from curriculum_kit.report import openable, written

    if not root.is_dir():
        raise no_folder(root, ctx)
    audiences = (Audience(audience),) if audience else tuple(Audience)
    result = repack(root, output, CACHE, audiences, books=books)
    translate = translator(lang)
    if result.diagnostics:
        show(written(openable(result.diagnostics, root), language=lang))
        show(text("Tidak ada yang diterbitkan; hasil sebelumnya tidak diubah.").format(translate) + "\n")
        ctx.exit(FOUND)
    for name, size in result.sizes.items():
        line = text("{file}: {size} KB", file=f"{output.as_posix()}/{name}", size=max(size // 1000, 1))
        show(line.format(translate) + "\n")
    ctx.exit(OK)
