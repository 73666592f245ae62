"""How old what is known of facts is, for the page of facts."""

from __future__ import annotations

from datetime import date

from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.texts import said


def age_text(day: date, as_of: date) -> str:
    """How long ago a day was, in everyday words: `12 hari lalu`, `3 bulan lalu`; "" for a day to come."""
    days = (as_of - day).days
    if days < 0:
        return ""
    if days < 2:  # noqa: PLR2004
        return said(("hari ini", "kemarin")[days])
    for length, word in ((365, "tahun"), (30, "bulan")):
        if days >= 2 * length or (days >= length and word == "tahun"):
            return f"{days // length} {said(word)} {said('lalu')}"
    return f"{days} {said('hari')} {said('lalu')}"


def fact_rows(model: EditionModel) -> tuple[tuple[object, str], ...]:
    """The facts with the age of their last check, the longest unchecked first."""
    aged = sorted(model.facts, key=lambda fact: (fact.checked_on, fact.title.casefold()))
    return tuple((fact, age_text(fact.checked_on, model.as_of)) for fact in aged)
