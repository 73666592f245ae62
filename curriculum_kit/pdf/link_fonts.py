"""The fonts of a linked book: each face once, with the glyphs that its fragments and margins use."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.pdf.facts import Letters
from curriculum_kit.pdf.files import digest
from curriculum_kit.pdf.fonts import FAMILY, Face
from curriculum_kit.pdf.kerning import Kerning

_ITALIC, _SYMBOLIC = 1 << 6, 1 << 2
_WORD_SPACE = 50
"""What is added to each space, in thousandths of the size: `word-spacing` of book.css."""
_BATCH = 100  # a table of characters has at most so many lines in one block
_CMAP = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo
<< /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <ffff>
endcodespacerange
{blocks}endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


class BookFonts:
    """The fonts of one PDF. Take up what is used, hand out the objects, and `finish` when nothing more comes."""

    def __init__(self, pdf: Pdf, files: Mapping[str, Path]) -> None:
        self._pdf = pdf
        self._files = files
        self._objects: dict[str, Object] = {}
        self._glyphs: dict[str, dict[int, str]] = {}
        self._whole: set[str] = set()
        self.missing: dict[str, None] = {}

    def take(self, letters: Letters) -> Object:
        """The font object of a face that a fragment uses in some way."""
        if letters.face not in self._objects:
            self._objects[letters.face] = self._pdf.make_indirect(Dictionary(Type=Name.Font, Subtype=Name.Type0))
        glyphs = self._glyphs.setdefault(letters.face, {})
        for glyph, character in letters.glyphs.items():
            glyphs.setdefault(glyph, character)
        if letters.whole:
            self._whole.add(letters.face)
        return self._objects[letters.face]

    def write(self, weight: int, words: str) -> tuple[Object, list[bytes | int], float]:
        """Words for the margins: the font, what the operator TJ shows, and their width in ems.

        That is codes of glyphs, and between them how much nearer they stand, in thousandths of their size. What the
        face lacks is left out and added to `missing`.
        """
        file = Face(weight).file
        face = _face(self._files[file])
        self.missing.update(dict.fromkeys(one for one in words if ord(one) not in face.glyphs))
        used = {face.glyphs[ord(one)]: one for one in words if ord(one) in face.glyphs}
        shown: list[bytes | int] = []
        run = b""
        for glyph, extra in face.placed(words):
            run += glyph.to_bytes(2, "big")
            if extra:
                shown += [run, -extra]
                run = b""
        return self.take(Letters(file, whole=False, glyphs=used)), [*shown, run], face.width(words)

    def width(self, weight: int, words: str) -> float:
        """How wide words are, in ems. What the face lacks has no width."""
        return _face(self._files[Face(weight).file]).width(words)

    def finish(self) -> None:
        """Put the fonts into the PDF."""
        for file, font in sorted(self._objects.items()):
            glyphs = sorted(self._glyphs[file].items())
            whole = file in self._whole
            face = _face(self._files[file])
            data = face.data if whole else _subset(face.data, tuple(glyph for glyph, _ in glyphs))
            name = Name(f"/{_tag(data)}+{file.removesuffix('.ttf').title()}")
            descriptor = Dictionary(
                Type=Name.FontDescriptor,
                FontName=name,
                FontFamily=String(FAMILY),
                FontBBox=Array(face.box),
                **face.measures,
                FontFile2=self._pdf.make_stream(data, Length1=len(data)),
            )
            font.BaseFont = name
            font.Encoding = Name("/Identity-H")
            font.ToUnicode = self._pdf.make_stream(_cmap(glyphs))
            font.DescendantFonts = Array(
                [
                    self._pdf.make_indirect(
                        Dictionary(
                            Type=Name.Font,
                            Subtype=Name.CIDFontType2,
                            BaseFont=name,
                            CIDSystemInfo=Dictionary(
                                Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0
                            ),
                            CIDToGIDMap=Name.Identity,
                            W=_widths(face, range(len(face.widths)) if whole else [glyph for glyph, _ in glyphs]),
                            FontDescriptor=self._pdf.make_indirect(descriptor),
                        )
                    )
                ]
            )


class _Face:
    """A font file that is read: glyphs by character, widths in thousandths of the size, measures for a descriptor."""

    def __init__(self, data: bytes) -> None:
        font = TTFont(io.BytesIO(data), recalcTimestamp=False)
        scale = 1000 / font["head"].unitsPerEm
        head, lines = font["head"], font["hhea"]
        self.data = data
        self.glyphs = {code: font.getGlyphID(name) for code, name in font.getBestCmap().items()}
        self.widths: list[int] = [round(font["hmtx"][name][0] * scale) for name in font.getGlyphOrder()]
        self._names = font.getGlyphOrder()
        self._scale = scale
        self._kerning = Kerning(font)
        slant = font["post"].italicAngle
        ascent, descent = round(lines.ascent * scale), round(lines.descent * scale)
        self.box = [round(edge * scale) for edge in (head.xMin, head.yMin, head.xMax, head.yMax)]
        self.measures = {
            "Flags": _SYMBOLIC | (_ITALIC if slant else 0),
            "ItalicAngle": round(slant),
            "Ascent": ascent,
            "Descent": descent,
            "CapHeight": ascent,
            "StemV": 80,
            "StemH": 80,
        }

    def placed(self, words: str) -> Iterator[tuple[int, int]]:
        """The glyphs of words, each with what is added to its width, in thousandths of the size."""
        known = [(one, self.glyphs[ord(one)]) for one in words if ord(one) in self.glyphs]
        for index, (character, glyph) in enumerate(known):
            extra = _WORD_SPACE if character.isspace() else 0
            if index + 1 < len(known):
                extra += round(
                    self._kerning.between(self._names[glyph], self._names[known[index + 1][1]]) * self._scale
                )
            yield glyph, extra

    def width(self, words: str) -> float:
        """How wide words are, in ems."""
        return sum(self.widths[glyph] + extra for glyph, extra in self.placed(words)) / 1000


@lru_cache(maxsize=16)
def _face(path: Path) -> _Face:
    """The face of a file, read once in this process."""
    return _Face(path.read_bytes())


@lru_cache(maxsize=64)
def _subset(data: bytes, glyphs: tuple[int, ...]) -> bytes:
    """A font file with the outlines of some glyphs only; their numbers stay."""
    font = TTFont(io.BytesIO(data), recalcTimestamp=False, lazy=True)
    options = subset.Options(retain_gids=True, hinting=False, notdef_outline=True, layout_features=[])
    options.drop_tables += ["GSUB", "GPOS", "GDEF"]
    chosen = subset.Subsetter(options)
    chosen.populate(gids=glyphs)
    chosen.subset(font)
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _tag(data: bytes) -> str:
    """The six letters that tell one subset from another."""
    return "".join(chr(65 + int(digest(data)[index * 2 : index * 2 + 2], 16) % 26) for index in range(6))


def _widths(face: _Face, glyphs: Iterable[int]) -> Array:
    """The widths of glyphs as PDF lists them: the first number of each run, then its widths."""
    runs: list[tuple[int, list[int]]] = []
    for glyph in glyphs:
        if runs and glyph == runs[-1][0] + len(runs[-1][1]):
            runs[-1][1].append(face.widths[glyph])
        else:
            runs.append((glyph, [face.widths[glyph]]))
    return Array([part for first, widths in runs for part in (first, Array(widths))])


def _cmap(glyphs: list[tuple[int, str]]) -> bytes:
    """The table that tells what glyphs stand for."""
    blocks = ""
    for start in range(0, len(glyphs), _BATCH):
        lines = [
            f"<{glyph:04x}> <{text.encode('utf-16-be').hex()}>\n" for glyph, text in glyphs[start : start + _BATCH]
        ]
        blocks += f"{len(lines)} beginbfchar\n{''.join(lines)}endbfchar\n"
    return _CMAP.format(blocks=blocks).encode("ascii")
