"""Fill the slots of rendered text: writing space, worksheets, histories of facts.

The text is rendered once; what a slot becomes depends on the medium: `web`, `file` (a module as one HTML file), `print`
or `form` (fillable PDF).
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache

from jinja2 import Environment
from markupsafe import Markup

from curriculum_kit.books import Medium
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.form import FormField, field_name, form_fields, question_fields
from curriculum_kit.edition.reference import TableModel, table_model
from curriculum_kit.edition.sheets import sheet_view
from curriculum_kit.edition.sources import field_key
from curriculum_kit.source.schema.facts import Fact, FactVersion

SLOT = re.compile(r"<ck-slot ([^>]*)></ck-slot>\n?")
ATTRIBUTE = re.compile(r'(\w+)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class VersionModel:
    """A version of a fact as a row of its history."""

    value: str
    table: TableModel | None
    valid_from: date | None
    valid_until: date | None
    legal_basis: str


def slot_filler(
    context: EditionContext, environment: Environment, medium: Medium, fields: Mapping[str, str]
) -> Callable[[str], str]:
    """A function that fills all slots of a piece of HTML. Templates: `slots.html` with one macro per kind.

    `fields` are the rendered Markdown fields: the instructions of worksheets stand there.
    """
    macros = environment.get_template("slots.html").module
    field = field_writer(context)

    def fill(text: str) -> str:
        return SLOT.sub(lambda match: render(match[1]), text)

    @cache  # a session stands in many books
    def render(attributes: str) -> str:
        values = {name: html.unescape(value) for name, value in ATTRIBUTE.findall(attributes)}
        kind, module_id = values["kind"], values.get("module", "")
        block = values.get("name", "")
        name = f"{module_id}.{block}"
        # Books can be filled in as forms; the website has none.
        extra = {} if medium in {"web", "file"} else {"field": field}
        if kind in {"worksheet", "worksheet-body", "worksheet-key"}:
            sheet_id, is_key = values["target"], kind == "worksheet-key"
            file = context.curriculum.modules[module_id].worksheets[sheet_id].file
            instructions = "" if is_key else fields[field_key(file, ("instructions",))]
            view = sheet_view(context, module_id, sheet_id, key=is_key)
            titled = kind != "worksheet-body"  # the block has said it
            return str(macros.worksheet(view, name, medium, instructions, titled, **extra))  # type: ignore[attr-defined]
        if kind == "fact-history":
            return str(macros.fact_history(history(context, values["target"]), medium))  # type: ignore[attr-defined]
        macro = getattr(macros, f"response_{kind}")
        return str(macro(name, values.get("size") or values.get("unit") or values.get("target", ""), medium, **extra))

    return fill


def field_writer(context: EditionContext) -> Callable[..., Markup]:
    """A function that writes name and description of a form field as HTML.

    It is asked with a name whose parts have points between them, and for a radio button with its letter.
    """

    @cache
    def form(module_id: str) -> dict[str, FormField]:
        instruments = context.curriculum.modules[module_id].written_instruments
        fields = [each for instrument in instruments for each in question_fields(context, module_id, instrument)]
        return {each.name: each for each in (*fields, *form_fields(context, module_id))}

    def field(name: str, letter: str = "") -> Markup:
        return form(name.partition(".")[0])[field_name(name)].attributes(letter)

    return field


def history(context: EditionContext, fact_id: str) -> tuple[VersionModel, ...]:
    """All versions of a fact, newest first."""
    fact = context.curriculum.facts()[fact_id]
    rows = []
    versions: tuple[Fact | FactVersion, ...] = (fact, *fact.history)
    for version in versions:
        day = version.valid_from or version.valid_until or context.as_of
        at = f"@{day.isoformat()}"
        table = table_model(context, fact_id, version.value, at)
        value = "" if table else context.calculator.fact_text(fact_id + at) or ""
        rows.append(
            VersionModel(value, table, version.valid_from, version.valid_until, version.legal_basis or fact.legal_basis)
        )
    return tuple(rows)
