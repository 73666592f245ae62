"""The fonts of the books: static Latin cuts of Plus Jakarta Sans, made once from the variable fonts of its package.

A variable font makes WeasyPrint almost three times as slow, because it cuts the instance again for every document.
Here the characters are chosen first and the weight is fixed afterwards, which takes a third of a second for a face;
the result is kept in the cache and has the same bytes everywhere.

The family lacks some marks that people type in lists (✓ ✗ ☐ ☑ ☒); they are drawn here. Whatever else is not in
`CHARACTERS` and the family stops the build and is named: no font of the machine ever takes its place.
"""

from __future__ import annotations

import importlib.metadata
import importlib.resources
import io
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.pdf.files import digest, write_whole

FAMILY = "Plus Jakarta Sans"
PACKAGE = "fontpkg-plus-jakarta-sans"
SCHEME = "ck-font"
"""The scheme of font addresses in `@font-face`, which only our own fetcher understands."""

CHARACTERS = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # Latin-1 and Latin Extended-A
    *range(0x2002, 0x200C),  # spaces of all widths
    *range(0x2010, 0x2016),  # hyphens and dashes
    *range(0x2018, 0x2020),  # quotation marks
    *(0x2020, 0x2021, 0x2022, 0x2026, 0x2030, 0x2032, 0x2033, 0x2039, 0x203A, 0x2044),
    *(0x2070, *range(0x2074, 0x207F), *range(0x2080, 0x208F)),  # superscripts and subscripts
    *(0x20AC, 0x2116, 0x2122, 0x2153, 0x2154, *range(0x215B, 0x215F)),
    *range(0x2190, 0x219A),  # arrows
    *(0x21A9, 0x21AA, 0x2202, 0x2206, 0x220F, 0x2211, 0x2212, 0x2215, 0x2219, 0x221A, 0x221E, 0x222B),
    *(0x2248, 0x2260, 0x2264, 0x2265),
    *(0x25A0, 0x25A1, 0x25B2, 0x25B3, 0x25B6, 0x25B7, 0x25BC, 0x25BD, 0x25C0, 0x25C1, 0x25C6, 0x25C7, 0x25CA),
    *(0x25CB, 0x25CF, 0x2605, 0x2606),
)
"""What Indonesian and its loanwords, prices, sums, arrows and forms need."""

FEATURES = ("kern", "mark", "mkmk", "tnum")
"""No ligatures: they have glyphs without a character of their own, which PDF/UA forbids."""

_COPIES = {0x2011: 0x2D, 0x202F: 0x2009, 0x2060: 0x200B, 0x2610: 0x25A1}
"""Characters that look like another one: no-break hyphen, narrow no-break space, word joiner, ballot box.

The hyphen U+2010 has a glyph to itself: at the end of a divided line, programs must read it as a soft hyphen.
"""

_SMALLER = {0x25E6: 0x25CB, 0x25AA: 0x25A0}
"""The bullets of inner lists, half as big as the circle and the square that they are drawn from."""

_CHECK = ((150, 350), (235, 440), (390, 265), (715, 690), (810, 610), (400, 110))
_CROSS = (
    *((205, 130), (485, 310), (765, 130), (830, 215), (570, 372), (830, 530)),
    *((765, 615), (485, 435), (205, 615), (140, 530), (400, 372), (140, 215)),
)
_MARK_WIDTH = 965
_MIDDLE = 372
"""The marks are drawn in an em of 1000 units, as wide and as high as the ballot box of the regular face."""


@dataclass(frozen=True, slots=True)
class Face:
    """One cut of the family: its weight (100 to 900) and whether it is italic."""

    weight: int
    italic: bool = False

    @property
    def file(self) -> str:
        """The name of its file."""
        return f"plus-jakarta-sans-{self.weight}{'-italic' if self.italic else ''}.ttf"


FACES = (Face(400), Face(400, italic=True), Face(600), Face(700), Face(700, italic=True), Face(800))


_NO_SYSTEM_FONTS = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig></fontconfig>
"""


@dataclass(frozen=True, slots=True)
class FontSet:
    """The cut fonts on disk. `digest` stands for the bytes of all of them."""

    folder: Path
    digest: str

    @property
    def files(self) -> dict[str, Path]:
        """The font files by the name that `css` calls them."""
        return {face.file: self.folder / face.file for face in FACES}

    @property
    def fontconfig(self) -> Path:
        """A configuration of Fontconfig that knows no font, to be named by `FONTCONFIG_FILE`."""
        return self.folder / "fonts.conf"

    @property
    def css(self) -> str:
        """The `@font-face` rules. The addresses (`ck-font:…`) hold no path, so that no path can reach a PDF."""
        return "".join(
            f"@font-face{{font-family:'{FAMILY}';font-weight:{face.weight};"
            f"font-style:{'italic' if face.italic else 'normal'};src:url({SCHEME}:{face.file})}}\n"
            for face in FACES
        )


def static_fonts(cache: Path) -> FontSet:
    """The fonts of the books, cut now if the cache does not hold them whole.

    Raises `EnvironmentTrouble` when the font package is missing.
    """
    key = digest("\n".join((*_versions(), Path(__file__).read_text("utf-8"))).encode())[:24]
    folder = cache / "fonts" / key
    index = folder / "index"
    found = _cached(folder, index)
    if found is None:
        made = {**_cut_all(), "fonts.conf": _NO_SYSTEM_FONTS.encode()}
        for name, data in made.items():
            write_whole(folder / name, data)
        # The index comes last: without it the folder is not complete.
        write_whole(index, "".join(f"{digest(data)}  {name}\n" for name, data in made.items()).encode())
        found = _cached(folder, index)
    if found is None:
        raise EnvironmentTrouble(f"Berkas huruf di {folder} tidak dapat dibaca kembali; hapus folder itu lalu ulangi.")
    return FontSet(folder, found)


def _versions() -> tuple[str, ...]:
    try:
        return tuple(importlib.metadata.version(name) for name in (PACKAGE, "fonttools"))
    except importlib.metadata.PackageNotFoundError as error:
        raise EnvironmentTrouble(f"Paket {error.name} belum terpasang; jalankan `make build`.") from error


def _cached(folder: Path, index: Path) -> str | None:
    """The digest of a complete set of files, or None."""
    try:
        listed = index.read_bytes()
        for line in listed.decode("ascii").splitlines():
            expected, _, name = line.partition("  ")
            if digest((folder / name).read_bytes()) != expected:
                return None
    except (OSError, ValueError):
        return None
    return digest(listed) if listed.count(b"\n") == len(FACES) + 1 else None


def _cut_all() -> dict[str, bytes]:
    """All faces as font files by name."""
    return {face.file: cut for italic in (False, True) for face, cut in _cut(italic=italic)}


def _cut(*, italic: bool) -> list[tuple[Face, bytes]]:
    """The faces of one variable font: the wanted characters only, then one fixed weight each."""
    from fontTools import subset  # noqa: PLC0415  # slow, and needed only when the cache is empty
    from fontTools.varLib.instancer import instantiateVariableFont  # noqa: PLC0415

    name = f"PlusJakartaSans{'-Italic' if italic else ''}[wght].ttf"
    source = importlib.resources.files("fontpkg_plus_jakarta_sans") / "files" / name
    font = _open(source.read_bytes())
    chosen = subset.Subsetter(subset.Options(layout_features=list(FEATURES), notdef_outline=True, hinting=False))
    chosen.populate(unicodes=CHARACTERS)
    chosen.subset(font)
    small = _bytes(font)
    faces = []
    for face in FACES:
        if face.italic == italic:
            instance = instantiateVariableFont(_open(small), {"wght": face.weight}, inplace=True)
            del instance["STAT"]  # describes the axes of a variable font
            _add_marks(instance)
            faces.append((face, _bytes(instance)))
    return faces


def _open(data: bytes) -> Any:  # noqa: ANN401  # fontTools has no types
    from fontTools.ttLib import TTFont  # noqa: PLC0415

    font = TTFont(io.BytesIO(data), recalcTimestamp=False)
    # An optional library packs tables in another order; the bytes must not depend on what is installed.
    font.cfg["fontTools.ttLib.tables.otBase:USE_HARFBUZZ_REPACKER"] = False
    return font


def _bytes(font: Any) -> bytes:  # noqa: ANN401
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def _add_marks(font: Any) -> None:  # noqa: ANN401
    """Give the font the marks that the family lacks."""
    from fontTools.pens.transformPen import TransformPen  # noqa: PLC0415
    from fontTools.pens.ttGlyphPen import TTGlyphPen  # noqa: PLC0415

    names = font.getBestCmap()
    box = names[0x25A1]
    width, _ = font["hmtx"][box]
    alone, boxed = (1.0, _MARK_WIDTH / 2), (0.6, width / 2)
    marks = {
        "ckCheck": ((0x2713, 0x2714), _CHECK, alone),
        "ckCross": ((0x2717, 0x2718), _CROSS, alone),
        "ckBoxCheck": ((0x2611,), _CHECK, boxed),
        "ckBoxCross": ((0x2612,), _CROSS, boxed),
    }
    tables = [table.cmap for table in font["cmap"].tables if table.isUnicode()]
    for name, (characters, outline, (scale, centre)) in marks.items():
        pen = TTGlyphPen(font.getGlyphSet())
        if scale < 1:
            font.getGlyphSet()[box].draw(pen)
        first, *others = (
            (round(centre + (x - _MARK_WIDTH / 2) * scale), round(_MIDDLE + (y - _MIDDLE) * scale)) for x, y in outline
        )
        pen.moveTo(first)
        for point in others:
            pen.lineTo(point)
        pen.closePath()
        glyph = pen.glyph()
        glyph.recalcBounds(None)
        font["glyf"][name] = glyph
        font["hmtx"][name] = (width if scale < 1 else _MARK_WIDTH, glyph.xMin)
        for table in tables:
            table.update(dict.fromkeys(characters, name))
    for character, model in _SMALLER.items():
        name = f"ck{character:X}"
        pen = TTGlyphPen(None)
        font.getGlyphSet()[names[model]].draw(TransformPen(pen, (0.5, 0, 0, 0.5, 0, _MIDDLE / 2)))
        font["glyf"][name] = pen.glyph()
        font["glyf"][name].recalcBounds(None)
        font["hmtx"][name] = (font["hmtx"][names[model]][0] // 2, font["glyf"][name].xMin)
        for table in tables:
            table[character] = name
    for character, model in _COPIES.items():
        for table in tables:
            table[character] = names[model]
