"""Words and measures that all forms of a comparison share."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curriculum_kit.comparison.model import Comparison, Detail, Piece, Sign, State, Thing, Touched
from curriculum_kit.diagnostics import Text, text

Say = Callable[[Text], str]
"""Turns a text into words of the language of the report."""

STATES = {
    State.NEW: text("baru"),
    State.GONE: text("dihapus"),
    State.MOVED: text("pindah"),
    State.CHANGED: text("berubah"),
}
ONLY_TRAINERS = text("Hanya pelatih")
SAME = text("Tidak ada perbedaan antara {old} dan {new}.")
JOINT = " \N{SINGLE RIGHT-POINTING ANGLE QUOTATION MARK} "
"""Between the labels that lead to a place."""
AROUND = 8
"""Words that are shown before and after a change."""
LONGEST = 60
"""Words that are shown of a text that is new or gone."""


def heading(comparison: Comparison) -> Text:
    """What is compared."""
    return text("Perubahan dari {old} ke {new}", old=comparison.old, new=comparison.new)


def nothing(comparison: Comparison) -> Text:
    """What is said when nothing differs."""
    return Text(SAME.template, {"old": comparison.old, "new": comparison.new})


def unread(comparison: Comparison) -> Iterator[Text]:
    """What is said about files that could not be read, if there are any."""
    if comparison.unread:
        yield text("Tidak terbaca, jadi tidak dibandingkan: {files}.", files=", ".join(comparison.unread))


def form_only(comparison: Comparison) -> Iterator[Text]:
    """What is said about files that say the same as before, if there are any."""
    if comparison.form_only:
        yield text("Berubah tanpa mengubah isi: {files}.", files=", ".join(comparison.form_only))


def counted(comparison: Comparison) -> Text:
    """How much differs, and how much has to be made anew."""
    touched = comparison.touched
    return text(
        "{count} hal berubah. Terkena: {pages} halaman situs peserta, {trainer} halaman situs pelatih, {books} buku.",
        count=len(comparison.things),
        pages=len(touched.pages),
        trainer=len(touched.trainer_pages),
        books=len(touched.books),
    )


def grouped_books(touched: Touched) -> Iterator[tuple[str, str]]:
    """The kinds of books, those of the same modules and programmes together, and these modules and programmes."""
    found: dict[tuple[str, ...], list[str]] = {}
    for title in sorted({book.title for book in touched.books}):
        scopes = tuple(sorted({book.scope for book in touched.books if book.title == title}))
        found.setdefault(scopes, []).append(title)
    for scopes, titles in found.items():
        yield ", ".join([titles[0], *(title[0].lower() + title[1:] for title in titles[1:])]), ", ".join(scopes)


def state_beside(detail: Detail, thing: Thing, say: Say) -> str:
    """What became of a detail, in brackets behind it, where the same is not said of the whole thing."""
    return "" if detail.state in {State.CHANGED, thing.state} else f" ({say(STATES[detail.state])})"


def shortened(detail: Detail) -> tuple[Piece, ...]:
    """The pieces of a detail, without the words far from any change."""
    pieces = detail.pieces
    if detail.state is State.MOVED:
        return tuple(Piece(piece.sign, _cut(piece.words, AROUND, 0)) for piece in pieces)
    if len(pieces) == 1:
        return (Piece(pieces[0].sign, _cut(pieces[0].words, LONGEST, 0)),)
    last = len(pieces) - 1
    return tuple(
        Piece(piece.sign, _cut(piece.words, AROUND if place else 0, AROUND if place < last else 0))
        if piece.sign is Sign.SAME
        else piece
        for place, piece in enumerate(pieces)
    )


def _cut(words: str, head: int, tail: int) -> str:
    """The first and last words of a run, with a mark where some are left out."""
    listed = words.split(" ")
    if len(listed) <= head + tail + 1:
        return words
    return " ".join([*listed[:head], "…", *(listed[-tail:] if tail else ())])
