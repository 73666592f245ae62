"""What was worked out before, found by the content that it was worked out from.

One file of msgpack holds everything that a check or a build used, a small one beside it what came later. Nothing in
them can run, every value is decoded into a fixed form, and a file that is not exactly what was written counts as none:
it changes nothing but time.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Callable, Hashable, Iterable, Mapping
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar, cast

import msgspec

T = TypeVar("T")

FILE = Path(".ck-cache", "check.msgpack")
"""Beside the curriculum: what the last check found out about files that have not changed."""
MAX_BYTES = 64 * 1024 * 1024
"""A larger file is not read and not written."""
SMALL = 4
"""What is new is little while the rest is this many times as large."""
_DIGEST = 16
_ENTRIES = msgspec.msgpack.Decoder(dict[bytes, bytes])
_ENCODER = msgspec.msgpack.Encoder(enc_hook=str)


class Memory:
    """Remembers results. Without a file it remembers nothing, and everything is worked out anew."""

    def __init__(self, path: Path | None = None, program: bytes = b"", unused_bytes: int = 0) -> None:
        """Read the file and the recent one, if they are there and whole.

        `program` stands for everything that works things out; without it that is the check. What is not used is
        forgotten, unless all together is no more than `unused_bytes`.
        """
        self._path = path
        self._program = program
        self._unused_bytes = unused_bytes
        self._old = _read(path) if path else {}
        self._known = self._old | _read(_recent(path)) if path else {}
        self._used: dict[bytes, bytes] = {}
        self._is_new = False

    def recall(self, kind: str, parts: tuple[str | bytes, ...], form: type[T], make: Callable[[], T]) -> T:
        """The result of `make`, which depends on nothing but `parts` and this version of the program."""
        found = self.known(kind, parts, form)
        if found is not None:
            return found
        made = make()
        self.keep(kind, parts, made)
        return made

    def known(self, kind: str, parts: tuple[str | bytes, ...], form: type[T]) -> T | None:
        """What was kept of this, or None."""
        if self._path is None:
            return None
        key = self._key(kind, parts)
        entry = self._used.get(key) or self._known.get(key)
        if entry is not None:
            with suppress(msgspec.MsgspecError):
                found: T = _decoder(cast("Hashable", form)).decode(entry)
                self._used[key] = entry
                return found
        return None

    def keep(self, kind: str, parts: tuple[str | bytes, ...], made: object) -> None:
        """Remember what depends on nothing but `parts` and this version of the program."""
        if self._path is None:
            return
        self._used[self._key(kind, parts)] = _ENCODER.encode(made)
        self._is_new = True

    def _key(self, kind: str, parts: tuple[str | bytes, ...]) -> bytes:
        return _key(self._program or _program(), kind, parts)

    def write(self) -> None:
        """Keep what was used for next time, if anything is new. A folder that cannot be written to is no trouble.

        While little is new it goes into a small file beside the large one, which would take longer than the check.
        """
        if self._path is None or not self._is_new:
            return
        whole = self._known | self._used
        kept = whole if _size(whole) <= self._unused_bytes else self._used
        new = {key: entry for key, entry in kept.items() if key not in self._old}
        if _size(new) * SMALL < _size(self._old):
            _write(_recent(self._path), new)
        elif _size(kept) <= MAX_BYTES:
            _write(self._path, kept)
            with suppress(OSError):
                _recent(self._path).unlink(missing_ok=True)


def _recent(path: Path) -> Path:
    return path.with_name(f"{path.name}.recent")


def _size(entries: Mapping[bytes, bytes]) -> int:
    return sum(map(len, entries.values()))


def _write(path: Path, entries: Mapping[bytes, bytes]) -> None:
    content = _ENCODER.encode(entries)
    with suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(_digest(content) + content)
        Path(name).replace(path)


def memory_of(root: Path) -> Memory:
    """What is remembered of the curriculum in the folder `root`."""
    return Memory(root.parent / FILE)


def _read(path: Path) -> dict[bytes, bytes]:
    with suppress(OSError, msgspec.MsgspecError):
        if path.stat().st_size <= MAX_BYTES + _DIGEST:
            content = path.read_bytes()
            if content[:_DIGEST] == _digest(content[_DIGEST:]):
                return _ENTRIES.decode(content[_DIGEST:])
    return {}


def digest_of(parts: Iterable[str]) -> bytes:
    """A short stand-in for parts that many results depend on."""
    return _key(b"", "", tuple(parts))


def _digest(content: bytes) -> bytes:
    return hashlib.blake2b(content, digest_size=_DIGEST).digest()


def _key(program: bytes, kind: str, parts: tuple[str | bytes, ...]) -> bytes:
    digest = hashlib.blake2b(program, digest_size=16)
    for part in (kind, *parts):
        content = part.encode("utf-8", "surrogatepass") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "big"))
        digest.update(content)
    return digest.digest()


@cache
def _program() -> bytes:
    """This version of the program: when and how large its files are."""
    package = Path(__file__).parents[1]
    found = (
        f"{entry.name} {entry.stat().st_mtime_ns} {entry.stat().st_size}"
        for folder in ("", "source", "source/schema", "rules", "worksheets")
        for entry in sorted(os.scandir(package / folder), key=lambda entry: entry.name)
        if entry.name.endswith(".py")
    )
    return hashlib.blake2b("\n".join(found).encode(), digest_size=16).digest()


@cache
def _decoder(form: Hashable) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(form)
