"""How long the books take beside other ways to make them, and what comes out.

    python -m benchmarks.books [--only wirausaha-rintisan --only kwu-05] [--runs 5] [--peers-venv FOLDER] [--peer Typst]

Every tool gets the same HTML of the same books (or what is converted from it, untimed) and as many processes as there
are cores. The tools take turns, so that a busy minute hits all of them; seconds of processors are the measure.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.books.content import Book, content
from benchmarks.books.looks import looks
from benchmarks.books.measure import Command, Cost, measured
from benchmarks.books.ours import Builds, Printing
from benchmarks.books.peer import Peer, environment
from benchmarks.books.peer_chromium import Chromium
from benchmarks.books.peer_mkdocs import MkDocs
from benchmarks.books.peer_sphinx import SphinxSimplePdf
from benchmarks.books.peer_typst import Typst
from benchmarks.books.peer_weasyprint import WeasyPrint
from benchmarks.books.table import Row, markdown
from benchmarks.books.tree import body, words
from curriculum_kit.pdf import static_fonts

BUILD = "ours, `ck build --only books`: check, Sphinx, books, leak gate"
PRINT = "ours, the books alone"


class Benchmark:
    """One run after another, in turns."""

    def __init__(self, folder: Path, only: tuple[str, ...], peers: list[Peer], ours: list[str], workers: int) -> None:
        made = content(folder, only, folder / "fonts")
        self._workers = workers
        self._books: tuple[Book, ...] = made.books
        self._build = Builds(folder / "build", only)
        self._print = Printing(folder / "print", made, workers)
        self._print.write()
        self._peers: list[tuple[Row, list[Command]]] = []
        for peer in peers:
            place = folder / type(peer).__name__.lower()
            place.mkdir()
            row = Row(peer.name, peer.numbers, peer.lacks)
            self._peers.append((row, peer.commands(made.books, place, workers)))
        self._ours = {name: Row(name, "contents and text") for name in ours}
        edited = sum(book.edited for book in made.books)
        self._texts = {book.name: words(body(book.html)) for book in made.books}
        count = sum(map(len, self._texts.values()))
        _say(f"{len(made.books)} books of {count:,} words, {edited} hold the edited session; {workers} processes")

    @property
    def rows(self) -> list[Row]:
        """All tools: the peers, then ours."""
        return [*(row for row, _ in self._peers), *self._ours.values()]

    def run(self) -> None:
        """Every tool once."""
        for row, commands in self._peers:
            cost = self._one(row.name, *commands)
            row.whole.append(cost)
            if edited := self._edited(cost):
                row.edits.append(edited)
        if PRINT in self._ours:
            self._print.start_anew()
            self._thrice(self._ours[PRINT], self._print.command("before"), self._print.command("after"))
        if BUILD in self._ours:
            self._build.start_anew()
            self._thrice(self._ours[BUILD], self._build.command(), self._build.command())

    def _thrice(self, row: Row, before: Command, after: Command) -> None:
        """From nothing, after the edit, and once more."""
        row.whole.append(self._one(row.name, before))
        if row.name == BUILD:
            self._build.edit()
        row.edits.append(self._one(f"{row.name}, one session edited", after).processors)
        row.nothing.append(self._one(f"{row.name}, nothing edited", after).processors)

    def look(self) -> None:
        """Look at what the last run has made."""
        if PRINT in self._ours:
            self._ours[PRINT].looks = looks(
                {book.target.stem: book.target for book in self._print.content.after}, self._texts
            )
        if BUILD in self._ours:
            self._ours[BUILD].looks = looks(self._build.files(), self._texts)
        for row, commands in self._peers:
            files = {name: Path(file) for command in commands for name, file in command.makes.items()}
            row.looks = looks(files, self._texts)

    def _edited(self, cost: Cost) -> float:
        """What the books that hold the edited session cost, as `make` would make them again."""
        whole = sum(cost.books.values())
        # Processes that the books share, or that outlive theirs, are divided by what the books themselves took.
        part = sum(cost.books.get(book.name, 0) for book in self._books if book.edited)
        return cost.processors * part / whole if whole else 0

    def _one(self, name: str, *commands: Command) -> Cost:
        cost = measured(commands, self._workers)
        for failure in cost.failures:
            _say(f"{name} failed: {failure}")
        _say(f"{name}: {cost.wall:.1f} s, {cost.processors:.1f} s of processors, {cost.memory / 1e6:.0f} MB")
        return cost


def main() -> None:
    """Measure in turns, and print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", action="append", default=[], help="id of a module or programme")
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--peers-venv", type=Path, help="where the peers live; made when it is not there")
    parser.add_argument("--peer", action="append", help="part of a name: only these peers; empty for none")
    parser.add_argument(
        "--ours", action="append", choices=["print", "build"], help="only the books, or only `ck build`"
    )
    parser.add_argument("--folder", type=Path, help="where all is written, to look at it afterwards")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = (given.folder or Path(name)).resolve()
        folder.mkdir(parents=True, exist_ok=True)
        place = (given.peers_venv or folder / "peers").absolute()
        known: list[Peer] = [
            WeasyPrint(),
            SphinxSimplePdf(place),
            MkDocs(place),
            Chromium(),
            Typst(place, static_fonts(folder / "fonts").folder),
        ]
        wanted = [one for one in known if given.peer is None or any(part and part in one.name for part in given.peer)]
        if any(not isinstance(one, (WeasyPrint, Chromium)) for one in wanted):
            try:
                environment(place)
            except (OSError, subprocess.CalledProcessError) as error:
                _say(f"no virtual environment for the peers: {error}")
        missing = {one.name: one.missing() for one in wanted if one.missing()}
        if missing:
            _say("not measured: " + "; ".join(f"{name} (lacks {what})" for name, what in missing.items()))
        peers = [one for one in wanted if one.name not in missing]
        ours = [{"print": PRINT, "build": BUILD}[name] for name in given.ours or ("print", "build")]
        benchmark = Benchmark(folder, tuple(given.only), peers, ours, os.cpu_count() or 1)
        for run in range(1, given.runs + 1):
            benchmark.run()
            if run == 1:
                benchmark.look()
            _say(f"\nMedians of {run}:\n\n{markdown(benchmark.rows)}")


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
