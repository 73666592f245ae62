"""A module as one file that needs nothing else: to be sent by WhatsApp, to be opened from anywhere.

It is laid out from the text of the website. Styles stand inside and are named by their hash in the security policy;
pictures are data; links within the module become anchors, links elsewhere become words with the address of the site.
"""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from functools import cached_property
from pathlib import Path
from urllib.parse import quote, urlsplit

from curriculum_kit.edition.books import home, site_address
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.edition.model import ModuleModel, SessionModel
from curriculum_kit.edition.reference import used_terms
from curriculum_kit.edition.slots import slot_filler
from curriculum_kit.website.assets import joined_styles
from curriculum_kit.website.rewrite import Element, rewritten
from curriculum_kit.website.site import Site

STYLES = ("base.css", "text.css", "blocks.css", "sheets.css", "print.css", "teaching.css", "single.css")
POLICY = "default-src 'none';style-src '{hash}';img-src data:;base-uri 'none';form-action 'none'"
PICTURES = "gambar/"
TERMS = "glosarium.html"
NAMING = ("id", "for", "headers", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details")
HEADING = re.compile(r"h[2-5]")
MIME = {".svg": "image/svg+xml", ".png": "image/png", ".jpg": "image/jpeg", ".jpeg": "image/jpeg"}
PLAIN = "!$'()*+,-./:;=?@_~"
"""Characters that a data address may show as they are."""


def single_address(module_id: str) -> str:
    """Where the file of a module is published, from the root of the site. Part of the contract."""
    return f"unduhan/{module_id}/modul.html"


def single_name(module_id: str, *, is_trainer: bool) -> str:
    """The name of the file on the device of the reader: a trainer must not send the wrong one."""
    return f"{module_id}-khusus-pelatih.html" if is_trainer else f"{module_id}.html"


def write_single_files(site: Site, out: Path) -> None:
    """Write the file of each module below `out`, the folder of the site."""
    files = SingleFiles(site)
    for module in site.model.modules:
        target = out / single_address(module.id)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(files.html(module), "utf-8")


class SingleFiles:
    """The single files of one edition."""

    def __init__(self, site: Site) -> None:
        """Bind to a website: its text is laid out again."""
        self.model = site.model
        self.fragments = site.fragments
        self._root = site.context.curriculum.root
        self._environment = layout_environment("website")
        self._site = site_address(self.model)
        self._home = home(self.model)
        self._style = joined_styles(STYLES, for_trainers=self.model.is_trainer)
        # Blanks as on paper: there is nothing to type into.
        self._fill = slot_filler(site.context, self._environment, "file", self.fragments.fields)

    def html(self, module: ModuleModel) -> str:
        """The file of a module."""
        texts = {session.id: self._session(module, session) for session in module.sessions}
        home = f"{module.id}/index.html"
        head = self._moved(self._fill(module.md("unit", "description")), module, home, "")
        terms = used_terms(self.model.terms, "".join((head, *texts.values())))
        meanings = {term.id: self._moved(term.meaning, module, home, "") for term in terms}
        return self._environment.get_template("single.html").render(
            edition=self.model,
            module=module,
            description=head,
            texts=texts,
            terms=terms,
            meanings=meanings,
            style=self._style,
            policy=POLICY.format(hash=policy_hash(self._style)),
            address=f"{self._site}/{module.id}/",
        )

    def _session(self, module: ModuleModel, session: SessionModel) -> str:
        plan = ""
        if self.model.is_trainer:
            plan = self._environment.get_template("plan.html").render(edition=self.model, session=session)
        return self._moved(plan + self._fill(session.html), module, session.address, f"{session.id}--")

    def _moved(self, html: str, module: ModuleModel, address: str, prefix: str) -> str:
        """The text of a page of the site as a part of the file: `prefix` keeps its ids apart from those of others."""

        def change(element: Element) -> None:
            attributes = element.attributes
            if prefix and HEADING.fullmatch(element.name):  # the title of the session is a heading of the file
                element.name = f"h{int(element.name[1]) + 1}"
            for name in [name for name in attributes if name.startswith("data-")]:
                del attributes[name]
            if element.name == "details":
                attributes["open"] = None  # paper unfolds nothing
            if element.name == "section":
                attributes.pop("aria-labelledby", None)  # the same name in each session would name no place
            for name in NAMING:
                if words := attributes.get(name):
                    attributes[name] = " ".join(f"{prefix}{word}" for word in words.split())
            if element.name == "img":
                attributes["src"] = self._picture(_place(attributes.get("src") or "", address)[0])
            if element.name == "a" and attributes.get("href") is not None:
                self._link(element, module, address)

        return rewritten(html, change)

    def _link(self, element: Element, module: ModuleModel, address: str) -> None:
        href = element.attributes["href"] or ""
        if urlsplit(href).scheme:
            goal, shown = "", href
        else:
            place, anchor = _place(href, address)
            inside = {session.address: session.id for session in module.sessions}
            if place in inside:
                goal = f"#{inside[place]}--{anchor}" if anchor else f"#{inside[place]}"
            else:
                goal = f"#{anchor}" if place == TERMS else ""
            shown = f"{self._home}/{place[3:]}" if place.startswith("../") else f"{self._site}/{place}"
        if goal:
            element.attributes["href"] = goal
            return
        element.name, element.attributes = "span", {"class": "away"}
        element.tail = f" ({shown.removeprefix('https://').removeprefix('http://')})"

    def _picture(self, address: str) -> str:
        """A picture as a data address. KeyError when the text shows a picture that is not in the edition."""
        name = address.removeprefix(PICTURES)
        suffix = posixpath.splitext(name)[1].lower()
        if name in self.fragments.drawings:
            content = self.fragments.drawings[name].encode()
        else:
            module_id, *rest = self._originals[name].split("/")
            content = self._root.joinpath(module_id, *rest).read_bytes()
        if suffix == ".svg":  # readable text packs better than base64
            return f"data:{MIME[suffix]},{quote(' '.join(content.decode().split()), safe=PLAIN)}"
        return f"data:{MIME[suffix]};base64,{base64.b64encode(content).decode('ascii')}"

    @cached_property
    def _originals(self) -> dict[str, str]:
        return {name: original for original, name in self.fragments.pictures.items()}


def _place(href: str, address: str) -> tuple[str, str]:
    """(address from the root of the site, anchor) of a link on the page at `address`."""
    path, _, anchor = href.partition("#")
    return posixpath.normpath(posixpath.join(posixpath.dirname(address), path)) if path else address, anchor


def policy_hash(text: str) -> str:
    """The hash of an inline style or script as the security policy names it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode('ascii')}"
