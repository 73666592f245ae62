"""Which books belong to which profile: the table in code, the table in the documentation, and the templates."""

from __future__ import annotations

import re
from pathlib import Path
from typing import get_args

import pytest

from curriculum_kit.books import BOOK_KINDS, BookKindInfo, FormatProfile, book_kinds
from curriculum_kit.edition import labels
from curriculum_kit.resources import templates_folder

PAGE = (Path(__file__).resolve().parents[2] / "docs" / "reference" / "profiles.md").read_text("utf-8")
PROFILES: tuple[FormatProfile, ...] = get_args(FormatProfile)


def line(info: BookKindInfo) -> str:
    """A line of the table as the documentation has it."""
    everywhere = info.profiles == frozenset(PROFILES)
    cells = (
        f"`{info.kind}`",
        info.title,
        "all" if everywhere else ", ".join(sorted(info.profiles)),
        info.template,
        ", ".join(sorted(info.audience)),
        ", ".join(sorted(info.scopes)),
    )
    return f"| {' | '.join(cells)} |"


def test_the_documentation_has_the_same_table() -> None:
    part = PAGE.split("## Which books belong to which profile")[1].split("\n## ")[0]
    rows = [row for row in part.splitlines() if row.startswith("| `")]
    assert rows == [line(info) for info in BOOK_KINDS]


def test_every_profile_is_explained_and_has_a_name() -> None:
    assert set(re.findall(r"^\| `([\w-]+)`(?: \(the default\))? \| [K2n]", PAGE, re.MULTILINE)) == set(PROFILES)
    assert set(labels.PROFILES) == set(PROFILES)


@pytest.mark.parametrize("profile", PROFILES)
def test_a_kind_stands_once_in_a_profile_and_has_its_template(profile: FormatProfile) -> None:
    kinds = [info.kind for info in book_kinds(profile)]
    assert len(kinds) == len(set(kinds))
    for info in book_kinds(profile):
        assert (templates_folder() / "books" / info.template).is_file()


def test_the_default_profile_has_its_books_and_custom_the_same() -> None:
    assert [(info.kind, info.template) for info in book_kinds("kepdirjen-771-2023")] == [
        ("buku-kerja", "workbook.html"),
        ("buku-kerja-a5", "workbook.html"),
        ("buku-kerja-isian", "workbook.html"),
        ("buku-pegangan", "handbook.html"),
        ("buku-pegangan-a5", "handbook.html"),
        ("buku-penilaian", "assessment.html"),
        ("lembar-soal", "questions.html"),
        ("lembar-soal-isian", "questions-form.html"),
        ("dokumen-program", "programme.html"),
    ]
    assert book_kinds("custom") == book_kinds("kepdirjen-771-2023")


def test_nobody_reads_the_table_past_the_profile() -> None:
    """`BOOK_KINDS` holds several lines of a kind: whoever wants books of a curriculum asks for those of its profile."""
    folder = Path(__file__).resolve().parents[2] / "curriculum_kit"
    readers = {
        path.relative_to(folder).as_posix() for path in folder.rglob("*.py") if "BOOK_KINDS" in path.read_text("utf-8")
    }
    # The build copies to trainers whatever participants have got, under whichever profile; the gate lets pass what any
    # profile has for them.
    assert readers == {"books.py", "outputs.py", "publish/printing.py"}
