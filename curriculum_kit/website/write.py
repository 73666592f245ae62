"""Write a website into an empty folder."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path

import minify_html

from curriculum_kit.edition.fragments import write_drawings
from curriculum_kit.exporter.xlsx import write_sheets
from curriculum_kit.search.index import SearchPage, write_search_index
from curriculum_kit.search.synonyms import search_synonyms
from curriculum_kit.texts import said
from curriculum_kit.website.assets import write_assets
from curriculum_kit.website.page import Download, size_text
from curriculum_kit.website.site import Site


def write_site(site: Site, out: Path) -> None:
    """Write a whole website below `out`, which holds nothing but downloads: pages, pictures, sheets, styles, search."""
    site = site.offering(site.downloads, _write_sheets(site, out))
    pages = {address: site.html(address) for address in site.pages}
    for address, text in (*((address, light(text)) for address, text in pages.items()), *site.data.items()):
        target = out / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8")
    write_pictures(site, out / "gambar")
    write_assets(out / "aset", for_trainers=site.model.is_trainer)
    write_search(site, pages, out / "aset")


def light(html: str) -> str:
    """A page without what browsers do not need: spaces between elements, end tags and quotes that HTML lets off."""
    page = str(minify_html.minify(html, keep_html_and_head_opening_tags=True))
    # It takes `crossorigin` for an attribute without a value: then the manifest behind a login is asked for without it.
    return page.replace("<link crossorigin ", "<link crossorigin=use-credentials ")


def write_search(site: Site, pages: Mapping[str, str], folder: Path) -> None:
    """Write the search over the rendered pages into `folder`; a page without a kind is not found."""
    found = (
        SearchPage.of(address, page.title, page.kind, pages[address])
        for address, page in site.pages.items()
        if page.kind
    )
    write_search_index(found, folder, search_synonyms(site.context.curriculum))


def write_pictures(site: Site, folder: Path) -> None:
    """Copy the pictures that the text shows, and write the charts."""
    for picture, name in sorted(site.fragments.pictures.items()):
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        module_id, *rest = picture.split("/")
        shutil.copyfile(site.context.curriculum.root / module_id / "/".join(rest), target)
    write_drawings(site.fragments, folder)


def _write_sheets(site: Site, out: Path) -> Iterator[Download]:
    titles = {module.id: f"{said('Modul')} {module.number}: {module.title}" for module in site.model.modules}
    for file in write_sheets(site.context, out):
        size = out.joinpath(file.address).stat().st_size
        yield Download(file.address, file.title, "", titles[file.module_id], file.module_id, size_text(size), size)
