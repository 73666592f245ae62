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


SHEET = """
title: Uang
mode: practice
instructions: Isilah.
columns:
  - {id: item, label: Hal, type: text, kind: given}
  - {id: cost, label: Biaya, type: rupiah, kind: computed, formula: SHEET(uang-usaha.pisang_kepok.biaya_baru) * 2}
  - {id: sort, label: Jenis, type: text, kind: fill}
rows:
  - {id: a, cells: {item: Pisang kepok, sort: {answer: biaya bahan yang mudah naik turun}}}
  - {id: b, cells: {item: Minyak goreng, sort: {answer: x}}}
  - {id: c, cells: {item: Gas, sort: {answer: x}}}
"""


def test_what_stands_side_by_side_on_a_worksheet_is_no_secret(tmp_path: Path) -> None:
    """Words of rows meet on the page where blanks between them print nothing; cells are named in form fields."""
    for file, text in {"m/worksheets/uang-usaha.yaml": SHEET, "m/assessment.yaml": ANSWERS}.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    runs = {" ".join(run) for run in text_secrets(tmp_path)}
    assert "biaya bahan yang mudah naik" in runs
    assert "minyak goreng mahal sekali sekarang" in runs
    assert not any("pisang kepok minyak goreng gas" in run or "uang usaha pisang_kepok" in run for run in runs)


ANSWERS = """
instruments:
  - {id: a, model_answer: "Pisang kepok, minyak goreng, gas"}
  - {id: b, model_answer: Minyak goreng mahal sekali sekarang}
"""
