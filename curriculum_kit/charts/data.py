"""A chart as data: what the drawing and its alternative text are made from."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from curriculum_kit.indonesian import enumeration
from curriculum_kit.source.document import BlockUse
from curriculum_kit.texts import said
from curriculum_kit.worksheets import Calculator, Layout, Quantity, quantity_text

KINDS = {"bars": "Grafik batang", "lines": "Grafik garis"}
STYLES = tuple(KINDS)


@dataclass(frozen=True, slots=True)
class Series:
    """Amounts that belong together, one for each category; `label` tells them from other series."""

    label: str
    quantities: tuple[Quantity, ...]

    @property
    def amounts(self) -> tuple[Decimal, ...]:
        """The amounts as numbers; what is no number counts as 0."""
        return tuple(q.amount if isinstance(q.amount, Decimal) else Decimal(0) for q in self.quantities)


@dataclass(frozen=True, slots=True)
class Chart:
    """Bars or lines over categories. `axis` is the head of the column that the categories come from."""

    style: str
    axis: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]


def chart_of(block: BlockUse, calculator: Calculator, module_id: str) -> Chart:
    """The chart of a `chart` block that CALC811 found sound."""
    layout = calculator.layout(module_id, block.argument)
    if layout is None:
        raise KeyError(block.argument)
    values = calculator.sheet(module_id, block.argument).values
    style = next(style for style in STYLES if style in block.options)
    names = block.words_of(style)
    if names[0] in layout.cells:
        cells = [layout.cells[name] for name in names]
        return Chart(
            style, "", tuple(cell.label for cell in cells), (Series("", tuple(values[name] for name in names)),)
        )
    first = next(iter(layout.columns.values()))
    return Chart(
        style,
        first.label,
        tuple(quantity_text(values[f"{row}.{first.id}"]) for row in layout.rows),
        tuple(_series(name, layout, values) for name in names),
    )


def _series(name: str, layout: Layout, values: Mapping[str, Quantity]) -> Series:
    return Series(layout.columns[name].label, tuple(values[f"{row}.{name}"] for row in layout.rows))


def described(chart: Chart) -> str:
    """The chart in words: the alternative text of the picture."""
    kind = said(KINDS[chart.style])
    if len(chart.series) == 1:
        return f"{kind}. {_listed(chart.categories, chart.series[0])}."
    return f"{kind}. " + " ".join(f"{series.label}: {_listed(chart.categories, series)}." for series in chart.series)


def _listed(categories: Sequence[str], series: Series) -> str:
    pairs = zip(categories, series.quantities, strict=True)
    return enumeration([f"{category} {quantity_text(quantity)}" for category, quantity in pairs])
