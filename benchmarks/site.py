"""How long the site takes, as ratios to plain Sphinx with the same pages.

    python -m benchmarks.site [--runs 3]

The real curriculum: its sessions, modules, programmes, glossary and facts as plain Markdown pages, teaching blocks as
admonitions, built by `sphinx-build -b html` with `basic` and with furo; against `ck build --only site` and the preview.
Three cases: everything, one session edited, nothing edited.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from http.client import HTTPConnection
from pathlib import Path

from benchmarks.curriculum import MODULES

AS_OF = "2026-01-15"
SENTENCE = "Satu kalimat lagi, nomor {number}."
_FENCE = re.compile(r"^(:{3,})\{(?!figure)[\w-]+\} ?(.*)$", re.MULTILINE)
_FIGURE = re.compile(r"^(:{3,})\{figure\} (\S+)$", re.MULTILINE)
_OPTION = re.compile(r"^:(?!name:|alt:)[\w-]+: .*\n", re.MULTILINE)
_ROLE = re.compile(r"\{\w+\}`(?:([^`<]*) )?<?([^`>]*)>?`")
_LINK = re.compile(r"\[([^\]]*)\]\((?!https?:|mailto:)[^)]*\)")
CONF = """
extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
suppress_warnings = ["myst", "toc", "docutils", "image", "ref"]
language = "id"
"""


def write_plain_pages(folder: Path) -> int:
    """The curriculum as pages that any Sphinx reads. Returns how many there are."""
    docnames = []

    def page(name: str, text: str) -> None:
        path = folder / f"{name}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
        docnames.append(name)

    for session in sorted(MODULES.glob("*/sessions/*.md")):
        _, front, body = session.read_text("utf-8").split("---\n", 2)
        title = re.search(r"^title: (.*)$", front, re.MULTILINE)
        page(f"{session.parts[-3]}/{session.stem}", f"# {title[1] if title else session.stem}\n\n{_plain(body)}")
    for file in (*sorted(MODULES.glob("*/module.yaml")), *sorted(MODULES.glob("programmes/*.yaml"))):
        page(f"{file.parent.name}/{file.stem}", _listed(file))
    for name in ("glossary", "facts"):
        page(name, _listed(MODULES / f"{name}.yaml"))
    for module in sorted(MODULES.glob("*/media")):
        shutil.copytree(module, folder / module.parent.name / "media")
    toctree = "\n".join(docnames)
    page("index", f"# Kurikulum\n\n```{{toctree}}\n{toctree}\n```\n")
    (folder / "conf.py").write_text(CONF, "utf-8")
    return len(docnames)


def _plain(body: str) -> str:
    body = _FIGURE.sub(lambda match: f"{match[1]}{{figure}} {match[2].replace('../', '')}", body)
    body = re.sub(r"^(:{3,})\{chart\}.*$", r"\1{note}", body, flags=re.MULTILINE)
    body = _FENCE.sub(lambda match: f"{match[1]}{{admonition}} {match[2] or 'Blok'}", body)
    body = _OPTION.sub("", body)
    return _LINK.sub(r"\1", _ROLE.sub(lambda match: match[1] or match[2], body))


def _listed(file: Path) -> str:
    """A YAML file as a list: as many words as its page has."""
    lines = (line.strip().lstrip("- ") for line in file.read_text("utf-8").split("\n"))
    return f"# {file.stem}\n\n" + "\n".join(f"- {re.sub(r'[{}`<>*_#]', ' ', line)}" for line in lines if line) + "\n"


def seconds(command: list[str], folder: Path) -> float:
    """The time of one process, which must succeed."""
    start = time.perf_counter()
    subprocess.run(command, cwd=folder, capture_output=True, check=True)
    return time.perf_counter() - start


class Case:
    """One way to make the site: how it is made, and the session that is edited in between."""

    def __init__(self, command: list[str], folder: Path, session: Path, output: Path) -> None:
        """Make it in `folder` with `command`; delete `output` to make everything again."""
        self.command, self.folder, self.session, self.output = command, folder, session, output
        self._edits = 0

    def everything(self) -> float:
        """Nothing is there yet."""
        shutil.rmtree(self.output, ignore_errors=True)
        return seconds(self.command, self.folder)

    def one_page(self) -> float:
        """One session has a sentence more."""
        self.edit()
        return seconds(self.command, self.folder)

    def nothing(self) -> float:
        """Nothing has changed."""
        return seconds(self.command, self.folder)

    def edit(self) -> str:
        """Add a sentence."""
        self._edits += 1
        sentence = SENTENCE.format(number=self._edits)
        self.session.write_text(f"{self.session.read_text('utf-8')}\n{sentence}\n", "utf-8")
        return sentence


class Followed(Case):
    """The preview: from the save until the server has the new page."""

    def start(self) -> None:
        """Start it and wait for the first page."""
        command = [sys.executable, "-u", "-m", "curriculum_kit", "serve", "--port", "0", "--as-of", AS_OF]
        self.process = subprocess.Popen(command, cwd=self.folder, stdout=subprocess.PIPE, text=True)
        line = self.process.stdout.readline() if self.process.stdout else ""
        found = re.search(r":(\d+)/", line)
        connection = HTTPConnection("127.0.0.1", int(found[1] if found else 0))
        connection.request("GET", "/_pratinjau/kabar/pelatih")
        self.news = connection.getresponse()
        self._told()

    def one_page(self) -> float:
        """One session has a sentence more."""
        time.sleep(2)
        start = time.perf_counter()
        self.edit()
        self._told()
        return time.perf_counter() - start

    def _told(self) -> str:
        for line in self.news:
            if line.startswith(b"data: "):
                return str(json.loads(line[6:])["version"])
        return ""


def main() -> None:
    """Measure in turns, so that a noisy moment hits all alike, and print the medians as ratios."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        cases: dict[str, Case] = {}
        for theme in ("basic", "furo"):
            pages = write_plain_pages(folder / theme)
            session = min((folder / theme).glob("kwu-05/*.md"))
            options = ["-q", "-b", "html", "-D", f"html_theme={theme}", ".", "_build"]
            command = [sys.executable, "-m", "sphinx", *options]
            cases[f"sphinx-build, {theme}"] = Case(command, folder / theme, session, folder / theme / "_build")
        for title, extra in (("`ck build`, one audience", ["--audience", "trainer"]), ("`ck build`, both", [])):
            place = folder / title.replace("`", "")
            shutil.copytree(MODULES, place / "modules")
            session = min(place.glob("modules/kwu-05/sessions/*.md"))
            command = [sys.executable, "-m", "curriculum_kit", "build", "--only", "site", "--as-of", AS_OF, *extra]
            cases[title] = Case(command, place, session, place / "build-partial")
        preview = folder / "preview"
        shutil.copytree(MODULES, preview / "modules")
        followed = Followed([], preview, min(preview.glob("modules/kwu-05/sessions/*.md")), preview / "none")
        times: dict[tuple[str, str], list[float]] = {}

        def measure(title: str, what: str, take: Callable[[], float]) -> None:
            times.setdefault((title, what), []).append(take())

        for _ in range(runs):
            for title, case in cases.items():
                measure(title, "everything", case.everything)
                measure(title, "one page", case.one_page)
                measure(title, "nothing", case.nothing)
        followed.start()
        for _ in range(runs + 2):
            measure("`ck serve`", "one page", followed.one_page)
        followed.process.terminate()
        followed.process.wait()
    base = statistics.median(times["sphinx-build, basic", "everything"])
    sys.stdout.write(f"{pages} pages; 1.0 = everything with basic ({base:.1f} s here)\n")
    for (title, what), taken in times.items():
        sys.stdout.write(f"{title:<26} {what:<11} {statistics.median(taken) / base:6.2f}\n")


if __name__ == "__main__":
    main()
