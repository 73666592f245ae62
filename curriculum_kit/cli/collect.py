"""`ck collect`: filled workbooks and question sheets as a table."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from curriculum_kit.cli import FOUND, OK, TROUBLE, say, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, Day, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import Text, did_you_mean, has_errors, text
from curriculum_kit.texts import translator

if TYPE_CHECKING:
    from curriculum_kit.collector import Collection

OUTPUT = "rekap-pelatih.xlsx"


@click.command(
    help=text(
        "Mengumpulkan isi buku kerja isian dan lembar soal isian yang dikembalikan peserta menjadi satu tabel.\n\n"
        "FOLDER memuat berkas PDF yang sudah diisi; folder di dalamnya ikut dibaca. KURIKULUM adalah folder kurikulum "
        "(bawaan: modules). Hasilnya memuat kunci jawaban dan hanya untuk pelatih."
    ).format()
)
@click.argument("folder", metavar="FOLDER", type=click.Path(path_type=Path))
@click.argument("root", metavar="[KURIKULUM]", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER))
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), default=Path(OUTPUT), show_default=True,
    help=text("Berkas hasil: .xlsx atau .csv.").format(),
)  # fmt: skip
@click.option("--module", "only", default=None, help=text("Hanya buku kerja dan lembar soal modul ini.").format())
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal fakta dalam kunci (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def collect(
    ctx: click.Context, folder: Path, root: Path, output: Path, only: str | None, *, as_of: date | None, lang: str
) -> None:
    """Write the table; exit code 1 when a file was refused."""
    from curriculum_kit.collector import WRITERS
    from curriculum_kit.collector import collect as collected
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.source.loader import load

    translate = translator(lang)
    for place in (folder, root):
        if not place.is_dir():
            raise no_folder(place, ctx)
    write = WRITERS.get(output.suffix.lower())
    if write is None:
        raise WrongUse(text('Hasil ditulis sebagai .xlsx atau .csv, bukan "{name}"', name=output.name), ctx)
    root = root_of(root, ctx)
    loaded = load(root)
    curriculum = loaded.curriculum
    if has_errors(loaded.diagnostics):
        words = text("Kurikulum memuat kesalahan, jadi kunci mungkin tidak lengkap. Jalankan `ck check`.")
        say(words.format(translate))
    if only is not None and only not in curriculum.modules:
        hint = did_you_mean(only, curriculum.modules)
        raise WrongUse(text('Tidak ada modul "{name}"{hint}', name=only, hint=hint), ctx)
    collection = collected(curriculum, as_of_date(as_of, root, building=False), folder, only)
    for each in collection.refused:
        say(text("ditolak: {file}: {reason}", file=each.file, reason=each.reason).format(translate))
    if not collection.submissions:
        say(_nothing(collection, folder).format(translate))
        ctx.exit(FOUND if collection.refused else TROUBLE)
    write(collection, output)
    for words in _told(collection, output):
        show(words.format(translate) + "\n")
    ctx.exit(FOUND if collection.refused else OK)


def _nothing(collection: Collection, folder: Path) -> Text:
    """Why there is no table."""
    if collection.passed:
        words = text("Semua berkas itu milik modul lain; tidak ada yang ditulis.")
    elif collection.refused:
        words = text("Tidak ada berkas yang dapat dibaca; tidak ada yang ditulis.")
    else:
        words = text('Tidak ada berkas PDF di "{folder}"; tidak ada yang ditulis.', folder=folder)
    return words


def _told(collection: Collection, output: Path) -> Iterator[Text]:
    """What was done, in a few lines."""
    submissions, refused = collection.submissions, len(collection.refused)
    tests = sum(each.form.instrument is not None for each in submissions)
    yield text(
        "{books} buku kerja dan {tests} lembar soal dibaca, {refused} berkas ditolak.",
        books=len(submissions) - tests,
        tests=tests,
        refused=refused,
    )
    if collection.passed:
        yield text("{count} berkas modul lain dilewati.", count=collection.passed)
    if others := sum(each.is_other_version for each in submissions):
        yield text("{count} berkas dari versi lain; lihat kolom Keterangan.", count=others)
    if empty := sum(each.is_empty for each in submissions):
        yield text("{count} berkas tidak diisi sama sekali; lihat kolom Keterangan.", count=empty)
    if twins := sum(bool(each.twins) for each in submissions):
        yield text("{count} berkas dengan nama peserta yang sama; lihat kolom Keterangan.", count=twins)
    yield text("ditulis: {file} (memuat kunci, hanya untuk pelatih)", file=os.path.relpath(output))
