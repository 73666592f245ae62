"""The cut fonts: static, complete, and the same everywhere."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from curriculum_kit.pdf.fonts import CHARACTERS, FACES, Face, FontSet, static_fonts

# Not in the family, or without a shape of their own.
ABSENT = {0xAD, 0x149, 0x17F, 0x2004, 0x2005, 0x2006, 0x201B, 0x201F}


@pytest.fixture(scope="module")
def fonts(cache: Path) -> FontSet:
    return static_fonts(cache)


def test_the_bytes_are_the_same_in_another_folder(fonts: FontSet, tmp_path: Path) -> None:
    other = static_fonts(tmp_path)
    assert other.digest == fonts.digest
    assert all(other.files[name].read_bytes() == path.read_bytes() for name, path in fonts.files.items())


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.file)
def test_a_face_is_static_and_complete(fonts: FontSet, face: Face) -> None:
    with TTFont(fonts.files[face.file]) as font:
        assert not {"fvar", "gvar", "STAT"} & set(font.keys())
        assert font["OS/2"].usWeightClass == face.weight
        features = {record.FeatureTag for record in font["GSUB"].table.FeatureList.FeatureRecord}
        assert features == {"tnum"}
        assert {record.FeatureTag for record in font["GPOS"].table.FeatureList.FeatureRecord} == {"kern"}
        known = font.getBestCmap()
    assert set(CHARACTERS) - ABSENT <= set(known)
    assert {ord(mark) for mark in "✓✔✗✘☐☑☒→←↑↓◦▪\u2011\u202f"} <= set(known)


def test_the_rules_hold_no_path(fonts: FontSet) -> None:
    assert fonts.css.count("@font-face") == len(FACES)
    assert "/" not in fonts.css


@pytest.mark.parametrize("damaged", ["files", "index"])
def test_damaged_fonts_are_cut_again(fonts: FontSet, tmp_path: Path, damaged: str) -> None:
    folder = tmp_path / "fonts" / fonts.folder.name
    shutil.copytree(fonts.folder, folder)
    changed, cut, removed = (folder / face.file for face in FACES[:3])
    good = changed.read_bytes()
    if damaged == "files":
        changed.write_bytes(good[:-1] + bytes([good[-1] ^ 1]))
        cut.write_bytes(good[:100])
        removed.unlink()
    else:
        (folder / "index").write_bytes(b"")
    assert static_fonts(tmp_path) == FontSet(folder, fonts.digest)
    assert changed.read_bytes() == good
    assert removed.read_bytes() == fonts.files[removed.name].read_bytes()
