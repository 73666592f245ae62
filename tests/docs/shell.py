"""Commands of the documentation, run as a reader would: in a shell, in a folder of their own, with `ck` at hand."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from curriculum_kit.cli import COMMANDS, main
from curriculum_kit.cli.speech import SpokenContext
from tests.project import EXAMPLE

ROOT = Path(__file__).parents[2]
LANGUAGES = frozenset({"sh", "bash", "shell", "console"})
STARTS = ("example", "empty", "goes on")
_FENCE = re.compile(r"(?P<indent> *)(?P<fence>`{3,})(?P<language>[^`]*)")
_MARK = re.compile(r"<!-- (?P<key>start|not run|first|exit): (?P<value>.+?) -->")
_CK = re.compile(r"(?:^|[\s/(;&|])ck(?=\s|$)")


@dataclass(frozen=True, slots=True)
class Block:
    """A shell block of a page: its lines without prompts and output, and the marks in the comments right above it.

    `start` is where it begins: in a copy of the example curriculum, in an empty folder, or where the block before it
    left off. `first` is a line that a reader has run somewhere else. `code` is what the last command leaves with.
    `reason` says why the block is not run.
    """

    page: Path
    line: int
    lines: tuple[str, ...]
    start: str
    first: str = ""
    code: int = 0
    reason: str = ""

    @property
    def commands(self) -> Iterator[str]:
        """The commands, with lines that go on joined."""
        whole = "\n".join(self.lines).replace("\\\n", " ")
        for line in re.sub(r"\n {4,}", " ", whole).split("\n"):
            command = line.partition(" # ")[0].strip() if not line.startswith("#") else ""
            if command:
                yield command


def blocks_of(page: Path) -> Iterator[Block]:
    """All shell blocks of a page, in order."""
    lines = page.read_text("utf-8").splitlines()
    marks: dict[str, str] = {}
    at = 0
    seen = False  # whether a block before it is run
    while at < len(lines):
        opening = _FENCE.fullmatch(lines[at])
        found = _MARK.fullmatch(lines[at].strip())
        if found:
            marks[found["key"]] = found["value"]
        elif opening:
            end = next(n for n in range(at + 1, len(lines)) if lines[n].strip() == opening["fence"])
            if opening["language"].strip() in LANGUAGES:
                body = [line.removeprefix(opening["indent"]) for line in lines[at + 1 : end]]
                if opening["language"].strip() == "console":
                    body = [line.removeprefix("$ ") for line in body if line.startswith("$ ")]
                start = marks.get("start", "goes on" if seen else "example")
                code, reason = int(marks.get("exit", "0")), marks.get("not run", "")
                yield Block(page, at + 1, tuple(body), start, marks.get("first", ""), code, reason)
                seen = seen or not reason
            marks, at = {}, end
        elif lines[at].strip():
            marks = {}
        at += 1


class Shell:
    """A folder in which commands are run one after another."""

    def __init__(self, folder: Path) -> None:
        """`folder` is empty and of this shell alone."""
        self.folder = folder
        self.place = folder
        self.starts = 0
        programs = folder / "bin"
        programs.mkdir(parents=True)
        ck = programs / "ck"
        ck.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m curriculum_kit "$@"\n', "utf-8")
        ck.chmod(0o755)
        self.environment = {
            **os.environ, "PATH": f"{programs}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT), "NO_COLOR": "1",
            "SOURCE_DATE_EPOCH": "1764547200",  # 1 December 2025: the day of the example
            "GIT_CONFIG_GLOBAL": os.devnull, "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@b.c",
            "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@b.c",
        }  # fmt: skip

    def begin(self, start: str) -> None:
        """Go to a new folder, unless the start is where the last command left off."""
        if start == "goes on":
            return
        self.starts += 1
        self.place = self.folder / f"tempat-{self.starts}"
        self.place.mkdir()
        if start == "example":
            shutil.copytree(EXAMPLE, self.place / "modules")
            self.run(["git init -q .", "git add -A", "git commit -q -m Awal"])

    def run(self, lines: Iterable[str], code: int = 0) -> str:
        """Run lines that leave with `code`, or fail with what was printed. The next ones begin where these end."""
        where = self.folder / "where"
        script = "\n".join((f"trap 'pwd > {where}' EXIT", "set -e", *lines))
        done = subprocess.run(
            ["bash", "-c", script], cwd=self.place, env=self.environment, stdin=subprocess.DEVNULL,
            capture_output=True, text=True, check=False, timeout=800,
        )  # fmt: skip
        assert done.returncode == code, f"{script}\n→ {done.returncode}\n{done.stdout}{done.stderr}"
        self.place = Path(where.read_text("utf-8").strip())
        return done.stdout


def problems_of(command: str) -> list[str]:
    """What is wrong with the names in a `ck` command, or in a synopsis such as `ck diff [--format text|html]`."""
    found: list[str] = []
    for part in _CK.split(command)[1:]:
        words = part.split("|")[0].split("&&")[0] if "[" not in part else part
        found += _problems(re.sub(r"[\[\]]", " ", words).split())
    return found


def _problems(words: list[str]) -> list[str]:
    context = SpokenContext(main)
    command: click.Command = main
    known = {name for param in main.params for name in param.opts} | {"--help", "--traceback"}
    at = 0
    while isinstance(command, click.Group) and at < len(words) and not words[at].startswith("-"):
        names = list(COMMANDS) if command is main else list(getattr(command, "commands", {}))
        if words[at] not in names:
            return [f"no command {words[at]!r}"]
        below = command.get_command(context, words[at])
        assert below
        command, at = below, at + 1
        known |= {name for param in command.params for name in param.opts}
    choices = {
        name: set(map(str, param.type.choices))
        for param in command.params
        if isinstance(param.type, click.Choice)
        for name in param.opts
    }
    wrong = []
    for word, following in zip(words[at:], [*words[at + 1 :], ""], strict=False):
        option, _, value = word.partition("=")
        if option.startswith("-") and option not in known:
            wrong.append(f"no option {option!r}")
        elif option in choices and not set((value or following).split("|")) <= choices[option]:
            wrong.append(f"{option} does not take {value or following!r}")
    return wrong
