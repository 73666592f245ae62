"""Where everything stands in a book: known from its fragments before they are linked."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.facts import Facts
from curriculum_kit.pdf.jobs import MarginText, PageLabel, PdfBook, PdfFragment

_PAGE_OF = re.compile(r"\bck-page:([\w.-]+)")
_LINES = 34
"""So many entries of the contents fit on a page."""
_ROMAN = ((100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Spot(NamedTuple):
    """Where an id is: the number of the fragment, and the page of the book from 0."""

    fragment: int
    page: int


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the fragments and ids of a book are, and what its pages are called.

    `starts` are the first pages of the fragments and then the number of all pages, `numberings` where a new numbering
    begins, `blanks` are the pages that belong to no fragment. `numbers` and `margins` say for each page what it is
    called and what stands around it. `twice` are ids of several fragments: links from elsewhere could mean each of
    them.
    """

    starts: tuple[int, ...]
    spots: dict[str, Spot]
    twice: frozenset[str]
    blanks: range
    numberings: dict[int, PageLabel]
    numbers: tuple[str, ...]
    margins: tuple[tuple[MarginText, ...], ...]
    problems: tuple[Text, ...]


def is_late(fragment: PdfFragment) -> bool:
    """Whether a fragment names pages and is rendered after those that do not."""
    return "ck-page:" in fragment.html


def likely_pages(fragment: PdfFragment) -> int:
    """How many pages a fragment will have, judged by its lists and tables: a good guess spares a rendering."""
    return 1 + (fragment.html.count("<li") + fragment.html.count("<tr")) // _LINES


def lay_out(book: PdfBook, facts: Sequence[Facts | None], lengths: Sequence[int]) -> Layout:
    """Lay out a book. Fragments without facts are not rendered yet; `lengths` are the pages of all."""
    starts = [0]
    spots: dict[str, Spot] = {}
    twice = set()
    before_last = sum(lengths[:-1])
    blanks = range(before_last, before_last + -sum(lengths) % book.multiple)
    for number, (fragment, known, length) in enumerate(zip(book.fragments, facts, lengths, strict=True)):
        if number == len(lengths) - 1:
            starts[-1] = blanks.stop
        pages = {name: place.page for name, place in known.anchors.items()} if known else _ids(fragment)
        for name, page in pages.items():
            if name in spots:
                twice.add(name)
            else:
                spots[name] = Spot(number, starts[-1] + page)
        starts.append(starts[-1] + length)
    asked = dict.fromkeys([label.anchor for label in book.labels] + [one.anchor for one in book.margins])
    problems = [
        text("penomoran halaman mulai di #{anchor}, yang tidak ada di buku ini", anchor=anchor)
        for anchor in asked
        if anchor not in spots
    ]
    numberings = {0: PageLabel("")} | {
        spots[label.anchor].page: label for label in book.labels if label.anchor in spots
    }
    around = {spots[one.anchor].page: one.texts for one in book.margins if one.anchor in spots}
    numbers, margins = [], []
    label, since, texts = PageLabel(""), 0, tuple[MarginText, ...]()
    for page in range(starts[-1]):
        if page in numberings:
            label, since = numberings[page], page
        texts = around.get(page, texts)
        numbers.append(page_number(label, page - since))
        margins.append(book.blank.texts if page in blanks else texts)
    return Layout(
        tuple(starts),
        spots,
        frozenset(twice),
        blanks,
        numberings,
        tuple(numbers),
        tuple(margins),
        tuple(problems),
    )


def filled(html: str, layout: Layout) -> str:
    """The HTML of a late fragment with its page numbers."""
    return _PAGE_OF.sub(lambda match: escape(layout.numbers[layout.spots[match[1]].page]), html)


def missing_pages(fragment: PdfFragment, layout: Layout) -> Iterator[Text]:
    """The page numbers that a late fragment asks for in vain."""
    for name in dict.fromkeys(_PAGE_OF.findall(fragment.html)):
        if name not in layout.spots:
            yield text("nomor halaman #{anchor} diminta, tetapi itu tidak ada di buku ini", anchor=name)


def page_number(label: PageLabel, index: int) -> str:
    """What the page is called that comes `index` pages after the beginning of a numbering."""
    number = label.start + index
    return label.prefix + (_roman(number) if label.style == "roman" else str(number))


def _roman(number: int) -> str:
    written = ""
    for value, letters in _ROMAN:
        written += letters * (number // value)
        number %= value
    return written


def _ids(fragment: PdfFragment) -> dict[str, int]:
    """The ids of a fragment that is not rendered yet, taken to be on its first page."""
    return dict.fromkeys(re.findall(r'\sid="([^"]+)"', fragment.html), 0)
