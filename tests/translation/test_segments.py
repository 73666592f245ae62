"""What there is to translate in a session, and a session with other words."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.source.curriculum import LoadedSession
from curriculum_kit.source.loader import load
from curriculum_kit.source.markdown import parse_session
from curriculum_kit.source.markdown_tokens import MARKDOWN
from curriculum_kit.translation.marks import CLOSING, OPENING
from curriculum_kit.translation.segments import in_brackets, rewritten, segments

ROOTS = (Path(__file__).parents[2] / "modules", Path(__file__).parents[1] / "example" / "modules")
SESSIONS = [
    pytest.param(session, id=session.document.file)
    for root in ROOTS
    for _, session in load(root).curriculum.all_sessions()
]
TEXT = """
## Judul bagian

Satu kalimat
di dua baris. Lalu {term}`kata
lain <omzet>`.

::::{exercise} Judul latihan
:name: latihan-satu
:materials: Kertas dan pensil
:response: lines 3

- Butir satu
  dua baris
- {case}`sari.batch_kg`

  Paragraf kedua.

| Nama | a \\| b |
|---|---|
| kata | kata |

:::{answer}
Rahasia pelatih.
:::
::::

:::{figure} ../media/alur.svg
:name: gambar-alur
:alt: Alur kerja

Keterangan
:::

> Kutipan
"""


def test_every_passage_says_what_it_is_and_for_whom() -> None:
    found = [(s.line, s.what, s.text, s.trainer_only) for s in segments(TEXT)]
    assert found == [
        (2, "judul bagian", "Judul bagian", False),
        (4, "paragraf", "Satu kalimat di dua baris. Lalu {term}`kata lain <omzet>`.", False),
        (8, "judul blok exercise", "Judul latihan", False),
        (10, "bahan kegiatan", "Kertas dan pensil", False),
        (13, "butir daftar", "Butir satu dua baris", False),
        (17, "butir daftar", "Paragraf kedua.", False),
        (19, "kepala tabel", "Nama", False),
        (19, "kepala tabel", "a | b", False),
        (21, "sel tabel", "kata", False),
        (21, "sel tabel", "kata", False),
        (24, "paragraf", "Rahasia pelatih.", True),
        (30, "teks pengganti gambar", "Alur kerja", False),
        (32, "keterangan gambar", "Keterangan", False),
        (35, "kutipan", "Kutipan", False),
    ]


def test_other_words_leave_everything_else_as_it_is() -> None:
    words = {segment: f"W{number} | x" for number, segment in enumerate(segments(TEXT))}
    assert rewritten(TEXT, words).split("\n") == [
        "",
        "## W0 | x",
        "",
        "W1 | x",
        "",
        "::::{exercise} W2 | x",
        ":name: latihan-satu",
        ":materials: W3 | x",
        ":response: lines 3",
        "",
        "- W4 | x",
        "- {case}`sari.batch_kg`",
        "",
        "  W5 | x",
        "",
        "| W6 \\| x | W7 \\| x |",
        "|---|---|",
        "| W8 \\| x | W9 \\| x |",
        "",
        ":::{answer}",
        "W10 | x",
        ":::",
        "::::",
        "",
        ":::{figure} ../media/alur.svg",
        ":name: gambar-alur",
        ":alt: W11 | x",
        "",
        "W12 | x",
        ":::",
        "",
        "> W13 | x",
        "",
    ]


@pytest.mark.parametrize("session", SESSIONS)
def test_the_same_words_make_the_same_session(session: LoadedSession) -> None:
    document = session.document
    found = segments(document.text, document.body_line)
    same = rewritten(document.text, {segment: segment.text for segment in found})
    assert same.split() == document.text.split()
    assert [segment.text for segment in segments(same, document.body_line)] == [segment.text for segment in found]


@pytest.mark.parametrize("session", SESSIONS)
def test_other_words_make_a_session_of_the_same_shape(session: LoadedSession) -> None:
    """Each passage is inside of one element: whatever words come instead, blocks and headings stay."""
    document = session.document
    found = segments(document.text, document.body_line)
    other = rewritten(document.text, dict.fromkeys(found, "Words"))
    read = parse_session(document.file, other, document.body_line)
    assert [(block.kind, block.name) for block in read.walk()] == [(b.kind, b.name) for b in document.walk()]
    assert len(read.headings) == len(document.headings)
    assert read.faults == ()


def test_marks_do_not_break_emphasis() -> None:
    marked = in_brackets('*Miring* dan **"tebal"**\n\n- **"Awal"**')
    assert marked == f'{OPENING}*Miring* dan **"tebal"**{CLOSING}\n\n- {OPENING}**"Awal"**{CLOSING}'
    html = MARKDOWN.render(marked)
    assert (html.count("<em>"), html.count("<strong>"), "*" in html) == (1, 2, False)
