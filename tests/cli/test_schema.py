"""`ck schema` writes what an editor needs once, and leaves alone what a team has set."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from curriculum_kit.editor.install import wanted
from curriculum_kit.editor.kinds import KINDS
from curriculum_kit.editor.settings import EXTENSION, merged
from tests.cli.conftest import Ck

VSCODE = ("settings.json", "extensions.json", "tasks.json", "curriculum.code-snippets")
NOTHING = "Semuanya sudah ada dan sesuai; tidak ada yang ditulis.\n"
ROOT = Path(__file__).parent.parent.parent


def content(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def settings_of(project: Path) -> dict[str, object]:
    return dict(json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8")))


def test_everything_is_written_once(ck: Ck, project: Path) -> None:
    before = content(project).keys()
    first = ck("schema")
    assert first.code == 0
    after = content(project)
    new = {f"modules/.schemas/{kind.schema_file}" for kind in KINDS}
    new |= {f".vscode/{name}" for name in VSCODE}
    assert after.keys() - before == new
    assert {line.removeprefix("ditulis: ") for line in first.out.splitlines()} == new
    assert ck("schema") == (0, NOTHING, "")
    assert content(project) == after


def test_the_repository_has_what_it_writes() -> None:
    for path, text in wanted(ROOT / "modules").files.items():
        assert path.read_text(encoding="utf-8") == text, "run `ck schema`"


@pytest.mark.usefixtures("project")
def test_the_loader_passes_over_the_schemas(ck: Ck) -> None:
    found = ck("check", "--as-of", "2025-12-01")
    ck("schema")
    assert ck("check", "--as-of", "2025-12-01") == found


def test_settings_name_every_yaml_file_by_its_place(ck: Ck, project: Path) -> None:
    ck("schema")
    settings = settings_of(project)
    schemas = settings["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert schemas["./modules/.schemas/worksheet.schema.json"] == ["modules/*/worksheets/*.yaml"]
    assert len(schemas) == len(KINDS) - 1, "the head of a session is no YAML file"
    assert all((project / path).is_file() for path in schemas)
    associations = settings["files.associations"]
    assert isinstance(associations, dict)
    assert associations["**/modules/*/sessions/*.md"] == "markdown"
    for language in ("[yaml]", "[markdown]"):
        choices = settings[language]
        assert isinstance(choices, dict)
        assert (choices["editor.wordWrap"], choices["editor.tabSize"], choices["editor.insertSpaces"]) == (
            "on",
            2,
            True,
        )


def test_what_a_team_has_set_stays(ck: Ck, project: Path) -> None:
    (project / ".vscode").mkdir()
    file = project / ".vscode" / "settings.json"
    theirs = {
        "editor.fontSize": 18,
        "[yaml]": {"editor.wordWrap": "off"},
        "yaml.schemas": {"./other.json": "other.yaml", "./modules/.schemas/facts.schema.json": "old/facts.yaml"},
    }
    file.write_text(json.dumps(theirs, indent=4), encoding="utf-8")
    (project / ".vscode" / "extensions.json").write_text('{"recommendations": ["a.b"]}', encoding="utf-8")
    ck("schema")
    settings = settings_of(project)
    assert list(settings)[:3] == list(theirs)
    assert settings["editor.fontSize"] == 18
    assert settings["[yaml]"]["editor.wordWrap"] == "off"  # type: ignore[index]
    assert settings["[yaml]"]["editor.tabSize"] == 2  # type: ignore[index]
    assert settings["yaml.schemas"]["./other.json"] == "other.yaml"  # type: ignore[index]
    assert settings["yaml.schemas"]["./modules/.schemas/facts.schema.json"] == ["modules/facts.yaml"]  # type: ignore[index]
    assert file.read_text(encoding="utf-8").startswith('{\n    "editor.fontSize"'), "the indentation is theirs"
    extensions = json.loads((project / ".vscode" / "extensions.json").read_text(encoding="utf-8"))
    assert extensions == {"recommendations": ["a.b", EXTENSION]}
    assert ck("schema").out == NOTHING


def test_a_file_with_comments_is_left_alone(ck: Ck, project: Path) -> None:
    (project / ".vscode").mkdir()
    file = project / ".vscode" / "settings.json"
    file.write_text('{\n  // ours\n  "editor.fontSize": 18,\n}\n', encoding="utf-8")
    first = ck("schema")
    assert file.read_text(encoding="utf-8") == '{\n  // ours\n  "editor.fontSize": 18,\n}\n'
    assert first.err == (
        ".vscode/settings.json memuat komentar atau bukan JSON biasa, jadi tidak diubah; "
        "salin isi settings.curriculum.json ke dalamnya.\n"
    )
    assert "yaml.schemas" in json.loads((project / ".vscode" / "settings.curriculum.json").read_text(encoding="utf-8"))
    assert ck("schema") == (0, NOTHING, first.err)


@pytest.mark.parametrize("existing", ["[]", "null", "{", '"a"', "?"])
def test_what_is_no_object_is_not_merged(existing: str) -> None:
    assert merged(existing, {"a": 1}) is None


@pytest.mark.parametrize("existing", [None, "", " \n"])
def test_an_empty_file_is_filled(existing: str | None) -> None:
    assert merged(existing, {"a": 1}) == '{\n  "a": 1\n}\n'


def test_a_file_that_lacks_nothing_keeps_its_form() -> None:
    assert merged('{"b": {"c": [1,2]}, "a":1}', {"a": 2, "b": {"c": [2]}}) == '{"b": {"c": [1,2]}, "a":1}'


def test_schemas_may_stand_elsewhere(ck: Ck, project: Path) -> None:
    assert ck("schema", "--output", "skema").code == 0
    assert not (project / "modules" / ".schemas").exists()
    schemas = settings_of(project)["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert all(path.startswith("./skema/") and (project / path).is_file() for path in schemas)


def test_settings_go_to_the_folder_of_the_repository(ck: Ck, project: Path) -> None:
    (project / "modules").rename(project / "a")
    (project / "teks").mkdir()
    (project / "a").rename(project / "teks" / "kurikulum")
    (project / ".git").mkdir()
    ck("schema", "teks/kurikulum")
    schemas = settings_of(project)["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert schemas["./teks/kurikulum/.schemas/case.schema.json"] == ["teks/kurikulum/cases/*.yaml"]


def test_a_curriculum_may_be_the_repository(ck: Ck, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (project / "modules" / ".git").mkdir()
    monkeypatch.chdir(project / "modules")
    ck("schema", ".")
    schemas = settings_of(project / "modules")["yaml.schemas"]
    assert isinstance(schemas, dict)
    assert schemas["./.schemas/module.schema.json"] == ["*/module.yaml"]


@pytest.mark.usefixtures("project")
def test_a_folder_that_is_not_there_is_wrong_use(ck: Ck) -> None:
    result = ck("schema", "modul")
    assert (result.code, result.out) == (2, "")
    assert 'Tidak ada folder "modul" di sini' in result.err


def test_a_place_that_cannot_be_written_is_one_line(ck: Ck, project: Path) -> None:
    (project / ".vscode").write_text("", encoding="utf-8")
    result = ck("schema")
    assert result.code == 2
    assert len(result.err.splitlines()) == 1
