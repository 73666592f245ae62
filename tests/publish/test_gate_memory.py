"""The leak gate remembers files without a leak, and looks again as soon as anything could make it find one."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import curriculum_kit.publish.leak_gate as gate
from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.memories import Memories
from curriculum_kit.publish.request import BuildRequest
from curriculum_kit.publish.secrets import Practice, Secrets
from curriculum_kit.source.memory import Memory

SECRETS = Secrets({("kunci", "yang", "rahasia"): "a.md"}, {"kwu-05": {"12.345": "kwu-05/worksheets"}})
MORE = {
    "runs": {**SECRETS.runs, ("angka", "itu", "tujuh"): "b.md"},
    "numbers": {"kwu-05": {"12.345": "kwu-05/worksheets", "6.789": "kwu-05/worksheets"}},
    "amounts": {"kwu-05": frozenset({6789.0})},
    "practice": {("kwu-05", "hpp"): Practice(1, frozenset({"bahan"}))},
}


@pytest.fixture
def output(tmp_path: Path) -> Path:
    folder = tmp_path / "participant"
    (folder / "kwu-05").mkdir(parents=True)
    (folder / "kwu-05/a.html").write_text("<p>Angka itu tujuh: 6.789.</p>", "utf-8")
    (folder / "b.html").write_text("<p>Hasilnya 12.345.</p>", "utf-8")
    return folder


def found(output: Path, secrets: Secrets, program: bytes = b"program") -> list[str]:
    memory = Memory(output.parent / "memory", program)
    result = [f"{one.span.file}: {one.message.format()}" for one in leaks(output, secrets, memory)]
    memory.write()
    assert result == [f"{one.span.file}: {one.message.format()}" for one in leaks(output, secrets)]
    return result


def test_a_file_without_leaks_is_looked_at_once(output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(output, SECRETS) == []
    looked: list[str] = []
    monkeypatch.setattr(gate, "_leaks_of_file", lambda name, *_: looked.append(name) or iter(()))
    memory = Memory(output.parent / "memory", b"program")
    assert list(leaks(output, SECRETS, memory)) == looked == []
    list(leaks(output, SECRETS, Memory(output.parent / "memory", b"another program")))
    assert looked == ["b.html", "kwu-05/a.html"]


@pytest.mark.parametrize("part", MORE)
def test_any_new_secret_is_looked_for(part: str, output: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert found(output, SECRETS) == []
    secrets = replace(SECRETS, **{part: MORE[part]})
    assert bool(found(output, secrets)) == (part in {"runs", "numbers"})  # the others are those of spreadsheets
    looked: list[str] = []
    monkeypatch.setattr(gate, "_leaks_of_file", lambda name, *_: looked.append(name) or iter(()))
    (output.parent / "memory").unlink()
    memory = Memory(output.parent / "memory", b"program")
    list(leaks(output, SECRETS, memory))
    list(leaks(output, secrets, memory))
    assert looked == ["b.html", "kwu-05/a.html"] * 2


def test_another_name_and_other_bytes_are_looked_at(output: Path) -> None:
    assert found(output, SECRETS) == []
    (output / "b.html").rename(output / "kwu-05/b.html")
    assert [one.split(":")[0] for one in found(output, SECRETS)] == ["participant/kwu-05/b.html"]
    (output / "kwu-05/b.html").write_text("<p>Kunci yang <b>rahasia</b>.</p>", "utf-8")
    assert [one.split(":")[0] for one in found(output, SECRETS)] == ["participant/kwu-05/b.html"]


def test_a_file_with_a_leak_is_told_every_time(output: Path) -> None:
    (output / "b.html").write_text("kunci yang rahasia", "utf-8")
    assert found(output, SECRETS) == found(output, SECRETS) != []


def test_archives_are_opened_every_time(output: Path) -> None:
    """A member with the bytes of the file beside it is passed over; without that file it is not."""
    words = "kunci yang rahasia"
    with zipfile.ZipFile(output / "situs.zip", "w") as archive:
        archive.writestr("situs/c.txt", words)
    (output / "c.txt").write_text(words, "utf-8")
    assert [one.split(":")[0] for one in found(output, SECRETS)] == ["participant/c.txt"]
    (output / "c.txt").unlink()
    assert [one.split(":")[0] for one in found(output, SECRETS)] == ["participant/situs.zip/situs/c.txt"]


def test_what_another_user_remembers_is_not_believed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def verdict(user: str, *, keep: bool) -> bool | None:
        monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / user))
        memory = Memories.of(
            BuildRequest(tmp_path / "modules", tmp_path / "build", tmp_path / "cache", date(2026, 1, 15))
        ).gate()
        if keep:
            memory.keep("clean", ("a.html",), True)  # noqa: FBT003 - the value
            memory.write()
        return memory.known("clean", ("a.html",), bool)

    assert verdict("author", keep=True)
    assert verdict("author", keep=False)
    assert verdict("stranger", keep=False) is None
    assert (tmp_path / "stranger/curriculum-kit/build.key").stat().st_mode & 0o777 == 0o600
