"""Files that want harm are refused for what they are, and never stop the others."""

from __future__ import annotations

import os
import random
import signal
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from curriculum_kit.collector.files import pdf_files, shown
from curriculum_kit.collector.isolated import _Reader, read_all
from curriculum_kit.collector.reader import Reply, read_path
from curriculum_kit.collector.refusals import REASONS
from tests.collector.hostile import HOSTILE, NAME, data_of, honest, odd_files


@pytest.fixture
def reader() -> Iterator[_Reader]:
    made = _Reader()
    yield made
    made.stop()


def write(folder: Path, data: bytes, name: str = "berkas.pdf") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_each_is_refused_for_what_it_is_and_the_next_one_is_read(tmp_path: Path) -> None:
    paths = []
    for number, (make, _) in enumerate(HOSTILE.values()):
        paths += [write(tmp_path, make(), f"{number}.pdf"), write(tmp_path, data_of(honest()), f"{number}b.pdf")]
    replies = [reply for _, reply in read_all(paths)]
    for (what, (_, reasons)), reply in zip(HOSTILE.items(), replies[::2], strict=True):
        assert reply.refused in reasons, what
        assert reply.refused in {"", *REASONS}
        assert not (reply.refused and reply.fields)
    assert all(reply == Reply({NAME: "5"}) for reply in replies[1::2])


def test_links_pipes_and_giants_are_not_opened(tmp_path: Path) -> None:
    expected = odd_files(tmp_path)
    assert {path.name: reply.refused for path, reply in read_all(pdf_files(tmp_path))} == expected


def test_a_file_that_takes_too_long_is_left_and_the_next_one_is_read(tmp_path: Path, reader: _Reader) -> None:
    path = write(tmp_path, data_of(honest()))
    assert reader.read(path, 20).fields
    os.kill(reader._process.pid, signal.SIGSTOP)
    assert reader.read(path, 0.2) == Reply(refused="too-slow")
    assert reader.read(path, 20).fields


def test_the_end_of_the_reader_is_no_end(tmp_path: Path, reader: _Reader) -> None:
    path = write(tmp_path, data_of(honest()))
    assert reader.read(path, 20).fields
    os.kill(reader._process.pid, signal.SIGKILL)
    assert reader.read(path, 20) == Reply(refused="died")
    assert reader.read(path, 20).fields


def test_the_reader_cannot_write(tmp_path: Path, reader: _Reader) -> None:
    """Its limit of file sizes is zero, its memory a gigabyte."""
    reader.read(write(tmp_path, data_of(honest())), 20)
    limits = Path(f"/proc/{reader._process.pid}/limits").read_text("utf-8")
    found = {line[:26].strip(): line[26:].split()[0] for line in limits.splitlines()[1:]}
    assert (found["Max file size"], found["Max address space"]) == ("0", str(1 << 30))


def test_characters_that_steer_are_taken_out(tmp_path: Path) -> None:
    written = "a\x00b\x1b[31mc\r\nd\u202ee\x85f\ud800"
    pdf = honest()
    pdf.Root.AcroForm.Fields[0].V = written.encode("utf-16-be", "surrogatepass").join([b"\xfe\xff", b""])
    reply = msgspec.json.decode(read_path(str(write(tmp_path, data_of(pdf)))), type=Reply)
    (value,) = reply.fields.values()
    assert value.startswith("ab[31mc\ndef")
    assert value.isprintable() or "\n" in value


def test_names_of_files_cannot_steer_the_terminal(tmp_path: Path) -> None:
    write(tmp_path, b"", "a\x1b[2J\nb.pdf")
    (path,) = pdf_files(tmp_path)
    assert shown(path, tmp_path) == "a?[2J?b.pdf"


def test_leftovers_and_linked_folders_are_no_files_of_ours(tmp_path: Path) -> None:
    for name in ("b.pdf", "A.PDF", "._b.pdf", "catatan.txt", ".git/x.pdf", "kelas/c.pdf"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.touch()
    (tmp_path / "putaran").symlink_to(tmp_path)
    assert [shown(path, tmp_path) for path in pdf_files(tmp_path)] == ["A.PDF", "b.pdf", "kelas/c.pdf"]


def test_no_damage_gets_through(tmp_path: Path) -> None:
    """Files with wrong bytes: each is read or refused, none raises, none takes the process along."""
    whole = data_of(honest({f"kwu-05--{n}": "Rp 15.000" for n in range(20)}))
    dice = random.Random(5)  # noqa: S311  # the same damage every time
    path = tmp_path / "rusak.pdf"
    seen = set()
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(dice.randint(1, 12)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        path.write_bytes(data)
        seen.add(msgspec.json.decode(read_path(str(path)), type=Reply).refused)
    assert seen <= {"", *REASONS}
    assert {"", "broken"} <= seen
