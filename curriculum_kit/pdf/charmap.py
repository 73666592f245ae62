"""Which glyph of an embedded font stands for which character."""

from __future__ import annotations

import io
import re

from fontTools.ttLib import TTFont
from pikepdf import Dictionary, Object, Pdf

_CODE = re.compile(rb"<([0-9a-f]{4})> <([0-9a-f]+)>")
_SINGLE_SUBSTITUTION = 1


def glyphs(font: Object) -> dict[str, int]:
    """The plain glyph of every character of a font, from its table of the characters of glyphs."""
    found: dict[str, int] = {}
    for glyph, character in _CODE.findall(font.ToUnicode.read_bytes()):
        found.setdefault(bytes.fromhex(character.decode()).decode("utf-16-be"), int(glyph, 16))
    return found


def soften_hyphens(pdf: Pdf) -> None:
    """Say that the hyphens at the end of divided lines are no part of the word: searching and reading aloud skip them.

    WeasyPrint divides words with U+2010, which nobody types; PDF wants U+00AD there (ISO 32000-1, 14.8.2.2.3).
    """
    for font in pdf.objects:
        if isinstance(font, Dictionary) and font.get("/Type") == "/Font" and "/ToUnicode" in font:
            table = font.ToUnicode.read_bytes()
            if b" <2010>" in table:
                font.ToUnicode.write(table.replace(b" <2010>", b" <00ad>"))


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
