"""`ck export docx`: modules as Word files for reviewers."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.cli import FOUND, OK, show
from curriculum_kit.cli.build import CACHE
from curriculum_kit.cli.check import DEFAULT_FOLDER, Day, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import did_you_mean, has_errors, text
from curriculum_kit.texts import translator

KINDS = ("docx",)


@click.command(
    help=text(
        "Menulis modul sebagai berkas Word untuk penelaah yang memberi komentar di Word.\n\n"
        "BENTUK adalah docx. FOLDER adalah folder kurikulum (bawaan: modules). Jawaban, catatan, dan penilaian hanya "
        "ada dalam berkas untuk pelatih."
    ).format()
)
@click.argument("kind", metavar="BENTUK", type=click.Choice(KINDS))
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER))
@click.option(
    "--audience", type=click.Choice([audience.value for audience in Audience]), default=Audience.TRAINER.value,
    show_default=True, help=text("Untuk siapa.").format(),
)  # fmt: skip
@click.option("--module", "only", default=None, metavar="ID", help=text("Hanya modul ini.").format())
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None,
    help=text("Berkas hasil untuk satu modul, atau folder (bawaan: folder ini).").format(),
)  # fmt: skip
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal berlakunya fakta.").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def export(
    ctx: click.Context,
    kind: str,
    root: Path,
    audience: str,
    *,
    only: str | None,
    output: Path | None,
    as_of: date | None,
    lang: str,
) -> None:
    """Write Word files; exit code 1 when the curriculum holds errors."""
    from curriculum_kit.edition.context import EditionContext
    from curriculum_kit.edition.runner import render
    from curriculum_kit.exporter.docx import ENDING, word_files
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report import openable, written
    from curriculum_kit.rules import run
    from curriculum_kit.source.loader import load

    del kind  # there is one so far
    if not root.is_dir():
        raise no_folder(root, ctx)
    root = root_of(root, ctx)
    translate = translator(lang)
    day = as_of_date(as_of, root, building=True)
    loaded = load(root)
    if only is not None and only not in loaded.curriculum.modules:
        hint = did_you_mean(only, loaded.curriculum.modules)
        raise WrongUse(text('Tidak ada modul "{name}"{hint}', name=only, hint=hint), ctx)
    is_file = output is not None and output.suffix.lower() == ENDING
    if is_file and only is None and len(loaded.curriculum.modules) > 1:
        raise WrongUse(text("Satu berkas hanya memuat satu modul; sebutkan modulnya dengan --module"), ctx)
    found = run(loaded.curriculum, loaded.diagnostics, day, texts=False)
    if has_errors(found):
        show(written(openable([each for each in found if each.severity == "error"], root), language=lang))
        ctx.exit(FOUND)
    context = EditionContext.of(loaded.curriculum, Audience(audience), day)
    rendered = render(context, CACHE / "scratch")
    if has_errors(rendered.diagnostics):
        show(written(openable(rendered.diagnostics, root), language=lang))
        ctx.exit(FOUND)
    for made in word_files(context, rendered.books, only):
        target = output if is_file and output is not None else (output or Path()) / made.name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(made.data)
        words = (
            text("ditulis: {file} (memuat kunci, hanya untuk pelatih)", file=os.path.relpath(target))
            if context.audience is Audience.TRAINER
            else text("ditulis: {file}", file=os.path.relpath(target))
        )
        show(words.format(translate) + "\n")
    ctx.exit(OK)
