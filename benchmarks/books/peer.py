"""What every peer tells of itself, and the virtual environment in which those live that are Python packages."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path
from typing import Protocol

from benchmarks.books.content import Book
from benchmarks.books.measure import Command

REQUIREMENTS = Path(__file__).with_name("requirements.txt")


class Peer(Protocol):
    """Another way to make the books.

    `name` stands in tables. `numbers` says where the tool prints the numbers of pages, `lacks` what it cannot do.
    """

    @property
    def name(self) -> str: ...  # noqa: D102 - see above

    @property
    def numbers(self) -> str: ...  # noqa: D102

    @property
    def lacks(self) -> str: ...  # noqa: D102

    def missing(self) -> str:
        """What is not installed; nothing when the peer can be measured."""
        ...

    def commands(self, books: tuple[Book, ...], folder: Path, workers: int) -> list[Command]:
        """Write what the tool reads into `folder`, next to the folder `gambar`, and say how it is called."""
        ...


def pictures(folder: Path, content: Path) -> None:
    """Have the folder `gambar` of `content` inside `folder`, too: tools look for it beside what they read."""
    folder.mkdir(parents=True, exist_ok=True)
    link = folder / "gambar"
    if not link.is_symlink():
        link.symlink_to((content / "gambar").resolve())


def environment(folder: Path) -> Path:
    """A virtual environment with the peers, made if it is not there. Raises `OSError` and `CalledProcessError`."""
    if not (folder / "bin" / "python").exists():
        venv.create(folder, with_pip=True)
        command = [
            str(folder / "bin" / "python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--requirement",
            str(REQUIREMENTS),
        ]
        subprocess.run(command, check=True, stdout=sys.stderr)
    return folder


def lacking(folder: Path, *packages: str) -> str:
    """The packages that the virtual environment lacks."""
    python = folder / "bin" / "python"
    if not python.exists():
        return " ".join(packages)
    code = "import importlib.util as u, sys; print(*[n for n in sys.argv[1:] if u.find_spec(n) is None])"
    command = [str(python), "-c", code, *packages]
    return subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout.strip()
