"""The Jinja2 environments of the templates: strict, escaping, with Indonesian filters."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.edition import form, labels
from curriculum_kit.indonesian import date_text, number_text, rupiah_text
from curriculum_kit.resources import templates_folder


@cache
def layout_environment(folder: str) -> Environment:
    """The environment of `templates/<folder>`. An undefined name stops the build: a view shows what it may show."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder() / folder, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        tanggal=date_text, angka=number_text, rupiah=rupiah_text, html=Markup
    )  # `html` marks text that Sphinx or a layout function has already escaped
    environment.globals.update(labels=labels, blocks=BLOCKS, form=form)
    return environment


def template_text(*parts: str) -> str:
    """A style sheet or script of the templates."""
    return Path(templates_folder(), *parts).read_text("utf-8")
