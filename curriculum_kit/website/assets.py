"""Styles and scripts of the site: small sources joined and made smaller, so that a slow line carries few bytes.

`situs.css` and `situs.js` belong to every page; `alat.css` to the pages with tools of their own (search, training
centres, offline use). Other scripts are loaded by the pages that need them, and `lembar.css` by `lembar.js`.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path
from types import MappingProxyType

import rcssmin
import rjsmin

from curriculum_kit.edition.layout import template_text
from curriculum_kit.edition.wording import translated_script
from curriculum_kit.resources import templates_folder
from curriculum_kit.texts import SOURCE_LANGUAGE, edition_language, output_words

STYLES: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "situs.css": ("base.css", "text.css", "blocks.css", "sheets.css", "print.css", "teaching.css"),
        "lembar.css": ("live.css",),
        "alat.css": ("tools.css", "search.css", "centres.css", "offline.css", "report.css", "programme.css"),
    }
)
"""The sheets of the site, each with its sources in `templates/website/styles/`, in order."""
SCRIPTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"situs.js": ("situs.js", "mengajar.js")})
"""Scripts made of several sources in `templates/website/static/`; every other one is its own source."""
TRANSLATED = "translated.css"
"""What translations need beside the styles of texts."""
FOR_TRAINERS = frozenset({"teaching.css", "report.css", "mengajar.js", "jam.js"})
"""Sources that only the trainer site needs."""


def style_sheet(name: str, *, for_trainers: bool) -> str:
    """A sheet of the site, joined and made smaller. KeyError when there is no such sheet."""
    return joined_styles(STYLES[name], for_trainers=for_trainers)


def joined_styles(parts: Iterable[str], *, for_trainers: bool) -> str:
    """Sources of styles as one sheet, made smaller."""
    kept = [part for part in parts if for_trainers or part not in FOR_TRAINERS]
    if edition_language() != SOURCE_LANGUAGE and "text.css" in kept:
        kept.append(TRANSLATED)
    return str(rcssmin.cssmin("\n".join(template_text("website", "styles", part) for part in kept)))


def script(name: str, *, for_trainers: bool) -> str:
    """A script of the site, joined, without its comments and spaces."""
    kept = (part for part in SCRIPTS.get(name, (name,)) if for_trainers or part not in FOR_TRAINERS)
    source = "\n".join(template_text("website", "static", part) for part in kept)
    language = edition_language()
    if language != SOURCE_LANGUAGE:
        source = translated_script(source, output_words(language))
    return str(rjsmin.jsmin(source))


def write_assets(folder: Path, *, for_trainers: bool) -> None:
    """Write all sheets, scripts and icons of a site into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in STYLES:
        folder.joinpath(name).write_text(style_sheet(name, for_trainers=for_trainers), "utf-8")
    joined = {part for name, parts in SCRIPTS.items() for part in parts if part != name}
    for path in sorted((templates_folder() / "website" / "static").iterdir()):
        if path.name in joined or (path.name in FOR_TRAINERS and not for_trainers):
            continue
        if path.suffix == ".js":
            folder.joinpath(path.name).write_text(script(path.name, for_trainers=for_trainers), "utf-8")
        else:
            shutil.copyfile(path, folder / path.name)
