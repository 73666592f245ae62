"""`ck build`: check, then all editions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.errors import EnvironmentTrouble


@click.command(help="Periksa kurikulum, lalu buat semua buku dan kedua situs.")
@click.argument("root", type=click.Path(path_type=Path), default="modules")
@click.option("--module", "modules", multiple=True, metavar="ID", help="Hanya buku modul ini (boleh diulang).")
@click.option("--programme", "programmes", multiple=True, metavar="ID", help="Hanya buku program ini.")
@click.option("--audience", type=click.Choice([audience.value for audience in Audience]), help="Hanya edisi ini.")
@click.option("--only", type=click.Choice(["site", "books"]), help="Hanya situs atau hanya buku.")
@click.option("--output", type=click.Path(path_type=Path), help="Folder hasil (bawaan: build).")
@click.option("--jobs", type=click.IntRange(1, 64), help="Banyaknya proses (bawaan: sebanyak inti prosesor).")
@click.option("--as-of", "as_of", type=click.DateTime(["%Y-%m-%d"]), help="Tanggal berlakunya fakta.")
@click.option("--lang", type=click.Choice(["id", "en"]), default="id", help="Bahasa pesan.")
@click.pass_context
def build(
    context: click.Context,
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
    from curriculum_kit.publish.build import BuildRequest, available_jobs
    from curriculum_kit.publish.build import build as run_build
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report import print_findings

    if not root.is_dir():
        raise EnvironmentTrouble(f"Folder kurikulum {root} tidak ada.")
    scopes = frozenset((*modules, *programmes))
    partial = bool(scopes or audience or only)
    request = BuildRequest(
        root=root,
        output=output or Path("build-partial" if partial else "build"),
        cache=Path(".ck-cache"),
        as_of=as_of_date(as_of.date() if as_of else None, root, building=True),  # type: ignore[attr-defined]
        jobs=jobs or available_jobs(),
        scopes=scopes,
        audiences=(Audience(audience),) if audience else tuple(Audience),
        site=only != "books",
        books=only != "site",
    )
    result = run_build(request)
    print_findings(result.diagnostics, root, lang)
    if not result.published:
        click.echo("Hasil lama tidak diubah.", err=True)
        context.exit(1)
    click.echo(f"{result.files} berkas ditulis ke {request.output}/ (fakta per {request.as_of.isoformat()}).")
