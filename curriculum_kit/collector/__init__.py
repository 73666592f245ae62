"""Filled workbooks and tests as a table: `ck collect` reads the fields of PDFs that participants have filled in.

The way of a file: `files` finds it, `isolated` hands it to a process of its own, where `reader` refuses what no honest
workbook holds (`hostile`) and takes the values of its fields. `forms` tells which book it is, `collection` sets the
values against the fields that the curriculum knows (`curriculum_kit.edition.form`), the words of its options
(`options`) and the keys (`keys`, `marking`); `table`, `progress`, `xlsx` and `csv` write them down. The result holds
keys: it is for trainers only.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from curriculum_kit.collector.collection import Collection, Refused, Submission, collect
from curriculum_kit.collector.csv import write_csv
from curriculum_kit.collector.xlsx import write_xlsx

WRITERS: dict[str, Callable[[Collection, Path], None]] = {".xlsx": write_xlsx, ".csv": write_csv}
"""By the ending of the file."""

__all__ = ["WRITERS", "Collection", "Refused", "Submission", "collect"]
