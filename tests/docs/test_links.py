"""The check of links sees what leads nowhere."""

from __future__ import annotations

from pathlib import Path

from tools.docs_links import broken


def test_files_and_anchors_that_are_not_there_are_found(tmp_path: Path) -> None:
    (tmp_path / "en" / "a").mkdir(parents=True)
    (tmp_path / "id").mkdir()
    (tmp_path / "en" / "index.html").write_text(
        '<p id="here"><a href="#here">1</a><a href="#gone">2</a><a href="a/">3</a><a href="a/index.html#x">4</a>'
        '<img src="no.png"><a href="https://example.org/none">5</a><a href="../out.html">6</a>'
        '<a href="../id/index.html#z">7</a></p>',
        "utf-8",
    )
    (tmp_path / "en" / "a" / "index.html").write_text('<p id="y"></p>', "utf-8")
    (tmp_path / "id" / "index.html").write_text('<a name="z" href="../en/index.html"></a>', "utf-8")
    (tmp_path / "out.html").touch()
    assert list(broken(tmp_path, "en", "id")) == [
        "en/index.html: #gone leads to no anchor",
        "en/index.html: a/index.html#x leads to no anchor",
        "en/index.html: ../out.html leads to no file",
        "en/index.html: no.png leads to no file",
    ]
