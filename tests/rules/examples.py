"""Lays out the examples of the rules' pages as curricula: the base of `tests/cases/base` with the pieces applied."""

from __future__ import annotations

import re
import shutil
import struct
import textwrap
from datetime import date
from pathlib import Path

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.rules import run
from curriculum_kit.rules.pages import Example, Piece
from curriculum_kit.source.loader import load

BASE = Path(__file__).parent.parent / "cases" / "base"
AS_OF = date(2025, 12, 1)
LINK, TIMES = "pintasan", "kali"
PICTURE = re.compile(r"(\d+) × (\d+) piksel, (\d+) KB")


def lay_out_wrong(example: Example, root: Path) -> None:
    """The base with the lines under `Salah` in the place of those under `Benar`."""
    shutil.copytree(BASE, root)
    for number, piece in enumerate(example.wrong):
        if piece.whole:
            write(root, piece)
        else:
            right = example.right[number]
            assert right.path == piece.path, f"{piece.path} stands against {right.path}"
            replace(root / piece.path, right.lines, piece.lines)


def lay_out_right(example: Example, root: Path) -> None:
    """The base, which holds the lines under `Benar`, with its whole files."""
    shutil.copytree(BASE, root)
    for piece in example.right:
        if piece.whole:
            write(root, piece)
        else:
            replace(root / piece.path, piece.lines, piece.lines)


def write(root: Path, piece: Piece) -> None:
    """Write a whole file, in the special way that it asks for."""
    path = root / piece.path
    path.parent.mkdir(parents=True, exist_ok=True)
    content = "\n".join(piece.lines) + "\n"
    if piece.how == LINK:
        path.symlink_to(piece.lines[0])
    elif size := PICTURE.fullmatch(piece.how or ""):
        path.write_bytes(jpeg(*map(int, size.groups())))
    elif piece.how and piece.how.endswith(TIMES):
        path.write_text(content * int(piece.how.split()[0]), encoding="utf-8")
    else:
        path.write_text(content, encoding=piece.how or "utf-8")


def jpeg(width: int, height: int, kilobytes: int) -> bytes:
    """What the head of a photograph says; the rest is empty."""
    head = b"\xff\xd8" + b"\xff\xc0\x00\x0b\x08" + struct.pack(">HH", height, width) + b"\x01\x01\x11\x00"
    return head.ljust(kilobytes * 1024, b"\x00")


def replace(path: Path, old: tuple[str, ...], new: tuple[str, ...]) -> None:
    """Put lines in the place of others, which stand exactly once, indented as they may be."""
    lines = path.read_text(encoding="utf-8").split("\n")
    wanted = dedented(old)
    places = [at for at in range(len(lines)) if dedented(lines[at : at + len(wanted)]) == wanted]
    assert len(places) == 1, f"{path.name} holds {len(places)} times {wanted}"
    at = places[0]
    indent = next(
        (line[: len(line) - len(want)] for line, want in zip(lines[at:], wanted, strict=False) if want.strip()), ""
    )
    lines[at : at + len(wanted)] = [indent + line if line else line for line in dedented(new)]
    path.write_text("\n".join(lines), encoding="utf-8")


def dedented(lines: tuple[str, ...] | list[str]) -> list[str]:
    """Lines without the blanks that all of them begin with."""
    return textwrap.dedent("\n".join(lines)).split("\n")


def findings(root: Path) -> tuple[Diagnostic, ...]:
    """Everything that is said about a curriculum."""
    loaded = load(root)
    return run(loaded.curriculum, loaded.diagnostics, AS_OF)
