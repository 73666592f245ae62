"""All reports of a curriculum together, on one day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from curriculum_kit.overview.alignment import Alignment, alignment
from curriculum_kit.overview.built import Built
from curriculum_kit.overview.facts import FactsByAge, facts_by_age
from curriculum_kit.overview.hours import Hours, hours
from curriculum_kit.overview.printing import Printing, printing
from curriculum_kit.overview.translations import LanguageTranslated, translations
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.worksheets import Calculator


@dataclass(frozen=True, slots=True)
class Overview:
    """The reports. `name` is that of the curriculum.

    `built_as_of` is the day of the build whose pages were counted, `built_in` its folder.
    """

    name: str
    as_of: date
    hours: Hours
    alignment: Alignment
    facts: FactsByAge
    printing: Printing
    translations: tuple[LanguageTranslated, ...]
    built_as_of: str
    built_in: str


def overview(curriculum: Curriculum, as_of: date, built: Built) -> Overview:
    """Everything there is to tell about a curriculum. Never fails on authors' mistakes."""
    return Overview(
        name=curriculum.settings.record.name if curriculum.settings else "",
        as_of=as_of,
        hours=hours(curriculum),
        alignment=alignment(curriculum),
        facts=facts_by_age(curriculum, Calculator(curriculum, as_of), as_of),
        printing=printing(curriculum, built.pages, built.words),
        translations=translations(curriculum),
        built_as_of=built.as_of,
        built_in=built.folder,
    )
