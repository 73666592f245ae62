"""Scalars and the base of all records.

YAML scalars arrive as text (see `curriculum_kit.source.yaml_events`); the types here decide what they mean. That
keeps out the surprises of YAML 1.1: `no` is a word, `010` and `1.10` are what was written.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Annotated, NoReturn

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler, StringConstraints
from pydantic_core import CoreSchema, PydanticCustomError
from pydantic_core.core_schema import no_info_before_validator_function


class Record(BaseModel):
    """Frozen, and strict about unknown keys: a misspelt key is an error, never silently ignored."""

    model_config = ConfigDict(frozen=True, extra="forbid", allow_inf_nan=False)


class TextMark:
    """Marks a field whose text people read."""


class MarkdownMark(TextMark):
    """Marks a field whose text is Markdown and may use the roles `{fact}`, `{calc}`, `{case}`, `{term}`."""


def _refuse(kind: str, value: object) -> NoReturn:
    raise PydanticCustomError(kind, "{value}", {"value": str(value)})  # worded by source/messages.py


@dataclass(frozen=True, slots=True)
class Matching:
    """What the text of a value must look like; `kind` names what is said when it does not (`source/messages.py`)."""

    pattern: str
    kind: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Look at the text before anything is made of it."""
        compiled = re.compile(self.pattern)

        def validate(value: object) -> object:
            if isinstance(value, str) and not compiled.fullmatch(value):
                _refuse(self.kind, value)
            return value

        return no_info_before_validator_function(validate, handler(source))


def _boolean(value: object) -> object:
    if isinstance(value, str):
        if value not in {"true", "false"}:
            _refuse("ck_boolean", value)
        return value == "true"
    return value


PlainText = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True), TextMark()]
"""Text printed as it stands."""
MarkdownText = Annotated[
    str,
    StringConstraints(min_length=1, strip_whitespace=True),
    Field(json_schema_extra={"contentMediaType": "text/markdown"}),
    MarkdownMark(),
]
"""Markdown with roles; rendered by the edition."""
Whole = Annotated[int, Matching(r"\d{1,15}", "ck_whole"), Field(ge=0)]
"""A whole number, zero or more."""
Positive = Annotated[int, Matching(r"\d{1,15}", "ck_whole"), Field(ge=1)]
"""A whole number, one or more."""
Number = Annotated[Decimal, Matching(r"-?\d{1,18}(\.\d{1,9})?", "ck_number")]
"""A decimal number, written with a point."""
Date = Annotated[date, Matching(r"\d{4}-\d{2}-\d{2}", "ck_date")]
"""A day: YYYY-MM-DD."""
Boolean = Annotated[bool, BeforeValidator(_boolean)]
"""`true` or `false`, nothing else."""
ClockTime = Annotated[str, Matching(r"([01]\d|2[0-3]):[0-5]\d", "ck_clock")]
"""A time of day: HH:MM, quoted in YAML."""
KebabId = Annotated[str, Matching(r"[a-z0-9]+(-[a-z0-9]+)*", "ck_kebab_id")]
"""An id: lower-case words joined by hyphens. Also the name of a file."""
SnakeId = Annotated[str, Matching(r"[a-z][a-z0-9]*(_[a-z0-9]+)*", "ck_snake_id")]
"""An id that formulas can name: lower-case words joined by underscores."""
ElementId = Annotated[str, Matching(r"[1-9]\d?", "ck_element_id")]
KukId = Annotated[str, Matching(r"[1-9]\d?\.[1-9]\d?", "ck_kuk_id")]
IukId = Annotated[str, Matching(r"[1-9]\d?\.[1-9]\d?\.[1-9]\d?", "ck_iuk_id")]
SessionPath = Annotated[str, Matching(r"[a-z0-9-]+/[a-z0-9-]+", "ck_session_path")]
"""`module id / session id`."""
InstrumentPath = Annotated[str, Matching(r"[a-z0-9-]+/[a-z0-9-]+", "ck_session_path")]
"""`module id / instrument id`."""
WebAddress = Annotated[str, Matching(r'https?://[^\s<>"]+', "ck_web_address")]
ProvinceCode = Annotated[str, Matching(r"\d{2}", "ck_province")]
RegencyCode = Annotated[str, Matching(r"\d{2}\.\d{2}", "ck_regency")]
Version = Annotated[str, Matching(r"\d+\.\d+\.\d+", "ck_version")]
"""A version of a curriculum part: 1.2.3."""
