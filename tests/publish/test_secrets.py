"""The leak gate reads whatever the check reads."""

from __future__ import annotations

import shutil
from pathlib import Path

from curriculum_kit.publish.secrets import text_secrets
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from tests.rules.examples import AS_OF, BASE


def test_what_the_check_reads_the_gate_reads(tmp_path: Path) -> None:
    """A question mark before a brace is YAML for libyaml, and none for other readers."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    session = root / "kwu-01/sessions/01-biaya.md"
    front = session.read_text("utf-8")
    assert "media: [Kartu biaya]" in front
    session.write_text(front.replace("media: [Kartu biaya]", "media: [Mengapa uang habis?]"), "utf-8")
    loaded = load(root)
    assert run(loaded.curriculum, loaded.diagnostics, AS_OF) == ()
    assert len(text_secrets(root)) > 0
