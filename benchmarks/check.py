"""How long `ck check` takes as a process, as a ratio to importing what it stands on.

    python -m benchmarks.check [--runs 7]

Three cases on 15 modules with 166 sessions: nothing remembered, one session edited, nothing edited.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.curriculum import write_curriculum

BASELINE = [sys.executable, "-c", "import pydantic, markdown_it"]
CHECK = [sys.executable, "-m", "curriculum_kit", "check", "modules", "--as-of", "2026-01-15", "--format", "json"]


def seconds(command: list[str], folder: Path) -> float:
    """The time of one process."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, check=False)
    return time.perf_counter() - start


def main() -> None:
    """Measure in turns, so that a noisy moment hits all alike, and print the medians."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_curriculum(folder / "modules")
        session = min((folder / "modules").glob("uji-01/sessions/*.md"))
        cache = folder / ".ck-cache" / "check.msgpack"

        def edit() -> None:
            session.write_text(session.read_text("utf-8") + "\nSatu kalimat lagi.\n", "utf-8")

        cases: dict[str, tuple[list[str], Callable[[], object]]] = {
            "import pydantic, markdown_it": (BASELINE, lambda: None),
            "nothing remembered": (CHECK, lambda: cache.unlink(missing_ok=True)),
            "one session edited": (CHECK, edit),
            "nothing edited": (CHECK, lambda: None),
        }
        times: dict[str, list[float]] = {case: [] for case in cases}
        for _ in range(runs):
            for case, (command, prepare) in cases.items():
                prepare()
                times[case].append(seconds(command, folder))
    base = statistics.median(times["import pydantic, markdown_it"])
    for case, taken in times.items():
        median = statistics.median(taken)
        sys.stdout.write(f"{case:<30} {median:6.3f} s   x {median / base:5.1f}\n")


if __name__ == "__main__":
    main()
