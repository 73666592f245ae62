"""Finished PDFs, kept by everything they were made of.

An entry is found by its job: HTML, CSS, fonts, versions, options. The images that the job uses are known only after
rendering, so the entry lists them with their digests; it counts only while they still say the same. One file holds it
all, its own digest first: an entry that was cut, mixed up or tampered with is no entry.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from curriculum_kit.pdf.files import digest, source_digest, write_whole
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PdfJob

KEPT_BYTES = 2_000_000_000
"""What the entries may take together; beyond it, those unused for the longest time go."""


def key(job: PdfJob, fonts: FontSet, versions: tuple[str, ...]) -> str:
    """The name of the job's entry. It holds no path: another folder, the same entry."""
    parts = (
        *(source_digest(), fonts.digest, *versions),
        *(job.html, job.title, job.language, str(job.forms), str(job.as_of), str(job.outline_levels)),
        *(repr(astuple(label)) for label in job.labels),
        *job.stylesheets,
        " ".join(job.hyphenation),
    )
    hasher = hashlib.sha256()
    for part in parts:
        # Each with its length, so that no two lists of parts read the same.
        data = part.encode()
        hasher.update(b"%d:" % len(data) + data)
    return hasher.hexdigest()


def find(folder: Path, name: str, job: PdfJob) -> bytes | None:
    """The PDF of an entry, or None if there is none, it is damaged, or its images have changed or may not be used."""
    assets = [asset.resolve() for asset in job.assets]
    path = _path(folder, name)
    try:
        expected, _, rest = path.read_bytes().partition(b"\n")
        if digest(rest).encode() != expected:
            return None
        images, _, pdf = rest.partition(b"\n")
        for image, image_digest in json.loads(images).items():
            path_now = (job.base / image).resolve()
            if not any(path_now.is_relative_to(asset) for asset in assets):
                return None
            if digest(path_now.read_bytes()) != image_digest:
                return None
    except (OSError, ValueError):
        return None
    with suppress(OSError):
        os.utime(path)
    return pdf


def store(folder: Path, name: str, pdf: bytes, images: Mapping[str, str]) -> None:
    """Keep a PDF. `images` are the paths it was made from, relative to the base of its job, with their digests."""
    rest = json.dumps(dict(sorted(images.items()))).encode() + b"\n" + pdf
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


def _path(folder: Path, name: str) -> Path:
    return folder / "pdf" / f"{name}.entry"
