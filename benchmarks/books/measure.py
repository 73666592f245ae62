"""What commands cost: time on the clock, seconds of processors, memory; with all processes that they start.

    python -m benchmarks.books.measure JOB.json

The commands run below a process of its own, which adopts what they leave behind, so that no second of a processor is
lost: browsers start processes that outlive the one that was asked.
"""

from __future__ import annotations

import ctypes
import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
"""Where processes find this package."""
_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of prctl(2): orphans become children of this process."""
_PATIENCE = 5.0
"""Seconds that orphans have to end by themselves."""
_PAUSE = 0.5
"""Seconds between two looks at the memory."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program and the books that it makes: their names and files.

    `shares` is a file where it writes the seconds of processors that each of its books took; without one it makes one.
    """

    argv: tuple[str, ...]
    folder: str
    makes: dict[str, str]
    environment: dict[str, str] = field(default_factory=dict)
    shares: str = ""


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock and of processors, the most memory at once (PSS, in bytes), and seconds by book.

    Seconds of a book are those of its process. `failures` are the ends of what failing commands said.
    """

    wall: float
    processors: float
    memory: int
    books: dict[str, float]
    failures: tuple[str, ...] = ()


def measured(commands: Sequence[Command], workers: int) -> Cost:
    """Run the commands, at most `workers` at once, and tell what they cost together."""
    with tempfile.TemporaryDirectory() as name:
        job, result = Path(name) / "job.json", Path(name) / "cost.json"
        job.write_text(json.dumps({"workers": workers, "commands": [asdict(one) for one in commands]}), "utf-8")
        environment = os.environ | {"PYTHONPATH": str(ROOT)}
        subprocess.run([sys.executable, "-m", __name__, str(job), str(result)], check=True, env=environment)
        cost = json.loads(result.read_text("utf-8"))
    return Cost(cost["wall"], cost["processors"], cost["memory"], cost["books"], tuple(cost["failures"]))


class _Run:
    """The process that starts the commands."""

    def __init__(self, commands: list[Command], workers: int) -> None:
        self._commands, self._workers = commands, workers
        self._books: dict[str, float] = {}
        self._failures: list[str] = []
        self._peak = 0
        self._over = threading.Event()

    def cost(self) -> Cost:
        watch = threading.Thread(target=self._watch)
        watch.start()
        start = time.perf_counter()
        with ThreadPoolExecutor(self._workers) as pool:
            list(pool.map(self._one, self._commands))
        wall = time.perf_counter() - start
        self._over.set()
        watch.join()
        _end_orphans()
        return Cost(wall, _seconds(resource.getrusage(resource.RUSAGE_CHILDREN)), self._peak, self._books,
                    tuple(self._failures))  # fmt: skip

    def _one(self, command: Command) -> None:
        with tempfile.TemporaryFile() as said:
            process = subprocess.Popen(
                command.argv,
                cwd=command.folder,
                env=os.environ | command.environment,
                stdout=said,
                stderr=subprocess.STDOUT,
            )
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
            said.seek(0)
            words = said.read().decode(errors="replace")[-2000:]
        if command.shares and Path(command.shares).is_file():
            self._books |= json.loads(Path(command.shares).read_text("utf-8"))
        elif len(command.makes) == 1:
            self._books |= dict.fromkeys(command.makes, _seconds(usage))
        missing = [name for name, file in command.makes.items() if not Path(file).is_file()]
        if process.returncode or missing:
            self._failures.append(f"{' '.join(command.argv)[:200]}: {process.returncode}, {missing}\n{words}")

    def _watch(self) -> None:
        while not self._over.wait(_PAUSE):
            self._peak = max(self._peak, sum(map(_memory, _descendants(os.getpid()))))


def _seconds(usage: resource.struct_rusage) -> float:
    return usage.ru_utime + usage.ru_stime


def _descendants(root: int) -> list[int]:
    found = [root]
    for one in found:  # grows while it is read
        with suppress(OSError):  # it has ended
            for task in Path(f"/proc/{one}/task").iterdir():
                found += map(int, (task / "children").read_text("ascii").split())
    return found[1:]


def _memory(process: int) -> int:
    """Its share of memory in bytes: what several processes hold in common is divided among them."""
    with suppress(OSError):
        for line in Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines():
            if line.startswith("Pss:"):
                return int(line.split()[1]) * 1024
    return 0


def _end_orphans() -> None:
    """Wait for what the commands have left behind; whatever does not end is ended."""
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            found, _ = os.waitpid(-1, os.WNOHANG)
        except ChildProcessError:
            return
        if not found:
            if time.monotonic() > end:
                for orphan in _descendants(os.getpid()):
                    with suppress(OSError):
                        os.kill(orphan, signal.SIGKILL)
            time.sleep(0.05)


def main() -> None:
    """Run the commands of a file and write their cost to another."""
    job, result = map(Path, sys.argv[1:])
    ctypes.CDLL(None).prctl(_SUBREAPER, 1, 0, 0, 0)
    given = json.loads(job.read_text("utf-8"))
    cost = _Run([Command(**one) for one in given["commands"]], given["workers"]).cost()
    result.write_text(json.dumps(asdict(cost)), "utf-8")


if __name__ == "__main__":
    main()
