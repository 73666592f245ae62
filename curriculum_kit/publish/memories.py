"""What a build keeps for the next one, in the cache: each thing under everything that it was made of.

Nothing here decides what is published. A file that is missing, damaged or of another program costs time and nothing
else (`curriculum_kit.source.memory`).
"""

from __future__ import annotations

import hashlib
import os
import secrets
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.pdf.toolchain import versions
from curriculum_kit.publish.request import BuildRequest
from curriculum_kit.publish.unchanged import program_digest
from curriculum_kit.source.memory import Memory

FOLDER = "steps"
_KEY_BYTES = 32
UNUSED_BYTES = 4_000_000
"""So much is kept of small things that a build did not use: after a part of the books, somebody builds all."""


@dataclass(frozen=True, slots=True)
class Memories:
    """The memories in a folder, of one version of the program. Plain data for the processes of a build."""

    folder: Path
    program: bytes
    press: bytes
    """The program with the libraries that make PDFs."""

    @classmethod
    def of(cls, request: BuildRequest) -> Memories:
        """The memories for a build.

        Names hold a key that only this user can read: what somebody else puts into a checkout is never believed, so
        that no file of it can vouch for another before the leak gate.
        """
        program = hashlib.sha256(program_digest() + _own_key()).digest()
        libraries = "\n".join(versions()) if request.books else ""
        return cls(request.cache / FOLDER, program, hashlib.sha256(program + libraries.encode()).digest())

    def reading(self) -> Memory:
        """Files that were read, and what the check said about them."""
        return Memory(self.folder / "read", self.program)

    def pages(self, audience: Audience, language: str) -> Memory:
        """Rendered pages of an edition."""
        return Memory(self.folder / f"pages-{audience}-{language}", self.program)

    def books(self) -> Memory:
        """Which PDF a book became: the name of a book → that of its PDF in the cache."""
        return Memory(self.folder / "books", self.press, UNUSED_BYTES)

    def gate(self) -> Memory:
        """Files in which the leak gate has found nothing."""
        return Memory(self.folder / "gate", self.program, UNUSED_BYTES)


def _own_key() -> bytes:
    """Random bytes in the settings folder of the user, made when there are none; new ones if they cannot be kept."""
    path = Path(click.get_app_dir("curriculum-kit"), "build.key")
    with suppress(OSError):
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle, name = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(_KEY_BYTES))
            Path(name).replace(path)
        key = path.read_bytes()
        if len(key) == _KEY_BYTES:
            return key
        path.unlink()
    return secrets.token_bytes(_KEY_BYTES)
