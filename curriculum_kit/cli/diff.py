"""`ck diff`: what differs between two states of the curriculum, in the words of people who review it."""

from __future__ import annotations

import os
import sys
from contextlib import ExitStack
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

import click
from click.core import ParameterSource

from curriculum_kit.cli import FOUND, OK, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, Day, root_of
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.texts import translator

if TYPE_CHECKING:
    from curriculum_kit.comparison import Side
    from curriculum_kit.comparison.revision import Repository


@click.command(
    help=text(
        "Menunjukkan perubahan kurikulum untuk penelaah, beserta halaman dan buku yang terkena.\n\n"
        "REVISI adalah nama revisi git, misalnya main atau HEAD~3 (bawaan: komit terakhir), yang dibandingkan dengan "
        "folder kerja. REVISI..REVISI membandingkan dua revisi; dengan tiga titik, sejak keduanya berpisah. KURIKULUM "
        "adalah folder kurikulum (bawaan: modules). Hasilnya memuat jawaban dan kunci: hanya untuk tim penyusun."
    ).format()
)
@click.argument("revision", metavar="[REVISI]", required=False, default="HEAD")
@click.argument("path", metavar="[KURIKULUM]", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER))
@click.option(
    "--format", "style", type=click.Choice(["text", "html", "json", "markdown"]), default="text", show_default=True,
    help=text("Bentuk hasil.").format(),
)  # fmt: skip
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), default=None,
    help=text("Berkas hasil (bawaan: layar).").format(),
)  # fmt: skip
@click.option("--module", "only", default=None, help=text("Hanya modul ini dan yang mengenainya.").format())
@click.option("--exit-code", is_flag=True, help=text("Selesai dengan kode 1 bila ada perubahan.").format())
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal nilai fakta (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def diff(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    revision: str,
    path: Path,
    style: str,
    output: Path | None,
    only: str | None,
    *,
    exit_code: bool,
    as_of: date | None,
    lang: str,
) -> None:
    """Compare, and leave with 0 unless `--exit-code` asks for 1 when something differs."""
    from curriculum_kit.comparison import compare
    from curriculum_kit.comparison.revision import HEAD, Repository, parse_revisions
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report.diff import written

    if ctx.get_parameter_source("path") is ParameterSource.DEFAULT and Path(revision).is_dir():
        revision, path = HEAD, Path(revision)
    if not path.exists():
        raise no_folder(path, ctx)
    revisions = parse_revisions(revision)
    if revisions is None:
        raise WrongUse(text('"{name}" bukan nama revisi; tulis seperti main atau main..HEAD', name=revision), ctx)
    root = root_of(path, ctx)
    repository = Repository(root)
    day = as_of_date(as_of, root, building=False)
    with ExitStack() as stack:
        new = (
            _committed(stack, repository, revisions.new, day)
            if revisions.new
            else _working_tree(root, day, text("folder kerja").format(translator(lang)))
        )
        start = repository.commit(revisions.old)
        if revisions.since_parting:
            start = repository.parting(start, repository.commit(revisions.new))
        old = _committed(stack, repository, start, day, revisions.old)
        comparison = compare(old, new)
        if only is not None:
            known = {*old.curriculum.modules, *new.curriculum.modules}
            if only not in known:
                hint = did_you_mean(only, known)
                raise WrongUse(text('Tidak ada modul "{name}"{hint}', name=only, hint=hint), ctx)
            comparison = comparison.of_module(only)
    is_color = output is None and sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    words = written(comparison, style, lang, color=is_color)
    if output is None:
        show(words)
    else:
        output.write_text(words, "utf-8")
        show(text("ditulis: {file}", file=os.path.relpath(output)).format(translator(lang)) + "\n")
    ctx.exit(FOUND if exit_code and not comparison.is_empty else OK)


def _working_tree(root: Path, day: date, name: str) -> Side:
    from curriculum_kit.comparison import Side
    from curriculum_kit.source.loader import load

    return Side(name, load(root).curriculum, day)


def _committed(stack: ExitStack, repository: Repository, name: str, day: date, shown: str = "") -> Side:
    """The curriculum of a revision, in a folder that is gone when the stack is closed."""
    from curriculum_kit.comparison import Side
    from curriculum_kit.comparison.revision import short
    from curriculum_kit.source.loader import load

    commit = repository.commit(name)
    folder = Path(stack.enter_context(TemporaryDirectory(prefix="ck-diff-")))
    repository.write(commit, folder)
    label = shown or name
    return Side(label if commit.startswith(label) else f"{label} ({short(commit)})", load(folder).curriculum, day)
