"""The languages in which the package speaks to people.

Indonesian is the language of the source: the templates in `text("…")` are the messages themselves, and printing them
costs nothing. English comes from `locale/en/LC_MESSAGES/curriculum_kit.po`, read when it is asked for.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path

Translate = Callable[[str], str]

SOURCE_LANGUAGE = "id"
LANGUAGES = (SOURCE_LANGUAGE, "en")
DOMAIN = "curriculum_kit"


def catalogue_file(language: str) -> Path:
    """Where the translations of a language stand."""
    return Path(__file__).parent / "locale" / language / "LC_MESSAGES" / f"{DOMAIN}.po"


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
