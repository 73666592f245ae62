"""Whatever happens to a file of the base curriculum: nothing breaks, and every finding has a place inside its file."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from tests.rules.examples import AS_OF, BASE

FILES = sorted(
    path.relative_to(BASE).as_posix()
    for path in BASE.rglob("*")
    if path.suffix in {".yaml", ".md"} and not any(part.startswith(".") for part in path.relative_to(BASE).parts)
)
ODD = (
    " ", "  ", "\t", "\n", "\n\n", ":", ": ", "::", ":::", "::::", "-", "- ", "---", "---\n", "#", "##", "|", ">-", "[",
    "]", "{", "}", "&a", "*a", "!", "%", "@", "`", '"', "'", "“", "”", "’", "–", "—", "•", "1)", "\u00a0", "\u200b",
    "\ufeff", "\u2028", "\x00", "\r", "\uff1a", "é", "\\", "<b>", "<!--", "{term}", "{term}`x`", ":::{answer}\n",
    ":key: B", "![](a)", "[^1]", "](", "<<: *a\n", "? ", "null", "~", "0.5", "10.000", "🙂",
)  # fmt: skip
"""What is inserted: everything that means something to YAML or Markdown, and what word processors bring along."""

EDITS = st.lists(
    st.tuples(st.integers(0, 4), st.integers(0, 9999), st.integers(1, 60), st.sampled_from(ODD)), min_size=1, max_size=4
)
"""What is done (delete, repeat, swap lines, insert), at which share of the text, over how many signs, with what."""


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return shutil.copytree(BASE, tmp_path_factory.mktemp("never") / "modules")


def edited(text: str, edits: list[tuple[int, int, int, str]]) -> str:
    for kind, share, length, sign in edits:
        at = len(text) * share // 10_000
        piece = text[at : at + length]
        if kind == 0:
            text = text[:at] + text[at + length :]
        elif kind == 1:
            text = text[:at] + piece + text[at:]
        elif kind == 2:  # two lines change places
            lines = text.split("\n")
            first = len(lines) * share // 10_000
            second = (first + length) % len(lines)
            lines[first], lines[second] = lines[second], lines[first]
            text = "\n".join(lines)
        elif kind == 3:  # at the beginning of a line, where structure begins
            start = text.rfind("\n", 0, at) + 1
            text = text[:start] + sign + text[start:]
        else:
            text = text[:at] + sign + text[at:]
    return text


def misplaced(root: Path) -> Iterator[str]:
    """The findings that stand outside of their files."""
    loaded = load(root)
    for finding in run(loaded.curriculum, loaded.diagnostics, AS_OF):
        path = root / finding.span.file
        if not path.is_file():
            continue
        text = path.read_bytes().decode("utf-8-sig")
        lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
        spans = [finding.span, *(related.span for related in finding.related if related.span.file == finding.span.file)]
        spans += [finding.fix.span] if finding.fix else []
        for span in spans:
            ends = ((span.line, span.column), (span.end_line or span.line, span.end_column or span.column))
            for line, column in ends:
                if not 1 <= line <= len(lines) or not 1 <= column <= len(lines[line - 1]) + 1:
                    yield f"{finding.code} {span}"


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(file=st.sampled_from(FILES), edits=EDITS)
def test_no_edit_breaks_anything(root: Path, file: str, edits: list[tuple[int, int, int, str]]) -> None:
    path = root / file
    original = path.read_bytes()
    path.write_text(edited(original.decode(), edits), encoding="utf-8", newline="", errors="replace")
    try:
        assert list(misplaced(root)) == []
    finally:
        path.write_bytes(original)
