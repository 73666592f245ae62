"""SARIF as the published schema wants it, with everything a finding can carry."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.report import written
from curriculum_kit.rules import rules
from tests.rules.examples import findings, lay_out_wrong

SCHEMA = json.loads(Path(__file__).with_name("schemas").joinpath("sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = Draft202012Validator(SCHEMA)


@pytest.fixture(scope="module")
def diagnostics(tmp_path_factory: pytest.TempPathFactory) -> tuple[Diagnostic, ...]:
    """One example of every fifth rule."""
    found: list[Diagnostic] = []
    for code, rule in list(rules().items())[::5]:
        for example in rule.page.examples[:1]:
            root = tmp_path_factory.mktemp(code) / "modules"
            lay_out_wrong(example, root)
            found += findings(root)
    return tuple(found)


@pytest.mark.parametrize("language", ["id", "en"])
def test_a_log_fits_the_published_schema(diagnostics: tuple[Diagnostic, ...], language: str) -> None:
    log = json.loads(written(diagnostics, "sarif", language))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    results = log["runs"][0]["results"]
    assert len(results) == len(diagnostics) > 10
    assert any("fixes" in result for result in results)
    assert any("relatedLocations" in result for result in results)


def test_a_log_without_findings_fits_too() -> None:
    assert VALIDATOR.is_valid(json.loads(written((), "sarif")))


def test_the_schema_does_refuse(diagnostics: tuple[Diagnostic, ...]) -> None:
    """The validator is no rubber stamp."""
    log: dict[str, Any] = json.loads(written(diagnostics, "sarif"))
    log["runs"][0]["results"][0]["level"] = "eror"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    assert len(list(VALIDATOR.iter_errors(log))) == 2
