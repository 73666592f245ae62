"""Walking records: from the place of a validation error down the models, and from a record down to marked values."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, TypeAlias, Union, get_args, get_origin

from pydantic import Discriminator, Tag

from curriculum_kit.source.curriculum import Loc
from curriculum_kit.source.schema.base import Record

TypeForm: TypeAlias = Any
"""A type as annotations hold it: a class, a union, `Annotated[...]` …"""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a validation error stands, seen from the file.

    `loc` is the path as the author wrote it: pydantic puts the names of union members in between. `expected` is the
    type that belongs there (None for an unknown key), `owner` the model that has the key, `choice` the innermost union
    on the way with the member that was tried.
    """

    loc: Loc
    expected: TypeForm
    owner: type[Record] | None
    choice: tuple[Loc, str] | None = None

    @property
    def fields(self) -> tuple[str, ...]:
        """The keys that are allowed beside this one."""
        return tuple(self.owner.model_fields) if self.owner else ()

    @property
    def literals(self) -> tuple[str, ...]:
        """The values that are allowed here, when there is a fixed list of them."""
        bare = bare_type(self.expected)[0]
        return tuple(str(value) for value in get_args(bare)) if _origin(bare) is Literal else ()

    @property
    def tags(self) -> tuple[str, ...]:
        """The values of the key that tells variants apart, when variants are expected here."""
        members, discriminator = _members(self.expected)
        found = (tag for member in members for tag in _tags(member, discriminator))
        return tuple(dict.fromkeys(found))


def locate(model: type[Record], loc: Loc) -> Spot:
    """Find the spot of a pydantic `loc` by walking it down the model."""
    at: TypeForm = model
    written: list[str | int] = []
    owner: type[Record] | None = None
    choice: tuple[Loc, str] | None = None
    for part in loc:
        members, discriminator = _members(at)
        if len(members) > 1:
            choice = (tuple(written), str(part))
            at = _member(members, discriminator, str(part))
            continue
        bare = bare_type(at)[0]
        written.append(part)
        if _is_record(bare):
            owner = bare
            at = field_type(bare, str(part))
        else:
            owner = None
            at = get_args(bare)[-1 if _origin(bare) is dict else 0] if get_args(bare) else None
    return Spot(tuple(written), at, owner, choice)


def marked(record: Record, mark: type, loc: Loc = ()) -> Iterator[tuple[Loc, object]]:
    """Every value below `record` whose type is `mark` or carries it, with its path."""
    for name in _ways(type(record), mark):
        yield from _values(getattr(record, name), mark, (*loc, name))


def _values(value: object, mark: type, loc: Loc) -> Iterator[tuple[Loc, object]]:
    if isinstance(value, Record):
        yield from marked(value, mark, loc)
    elif isinstance(value, tuple):
        for index, item in enumerate(value):
            yield from _values(item, mark, (*loc, index))
    elif isinstance(value, dict):
        for key, item in value.items():
            yield from _values(item, mark, (*loc, key))
    elif value is not None:
        yield loc, value


@cache
def _ways(model: type[Record], mark: type) -> tuple[str, ...]:
    """The fields of a model that lead to marked values."""
    return tuple(name for name in model.model_fields if _leads(field_type(model, name), mark))


def _leads(annotation: TypeForm, mark: type) -> bool:
    bare, metadata = bare_type(annotation)
    if bare is mark or any(isinstance(item, mark) for item in metadata):
        return True
    if _is_record(bare):
        return bool(_ways(bare, mark))
    return any(_leads(part, mark) for part in get_args(bare)) if _origin(bare) is not Literal else False


def field_type(model: type[Record], name: str) -> TypeForm:
    """The type of a field with everything that its annotation said, or None when there is no such field."""
    field = model.model_fields.get(name)
    if field is None:
        return None
    return Annotated[field.annotation, *field.metadata] if field.metadata else field.annotation


def bare_type(annotation: TypeForm) -> tuple[TypeForm, tuple[Any, ...]]:
    """A type without `Annotated` and without `| None`, and what it was annotated with."""
    metadata: tuple[Any, ...] = ()
    while True:
        if _origin(annotation) is Annotated:
            annotation, *more = get_args(annotation)
            metadata = (*metadata, *more)
        elif _origin(annotation) in {Union, UnionType}:
            members = [member for member in get_args(annotation) if member is not NoneType]
            if len(members) > 1:
                return annotation, metadata
            annotation = members[0]
        else:
            return annotation, metadata


def _members(annotation: TypeForm) -> tuple[tuple[TypeForm, ...], str]:
    """The members of a union and the key that tells them apart (empty when something else does)."""
    bare, metadata = bare_type(annotation)
    if _origin(bare) not in {Union, UnionType}:
        return (), ""
    keys = (item.discriminator for item in metadata if isinstance(item, Discriminator))
    key = next((key for key in keys if isinstance(key, str)), "")
    return tuple(member for member in get_args(bare) if member is not NoneType), key


def _member(members: tuple[TypeForm, ...], discriminator: str, label: str) -> TypeForm:
    """The member of a union that pydantic names `label`."""
    for member in members:
        if label in _tags(member, discriminator):
            return member
    return next((member for member in members if not _is_record(bare_type(member)[0])), members[0])


def _tags(member: TypeForm, discriminator: str) -> tuple[str, ...]:
    bare, metadata = bare_type(member)
    tags = tuple(item.tag for item in metadata if isinstance(item, Tag))
    if tags or not _is_record(bare):
        return tags
    return get_args(bare_type(field_type(bare, discriminator))[0]) if discriminator else (bare.__name__,)


def _origin(annotation: TypeForm) -> object:
    return get_origin(annotation)


def _is_record(annotation: TypeForm) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Record)
