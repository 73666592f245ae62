"""The books of a build are kept under names that stand for the very pictures that they were printed with."""

from __future__ import annotations

from pathlib import Path

from curriculum_kit.edition.book_names import file_digest
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.publish.editions import EditionParts
from curriculum_kit.publish.printing import has_same_pictures


def test_a_picture_that_was_saved_meanwhile_is_noticed(tmp_path: Path) -> None:
    picture = tmp_path / "modules/kwu-05/media/a.svg"
    picture.parent.mkdir(parents=True)
    picture.write_text("<svg/>", "utf-8")
    books = Fragments(pictures={"kwu-05/media/a.svg": "kwu-05/a.svg"}, drawings={"kwu-05/grafik/b.svg": "<svg/>"})
    part = EditionParts(Fragments(), books, (), {}, (), {"kwu-05/media/a.svg": file_digest(picture)}, ())
    base = tmp_path / "base"
    assert has_same_pictures(tmp_path / "modules", part, base)
    assert (base / "gambar/kwu-05/a.svg").read_text("utf-8") == "<svg/>"
    assert (base / "gambar/kwu-05/grafik/b.svg").is_file()
    picture.write_text("<svg></svg>", "utf-8")
    assert not has_same_pictures(tmp_path / "modules", part, base)
    assert (base / "gambar/kwu-05/a.svg").read_text("utf-8") == "<svg></svg>"
