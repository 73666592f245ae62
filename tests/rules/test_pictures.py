"""Rules about sizes: how heavy and how fine pictures are, and how much there is to read."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.rules.examples import BASE, findings, jpeg

FIGURE = """
:::{figure} ../media/foto.jpg
:name: gambar-foto
:alt: Sari menggoreng keripik.
WIDTH
Sari di dapur
:::
"""


@pytest.fixture
def curriculum(tmp_path: Path) -> Path:
    return shutil.copytree(BASE, tmp_path / "modules")


def show(curriculum: Path, picture: bytes, width: str = "") -> list[str]:
    (curriculum / "kwu-01/media/foto.jpg").write_bytes(picture)
    option = f":width: {width}\n" if width else ""
    with (curriculum / "kwu-01/sessions/01-biaya.md").open("a", encoding="utf-8") as session:
        session.write(FIGURE.replace("WIDTH\n", f"{option}\n"))
    return [f"{f.span.file}:{f.span.line} {f.code} {f.message.format()}" for f in findings(curriculum)]


@pytest.mark.parametrize(
    ("pixels", "width"),
    [(945, ""), (945, "100%"), (473, "50%"), (473, "80mm"), (473, "8 cm"), (473, "302px"), (100, "10em")],
)
def test_a_picture_may_be_as_wide_as_its_pixels_allow(curriculum: Path, pixels: int, width: str) -> None:
    assert show(curriculum, jpeg(pixels, 400, 90), width) == []


@pytest.mark.parametrize(
    ("pixels", "width", "printed"),
    [(940, "", 160), (940, "100%", 160), (400, "", 106), (465, "80mm", 80), (465, "8cm", 80), (900, "2000px", 160)],
)
def test_a_coarse_picture_is_found(curriculum: Path, pixels: int, width: str, printed: int) -> None:
    [found] = show(curriculum, jpeg(pixels, 400, 90), width)
    assert found.endswith(
        f" SIZE862 gambar selebar {pixels} piksel dicetak selebar {printed} mm, jadi akan tampak kabur"
    )


def test_a_large_picture_is_one_mistake(curriculum: Path) -> None:
    assert show(curriculum, jpeg(2480, 1600, 200)) == []
    assert show(curriculum, jpeg(2480, 1600, 201))[0] == (
        "kwu-01/media/foto.jpg:1 SIZE861 gambar ini 201 KB, melewati batas 200 KB"
    )


def test_a_picture_that_is_too_wide_is_heavy_for_that_reason(curriculum: Path) -> None:
    assert show(curriculum, jpeg(2481, 1600, 900)) == [
        "kwu-01/media/foto.jpg:1 SIZE863 lebar gambar ini 2481 piksel, melewati batas 2480"
    ]


def test_a_session_is_not_longer_than_people_read(curriculum: Path) -> None:
    session = curriculum / "kwu-01/sessions/01-biaya.md"
    for_trainers = session.read_text(encoding="utf-8").replace(
        "Pasangkan peserta yang sulit", "Pasangkan peserta yang sulit. " + "Biaya itu dicatat setiap hari.\n\n" * 400
    )
    session.write_text(for_trainers, encoding="utf-8")
    assert "SIZE864" not in {finding.code for finding in findings(curriculum)}
    session.write_text(for_trainers + "\n\nBiaya itu dicatat setiap hari." * 400, encoding="utf-8")
    assert "SIZE864" in {finding.code for finding in findings(curriculum)}
