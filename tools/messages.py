"""Renews the English catalogue: adds what the source says anew, drops what it no longer says, keeps the rest.

    python tools/messages.py [TRANSLATIONS.json …]

Each JSON file maps Indonesian templates to English ones. What is still without English is listed, with exit code 1.
"""

from __future__ import annotations

import ast
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po

from curriculum_kit.books import BOOK_KINDS
from curriculum_kit.editor.guidance import help_texts
from curriculum_kit.rules import rules
from curriculum_kit.texts import DOMAIN, catalogue_file

PACKAGE = Path(__file__).parents[1] / "curriculum_kit"
HEADER = f'# English for {DOMAIN}. Templates are Indonesian: text("…") in the source, pages of rules, help of editors.'


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


def _in_calls(file: Path) -> Iterator[str]:
    """The literal templates in calls of `text`, and those that a constant of the file names."""
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
        if isinstance(node.func, ast.Name) and node.func.id == "text":
            template = node.args[0]
            if isinstance(template, ast.JoinedStr):
                raise NotTranslatable(f"{file}:{node.lineno}: an f-string cannot be translated")
            value = constants.get(template.id) if isinstance(template, ast.Name) else getattr(template, "value", None)
            if isinstance(value, str) and value:
                yield value


def translations() -> dict[str, str]:
    """The catalogue as it is."""
    with catalogue_file("en").open(encoding="utf-8") as file:
        return {str(message.id): str(message.string) for message in read_po(file) if message.id}


def renewed(said: dict[str, list[str]], english: dict[str, str]) -> str:
    """The catalogue that holds what is said, and nothing else."""
    catalogue = Catalog(locale="en", domain=DOMAIN, header_comment=HEADER)
    for template, places in said.items():
        catalogue.add(template, english.get(template, ""), locations=[(place, 0) for place in places])
    buffer = io.BytesIO()
    write_po(buffer, catalogue, width=116, include_lineno=False, omit_header=True)
    head = f'{HEADER}\nmsgid ""\nmsgstr ""\n"Language: en\\n"\n"MIME-Version: 1.0\\n"\n'
    head += '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    return head + buffer.getvalue().decode("utf-8")


def main(files: list[str]) -> int:
    """Write the catalogue."""
    english = translations()
    for file in files:
        english |= json.loads(Path(file).read_text(encoding="utf-8"))
    said = templates()
    catalogue_file("en").write_text(renewed(said, english), encoding="utf-8")
    missing = [template for template in said if not english.get(template)]
    sys.stdout.write("".join(f"{template}\n" for template in missing))
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
