from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from docutils.parsers.rst import directives
from docutils.parsers.rst.languages import en as docutils_names
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it.renderer import RendererHTML
from myst_parser.config.main import MdParserConfig
from myst_parser.parsers.mdit import create_md_parser
from myst_parser.parsers.options import options_to_items
from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES
from curriculum_kit.diagnostics import Severity, Span
from curriculum_kit.source.document import BlockUse, Document, Fault, FaultKind
from curriculum_kit.source.faults import fault_diagnostic, is_forbidden
from curriculum_kit.source.markdown import parse_field, parse_session
from curriculum_kit.source.markdown_inline import split_title
from curriculum_kit.source.markdown_tokens import tokenizer
from tests.source.fixture_files import Case, cases
from tests.source.rendering import Rendering

FILE = "kwu-01/sessions/01-mulai.md"
PARTICIPANT = Rendering(for_trainers=False)
MARKDOWN_CASES = [pytest.param(case, id=case.title) for case in cases("markdown.md")]
SESSION = """\
---
title: Sesi
---

## Bagian {fact}`a.b`

::::{exercise} Soal satu
:name: soal-satu
:iuk: 1.1.1, 1.1.2
:response: choice

Pilih {case}`sari.packs` atau
{term}`biaya tetap <biaya-tetap>`.

- satu
- dua

  masih dua
- tiga

:::{answer} Kunci
:key: C

Lihat {calc}`lembar.hasil` dan [sesi lain](02-lanjut.md#x).

### Uraian

1. a
   - bukan pilihan
:::
::::

:::{figure} ../media/alur.svg
:alt: Alur biaya

Keterangan {fact}`a.b`
:::

Teks {ref}`soal-satu`, <https://kemnaker.go.id>, [situs][s].

[s]: https://example.id
"""


def parse(text: str, body_line: int = 1) -> Document:
    return parse_session(FILE, text, body_line)


def written(text: str, span: Span) -> str:
    """What stands at a place."""
    assert span.end_line == span.line
    return text.split("\n")[span.line - 1][span.column - 1 : (span.end_column or 1) - 1]


def findings(faults: tuple[Fault, ...]) -> list[str]:
    return [f"{fault_diagnostic(fault).code} {fault.word}" for fault in faults]


@pytest.fixture(scope="module")
def session() -> Document:
    return parse(SESSION, 4)


@pytest.mark.parametrize("case", MARKDOWN_CASES)
def test_refused_markdown_is_found_at_its_place(case: Case) -> None:
    found = tuple(
        f"{fault.span.line}:{fault.span.column} {fault_diagnostic(fault).code} {fault.word}".rstrip()
        for fault in parse(case.text).faults
    )
    assert found == case.expected


@pytest.mark.parametrize("case", MARKDOWN_CASES)
def test_what_participants_would_read_without_the_check(case: Case) -> None:
    assert ("rahasia" in PARTICIPANT.words(case.text + "\n")) is case.is_read


def test_the_tokenizer_is_the_one_of_myst() -> None:
    config = MdParserConfig(enable_extensions={"colon_fence"})
    theirs, ours = create_md_parser(config, RendererHTML).get_active_rules(), tokenizer().get_active_rules()
    theirs["core"].remove("wordcount")  # it counts and changes nothing
    assert ours == theirs
    ends = tokenizer().block.ruler
    for chain in ("paragraph", "reference", "blockquote", "list"):
        assert "colon_fence" in {rule.name for rule in ends.__rules__ if chain in rule.alt}


def test_a_session_without_faults_has_none(session: Document) -> None:
    assert session.faults == ()


def test_blocks_are_nested_with_their_places(session: Document) -> None:
    exercise, figure = session.blocks
    answer = exercise.children[0]
    assert [block.kind for block in session.walk()] == ["exercise", "answer", "figure"]
    assert (exercise.first_line, exercise.body_line, exercise.last_line) == (7, 12, 31)
    assert (answer.first_line, answer.body_line, answer.last_line) == (21, 24, 30)
    assert (exercise.argument, answer.argument, figure.argument) == ("Soal satu", "Kunci", "../media/alur.svg")
    assert exercise.name == "soal-satu"
    assert exercise.iuk == ("1.1.1", "1.1.2")
    for block in session.walk():
        assert written(SESSION, block.span) == block.kind
        assert written(SESSION, block.argument_span) == block.argument
        for key, option in block.options.items():
            assert written(SESSION, option.key_span) == key
            assert written(SESSION, option.value_span) == option.value


def test_items_of_the_lists_of_the_body_are_counted(session: Document) -> None:
    assert [block.list_items for block in session.walk()] == [(3,), (), ()]


def test_trainer_only_holds_for_everything_inside(session: Document) -> None:
    assert [block.trainer_only for block in session.walk()] == [False, True, False]
    assert [role.target for role in session.roles if role.trainer_only] == ["lembar.hasil"]
    assert [link.target for link in session.links if link.trainer_only] == ["02-lanjut.md#x"]
    inner = parse("::::{trainer-note}\n\n:::{tip} {fact}`a`\n{fact}`b`\n:::\n::::").roles
    assert [(role.target, role.trainer_only) for role in inner] == [("a", True), ("b", True)]


def test_roles_have_targets_words_and_places(session: Document) -> None:
    assert [(role.name, role.target, role.words) for role in session.roles] == [
        ("fact", "a.b", None),
        ("case", "sari.packs", None),
        ("term", "biaya-tetap", "biaya tetap"),
        ("calc", "lembar.hasil", None),
        ("fact", "a.b", None),
        ("ref", "soal-satu", None),
    ]
    assert [role.span.line for role in session.roles] == [5, 12, 13, 24, 36, 39]
    assert [written(SESSION, role.span) for role in session.roles] == [role.target for role in session.roles]


def test_links_have_places(session: Document) -> None:
    assert [link.target for link in session.links] == [
        "02-lanjut.md#x",
        "https://kemnaker.go.id",
        "https://example.id",
    ]
    assert [written(SESSION, link.span) for link in session.links] == ["02-lanjut.md#x", "https://kemnaker.go.id", "["]


def test_headings_know_whether_they_stand_in_a_block(session: Document) -> None:
    assert [(heading.level, heading.text, heading.inside_block) for heading in session.headings] == [
        (2, "Bagian {fact}`a.b`", False),
        (3, "Uraian", True),
    ]
    assert [written(SESSION, heading.span) for heading in session.headings] == ["Bagian {fact}`a.b`", "Uraian"]


def test_equal_roles_get_places_of_their_own() -> None:
    text = "{fact}`a` `{fact}`a`` \\{fact}`a` {fact}`a`\n| x | y |\n| --- | --- |\n| {fact}`a` | {fact}`a` |"
    spans = [role.span for role in parse(text).roles]
    assert all(written(text, span) == "a" for span in spans)
    assert all(first < second for first, second in pairwise(spans))


def test_a_role_over_two_lines_is_one_role() -> None:
    role = parse("Kata {term}`biaya\ntetap <biaya-tetap>` itu.").roles[0]
    assert (role.words, role.target, role.span.line, role.span.column) == ("biaya tetap", "biaya-tetap", 2, 8)


def test_a_link_with_brackets_and_blanks_is_found() -> None:
    text = '[ ] kotak [a](<02 lanjut.md> "Judul") [b](03-(x).md)'
    links = parse(text).links
    assert [written(text, link.span) for link in links] == ["02 lanjut.md", "03-(x).md"]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("a", (None, "a")),
        ("kata <a>", ("kata", "a")),
        ("dua kata <a.b>", ("dua kata", "a.b")),
        ("<a>", (None, "<a>")),
        ("a <b> c", (None, "a <b> c")),
        ("", (None, "")),
    ],
)
def test_titles_are_split_as_sphinx_does(content: str, expected: tuple[str | None, str]) -> None:
    assert split_title(content) == expected


def test_definitions_hold_for_the_whole_page() -> None:
    links = parse(":::{tip}\n[dalam][a] [luar][b]\n\n[b]: https://b.id\n:::\n\n[a]: https://a.id").links
    assert [link.target for link in links] == ["https://a.id", "https://b.id"]


def test_a_misspelt_block_is_read_as_what_it_was_meant_to_be() -> None:
    document = parse("::::{exercise} A\n:name: a\n\nsoal\n\n:::{anwser}\nkunci\n:::\n::::")
    assert findings(document.faults) == ["REF310 anwser"]
    diagnostic = fault_diagnostic(document.faults[0])
    assert diagnostic.message.format() == 'blok "anwser" tidak dikenal; maksud Anda "answer"?'
    assert diagnostic.fix is not None
    assert diagnostic.fix.replacement == "answer"
    assert [block.trainer_only for block in document.walk()] == [False, True]


def test_every_directive_that_sphinx_knows_is_allowed_or_forbidden(tmp_path: Path) -> None:
    (tmp_path / "index.md").write_text("# a", encoding="utf-8")
    with docutils_namespace(), patch_docutils():
        out = str(tmp_path / "out")
        app = Sphinx(tmp_path, None, out, out, "dummy", {"extensions": ["myst_parser"]}, status=None, warning=None)
        known = set(directives._directives) | set(docutils_names.directives)
        for domain in ("std", app.config.primary_domain or "std"):
            known |= set(app.registry.domains[domain].directives)
    assert {name for name in known - {*BLOCKS, *FOREIGN_DIRECTIVES} if not is_forbidden(name)} == set()


def test_blocks_in_what_is_no_block_are_kept() -> None:
    document = parse("::::{note}\n\n:::{answer}\n{fact}`a`\n:::\n::::")
    assert findings(document.faults) == ["SAFE908 note"]
    assert [block.kind for block in document.blocks] == ["answer"]
    assert document.roles[0].trainer_only


def test_option_values_are_those_of_myst() -> None:
    lines = [":name: a-b", ":offline: Tidak perlu: pakai kertas, 5 kg.", ":group:", ":materials:  Dua  spasi "]
    options = parse("\n".join([":::{activity} A", *lines, ":::"])).blocks[0].options
    block = "\n".join(line[1:] for line in lines)
    assert [(key, use.value) for key, use in options.items()] == options_to_items(block)[0]


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet="ab:- #\"'|>[]{}&*!%@`\\,.5", max_size=12))
def test_an_option_is_refused_or_means_what_it_says(value: str) -> None:
    document = parse(f":::{{tip}} A\n:name: {value}\n\nteks\n:::")
    if {fault.kind for fault in document.faults} & {FaultKind.MALFORMED_OPTION, FaultKind.MISPLACED_FENCE}:
        return
    assert options_to_items(f"name: {value}")[0] == [("name", document.blocks[0].options["name"].value)]


def test_windows_line_ends_change_nothing() -> None:
    unix, windows = parse(SESSION, 4), parse(SESSION.replace("\n", "\r\n"), 4)
    assert (unix.blocks, unix.roles, unix.links, unix.headings) == (
        windows.blocks,
        windows.roles,
        windows.links,
        windows.headings,
    )
    assert windows.faults == ()


def test_front_matter_is_not_read() -> None:
    text = "---\ntitle: '{answer}'\nplan: |\n  :::{only}\n  # x\n---\nteks"
    assert parse(text, 7).faults == ()


def test_every_kind_of_fault_has_words() -> None:
    for kind in FaultKind:
        diagnostic = fault_diagnostic(Fault(kind, "{kata}", Span(FILE), Span(FILE, 2)))
        assert diagnostic.severity is Severity.ERROR
        assert "{word}" not in diagnostic.message.format()
        assert diagnostic.help.format()
        assert not diagnostic.help.values
        assert "{{" not in diagnostic.help.format()


FIELD = """\
plan:
  - trainer: >-
      Hasilnya {calc}`a.b`, bukan {calc}`a.b`. Lihat
      {term}`biaya
      tetap <biaya-tetap>` dan [situs](https://a.id).
    participants: "Kata \\"{fact}`x`\\" itu"
"""


def field_span(key: str, text: str = FIELD) -> Span:
    line = next(n for n, line in enumerate(text.split("\n"), start=1) if f"{key}:" in line)
    column = text.split("\n")[line - 1].index(f"{key}:") + len(key) + 3
    return Span("kwu-01/a.yaml", line, column)


def test_a_field_has_roles_and_links_with_places() -> None:
    value = (
        "Hasilnya {calc}`a.b`, bukan {calc}`a.b`. Lihat {term}`biaya tetap <biaya-tetap>` dan [situs](https://a.id)."
    )
    roles, links, faults = parse_field("kwu-01/a.yaml", value, FIELD, field_span("trainer"))
    assert faults == ()
    assert [(role.target, role.words, role.span.line, role.span.column) for role in roles] == [
        ("a.b", None, 3, 23),
        ("a.b", None, 3, 42),
        ("biaya-tetap", "biaya tetap", 5, 14),
    ]
    assert [(link.target, written(FIELD, link.span)) for link in links] == [("https://a.id", "https://a.id")]


def test_what_yaml_has_escaped_gets_the_place_of_the_value() -> None:
    span = Span("kwu-01/a.yaml", 1, 4, 1, 22)
    roles, _, faults = parse_field("kwu-01/a.yaml", "a\n{fact}`x`", 'k: "a\\n\\u007bfact}`x`"', span)
    assert faults == ()
    assert [role.span for role in roles] == [span]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (":::{tip}\nteks\n:::", "SAFE908 :::{tip}"),
        (":::{answer}\nrahasia\n:::", "SAFE908 :::{answer}"),
        ("::{answer}\nrahasia", "SAFE901 ::{answer}"),
        ("Teks :::{answer} rahasia", "SAFE904 :::{answer}"),
        ("```\nkode\n```", "SAFE908 ```"),
        ("## Judul", "A11Y701 Judul"),
        ("a\n===", "A11Y701 a"),
        ("<b>a</b>", "SAFE909 <b>"),
        ("% a", "SAFE914 % a"),
        ("(a)=", "SAFE911 (a)="),
        ("---\na\n---", "SAFE904 ---"),
        ("[a](path:x)", "SAFE915 path:x"),
        ("{download}`x`", "REF311 download"),
        ("[Jawaban]: C", "SAFE915 C"),
    ],
)
def test_a_field_holds_no_blocks_and_nothing_refused(value: str, expected: str) -> None:
    raw = "text: |\n" + "\n".join(f"  {line}" for line in value.split("\n"))
    faults = parse_field("a.yaml", value, raw, Span("a.yaml", 1, 7))[2]
    assert findings(faults)[0] == expected
    assert faults[0].span.line >= 2


def test_lists_in_a_field_are_fine() -> None:
    assert parse_field("a.yaml", "- a\n- b\n\n1. c", "", Span("a.yaml"))[2] == ()


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=80), st.text(max_size=80), st.integers(1, 9), st.integers(1, 9))
def test_no_field_raises(value: str, raw: str, line: int, column: int) -> None:
    for fault in parse_field("a.yaml", value, raw, Span("a.yaml", line, column))[2]:
        assert fault_diagnostic(fault).message.format()


def test_the_sessions_of_this_repository_are_free_of_faults() -> None:
    folder = Path(__file__).parents[2] / "modules"
    for path in sorted(folder.glob("*/sessions/*.md")):
        text = path.read_text(encoding="utf-8")
        body_line = text.split("\n").index("---", 1) + 2
        document = parse_session(path.relative_to(folder).as_posix(), text, body_line)
        assert findings(document.faults) == []
        assert all(isinstance(block, BlockUse) for block in document.walk())
        assert [written(text, role.span) for role in document.roles] == [role.target for role in document.roles]
