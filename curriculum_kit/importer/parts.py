"""The parts of a Word file beside its text: pictures, notes, comments, heads and feet of pages, what is attached."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer.archive import CONTENT_TYPES, Archive, Relation
from curriculum_kit.importer.markup import written
from curriculum_kit.importer.pictures import usable
from curriculum_kit.importer.refusals import Refuse
from curriculum_kit.importer.story import Group, Picture
from curriculum_kit.importer.styles import W

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

MAIN_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_TYPE = "{http://schemas.openxmlformats.org/package/2006/content-types}Override"
_DC_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_MARGINS = {"header": text("kepala halaman tidak dipindahkan"), "footer": text("kaki halaman tidak dipindahkan")}


class Say(Protocol):
    """Says something of the place that is being read, or of paragraph `at`."""

    def __call__(self, group: Group, message: Text, words: str = "", at: int | None = None) -> None:
        """Keep a remark."""


class Parts:
    """The parts that the text refers to. Raises `Refuse` where there is no text."""

    def __init__(self, archive: Archive, remark: Say) -> None:
        self.archive = archive
        self.remark = remark
        self.main = _main_part(archive)
        self.relations = archive.relations(self.main)
        self.pictures: list[Picture] = []
        self.comments = {each.get(W + "id", ""): each for each in self._all("comments", "comment")}
        self._known: dict[str, int | Text] = {}

    def title(self) -> str:
        """The title among the properties of the file."""
        core = self.archive.xml("docProps/core.xml")
        return " ".join((core.findtext(_DC_TITLE) or "").split()) if core is not None else ""

    def picture(self, part: str) -> int | Text:
        """The number of a picture in the story, or why it cannot be used."""
        if part not in self._known:
            made = (
                usable(self.archive.read(part)) if self.archive.has(part) else text("gambar tidak ada di dalam berkas")
            )
            if isinstance(made, Text):
                self._known[part] = made
            else:
                same = next((n for n, each in enumerate(self.pictures) if each.data == made.data), None)
                if same is None:
                    self.pictures.append(made)
                    same = len(self.pictures) - 1
                self._known[part] = same
        return self._known[part]

    def comment(self, id_: str) -> None:
        """Report a comment, once."""
        element = self.comments.pop(id_, None)
        if element is not None:
            author = " ".join(element.get(W + "author", "").split()) or "?"
            self.remark(Group.DROPPED, text("komentar {author}", author=author), written(element))

    def drawn_words(self, relation: Relation | None) -> str:
        """The words of a chart or diagram."""
        if relation is None or relation.is_external or not relation.target.endswith(".xml"):
            return ""
        root = self.archive.xml(relation.target)
        return written(root) if root is not None else ""

    def related(self, kind: str) -> Element | None:
        """The part of a kind, such as `styles`."""
        found = next((each for each in self.relations.values() if each.kind == kind and not each.is_external), None)
        return self.archive.xml(found.target) if found else None

    def _all(self, kind: str, name: str) -> Iterator[Element]:
        root = self.related(kind)
        if root is not None:
            yield from root.iter(W + name)

    def notes(self, kind: str) -> dict[str, Element]:
        """The notes of a kind by their id."""
        return {
            each.get(W + "id", ""): each
            for each in self._all(f"{kind}s", kind)
            if each.get(W + "type") in {None, "normal"}
        }

    def tell_margins(self) -> None:
        """Say what stands in heads and feet of pages; comments and notes that nothing points at."""
        said = set()
        for relation in self.relations.values():
            if relation.kind in _MARGINS and not relation.is_external:
                root = self.archive.xml(relation.target)
                words = written(root) if root is not None else ""
                if words and (relation.target not in said):
                    said.add(relation.target)
                    self.remark(Group.DROPPED, _MARGINS[relation.kind], words, at=0)
        for id_ in list(self.comments):
            self.comment(id_)

    def tell_attached(self) -> None:
        """Say which other files came along."""
        for relation in self.relations.values():
            if relation.kind in {"package", "oleObject", "control", "aFChunk"}:
                self.remark(Group.DROPPED, text("berkas yang ditanam di dalam Word tidak dibaca"), at=0)
            if relation.kind == "attachedTemplate":
                self.remark(Group.DROPPED, text("templat luar tidak dibuka"), relation.target, at=0)


def _main_part(archive: Archive) -> str:
    types = archive.xml(CONTENT_TYPES)
    names = [
        each.get("PartName", "").lstrip("/")
        for each in (types.iter(_TYPE) if types is not None else ())
        if each.get("ContentType") == MAIN_TYPE
    ]
    for relation in archive.relations("").values():
        if relation.kind == "officeDocument" and relation.target in names and archive.has(relation.target):
            return relation.target
    raise Refuse("not-docx")
