"""Reads a Word file in a process that can be lost: it has little memory, writes nothing, and ends when it is slow."""

from __future__ import annotations

import multiprocessing
import os
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path

from msgspec import MsgspecError, msgpack

from curriculum_kit.confinement import be_silent, confine, ends_with
from curriculum_kit.importer import refusals
from curriculum_kit.importer.refusals import Refuse
from curriculum_kit.importer.story import Reply, Story

MEMORY_BYTES = 3 << 29
_LONGEST_REPLY = 512 * refusals.MEGABYTE


def read_file(path: Path, seconds: float = refusals.SECONDS) -> Story:
    """What a Word file holds. Raises `Refuse`.

    The process is spawned: a script that calls this needs `if __name__ == "__main__"`.
    """
    context = multiprocessing.get_context("spawn")
    ours, theirs = context.Pipe(duplex=False)
    process = context.Process(target=serve, args=(theirs, os.fsencode(path), os.getpid()), daemon=True)
    process.start()
    theirs.close()
    try:
        if not ours.poll(seconds):
            raise Refuse("too-slow")
        # Data of a known shape: a reader that a file has taken over can only lie about that file.
        reply = msgpack.decode(ours.recv_bytes(_LONGEST_REPLY), type=Reply)
    except (EOFError, OSError, MsgspecError) as error:
        raise Refuse("died") from error
    finally:
        process.kill()
        process.join()
        process.close()
        ours.close()
    if reply.story is None:
        raise Refuse(reply.refused if reply.refused in refusals.REASONS else "died")
    return reply.story


def serve(line: Connection, path: bytes, parent: int) -> None:
    """Read one file and say what it holds. This is the process."""
    if not ends_with(parent):
        return
    be_silent()
    from curriculum_kit.importer.reader import read  # noqa: PLC0415 - libraries first, then the limits

    confine(MEMORY_BYTES)
    with suppress(EOFError, OSError):
        line.send_bytes(msgpack.encode(_reply(path, read)))


def _reply(path: bytes, read: object) -> Reply:
    from curriculum_kit.importer.archive import file_bytes  # noqa: PLC0415

    try:
        return Reply(read(file_bytes(os.fsdecode(path))))  # type: ignore[operator]
    except Refuse as refused:
        return Reply(refused=refused.reason)
    except (MemoryError, RecursionError):
        return Reply(refused="bomb")
