"""A gettext catalogue brought up to date: new texts come in, changed ones keep their old translation marked as such.

The catalogue depends on nothing but the curriculum and what stood in it before: no date, no name of a program.
"""

from __future__ import annotations

import io
from collections.abc import Iterable
from dataclasses import dataclass

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from curriculum_kit.translation.messages import Message

WIDTH = 116
TRAINER_ONLY = "hanya pelatih"
"""Said of a text that participants never see."""


@dataclass(frozen=True, slots=True)
class Renewal:
    """A catalogue as it should be, and what has come of it: how many texts, and how many of them are translated."""

    text: str
    all: int
    done: int
    stale: int
    new: int
    gone: int


def renewed(messages: Iterable[Message], language: str, before: str = "") -> Renewal:
    """The catalogue of some texts, with the translations of the catalogue `before`.

    A text that is gone stays at the end, marked as obsolete; a text that has changed takes over the translation of the
    most similar one that is gone, marked as fuzzy, with the old text beside it.
    """
    wanted = Catalog(locale=language)
    for message in messages:
        wanted.add(
            message.text,
            locations=[(place.file, place.line) for place in message.places],
            auto_comments=_comments(message),
        )
    catalogue = read_po(io.StringIO(before), locale=language) if before.strip() else Catalog(locale=language)
    for key, unit in list(catalogue.obsolete.items()):
        if unit.id in wanted:  # it has come back
            catalogue[unit.id] = unit
            del catalogue.obsolete[key]
    known = {unit.id for unit in catalogue if unit.id}
    catalogue.update(wanted, no_fuzzy_matching=not known, update_creation_date=False)
    _unflag(catalogue)
    units = [unit for unit in catalogue if unit.id]
    return Renewal(
        _written(catalogue, language),
        len(units),
        sum(bool(unit.string) and not unit.fuzzy for unit in units),
        sum(bool(unit.string) and unit.fuzzy for unit in units),
        sum(unit.id not in known for unit in units),
        len(catalogue.obsolete),
    )


def _comments(message: Message) -> list[str]:
    said = list(dict.fromkeys(place.what for place in message.places))
    return [*said, TRAINER_ONLY] if message.trainer_only else said


def _unflag(catalogue: Catalog) -> None:
    """Take away what Babel thinks of texts with `%` and `{`: none of them is a template."""
    for unit in (*catalogue, *catalogue.obsolete.values()):
        unit.flags.difference_update({"python-format", "python-brace-format"})


def _written(catalogue: Catalog, language: str) -> str:
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=WIDTH, omit_header=True, include_previous=True)
    head = [
        'msgid ""',
        'msgstr ""',
        f'"Language: {language}\\n"',
        '"MIME-Version: 1.0\\n"',
        '"Content-Type: text/plain; charset=utf-8\\n"',
        '"Content-Transfer-Encoding: 8bit\\n"',
    ]
    return "\n".join(head) + "\n\n" + buffer.getvalue().decode("utf-8")
