"""The door: fonts, and images from the asset folders. Nothing else."""

from __future__ import annotations

import base64
import os
from pathlib import Path
from urllib.parse import quote

import pytest
from weasyprint.urls import FatalURLFetchingError

from curriculum_kit.pdf.fetcher import MAX_BYTES, AssetFetcher
from curriculum_kit.pdf.files import digest
from tests.pdf.sample import SVG, png

TEXT = "kunci jawaban"


@pytest.fixture
def fetcher(tmp_path: Path) -> AssetFetcher:
    media = tmp_path / "book" / "media"
    media.mkdir(parents=True)
    (media / "foto kas.png").write_bytes(png())
    (media / "kas.svg").write_text(SVG, encoding="utf-8")
    (media / "catatan.txt").write_text(TEXT, encoding="utf-8")
    (media / "bukan.png").write_text(TEXT, encoding="utf-8")
    (media / "entitas.svg").write_text("<!DOCTYPE svg [<!ENTITY a 'b'>]><svg/>", encoding="utf-8")
    (media / "folder.png").mkdir()
    os.mkfifo(media / "pipa.png")
    (tmp_path / "book" / "luar.png").write_bytes(png())
    (tmp_path / "rahasia.png").write_bytes(png())
    (media / "keluar.png").symlink_to(tmp_path / "rahasia.png")
    (media / "ke-folder").symlink_to(tmp_path)
    (media / "di-dalam.png").symlink_to(media / "foto kas.png")
    font = tmp_path / "font.ttf"
    font.write_bytes(b"font")
    return AssetFetcher(base=tmp_path / "book", assets=(media,), fonts={"a.ttf": font})


def test_an_image_is_read_and_remembered(fetcher: AssetFetcher) -> None:
    url = (fetcher.base / "media" / "foto kas.png").as_uri()
    response = fetcher.fetch(url + "?x#y")
    assert response.read() == png()
    assert response.content_type == "image/png"
    # WeasyPrint would read the file again.
    assert response.path is None
    assert fetcher.used == {"media/foto kas.png": digest(png())}
    assert not fetcher.refusals


def test_a_link_inside_the_folder_is_read(fetcher: AssetFetcher) -> None:
    assert fetcher.fetch((fetcher.base / "media" / "di-dalam.png").as_uri()).read() == png()


@pytest.mark.parametrize(
    ("url", "content"),
    [
        ("data:image/svg+xml," + quote(SVG), SVG.encode()),
        ("data:image/svg+xml;charset=utf-8," + quote(SVG), SVG.encode()),
        ("data:image/png;base64," + base64.b64encode(png()).decode(), png()),
        ("ck-font:a.ttf", b"font"),
    ],
)
def test_what_is_written_out_is_read(fetcher: AssetFetcher, url: str, content: bytes) -> None:
    assert fetcher.fetch(url).read() == content


@pytest.mark.parametrize(
    "name",
    [
        "tidak-ada.png",
        "catatan.txt",
        "bukan.png",
        "entitas.svg",
        "folder.png",
        "pipa.png",
        "keluar.png",
        "ke-folder/rahasia.png",
        "../luar.png",
        "../../rahasia.png",
        "%2e%2e/luar.png",
        "foto%20kas.png%00.png",
        "",
    ],
)
def test_a_file_is_refused(fetcher: AssetFetcher, name: str) -> None:
    with pytest.raises(FatalURLFetchingError):
        fetcher.fetch(f"{fetcher.base.as_uri()}/media/{name}")
    assert len(fetcher.refusals) == 1
    assert not fetcher.used


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/a.png",
        "https://example.org/a.png",
        "ftp://example.org/a.png",
        "HTTP://example.org/a.png",
        "file:///etc/passwd",
        "file://example.org/etc/passwd",
        "data:text/css,p{}",
        "data:text/html,<p>",
        "data:,a",
        "data:image/png,abc",
        "data:image/png;base64,!!!",
        "data:font/ttf;base64,AAAA",
        "ck-font:b.ttf",
        "ck-font:../font.ttf",
        "javascript:alert(1)",
        "kas.svg",
        "",
        None,
    ],
)
def test_an_address_is_refused(fetcher: AssetFetcher, url: str | None) -> None:
    with pytest.raises(FatalURLFetchingError):
        fetcher.fetch(url)
    assert len(fetcher.refusals) == 1


def test_a_huge_image_is_refused(fetcher: AssetFetcher) -> None:
    path = fetcher.base / "media" / "besar.png"
    with path.open("wb") as file:
        file.write(png())
        file.truncate(MAX_BYTES + 1)
    with pytest.raises(FatalURLFetchingError, match="MB"):
        fetcher.fetch(path.as_uri())


def test_no_other_way_leads_out(fetcher: AssetFetcher) -> None:
    """The parent class can open addresses in other ways."""
    for opened in (fetcher.open, fetcher):
        with pytest.raises(FatalURLFetchingError):
            opened("http://127.0.0.1/")
