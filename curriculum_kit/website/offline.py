"""What makes a site usable without a line: the table of its service worker, and the manifest that makes it installable.

`luring.js` lies at the root of a site: that is the place from which it may answer for all pages.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import rjsmin

from curriculum_kit.audience import Audience, View
from curriculum_kit.edition.layout import template_text
from curriculum_kit.source.catalogues import LANGUAGES
from curriculum_kit.texts import edition_language, said

WORKER = "luring.js"
PAGE = "luring.html"
MANIFEST = "aplikasi.webmanifest"
OFFERS = "unduhan"
"""The folder of the books: a reader keeps them one by one."""
DIGITS = 12
"""Hexadecimal digits of a hash in the table: two contents of one file never share them by chance."""
COLOUR, GROUND = "#0b4f6c", "#ffffff"


def write_worker(site: Path, audience: Audience) -> None:
    """Write the service worker for the files below `site`. To be called when all of them are there."""
    files = dict(_digests(site, lambda name: not name.startswith(f"{OFFERS}/")))
    offers = dict(_digests(site, lambda name: name.startswith(f"{OFFERS}/") and _is_offer(name)))
    text = template_text("website", WORKER)
    # Answers stay on a trainer's device only when the trainer asks for it: it may be the computer of the class.
    for place, value in {
        "FILES = new Map(Object.entries({}))": f"FILES = new Map(Object.entries({_script(files)}))",
        "OFFERS = new Map(Object.entries({}))": f"OFFERS = new Map(Object.entries({_script(offers)}))",
        "AUTO = true": f"AUTO = {_script(audience is Audience.PARTICIPANT)}",
    }.items():
        if text.count(place) != 1:
            raise ValueError(f"{WORKER} has no place {place!r}")
        text = text.replace(place, value)
    site.joinpath(WORKER).unlink(missing_ok=True)  # never write through a link to an older output
    site.joinpath(WORKER).write_text(str(rjsmin.jsmin(text)) + "\n", "utf-8")


def web_manifest(settings: View, *, is_trainer: bool) -> str:
    """The web app manifest: name, colours and icons of the site as an app on the device."""
    name = str(settings.name)
    content = {
        "name": f"{name} ({said('pelatih')})" if is_trainer else name,
        "short_name": said("Pelatih") if is_trainer else name.split(maxsplit=1)[0],
        "lang": edition_language(),
        "dir": "ltr",
        "start_url": "./index.html",
        "scope": "./",
        "display": "standalone",
        "background_color": GROUND,
        "theme_color": COLOUR,
        "icons": [
            {"src": "aset/ikon.svg", "sizes": "any", "type": "image/svg+xml"},
            {"src": "aset/ikon-192.png", "sizes": "192x192", "type": "image/png"},
            {"src": "aset/ikon-512.png", "sizes": "512x512", "type": "image/png"},
            {"src": "aset/ikon-penuh-512.png", "sizes": "512x512", "type": "image/png", "purpose": "maskable"},
        ],
    }
    return _script(content) + "\n"


def _digests(site: Path, wanted: Callable[[str], bool]) -> Iterator[tuple[str, str]]:
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name != WORKER and wanted(name) and not is_translation(name):
            yield name, hashlib.sha256(path.read_bytes()).hexdigest()[:DIGITS]


def is_translation(name: str) -> bool:
    """Whether a file belongs to the site of another language, which lies in this one and is whole by itself."""
    return name.partition("/")[0] in LANGUAGES


def _is_offer(name: str) -> bool:
    """Packs are for other devices: this one has the pages."""
    return not name.endswith((".zip", ".html"))


def _script(value: object) -> str:
    return json.dumps(value, separators=(",", ":"), ensure_ascii=False)
