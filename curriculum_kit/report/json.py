"""Findings as one JSON document."""

from __future__ import annotations

import json
from typing import Any

from curriculum_kit.diagnostics import Diagnostic, Severity, Span
from curriculum_kit.report.findings import Findings

FORMAT_VERSION = 1
"""Counts up when a key changes its meaning or goes away."""


def write(findings: Findings) -> str:
    """All findings with their counts."""
    data = {
        "version": FORMAT_VERSION,
        "counts": {severity.value: findings.counts[severity] for severity in Severity},
        "diagnostics": [_diagnostic(diagnostic, findings) for diagnostic in findings.diagnostics],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _diagnostic(diagnostic: Diagnostic, findings: Findings) -> dict[str, Any]:
    fix = diagnostic.fix
    return {
        "code": diagnostic.code,
        "severity": diagnostic.severity.value,
        "message": findings.say(diagnostic.message),
        "help": findings.say(diagnostic.help),
        **_span(diagnostic.span),
        "related": [
            {**_span(related.span), "message": findings.say(related.message)} for related in diagnostic.related
        ],
        "fix": {**_span(fix.span), "replacement": fix.replacement} if fix else None,
    }


def _span(span: Span) -> dict[str, Any]:
    return {
        "file": span.file,
        "line": span.line,
        "column": span.column,
        "end_line": span.end_line,
        "end_column": span.end_column,
    }
