from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from curriculum_kit.source.document import BlockUse, Document, Fault, FaultKind
from curriculum_kit.source.faults import fault_diagnostic
from curriculum_kit.source.fences import MAX_DEPTH, scan_fences
from curriculum_kit.source.lookalikes import as_seen
from curriculum_kit.source.markdown import parse_session
from tests.source.fixture_files import Case, cases
from tests.source.markdown_texts import damaged, hostile, sessions
from tests.source.rendering import Rendering

FILE = "kwu-01/sessions/01-mulai.md"
PARTICIPANT, TRAINER = Rendering(for_trainers=False), Rendering(for_trainers=True)


def parse(text: str) -> Document:
    return parse_session(FILE, text, 1)


def findings(faults: Sequence[Fault]) -> tuple[str, ...]:
    return tuple(
        f"{fault.span.line}:{fault.span.column} {fault_diagnostic(fault).code} {fault.word}".rstrip()
        for fault in faults
    )


def shape(blocks: Sequence[BlockUse], depth: int = 0) -> Iterator[tuple[int, str, int, int]]:
    for block in blocks:
        yield depth, block.kind, block.first_line, block.last_line
        yield from shape(block.children, depth + 1)


def drawn(text: str) -> list[tuple[int, str, int, int]]:
    structure = scan_fences(FILE, text.split("\n"))
    return [(d, f.name, f.first_line, f.last_line) for block in structure.blocks for d, f in block.walk()]


def kinds(text: str) -> list[FaultKind]:
    return [fault.kind for fault in scan_fences(FILE, text.split("\n")).faults]


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("fences.md")])
def test_a_fence_that_misses_is_found_at_its_place(case: Case) -> None:
    assert findings(parse(case.text).faults) == case.expected


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in cases("fences.md")])
def test_what_would_have_escaped_without_the_check(case: Case) -> None:
    assert ("rahasia" in PARTICIPANT.words(case.text + "\n")) is case.is_read


def test_every_escape_that_is_known_is_refused() -> None:
    assert [case.title for case in cases("fences.md") if case.is_read and not case.expected] == []


@settings(max_examples=150, deadline=None)
@given(sessions())
def test_raw_lines_tokens_and_myst_see_the_same_blocks(text: str) -> None:
    document = parse(text)
    assert document.faults == ()
    assert drawn(text) == list(shape(document.blocks))
    TRAINER.words(text + "\n")
    assert [(d, name, line) for d, name, line, _ in drawn(text)] == TRAINER.ran


def secrets_and_words(document: Document) -> tuple[set[str], set[str]]:
    """The words of trainer-only blocks, and the words that everybody gets; options and titles are left out."""
    secret: set[int] = set()
    unprinted: set[int] = set()
    for block in document.walk():
        unprinted |= set(range(block.first_line, block.body_line))
        secret |= set(range(block.first_line, block.last_line + 1)) if block.trainer_only else set()
    hidden: set[str] = set()
    shown: set[str] = set()
    for number, line in enumerate(re.split("\r\n|\r|\n", document.text), start=1):
        words = re.findall(r"kata\d+z", line)
        if number in secret:
            hidden.update(words)
        elif number not in unprinted:
            shown.update(words)
    return hidden, shown


def nothing_escapes_or_is_lost(text: str) -> None:
    document = parse(text)
    if document.faults:
        return
    participant = PARTICIPANT.words(text + "\n")
    TRAINER.words(text + "\n")
    assert [(d, name, line) for d, name, line, _ in shape(document.blocks)] == TRAINER.ran
    secrets, words = secrets_and_words(document)
    assert {word for word in secrets if word in participant} == set()
    if "|" not in text:  # a row of a table may have more cells than its head: these are never printed
        addresses = set(re.findall(r"\(#(kata\d+z)\)", text))
        assert {word for word in words if word not in participant} <= addresses


@settings(max_examples=300, deadline=None)
@given(hostile())
@example("::::{exercise} a\n\nkata1z\u2028:::{answer}\nkata2z\n::::")
@example(":::{answer}\nkata1z\n:::\n[kata2z]: kata3z 'kata4z\n:::{answer}\nkata5z\n:::\n'")
def test_a_hostile_text_is_refused_or_keeps_its_secrets(text: str) -> None:
    nothing_escapes_or_is_lost(text)


@settings(max_examples=300, deadline=None)
@given(damaged())
def test_a_damaged_text_is_refused_or_keeps_its_secrets(text: str) -> None:
    nothing_escapes_or_is_lost(text)


@settings(max_examples=300, deadline=None)
@given(st.text(alphabet=":`~{}<>-#|[]()!&;*_+%^= \t\r\n\x0b\x0c\u2028\u200b\uff1a\\'\"1.answertip/", max_size=120))
@example("> % a\n>")
@example("%")
@example(":::{answer}\n%")
def test_no_text_raises(text: str) -> None:
    for fault in parse(text).faults:
        assert fault_diagnostic(fault).message.format()


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=200))
def test_no_unicode_raises(text: str) -> None:
    parse(text)


def test_deep_nesting_is_refused_and_does_not_exhaust_the_stack() -> None:
    depth = 400
    text = "\n\n".join(":" * (depth + 3 - n) + "{tip}" for n in range(depth))
    assert FaultKind.TOO_DEEP in {fault.kind for fault in parse(text).faults}
    for quote in ("> ", "- "):
        parse(quote * 3000 + "teks")


def test_as_deep_as_allowed_is_allowed() -> None:
    opening = "".join(":" * (MAX_DEPTH + 3 - n) + "{tip}\n\n" for n in range(MAX_DEPTH))
    closing = "\n".join(":" * (4 + n) for n in range(MAX_DEPTH))
    assert parse(f"{opening}teks\n{closing}").faults == ()


def test_a_forgotten_close_is_said_once() -> None:
    text = ":::{tip}\nsatu\n\n" + ":::{warning}\ndua\n:::\n\n" * 5
    assert kinds(text) == [FaultKind.INNER_FENCE_TOO_LONG]


def test_a_miscounted_close_is_said_once() -> None:
    assert kinds("::::{exercise} A\n\nsoal\n\n:::{answer}\nkunci\n:::\n:::\n") == [FaultKind.STRAY_FENCE]


def test_the_other_end_is_named() -> None:
    inner = scan_fences(FILE, ["::::{tip}", "", "::::{answer}", "::::", "::::"]).faults[0]
    assert inner.related is not None
    assert inner.related.line == 1
    unclosed = scan_fences(FILE, ["::::{exercise} A", "", ":::{answer}", "::::"]).faults[0]
    assert (unclosed.span.line, unclosed.related and unclosed.related.line) == (3, 4)


@pytest.mark.parametrize(
    ("written", "mended"),
    [
        (":::answer", ":::{answer}"),
        ("::: {answer}", ":::{answer}"),
        (":::{Trainer Note}", ":::{trainer-note}"),
        (":::jawaban", ":::{answer}"),
        (":::{answer}Kunci", ":::{answer} Kunci"),
        (":::{answer", ":::{answer}"),
    ],
)
def test_a_fix_makes_it_a_block(written: str, mended: str) -> None:
    fix = fault_diagnostic(scan_fences(FILE, [written, "teks", ":::"]).faults[0]).fix
    assert fix is not None
    start, end = fix.span.column - 1, (fix.span.end_column or 1) - 1
    assert written[:start] + fix.replacement + written[end:] == mended
    assert kinds(f"{mended}\nteks\n:::") == []


def test_pictures_may_stand_in_the_steps_of_a_list() -> None:
    text = "1. satu\n\n   :::{figure} ../media/a.svg\n   :alt: A\n   :::\n\n2. dua\n"
    document = parse(text)
    assert document.faults == ()
    assert [(block.kind, block.first_line, block.options["alt"].value) for block in document.blocks] == [
        ("figure", 3, "A")
    ]


@pytest.mark.parametrize("indent", ["  ", "       "])
def test_a_picture_that_only_seems_to_stand_in_a_list_is_refused(indent: str) -> None:
    text = f"1. satu\n\n{indent}:::{{figure}} a.svg\n{indent}:alt: A\n{indent}:::\n\ntiga"
    document = parse(text)
    assert bool(document.faults) is (indent == "       ")


@pytest.mark.parametrize("line", ["Harga Rp5.000", "Kolom “A” – 5 kg", "10:30 mulai", ":) senang", "a: b"])
def test_ordinary_lines_are_left_alone(line: str) -> None:
    assert kinds(line) == []
    assert parse(line).faults == ()


def test_titles_may_hold_typographic_signs() -> None:
    assert kinds(":::{tip} “Kiat” – 5\u00a0kg \uff1a\nteks\n:::") == []


def test_plain_text_is_seen_as_it_is() -> None:
    assert as_seen("abc\tdef") == "abc\tdef"
    assert as_seen("a\u200bb\u00a0c\uff1a") == "ab c:"
