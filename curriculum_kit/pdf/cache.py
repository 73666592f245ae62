"""Finished PDFs, kept by everything they were made of.

An entry is found by its name. That of a fragment is made of its HTML, CSS, fonts, versions, options. The images that
it uses are known only after rendering, so the entry lists them with their digests; it counts only while they still say
the same. That of a book is made of what it says itself and of its fragments. One file holds it all, its own digest
first: an entry that was cut, mixed up or tampered with is no entry.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import astuple, fields
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from curriculum_kit.pdf.files import digest, source_digest, write_whole
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PdfBook, PdfFragment

KEPT_BYTES = 2_000_000_000
"""What the entries may take together; beyond it, those unused for the longest time go."""


class Entry(NamedTuple):
    """A PDF with the facts about it."""

    pdf: bytes
    facts: str


def tools_key(fonts: FontSet, versions: Iterable[str]) -> str:
    """The part that all names have in common: our own code, fonts and versions."""
    return _digest((source_digest(), fonts.digest, *versions))


def key(fragment: PdfFragment, tools: str) -> str:
    """The name of a fragment's entry. It holds no path: another folder, the same entry."""
    styles = _styles_digest(fragment.stylesheets)
    return _digest(
        ("fragment", tools, fragment.html, str(fragment.forms), styles, " ".join(fragment.hyphenation), fragment.closer)
    )


def book_key(book: PdfBook, parts: Iterable[str], tools: str) -> str:
    """The name of a book's entry. `parts` stand for its fragments and those of its watermark."""
    hidden = {"fragments", "watermark", "target", "name"}
    said = (f"{field.name}={_plain(getattr(book, field.name))}" for field in fields(book) if field.name not in hidden)
    return _digest(("book", tools, *said, *parts))


def find(folder: Path, name: str, fragment: PdfFragment | None = None) -> Entry | None:
    """An entry, or None if there is none, it is damaged, or images of `fragment` have changed or may not be used."""
    path = _path(folder, name)
    try:
        expected, _, rest = path.read_bytes().partition(b"\n")
        if digest(rest).encode() != expected:
            return None
        head, _, pdf = rest.partition(b"\n")
        owner, images, facts = json.loads(head)
        if owner != name or not _same_images(images, fragment):
            return None
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        os.utime(path)
    return Entry(pdf, facts)


def store(folder: Path, name: str, entry: Entry, images: Mapping[str, str]) -> None:
    """Keep a PDF. `images` are the paths it was made from, relative to the base of its fragment, with their digests."""
    head = json.dumps([name, dict(sorted(images.items())), entry.facts])
    rest = head.encode() + b"\n" + entry.pdf
    write_whole(_path(folder, name), digest(rest).encode() + b"\n" + rest)


def prune(folder: Path, kept_bytes: int = KEPT_BYTES) -> None:
    """Remove the entries that were unused for the longest time, until the rest fits."""
    entries = []
    for path in folder.glob("pdf/*.entry"):
        with suppress(OSError):
            status = path.stat()
            entries.append((status.st_mtime_ns, status.st_size, path))
    for _, size, path in sorted(entries, reverse=True):
        kept_bytes -= size
        if kept_bytes < 0:
            path.unlink(missing_ok=True)


@lru_cache(maxsize=8)
def _styles_digest(stylesheets: tuple[str, ...]) -> str:
    return _digest(stylesheets)


def _same_images(images: Mapping[str, str], fragment: PdfFragment | None) -> bool:
    if fragment is None:
        return not images
    assets = [asset.resolve() for asset in fragment.assets]
    for image, image_digest in images.items():
        path = (fragment.base / image).resolve()
        if not any(path.is_relative_to(asset) for asset in assets) or digest(path.read_bytes()) != image_digest:
            return False
    return True


def _plain(value: object) -> str:
    """A value as text that says all of it."""
    if isinstance(value, tuple):
        return repr([_plain(part) for part in value])
    return repr(astuple(value)) if hasattr(value, "__dataclass_fields__") else repr(value)  # type: ignore[call-overload]


def _digest(parts: Iterable[str]) -> str:
    hasher = hashlib.sha256()
    for part in parts:
        # Each with its length, so that no two lists of parts read the same.
        data = part.encode()
        hasher.update(b"%d:" % len(data) + data)
    return hasher.hexdigest()


def _path(folder: Path, name: str) -> Path:
    return folder / "pdf" / f"{name}.entry"
