"""The frame: finding rules, applying severities, naming a rule that breaks."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from types import MappingProxyType

import pytest

from curriculum_kit.diagnostics import Diagnostic, Severity
from curriculum_kit.rules import Context, Rule, RuleFailed, frame, rules
from curriculum_kit.rules.frame import is_protected
from curriculum_kit.rules.pages import MalformedPage, parse
from curriculum_kit.source.curriculum import Curriculum
from tests.rules.examples import BASE, findings

RULES_FOLDER = Path(frame.__file__).parent


def curriculum_with(tmp_path: Path, severity: str) -> Path:
    root = shutil.copytree(BASE, tmp_path / "modules")
    settings = root / "curriculum.yaml"
    old = settings.read_text(encoding="utf-8")
    settings.write_text(re.sub(r"severity:\n  .*\n", f"severity: {severity}\n", old), encoding="utf-8")
    session = root / "kwu-01/sessions/02-hpp.md"
    session.write_text(
        session.read_text(encoding="utf-8").replace(":offline: Dilakukan secara lisan.\n", ""), encoding="utf-8"
    )
    return root


def test_rules_are_found_from_their_files() -> None:
    files = {path.stem.partition("_")[0].upper() for path in RULES_FOLDER.glob("*[0-9]_*.py")}
    assert set(rules()) == files
    assert list(rules()) == sorted(files)


def test_every_code_that_the_package_emits_has_a_page() -> None:
    package = RULES_FOLDER.parent
    sources = (path.read_text(encoding="utf-8") for path in package.rglob("*.py") if path.parent != RULES_FOLDER)
    emitted = {code for source in sources for code in re.findall(r'"([A-Z][A-Z0-9]*\d{3})"', source)}
    assert emitted
    assert emitted <= set(rules())


def test_codes_are_a_family_and_three_digits() -> None:
    assert all(re.fullmatch(r"[A-Z][A-Z0-9]*?\d{3}", code) for code in rules())


@pytest.mark.parametrize(
    ("wish", "severity"), [("error", Severity.ERROR), ("note", Severity.NOTE), ("warning", Severity.WARNING)]
)
def test_settings_change_how_much_a_finding_weighs(tmp_path: Path, wish: str, severity: Severity) -> None:
    (finding,) = findings(curriculum_with(tmp_path, f"{{OFFLINE751: {wish}}}"))
    assert (finding.code, finding.severity) == ("OFFLINE751", severity)


def test_settings_can_switch_a_rule_off(tmp_path: Path) -> None:
    assert findings(curriculum_with(tmp_path, "{OFFLINE751: off}")) == ()


@pytest.mark.parametrize("wish", ["off", "note", "warning"])
@pytest.mark.parametrize("code", ["SAFE920", "LEAK001", "YAML101", "SCHEMA202", "REF312", "CALC809"])
def test_what_protects_cannot_be_lowered(tmp_path: Path, code: str, wish: str) -> None:
    found = findings(curriculum_with(tmp_path, f"{{{code}: {wish}, OFFLINE751: off}}"))
    assert [finding.code for finding in found] == ["SCHEMA211"]
    assert is_protected(code)


def test_a_protected_finding_keeps_its_weight(tmp_path: Path) -> None:
    root = curriculum_with(tmp_path, "{SAFE921: off, OFFLINE751: off}")
    session = root / "kwu-01/sessions/01-biaya.md"
    session.write_text(
        session.read_text(encoding="utf-8").replace(
            ":::{trainer-note} Membantu peserta\n:topic: support", ":::{answer}"
        ),
        encoding="utf-8",
    )
    assert {(f.code, f.severity) for f in findings(root)} == {
        ("SAFE921", Severity.ERROR), ("SCHEMA211", Severity.ERROR)
    }  # fmt: skip


def test_a_rule_that_breaks_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    def check(_: Curriculum, context: Context) -> Iterator[Diagnostic]:
        yield from ()
        raise KeyError(context.code)

    broken = Rule("REF399", Severity.ERROR, "", check)
    monkeypatch.setattr(frame, "rules", lambda: MappingProxyType({"REF399": broken}))
    with pytest.raises(RuleFailed, match=r"REF399: KeyError: 'REF399'") as caught:
        findings(BASE)
    assert caught.value.code == "REF399"


@pytest.mark.parametrize(
    "docstring",
    [
        "Judul.\n\nSalah:\n\nteks\n",
        "Judul.\n\nSalah:\n\n```text\n--- a.yaml\nx\n```\n",
        "Judul.\n\nSalah:\n\n```text\nx\n```\n\nBenar:\n\n```text\nx\n```\n",
        "Judul.\n\nSalah:\n\n```text\n--- a\nx\n```\n\nBenar:\n\n```text\n--- a\nx\n```\n\nlagi\n",
    ],
)
def test_a_page_that_does_not_follow_the_notation_is_refused(docstring: str) -> None:
    with pytest.raises(MalformedPage):
        parse(docstring)
