"""Mending changes what a fix names and nothing else, ends, and leaves no finding that could still be mended."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.diagnostics import Diagnostic, Fix, Span
from curriculum_kit.mending import applied_to, mend, write_mended
from tests.rules.examples import AS_OF, BASE

SESSION = "kwu-01/sessions/02-hpp.md"


def everything(_: Diagnostic) -> bool:
    return True


def fix(line: int, start: int, end: int, replacement: str) -> Fix:
    return Fix(Span("x", line, start, line, end), replacement)


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_byte_order_mark_stay(end: str) -> None:
    text = f"\ufeffsatu{end}dua tiga{end}"
    assert applied_to(text, [fix(2, 5, 9, "empat"), fix(1, 1, 5, "nol")]) == (f"\ufeffnol{end}dua empat{end}", 2)


def test_fixes_that_touch_each_other_wait_for_the_next_round() -> None:
    assert applied_to("abcdef\n", [fix(1, 1, 4, "X"), fix(1, 3, 5, "Y"), fix(1, 5, 6, "Z")]) == ("XdZf\n", 2)


def test_the_same_fix_twice_counts_once() -> None:
    assert applied_to("abc\n", [fix(1, 2, 2, "-"), fix(1, 2, 2, "-")]) == ("a-bc\n", 1)


def test_a_place_behind_the_text_is_its_end() -> None:
    assert applied_to("abc", [fix(9, 9, 9, "!")]) == ("abc!", 1)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base with a blank inside a fence, in a file with Windows line ends and a comment."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    path = root / SESSION
    text = path.read_text("utf-8").replace(":::{answer}", "::: {answer}", 1).replace("plan:\n", "plan: # rencana\n", 1)
    path.write_bytes(text.replace("\n", "\r\n").encode("utf-8"))
    return root


def test_mending_writes_nothing_by_itself(root: Path) -> None:
    before = (root / SESSION).read_bytes()
    mended = mend(root, AS_OF, everything)
    assert (root / SESSION).read_bytes() == before
    assert (mended.count, list(mended.after)) == (1, [SESSION])
    assert mended.diagnostics == ()
    assert [line for line in mended.diff("modules").splitlines() if line[0] in "+-"] == [
        f"--- modules/{SESSION}",
        f"+++ modules/{SESSION}",
        "-::: {answer}",
        "+:::{answer}",
    ]


def test_what_was_mended_is_written_and_stays_so(root: Path) -> None:
    before = (root / SESSION).read_bytes()
    write_mended(root, mend(root, AS_OF, everything))
    assert (root / SESSION).read_bytes() == before.replace(b"::: {answer}", b":::{answer}", 1)
    assert [path.name for path in (root / SESSION).parent.iterdir() if path.name.startswith(".")] == []
    again = mend(root, AS_OF, everything)
    assert (again.count, dict(again.after)) == (0, {})


def test_only_what_is_chosen_is_mended(root: Path) -> None:
    mended = mend(root, AS_OF, lambda diagnostic: diagnostic.code != "SAFE902")
    assert mended.count == 0
    assert {diagnostic.code for diagnostic in mended.diagnostics} == {"SAFE902"}


def test_as_of_is_that_of_the_check(root: Path) -> None:
    """A date far ahead does not keep fixes from being found."""
    assert mend(root, date(2040, 1, 1), everything).count == 1
