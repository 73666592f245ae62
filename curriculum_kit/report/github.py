"""Findings as workflow commands: GitHub shows them beside the lines of a pull request."""

from __future__ import annotations

from curriculum_kit.diagnostics import Diagnostic, Severity
from curriculum_kit.report.findings import Findings

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "notice"}


def write(findings: Findings) -> str:
    """One command a finding."""
    return "".join(f"{_command(diagnostic, findings)}\n" for diagnostic in findings.diagnostics)


def _command(diagnostic: Diagnostic, findings: Findings) -> str:
    span = diagnostic.span
    properties = {
        "file": span.file,
        "line": span.line,
        "endLine": span.end_line,
        "col": span.column,
        # GitHub counts the last column in and takes columns on one line only.
        "endColumn": span.end_column - 1 if span.end_column and span.end_line == span.line else None,
        "title": diagnostic.code,
    }
    listed = ",".join(f"{name}={_property(value)}" for name, value in properties.items() if value is not None)
    words = "\n".join(filter(None, (findings.say(diagnostic.message), findings.say(diagnostic.help))))
    return f"::{_COMMANDS[diagnostic.severity]} {listed}::{_data(words)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: object) -> str:
    return _data(str(value)).replace(":", "%3A").replace(",", "%2C")
