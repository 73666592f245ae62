"""A curriculum in another language: what there is to translate, catalogues kept up to date, and the translated records.

`messages` finds the texts, `renewed` writes them into a gettext catalogue, `translated` makes a curriculum out of a
curriculum and its catalogues. Everything after that knows nothing of catalogues: it gets records as always.
"""

from curriculum_kit.translation.marks import CLOSING, OPENING, Untranslated
from curriculum_kit.translation.messages import Message, Place, messages
from curriculum_kit.translation.segments import in_brackets
from curriculum_kit.translation.whole import begun, shares, translated

__all__ = [
    "CLOSING",
    "OPENING",
    "Message",
    "Place",
    "Untranslated",
    "begun",
    "in_brackets",
    "messages",
    "shares",
    "translated",
]
