"""Two states of a curriculum side by side, in the words of people who review it: what `ck diff` shows.

What differs at all is found as for the page "Yang berubah" (`curriculum_kit.overview`); here it is told in detail:
every field, every passage word by word, every result, and the pages and books that change with it.
"""

from curriculum_kit.comparison.compare import compare
from curriculum_kit.comparison.model import Comparison
from curriculum_kit.comparison.sides import Side

__all__ = ["Comparison", "Side", "compare"]
