"""Lines that look like a list or a heading and are plain words for the parser: word processors write them so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind
from curriculum_kit.source.text_places import TextPlaces

_ODD = "\u00a0\u2000-\u200b\u202f\u3000"
_ITEM = re.compile(rf"[ ]*(?P<sign>[•●▪◦‣∙·–—][ \t{_ODD}]+|-[{_ODD}]+|-(?=[A-Za-z{{*“]))(?=\S)")
_HEADING = re.compile(rf"(?P<sign>#{{2,6}}(?=[^\s#])|#{{1,6}}[{_ODD}]+)(?=\S)")
_ANY = re.compile(
    rf"^(?:{_ITEM.pattern.replace('?P<sign>', '?:')}|{_HEADING.pattern.replace('?P<sign>', '?:')})", re.MULTILINE
)
_DASHES = "·–—"
"""One line alone that begins so may say who has said the words above."""
_SURE = "•●▪◦‣∙"


def line_faults(places: TextPlaces, first_line: int) -> Iterator[Fault]:
    """Foreign signs of lists, one fault for lines that belong together, and headings without a blank."""
    if not _ANY.search(places.text):
        return
    run: list[tuple[int, re.Match[str]]] = []
    for number in range(first_line, len(places.lines) + 2):
        line = places.line(number)
        match = _ITEM.match(line)
        if match and (run or _begins_list(places, number, match)):
            run.append((number, match))
            continue
        if len(run) > 1 or (run and run[0][1]["sign"][0] not in _DASHES):
            yield _list_fault(places, run)
        run = []
        heading = _HEADING.match(line)
        if heading:
            signs = heading["sign"].rstrip()
            span = Span.of_text(places.file, number, 1, line)
            mend = Span.of_text(places.file, number, 1, heading["sign"])
            yield Fault(FaultKind.GLUED_HEADING, line, span, replacement=f"{signs} ", mend=mend)


def _begins_list(places: TextPlaces, number: int, match: re.Match[str]) -> bool:
    """A dash at the beginning of a line may belong to the sentence above."""
    above = places.line(number - 1).strip()
    return match["sign"][0] in _SURE or not above or above.startswith(":")


def _list_fault(places: TextPlaces, run: Sequence[tuple[int, re.Match[str]]]) -> Fault:
    (first, opening), (last, closing) = run[0], run[-1]
    lines = [f"{match.string[: match.start('sign')]}- {match.string[match.end('sign') :]}" for _, match in run]
    lines[-1] = lines[-1][: closing.start("sign") + 2]
    mend = Span(places.file, first, opening.start("sign") + 1, last, closing.end("sign") + 1)
    word = opening.string[opening.start("sign") :].rstrip()
    return Fault(
        FaultKind.LIST_SIGN,
        word,
        Span.of_text(places.file, first, opening.start("sign") + 1, word),
        replacement="\n".join(lines)[opening.start("sign") :],
        mend=mend,
    )
