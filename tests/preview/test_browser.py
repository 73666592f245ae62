"""The preview in a real browser."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.preview.session import Preview
from tests.preview.test_preview import PAGE, SENTENCE, SESSION
from tests.project import Project
from tests.tools import BROWSER_FOLDER, CHROMIUM_FLAGS, require_chromium, require_node_package

pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    require_node_package("playwright-core")
    preview = Preview(Project(tmp_path))
    yield preview
    preview.close()


def test_a_page_follows_what_is_saved(preview: Preview) -> None:
    """New text; an error beside the old text, in the panel; the mended text, without a panel of errors."""
    file, page = str(preview.project.modules / SESSION), f"pelatih/{PAGE}"
    words = [SENTENCE, "Sari menggoreng keripik", "{fact}`tidak-ada`", "Sari menjual keripik"]
    shown = [words[1], "Ada kesalahan", words[3]]
    steps = [
        {"file": file, "old": old, "new": new, "page": page, "text": text}
        for old, new, text in zip(words, words[1:], shown, strict=False)
    ]
    arguments = (f"http://127.0.0.1:{preview.port}/", require_chromium(), json.dumps(CHROMIUM_FLAGS), json.dumps(steps))
    done = subprocess.run(
        ["node", "save.mjs", *arguments], cwd=BROWSER_FOLDER, capture_output=True, text=True, check=False, timeout=280
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout)["problems"] == []
    assert preview.wait_until_good().news[-1]["findings"] == []
