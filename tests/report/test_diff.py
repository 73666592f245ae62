"""Comparisons as text, HTML and JSON."""

from __future__ import annotations

import json
import re
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest

from curriculum_kit.comparison import Comparison
from curriculum_kit.comparison.model import Detail, Part, Piece, Sentence, Sign, State, Thing, said
from curriculum_kit.report.diff import STYLES, written
from tests.comparison.edits import compared

SECOND = "kwu-05/sessions/02-menghitung-hpp.md"


@pytest.fixture(scope="module")
def comparison(tmp_path_factory: pytest.TempPathFactory) -> Comparison:
    """Text, an answer, a formula and a fact changed."""
    return compared(
        tmp_path_factory.mktemp("diff"),
        lambda p: (
            p.edit(SECOND, "Sebagian pembeli", "Banyak <b>pembeli</b>")
            .edit(SECOND, "berarti rugi.", "berarti untung.")
            .edit("kwu-05/worksheets/hpp-keripik.yaml", "old_price - unit_cost", "unit_cost - old_price")
            .edit("facts.yaml", "amount: 0.5,", "amount: 0.6,")
        ),
    )


def test_text_shows_what_was_and_what_is(comparison: Comparison) -> None:
    words = written(comparison)
    assert "[-Sebagian pembeli-] {+Banyak <b>pembeli</b>+} membayar" in words
    assert "\x1b" not in words
    assert max(map(len, words.splitlines())) <= 120
    assert words.splitlines()[-1].startswith("3 hal berubah. Terkena:")


def test_colour_repeats_what_marks_say(comparison: Comparison) -> None:
    painted = written(comparison, color=True)
    assert "[-" not in painted
    assert "\x1b[31;9mSebagian pembeli\x1b[0m \x1b[32mBanyak <b>pembeli</b>\x1b[0m" in painted
    plain = re.sub(r"\x1b\[[0-9;]*m", "", painted)
    marks = re.sub(r"\[-|-\]|\{\+|\+\}", "", written(comparison))
    assert plain.split() == marks.split()


def test_every_painted_line_ends_unpainted(comparison: Comparison) -> None:
    for line in written(comparison, color=True).splitlines():
        codes = re.findall(r"\x1b\[([0-9;]*)m", line)
        assert not codes or codes[-1] == "0"


def test_english_words_around_indonesian_content(comparison: Comparison) -> None:
    words = written(comparison, language="en")
    assert "[Trainers only]" in words
    assert "Hanya pelatih" not in words
    assert "{+Banyak" in words


def test_json_keeps_its_keys(comparison: Comparison) -> None:
    data = json.loads(written(comparison, "json"))
    assert list(data) == ["version", "old", "new", "parts", "form_only", "unread", "touched"]
    thing = data["parts"][0]["things"][0]
    assert list(thing) == [
        "kind", "id", "title", "file", "state", "only_for_trainers", "sentences", "details", "touched",
    ]  # fmt: skip
    text = next(detail for detail in thing["details"] if "Teks" in detail["where"])
    assert text["old"].startswith("Sebagian pembeli membayar")
    assert text["new"].startswith("Banyak <b>pembeli</b> membayar")
    assert list(data["touched"]) == ["participant_pages", "trainer_pages", "books"]


class Reader(HTMLParser):
    """Tags, addresses and levels of headings of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.addresses: list[str] = []
        self.ids: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        for name, value in attrs:
            if name in {"src", "href", "action"}:
                self.addresses.append(value or "")
            if name == "id":
                self.ids.append(value or "")
            assert not name.startswith("on")
            assert name != "style"


@pytest.mark.parametrize("language", ["id", "en"])
def test_html_needs_nothing_else(comparison: Comparison, language: str) -> None:
    page = written(comparison, "html", language)
    reader = Reader()
    reader.feed(page)
    assert "script" not in reader.tags
    assert "b" not in reader.tags
    assert all(address.startswith("#") and address[1:] in reader.ids for address in reader.addresses)
    levels = [int(tag[1]) for tag in reader.tags if re.fullmatch(r"h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert f'<html lang="{language}">' in page
    assert "http" not in re.sub(r"http-equiv|https://news\S+", "", page)
    assert "default-src 'none'" in page.replace("&#39;", "'")
    assert "&lt;b&gt;pembeli&lt;/b&gt;" in page


def test_html_says_without_colour_what_is_gone_and_new(comparison: Comparison) -> None:
    page = written(comparison, "html")
    assert re.search(r"<del><span class=\"aloud\">\[dihapus: </span>Sebagian pembeli<", page)
    assert re.search(r"<ins><span class=\"aloud\">\[ditambahkan: </span>Banyak ", page)
    assert '<span class="only">Hanya pelatih</span>' in page


@pytest.mark.parametrize("style", STYLES)
def test_the_same_comparison_gives_the_same_bytes(comparison: Comparison, style: str) -> None:
    assert written(comparison, style) == written(comparison, style)
    assert " object at 0x" not in written(comparison, style)


def test_nothing_changed_in_every_style(tmp_path: Path) -> None:
    nothing = compared(tmp_path, lambda p: p)
    assert written(nothing) == "Tidak ada perbedaan antara dahulu dan sekarang.\n"
    assert "Tidak ada perbedaan" in written(nothing, "html")
    assert json.loads(written(nothing, "json"))["parts"] == []


def test_markdown_lets_nothing_of_the_curriculum_become_markup(tmp_path: Path) -> None:
    hostile = "Banyak <script>x</script> [tautan](https://jahat.example) *tebal* `kode` @semua | # pembeli"
    words = written(compared(tmp_path, lambda p: p.edit(SECOND, "Sebagian pembeli", hostile)), "markdown")
    assert "<ins>Banyak &lt;script&gt;x&lt;/script&gt; \\[tautan\\](https://jahat.example)" in words
    assert "\\*tebal\\* \\`kode\\` &#64;semua \\| \\#" in words
    assert set(re.findall(r"</?([a-z]+)", words)) == {"ins", "del", "details", "summary"}


def test_markdown_says_what_is_for_trainers(comparison: Comparison) -> None:
    words = written(comparison, "markdown")
    assert words.startswith("# Perubahan dari dahulu ke sekarang\n")
    assert "Jawaban **[Hanya pelatih]**: " in words
    assert "dahulu 0,5%, sekarang 0,6%" in words


@pytest.mark.parametrize("style", STYLES)
def test_nothing_of_the_curriculum_steers_a_terminal(style: str) -> None:
    """The loader refuses such characters already; a report does not rely on it."""
    bad = "Banyak\x1b[2J\x9b31m\u202epembeli"
    detail = Detail((said(bad),), State.CHANGED, (Piece(Sign.OLD, bad), Piece(Sign.NEW, "x")))
    thing = Thing("term", "x", said(bad), "x.yaml", State.CHANGED, (Sentence(said(bad)),), (detail,))
    words = written(Comparison("a", "b", (Part("", said(bad), (thing,)),)), style)
    assert words.count("Banyak") >= 5
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]", words)
    assert "\\u001b" not in words
