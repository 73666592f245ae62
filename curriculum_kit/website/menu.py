"""The menu of a page: the main places, and where the reader is, unfolded."""

from __future__ import annotations

from dataclasses import dataclass, replace

from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.texts import said
from curriculum_kit.website.page import HOME, Crumb, Page


@dataclass(frozen=True, slots=True)
class MenuItem:
    """A place of the menu with the places below it. `words` say on the start page what it is for."""

    title: str
    address: str
    children: tuple[Crumb, ...] = ()
    words: str = ""
    is_module: bool = False


TOOLS = (
    MenuItem("Glosarium", "glosarium.html", words="Arti istilah dengan kata sehari-hari."),
    MenuItem("Fakta dan dasar hukum", "fakta.html", words="Tarif, batas, dan aturan, dengan tanggal periksanya."),
    MenuItem("Balai pelatihan", "balai.html", words="Balai di setiap provinsi, kejuruan, dan fasilitasnya."),
    MenuItem("Yang berubah", "perubahan.html", words="Perubahan sejak rilis terakhir, per modul dan sesi."),
    MenuItem("Unduhan", "unduhan.html", words="Buku siap cetak."),
    MenuItem("Pakai tanpa internet", "luring.html", words="Simpan situs dan buku di ponsel, atau salin ke flash disk."),
)
TRAINER_TOOLS = (MenuItem("Laporan kurikulum", "laporan.html", words="Jam pelajaran, keselarasan, dan umur fakta."),)
NEAR = frozenset({"glosarium.html", "fakta.html", "unduhan.html"})
"""What readers of a session look up; the other tools stand on the start page."""


TRANSLATED = frozenset({"glosarium.html", "fakta.html", "unduhan.html", "luring.html"})
"""What a translation has of them: the others tell of things that are not translated."""


def menu(model: EditionModel, page: Page) -> tuple[MenuItem, ...]:
    """The menu of a page. A module page and its sessions carry only their own module: every page must stay light."""
    scope = page.address.partition("/")[0]
    modules = [
        MenuItem(
            f"{module.number}. {module.title}",
            f"{module.id}/index.html",
            tuple(Crumb(session.title, session.address) for session in module.sessions) if module.id == scope else (),
            is_module=True,
        )
        for module in model.modules
        if module.id == scope or "/" not in page.address or scope == "program"
    ]
    tools = (*TOOLS, *(TRAINER_TOOLS if model.is_trainer else ()))
    if any(module.children for module in modules):
        tools = tuple(item for item in tools if item.address in NEAR)
    if model.translation:
        tools = tuple(item for item in tools if item.address in TRANSLATED)
    said_tools = (replace(item, title=said(item.title), words=said(item.words)) for item in tools)
    return (MenuItem(said(HOME.title), HOME.address), *modules, *said_tools)
