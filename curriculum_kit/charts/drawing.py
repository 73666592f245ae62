"""Chart → SVG, safe in black and white: series differ by fill and dashes, every amount stands beside its mark.

Lengths are in units of the picture, 560 wide; letters are 14 high, which is 3.9 mm in print at full width.
"""

from __future__ import annotations

import textwrap
from decimal import Decimal
from html import escape

from curriculum_kit.charts.data import Chart
from curriculum_kit.indonesian import amount_text, short_rupiah_text
from curriculum_kit.worksheets import Quantity, quantity_text

WIDTH = 560
TYPE = 14
LETTER, DIGIT = 8.8, 9.0
"""A letter and a digit on the average; for the room that words need."""
LINE = 17
BAR, GAP = 20, 12
LABELS = 190
FILLS = ("#444", "url(#garis)", "#fff")
DASHES = ("", "9 5", "2 4")
MARKS = ("circle", "square", "triangle")
STEPS = 4
"""Lines behind a line chart."""
_PATTERN = (
    '<defs><pattern id="garis" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><rect width="2.4" height="6" fill="#444"/></pattern></defs>'
)


def drawn(chart: Chart) -> str:
    """The chart as an SVG document."""
    parts, height = _bars(chart) if chart.style == "bars" else _lines(chart)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" font-family="sans-serif" '
        f'font-size="{TYPE}">{_PATTERN}{"".join(parts)}</svg>\n'
    )


def _bars(chart: Chart) -> tuple[list[str], int]:
    """Horizontal bars: long words have room, and the page is narrow."""
    parts, top = _legend(chart)
    written = max(len(quantity_text(quantity)) for series in chart.series for quantity in series.quantities)
    least, most = _ends(chart)
    scale = (WIDTH - LABELS - 12 - written * DIGIT) / (float(most - least) or 1.0)
    zero = LABELS - float(least) * scale
    start = float(top)
    y_at = start
    for index, category in enumerate(chart.categories):
        lines = textwrap.wrap(category, int((LABELS - 12) / LETTER)) or [""]
        height = max(BAR * len(chart.series), LINE * len(lines))
        first = y_at + (height - LINE * len(lines)) / 2 + TYPE
        parts += [_text(LABELS - 10, first + LINE * n, line, anchor="end") for n, line in enumerate(lines)]
        bar_top = y_at + (height - BAR * len(chart.series)) / 2
        for number, series in enumerate(chart.series):
            amount = float(series.amounts[index])
            left, length = min(zero, zero + amount * scale), abs(amount * scale)
            y = bar_top + number * BAR
            parts.append(
                f'<rect x="{left:.1f}" y="{y + 2:.1f}" width="{length:.1f}" height="{BAR - 4}" '
                f'fill="{FILLS[number]}" stroke="#000"/>'
            )
            parts.append(_text(left + length + 6, y + BAR / 2 + 5, quantity_text(series.quantities[index])))
        y_at += height + GAP
    parts.append(f'<path d="M{zero:.1f} {start - 4:.1f}V{y_at - GAP + 4:.1f}" stroke="#000" stroke-width="1.5"/>')
    return parts, int(y_at)


def _lines(chart: Chart) -> tuple[list[str], int]:
    """Lines from category to category, each with its own dashes and marks."""
    parts, top = _legend(chart)
    least, most = _ends(chart)
    step = _round_step((most - least) / STEPS)
    low = (least / step).to_integral_value("ROUND_FLOOR") * step
    high = (most / step).to_integral_value("ROUND_CEILING") * step or step
    left, right, bottom, height = 96, WIDTH - 24, top + 230, 220
    unit = chart.series[0].quantities[0]

    def y_of(amount: Decimal) -> float:
        return bottom - float((amount - low) / (high - low)) * height

    def x_of(index: int) -> float:
        return left + 12 + (right - left - 24) * index / max(len(chart.categories) - 1, 1)

    tick = low
    while tick <= high:
        y, stroke = y_of(tick), "#000" if tick == 0 else "#bbb"
        parts.append(f'<path d="M{left} {y:.1f}H{right}" stroke="{stroke}"/>')
        parts.append(_text(left - 8, y + 5, _tick_text(tick, unit), anchor="end"))
        tick += step
    room = max(int((right - left) / len(chart.categories) / LETTER), 1)
    every = -(-max(len(category) + 1 for category in chart.categories) // room)
    for index, category in enumerate(chart.categories):
        if index % every == 0:
            parts.append(_text(x_of(index), bottom + 20, category, anchor="middle"))
    parts.append(_text((left + right) / 2, bottom + 42, chart.axis, anchor="middle", weight="bold"))
    for number, series in enumerate(chart.series):
        points = [(x_of(index), y_of(amount)) for index, amount in enumerate(series.amounts)]
        way = "L".join(f"{x:.1f} {y:.1f}" for x, y in points)
        parts.append(f'<path d="M{way}" fill="none" stroke="#000" stroke-width="2.5"{_dashes(number)}/>')
        parts += [_mark(number, x, y) for x, y in points]
    return parts, bottom + 52


def _ends(chart: Chart) -> tuple[Decimal, Decimal]:
    """The least and the largest amount; 0 is always between them."""
    amounts = [Decimal(0), *(amount for series in chart.series for amount in series.amounts)]
    return min(amounts), max(amounts)


def _legend(chart: Chart) -> tuple[list[str], int]:
    """What the fills or dashes stand for, and where the drawing below begins."""
    if len(chart.series) == 1:
        return [], 8
    parts: list[str] = []
    for number, series in enumerate(chart.series):
        y = 8 + number * (LINE + 3)
        if chart.style == "bars":
            parts.append(f'<rect x="8" y="{y}" width="26" height="14" fill="{FILLS[number]}" stroke="#000"/>')
        else:
            parts.append(f'<path d="M8 {y + 7}H42" stroke="#000" stroke-width="2.5"{_dashes(number)}/>')
            parts.append(_mark(number, 25, y + 7))
        parts.append(_text(52, y + 12, series.label))
    return parts, 8 + len(chart.series) * (LINE + 3) + 12


def _round_step(rough: Decimal) -> Decimal:
    """The next larger of 1, 2, 2.5, 5 times a power of ten."""
    if rough <= 0:
        return Decimal(1)
    power = Decimal(10) ** rough.adjusted()
    return next(power * factor for factor in map(Decimal, ("1", "2", "2.5", "5", "10")) if power * factor >= rough)


def _tick_text(amount: Decimal, of: Quantity) -> str:
    if of.type == "rupiah":
        return short_rupiah_text(amount)
    return amount_text(amount.scaleb(2), "percent") if of.type == "percent" else amount_text(amount)


def _dashes(number: int) -> str:
    return f' stroke-dasharray="{DASHES[number]}"' if DASHES[number] else ""


def _mark(number: int, x: float, y: float) -> str:
    shapes = {
        "circle": f'<circle cx="{x:.1f}" cy="{y:.1f}" r="4.5" fill="#000"/>',
        "square": f'<rect x="{x - 4.5:.1f}" y="{y - 4.5:.1f}" width="9" height="9" fill="#fff" stroke="#000"/>',
        "triangle": f'<path d="M{x:.1f} {y - 6:.1f}l6 10h-12z" fill="#777" stroke="#000"/>',
    }
    return shapes[MARKS[number]]


def _text(x: float, y: float, words: str, *, anchor: str = "start", weight: str = "normal") -> str:
    more = ("" if anchor == "start" else f' text-anchor="{anchor}"') + (
        "" if weight == "normal" else f' font-weight="{weight}"'
    )
    return f'<text x="{x:.1f}" y="{y:.1f}"{more}>{escape(words)}</text>'
