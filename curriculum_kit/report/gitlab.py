"""Findings as a code quality report: GitLab shows them in merge requests and tells new ones from old ones."""

from __future__ import annotations

import hashlib
import json
from collections import Counter

from curriculum_kit.diagnostics import Diagnostic, Severity
from curriculum_kit.report.findings import Findings

_SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.NOTE: "info"}


def write(findings: Findings) -> str:
    """One list with all findings. Paths must begin at the root of the repository, so run the check there."""
    seen: Counter[str] = Counter()
    issues = []
    for diagnostic in findings.diagnostics:
        words = "\n".join(filter(None, (findings.say(diagnostic.message), findings.say(diagnostic.help))))
        span = diagnostic.span
        issues.append(
            {
                "description": f"{diagnostic.code}: {words}",
                "check_name": diagnostic.code,
                "fingerprint": _fingerprint(diagnostic, seen),
                "severity": _SEVERITIES[diagnostic.severity],
                "location": {"path": span.file, "lines": {"begin": span.line, "end": span.end_line or span.line}},
            }
        )
    return json.dumps(issues, ensure_ascii=False, indent=2) + "\n"


def _fingerprint(diagnostic: Diagnostic, seen: Counter[str]) -> str:
    """The same as long as the finding is: its line may move, its language may change. The same again is counted."""
    identity = f"{diagnostic.code}\0{diagnostic.span.file}\0{diagnostic.message.format()}"
    seen[identity] += 1
    return hashlib.sha256(f"{identity}\0{seen[identity]}".encode()).hexdigest()[:32]
