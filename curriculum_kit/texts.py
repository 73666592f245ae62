"""The languages in which the package speaks to people.

Indonesian is the language of the source: the templates in `text("…")` are the messages themselves, and printing them
costs nothing. English comes from `locale/en/LC_MESSAGES/curriculum_kit.po`, read when it is asked for. What sites and
books say of themselves ("Latihan", "Daftar isi") is apart from that: it is in the language of the edition, which comes
from `output.po` where a curriculum is translated.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from pathlib import Path

Translate = Callable[[str], str]

SOURCE_LANGUAGE = "id"
LANGUAGES = (SOURCE_LANGUAGE, "en")
DOMAIN = "curriculum_kit"
OUTPUT = "output"


def catalogue_file(language: str, domain: str = DOMAIN) -> Path:
    """Where the translations of a language stand."""
    return Path(__file__).parent / "locale" / language / "LC_MESSAGES" / f"{domain}.po"


@cache
def translator(language: str) -> Translate | None:
    """What turns an Indonesian template into one of `language`; None for Indonesian, which needs nothing.

    A template that nobody has translated stays Indonesian: a message in the wrong language beats no message.
    """
    if language == SOURCE_LANGUAGE:
        return None
    from babel.messages.pofile import read_po  # noqa: PLC0415  # Babel is slow to import and Indonesian needs none

    with catalogue_file(language).open(encoding="utf-8") as file:
        catalogue = read_po(file, locale=language, domain=DOMAIN)
    messages = {message.id: message.string for message in catalogue if message.id and not message.fuzzy}

    def translate(template: str) -> str:
        return str(messages.get(template) or template)

    return translate


_EDITION: ContextVar[str] = ContextVar("language of the edition", default=SOURCE_LANGUAGE)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Have sites and books say their own words in a language."""
    token = _EDITION.set(language)
    try:
        yield
    finally:
        _EDITION.reset(token)


def edition_language() -> str:
    """The language of the edition that is being made."""
    return _EDITION.get()


def said(words: str) -> str:
    """Words of a site or book in the language of the edition; Indonesian where nobody has translated them."""
    language = _EDITION.get()
    return words if language == SOURCE_LANGUAGE else output_words(language).get(words, words)


@cache
def output_words(language: str) -> Mapping[str, str]:
    """The words of sites and books in a language, by the Indonesian ones."""
    from babel.messages.pofile import read_po  # noqa: PLC0415

    with catalogue_file(language, OUTPUT).open(encoding="utf-8") as file:
        catalogue = read_po(file, locale=language, domain=OUTPUT)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
