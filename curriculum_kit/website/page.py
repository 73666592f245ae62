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


HOME = Crumb("Beranda", "index.html")
