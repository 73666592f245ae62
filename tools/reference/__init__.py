"""Writes the reference from the code: commands, blocks, files, roles, formulas, outputs, Python.

A Sphinx extension: the pages are written before Sphinx looks for files, in the language of the build, into
`reference/` below the sources. What is as it should be is left alone, so that Sphinx reads only what has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.config import Config

from tools.reference import api, blocks, commands, files, formulas, outputs, roles, sink
from tools.reference.speech import Language, Speech

PAGES: dict[str, Callable[[Speech], Iterator[str]]] = {
    "commands.md": commands.page,
    "blocks.md": blocks.page,
    "files.md": files.page,
    "roles.md": roles.page,
    "formulas.md": formulas.page,
    "outputs.md": outputs.page,
    "api.md": api.page,
}
"""The pages, each with what yields its lines."""


def write_reference(folder: Path, language: Language) -> None:
    """Write the pages into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, lines in PAGES.items():
        write_changed(folder / name, "\n".join(lines(Speech(language))) + "\n")


def write_changed(path: Path, content: str) -> None:
    """Write a file unless it holds that content already."""
    if not path.is_file() or path.read_text("utf-8") != content:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def _write(app: Sphinx, config: Config) -> None:
    static = Path(app.srcdir) / sink.STATIC
    for name, style in sink.style_sheets().items():
        write_changed(static / name, style)
    config.html_static_path.append(sink.STATIC)
    write_reference(Path(app.srcdir) / "reference", "id" if config.language == "id" else "en")


def setup(app: Sphinx) -> None:
    """Connect the writing of the pages."""
    app.connect("config-inited", _write, priority=400)  # before Sphinx looks at the folders of the configuration
