"""Write a website into an empty folder."""

from __future__ import annotations

import shutil
from pathlib import Path

from curriculum_kit.edition.builders import write_drawings
from curriculum_kit.edition.live_sheets import write_sheet_scripts
from curriculum_kit.exporter.xlsx import write_sheets
from curriculum_kit.search.index import SearchPage, write_search_index
from curriculum_kit.search.synonyms import search_synonyms
from curriculum_kit.website.assets import write_assets
from curriculum_kit.website.centres import SCRIPT
from curriculum_kit.website.offline import MANIFEST, web_manifest
from curriculum_kit.website.site import Site


def write_site(site: Site, out: Path) -> None:
    """Write a whole website below `out`, which must be empty: pages, pictures, worksheets, styles, scripts, search."""
    found: list[SearchPage] = []
    for page in site.pages.values():
        html = site.html(page.address)
        target = out / page.address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, "utf-8")
        if page.kind:
            found.append(SearchPage.of(page.address, page.title, page.kind, html))
    write_pictures(site, out / "gambar")
    write_assets(out / "aset", for_trainers=site.model.is_trainer)
    write_sheet_scripts(site.context, out)
    write_sheets(site.context, out)
    out.joinpath("aset", SCRIPT).write_text(site.centres.script(), "utf-8")
    settings = site.model.settings
    out.joinpath(MANIFEST).write_text(web_manifest(settings, is_trainer=site.model.is_trainer), "utf-8")
    write_search_index(found, out / "aset", search_synonyms(site.context.curriculum))


def write_pictures(site: Site, folder: Path) -> None:
    """Copy the pictures that the text shows, and write the charts."""
    for picture, name in sorted(site.fragments.pictures.items()):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        module_id, *rest = picture.split("/")
        shutil.copyfile(site.context.curriculum.root / module_id / "/".join(rest), target)
    write_drawings(site.fragments, folder)
