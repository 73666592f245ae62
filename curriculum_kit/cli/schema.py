"""`ck schema`: what an editor needs to help while a curriculum is written."""

from __future__ import annotations

import os
from pathlib import Path

import click

from curriculum_kit.cli import OK, say, show
from curriculum_kit.cli.speech import lang_option, no_folder
from curriculum_kit.diagnostics import text
from curriculum_kit.texts import translator


@click.command(
    help=text(
        "Menyiapkan VS Code: saat Anda menulis, kunci ditawarkan dan dijelaskan, dan kesalahan langsung ditandai.\n\n"
        "Skema ditulis ke folder .schemas di dalam FOLDER (bawaan: modules), pengaturan, tugas, dan potongan teks ke "
        ".vscode. Pengaturan yang sudah ada tetap berlaku."
    ).format()
)
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path("modules"))
@click.option("--output", type=click.Path(path_type=Path), help=text("Folder untuk skema.").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def schema(ctx: click.Context, root: Path, output: Path | None, lang: str) -> None:
    """Write schemas, settings, snippets and the recommended extension; nothing when all of it is there already."""
    from curriculum_kit.editor.install import wanted

    if not root.is_dir():
        raise no_folder(root, ctx)
    translate = translator(lang)
    files = wanted(root, output)
    written = files.write()
    for path, beside in files.beside.items():
        words = text(
            "{file} memuat komentar atau bukan JSON biasa, jadi tidak diubah; salin isi {beside} ke dalamnya.",
            file=os.path.relpath(path),
            beside=beside.name,
        )
        say(words.format(translate))
    for path in written:
        show(text("ditulis: {file}", file=os.path.relpath(path)).format(translate) + "\n")
    if not written:
        show(text("Semuanya sudah ada dan sesuai; tidak ada yang ditulis.").format(translate) + "\n")
    ctx.exit(OK)
