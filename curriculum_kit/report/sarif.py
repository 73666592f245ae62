"""Findings in SARIF 2.1.0, which code hosts and editors read."""

from __future__ import annotations

import json
from importlib.metadata import PackageNotFoundError, version
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from curriculum_kit.diagnostics import Diagnostic, Span
from curriculum_kit.report.findings import Findings

if TYPE_CHECKING:
    from curriculum_kit.rules import Rule

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def write(findings: Findings) -> str:
    """One run with all findings and the rules they come from."""
    from curriculum_kit.rules import rules  # noqa: PLC0415 - the other formats need no rules

    codes = sorted({diagnostic.code for diagnostic in findings.diagnostics})
    run = {
        "tool": {
            "driver": {
                "name": "curriculum-kit",
                "version": _version(),
                "rules": [_rule(code, rules().get(code)) for code in codes],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code), findings) for diagnostic in findings.diagnostics],
    }
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2) + "\n"


def _rule(code: str, rule: Rule | None) -> dict[str, Any]:
    if rule is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": rule.page.title},
        "fullDescription": {"text": rule.page.explanation or rule.page.title},
        "defaultConfiguration": {"level": rule.severity.value},
    }


def _result(diagnostic: Diagnostic, index: int, findings: Findings) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": diagnostic.code,
        "ruleIndex": index,
        "level": diagnostic.severity.value,
        "message": {"text": "\n".join(filter(None, (findings.say(diagnostic.message), findings.say(diagnostic.help))))},
        "locations": [{"physicalLocation": _location(diagnostic.span)}],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"physicalLocation": _location(related.span), "message": {"text": findings.say(related.message)}}
            for related in diagnostic.related
        ]
    if fix := diagnostic.fix:
        replacement = {"deletedRegion": _region(fix.span), "insertedContent": {"text": fix.replacement}}
        result["fixes"] = [
            {"artifactChanges": [{"artifactLocation": _artifact(fix.span), "replacements": [replacement]}]}
        ]
    return result


def _location(span: Span) -> dict[str, Any]:
    return {"artifactLocation": _artifact(span), "region": _region(span)}


def _artifact(span: Span) -> dict[str, Any]:
    return {"uri": quote(span.file)}


def _region(span: Span) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column}
    if span.end_line is not None and span.end_column is not None:
        region |= {"endLine": span.end_line, "endColumn": span.end_column}
    return region


def _version() -> str:
    try:
        return version("curriculum-kit")
    except PackageNotFoundError:  # run from a checkout that nobody has installed
        return "0"
