from __future__ import annotations

import os
import struct
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_kit.diagnostics import Severity, Span
from curriculum_kit.source.path_guard import SIZE_LIMITS, Refusal, guarded, guarded_folder, read_guarded
from curriculum_kit.source.picture_guard import check_picture
from curriculum_kit.source.svg_guard import MAX_DEPTH, check_svg

EXAMPLE = Path(__file__).parents[1] / "example" / "modules"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink">{}</svg>'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    folder = tmp_path / "modules"
    (folder / "kwu-01" / "media").mkdir(parents=True)
    (folder / "kwu-01" / "module.yaml").write_text("a: b", encoding="utf-8")
    (folder / "kwu-01" / "media" / "foto.png").write_bytes(b"x")
    (tmp_path / "rahasia.md").write_text("rahasia", encoding="utf-8")
    return folder


def code(result: Path | Refusal) -> str | None:
    return result.code if isinstance(result, Refusal) else None


def test_what_is_inside_is_given(root: Path) -> None:
    assert guarded(root, "kwu-01/module.yaml") == root / "kwu-01" / "module.yaml"
    assert guarded(root, "kwu-01/sessions/../media/foto.png") == root / "kwu-01" / "media" / "foto.png"
    assert guarded(root, "./kwu-01//module.yaml") == root / "kwu-01" / "module.yaml"
    assert guarded_folder(root, "kwu-01/media") == root / "kwu-01" / "media"


@pytest.mark.parametrize(
    "relative",
    [
        "../rahasia.md",
        "kwu-01/../../rahasia.md",
        "kwu-01/media/../../../rahasia.md",
        "..",
        "",
        ".",
        "/etc/passwd",
        "//etc/passwd",
        "~/rahasia.md",
        "C:/rahasia.md",
        "c:rahasia.md",
        "kwu-01\\module.yaml",
        "..\\rahasia.md",
        "kwu-01/CON.md",
        "kwu-01/nul",
        "kwu-01/com1.yaml",
        "kwu-01/LPT9.tar.md",
        "kwu-01/a.md.",
        "kwu-01/a .md ",
        "kwu-01/a:b.md",
        "kwu-01/a?.md",
        "kwu-01/\x00.md",
        "kwu-01/a\nb.md",
        unicodedata.normalize("NFD", "kwu-01/é.md"),
        "file:///etc/passwd",
        "https://x.id/a.md",
    ],
)
def test_what_leads_elsewhere_is_refused(root: Path, relative: str) -> None:
    for result in (guarded(root, relative), guarded_folder(root, relative)):
        assert isinstance(result, Refusal)
        assert result.code == "SAFE905"
        assert not result.is_missing
        assert result.message.format().isprintable()


def test_missing_files_are_told_apart(root: Path) -> None:
    result = guarded(root, "kwu-01/modul.yaml")
    assert isinstance(result, Refusal)
    assert result.is_missing
    assert result.message.format() == '"kwu-01/modul.yaml" tidak ada; maksud Anda "module.yaml"?'
    assert result.at(Span("a.md")).severity is Severity.ERROR


def test_links_may_not_leave(root: Path) -> None:
    (root / "kwu-01" / "out.md").symlink_to(root.parent / "rahasia.md")
    (root / "kwu-02").symlink_to(root.parent)
    (root / "kwu-03").symlink_to("/")
    (root / "back").symlink_to(root.parent)
    (root / "loop.md").symlink_to("loop.md")
    (root / "lost.md").symlink_to("nowhere.md")
    assert code(guarded(root, "kwu-01/out.md")) == "SAFE905"
    assert code(guarded(root, "kwu-02/rahasia.md")) == "SAFE905"
    assert code(guarded(root, "kwu-03/etc/passwd")) == "SAFE905"
    assert code(guarded(root, "back/modules/kwu-01/module.yaml")) == "SAFE905", "out and in again"
    assert code(guarded(root, "loop.md")) == "SAFE905"
    assert code(guarded(root, "lost.md")) == "SAFE905"
    assert code(guarded_folder(root, "kwu-02")) == "SAFE905"


def test_links_may_stay_inside(root: Path) -> None:
    (root / "kwu-02").symlink_to("kwu-01")
    (root / "kwu-01" / "b.yaml").symlink_to("module.yaml")
    assert code(guarded(root, "kwu-02/module.yaml")) is None
    assert code(guarded(root, "kwu-01/b.yaml")) is None


def test_the_folder_itself_may_be_a_link(root: Path) -> None:
    (root.parent / "link").symlink_to(root)
    assert code(guarded(root.parent / "link", "kwu-01/module.yaml")) is None


def test_a_folder_with_a_longer_name_is_outside(root: Path) -> None:
    (root.parent / "modules-lain").mkdir()
    (root.parent / "modules-lain" / "a.md").write_text("x", encoding="utf-8")
    (root / "a.md").symlink_to(root.parent / "modules-lain" / "a.md")
    assert code(guarded(root, "a.md")) == "SAFE905"


def test_only_plain_files_are_opened(root: Path) -> None:
    os.mkfifo(root / "pipe.md")
    (root / "folder.md").mkdir()
    (root / "null.md").symlink_to("/dev/null")
    assert code(guarded(root, "pipe.md")) == "SAFE906"
    assert code(guarded(root, "folder.md")) == "SAFE906"
    assert code(guarded(root, "null.md")) == "SAFE905"
    assert code(guarded_folder(root, "pipe.md")) == "SAFE906"
    assert code(guarded_folder(root, "kwu-01/module.yaml/x")) == "SAFE905"


def test_unknown_kinds_are_refused(root: Path) -> None:
    for name in ("a.docx", "a.html", "a", "a.yml", "a.svgz"):
        (root / name).write_bytes(b"x")
        assert code(guarded(root, name)) == "SAFE906"
    (root / "FOTO.JPG").write_bytes(b"x")
    assert code(guarded(root, "FOTO.JPG")) is None


@pytest.mark.parametrize(("suffix", "limit"), SIZE_LIMITS.items())
def test_large_files_are_refused(root: Path, suffix: str, limit: int) -> None:
    file = root / f"a{suffix}"
    with file.open("wb") as opened:
        opened.truncate(limit)
    assert code(guarded(root, file.name)) is None
    with file.open("wb") as opened:
        opened.truncate(limit + 1)
    assert code(guarded(root, file.name)) == "SAFE906"


def test_names_that_other_systems_take_for_one_are_refused(root: Path) -> None:
    for name in ("Foto.png", "foto.png"):
        (root / name).write_bytes(b"x")
    if len(list(root.glob("*.png"))) < 2:
        pytest.skip("this file system takes them for one")
    assert code(guarded(root, "foto.png")) == "SAFE905"
    assert code(guarded(root, "Foto.png")) == "SAFE905"


def test_names_are_written_as_they_are(root: Path) -> None:
    result = guarded(root, "kwu-01/Module.yaml")
    assert isinstance(result, Refusal)
    assert result.is_missing


def test_what_may_not_be_read_is_a_finding(root: Path) -> None:
    assert read_guarded(root / "kwu-01" / "module.yaml") == b"a: b"
    assert code(read_guarded(root / "kwu-01" / "away.md")) == "SAFE905"  # type: ignore[arg-type]


@given(
    st.text(max_size=40) | st.lists(st.sampled_from(["..", ".", "/", "a", "\\", "C:", "nul", "\0", "é"])).map("".join)
)
def test_no_name_raises_or_escapes(relative: str) -> None:
    for result in (guarded(EXAMPLE, relative), guarded_folder(EXAMPLE, relative)):
        if isinstance(result, Path):
            assert result.resolve().is_relative_to(EXAMPLE.resolve())
        else:
            assert result.message.format()


# ── Pictures ──


def test_the_example_drawing_is_safe() -> None:
    assert check_picture("a.svg", (EXAMPLE / "kwu-05" / "media" / "alur-biaya.svg").read_bytes()) is None


@pytest.mark.parametrize(
    "inside",
    [
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs><rect fill="url(#g)"/>',
        '<defs><path id="p" d="M0 0"/></defs><use href="#p"/><use xlink:href="#p"/>',
        '<image href="data:image/png;base64,iVBORw0KGgo="/>',
        "<style>rect { fill: url('#g'); font-family: sans-serif }</style>",
        '<g transform="translate(1 2)"><title>Judul &amp; isi</title><text style="fill: red">Halo</text></g>',
        "<!-- Created with Inkscape (http://www.inkscape.org/) -->",
        '<metadata><r:x xmlns:r="http://www.w3.org/1999/02/22-rdf-syntax-ns#" r:resource="http://a"/></metadata>',
        '<a href="#x"><text>x</text></a>',
    ],
)
def test_still_drawings_get_through(inside: str) -> None:
    assert check_svg("a.svg", SVG.format(inside).encode()) is None


UNSAFE = [
    "<script>alert(1)</script>",
    "<script/>",
    '<rect onclick="alert(1)"/>',
    '<rect ONLOAD="alert(1)"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<h:script xmlns:h="http://www.w3.org/1999/xhtml">alert(1)</h:script>',
    '<h:img xmlns:h="http://www.w3.org/1999/xhtml" src="x"/>',
    '<s:script xmlns:s="http://www.w3.org/2000/svg">alert(1)</s:script>',
    '<x xmlns=""/>',
    '<a href="javascript:alert(1)"><text>x</text></a>',
    '<a href="https://x.id"><text>x</text></a>',
    '<a xlink:href=" java&#10;script:alert(1)"><text>x</text></a>',
    '<image href="https://x.id/a.png"/>',
    '<image xlink:href="//x.id/a.png"/>',
    '<image href="file:///etc/passwd"/>',
    '<image href="../../rahasia.png"/>',
    '<image href="data:image/svg+xml;base64,PHN2Zz4="/>',
    '<image href="data:text/html,x"/>',
    '<use href="other.svg#x"/>',
    '<rect fill="url(https://x.id/a.svg#g)"/>',
    "<rect fill=\"URL( '//x.id' )\"/>",
    '<rect style="fill: url(http://x.id)"/>',
    '<rect style="fill: u\\72l(http://x.id)"/>',
    '<rect style="fill: url(http://x.id"/>',
    "<style>@import 'https://x.id/a.css';</style>",
    "<style>@IMPORT url(#a);</style>",
    "<style>rect { background: image-set('https://x.id/a.png' 1x) }</style>",
    "<style>@font-face { font-family: x; src: url(#x) }</style>",
    "<style><![CDATA[</style><script>alert(1)</script>]]></style>",
    "<style><!--</style><img src='x' onerror='alert(1)'>--></style>",
    "<title><style>x</style></title>",
    "<!--> <img src='x' onerror='alert(1)'> -->",
    '<animate attributeName="href" to="javascript:alert(1)"/>',
    '<set attributeName="onclick" to="alert(1)"/>',
    '<g xml:base="https://x.id/"/>',
    '<?xml-stylesheet href="https://x.id/a.css"?>',
    "<g>" * MAX_DEPTH + "</g>" * MAX_DEPTH,
    '<g id="a"><use href="#a"/></g>',
    '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
    '<pattern id="p"><rect fill="url(#p)"/></pattern>',
    "".join(f'<g id="a{n}">' + f'<use href="#a{n - 1}"/>' * 10 + "</g>" for n in range(1, 10)),
]


@pytest.mark.parametrize("inside", UNSAFE)
def test_programs_in_drawings_are_refused(inside: str) -> None:
    refusal = check_svg("a.svg", SVG.format(inside).encode())
    assert refusal
    assert refusal.code == "SAFE907"
    assert refusal.message.format().isprintable()


LOL = '<!DOCTYPE svg [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;">]>'


@pytest.mark.parametrize(
    "content",
    [
        (LOL + SVG.format("<text>&b;</text>")).encode(),
        ('<!DOCTYPE svg SYSTEM "file:///etc/passwd">' + SVG.format("")).encode(),
        ('<?xml-stylesheet href="a.css"?>' + SVG.format("")).encode(),
        ('<?xml version="1.0" encoding="utf-7"?>' + SVG.format("")).encode(),
        ('<?xml version="1.0" encoding="iso-8859-1"?>' + SVG.format("")).encode(),
        SVG.format("").encode("utf-16"),
        b"<svg></svg>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><g>',
        b"bukan SVG",
        b"",
        b"\x1f\x8b\x08\x00",
    ],
)
def test_what_is_no_plain_svg_is_refused(content: bytes) -> None:
    refusal = check_picture("a.svg", content)
    assert refusal
    assert refusal.code == "SAFE907"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sII", 13, b"IHDR", width, height) + b"\x08\x02\x00\x00\x00"


def jpeg(width: int, height: int) -> bytes:
    head = b"\xff\xd8\xff\xe0" + struct.pack(">H", 16) + b"JFIF\0" + b"\0" * 9
    return head + b"\xff\xff\xc2" + struct.pack(">HBHH", 17, 8, height, width) + b"\0" * 12


def test_pictures_must_be_what_their_names_say() -> None:
    assert check_picture("a.png", png(100, 50)) is None
    assert check_picture("a.jpg", jpeg(100, 50)) is None
    assert check_picture("a.JPEG", jpeg(100, 50)) is None
    wrong = [
        ("a.png", jpeg(9, 9)), ("a.jpg", png(9, 9)), ("a.png", b"<svg/>"), ("a.png", b""), ("a.jpg", b"\xff\xd8\xff"),
        ("a.png", png(0, 5)), ("a.jpg", b"\xff\xd8\xff\xe0\x00\x00" * 9), ("a.md", b"x"),
    ]  # fmt: skip
    for name, content in wrong:
        refusal = check_picture(name, content)
        assert refusal
        assert refusal.code == "SAFE906"


def test_pictures_that_eat_memory_are_refused() -> None:
    for name, content in (("a.png", png(60_000, 60_000)), ("a.jpg", jpeg(60_000, 60_000))):
        refusal = check_picture(name, content)
        assert refusal
        assert refusal.message.format() == f'"{name}" terlalu besar: 60000 × 60000 piksel'


@given(st.sampled_from(["a.svg", "a.png", "a.jpg"]), st.binary(max_size=80), st.booleans())
def test_no_picture_raises(name: str, content: bytes, begins_well: bool) -> None:  # noqa: FBT001 - from hypothesis
    heads = {"a.svg": SVG.format("").encode()[:-6], "a.png": b"\x89PNG\r\n\x1a\n", "a.jpg": b"\xff\xd8\xff\xe0"}
    check_picture(name, heads[name] * begins_well + content)
