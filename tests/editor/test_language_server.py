"""What authors see in their editor: asked of yaml-language-server, which VS Code runs for YAML."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from typing import Any

import pytest

from curriculum_kit.editor.install import wanted
from curriculum_kit.editor.kinds import kind_of
from tests.editor.language_server import LanguageServer, language_server
from tests.tools import require_yaml_server

ROOT = Path(__file__).parent.parent.parent
MODULES = ROOT / "modules"
FILES = sorted(path for path in MODULES.rglob("*.yaml") if kind_of(path.relative_to(MODULES).as_posix()))
COUNTER = count()


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("editor")
    shutil.copytree(MODULES, root / "modules")
    wanted(root / "modules").write()
    return root


@pytest.fixture(scope="module")
def server(project: Path) -> Iterator[LanguageServer]:
    ours = json.loads((project / ".vscode" / "settings.json").read_text(encoding="utf-8"))
    yaml = {"schemas": ours["yaml.schemas"], "schemaStore": {"enable": False}}
    yaml |= {"validate": True, "hover": True, "completion": True}
    with language_server(require_yaml_server(), project, {"yaml": yaml}) as running:
        yield running


def opened(server: LanguageServer, project: Path, text: str, name: str = "module.yaml") -> str:
    """A text in a module of its own, found by the patterns of `yaml.schemas`: it has no modeline."""
    return server.open(project / "modules" / f"kwu-{next(COUNTER)}" / name, text)


def messages(server: LanguageServer, uri: str) -> list[str]:
    return [found["message"] for found in server.diagnostics(uri)]


def offers(server: LanguageServer, uri: str, line: int, character: int) -> dict[str, str]:
    """What is offered at a place, with its explanation."""
    items = server.at("completion", uri, line, character)["items"]
    return {item["label"]: explanation(item.get("documentation")) for item in items}


def explanation(documentation: Any) -> str:
    return documentation["value"] if isinstance(documentation, dict) else documentation or ""


def real_module() -> str:
    return (MODULES / "kwu-05" / "module.yaml").read_text(encoding="utf-8").partition("\n")[2]


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.relative_to(MODULES).as_posix())
def test_a_real_file_has_no_diagnostics(server: LanguageServer, project: Path, file: Path) -> None:
    copy = project / "modules" / file.relative_to(MODULES)
    assert messages(server, server.open(copy, copy.read_text(encoding="utf-8"))) == []


def test_a_new_key_is_offered_with_its_explanation(server: LanguageServer, project: Path) -> None:
    text = real_module().replace("version: 0.2.0\n", "", 1)
    uri = opened(server, project, text)
    offered = offers(server, uri, text.count("\n"), 0)
    assert "version" in offered
    assert "title" not in offered, "it is there already"
    assert "Nomor versi berupa tiga angka dengan titik." in offered["version"]


def test_an_empty_file_is_offered_every_key(server: LanguageServer, project: Path) -> None:
    offered = offers(server, opened(server, project, ""), 0, 0)
    assert {"number", "title", "unit", "elements", "sessions", "changes"} <= offered.keys()


def test_values_are_offered_with_what_they_mean(server: LanguageServer, project: Path) -> None:
    offered = offers(server, opened(server, project, "unit:\n  source: \n"), 1, 10)
    assert list(offered) == ["skkni", "skkk", "internasional", "tna"]
    assert offered["tna"] == "Analisis kebutuhan pelatihan; kodenya kode sendiri."


def test_the_keys_of_a_variant_follow_its_kind(server: LanguageServer, project: Path) -> None:
    text = "facts:\n  - id: a\n    value:\n      kind: scalar\n      \n"
    uri = server.open(project / "b" / "modules" / "facts.yaml", text)
    assert {"amount", "unit"} <= offers(server, uri, 4, 6).keys()
    assert "tiers" not in offers(server, uri, 4, 6)


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("elements", "Elemen kompetensi menurut urutannya."),
        ("status", "`draft`: Rancangan."),
        ("number", "bilangan bulat"),
    ],
)
def test_hovering_explains_a_key(server: LanguageServer, project: Path, key: str, words: str) -> None:
    text = real_module()
    uri = opened(server, project, text)
    line = next(number for number, line in enumerate(text.split("\n")) if line.startswith(f"{key}:"))
    assert words in explanation(server.at("hover", uri, line, 2)["contents"])


def test_hovering_explains_a_plan_of_a_day(server: LanguageServer, project: Path) -> None:
    file = project / "modules" / "programmes" / "wirausaha-rintisan.yaml"
    lines = file.read_text(encoding="utf-8").split("\n")
    uri = server.open(project / "modules" / "programmes" / "b.yaml", "\n".join(lines))
    hover = server.at("hover", uri, lines.index("day_plan:"), 2)
    assert "Jadwal harian, yaitu sesi dan kegiatan lain menurut jamnya." in explanation(hover["contents"])


@pytest.mark.parametrize(
    ("right", "wrong", "said"),
    [
        ("status: draft", "status: darft", "Pilih salah satu: draft, approved."),
        ("domain: skill", "domain: keterampilan", "Pilih salah satu: knowledge, skill, attitude."),
        ("title: Menghitung", "judul: Menghitung", "Kunci lain tidak dikenal."),
        ("version: 0.2.0", "version: 1.0", "Nomor versi adalah tiga angka dengan titik"),
        ("quantity: 16", "quantity: enam belas", "Tulis angkanya saja"),
        ("acuan:", "acuan: {}\n  acuan_lama:", "Tulis setiap butir di barisnya sendiri"),
    ],
)
def test_a_mistake_is_marked_in_indonesian(
    server: LanguageServer, project: Path, right: str, wrong: str, said: str
) -> None:
    text = real_module()
    assert right in text
    uri = opened(server, project, text.replace(right, wrong, 1))
    found = [trouble["message"] for trouble in server.troubles(uri)]
    assert any(said in message for message in found), found


def test_an_unknown_key_is_marked_where_it_stands(server: LanguageServer, project: Path) -> None:
    text = real_module() + "catatan: satu\n"
    (found,) = server.diagnostics(opened(server, project, text))
    assert found["range"]["start"] == {"line": text.count("\n") - 1, "character": 0}


def test_a_value_of_no_variant_names_all_kinds(server: LanguageServer, project: Path) -> None:
    text = "facts:\n  - id: a\n    value: {kind: angka, amount: 5, unit: rupiah}\n"
    uri = server.open(project / "c" / "modules" / "facts.yaml", text)
    assert any("scalar, range, tiers, table, text, date" in message for message in messages(server, uri))
