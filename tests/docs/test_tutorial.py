"""The tutorial, step by step: every command runs, every file is written, and what the page shows is what comes out.

The page has these blocks, one after another in one folder:

- `sh`: commands. They succeed; those of class `fails` leave with 1, and one of class `serves` runs until it is stopped.
- `text`, behind commands: what they print. A line `…` stands for any number of lines, and `…` in a line for some of it.
- any language with a `:caption:`: the whole text of that file.
- `diff` with a `:caption:`: an edit. Lines that begin with a blank or a minus stand once in the file.
"""

from __future__ import annotations

import os
import re
import shlex
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple
from urllib.request import urlopen

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGE = ROOT / "docs" / "tutorial" / "first-module.md"
FENCE = re.compile(
    r"^(?P<fence>`{3,})(?:\{code-block\} )?(?P<language>\w+)\n"
    r"(?P<options>(?::\w+:[^\n]*\n)*)\n?(?P<body>.*?)^(?P=fence)$",
    re.MULTILINE | re.DOTALL,
)
ADDRESS = re.compile(r"http://127\.0\.0\.1:\d+/")


class Block(NamedTuple):
    """One block of the page."""

    language: str
    options: dict[str, str]
    body: str
    line: int


def blocks(page: str) -> Iterator[Block]:
    for match in FENCE.finditer(page):
        options = dict(re.findall(r"^:(\w+): *(.*)$", match["options"], re.MULTILINE))
        yield Block(match["language"], options, match["body"], page.count("\n", 0, match.start()) + 1)


def as_shown(printed: str, shown: str) -> bool:
    """Whether a program has printed what the page shows."""
    lines = shown.splitlines(keepends=True)
    pattern = "".join(r"(?:.*\n)*" if line == "…\n" else re.escape(line).replace("…", ".+") for line in lines)
    return re.fullmatch(pattern, printed) is not None


class Reader:
    """Somebody who does what the page says."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder, with `ck` as a command."""
        self.folder = folder / "work"
        self.folder.mkdir()
        self.place = folder / "place"
        ck = folder / "bin" / "ck"
        ck.parent.mkdir()
        ck.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m curriculum_kit "$@"\n', "utf-8")
        ck.chmod(0o755)
        self.environment = os.environ | {
            "PATH": f"{ck.parent}{os.pathsep}{os.environ['PATH']}",
            "PYTHONPATH": str(ROOT),
        }
        self.environment.pop("SOURCE_DATE_EPOCH", None)

    def run(self, commands: str, code: int) -> str:
        done = subprocess.run(
            ["bash", "-e", "-c", f"trap 'pwd >\"{self.place}\"' EXIT\n{commands}"],
            cwd=self.folder,
            env=self.environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stdout
        self.folder = Path(self.place.read_text("utf-8").strip())
        return done.stdout

    def serve(self, command: str) -> str:
        """Start the preview at a free port, look at a page, stop it."""
        program, *arguments = shlex.split(command)
        with subprocess.Popen(
            [shutil.which(program, path=self.environment["PATH"]) or program, *arguments, "--port", "0"],
            cwd=self.folder,
            env=self.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
        ) as server:
            assert server.stdout
            printed = ""
            try:
                while not (found := ADDRESS.search(printed)):
                    line = server.stdout.readline()
                    assert line, printed
                    printed += line
                with urlopen(found[0]) as answer:  # noqa: S310  # the address of our own server
                    assert b"Menjual es buah" in answer.read()
            finally:
                server.send_signal(signal.SIGINT)
        return ADDRESS.sub("http://127.0.0.1:8000/", printed)  # the port that it has without being told

    def write(self, name: str, content: str) -> None:
        path = self.folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")

    def edit(self, name: str, change: str) -> None:
        lines = [(line[:1].strip(), line[1:]) for line in change.splitlines(keepends=True)]
        old = "".join(line for mark, line in lines if mark != "+")
        new = "".join(line for mark, line in lines if mark != "-")
        text = (self.folder / name).read_text("utf-8")
        assert text.count(old) == 1, f"{name} does not have this once:\n{old}"
        self.write(name, text.replace(old, new))

    def follow(self, page: str) -> Iterator[tuple[Block, str]]:
        """Do every step; yield what is shown as output, and what really was."""
        printed = None
        for block in blocks(page):
            where = f"{PAGE.name}:{block.line}"
            if block.language == "sh":
                if block.options.get("class") == "serves":
                    printed = self.serve(block.body)
                else:
                    printed = self.run(block.body, 1 if block.options.get("class") == "fails" else 0)
            elif block.language == "text":
                assert printed is not None, f"{where}: output without commands"
                yield block, printed
                printed = None
            else:
                assert "caption" in block.options, f"{where}: which file is this?"
                act = self.edit if block.language == "diff" else self.write
                act(block.options["caption"], block.body)


@pytest.mark.slow
def test_the_tutorial_can_be_followed_to_the_end(tmp_path: Path) -> None:
    page = PAGE.read_text("utf-8")
    reader = Reader(tmp_path)
    for block, printed in reader.follow(page):
        assert as_shown(printed, block.body), f"{PAGE.name}:{block.line} shows something else than:\n{printed}"
    outputs = re.findall(r"`(build/[^`]+)`", page)
    assert len(outputs) >= 6
    for output in outputs:
        assert (reader.folder / output).is_file(), output


def test_every_fence_of_the_tutorial_is_a_step() -> None:
    page = PAGE.read_text("utf-8")
    assert len(re.findall(r"^`{3,}[^`\s]", page, re.MULTILINE)) == len(list(blocks(page)))
