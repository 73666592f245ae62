"""Every shell block of the documentation runs, or says why it does not; names in it exist in any case."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.docs.shell import LANGUAGES, ROOT, STARTS, Block, Shell, blocks_of, problems_of

pytestmark = pytest.mark.timeout(900)  # some of what readers run takes long on a busy machine
OWN_TEST = ("docs/tutorial/", "docs/_build/", "docs/reference/")
"""The tutorial is walked through by a test of its own; what programs write is tested by `test_reference.py`."""
PAGES = sorted(
    page
    for page in (*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md"))
    if not page.relative_to(ROOT).as_posix().startswith(OWN_TEST)
)
BLOCKS = {page.relative_to(ROOT).as_posix(): list(blocks_of(page)) for page in PAGES}
WITH_BLOCKS = [name for name, blocks in BLOCKS.items() if blocks]
ALL = [block for blocks in BLOCKS.values() for block in blocks]


def test_the_documentation_has_commands() -> None:
    assert len(WITH_BLOCKS) >= 8


@pytest.mark.parametrize("name", WITH_BLOCKS)
def test_the_commands_of_a_page_run_in_their_order(name: str, tmp_path: Path) -> None:
    shell = Shell(tmp_path)
    for block in BLOCKS[name]:
        if not block.reason:
            shell.begin(block.start)
            shell.run((*filter(None, [block.first]), *block.lines), block.code)


@pytest.mark.parametrize("block", ALL, ids=lambda block: f"{block.page.stem}-{block.line}")
def test_commands_and_options_exist_even_where_they_are_not_run(block: Block) -> None:
    assert [problem for command in block.commands for problem in problems_of(command)] == []


@pytest.mark.parametrize("block", ALL, ids=lambda block: f"{block.page.stem}-{block.line}")
def test_marks_are_understood(block: Block) -> None:
    assert block.start in STARTS
    assert not block.reason or len(block.reason) > 4


@pytest.mark.parametrize(
    ("command", "problem"),
    [
        ("ck chek", "no command 'chek'"),
        ("ck check --stict", "no option '--stict'"),
        ("ck new session --modul x", "no option '--modul'"),
        ("ck build --only sites", "--only does not take 'sites'"),
        ("cd a && ck diff [REVISION] [--format text|htm]", "--format does not take 'text|htm'"),
        (".venv/bin/ck schem", "no command 'schem'"),
    ],
)
def test_wrong_names_are_found(command: str, problem: str) -> None:
    assert problems_of(command) == [problem]


@pytest.mark.parametrize("command", ["ck check --strict", "ck diff [--format text|html]", "make docs", "ck --version"])
def test_right_names_are_none(command: str) -> None:
    assert problems_of(command) == []


def test_a_command_that_fails_fails_its_page(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# A\n\n<!-- start: empty -->\n```sh\nck check\n```\n", "utf-8")
    (block,) = blocks_of(page)
    assert block.start == "empty"
    shell = Shell(tmp_path / "shell")
    shell.begin(block.start)
    with pytest.raises(AssertionError, match="modules"):
        shell.run(block.lines)


def test_blocks_are_read_with_their_marks(tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text(
        "```sh\na\n```\n\n1. x\n\n   <!-- not run: needs root -->\n   ```console\n   $ b --c\n   out\n   ```\n\n"
        "```text\nnone\n```\n",
        "utf-8",
    )
    first, second = blocks_of(page)
    assert (first.lines, first.start, first.reason) == (("a",), "example", "")
    assert (second.lines, second.start, second.reason) == (("b --c",), "goes on", "needs root")
    assert "text" not in LANGUAGES
