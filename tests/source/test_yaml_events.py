from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_kit.diagnostics import Severity, Span
from curriculum_kit.source.yaml_events import MAX_BYTES, MAX_DEPTH, Yaml, read_yaml

EXAMPLE = Path(__file__).parents[1] / "example" / "modules"


def only(yaml: Yaml) -> tuple[str, int, int]:
    """The one finding: code, line, column."""
    (found,) = yaml.diagnostics
    return found.code, found.span.line, found.span.column


def read(content: bytes | str) -> Yaml:
    return read_yaml("f.yaml", content)


@pytest.mark.parametrize("file", sorted(EXAMPLE.rglob("*.yaml")), ids=lambda file: file.name)
def test_the_example_is_read_without_findings(file: Path) -> None:
    yaml = read(file.read_bytes())
    assert yaml.data
    assert yaml.diagnostics == ()


@pytest.mark.parametrize("written", ["no", "010", "1:30", "1.10", "0x1F", "1_000", "2025-11-18", "yes", ".inf", "=1"])
def test_scalars_stay_what_was_written(written: str) -> None:
    assert read(f"a: {written}").data == {"a": written}


def test_no_as_a_key_is_no_boolean() -> None:
    assert read("no: 1\noff: 2").data == {"no": "1", "off": "2"}


@pytest.mark.parametrize("written", ["", "~", "null", "Null", "NULL"])
def test_plain_nulls_are_none(written: str) -> None:
    assert read(f"a: {written}").data == {"a": None}


@pytest.mark.parametrize("written", ['""', "''", '"null"', "'~'"])
def test_quoted_scalars_are_text_even_when_they_look_like_null(written: str) -> None:
    assert read(f"a: {written}").data == {"a": written[1:-1]}


def test_json_is_read_as_well() -> None:
    assert read('{\n\t"files": {"a.md": "x\\/y"},\n\t"n": [1, null]}').data == {
        "files": {"a.md": "x/y"},
        "n": ["1", None],
    }


def test_places_of_keys_and_values_have_ends() -> None:
    places = read("a:\n  - x: 1\n    y: {b: c, d: [e]}\n# c\nf: |\n  g\n  h\n\n\ni: >-\n  j\nk:\n").places
    assert places.value("a", 0, "x") == Span("f.yaml", 2, 8, 2, 9)
    assert places.key("a", 0, "x") == Span("f.yaml", 2, 5, 2, 6)
    assert places.value("a", 0, "y") == Span("f.yaml", 3, 8, 3, 22)
    assert places.value("a", 0, "y", "d", 0) == Span("f.yaml", 3, 19, 3, 20)
    assert places.value("a", 0) == Span("f.yaml", 2, 5, 3, 22)
    assert places.value("a") == Span("f.yaml", 2, 3, 3, 22)
    assert places.value("f") == Span("f.yaml", 5, 4, 7, 4)
    assert places.value("i") == Span("f.yaml", 10, 4, 11, 4)
    assert places.value("k") == places.key("k") == Span("f.yaml", 12, 1, 12, 2)
    assert places.key("a", 0) == places.value("a", 0)
    assert set(places.keys) == {("a",), ("a", 0, "x"), ("a", 0, "y"), ("a", 0, "y", "b"), ("a", 0, "y", "d"),
                                ("f",), ("i",), ("k",)}  # fmt: skip


def test_columns_count_code_points() -> None:
    assert read("é😀: 😀 b").places.value("é😀") == Span("f.yaml", 1, 5, 1, 8)


def test_front_matter_counts_lines_of_its_file() -> None:
    yaml = read_yaml("s.md", "title: a\ntitle: b\n", first_line=2)
    assert only(yaml) == ("YAML102", 3, 1)
    assert yaml.diagnostics[0].related[0].span == Span("s.md", 2, 1, 2, 6)
    assert only(read_yaml("s.md", "a: b\nc: [", first_line=2))[:2] == ("YAML101", 3)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_all_line_ends_are_one(end: str) -> None:
    yaml = read(f"a: 1{end}b: |{end}  x{end}  y{end}".encode())
    assert yaml.data == {"a": "1", "b": "x\ny\n"}
    assert yaml.places.value("b").line == 2


def test_a_byte_order_mark_is_not_in_the_way() -> None:
    yaml = read(b"\xef\xbb\xbfa: 1")
    assert yaml.data == {"a": "1"}
    assert yaml.places.key("a") == Span("f.yaml", 1, 1, 1, 2)


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        ("a: 1\nb: [1, 2\n", ("YAML101", 2, 4)),
        ("a: b: c", ("YAML101", 1, 5)),
        ("a: 'x\n", ("YAML101", 1, 4)),
        ("title:Judul\nname: x", ("YAML101", 1, 1)),
        ("name: x\ntitle:Judul", ("YAML101", 2, 1)),
        ("unit:\n  code:X\n  title: y", ("YAML101", 2, 3)),
        ("a: {x:1}", ("YAML101", 1, 5)),
        ("a:\u00a0b", ("YAML113", 1, 1)),
        ("a: •\nc: {d", ("YAML101", 2, 4)),
        ("a: 1\n  - b", ("YAML101", 2, 3)),
        ("a:\n - b\n  - c", ("YAML101", 3, 3)),
        ("a: - b", ("YAML101", 1, 4)),
        ("a: {term}`hpp` adalah", ("YAML101", 1, 10)),
        ("a: **tebal**", ("YAML101", 1, 5)),
        ('a: "x" y', ("YAML101", 1, 8)),
        ('a: "\\q"', ("YAML101", 1, 5)),
        ("? [a]\n: b", ("YAML101", 1, 3)),
        ("~: b", ("YAML101", 1, 1)),
        ("a: 1\n\n\nfoo\n", ("YAML101", 4, 1)),
        ("a: 1\nb: 2\na: 3", ("YAML102", 3, 1)),
        ("a: {b: 1, b: 2}", ("YAML102", 1, 11)),
        ("a: &x b", ("YAML103", 1, 4)),
        ("a: *x", ("YAML103", 1, 4)),
        ("<<: {a: 1}", ("YAML103", 1, 1)),
        ("a: !!python/object/apply:os.system [ls]", ("YAML104", 1, 4)),
        ("a: ! b", ("YAML104", 1, 4)),
        ("%TAG ! tag:x\n---\na: b", ("YAML104", 1, 1)),
        ("a: 1\n---\nb: 2", ("YAML105", 2, 1)),
        ("", ("YAML108", 1, 1)),
        ("# catatan\n", ("YAML108", 1, 1)),
        ("- a", ("YAML108", 1, 1)),
        ("halo", ("YAML108", 1, 1)),
        (b"a: \xff", ("YAML109", 1, 4)),
        (b"a: 1\nb: \x00", ("YAML109", 2, 4)),
        (b"\xff\xfea\x00", ("YAML109", 1, 1)),
        ("a: b\u2028c", ("YAML109", 1, 5)),
        ('a: "b\\u202ec"', ("YAML109", 1, 4)),
        ("a:\n\tb: c", ("YAML110", 2, 1)),
    ],
)
def test_what_is_refused_has_a_code_and_a_place(content: bytes | str, finding: tuple[str, int, int]) -> None:
    yaml = read(content)
    assert only(yaml) == finding
    assert yaml.data is None or finding[0] == "YAML102"
    assert yaml.diagnostics[0].severity is Severity.ERROR
    assert yaml.diagnostics[0].message.format()
    assert yaml.diagnostics[0].help.format()


def test_a_duplicate_key_points_to_the_first() -> None:
    (found,) = read("a: {x: 1}\nb: 1\na: {x: 2}").diagnostics
    assert found.message.format() == 'kunci "a" ditulis dua kali'
    assert [related.span.line for related in found.related] == [1]


def test_missing_blank_after_a_colon_is_named() -> None:
    assert "tidak ada spasi sesudah titik dua" in read("title:Judul\n").diagnostics[0].message.format()
    assert "U+00A0" in read("title:\u00a0Judul\n").diagnostics[0].message.format()
    assert read("a: http://x.id\nb: 08:30\nc: a:b").diagnostics == ()


def test_words_lost_behind_a_hash_are_warned_about() -> None:
    yaml = read("title: Latihan #1\nb: 'x' #y\nc: x # catatan\nd: x\n")
    assert only(yaml) == ("YAML101", 1, 16)
    assert yaml.diagnostics[0].severity is Severity.WARNING
    assert yaml.data == {"title": "Latihan", "b": "x", "c": "x", "d": "x"}


def test_depth_is_limited() -> None:
    def nested(levels: int) -> str:
        return "a: " + "[" * (levels - 1) + "]" * (levels - 1)

    assert read(nested(MAX_DEPTH)).diagnostics == ()
    assert only(read(nested(MAX_DEPTH + 1)))[0] == "YAML106"


def test_size_is_limited() -> None:
    assert only(read(b"a: " + b"x" * MAX_BYTES))[0] == "YAML107"


LAUGHS = "a0: &a0 [lol]\n" + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 11))


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (LAUGHS.encode(), "YAML103"),
        (b"[" * 50_000, "YAML108"),
        (b"a: " + b"[" * 50_000, "YAML106"),
        (b"a: " + b"[" * 200_000, "YAML106"),
        (b"a: " + b"{" * 200_000, "YAML101"),
        (b"- " * 100_000, "YAML108"),
        (b"? " * 100_000, "YAML101"),
        (b"a: " + b"- " * 100_000, "YAML101"),
        (bytes(range(256)) * 100, "YAML109"),
    ],
)
def test_hostile_files_cost_little(content: bytes, code: str) -> None:
    start = time.perf_counter()
    yaml = read(content)
    assert time.perf_counter() - start < 1
    assert yaml.data is None
    assert only(yaml)[0] == code


YAML_PIECES = st.lists(
    st.sampled_from(
        [*"abc01:-?[]{},#&*!|>'\"%@`~<=. \t\n\r\\", ": ", "- ", "\n  ", "---", "...", "<<: ", "\u00a0", "é", "😀", "\0"]
    ),
    max_size=60,
).map("".join)


@given(YAML_PIECES)
def test_no_text_raises(content: str) -> None:
    yaml = read(content)
    assert (yaml.data is None) <= bool(yaml.diagnostics)
    for found in yaml.diagnostics:
        assert 1 <= found.span.line <= content.count("\n") + content.count("\r") + 1
        assert found.span.column >= 1
        assert found.message.format()
    for span in (*yaml.places.keys.values(), *yaml.places.values.values()):
        assert (span.line, span.column) <= (span.end_line, span.end_column)


@given(st.binary(max_size=200) | st.text(max_size=100))
def test_no_bytes_and_no_unicode_raise(content: bytes | str) -> None:
    read(content)


@given(
    st.dictionaries(
        st.text("abcxyz", min_size=1, max_size=5),
        st.text(st.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), max_size=20),
    )
)
def test_every_quoted_text_comes_back(pairs: dict[str, str]) -> None:
    lines = (f"{key}: '{value.replace(chr(39), chr(39) * 2)}'\n" for key, value in pairs.items())
    assert read("".join(lines) or "{}").data == pairs
