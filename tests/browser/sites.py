"""The pages that the browser tests look at, one of each type, and how Node is asked to look."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from tests.tools import BROWSER_FOLDER, CHROMIUM_FLAGS, require_chromium, require_node_package

PAGE_TYPES = (
    "index.html",
    "program/contoh-4jp.html",
    "kwu-05/index.html",
    "kwu-05/01-mengenal-biaya.html",
    "kwu-05/02-menghitung-hpp.html",
    "glosarium.html",
    "fakta.html",
    "balai.html",
    "balai/18.html",
    "perubahan.html",
    "luring.html",
    "unduhan.html",
    "cari.html",
)
TRAINER_PAGE_TYPES = ("laporan.html",)


def page_types(audience: str) -> tuple[str, ...]:
    """One page of each type of the site of an audience."""
    return PAGE_TYPES + TRAINER_PAGE_TYPES if audience == "trainer" else PAGE_TYPES


def addresses(site: Path, pages: Sequence[str]) -> list[str]:
    """The file:// addresses of pages."""
    return [f"{site.as_uri()}/{page}" for page in pages]


def node(script: str, *arguments: object) -> Any:
    """What a script of this folder prints. Chromium and its flags follow the arguments; lists travel as JSON."""
    require_node_package("playwright-core")
    words = [argument if isinstance(argument, str) else json.dumps(argument) for argument in arguments]
    done = subprocess.run(
        ["node", script, *words, require_chromium(), json.dumps(CHROMIUM_FLAGS)],
        cwd=BROWSER_FOLDER, capture_output=True, text=True, check=False, timeout=560,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
