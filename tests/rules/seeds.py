r"""Reads the faults that are sown into the real curriculum, `tests/cases/seeds/*.txt`: one fault a file.

    What the author did, in a sentence.

    file in modules/
      line that stays (two blanks in front of it)
    - line as it stands there
    + line instead
    = line:column CODE, counted from the first of these lines

The name of the file is the code of the rule, with a hyphen and a word behind it when a rule has several. A fault may
take several edits, with an empty line between them; each tells what is found at its place. What stands behind the
name of a file makes something else of the lines with `+`: `(new)` a whole file, `(link)` a link to what they name,
`(1200 × 800 piksel, 350 KB)` a photograph, `(60 kali)` the same lines again and again. `(gone)` takes the file away.
`\t` and `\u00a0` stand for characters that nobody sees.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from curriculum_kit.diagnostics import Diagnostic
from tests.rules.examples import BASE, PICTURE, jpeg

FOLDER = BASE.parent / "seeds"

_HEAD = re.compile(r"(?P<file>.+?)(?: \((?P<how>new|gone|link|\d+ kali|\d+ × \d+ piksel, \d+ KB)\))?")
_UNSEEN = re.compile(r"\\t|\\u([0-9a-f]{4})")


class Edit(NamedTuple):
    """One change of one file: the lines that stand there, those that come instead, and what is found there."""

    file: str
    how: str
    old: str
    new: str
    expected: tuple[str, ...]

    @property
    def is_whole(self) -> bool:
        """Whether the file is made or taken away, not changed."""
        return self.how not in {"", "lines"}


class Seed(NamedTuple):
    """A fault: what its file is called, and the edits that make it."""

    name: str
    edits: tuple[Edit, ...]

    @property
    def code(self) -> str:
        """The rule that should find it."""
        return self.name.partition("-")[0]

    @contextmanager
    def sown(self, root: Path) -> Iterator[list[str]]:
        """The curriculum with the fault in it, and all that should be said about it, as `said` writes it."""
        files = list(dict.fromkeys(edit.file for edit in self.edits))
        before = {file: (root / file).read_bytes() if (root / file).is_file() else None for file in files}
        try:
            yield [line for file in files for line in self._sow(root, file)]
        finally:
            for file, content in before.items():
                _put_back(root, root / file, content)

    def _sow(self, root: Path, file: str) -> Iterator[str]:
        path, edits = root / file, [edit for edit in self.edits if edit.file == file]
        if edits[0].is_whole:
            _make(path, edits[0])
            yield from _expected(edits[0], 0)
            return
        text, made, at = path.read_text(encoding="utf-8"), "", 0
        for edit in sorted(edits, key=lambda edit: self._place(edit, text)):
            start = self._place(edit, text)
            made += text[at:start]
            yield from _expected(edit, made.count("\n"))
            made += edit.new
            at = start + len(edit.old)
        path.write_text(made + text[at:], encoding="utf-8")

    def _place(self, edit: Edit, text: str) -> int:
        """Where the lines begin, which stand there once."""
        count = f"\n{text}".count(f"\n{edit.old}")
        assert count == 1, f"{self.name}: {edit.file} holds these lines {count} times"
        return f"\n{text}".index(f"\n{edit.old}")


def said(finding: Diagnostic) -> str:
    """A finding as it is compared."""
    return f"{finding.span.file}:{finding.span.line}:{finding.span.column} {finding.code}"


def read(path: Path) -> Seed:
    """A file of `FOLDER`."""
    _, *blocks = path.read_text(encoding="utf-8").strip("\n").split("\n\n")
    return Seed(path.stem, tuple(map(_edit, blocks)))


def _edit(block: str) -> Edit:
    head, *lines = block.split("\n")
    match = _HEAD.fullmatch(head)
    assert match, head
    assert all(line[:2] in {"  ", "- ", "+ ", "= ", "-", "+"} for line in lines), block
    how = match["how"] or ""
    old, new = (_joined(lines, signs) for signs in (" -", " +"))
    if how.endswith("kali"):
        how, new = "lines", new * int(how.split()[0])
    return Edit(match["file"], how, old, new, tuple(line[2:] for line in lines if line[0] == "="))


def _joined(lines: list[str], signs: str) -> str:
    text = "".join(f"{line[2:]}\n" for line in lines if line[0] in signs)
    return _UNSEEN.sub(lambda match: chr(int(match[1], 16)) if match[1] else "\t", text)


def _expected(edit: Edit, above: int) -> Iterator[str]:
    for line in edit.expected:
        place, code = line.split()
        number, _, column = place.partition(":")
        yield f"{edit.file}:{above + int(number)}:{column} {code}"


def _make(path: Path, edit: Edit) -> None:
    if edit.how == "gone":
        path.unlink(missing_ok=True)  # a file may also be missed that never was there
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    if size := PICTURE.fullmatch(edit.how):
        path.write_bytes(jpeg(*map(int, size.groups())))
    elif edit.how == "link":
        path.symlink_to(edit.new.strip())
    else:
        path.write_text(edit.new, encoding="utf-8")


def _put_back(root: Path, path: Path, content: bytes | None) -> None:
    if content is not None:
        path.write_bytes(content)
        return
    path.unlink(missing_ok=True)
    folder = path.parent
    while folder != root and folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent


SEEDS = [read(path) for path in sorted(FOLDER.glob("*.txt"))]
