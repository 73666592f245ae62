"""One command at a time works with the cache and the output."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from curriculum_kit.errors import EnvironmentTrouble


@contextmanager
def only_one(cache: Path) -> Iterator[None]:
    """Keep others away from a cache. Raises `EnvironmentTrouble` when one is at work."""
    cache.mkdir(parents=True, exist_ok=True)
    lock = FileLock(cache / "build.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout as error:
        raise EnvironmentTrouble(f"Proses `ck build` lain sedang berjalan (kunci: {lock.lock_file}).") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def only_build(cache: Path, output: Path) -> Iterator[None]:
    """One build at a time; leftovers of a killed one are removed. Raises `EnvironmentTrouble` when one runs."""
    output.parent.mkdir(parents=True, exist_ok=True)
    with only_one(cache):
        for leftover in output.parent.glob(f".{output.name}.new-*"):
            shutil.rmtree(leftover)
        yield
