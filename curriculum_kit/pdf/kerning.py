"""How much nearer or farther two letters stand: the pairs of a font, read from its table GPOS.

WeasyPrint shapes the text of the pages with HarfBuzz. What is drawn when a book is linked is placed here, by the same
pairs, so that running heads look like the text below them.
"""

from __future__ import annotations

from functools import cache
from typing import Any

_PAIRS = 2
_BY_CLASS = 2


class Kerning:
    """The pairs of a font, in the units of the font. Glyphs are told by their names."""

    def __init__(self, font: Any) -> None:  # noqa: ANN401  # fontTools has no types
        self._tables: list[Any] = []
        if "GPOS" in font:
            table = font["GPOS"].table
            features = (record.Feature for record in table.FeatureList.FeatureRecord if record.FeatureTag == "kern")
            for number in sorted({number for feature in features for number in feature.LookupListIndex}):
                lookup = table.LookupList.Lookup[number]
                if lookup.LookupType == _PAIRS:
                    self._tables += lookup.SubTable
        self.between = cache(self._between)

    def _between(self, left: str, right: str) -> int:
        """What is added to the width of the left one of two glyphs."""
        for table in self._tables:
            if left not in table.Coverage.glyphs:
                continue
            if table.Format == _BY_CLASS:
                row = table.Class1Record[table.ClassDef1.classDefs.get(left, 0)]
                return _advance(row.Class2Record[table.ClassDef2.classDefs.get(right, 0)].Value1)
            for pair in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if pair.SecondGlyph == right:
                    return _advance(pair.Value1)
        return 0


def _advance(value: Any) -> int:  # noqa: ANN401
    return int(getattr(value, "XAdvance", 0) or 0)
