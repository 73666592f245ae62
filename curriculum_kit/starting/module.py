"""A new module: `module.yaml` and `assessment.yaml`. Its sessions come one by one."""

from __future__ import annotations

import re
from collections import Counter

from curriculum_kit.rules.verbs import begins_with_verb
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.starting.plan import Start
from curriculum_kit.starting.scaffold import rendered

DEFAULT_PREFIX = "modul"
_NUMBERED = re.compile(r"(?P<prefix>[a-z0-9-]*[a-z0-9])-(?P<number>\d+)")


def next_module(curriculum: Curriculum) -> tuple[int, str]:
    """The number that a new module gets, and the id that goes with those of its neighbours."""
    names = [match for id in _folders(curriculum) if (match := _NUMBERED.fullmatch(id))]
    prefix = Counter(match["prefix"] for match in names).most_common(1)[0][0] if names else DEFAULT_PREFIX
    taken = [module.record.number for module in curriculum.modules.values()]
    taken += [int(match["number"]) for match in names if match["prefix"] == prefix]
    number = max(taken, default=0) + 1
    return number, f"{prefix}-{number:02}"


def new_module(curriculum: Curriculum, id: str, title: str) -> Start:
    """A module with one element, KUK and three IUK, and an instrument for each of these."""
    plain = title.translate({ord("("): None, ord(")"): None})  # they would end the mark
    settings = curriculum.settings.record if curriculum.settings else None
    values = {
        "number": next_module(curriculum)[0],
        "title": title,
        "unit_title": title if begins_with_verb(title) else f"Melakukan LENGKAPI (kata kerja dan {plain})",
        "code": f"LOKAL-{id.upper()}",
        "class_size": settings.class_size if settings else 16,
    }
    folder = curriculum.root / id
    return Start({folder / file: rendered(f"module/{file}", **values) for file in ("module.yaml", "assessment.yaml")})


def _folders(curriculum: Curriculum) -> set[str]:
    """Ids in use, those of modules that cannot be read among them."""
    unreadable = {file.partition("/")[0] for file in curriculum.unreadable if "/" in file}
    return {*curriculum.modules, *unreadable}
