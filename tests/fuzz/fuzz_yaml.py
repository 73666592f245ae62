"""Feeds the YAML reader and the schema with bytes that a fuzzer makes up. Not part of the test suite.

    pip install atheris
    python tests/fuzz/fuzz_yaml.py -max_total_time=60 tests/cases/base

Nothing but findings may come out, each with a place inside the text.
"""

from __future__ import annotations

import sys

import atheris

with atheris.instrument_imports(include=["curriculum_kit.source"]):
    from curriculum_kit.source.schema.module import Module
    from curriculum_kit.source.validate import validate
    from curriculum_kit.source.yaml_events import read_yaml


def once(content: bytes) -> None:
    """Read one input."""
    yaml = read_yaml("f.yaml", content)
    found = list(yaml.diagnostics)
    if yaml.data is not None:
        _, more = validate(Module, yaml.data, yaml.places)
        found += more
    text = content.decode("utf-8-sig", "replace")
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for finding in found:
        for span in (finding.span, *((finding.fix.span,) if finding.fix else ())):
            assert 1 <= span.line <= len(lines), span
            assert 1 <= span.column <= len(lines[span.line - 1]) + 1, span
        assert finding.message.format()
        assert finding.help.format()


if __name__ == "__main__":
    atheris.Setup(sys.argv, once)
    atheris.Fuzz()
