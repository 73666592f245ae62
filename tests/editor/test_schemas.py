"""The schemas accept what `ck check` accepts, refuse what it refuses, and explain every field."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft7Validator
from pydantic import TypeAdapter, ValidationError

from curriculum_kit.editor.guidance import FOLDER, TITLE, WRITING, guidance, help_of
from curriculum_kit.editor.kinds import KINDS, SCHEMA_FOLDER, Kind, kind_of, modeline
from curriculum_kit.editor.schemas import schema_of, schema_text, type_schema
from curriculum_kit.source.front_matter import FrontMatter, split_front_matter
from curriculum_kit.source.model_shape import bare_type, field_type
from curriculum_kit.source.schema import base
from curriculum_kit.source.schema.base import Record
from tests.editor.yaml12 import read, read_texts

ROOT = Path(__file__).parent.parent.parent
MODULES = ROOT / "modules"
CURRICULA = (MODULES, ROOT / "tests" / "example" / "modules", ROOT / "tests" / "cases" / "base")
VALIDATORS = {kind.name: Draft7Validator(schema_of(kind)) for kind in KINDS}
SCHEMA_MODULES = ("assessment", "curriculum", "facts", "module", "programme", "session", "worksheet")


def files() -> Iterator[tuple[Path, str, Kind]]:
    for root in CURRICULA:
        for path in sorted(root.rglob("*")):
            kind = kind_of(path.relative_to(root).as_posix())
            if kind:
                yield path, path.relative_to(root).as_posix(), kind


def data_of(path: Path, kind: Kind) -> Any:
    text = path.read_text(encoding="utf-8")
    if not kind.is_yaml:
        head = split_front_matter(path.name, text)
        assert isinstance(head, FrontMatter)
        text = head.text
    return read(text)


def records() -> Iterator[type[Record]]:
    """All records of the files that authors write."""
    for name in SCHEMA_MODULES:
        module = import_module(f"curriculum_kit.source.schema.{name}")
        for value in vars(module).values():
            is_record = isinstance(value, type) and issubclass(value, Record) and value.__module__ == module.__name__
            if is_record and value.__name__ != "Release":  # a program writes it
                yield value


FIELDS = [(record, name) for record in records() for name in record.model_fields]


def test_every_kind_has_files_to_be_tested_with() -> None:
    assert {kind.name for _, _, kind in files()} == {kind.name for kind in KINDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_schema_is_a_schema(kind: Kind) -> None:
    Draft7Validator.check_schema(schema_of(kind))


@pytest.mark.parametrize(("path", "kind"), [(p, k) for p, _, k in files()], ids=lambda v: getattr(v, "stem", ""))
def test_every_file_is_accepted(path: Path, kind: Kind) -> None:
    found = [
        f"{list(error.absolute_path)}: {error.message}"
        for error in VALIDATORS[kind.name].iter_errors(data_of(path, kind))
    ]
    assert found == []


def mappings(data: Any) -> Iterator[dict[str, Any]]:
    if isinstance(data, dict):
        yield data
    for part in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from mappings(part)


@pytest.mark.parametrize(("path", "kind"), [(p, k) for p, _, k in files()], ids=lambda v: getattr(v, "stem", ""))
def test_an_unknown_key_is_refused_wherever_it_stands(path: Path, kind: Kind) -> None:
    data = data_of(path, kind)
    for mapping in mappings(data):
        if "severity" in data and mapping is data["severity"]:
            continue  # the keys are codes of rules
        mapping["tidak_ada"] = {"a": "b"}
        assert not VALIDATORS[kind.name].is_valid(data)
        del mapping["tidak_ada"]
    assert VALIDATORS[kind.name].is_valid(data)


def test_a_missing_key_and_a_wrong_value_of_a_list_are_refused() -> None:
    path = MODULES / "kwu-05" / "module.yaml"
    module = VALIDATORS["module"]
    for key in ("number", "unit", "elements"):
        data = data_of(path, KINDS[7])
        del data[key]
        assert not module.is_valid(data)
    data = data_of(path, KINDS[7])
    data["elements"][0]["kuk"][0]["iuk"][0]["domain"] = "sikap"
    assert not module.is_valid(data)
    data = data_of(path, KINDS[7])
    data["status"] = "final"
    assert not module.is_valid(data)


WRITTEN = (
    "0", "1", "45", "100", "-1", "0.5", "1.1", "1.10", "36.73", "18", "1.2.3", "01", "satu", "biaya-bahan",
    "unit_price", "Biaya Bahan", "ya", '"45"', '"1.1"', '"18"', "2025-11-18", '"2025-11-18"', "18-11-2025", "true",
    "false", '"08:00"', "08:00", "8.00", "kwu-05/tes-akhir", "https://contoh.id/a", "www.contoh.id", "500.000", "Rp500",
    '""', '" "', "[1]", "{a: 1}",
)  # fmt: skip
TYPES = {
    name: getattr(base, name)
    for name in (
        "PlainText", "MarkdownText", "Whole", "Positive", "Number", "Date", "Boolean", "ClockTime", "KebabId",
        "SnakeId", "ElementId", "KukId", "IukId", "SessionPath", "WebAddress", "ProvinceCode", "RegencyCode", "Version",
    )
}  # fmt: skip
FORGIVEN = {
    ("PlainText", "true"), ("PlainText", "false"), ("MarkdownText", "true"), ("MarkdownText", "false"),
    ("SnakeId", "true"), ("SnakeId", "false"), ("KebabId", "true"), ("KebabId", "false"),
    ("ProvinceCode", "01"), ("ElementId", "01"),
    *((name, whole) for name in ("Whole", "Positive", "KebabId", "ElementId") for whole in ("8.00", "500.000")),
    *((name, number) for name in ("KukId", "RegencyCode") for number in ("18", "45", "8.00")),
}  # fmt: skip
"""Where an editor cannot know what was written: it sees a number or a boolean, not its spelling."""


@pytest.mark.parametrize("written", WRITTEN)
@pytest.mark.parametrize("name", TYPES)
def test_a_value_is_accepted_exactly_when_the_record_accepts_it(name: str, written: str) -> None:
    try:
        TypeAdapter(TYPES[name]).validate_python(read_texts(written))
        fits = True
    except ValidationError:
        fits = False
    if (name, written) not in FORGIVEN:
        assert Draft7Validator(type_schema(TYPES[name])).is_valid(read(written)) is fits


def test_help_has_an_entry_for_every_field_and_a_field_for_every_entry() -> None:
    explained = {
        (name, field) for module in SCHEMA_MODULES for name, about in guidance(module).items() for field in about.fields
    }
    assert explained == {(record.__name__, field) for record, field in FIELDS}
    assert {path.stem for path in FOLDER.iterdir()} == {*SCHEMA_MODULES, WRITING}


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_field_is_explained(record: type[Record], name: str) -> None:
    about = help_of(record).fields[name]
    assert about.description.endswith(".")
    assert 24 < len(about.description) < 240
    assert len(about.examples) == 1
    schema = type_schema(field_type(record, name))
    while (
        "enum" not in schema
        and "const" not in schema
        and ("items" in schema or isinstance(schema.get("additionalProperties"), dict))
    ):
        schema = schema.get("items") or schema["additionalProperties"]
    assert list(about.values) == schema.get("enum", [schema["const"]] if "const" in schema else [])
    assert all(explained.endswith(".") for explained in about.values.values())


@pytest.mark.parametrize(("record", "name"), FIELDS, ids=lambda value: getattr(value, "__name__", value))
def test_every_example_fits(record: type[Record], name: str) -> None:
    annotation = field_type(record, name)
    for example in help_of(record).fields[name].examples:
        assert list(Draft7Validator(type_schema(annotation)).iter_errors(example)) == []
        TypeAdapter(bare_type(annotation)[0] if name == "value" else annotation).validate_python(as_texts(example))


def as_texts(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: as_texts(part) for key, part in value.items()}
    if isinstance(value, list):
        return [as_texts(part) for part in value]
    return str(value).lower() if isinstance(value, bool) else str(value)


def test_records_have_titles() -> None:
    assert all(help_of(record).title[0].isupper() for record in records())
    assert TITLE not in {name for _, name in FIELDS}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_the_committed_schemas_are_those_of_the_records(kind: Kind) -> None:
    assert (MODULES / SCHEMA_FOLDER / kind.schema_file).read_text(encoding="utf-8") == schema_text(kind), (
        "run `ck schema`"
    )


def test_no_other_schemas_are_committed() -> None:
    assert {path.name for path in (MODULES / SCHEMA_FOLDER).iterdir()} == {kind.schema_file for kind in KINDS}


@pytest.mark.parametrize("path", sorted(MODULES.rglob("*.yaml")), ids=lambda path: path.relative_to(MODULES).as_posix())
def test_every_yaml_file_names_its_schema(path: Path) -> None:
    line = modeline(path.relative_to(MODULES).as_posix())
    assert line
    assert path.read_text(encoding="utf-8").split("\n")[0] == line
    assert (path.parent / line.partition("$schema=")[2]).is_file()


def test_a_session_has_no_modeline() -> None:
    assert modeline("kwu-05/sessions/01-mengenal-biaya.md") is None
