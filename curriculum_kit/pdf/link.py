"""Fragments become one book: pages, structure, links, bookmarks, fields and fonts are joined, and margins drawn.

No program at hand joins tagged PDFs without losing the tags. The way here: give the fragment's keys of the parent tree
numbers of their own, copy its pages, and only then its structure tree, so that whatever the tree says of pages and
places to click lands on the copies. Everything hangs below one element in the end, as in a book made in one go.
"""

from __future__ import annotations

import hashlib
import io
import warnings
from collections.abc import Iterator, Sequence

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.describe import describe, label_pages
from curriculum_kit.pdf.facts import Facts, Part
from curriculum_kit.pdf.finish import saved
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PLACE, PdfBook
from curriculum_kit.pdf.layout import Layout, lay_out
from curriculum_kit.pdf.link_fonts import BookFonts
from curriculum_kit.pdf.link_margins import MarginDrawer, Rest
from curriculum_kit.pdf.link_outline import write_outline
from curriculum_kit.pdf.log import missing_letter


def link(
    book: PdfBook, parts: Sequence[Part], watermark: Sequence[Part], fonts: FontSet
) -> tuple[bytes, Sequence[Text]]:
    """The PDF of a book whose fragments are rendered, or what is wrong with it."""
    facts = [part.facts for part in parts]
    layout = lay_out(book, facts, [len(one.pages) for one in facts])
    problems = list(layout.problems)
    with pikepdf.new() as pdf:
        joined = _Joined(pdf, BookFonts(pdf, fonts.files))
        for part in parts:
            joined.add(part)
        joined.insert_blanks(layout.blanks)
        problems += [*_links(pdf, book, parts, layout), *_same_names(joined.fields)]
        if problems:
            return b"", problems
        joined.finish()
        pictures = [joined.picture(part) for part in watermark]
        drawer = MarginDrawer(pdf, joined.fonts, pictures)
        margins = [page for one in facts for page in one.pages]
        margins[layout.blanks.start : layout.blanks.start] = [facts[-1].pages[0]] * len(layout.blanks)
        rests = dict(_rests(book, facts, layout))
        for number, page in enumerate(pdf.pages):
            drawer.draw(
                page.obj,
                margins[number],
                layout.margins[number],
                layout.numbers[number],
                mirrored=book.mirrored and number % 2 == 1,
                rest=rests.get(number),
            )
        if joined.fonts.missing:
            return b"", [missing_letter(character) for character in joined.fonts.missing]
        joined.fonts.finish()
        _name_places(pdf, parts, layout)
        pages = [page.obj for page in pdf.pages]
        marks = [(start, mark) for start, one in zip(layout.starts, facts, strict=False) for mark in one.marks]
        write_outline(pdf, pages, marks, book.outline_levels)
        label_pages(pdf, layout.numberings)
        describe(pdf, book)
        return saved(pdf), []


class _Joined:
    """The book while its fragments are added to it."""

    def __init__(self, pdf: Pdf, fonts: BookFonts) -> None:
        self.pdf = pdf
        self.fonts = fonts
        self.fields: list[Object] = []
        self._default_fonts = Dictionary()
        self._elements: list[Object] = []
        self._owners: list[Object | int] = []
        self._next_key = 0
        self._seen: dict[bytes, Object] = {}
        self._sources: list[Pdf] = []

    def add(self, part: Part) -> None:
        """Add the pages of a fragment and all that belongs to them."""
        source = self._open(part)
        first = len(self.pdf.pages)
        tree = source.Root.StructTreeRoot
        owners = list(tree.ParentTree.Nums)
        for page in source.pages:
            page.obj.StructParents = int(page.obj.StructParents) + self._next_key
            for annotation in page.obj.get("/Annots", ()):
                if "/StructParent" in annotation:
                    annotation.StructParent = int(annotation.StructParent) + self._next_key
        with warnings.catch_warnings():
            # What belongs to the pages follows below.
            warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
            self.pdf.pages.extend(source.pages)
        copied = self.pdf.copy_foreign(tree)
        numbers = list(copied.ParentTree.Nums)
        for index in range(0, len(owners), 2):
            self._owners += [int(owners[index]) + self._next_key, numbers[index + 1]]
        self._next_key += max(int(key) for key in owners[::2]) + 1
        for document in copied.K:
            self._elements += list(document.K)
        resources = self.pdf.pages[first].obj.Resources
        for name, letters in part.facts.fonts.items():
            resources.Font[f"/{name}"] = self.fonts.take(letters)
        self._share_images(resources)
        if "/AcroForm" in source.Root:
            form = self.pdf.copy_foreign(source.make_indirect(source.Root.AcroForm))
            self.fields += list(form.Fields)
            for name, letters in part.facts.fonts.items():
                if letters.whole:
                    self._default_fonts[f"/{name}"] = self.fonts.take(letters)

    def picture(self, part: Part) -> Object:
        """The first page of a fragment as a picture to be drawn."""
        page = self._open(part).pages[0]
        return self.pdf.copy_foreign(page.as_form_xobject())

    def insert_blanks(self, numbers: range) -> None:
        """Add pages without content, of the size of the page that follows them. They have no place in the structure."""
        for number in numbers:
            empty = Dictionary(
                Type=Name.Page,
                MediaBox=Array([*self.pdf.pages[number].obj.MediaBox]),
                Resources=Dictionary(Font=Dictionary(), XObject=Dictionary()),
                Contents=self.pdf.make_stream(b""),
                Tabs=Name.S,
            )
            self.pdf.pages.insert(number, pikepdf.Page(self.pdf.make_indirect(empty)))

    def finish(self) -> None:
        """Write what all fragments have in common."""
        pdf = self.pdf
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        top = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root, K=Array(self._elements)))
        for element in self._elements:
            element.P = top
        root.K = Array([top])
        root.ParentTree = pdf.make_indirect(Dictionary(Nums=Array(self._owners)))
        root.ParentTreeNextKey = self._next_key
        pdf.Root.StructTreeRoot = root
        if self.fields:
            pdf.Root.AcroForm = Dictionary(Fields=Array(self.fields), DR=Dictionary(Font=self._default_fonts))

    def _open(self, part: Part) -> Pdf:
        # Kept: copies read the streams of their source as late as when they are saved.
        source = pikepdf.open(io.BytesIO(part.pdf))
        self._sources.append(source)
        return source

    def _share_images(self, resources: Object) -> None:
        """Images with the same bytes are one."""
        pictures = resources.get("/XObject", Dictionary())
        for name in list(pictures.keys()):
            picture = pictures[name]
            if picture.get("/Subtype") == Name.Image:
                if "/SMask" in picture:
                    picture.SMask = self._shared(picture.SMask)
                pictures[name] = self._shared(picture)

    def _shared(self, stream: Object) -> Object:
        digest = hashlib.sha256(stream.read_raw_bytes())
        for key in sorted(stream.keys()):
            digest.update(f"{key} {stream[key].objgen if key == '/SMask' else stream[key]!r}".encode())
        return self._seen.setdefault(digest.digest(), stream)


def _rests(book: PdfBook, facts: Sequence[Facts], layout: Layout) -> Iterator[tuple[int, Rest]]:
    """The pages that are ruled where their text ends."""
    if book.blank.rest is not None:
        yield from ((number, Rest(book.blank.rest)) for number in layout.blanks)
    for one in book.margins:
        if one.rest is not None:
            fragment = layout.spots[one.anchor].fragment
            last = layout.starts[fragment] + len(facts[fragment].pages) - 1
            yield last, Rest(one.rest, facts[fragment].end)


def _links(pdf: Pdf, book: PdfBook, parts: Sequence[Part], layout: Layout) -> Iterator[Text]:
    """Lead all links to their places; those that lead nowhere are told."""
    pages = [page.obj for page in pdf.pages]
    elsewhere = dict(book.elsewhere)
    told = set()
    for number, part in enumerate(parts):
        start = layout.starts[number]
        for page in pages[start : layout.starts[number + 1]]:
            for annotation in page.get("/Annots", ()):
                if "/Dest" in annotation:
                    annotation.Dest = _place(pages, start, part, str(annotation.Dest))
                    continue
                address = str(annotation.A.URI) if "/A" in annotation else ""
                scheme, _, name = address.partition(":")
                if scheme != PLACE:
                    continue
                spot = layout.spots.get(name)
                if spot is not None and name in layout.twice and name not in told:
                    yield text("id {anchor} dipakai lebih dari sekali", anchor=name)
                    told.add(name)
                elif spot is not None:
                    del annotation.A
                    target = parts[spot.fragment]
                    annotation.Dest = _place(pages, layout.starts[spot.fragment], target, name)
                    annotation.Contents = String(name)
                elif name in elsewhere:
                    annotation.A.URI = annotation.Contents = String(elsewhere[name])
                elif name not in told:
                    yield text("tautan menuju #{anchor}, yang tidak ada di buku ini", anchor=name)
                    told.add(name)


def _place(pages: Sequence[Object], start: int, part: Part, name: str) -> Array:
    """The place of an id of a fragment that starts at some page."""
    page, x, y = part.facts.anchors[name]
    return Array([pages[start + page], Name.XYZ, x, y, 0])


def _name_places(pdf: Pdf, parts: Sequence[Part], layout: Layout) -> None:
    """Let addresses such as `buku.pdf#kwu-05` lead into the book."""
    pages = [page.obj for page in pdf.pages]
    names = Array()
    for name, spot in sorted(layout.spots.items(), key=lambda item: item[0].encode()):
        names.append(String(name))
        names.append(_place(pages, layout.starts[spot.fragment], parts[spot.fragment], name))
    if len(names):
        pdf.Root.Names = Dictionary(Dests=pdf.make_indirect(Dictionary(Names=names)))


def _same_names(fields: Sequence[Object]) -> Iterator[Text]:
    """Fields of different fragments must not share a name: what is typed into one would show in the other."""
    names = set()
    for field in fields:
        name = str(field.T)
        if name in names:
            yield text("nama isian {name} dipakai lebih dari sekali", name=name)
        names.add(name)
