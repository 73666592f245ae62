"""The check of links sees what leads nowhere."""

from __future__ import annotations

from pathlib import Path

from tools.docs_links import broken


def test_files_and_anchors_that_are_not_there_are_found(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "index.html").write_text(
        '<p id="here"><a href="#here">1</a><a href="#gone">2</a><a href="a/">3</a><a href="a/index.html#x">4</a>'
        '<img src="no.png"><a href="https://example.org/none">5</a><a href="../out.html">6</a></p>',
        "utf-8",
    )
    (tmp_path / "a" / "index.html").write_text('<p id="y"></p>', "utf-8")
    assert list(broken(tmp_path)) == [
        "index.html: #gone leads to no anchor",
        "index.html: a/index.html#x leads to no anchor",
        "index.html: ../out.html leads to no file",
        "index.html: no.png leads to no file",
    ]
