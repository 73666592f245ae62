"""Charts that are drawn from worksheets, so that picture and numbers cannot disagree.

    :::{chart} hpp-daster
    :name: grafik-biaya-daster
    :bars: cost

    Biaya satu kali produksi
    :::

`:bars:` names columns of the table (a group of bars for each row) or single cells (a bar for each); `:lines:` names
columns (a line for each, from row to row). The words at the bars and below the lines are the first column of the table.
A chart shows only what participants may see of the worksheet.
"""

from curriculum_kit.charts.data import Chart, Series, chart_of, described
from curriculum_kit.charts.drawing import drawn

__all__ = ["Chart", "Series", "chart_of", "described", "drawn"]
