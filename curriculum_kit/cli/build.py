"""`ck build`: check, then all editions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.cli import FOUND, OK, show
from curriculum_kit.cli.check import Day
from curriculum_kit.cli.speech import WrongUse, lang_option, no_folder
from curriculum_kit.diagnostics import text
from curriculum_kit.texts import translator

CACHE = Path(".ck-cache")


@click.command(
    help=text(
        "Memeriksa kurikulum, lalu membuat semua buku dan kedua situs.\n\n"
        "Hasilnya ditulis ke build/. Bila hanya sebagian yang diminta, hasilnya ditulis ke build-partial/."
    ).format()
)
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path("modules"))
@click.option("--module", "modules", multiple=True, metavar="ID", help=text("Hanya buku modul ini.").format())
@click.option("--programme", "programmes", multiple=True, metavar="ID", help=text("Hanya buku program ini.").format())
@click.option(
    "--audience", type=click.Choice([audience.value for audience in Audience]), help=text("Hanya edisi ini.").format()
)
@click.option("--only", type=click.Choice(["site", "books"]), help=text("Hanya situs atau hanya buku.").format())
@click.option("--output", type=click.Path(path_type=Path), help=text("Folder hasil.").format())
@click.option("--jobs", type=click.IntRange(1, 64), help=text("Banyaknya proses.").format())
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal berlakunya fakta.").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def build(  # noqa: PLR0913, PLR0917 - one parameter per option of the command line
    ctx: click.Context,
    root: Path,
    modules: tuple[str, ...],
    programmes: tuple[str, ...],
    audience: str | None,
    only: str | None,
    output: Path | None,
    jobs: int | None,
    as_of: date | None,
    lang: str,
) -> None:
    """Build and publish; exit code 1 when errors or leaks stop the build."""
    from curriculum_kit.cli.progress import progress_bar
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.publish.request import BuildRequest, available_jobs
    from curriculum_kit.publish.unchanged import build_if_changed
    from curriculum_kit.report import openable, written

    if not root.is_dir():
        raise no_folder(root, ctx)
    scopes = frozenset((*modules, *programmes))
    known = {path.name for path in root.iterdir()} | {path.stem for path in root.glob("programmes/*.yaml")}
    for scope in sorted(scopes - known):
        raise WrongUse(text('Tidak ada modul atau program "{scope}".', scope=scope), ctx)
    partial = bool(scopes or audience or only)
    translate = translator(lang)
    with progress_bar(translate) as tell:
        request = BuildRequest(
            root=root,
            output=output or Path("build-partial" if partial else "build"),
            cache=CACHE,
            as_of=as_of_date(as_of, root, building=True),
            jobs=jobs or available_jobs(),
            scopes=scopes,
            audiences=(Audience(audience),) if audience else tuple(Audience),
            site=only != "books",
            books=only != "site",
            tell=tell,
        )
        result = build_if_changed(request)
    if result.diagnostics:
        show(written(openable(result.diagnostics, root), language=lang))
    if not result.published:
        show(text("Tidak ada yang diterbitkan; hasil sebelumnya tidak diubah.").format(translate) + "\n")
        ctx.exit(FOUND)
    done = text(
        "{count} berkas ditulis ke {folder}/ (fakta per {day}).",
        count=result.files,
        folder=request.output.as_posix(),
        day=request.as_of.isoformat(),
    )
    show(done.format(translate) + "\n")
    ctx.exit(OK)
