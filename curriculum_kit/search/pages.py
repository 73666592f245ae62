"""What readers can find on a finished page: its pieces, each with an address of its own."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset(["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"])
_UNREAD_TAGS = frozenset({"script", "style", "nav", "noscript", "svg", "template", "button"})
_UNREAD_CLASSES = frozenset({"hide", "icon", "draft", "facts", "blank", "caption-number", "sheet-files"})
_CLOSED_BLOCKS = frozenset(
    {"p", "li", "td", "th", "dt", "dd", "div", "section", "figcaption", "caption", "summary", "tr"}
)
_HEADINGS = frozenset({"h2", "h3"})

TEXT, ACTIVITY, WORKSHEET, TRAINER = "text", "activity", "worksheet", "trainer"
_BLOCK_KINDS = {
    "discussion": ACTIVITY,
    "activity": ACTIVITY,
    "check": ACTIVITY,
    "reflect": ACTIVITY,
    "exercise": ACTIVITY,
    "worksheet": WORKSHEET,
    "answer": TRAINER,
    "trainer-note": TRAINER,
}


@dataclass(slots=True)
class Piece:
    """A part of a page: a section, a teaching block, an entry of the glossary or a fact."""

    anchor: str
    kind: str
    label: list[str] = field(default_factory=list)
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def words_in(parts: list[str]) -> str:
    """The words of the parts, with single spaces."""
    return " ".join("".join(parts).split())


@dataclass(slots=True)
class _Open:
    """An element that is open: where its text goes."""

    tag: str
    piece: Piece
    into: list[str] | None


class PageReader(HTMLParser):
    """Reads `main` of a page. Text that is not read out or not in sight is left out."""

    def __init__(self) -> None:
        """Begin with a piece for what stands before the first section."""
        super().__init__(convert_charrefs=True)
        self.lead = Piece("", TEXT)
        self.pieces: list[Piece] = [self.lead]
        self.heading: list[str] = []
        self.kicker: list[str] = []
        self._open: list[_Open] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open an element; some begin a new piece."""
        given = {name: value or "" for name, value in attrs}
        if not self._open:
            if tag == "main":
                self._open.append(_Open(tag, self.lead, self.lead.text))
            return
        if tag in VOID:
            self.handle_data(" ")
            return
        around = self._open[-1]
        piece, into = around.piece, around.into
        classes = frozenset(given.get("class", "").split())
        if (
            tag in _UNREAD_TAGS
            or classes & _UNREAD_CLASSES
            or given.get("aria-hidden") == "true"
            or "noreferrer" in given.get("rel", "")
        ):
            into = None
        elif into is not None:
            piece, into = self._place(tag, classes, given.get("id", ""), piece, into)
            if tag in _CLOSED_BLOCKS:
                into.append(" ")
        self._open.append(_Open(tag, piece, into))

    def _place(
        self, tag: str, classes: frozenset[str], name: str, piece: Piece, into: list[str]
    ) -> tuple[Piece, list[str]]:
        """Where the text of an element goes that is read."""
        if begun := self._begun(tag, classes, name, piece):
            self.pieces.append(begun)
            return begun, begun.title if tag == "dt" else begun.text
        if tag == "dd" and piece is self.lead:
            return self.pieces[-1], self.pieces[-1].text
        if "sheet" in classes and piece.kind == ACTIVITY:
            piece.kind = WORKSHEET
        if tag in _HEADINGS:
            piece = self._under_heading(name, piece)
            return piece, piece.title
        fields = {"kicker": self.kicker, "block-label": piece.label, "block-title": piece.title}
        named = (fields[css] for css in classes if css in fields)
        return piece, self.heading if tag == "h1" else next(named, into)

    @staticmethod
    def _begun(tag: str, classes: frozenset[str], name: str, piece: Piece) -> Piece | None:
        """The piece that an element begins."""
        if "plan" in classes:
            return Piece(name or "rencana", TRAINER)
        if "block" in classes:
            block = next((css.removeprefix("block-") for css in sorted(classes) if css.startswith("block-")), "")
            return Piece(name or piece.anchor, TRAINER if piece.kind == TRAINER else _BLOCK_KINDS.get(block, TEXT))
        if name and (tag == "dt" or (tag == "section" and piece.kind != TRAINER)):
            return Piece(name, TEXT)
        return None

    def _under_heading(self, name: str, piece: Piece) -> Piece:
        """The piece itself if the heading is its first, else a new one for what follows beside the heading."""
        if piece is not self.lead and not piece.title:
            return piece
        around = self._open[-1]
        around.piece = Piece(name or piece.anchor, piece.kind)
        around.into = around.piece.text
        self.pieces.append(around.piece)
        return around.piece

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost element of that name and all that was left open in it."""
        for index in range(len(self._open) - 1, -1, -1):
            if self._open[index].tag == tag:
                into = self._open[index].into
                del self._open[index:]
                if into is not None and tag in _CLOSED_BLOCKS:
                    into.append(" ")
                return

    def handle_data(self, data: str) -> None:
        """Text goes where the innermost element sends it."""
        if self._open and (into := self._open[-1].into) is not None:
            into.append(data)
