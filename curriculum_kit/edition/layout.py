"""The Jinja2 environments of the templates: strict, escaping, with the words of the language of the edition."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from jinja2 import BaseLoader, Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.edition import form, labels
from curriculum_kit.edition.wording import translated_template
from curriculum_kit.indonesian import date_text, number_text, rupiah_text
from curriculum_kit.resources import templates_folder
from curriculum_kit.texts import SOURCE_LANGUAGE, edition_language, output_words, said, speaking
from curriculum_kit.translation import CLOSING, OPENING, Untranslated

_ROOT = f'<html lang="{SOURCE_LANGUAGE}"'
_TAG = re.compile(rf"<[^<>]*[{OPENING}{CLOSING}][^<>]*>")
_WORDS_ONLY = re.compile(r"<(title|script|style|option|textarea)\b[^>]*>.*?</\1>", re.DOTALL)
_PASSAGE = re.compile(f"{OPENING}([^{OPENING}{CLOSING}]*){CLOSING}")
_MARKS = str.maketrans("", "", OPENING + CLOSING)


def layout_environment(folder: str) -> Environment:
    """The environment of `templates/<folder>`. An undefined name stops the build: a view shows what it may show."""
    return _environment(folder, edition_language())


@cache
def _environment(folder: str, language: str) -> Environment:
    loader: BaseLoader = FileSystemLoader(templates_folder() / folder, encoding="utf-8")
    if language != SOURCE_LANGUAGE:
        loader = _TranslatedLoader(loader, language)
    environment = Environment(
        loader=loader,
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(
        tanggal=date_text, angka=number_text, rupiah=rupiah_text, html=Markup
    )  # `html` marks text that Sphinx or a layout function has already escaped
    with speaking(language):
        blocks = {name: replace(block, label=said(block.label)) for name, block in BLOCKS.items()}
    environment.globals.update(labels=labels, blocks=blocks, form=form)
    if language != SOURCE_LANGUAGE:
        environment.finalize = _marked
        environment.template_class = _MarkedTemplate
    return environment


class _TranslatedLoader(BaseLoader):
    """Templates in another language."""

    def __init__(self, loader: BaseLoader, language: str) -> None:
        self._loader = loader
        self._language = language

    def get_source(self, environment: Environment, template: str) -> tuple[str, str | None, Callable[[], bool] | None]:
        """The template with the words of the language."""
        source, file, is_current = self._loader.get_source(environment, template)
        words = translated_template(source, output_words(self._language), by_line=template.endswith(".txt"))
        return words.replace(_ROOT, f'<html lang="{self._language}"'), file, is_current


class _MarkedTemplate(Template):
    """A template whose pages show which texts are not translated."""

    def render(self, *args: object, **kwargs: object) -> str:
        """The page with elements in place of the marks."""
        return with_elements(super().render(*args, **kwargs))


def _marked(value: object) -> object:
    """What an expression prints: a text that is not translated gets its marks."""
    return f"{OPENING}{value}{CLOSING}" if isinstance(value, Untranslated) else value


def with_elements(html: str) -> str:
    """HTML with an element around each text that is not translated: its language, and a class that shows it.

    Where no element can stand, in attributes and titles, the marks are taken away.
    """
    if OPENING not in html and CLOSING not in html:
        return html
    html = _TAG.sub(lambda tag: tag[0].translate(_MARKS), html)
    html = _WORDS_ONLY.sub(lambda element: element[0].translate(_MARKS), html)
    html = _PASSAGE.sub(rf'<span class="untranslated" lang="{SOURCE_LANGUAGE}">\1</span>', html)
    return html.translate(_MARKS)


def template_text(*parts: str) -> str:
    """A style sheet or script of the templates."""
    return Path(templates_folder(), *parts).read_text("utf-8")
