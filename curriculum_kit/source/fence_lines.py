"""One line of Markdown: whether it opens or closes a block, or looks to people as if it did."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, ROLES
from curriculum_kit.diagnostics import nearest
from curriculum_kit.source.document import FaultKind
from curriculum_kit.source.habits import surely_meant

KNOWN = frozenset({*BLOCKS, *FOREIGN_DIRECTIVES})
OPTIONS = frozenset(
    name
    for names in (*(block.option_names for block in BLOCKS.values()), *FOREIGN_DIRECTIVES.values())
    for name in names
)
"""The options of all blocks."""
_BY_LABEL = {block.label.lower().replace(" ", "-"): block.name for block in BLOCKS.values()}

# Printable ASCII without colon, brace, backtick and tilde.
_PLAIN = re.compile(r"[\t -9;-_a-z|}]*")
_OPENING = re.compile(r"( *)(:{3,})\{([a-z][a-z0-9-]*)\}(?: +(\S.*))?")
_CLOSING = re.compile(r"( *)(:{3,})")
# Where a block cannot begin although a line seems to: after a blank or a tab, in a quotation, in an item of a list.
_BEFORE = re.compile(r"(?:[ \t>]|[-*+](?=[ \t])|\d{1,9}[.)](?=[ \t]))*")
_MARKERS = " \t>*+-.)0123456789"
_COLONS = re.compile(r":*")
_BRACES = re.compile(r"[ \t]*\{([^{}]*)\}")
_WORD = re.compile(r"([ \t]*)[\[({<]?[ \t]*([A-Za-z][A-Za-z0-9_-]*)")
_NAME = "|".join(sorted(map(re.escape, KNOWN), key=len, reverse=True))
_LOOSE_NAME = re.compile(rf"(?<!`)\{{[ \t]*({_NAME})[ \t]*\}}(?!`)", re.IGNORECASE)
_CODE = re.compile(r"(`{3,}|~{3,})[ \t]*(\S*)(.*)")
_LOOSE_OPTION = re.compile(rf"{_BEFORE.pattern}(:[A-Za-z][A-Za-z0-9_-]*:)(?:[ \t]|$)")
_BARE_OPTION = re.compile(rf"({'|'.join(sorted(OPTIONS, key=len, reverse=True))}): *\S.*")
_FENCE = 3
_TWO = 2


@dataclass(frozen=True, slots=True)
class Mark:
    """A line that has to do with fences.

    `name` is the block that it opens, or nothing; `column` counts from 0. `kind` is what is wrong with the line.
    """

    column: int
    word: str
    colons: int = 0
    indent: int = 0
    name: str = ""
    closes: bool = False
    kind: FaultKind | None = None
    replacement: str | None = None

    @property
    def is_neutral(self) -> bool:
        """Whether it neither opens nor closes: colons or a name in the middle of a line."""
        return not self.closes and not self.name

    @property
    def role(self) -> tuple[bool, str, FaultKind | None]:
        """What the line does, without where and how it is written."""
        return self.closes, self.name, self.kind


@dataclass(frozen=True, slots=True)
class CodeFence:
    """An opened fence of backticks or tildes; `word` is what it begins with."""

    column: int
    word: str
    marker: str

    def is_closed_by(self, line: str) -> bool:
        """Whether `line` ends the code."""
        stripped = line.strip(" \t>")
        return stripped.startswith(self.marker) and not stripped.strip(self.marker[0])


def is_plain(line: str) -> bool:
    """Whether nothing about `line` can matter here, as of most lines of a session."""
    return _PLAIN.fullmatch(line) is not None


def code_fence(line: str) -> CodeFence | None:
    """The code that `line` begins, wherever in a list or quotation it stands."""
    if "```" not in line and "~~~" not in line:
        return None
    column = _end(_BEFORE, line)
    match = _CODE.match(line, column)
    if not match or (match[1][0] == "`" and "`" in match[2] + match[3]):  # the latter is code within a line
        return None
    return CodeFence(column, line[column : match.end(2)], match[1])


def meant_block(name: str) -> str:
    """The block that `name` was meant to be, from a spelling mistake or its Indonesian label; or nothing."""
    if name in KNOWN:
        return name
    return _BY_LABEL.get(name.lower().replace(" ", "-")) or nearest(name.lower(), KNOWN) or ""


def surely_block(name: str) -> str | None:
    """The block that `name` was meant to be when no other is near, or None."""
    return _BY_LABEL.get(name.lower().replace(" ", "-")) or surely_meant(name, KNOWN)


def is_option_line(line: str) -> bool:
    """Whether MyST takes `line` for an option when it follows the opening fence or another option."""
    stripped = line.lstrip()
    return stripped.startswith(":") and not stripped.startswith(":::")


def is_bare_option(line: str) -> bool:
    """Whether `line` is an option without its first colon, when it follows the opening fence or another option."""
    return _BARE_OPTION.fullmatch(line) is not None


def loose_option(line: str) -> re.Match[str] | None:
    """What looks like an option at the beginning of `line`; group 1 is its key."""
    return _LOOSE_OPTION.match(line) if ":" in line else None


def read_line(line: str, *, in_options: bool = False) -> Mark | None:
    """What `line` means for the blocks, or None when it has nothing to do with them."""
    if "::" not in line and "{" not in line and not line.lstrip(_MARKERS).startswith(":"):
        return None
    stripped = line.rstrip(" \t")
    opening = _OPENING.fullmatch(stripped)
    if opening:
        return _opening(opening)
    closing = _CLOSING.fullmatch(stripped)
    if closing:
        return Mark(closing.end(1), closing[2], len(closing[2]), closing.end(1), closes=True)
    column = _end(_BEFORE, stripped)
    colons = _end(_COLONS, stripped, column) - column
    if colons >= _FENCE:
        return _many_colons(stripped, column, colons)
    return _few_colons(stripped, column, colons, in_options=in_options) or _middle(stripped)


def _opening(match: re.Match[str]) -> Mark:
    name, colons = match[3], match[2]
    word = f"{colons}{{{name}}}"
    mark = Mark(match.end(1), word, len(colons), match.end(1), name)
    if match[1] and name not in FOREIGN_DIRECTIVES:
        # Pictures and tables may stand in the steps of a list; a block of its own may not.
        return replace(mark, kind=FaultKind.MISPLACED_FENCE)
    stray = _middle(match.string, match.start(4)) if match[4] else None
    return replace(mark, column=stray.column, word=stray.word, kind=stray.kind) if stray else mark


def _many_colons(line: str, column: int, colons: int) -> Mark:
    """Three colons or more, but neither of the two allowed forms."""
    misplaced = FaultKind.MISPLACED_FENCE if column else None
    after = column + colons
    braces = _BRACES.match(line, after)
    if braces:
        name, end = braces[1].strip().lower(), braces.end()
        canonical = f"{line[column:after]}{{{meant_block(name)}}}{' ' if line[end : end + 1].strip() else ''}"
        return _named(line, (column, end), colons, name, misplaced or FaultKind.MALFORMED_FENCE, canonical)
    word = _WORD.match(line, after)
    if word and _is_meant(word[2].lower(), glued=not word[1]):
        name, end = word[2].lower(), word.end()
        end += line[end : end + 1] in {"}", "]", ")", ">"}
        canonical = f"{line[column:after]}{{{meant_block(name)}}}"
        return _named(line, (column, end), colons, name, misplaced or FaultKind.MISSING_BRACES, canonical)
    kind = misplaced or FaultKind.TEXT_AFTER_FENCE
    return Mark(column, line[column:], colons, column, closes=True, kind=kind)


def _few_colons(line: str, column: int, colons: int, *, in_options: bool) -> Mark | None:
    """Two colons, one or none where three are needed."""
    after = column + colons
    braces = _BRACES.match(line, after)
    if braces and line[braces.end() : braces.end() + 1] != "`":
        name = braces[1].strip().lower()
        if colons == _TWO or name in KNOWN:
            return _named(line, (column, braces.end()), colons, name, FaultKind.SHORT_FENCE)
    if colons == _TWO and after == len(line):
        return Mark(column, line[column:], colons, closes=True, kind=FaultKind.SHORT_FENCE)
    word = _WORD.match(line, after) if colons and not (colons == 1 and in_options) else None
    if word and word[2].lower() in KNOWN and line[word.end() : word.end() + 1] != ":":
        return _named(line, (column, word.end()), colons, word[2].lower(), FaultKind.SHORT_FENCE)
    if colons == _TWO:
        return Mark(column, line[column:after], kind=FaultKind.SHORT_FENCE)
    return None


def _middle(line: str, start: int = 0) -> Mark | None:
    """Colons or a block name in the middle of a line: text that participants would read."""
    colons = line.find(":::", start)
    if colons >= 0:
        end = _end(_COLONS, line, colons)
        braces = _BRACES.match(line, end)
        return Mark(colons, line[colons : braces.end() if braces else end], kind=FaultKind.MISPLACED_FENCE)
    for name in _LOOSE_NAME.finditer(line, start):
        if name[1].lower() not in ROLES:  # `{case}` without its backticks is a broken role
            return Mark(name.start(), name[0], kind=FaultKind.MISPLACED_FENCE)
    return None


def _named(
    line: str, place: tuple[int, int], colons: int, name: str, kind: FaultKind, replacement: str | None = None
) -> Mark:
    column, end = place
    sure = kind in {FaultKind.MALFORMED_FENCE, FaultKind.MISSING_BRACES} and meant_block(name)
    return Mark(
        column,
        line[column:end],
        colons,
        column,
        name or "?",
        kind=kind,
        replacement=replacement if sure else None,
    )


def _is_meant(word: str, *, glued: bool) -> bool:
    """Whether `word` after the colons is the name of a block, perhaps misspelt, and not a remark."""
    return word in KNOWN or (glued and meant_block(word) != "")


def _end(pattern: re.Pattern[str], line: str, start: int = 0) -> int:
    match = pattern.match(line, start)
    return match.end() if match else start
