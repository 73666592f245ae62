"""What is remembered changes nothing but time: the same findings as without, after any edit and with any damage."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import Struct

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory
from tests.rules.examples import AS_OF, BASE

FILES = sorted(path.relative_to(BASE).as_posix() for path in BASE.rglob("*") if path.suffix in {".yaml", ".md"})
EDITS = st.lists(
    st.tuples(
        st.sampled_from(FILES),
        st.integers(0, 4000),
        st.sampled_from(["", "x", "\n", ":", ":::", " resiko dirumah ", "- ", "\t", "“", "{fact}`x`", "Rp. 5.000"]),
        st.integers(0, 3),
    ),
    min_size=1,
    max_size=4,
)


def findings(root: Path, memory: Memory | None) -> tuple[Diagnostic, ...]:
    loaded = load(root, memory=memory)
    return run(loaded.curriculum, loaded.diagnostics, AS_OF, memory)


@given(EDITS)
@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_with_memory_is_as_without(
    tmp_path_factory: pytest.TempPathFactory, edits: list[tuple[str, int, str, int]]
) -> None:
    folder = tmp_path_factory.mktemp("memory")
    root = shutil.copytree(BASE, folder / "modules")
    for file, at, words, cut in edits:
        path = root / file
        text = path.read_text("utf-8")
        path.write_text(text[:at] + words + text[at + cut :], "utf-8")
        remembering = Memory(folder / "memory")
        assert findings(root, remembering) == findings(root, None)
        remembering.write()
        assert findings(root, Memory(folder / "memory")) == findings(root, None)


def test_nothing_is_worked_out_twice(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memory = Memory(tmp_path / "memory")
    expected = findings(BASE, memory)
    memory.write()

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("worked out again")

    monkeypatch.setattr("curriculum_kit.source.yaml_events.read_yaml", refuse)
    monkeypatch.setattr("curriculum_kit.source.markdown.parse_session", refuse)
    monkeypatch.setattr("curriculum_kit.source.markdown.parse_field", refuse)
    monkeypatch.setattr("curriculum_kit.rules.frame._all_told", refuse)
    assert findings(BASE, Memory(tmp_path / "memory")) == expected


def test_a_damaged_file_counts_as_none(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    memory = Memory(path)
    expected = findings(BASE, memory)
    memory.write()
    whole = path.read_bytes()
    for at in range(0, len(whole), len(whole) // 40):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :])
        assert Memory(path)._known == {}
    path.write_bytes(whole[: len(whole) // 2])
    assert findings(BASE, Memory(path)) == expected


class Number(Struct, frozen=True):
    value: int


class Word(Struct, frozen=True):
    value: str


def test_an_entry_of_another_form_is_worked_out_anew(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory")
    memory.recall("x", ("a",), Number, lambda: Number(1))
    memory.write()
    assert Memory(tmp_path / "memory").recall("x", ("a",), Word, lambda: Word("neu")) == Word("neu")


def test_parts_are_kept_apart(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory")
    memory.recall("x", ("a", "bc"), Number, lambda: Number(1))
    memory.write()
    again = Memory(tmp_path / "memory")
    assert again.recall("x", ("ab", "c"), Number, lambda: Number(2)) == Number(2)
    assert again.recall("x", ("a", "bc"), Number, lambda: Number(3)) == Number(1)


def test_what_is_not_used_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "memory"
    memory = Memory(path)
    memory.recall("x", ("a",), Number, lambda: Number(1))
    memory.write()
    other = Memory(path)
    other.recall("x", ("b",), Number, lambda: Number(2))
    other.write()
    assert Memory(path).recall("x", ("a",), Number, lambda: Number(3)) == Number(3)


def test_a_folder_that_cannot_be_written_to_is_no_trouble(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    memory = Memory(tmp_path / "file" / "memory")
    memory.recall("x", ("a",), Number, lambda: Number(1))
    memory.write()
    assert not (tmp_path / "file" / "memory").exists()
