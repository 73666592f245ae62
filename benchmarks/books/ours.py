"""This project: `ck build` as people call it, and its printing alone, from the HTML that the peers get.

python -m benchmarks.books.ours BOOKS.pickle CACHE WORKERS
"""

from __future__ import annotations

import pickle
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from benchmarks.books.content import AS_OF, SENTENCE, Content, edited_session
from benchmarks.books.measure import ROOT, Command
from benchmarks.curriculum import MODULES
from curriculum_kit.pdf import static_fonts, write_pdfs


@dataclass(frozen=True, slots=True)
class Builds:
    """`ck build --only books` in a copy of the curriculum."""

    folder: Path
    only: tuple[str, ...]

    def command(self) -> Command:
        """The build, as it is typed."""
        argv = [sys.executable, "-m", "curriculum_kit", "build", "modules", "--only", "books"]
        argv += ["--as-of", AS_OF.isoformat(), "--output", "hasil"]
        for scope in self.only:
            argv += ["--module" if (MODULES / scope / "module.yaml").is_file() else "--programme", scope]
        return Command(tuple(argv), str(self.folder), {}, {"PYTHONPATH": str(ROOT)})

    def start_anew(self) -> None:
        """The curriculum as it is, nothing kept."""
        shutil.rmtree(self.folder, ignore_errors=True)
        shutil.copytree(MODULES, self.folder / "modules")

    def edit(self) -> None:
        """Add a sentence to the last paragraph of the session."""
        module, session = edited_session(self.only).split("/")
        path = self.folder / "modules" / module / "sessions" / f"{session}.md"
        lines = path.read_text("utf-8").split("\n")
        last = max(number for number, line in enumerate(lines) if line.strip() and not line.startswith(":"))
        lines[last] += f" {SENTENCE}"
        path.write_text("\n".join(lines), "utf-8")

    def files(self) -> dict[str, Path]:
        """The books by name, without the copies that trainers get of those for participants."""
        return {f"{path.parent.name}_{path.stem}": path for path in sorted(self.folder.glob("hasil/*/unduhan/*/*.pdf"))}


@dataclass(frozen=True, slots=True)
class Printing:
    """`write_pdfs` alone, in a process of its own."""

    folder: Path
    content: Content
    workers: int

    @property
    def cache(self) -> Path:
        """What is kept between runs. The fonts are there from the start, as peers have them."""
        return self.folder / "cache"

    def write(self) -> None:
        """What the process reads."""
        self.folder.mkdir(parents=True, exist_ok=True)
        for name, books in (("before", self.content.before), ("after", self.content.after)):
            (self.folder / f"{name}.pickle").write_bytes(pickle.dumps(books))

    def command(self, name: str) -> Command:
        """Print the books `before` or `after` the edit."""
        argv = (sys.executable, "-m", __name__, str(self.folder / f"{name}.pickle"), str(self.cache), str(self.workers))
        return Command(argv, str(self.folder), {}, {"PYTHONPATH": str(ROOT)})

    def start_anew(self) -> None:
        """Nothing kept but the fonts."""
        shutil.rmtree(self.cache, ignore_errors=True)
        static_fonts(self.cache)


def main() -> None:
    """Print books."""
    books, cache, workers = sys.argv[1:]
    wanted = pickle.loads(Path(books).read_bytes())  # noqa: S301 - written by `Printing`
    for book in wanted:
        book.target.parent.mkdir(parents=True, exist_ok=True)
    write_pdfs(wanted, cache=Path(cache), workers=int(workers))


if __name__ == "__main__":
    main()
