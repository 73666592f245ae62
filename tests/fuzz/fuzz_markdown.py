"""Feeds the Markdown reader with bytes that a fuzzer makes up. Not part of the test suite.

    pip install atheris
    python tests/fuzz/fuzz_markdown.py -max_total_time=60 tests/cases/base/kwu-01/sessions

Nothing but faults may come out, each with a place inside the text.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["curriculum_kit.source"]):
    from curriculum_kit.diagnostics import Diagnostic
    from curriculum_kit.source.front_matter import split_front_matter
    from curriculum_kit.source.markdown import fault_diagnostic, parse_session
    from curriculum_kit.source.text_files import decode


def once(content: bytes) -> None:
    """Read one input."""
    decoded = decode("s.md", content)
    if isinstance(decoded, Diagnostic):
        return
    front = split_front_matter("s.md", decoded)
    found = [front] if isinstance(front, Diagnostic) else []
    body_line = 1 if isinstance(front, Diagnostic) else front.body_line
    found += map(fault_diagnostic, parse_session("s.md", decoded, body_line).faults)
    lines = decoded.split("\n")
    for finding in found:
        for span in (finding.span, *((finding.fix.span,) if finding.fix else ())):
            assert 1 <= span.line <= len(lines) + 1, span
            line = lines[span.line - 1] if span.line <= len(lines) else ""
            assert 1 <= span.column <= len(line) + 1, span
        assert finding.message.format()
        assert finding.help.format()


if __name__ == "__main__":
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()
