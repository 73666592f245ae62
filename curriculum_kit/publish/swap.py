"""Put a finished folder in the place of the last good one: readers see the old or the new, never a mix.

Linux exchanges two folders in one step (`renameat2` with RENAME_EXCHANGE). Elsewhere the old folder is renamed aside
and the new one renamed in; `recover` mends an interruption between the two.
"""

from __future__ import annotations

import ctypes
import errno
import os
import shutil
from pathlib import Path

AT_FDCWD = -100
RENAME_EXCHANGE = 2


def aside(target: Path) -> Path:
    """Where the old folder waits while it is replaced."""
    return target.with_name(f".{target.name}.previous")


def recover(target: Path) -> None:
    """Finish or undo an interrupted replacement. To be called before a build."""
    old = aside(target)
    if old.exists():
        if target.exists():
            shutil.rmtree(old)
        else:
            old.rename(target)


def publish_folder(new: Path, target: Path) -> None:
    """Move `new` to `target`, replacing what was there. Both on one file system."""
    _sync(new)
    if not target.exists():
        new.rename(target)
    elif _exchange(new, target):
        shutil.rmtree(new)
    else:
        old = aside(target)
        target.rename(old)
        new.rename(target)
        shutil.rmtree(old)
    _sync_folder(target.parent)


def _exchange(one: Path, other: Path) -> bool:
    """Exchange two folders in one step; False where the system cannot."""
    try:
        renameat2 = ctypes.CDLL(None, use_errno=True).renameat2
    except (AttributeError, OSError):
        return False
    result = renameat2(AT_FDCWD, os.fsencode(one), AT_FDCWD, os.fsencode(other), RENAME_EXCHANGE)
    if result == 0:
        return True
    code = ctypes.get_errno()
    if code in {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP}:
        return False
    raise OSError(code, os.strerror(code), str(other))


def _sync(folder: Path) -> None:
    """Have the files on disk before they are shown."""
    for path in folder.rglob("*"):
        if path.is_file():
            handle = os.open(path, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        else:
            _sync_folder(path)
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
