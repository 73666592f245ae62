"""Styles and scripts of the site: small sources joined and made smaller, so that a slow line carries few bytes.

`situs.css` and `situs.js` belong to every page; `alat.css` to the pages with tools of their own (search, training
centres, offline use). Other scripts are loaded by the pages that need them.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import rcssmin
import rjsmin

from curriculum_kit.edition.layout import template_text
from curriculum_kit.resources import templates_folder

STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "situs.css": ("base.css", "text.css", "blocks.css", "sheets.css", "teaching.css", "print.css"),
        "alat.css": ("tools.css", "search.css", "centres.css", "offline.css", "report.css"),
    }
)
"""The sheets of the site, each with its sources in `templates/website/styles/`, in order."""


def style_sheet(name: str) -> str:
    """A sheet of the site, joined and made smaller. KeyError when there is no such sheet."""
    return joined_styles(STYLES[name])


def joined_styles(parts: Iterable[str]) -> str:
    """Sources of styles as one sheet, made smaller."""
    return str(rcssmin.cssmin("\n".join(template_text("website", "styles", part) for part in parts)))


def script(name: str) -> str:
    """A script of the site, without its comments and spaces."""
    return str(rjsmin.jsmin(template_text("website", "static", name)))


def write_assets(folder: Path) -> None:
    """Write all sheets, scripts and icons into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in STYLES:
        folder.joinpath(name).write_text(style_sheet(name), "utf-8")
    for path in sorted((templates_folder() / "website" / "static").iterdir()):
        if path.suffix == ".js":
            folder.joinpath(path.name).write_text(script(path.name), "utf-8")
        else:
            shutil.copyfile(path, folder / path.name)
