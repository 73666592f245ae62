"""Reads files in a process that can be lost: it has little memory, writes nothing, and is ended when it is slow."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterable, Iterator
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec import MsgspecError, json

from curriculum_kit.collector import refusals
from curriculum_kit.collector.reader import MAX_TEXT, Reply, read_path
from curriculum_kit.confinement import be_silent, confine, ends_with

MEMORY_BYTES = 1 << 30
STARTING_SECONDS = 60
"""How long the process may take to be there: only a machine in trouble needs this."""
_LONGEST_REPLY = 16 * MAX_TEXT
_READY = b"ready"


def read_all(paths: Iterable[Path], seconds: float = refusals.SECONDS) -> Iterator[tuple[Path, Reply]]:
    """Read each file. One process reads all of them, and a new one takes its place when a file has been its end.

    Processes are spawned: a script that calls this needs `if __name__ == "__main__"`.
    """
    reader = _Reader()
    try:
        for path in paths:
            yield path, reader.read(path, seconds)
    finally:
        reader.stop()


class _Reader:
    """The process, started when it is needed."""

    def __init__(self) -> None:
        self._process: multiprocessing.process.BaseProcess | None = None
        self._line: Connection | None = None

    def read(self, path: Path, seconds: float) -> Reply:
        """What the process says of a file, or what became of the process."""
        line = self._started()
        try:
            line.send_bytes(os.fsencode(path))
            if not line.poll(seconds):
                self.stop()
                return Reply(refused="too-slow")
            # JSON of a known shape: a reader that a file has taken over can only lie about that file.
            return json.decode(line.recv_bytes(_LONGEST_REPLY), type=Reply)
        except (EOFError, OSError, MsgspecError):
            self.stop()
            return Reply(refused="died")

    def _started(self) -> Connection:
        if self._line is None:
            context = multiprocessing.get_context("spawn")
            self._line, theirs = context.Pipe()
            self._process = context.Process(target=serve, args=(theirs, os.getpid()), daemon=True)
            self._process.start()
            theirs.close()
            if not self._line.poll(STARTING_SECONDS) or self._line.recv_bytes() != _READY:
                raise ChildProcessError("the reader of PDFs does not start")
        return self._line

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        if self._line is not None:
            self._line.close()
        self._process = self._line = None


def serve(line: Connection, parent: int) -> None:
    """Read file after file until the line is closed. This is the process."""
    if not ends_with(parent):
        return
    be_silent()
    confine(MEMORY_BYTES)
    line.send_bytes(_READY)
    with suppress(EOFError, OSError):
        while True:
            line.send_bytes(read_path(os.fsdecode(line.recv_bytes())))
