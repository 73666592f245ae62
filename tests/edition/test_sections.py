"""A book taken apart: nothing is lost, and no part knows the others."""

from __future__ import annotations

import re

import pytest

from curriculum_kit.edition.sections import sections

BOOK = """<!doctype html>
<html lang="id" class="buku-kerja">
<head><title>x</title></head>
<body>
<section class="cover" id="depan"><h1>Buku</h1></section>
<section class="chapter session text" id="kwu-05--01" data-place="Sesi &#34;1&#34;">
<section id="dalam"><a href="#dalam">sini</a> <a class="ref" href="#kwu-05--02">sana</a></section>
<a class="term" href="#istilah-laba">laba</a> <a href="https://example.org/#x">web</a>
</section>
<section class="wide"><table></table></section>
</body>
</html>
"""


def test_each_outer_section_is_a_part() -> None:
    parts = list(sections(BOOK))
    assert [part.anchor for part in parts] == ["depan", "kwu-05--01", ""]
    assert [part.place for part in parts] == ["", 'Sesi "1"', ""]
    assert parts[1].classes == {"chapter", "session", "text"}
    for part in parts:
        assert part.html.startswith('<!doctype html>\n<html lang="id" class="buku-kerja">')
        assert part.html.count("<body>") == part.html.count("</body>") == 1


def test_links_to_other_parts_have_a_scheme_of_their_own() -> None:
    html = list(sections(BOOK))[1].html
    assert re.findall(r'href="([^"]+)"', html) == [
        "#dalam",
        "ck-place:kwu-05--02",
        "ck-place:istilah-laba",
        "https://example.org/#x",
    ]


def test_a_part_is_the_same_in_every_book_of_its_kind() -> None:
    """Whatever stands before and after it."""
    other = BOOK.replace("Buku<", "Buku lain<").replace("<title>x", "<title>y").replace("<table>", "<table><tr>")
    assert list(sections(other))[1] == list(sections(BOOK))[1]
    assert list(sections(BOOK.replace("buku-kerja", "buku-pegangan")))[1] != list(sections(BOOK))[1]


@pytest.mark.parametrize(
    ("html", "field"), [("<input>", True), ("<textarea ", True), ("<select>", True), ("<inputan>", False)]
)
def test_fields_are_seen(html: str, field: bool) -> None:  # noqa: FBT001
    assert list(sections(BOOK.replace("<table>", html)))[2].has_fields is field


@pytest.mark.parametrize("between", ["<p>hilang</p>", "hilang", "<div></div>"])
def test_what_stands_between_is_not_lost_silently(between: str) -> None:
    for place in ('<section class="wide">', "</body>"):
        with pytest.raises(ValueError, match="outside of all sections"):
            list(sections(BOOK.replace(place, between + place)))


@pytest.mark.parametrize("html", ["", "<html><body></body></html>"])
def test_only_a_book_can_be_taken_apart(html: str) -> None:
    with pytest.raises(ValueError, match="not a book"):
        list(sections(html))
