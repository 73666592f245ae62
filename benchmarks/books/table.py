"""What was measured as Markdown."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from benchmarks.books.looks import Looks
from benchmarks.books.measure import Cost

_MEGA = 1e6


@dataclass(slots=True)
class Row:
    """A tool, what each run of it cost, and what came out.

    `edits` are the seconds of processors for the books that hold the edited session, `nothing` those of a run in which
    nothing has changed; there are none when the tool keeps nothing.
    """

    name: str
    numbers: str
    lacks: str = ""
    whole: list[Cost] = field(default_factory=list)
    edits: list[float] = field(default_factory=list)
    nothing: list[float] = field(default_factory=list)
    looks: Looks | None = None


def markdown(rows: Sequence[Row]) -> str:
    """Two tables, of cost and of what comes out, and what each tool lacks. Ratios are to the first row."""
    unit = _median(cost.processors for cost in rows[0].whole)
    cost = [
        [
            row.name,
            f"{_median(cost.processors for cost in row.whole):.1f}",
            f"{_median(cost.processors for cost in row.whole) / unit:.2f}",
            _seconds(row.edits),
            _seconds(row.nothing),
            f"{_median(cost.wall for cost in row.whole):.1f}",
            f"{max(cost.memory for cost in row.whole) / _MEGA:.0f}",
        ]
        for row in rows
        if row.whole
    ]
    made = [
        [
            row.name,
            f"{row.looks.pages:,}",
            f"{row.looks.size / _MEGA:.1f}",
            f"{row.looks.words:,}",
            str(row.looks.lacking),
            _of(row.looks.tagged, row.looks.files),
            _of(row.looks.conforming, row.looks.files) + (f" ({row.looks.failures})" if row.looks.failures else ""),
            f"{row.looks.fields:,}" if row.looks.fields else "no",
            row.numbers,
            f"{row.looks.links:,}",
        ]
        for row in rows
        if row.looks
    ]
    titles = ["", "all, s of processors", "ratio", "one session edited, s", "nothing edited, s", "all, s on the clock"]
    parts = [
        _table([*titles, "memory, MB"], cost),
        _table(
            [
                "",
                "pages",
                "MB",
                "words",
                "lacking",
                "tagged",
                "PDF/UA-1 (rules that fail)",
                "fields",
                "page numbers in",
                "links",
            ],
            made,
        ),
        "\n".join(f"- {row.name} lacks: {row.lacks}." for row in rows if row.lacks),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _table(titles: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [titles, ["---"] * len(titles), *rows]
    return "\n".join(f"| {' | '.join(cells)} |".replace("|  |", "| |", 1) for cells in lines)


def _seconds(found: Sequence[float]) -> str:
    return f"{_median(found):.2f}" if found else "all again"


def _of(some: int, files: int) -> str:
    return "yes" if some == files else f"{some} of {files}" if some else "no"


def _median(values: Iterable[float]) -> float:
    return statistics.median(values)
