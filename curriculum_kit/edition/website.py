"""Write the website of one edition: pages from templates, pictures that its text shows, styles, scripts, search."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.edition.builders import Fragments, write_drawings
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.edition.live_sheets import write_sheet_scripts
from curriculum_kit.edition.model import Builder, ModuleModel, SessionModel
from curriculum_kit.edition.reference import EditionModel, edition_model
from curriculum_kit.edition.report import report_page
from curriculum_kit.edition.slots import slot_filler
from curriculum_kit.resources import templates_folder
from curriculum_kit.search.index import SearchPage, write_search_index


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: address from the root of the site, words for the link, what it is for."""

    address: str
    title: str
    purpose: str
    group: str
    scope_id: str
    size: str


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the path to a page."""

    title: str
    address: str


def write_website(context: EditionContext, fragments: Fragments, downloads: Iterable[Download], out: Path) -> None:
    """Write all pages below `out`, which must be empty."""
    model = edition_model(Builder(context, fragments.sessions, fragments.fields))
    environment = layout_environment("website")
    fill = slot_filler(context, environment, "web", fragments.fields)
    found: list[SearchPage] = []
    files = tuple(downloads)

    def page(template: str, address: str, title: str, *crumbs: Crumb, kind: str = "", **values: object) -> None:
        root = "../" * address.count("/")
        html = environment.get_template(template).render(
            edition=model, root=root, address=address, title=title, crumbs=crumbs, fill=fill, downloads=files, **values
        )
        target = out / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(html, "utf-8")
        if kind:
            found.append(SearchPage.of(address, title, kind, html))

    home = Crumb("Beranda", "index.html")
    page("index.html", "index.html", model.settings.name, kind="Beranda")
    for programme in model.programmes:
        page("programme.html", f"program/{programme.id}.html", programme.title, home, kind="Program",
             programme=programme)  # fmt: skip
    for module in model.modules:
        page("module.html", f"{module.id}/index.html", module.title, home, kind="Modul", module=module)
        crumb = Crumb(f"Modul {module.number}", f"{module.id}/index.html")
        for session, before, after in _neighbours(module):
            page("session.html", session.address, session.title, home, crumb, kind="Sesi",
                 module=module, session=session, before=before, after=after)  # fmt: skip
    page("glossary.html", "glosarium.html", "Glosarium", home, kind="Glosarium")
    page("facts.html", "fakta.html", "Fakta dan dasar hukum", home, kind="Fakta")
    if model.is_trainer:
        page("report.html", "laporan.html", "Laporan kurikulum", home, report=report_page(context))
    page("downloads.html", "unduhan.html", "Unduhan", home)
    page("search.html", "cari.html", "Cari", home)
    for picture, name in sorted(fragments.pictures.items()):
        target = out / "gambar" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        module_id, *rest = picture.split("/")
        shutil.copyfile(context.curriculum.root / module_id / "/".join(rest), target)
    write_drawings(fragments, out / "gambar")
    shutil.copytree(templates_folder() / "website" / "static", out / "aset", dirs_exist_ok=True)
    styles = sorted((templates_folder() / "website" / "styles").glob("*.css"))
    with (out / "aset" / "situs.css").open("a", encoding="utf-8") as sheet:
        sheet.writelines(path.read_text("utf-8") for path in styles)
    write_sheet_scripts(context, out)
    write_search_index(found, out / "aset")


def _neighbours(module: ModuleModel) -> Iterable[tuple[SessionModel, SessionModel | None, SessionModel | None]]:
    sessions: tuple[SessionModel | None, ...] = (None, *module.sessions, None)
    for before, session, after in zip(sessions, module.sessions, sessions[2:], strict=False):
        yield session, before, after


__all__ = ["Crumb", "Download", "EditionModel", "write_website"]
