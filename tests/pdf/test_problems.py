"""What is wrong with a document stops its PDF and is named. All documents are rendered in one go."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from curriculum_kit.diagnostics import text
from curriculum_kit.pdf import PageLabel, PdfFailed, Problem, write_pdfs
from tests.pdf.sample import make_book

OUTSIDE = "<svg xmlns='http://www.w3.org/2000/svg' xmlns:xlink='http://www.w3.org/1999/xlink' width='9' height='9'>"


def page(body: str, head: str = "") -> str:
    return f'<!DOCTYPE html><html lang="id"><head><title>x</title>{head}</head><body>{body}</body></html>'


def svg(content: str) -> str:
    return page(f'<img alt="x" src="data:image/svg+xml,{quote(OUTSIDE + content + "</svg>")}">')


def field(attributes: str, tag: str = "input") -> str:
    return page(f"<{tag} {attributes}></{tag}>")


BAD_DOCUMENTS = {
    # What may not be fetched.
    "http-image": (page('<img alt="x" src="http://127.0.0.1/a.png">'), "http://127.0.0.1/a.png"),
    "outside-image": (page('<img alt="x" src="../rahasia.png">'), "../rahasia.png"),
    "missing-image": (page('<img alt="x" src="media/tidak-ada.png">'), "media/tidak-ada.png tidak ada"),
    "linked-sheet": (page("", '<link rel="stylesheet" href="media/a.css">'), "media/a.css"),
    "imported-sheet": (page("", "<style>@import url(http://127.0.0.1/a.css)</style>"), "http://127.0.0.1/a.css"),
    "written-sheet": (page("", '<style>@import "data:text/css,p{}"</style>'), "text/css"),
    "css-image": (page("", "<style>p { background: url(file:///etc/passwd) }</style><p>"), "passwd"),
    "css-content": (page("<p>", '<style>p::before { content: url("//host/a.png") }</style>'), "//host/a.png"),
    "css-font": (page("", "<style>@font-face{font-family:a;src:url(media/foto.png) format('truetype')}</style>"), "a"),
    "local-font": (page("", "<style>@font-face{font-family:a;src:local('DejaVu Sans')}</style>"), "'a'"),
    "base": (page('<img alt="x" src="a.png">', '<base href="https://example.org/">'), "https://example.org/a.png"),
    "embed": (page('<embed src="/etc/passwd">'), "passwd"),
    "object": (page('<object data="http://127.0.0.1/a.svg"></object>'), "127.0.0.1"),
    "attachment": (page('<a rel="attachment" href="media/foto.png">x</a>'), "lampiran"),
    "head-attachment": (page("", '<link rel="attachment" href="media/foto.png">'), "lampiran"),
    "svg-image": (svg("<image width='9' height='9' href='http://127.0.0.1/a.png'/>"), "http://127.0.0.1/a.png"),
    "svg-file": (svg("<image width='9' height='9' xlink:href='file:///etc/passwd'/>"), "passwd"),
    "svg-relative": (svg("<image width='9' height='9' href='a.png'/>"), "a.png"),
    "svg-import": (svg("<style>@import url(http://127.0.0.1/a.css);</style>"), "image/svg+xml"),
    "svg-font": (svg("<style>@font-face{font-family:b;src:url(http://127.0.0.1/b)}</style>"), "http://127.0.0.1/b"),
    "svg-entity": (page('<img alt="x" src="data:image/svg+xml,%3C!DOCTYPE a [%3C!ENTITY b SYSTEM">'), "ENTITY"),
    # What is not finished.
    "missing-letter": (page("<p>漢字</p>"), '"漢" (U+6F22)'),
    "letter-of-a-system-font": (page("<p style=\"font-family: 'DejaVu Sans', sans-serif\">Ж</p>"), '"Ж" (U+0416)'),
    "emoji": (page("<p>\U0001f600</p>"), "U+1F600"),
    "missing-letter-in-image": (svg("<text x='1' y='9' font-family='serif'>漢</text>"), "U+6F22"),
    "broken-link": (page('<a href="#tidak-ada">x</a>'), "#tidak-ada"),
    "broken-counter": (
        page('<a href="#hilang">x</a>', "<style>a::after { content: target-counter(attr(href), page) }</style>"),
        "#hilang",
    ),
    "twice": (page('<p id="a">x</p><p id="a">y</p><a href="#a">x</a>'), "id a"),
    "relative-link": (page('<a href="sesi.html">x</a>'), "sesi.html"),
    "script-link": (page('<a href="javascript:alert(1)">x</a>'), "tautan"),
    "dropped-style": (page("", "<style>p { colour: red }</style>"), "colour"),
    "no-alt": (page('<img src="media/kas.svg">'), "alt"),
    "no-svg-title": (page('<svg width="9" height="9"><path d="M0 0h9"/></svg>'), "title"),
    "no-language": ("<title>x</title><p>x</p>", "lang"),
    "too-deep": (page("<div>" * 2500), "bersarang"),
    "no-label": (page("x"), "#mulai"),
    # Fields.
    "no-name": (field('title="Nama"'), '"Nama"'),
    "unknown-trait": (field('title="Nama" name="kwu-01--nama:besar"'), "kwu-01--nama:besar berakhir dengan tanda"),
    "dotted-name": (field('title="Nama" name="kwu-01.nama"'), "kwu-01.nama memuat titik"),
    "no-title": (field('name="nama"'), "title"),
    "same-name": (page('<input name="a" title="A"><textarea name="a" title="B"></textarea>'), "lebih dari sekali"),
    "button": (page('<form action="https://example.org/"><button name="a" title="A">x</button></form>'), "tombol"),
}

BAD_BOOKS = {
    "no-place": (page('<a href="ck-place:hilang">x</a>'), page("x"), "#hilang, yang tidak ada di buku ini"),
    "no-page": (page('<b class="ck-page:hilang">x</b>'), page("x"), "nomor halaman #hilang diminta"),
    "two-places": (page('<a href="ck-place:a">x</a>'), page('<p id="a">y'), page('<p id="a">z'), "id a dipakai"),
    "field-of-another": (field('name="a" title="A"'), field('name="a" title="B"'), "isian a dipakai lebih"),
}
"""Fragments, and what is wrong with the book that they make."""

ALL_BAD: dict[str, tuple[str, ...]] = {**BAD_DOCUMENTS, **BAD_BOOKS}


@pytest.fixture(scope="module")
def problems(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Callable[[str], list[str]]:
    folder = tmp_path_factory.mktemp("problems")
    (folder / "rahasia.png").write_bytes(b"")
    books = []
    for name, (*fragments, _) in ALL_BAD.items():
        labels = (PageLabel("mulai"),) if name == "no-label" else ()
        books.append(make_book(folder / name, *fragments, css="", name=f"{name}.pdf", forms=True, labels=labels))
    with pytest.raises(PdfFailed) as failure:
        write_pdfs(books, cache=cache, workers=2)
    assert not any(book.target.exists() for book in books)
    found = failure.value.problems
    assert [problem.book for problem in found] == sorted(
        (problem.book for problem in found), key=[book.name for book in books].index
    )
    return lambda name: [problem.message.format() for problem in found if problem.book == f"{name}.pdf"]


@pytest.mark.parametrize("name", ALL_BAD)
def test_a_bad_document_is_named(problems: Callable[[str], list[str]], name: str) -> None:
    messages = problems(name)
    assert any(ALL_BAD[name][-1] in message for message in messages), messages
    assert not any("tak terduga" in message for message in messages), messages


def test_no_message_holds_the_path_of_the_machine(problems: Callable[[str], list[str]]) -> None:
    assert not [message for name in ALL_BAD for message in problems(name) if "pytest-of" in message]


def test_a_problem_of_a_stylesheet_says_which(tmp_path: Path, cache: Path) -> None:
    book = make_book(tmp_path, page("x"))
    fragment = replace(book.fragments[0], stylesheets=("p { margin: 0 }", "p { colour: red }"))
    with pytest.raises(PdfFailed, match=r"lembar gaya 2: .*colour"):
        write_pdfs([replace(book, fragments=(fragment,))], cache=cache, workers=1)


def test_problems_survive_the_trip_between_processes() -> None:
    problem = Problem("a.pdf", text("gambar {path} tidak ada", path="b.png"))
    again = pickle.loads(pickle.dumps(problem))  # noqa: S301  # our own
    assert str(again) == str(problem) == "a.pdf: gambar b.png tidak ada"


def test_a_failure_is_one_line() -> None:
    failure = PdfFailed(Problem("a.pdf", text("salah {n}", n=number)) for number in (1, 2, 3, 3, 4, 5))
    assert len(failure.problems) == 5
    assert str(failure).splitlines() == [str(failure)]
    assert str(failure).endswith("dan 2 masalah lain")
