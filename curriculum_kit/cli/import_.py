"""`ck import`: a first draft of a module from Word files."""

from __future__ import annotations

import os
import re
from pathlib import Path

import click

from curriculum_kit.cli import FOUND, OK, say, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import text
from curriculum_kit.texts import translator

_ID = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


@click.command(
    name="import",
    help=text(
        "Membuat rancangan modul dari berkas Word.\n\n"
        "BERKAS adalah satu berkas .docx, atau Buku Informasi, Buku Kerja, dan Buku Penilaian dari satu unit. Yang "
        "belum ada di dalamnya ditandai LENGKAPI. Semua yang dikenali, ditebak, dan tidak dipindahkan disebut dalam "
        "laporan."
    ).format(),
)
@click.argument("files", metavar="BERKAS…", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option(
    "--module", "module_id", default=None, metavar="ID", help=text("Id modul baru, misalnya kwu-12.").format()
)
@click.option(
    "--into", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER), show_default=True,
    help=text("Folder kurikulum.").format(),
)  # fmt: skip
@lang_option(text("Bahasa hasil."))
@click.pass_context
def import_(ctx: click.Context, files: tuple[Path, ...], module_id: str | None, into: Path, lang: str) -> None:
    """Write the module and the report; exit code 1 when a file was refused."""
    from curriculum_kit.importer import Refused, free_module, import_files, number_of, write_module

    translate = translator(lang)
    if not into.is_dir():
        raise no_folder(into, ctx)
    root = root_of(into, ctx)
    for file in files:
        if not os.path.lexists(file):
            raise WrongUse(text('Tidak ada berkas "{file}"', file=file), ctx)
    if module_id is not None and not _ID.fullmatch(module_id):
        raise WrongUse(text('"{id}" bukan id modul; tulis seperti kwu-12', id=module_id), ctx)
    new_id, number = free_module(root) if module_id is None else (module_id, number_of(module_id, root))
    if os.path.lexists(root / new_id):
        raise WrongUse(text('Modul "{id}" sudah ada; tulis id lain dengan --module', id=new_id), ctx)
    made = import_files(files, new_id, number)
    if isinstance(made, Refused):
        say(text("ditolak: {file}: {reason}", file=made.file, reason=made.reason).format(translate))
        ctx.exit(FOUND)
    source = text("Berkas: {files}", files=", ".join(file.name for file in files)).format(translate)
    folder, page = write_module(made, root, made.report.page(source, new_id, translate))
    for line in made.report.lines(translate):
        show(line + "\n")
    show(text("ditulis: {file}", file=os.path.relpath(folder)).format(translate) + "\n")
    show(text("ditulis: {file}", file=os.path.relpath(page)).format(translate) + "\n")
    show(text("Jalankan `ck check`: tempat bertanda LENGKAPI masih harus ditulis.").format(translate) + "\n")
    ctx.exit(OK)
