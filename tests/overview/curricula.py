"""The two curricula whose numbers the tests work out by hand, and changed copies of the small one."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pikepdf
from pikepdf import Dictionary, Name

from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from tests.project import EXAMPLE
from tests.rules.examples import BASE

AS_OF = date(2025, 12, 1)


def example() -> Curriculum:
    return load(EXAMPLE).curriculum


def base() -> Curriculum:
    return load(BASE).curriculum


def changed(folder: Path, *changes: tuple[str, str, str]) -> Curriculum:
    """The base with words (which stand once in their file) replaced: file, right, wrong."""
    root = folder / "modules"
    shutil.copytree(BASE, root)
    for file, right, wrong in changes:
        path = root / file
        words = path.read_text("utf-8")
        assert words.count(right) == 1, f"{right!r} in {file}"
        path.write_text(words.replace(right, wrong), "utf-8")
    return load(root).curriculum


ONE_SESSION = ("programmes/dasar-2jp.yaml", "  - kwu-01/01-biaya\n  - kwu-01/02-hpp\n", "  - kwu-01/01-biaya\n")
"""The programme lists the first session only."""


def lay_out_books(build: Path, books: Mapping[str, Sequence[str]], as_of: str = "2025-12-01") -> None:
    """A build with books for participants: by address, a line of words for each page."""
    for address, lines in books.items():
        path = build / "participant" / address
        path.parent.mkdir(parents=True, exist_ok=True)
        with pikepdf.new() as pdf:
            for line in lines:
                leaf = pdf.add_blank_page().obj
                font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
                leaf.Resources = Dictionary(Font=Dictionary(F=font))
                leaf.Contents = pdf.make_stream(f"BT /F 12 Tf 9 99 Td ({line}) Tj ET".encode())
            pdf.save(path)
    manifest = {"as_of": as_of, "files": {f"participant/{address}": {} for address in books}}
    (build / "manifest.json").write_text(json.dumps(manifest), "utf-8")
