"""The options of a block, `:name: value` on the lines below its opening fence.

MyST reads them as a kind of YAML: quotation marks, `|`, `>` and ` #` mean something there. Only values that mean what
they say are accepted, so that the value here is the value that the edition gets.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind, OptionUse
from curriculum_kit.source.fence_lines import OPTIONS, is_bare_option, is_option_line
from curriculum_kit.source.text_places import TextPlaces

_OPTION = re.compile(r":([A-Za-z][A-Za-z0-9_-]*):(?:( +)(.+))?")
_READ_OTHERWISE = re.compile(r"""["'|>#]|.*(?: \#|\t)""")

_LIKE_OPTION = re.compile(r":?\s*([A-Za-z][A-Za-z0-9_-]*)\s*(?:[:=\s])\s*(.*)")
_QUOTED = re.compile("[\"'“‘]([^\"'“”‘’]*)[\"'”’]")  # noqa: RUF001 - quotes of authors


@dataclass(slots=True)
class Options:
    """The options that open the body of a block, and how many lines they take."""

    uses: dict[str, OptionUse] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)
    count: int = 0


def read_options(places: TextPlaces, body: Sequence[str], first_line: int) -> Options:
    """The options at the beginning of `body`, whose first line has the number `first_line`."""
    options = Options()
    if body and body[0].startswith("---"):
        options.faults.append(Fault(FaultKind.DASHES, "---", places.span_in_line(first_line, "---")))
    for line in body:
        if not is_option_line(line) and not is_bare_option(line):
            break
        _read(places, options, line, first_line + options.count)
        options.count += 1
    return options


def meant_option(written: str) -> str | None:
    """`key: B`, `:key B`, `:key:B`, `:key: "B"` → `:key: B`."""
    match = _LIKE_OPTION.fullmatch(written)
    if not match or match[1].lower() not in OPTIONS:
        return None
    value = match[2].strip()
    quoted = _QUOTED.fullmatch(value)
    value = quoted[1].strip() if quoted else value
    if not value or _READ_OTHERWISE.match(value) or value.startswith((":", "=")):
        return None
    return f":{match[1].lower()}: {value}"


def _read(places: TextPlaces, options: Options, line: str, number: int) -> None:
    written = line.rstrip(" ")
    match = _OPTION.fullmatch(written)
    if not match or (match[3] and _READ_OTHERWISE.match(match[3])):
        word = written.strip()
        span, meant = places.span_in_line(number, word), meant_option(word)
        indent = len(written) - len(word)
        mend = Span(span.file, number, span.column - indent, number, span.end_column)
        options.faults.append(Fault(FaultKind.MALFORMED_OPTION, word, span, replacement=meant, mend=mend))
        return
    key, value = match[1], match[3] or ""
    shift = max(places.line(number).find(written), 0) + 1  # inside a list item the body is set off from the margin
    key_span = Span.of_text(places.file, number, shift + 1, key)
    if key in options.uses:
        first = options.uses[key].key_span
        options.faults.append(Fault(FaultKind.DUPLICATE_OPTION, key, key_span, related=first))
        return
    value_column = shift + (match.start(3) if match[3] else len(written))
    options.uses[key] = OptionUse(value, key_span, Span.of_text(places.file, number, value_column, value))
