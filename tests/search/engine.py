"""Asks the browser's search from Python."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from tests.tools import require_tool

ROOT = Path(__file__).resolve().parents[2]
SCRIPT = ROOT / "templates/website/static/cari.js"
DRIVER = Path(__file__).with_name("find.js")


def ask(index: Path, queries: Iterable[str | Sequence[Any]] = (), words: Iterable[str] = ()) -> dict[str, Any]:
    """What `cari.js` answers over an `indeks.js`; a query may carry its filters: `("modal", {"kind": "f"})`."""
    asked = {"queries": [[query] if isinstance(query, str) else query for query in queries], "words": list(words)}
    done = subprocess.run(
        [require_tool("node"), str(DRIVER), str(SCRIPT), str(index)],
        input=json.dumps(asked), capture_output=True, text=True, check=False, timeout=300,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer
