"""`ck doctor`: what is missing on this machine."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

import click

from curriculum_kit.cli import OK, TROUBLE, show
from curriculum_kit.cli.speech import lang_option
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.resources import templates_folder
from curriculum_kit.texts import translator

ENOUGH_DISK = 500_000_000
"""Bytes that a build of a large curriculum needs for a moment."""
PACKAGES = ("sphinx", "myst-parser", "weasyprint", "pikepdf", "pydantic", "fontpkg-plus-jakarta-sans")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at: whether it is well, what was seen, and what to do if not."""

    well: bool
    seen: Text
    help: Text


@click.command(help=text("Memeriksa apa yang belum terpasang di komputer ini.").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def doctor(ctx: click.Context, lang: str) -> None:
    """Look at everything a build needs; exit code 2 when something is missing."""
    translate = translator(lang)
    found = list(_findings())
    for finding in found:
        mark = "ok   " if finding.well else "KURANG"
        show(f"{mark:6} {finding.seen.format(translate)}\n")
        if not finding.well:
            show(f"       {finding.help.format(translate)}\n")
    ctx.exit(OK if all(finding.well for finding in found) else TROUBLE)


def _findings() -> Iterator[Finding]:
    python = ".".join(str(part) for part in sys.version_info[:3])
    yield Finding(
        well=sys.version_info >= (3, 11),
        seen=text("Python {version}", version=python),
        help=text("Pasang Python 3.11 atau lebih baru."),
    )
    for name in PACKAGES:
        yield _package(name)
    yield _pango()
    yield Finding(
        (templates_folder() / "books" / "book.css").is_file(),
        text("templat di {folder}", folder=templates_folder()),
        text("Pasang ulang curriculum-kit; paketnya tidak lengkap."),
    )
    here = Path.cwd()
    yield Finding(
        os.access(here, os.W_OK),
        text("folder {folder} dapat ditulisi", folder=here),
        text("Pindah ke folder yang boleh Anda tulisi."),
    )
    free = shutil.disk_usage(here).free
    yield Finding(
        free > ENOUGH_DISK,
        text("ruang kosong {megabytes} MB", megabytes=free // 1_000_000),
        text("Kosongkan cakram: pembuatan memerlukan sedikitnya 500 MB."),
    )


def _package(name: str) -> Finding:
    try:
        seen, well = text("paket {name} {version}", name=name, version=version(name)), True
    except PackageNotFoundError:
        seen, well = text("paket {name} tidak ada", name=name), False
    return Finding(well, seen, text("Jalankan `make build`, yang memasang semua paket."))


def _pango() -> Finding:
    """WeasyPrint draws text with Pango, which comes from the system."""
    try:
        from weasyprint.text.ffi import pango

        number = int(pango.pango_version())
    except (ImportError, OSError):
        return Finding(
            well=False,
            seen=text("Pango tidak ada"),
            help=text("Pasang dengan: sudo apt-get install libpangoft2-1.0-0 libharfbuzz-subset0"),
        )
    shown = f"{number // 10000}.{number // 100 % 100}.{number % 100}"
    return Finding(well=True, seen=text("Pango {version}", version=shown), help=text(""))
