"""Records and values in one row of words."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from curriculum_kit.comparison.fields import value_words


def summary(record: BaseModel) -> str:
    """Everything that a record says, without its ids."""
    return " · ".join(_leaves(record, "", record))


def _leaves(value: object, name: str, record: BaseModel) -> Iterator[str]:
    if isinstance(value, BaseModel):
        for field, info in type(value).model_fields.items():
            child = getattr(value, field)
            if field not in {"id", "kind", "iuk"} and child != info.default:
                yield from _leaves(child, field, value)
    elif isinstance(value, tuple):
        for item in value:
            yield from _leaves(item, name, record)
    elif isinstance(value, dict):
        for item in value.values():
            yield from _leaves(item, name, record)
    elif value is not None:
        yield value_words(record, name, value)


def field_words(record: BaseModel, name: str, value: object) -> str:
    """The value of a field in words; none where it is not written."""
    if value is None:
        return ""
    return summary(value) if isinstance(value, BaseModel) else value_words(record, name, value)
