"""What a page of the website is, before it is rendered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Download:
    """A file to download: address from the root of the site, words for the link, what it is for."""

    address: str
    title: str
    purpose: str
    group: str
    scope_id: str
    size: str
    bytes: int = 0
    name: str = ""
    """The name of the file on the device of the reader, if it is not that of the address."""

    @property
    def format(self) -> str:
        """The kind of file, as printed beside the link."""
        return self.address.rpartition(".")[2].upper()

    @property
    def is_kept(self) -> bool:
        """Whether the page for offline use keeps it on the device: packs are for other devices."""
        return self.format not in {"HTML", "ZIP"}


@dataclass(frozen=True, slots=True)
class Crumb:
    """A step of the path to a page."""

    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Page:
    """A page before it is rendered. `kind` is what the search calls it; without one it is not found."""

    address: str
    template: str
    title: str
    crumbs: tuple[Crumb, ...] = ()
    kind: str = ""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def root(self) -> str:
        """The way from the page to the root of the site."""
        return "../" * self.address.count("/")


def size_text(size: int) -> str:
    """A number of bytes as printed beside a link: "640 KB", "1,2 MB"."""
    return f"{size / 1_000_000:.1f} MB".replace(".", ",") if size >= 1_000_000 else f"{max(size // 1000, 1)} KB"  # noqa: PLR2004


HOME = Crumb("Beranda", "index.html")
"""The start page; its name is said in the language of the edition where it is printed."""
