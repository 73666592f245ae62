"""Which glyph of an embedded font stands for which character."""

from __future__ import annotations

import io
import re

from fontTools.ttLib import TTFont
from pikepdf import Object

_CODE = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_SINGLE_SUBSTITUTION = 1


def glyphs(font: Object) -> dict[str, int]:
    """The plain glyph of every character of a font, from its table of the characters of glyphs."""
    found: dict[str, int] = {}
    for glyph, character in _CODE.findall(font.ToUnicode.read_bytes()):
        found.setdefault(bytes.fromhex(character.decode()).decode("utf-16-be"), int(glyph, 16))
    return found


def texts(font: Object) -> dict[int, str]:
    """What the glyphs of a font stand for: those of the table of its characters, in the order of their numbers."""
    found = {
        int(glyph, 16): bytes.fromhex(letters.decode()).decode("utf-16-be")
        for glyph, letters in _CODE.findall(font.ToUnicode.read_bytes())
    }
    return dict(sorted(found.items()))


def name_alternates(font: Object) -> None:
    """Add the glyphs of font features, such as digits of one width, to the table of a font embedded whole.

    WeasyPrint leaves them out where a font is used in a form, and then nobody can read the numbers of its lists.
    """
    table = font.ToUnicode.read_bytes()
    named = {int(glyph, 16): character for glyph, character in _CODE.findall(table)}
    file = TTFont(io.BytesIO(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()), lazy=True)
    if "GSUB" not in file:
        return
    added = {}
    for lookup in file["GSUB"].table.LookupList.Lookup:
        if lookup.LookupType != _SINGLE_SUBSTITUTION:
            continue
        for part in lookup.SubTable:
            for plain, alternate in part.mapping.items():
                glyph = file.getGlyphID(alternate)
                character = named.get(file.getGlyphID(plain))
                if character is not None and glyph not in named:
                    added[glyph] = character
    if not added:
        return
    lines = b"".join(b"<%04x> <%s>\n" % (glyph, character) for glyph, character in sorted(added.items()))
    block = b"%d beginbfchar\n%sendbfchar\n" % (len(added), lines)
    font.ToUnicode.write(table.replace(b"endcmap", block + b"endcmap", 1))
