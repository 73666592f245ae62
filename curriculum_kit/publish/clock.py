"""The one date that decides what is stale or expired: `as_of`."""

from __future__ import annotations

import os
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path


def as_of_date(given: date | None, root: Path, *, building: bool) -> date:
    """`--as-of`, else SOURCE_DATE_EPOCH, else the date of the last commit for a build and today for a check."""
    if given is not None:
        return given
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return datetime.fromtimestamp(int(epoch), UTC).date()
    if building and (committed := _last_commit(root)):
        return committed
    return datetime.now(UTC).astimezone().date()


def _last_commit(root: Path) -> date | None:
    try:
        shown = subprocess.run(
            ["git", "log", "-1", "--format=%cs", "--", "."],  # noqa: S607 - git is found on PATH on purpose
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
            timeout=10,
        ).stdout.strip()
    except (OSError, subprocess.SubprocessError):
        return None
    return date.fromisoformat(shown) if shown else None
