"""A digest of everything in a curriculum folder: as long as it stays, so does what the check has to say."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

MAX_BYTES = 256 * 1024 * 1024
"""A folder that holds more is not looked through for this."""


def fingerprint(root: Path) -> bytes | None:
    """The digest, or None where it cannot be had: nothing is opened that is no plain file."""
    digest = hashlib.blake2b(digest_size=32)
    left = MAX_BYTES
    try:
        for folder, folders, files in os.walk(root):
            folders.sort()
            for name in (*folders, *sorted(files)):
                path = os.path.join(folder, name)  # noqa: PTH118 - hundreds of files, and this is quicker
                status = os.lstat(path)
                is_file = stat.S_ISREG(status.st_mode)
                if stat.S_ISLNK(status.st_mode):
                    return None  # what it leads to may change without it
                content = b""
                if is_file:
                    left -= status.st_size
                    if left < 0:
                        return None
                    content = Path(path).read_bytes()
                head = f"{path}\0{status.st_mode}\0{len(content)}\0"
                digest.update(head.encode("utf-8", "surrogateescape") + content)
    except OSError:
        return None
    return digest.digest()
