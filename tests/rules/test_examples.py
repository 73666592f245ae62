"""The examples on the rules' pages are true: what stands under `Salah` is found, what stands under `Benar` is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.rules import rules
from curriculum_kit.rules.pages import Example
from tests.rules.examples import BASE, findings, lay_out_right, lay_out_wrong

WITHOUT_EXAMPLES = {"YAML107", "BUILD981", "BUILD982", "LEAK971", "SIZE864"}
"""The path guard refuses too large files first; three come from building, not from checking; one is too long."""

EXAMPLES = [
    pytest.param(rule.code, example, id=f"{rule.code}-{number}")
    for rule in rules().values()
    for number, example in enumerate(rule.page.examples, 1)
]


def test_the_base_is_free_of_findings() -> None:
    assert findings(BASE) == ()


@pytest.mark.parametrize("code", rules())
def test_every_rule_has_a_page_with_examples(code: str) -> None:
    page = rules()[code].page
    assert page.title
    assert len(page.explanation.split()) >= 10
    assert page.examples or code in WITHOUT_EXAMPLES


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_wrong_is_found_and_nothing_else_is_said(code: str, example: Example, tmp_path: Path) -> None:
    lay_out_wrong(example, tmp_path / "modules")
    assert {finding.code for finding in findings(tmp_path / "modules")} == {code}


@pytest.mark.parametrize(("code", "example"), EXAMPLES)
def test_right_is_not_found(code: str, example: Example, tmp_path: Path) -> None:
    lay_out_right(example, tmp_path / "modules")
    assert code not in {finding.code for finding in findings(tmp_path / "modules")}
