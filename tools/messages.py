"""Renews the English catalogues: adds what the source says anew, drops what it no longer says, keeps the rest.

    python tools/messages.py [TRANSLATIONS.json …]

There are two: what the program says (`text("…")`), and what translated sites and books say of themselves (`said("…")`,
tables of words, templates, scripts). Each JSON file maps Indonesian templates to English ones, for either. What is
still without English is listed, with exit code 1.
"""

from __future__ import annotations

import ast
import io
import json
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from curriculum_kit.blocks import BLOCKS, GROUPS, TOPICS
from curriculum_kit.books import BOOK_KINDS
from curriculum_kit.charts.data import KINDS as CHART_KINDS
from curriculum_kit.edition import labels
from curriculum_kit.edition.form import OWNER
from curriculum_kit.edition.numbering import COUNTER_LABELS
from curriculum_kit.edition.wording import script_words, template_words
from curriculum_kit.editor.guidance import help_texts
from curriculum_kit.exporter.xlsx import HINTS
from curriculum_kit.indonesian import MAGNITUDES, MONTHS
from curriculum_kit.resources import templates_folder
from curriculum_kit.rules import rules
from curriculum_kit.texts import DOMAIN, OUTPUT, catalogue_file
from curriculum_kit.website.menu import TOOLS, TRANSLATED
from curriculum_kit.website.page import HOME

PACKAGE = Path(__file__).parents[1] / "curriculum_kit"
HEADERS = {
    DOMAIN: f'# English for {DOMAIN}. Templates are Indonesian: text("…") in the source, rules, help of editors.',
    OUTPUT: "# English for translated sites and books: what they say of themselves, not what authors write.",
}
UNTRANSLATED_TEMPLATES = frozenset({
    "assessment", "assessment-legacy", "calendar", "centres", "changes", "information", "instruments", "programme",
    "province", "questions", "questions-form", "report", "review", "sheets", "workbook-legacy",
})  # fmt: skip
"""Of pages and books that there are in Indonesian alone."""
UNTRANSLATED_SCRIPTS = frozenset({"balai.js", "jadwal.js"})
NO_WORDS = frozenset({
    "(min-width: 60rem)", "(prefers-color-scheme: dark)", ".get a", ".meta a", "ArrowDown", "ArrowUp", "Enter",
    "Escape", "QuotaExceededError", "main details:not([open])", "thead+tbody tr", "theme quiet", "tools sure",
    "use strict", 'class="n"',
})  # fmt: skip
"""Strings of scripts and templates that only look like words."""
TABLES: tuple[Mapping[Any, str], ...] = (
    *(table for table in vars(labels).values() if isinstance(table, labels.Words)),
    COUNTER_LABELS, GROUPS, HINTS, OWNER, TOPICS,
)  # fmt: skip
"""Words that stand by their value; they are said where they are printed."""
LISTS = (
    tuple(block.label for block in BLOCKS.values()),
    tuple(words for info in BOOK_KINDS if info.sessions == "whole" for words in (info.title, info.purpose)),
    tuple(words for item in TOOLS if item.address in TRANSLATED for words in (item.title, item.words)),
    (*MONTHS, *(word for word, _ in MAGNITUDES), "hari ini", "kemarin", "bulan", "tahun"),
    (HOME.title, *CHART_KINDS.values()),
)


class NotTranslatable(ValueError):
    """A text whose template is only known when the program runs."""


def templates() -> dict[str, list[str]]:
    """Every template with the files that say it, in the order of files and lines."""
    found: dict[str, list[str]] = {}
    for file in sorted(PACKAGE.rglob("*.py")):
        for template in _in_calls(file):
            places = found.setdefault(template, [])
            name = file.relative_to(PACKAGE.parent).as_posix()
            if name not in places:
                places.append(name)
    for rule in rules().values():
        for words in (rule.page.title, *rule.page.paragraphs):
            found.setdefault(words, []).append(f"{rule.code}")
    purposes = [(info.purpose, "curriculum_kit/books.py") for info in BOOK_KINDS]
    for words, home in (*help_texts(), *purposes):
        places = found.setdefault(words, [])
        if home not in places:
            places.append(home)
    return found


def output_templates() -> dict[str, list[str]]:
    """Everything that translated sites and books say, with the files that say it."""
    found: dict[str, list[str]] = {}
    for words, place in _output():
        places = found.setdefault(words, [])
        if place not in places:
            places.append(place)
    return {words: places for words, places in found.items() if words not in NO_WORDS}


def _output() -> Iterator[tuple[str, str]]:
    for file in sorted(PACKAGE.rglob("*.py")):
        for words in _in_calls(file, "said"):
            yield words, file.relative_to(PACKAGE.parent).as_posix()
    for part in (*(table.values() for table in TABLES), *LISTS):
        for words in part:
            yield words, "tools/messages.py"
    yield from _in_templates(templates_folder())


def _in_templates(folder: Path) -> Iterator[tuple[str, str]]:
    templates = [*folder.glob("website/**/*.html"), *folder.glob("website/**/*.txt"), *folder.glob("books/*.html")]
    for file in sorted(templates):
        if file.stem not in UNTRANSLATED_TEMPLATES:
            for words in template_words(file.read_text("utf-8"), by_line=file.suffix == ".txt"):
                yield words, f"templates/{file.relative_to(folder).as_posix()}"
    for file in sorted(folder.glob("website/static/*.js")):
        if file.name not in UNTRANSLATED_SCRIPTS:
            for words in script_words(file.read_text("utf-8")):
                yield words, f"templates/{file.relative_to(folder).as_posix()}"


def _in_calls(file: Path, function: str = "text") -> Iterator[str]:
    """The literal templates in calls of a function, and those that a constant of the file names."""
    tree = ast.parse(file.read_text(encoding="utf-8"))
    constants = {
        target.id: node.value.value
        for node in tree.body
        if isinstance(node, ast.Assign) and isinstance(node.value, ast.Constant)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    calls = (node for node in ast.walk(tree) if isinstance(node, ast.Call) and node.args)
    for node in sorted(calls, key=lambda node: (node.lineno, node.col_offset)):
        if isinstance(node.func, ast.Name) and node.func.id == function:
            template = node.args[0]
            if isinstance(template, ast.JoinedStr):
                raise NotTranslatable(f"{file}:{node.lineno}: an f-string cannot be translated")
            value = constants.get(template.id) if isinstance(template, ast.Name) else getattr(template, "value", None)
            if isinstance(value, str) and value:
                yield value


def translations(domain: str = DOMAIN) -> dict[str, str]:
    """A catalogue as it is."""
    path = catalogue_file("en", domain)
    if not path.exists():
        return {}
    with path.open(encoding="utf-8") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def renewed(said: dict[str, list[str]], english: dict[str, str], domain: str = DOMAIN) -> str:
    """The catalogue that holds what is said, and nothing else."""
    catalogue = Catalog(locale="en", domain=domain, header_comment=HEADERS[domain])
    for template, places in said.items():
        catalogue.add(template, english.get(template, ""), locations=[(place, 0) for place in places])
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=116, include_lineno=False, omit_header=True)
    head = f'{HEADERS[domain]}\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    head += '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    return head + buffer.getvalue().decode("utf-8")


def main(files: list[str]) -> int:
    """Write the catalogues."""
    given: dict[str, str] = {}
    for file in files:
        given |= json.loads(Path(file).read_text(encoding="utf-8"))
    missing: list[str] = []
    for domain, said in ((DOMAIN, templates()), (OUTPUT, output_templates())):
        english = translations(domain) | given
        catalogue_file("en", domain).write_text(renewed(said, english, domain), encoding="utf-8")
        missing += [template for template in said if not english.get(template)]
    sys.stdout.write("".join(f"{template}\n" for template in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
