"""`ck release`: note what the curriculum holds now, so that later builds can say what has changed since."""

from __future__ import annotations

import json
import os
import re
from datetime import date
from pathlib import Path

import click

from curriculum_kit.cli import FOUND, OK, say, show
from curriculum_kit.cli.check import Day
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import Severity, text
from curriculum_kit.texts import translator

VERSION = re.compile(r"\d+\.\d+\.\d+")


@click.command(
    help=text(
        "Mencatat rilis: isi kurikulum saat ini, sebagai pembanding untuk halaman Yang berubah.\n\n"
        "VERSI ditulis seperti 1.2.0 dan lebih baru daripada rilis terakhir. Hasilnya, releases/VERSI.json di dalam "
        "FOLDER (bawaan: modules), disimpan bersama kurikulum. Kurikulum yang memuat kesalahan tidak dapat dirilis."
    ).format()
)
@click.argument("version", metavar="VERSI")
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path("modules"))
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal rilis (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def release(ctx: click.Context, version: str, root: Path, as_of: date | None, lang: str) -> None:
    """Write the release; exit code 1 when the curriculum has errors."""
    from curriculum_kit.overview.changes import differences, last_releases
    from curriculum_kit.overview.snapshot import RELEASES, file_digests, snapshot
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report import openable, written
    from curriculum_kit.rules import run
    from curriculum_kit.source.loader import load
    from curriculum_kit.source.schema.release import version_order

    translate = translator(lang)
    if not root.is_dir():
        raise no_folder(root, ctx)
    if not VERSION.fullmatch(version):
        raise WrongUse(text('"{version}" bukan nomor versi; tulis seperti 1.2.0', version=version), ctx)
    loaded = load(root)
    day = as_of_date(as_of, root, building=False)
    found = run(loaded.curriculum, loaded.diagnostics, day)
    errors = [finding for finding in found if finding.severity is Severity.ERROR]
    if errors:
        show(written(openable(errors, root), language=lang))
        say(text("Kurikulum yang memuat kesalahan tidak dapat dirilis; tidak ada yang ditulis.").format(translate))
        ctx.exit(FOUND)
    releases = last_releases(loaded.curriculum)
    if releases and version_order(version) <= releases[0].order:
        words = text(
            "Versi {version} tidak lebih baru daripada rilis terakhir, {last}.",
            version=version,
            last=releases[0].version,
        )
        raise WrongUse(words, ctx)
    record = snapshot(loaded.curriculum, version, day, file_digests(root))
    path = root / RELEASES / f"{version}.json"
    path.parent.mkdir(exist_ok=True)
    data = record.model_dump(mode="json", exclude_none=True)
    path.write_text(json.dumps(data, ensure_ascii=False, indent=1) + "\n", "utf-8")
    show(text("ditulis: {file}", file=os.path.relpath(path)).format(translate) + "\n")
    if releases:
        count = len(differences(releases[0], record))
        words = text("{count} perubahan sejak rilis {last}.", count=count, last=releases[0].version)
        show(words.format(translate) + "\n")
    ctx.exit(OK)
