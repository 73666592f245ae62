"""A digest of everything in a curriculum folder: as long as it stays, so does what the check has to say."""

from __future__ import annotations

import hashlib
import os
import stat
from pathlib import Path

MAX_BYTES = 256 * 1024 * 1024
"""A folder that holds more is not looked through for this."""
TEXTS = (".md", ".yaml", ".json", ".po")
"""What is read again right after this; pictures would only fill the memory."""


def fingerprint(root: Path) -> tuple[bytes, dict[str, bytes]] | None:
    """The digest, and the texts by path below `root`; None where they cannot be had.

    Nothing is opened that is no plain file.
    """
    texts: dict[str, bytes] = {}
    digest = hashlib.blake2b(digest_size=32)
    left, start = MAX_BYTES, len(str(root)) + 1
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
                    with open(path, "rb") as file:  # noqa: PTH123 - quicker
                        content = file.read()
                    if name.endswith(TEXTS):
                        texts[path[start:]] = content
                head = f"{path}\0{status.st_mode}\0{len(content)}\0"
                digest.update(head.encode("utf-8", "surrogateescape") + content)
    except OSError:
        return None
    return digest.digest(), texts
