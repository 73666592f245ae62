"""The menu of a page: the main places, and where the reader is, unfolded."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.website.page import HOME, Crumb, Page


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A place of the menu with the places below it."""

    title: str
    address: str
    children: tuple[Crumb, ...] = ()


def menu(model: EditionModel, page: Page) -> tuple[MenuItem, ...]:
    """The menu of a page. A module page and its sessions carry only their own module: every page must stay light."""
    scope = page.address.partition("/")[0]
    modules = [
        MenuItem(
            f"{module.number}. {module.title}",
            f"{module.id}/index.html",
            tuple(Crumb(session.title, session.address) for session in module.sessions) if module.id == scope else (),
        )
        for module in model.modules
        if module.id == scope or "/" not in page.address or scope == "program"
    ]
    items = [MenuItem(HOME.title, HOME.address), *modules]
    items += [
        MenuItem("Glosarium", "glosarium.html"),
        MenuItem("Fakta dan dasar hukum", "fakta.html"),
        MenuItem("Unduhan", "unduhan.html"),
        MenuItem("Pakai tanpa internet", "luring.html"),
    ]
    if model.is_trainer:
        items.append(MenuItem("Laporan kurikulum", "laporan.html"))
    return tuple(items)
