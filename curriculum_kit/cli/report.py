"""`ck report`: what the curriculum holds."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from curriculum_kit.cli import OK, say, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, Day, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import Severity, did_you_mean, text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.texts import translator

KINDS = ("hours", "alignment", "facts", "print", "translations")
BUILD_FOLDERS = ("build", "build-partial")
"""Where the books are: those of the last whole build before those of a selection."""


@click.command(
    help=text(
        "Menunjukkan isi kurikulum.\n\n"
        "LAPORAN adalah hours (jam pelajaran), alignment (IUK yang diajarkan, dilatih, dan dinilai), facts (umur "
        "fakta), print (yang perlu dicetak), atau translations (yang sudah diterjemahkan). Tanpa LAPORAN tampil "
        "ringkasan semuanya. LOKASI adalah folder kurikulum (bawaan: modules)."
    ).format()
)
@click.argument("kind", metavar="[LAPORAN]", required=False)
@click.argument("path", metavar="[LOKASI]", required=False, type=click.Path(path_type=Path, exists=True))
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help=text("Bentuk hasil.").format(),
)  # fmt: skip
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal penilaian fakta (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def report(
    ctx: click.Context, kind: str | None, path: Path | None, style: str, *, as_of: date | None, lang: str
) -> None:
    """Tell what a curriculum holds, as far as it can be read."""
    from curriculum_kit.overview import last_built, overview
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report.overview import SUMMARY, written
    from curriculum_kit.rules import run
    from curriculum_kit.source.loader import load

    if kind is not None and kind not in KINDS:
        if path is not None or not Path(kind).exists():
            hint = did_you_mean(kind, KINDS)
            raise WrongUse(text('Tidak ada laporan atau folder "{name}"{hint}', name=kind, hint=hint), ctx)
        path, kind = Path(kind), None
    place = path or Path(DEFAULT_FOLDER)
    if not place.exists():
        raise no_folder(place, ctx)
    root = root_of(place, ctx)
    day = as_of_date(as_of, root, building=False)
    loaded = load(root)
    found = run(loaded.curriculum, loaded.diagnostics, day)
    errors = sum(diagnostic.severity is Severity.ERROR for diagnostic in found)
    if errors:
        words = text("Ada {count} kesalahan; laporan hanya memuat yang terbaca. Jalankan `ck check`.", count=errors)
        say(words.format(translator(lang)))
    is_cost = kind == "print"
    built = last_built((root.parent / name for name in BUILD_FOLDERS), with_words=is_cost)
    if is_cost and not built.pages:
        raise EnvironmentTrouble(text("Belum ada buku untuk dihitung. Jalankan `ck build --only books`.").format())
    whole = overview(loaded.curriculum, day, built)
    show(written(whole, kind or SUMMARY, style, lang))
    ctx.exit(OK)
