"""The preview in a real browser."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.browser.sites import node
from tests.preview.session import Preview
from tests.preview.test_preview import PAGE, SENTENCE, SESSION
from tests.project import Project
from tests.tools import require_node_package

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
    assert node("save.mjs", f"http://127.0.0.1:{preview.port}/", steps, "0")["problems"] == []
    assert preview.wait_until_good().news[-1]["findings"] == []
