"""The books of a build as PDFs: the sections of each become fragments, and what stands around their pages."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from curriculum_kit.books import CLOSER
from curriculum_kit.edition.books import PrintBook
from curriculum_kit.edition.layout import template_text
from curriculum_kit.edition.sections import Section, document, sections
from curriculum_kit.pdf import MarginText, PageLabel, PageMargins, PdfBook, PdfFragment, Ruling
from curriculum_kit.texts import SOURCE_LANGUAGE

_HEAD = MarginText("", "top-left", weight=600, grey=0.349, width=0.42)
_PLACE = MarginText("", "top-right", grey=0.349, width=0.57)
_FOOT = MarginText("", "bottom-left", grey=0.349, gap=5, width=0.75)
_NUMBER = MarginText("{page}", "bottom-right", weight=700, size=10)
_BARE = {"cover", "last"}
_WITHOUT_PLACE = {"front", "opener"}
_NOTES = "Catatan"
_HANGING = {"A4": 12, "A5": 9}
"""The width of the hanging column in millimetres, as in the style sheets."""
_BOOKLET = 4
"""The pages of one folded sheet."""
_WATERMARKS = ('<div class="watermark"></div>', '<section class="wide"><div class="watermark"></div></section>')
"""For upright pages and for those that lie."""


def pdf_book(book: PrintBook, pictures: Path, target: Path, divided: tuple[str, ...] = ()) -> PdfBook:
    """A book to be linked. `pictures` is the folder that its addresses begin at; `divided` are words with hyphens."""
    parts = tuple(sections(book.html))
    name = book.address.removeprefix("unduhan/")
    if book.language != SOURCE_LANGUAGE:
        name = f"{book.language}/{name}"
    blank = PdfFragment(
        html="",
        base=pictures,
        assets=(pictures,),
        stylesheets=tuple(template_text("books", name) for name in book.stylesheets),
        name=name,
        hyphenation=divided,
        closer=template_text("books", CLOSER),
    )
    is_booklet = book.info.paper == "A5"
    fragments = (
        replace(
            blank,
            html=part.html,
            name=f"{name} #{part.anchor}" if part.anchor else name,
            forms=book.info.medium == "form" and part.has_fields,
        )
        for part in parts
    )
    watermark = (replace(blank, html=document(book.language, parts[0].kind, body)) for body in _WATERMARKS)
    return PdfBook(
        fragments=tuple(fragments),
        target=target,
        title=book.title,
        name=name,
        language=book.language,
        labels=tuple(
            PageLabel(part.anchor, part.prefix, "roman" if part.roman else "decimal") for part in book.numbering
        ),
        margins=tuple(_margins(book, parts)),
        elsewhere=tuple(sorted(book.elsewhere.items())),
        watermark=tuple(watermark) if book.draft else (),
        multiple=_BOOKLET if is_booklet else 1,
        blank=PageMargins("", _texts(book, _NOTES), Ruling(_NOTES)),
        mirrored=is_booklet,
    )


def _margins(book: PrintBook, parts: tuple[Section, ...]) -> Iterator[PageMargins]:
    """What stands around the pages of each section, and where there is room for notes."""
    notes = book.info.series == "buku-kerja" and book.info.medium == "print"
    ruling = Ruling(_NOTES, indent=_HANGING[book.info.paper])
    for part in parts:
        if not part.anchor:
            continue  # goes on as the section before it
        texts: tuple[MarginText, ...] = ()
        if not part.classes & _BARE:
            texts = _texts(book, "" if part.classes & _WITHOUT_PLACE else part.place)
        yield PageMargins(part.anchor, texts, ruling if notes and "session" in part.classes else None)


def _texts(book: PrintBook, place: str) -> tuple[MarginText, ...]:
    """Running head, place, foot and page number."""
    texts = [replace(_HEAD, text=book.info.title), replace(_FOOT, text=book.edition), _NUMBER]
    if place:
        texts.append(replace(_PLACE, text=place))
    return tuple(_smaller(each) for each in texts) if book.info.paper == "A5" else tuple(texts)


def _smaller(words: MarginText) -> MarginText:
    return replace(words, size=words.size - 1, gap=words.gap * 0.75)
