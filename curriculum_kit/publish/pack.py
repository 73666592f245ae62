"""The site as one file for a USB stick, working from disk; then what depends on its size, and the service worker.

The pages in the pack are those of the site, without what makes no sense from disk: links to files that are not in the
pack, the web manifest, the offer of the pack itself.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from html import unescape
from pathlib import Path
from urllib.parse import unquote, urlsplit

from curriculum_kit.audience import Audience
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.texts import said
from curriculum_kit.website.assets import joined_styles
from curriculum_kit.website.offline import MANIFEST, WORKER, is_translation, write_worker
from curriculum_kit.website.page import size_text
from curriculum_kit.website.rewrite import Element, rewritten
from curriculum_kit.website.single import policy_hash

PACK = "unduhan/situs-luring.zip"
FOLDER = "situs"
"""The folder of the site in the pack; above it lie only the file to open and the one to read."""
START, READ_ME = "BUKA-SAYA.html", "BACA-SAYA.txt"
DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every member: same content, same bytes."""
PACKED = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".xlsx", ".woff2"})
"""Files that are compressed already."""
TITLE = re.compile(r"<title>(.*?)</title>")
SIZE = re.compile(r'(<span class="?pack-size"?>)[^<]*(</span>)')


def finish_site(site: Path, audience: Audience, *, books: bool = False) -> None:
    """Write the pack, show its size on the pages that offer it, and write the service worker.

    `site` is the whole folder of an audience. With `books` the PDFs are in the pack too.
    """
    write_pack(site, audience, books=books)
    words = f"{size_text(site.joinpath(PACK).stat().st_size)}{said(', dengan buku PDF') if books else ''}"
    for path in sorted(site.glob("*.html")):
        page = path.read_text("utf-8")
        shown = SIZE.sub(lambda match: f"{match[1]}{words}{match[2]}", page)
        if shown != page:
            path.unlink()
            path.write_text(shown, "utf-8")
    write_worker(site, audience)


def write_pack(site: Path, audience: Audience, *, books: bool) -> None:
    """Write the pack of a site into its folder of downloads."""
    names = frozenset(name for name in _names(site) if books or not name.endswith(".pdf"))
    target = site / PACK
    target.parent.mkdir(parents=True, exist_ok=True)
    target.unlink(missing_ok=True)  # never write through a link to an older output
    with zipfile.ZipFile(target, "w") as pack:
        for name, content in _front(site, audience):
            _add(pack, name, content)
        for name in sorted(names):
            _add(pack, f"{FOLDER}/{name}", _content(site, name, names))


def _add(pack: zipfile.ZipFile, name: str, content: bytes) -> None:
    info = zipfile.ZipInfo(name, DAY)
    info.create_system = 3  # Unix, wherever it is made
    info.external_attr = 0o644 << 16
    info.compress_type = zipfile.ZIP_STORED if Path(name).suffix in PACKED else zipfile.ZIP_DEFLATED
    pack.writestr(info, content, compresslevel=9)


def _front(site: Path, audience: Audience) -> Iterator[tuple[str, bytes]]:
    """What a reader sees first: a file to read and a file to open."""
    title = TITLE.search(site.joinpath("index.html").read_text("utf-8"))
    style = joined_styles(("start.css",), for_trainers=audience is Audience.TRAINER)
    values = {
        "name": unescape(title[1]) if title else "",
        "is_trainer": audience is Audience.TRAINER,
        "style": style,
        "hash": policy_hash(style),
        "start": START,
        "folder": FOLDER,
    }
    environment = layout_environment("website")
    text = environment.get_template("single/readme.txt").render(values)
    yield READ_ME, text.replace("\n", "\r\n").encode()  # an old Notepad shows one long line otherwise
    yield START, environment.get_template("single/start.html").render(values).encode()


def _names(site: Path) -> Iterator[str]:
    """The files of a site that make sense in the pack."""
    for path in sorted(site.rglob("*")):
        name = path.relative_to(site).as_posix()
        if path.is_file() and name not in {PACK, WORKER, MANIFEST} and not is_translation(name):
            yield name


def _content(site: Path, name: str, names: frozenset[str]) -> bytes:
    raw = site.joinpath(name).read_bytes()
    if not name.endswith(".html") or name.startswith("unduhan/"):
        return raw

    def change(element: Element) -> None:
        attributes = element.attributes
        if "pack" in (attributes.get("class") or "").split():
            element.dropped = True
        elif element.name == "link" and attributes.get("rel") in {"manifest", "alternate"}:
            element.dropped = True  # browsers refuse the first from disk; the other is not in the pack
        elif element.name == "a" and not _is_there(attributes.get("href"), name, names):
            element.name, element.attributes = "span", {"class": "absent"}
            element.tail = said(" (tidak ada dalam paket ini)")

    return rewritten(raw.decode("utf-8"), change).encode()


def _is_there(href: str | None, page: str, names: frozenset[str]) -> bool:
    """Whether a link leads to a file of the pack, to a place on the page, or out of the site."""
    if href is None:
        return True
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or not parts.path:
        return True
    return posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(parts.path))) in names
