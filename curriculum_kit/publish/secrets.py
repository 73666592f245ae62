"""What participants must never read, found in the raw files.

This shares no code with the directives, the Markdown parser or the projection of records: it counts fences and reads
YAML by itself, so that a mistake there cannot hide here as well.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

RUN = 5
"""Words in a row that give a text away."""
SHORTEST = 3
"""A hidden text of three or four words counts as a whole."""
WORD = re.compile(r"\w+")
FENCE = re.compile(r"^\s*(:{3,})\s*\{?([\w-]*)\}?")
TRAINER_BLOCKS = frozenset({"answer", "trainer-note"})
TRAINER_FRONT_MATTER = frozenset({"room_layout", "media"})
TRAINER_STEP = frozenset({"trainer"})
OPTION = re.compile(r"^\s*:([\w-]+):\s*(.*)$")
ESCAPED = re.compile(r"\\(.)")
UNESCAPED = {"n": "\n", "t": "\t"}
DRAWN_TEXT = re.compile(r">([^<>]+)<")
REFERENCE = re.compile(r"\b(?:CASE|FACT|SHEET)\([^)]*\)")
"""In formulas: names of cells, which the form fields of participants carry as well."""
PRINTED_ROLE = re.compile(r"\{[a-z]+\}`([^`<]*)[^`]*`")
ROLE = re.compile(r"\{[a-z]+\}`(?:([^`<]*?)\s*<[^`>]*>|[^`]*)`")

Run = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """A practice sheet: how many values it gives, and answers in small letters that stand nowhere else in its file."""

    given: int
    answers: frozenset[str]


@dataclass(frozen=True, slots=True)
class Secrets:
    """Runs of words that stand in trainer-only places and nowhere else, each with the file it comes from."""

    runs: dict[Run, str]
    numbers: dict[str, dict[str, str]]
    amounts: Mapping[str, frozenset[float]] = field(default_factory=dict)
    """By module: results of practice sheets as spreadsheets hold them."""
    practice: Mapping[tuple[str, str], Practice] = field(default_factory=dict)
    """By module and sheet."""

    @property
    def modules(self) -> frozenset[str]:
        """The modules that have any secret numbers or practice sheets."""
        return frozenset({*self.numbers, *self.amounts, *(module_id for module_id, _ in self.practice)})

    def digest(self) -> bytes:
        """One digest of all that is secret, in an order that depends on nothing else."""
        hasher = hashlib.sha256()
        numbers = {module_id: sorted(found.items()) for module_id, found in self.numbers.items()}
        amounts = {module_id: sorted(found) for module_id, found in self.amounts.items()}
        practice = {key: (sheet.given, sorted(sheet.answers)) for key, sheet in self.practice.items()}
        for part in (self.runs, numbers, amounts, practice):
            hasher.update(repr(sorted(part.items())).encode())
        return hasher.digest()

    def __len__(self) -> int:
        """How many secrets are known."""
        return len(self.runs) + sum(len(numbers) for numbers in self.numbers.values())


def words_of(text: str) -> list[str]:
    """The words of a text in small letters."""
    return WORD.findall(text.lower())


def runs_of(words: list[str], length: int = RUN) -> Iterator[Run]:
    """All runs of so many words."""
    return zip(*(words[start:] for start in range(length)), strict=False)


def text_secrets(root: Path) -> dict[Run, str]:
    """Runs of words of all trainer-only texts below `root` that occur in no public text."""
    files = {path.relative_to(root).as_posix(): _split(path) for path in sorted(root.rglob("*"))}
    catalogues = sorted(root.glob("**/locale/*.po"))
    if catalogues:
        originals = "".join(_in_a_row(words) for shown, _ in files.values() for words in _rows(shown))
        files |= {path.relative_to(root).as_posix(): _split_catalogue(path, originals) for path in catalogues}
    hidden: dict[Run, str] = {}
    for file, (_, secret) in files.items():
        for text in secret:
            for run in _hidden_runs(text):
                hidden.setdefault(run, file)
    public: set[Run] = set()
    for shown, _ in files.values():
        for words in _rows(shown):
            for length in range(SHORTEST, RUN + 1):
                public.update(filter(hidden.__contains__, runs_of(words, length)))
    return {run: file for run, file in hidden.items() if run not in public}


def _rows(shown: list[str]) -> Iterator[list[str]]:
    """The words of public texts, and of all of them in a row.

    What stands side by side in the file may stand side by side on the page: lists, rows, labels of a drawing.
    """
    for text in (*shown, " ".join(shown)):
        yield words_of(PRINTED_ROLE.sub(r"\1", text))


def _in_a_row(words: list[str]) -> str:
    """Words as a line in which others can be looked for."""
    return f" {' '.join(words)} \n"


def _split_catalogue(path: Path, originals: str) -> tuple[list[str], list[str]]:
    """(public, trainer-only) translations: as public as the text that they translate, whatever the catalogue says.

    A text that stands in no public place is a secret, and so is one that cannot be found.
    """
    shown: list[str] = []
    secret: list[str] = []
    for text, translation in translations_in(path.read_text("utf-8")):
        words = words_of(PRINTED_ROLE.sub(r"\1", text))
        (shown if not words or _in_a_row(words)[:-1] in originals else secret).append(translation)
    return shown, secret


def translations_in(catalogue: str) -> Iterator[tuple[str, str]]:
    """The texts of a gettext catalogue with their translations, whether or not they are up to date."""
    for entry in re.split(r"\n\s*\n", catalogue.replace("\r", "")):
        parts = {"msgid": "", "msgstr": ""}
        key = ""
        for line in entry.split("\n"):
            word, _, rest = line.strip().removeprefix("#~").strip().partition(" ")
            if word in parts:
                key = word
            elif word.startswith('"'):
                rest = line.strip().removeprefix("#~").strip()
            else:
                key = ""
            if key and len(rest) > 1:
                parts[key] += ESCAPED.sub(lambda match: UNESCAPED.get(match[1], match[1]), rest[1:-1])
        if parts["msgid"] and parts["msgstr"]:
            yield parts["msgid"], parts["msgstr"]


def _split(path: Path) -> tuple[list[str], list[str]]:
    """(public, trainer-only) texts of a file of a curriculum; of others there are none."""
    if path.suffix == ".md":
        return _split_session(path.read_text("utf-8"))
    if path.suffix == ".yaml":
        return _split_yaml(path)
    if path.suffix == ".svg":
        return DRAWN_TEXT.findall(path.read_text("utf-8")), []
    return [], []


def _hidden_runs(text: str) -> Iterator[Run]:
    """Runs within the stretches between roles: what a role prints is not known here."""
    for stretch in ROLE.sub("\n", REFERENCE.sub("\n\n", text)).split("\n\n"):
        for part in ROLE.split(stretch):
            words = words_of(part or "")
            if SHORTEST <= len(words) < RUN:
                yield tuple(words)
            yield from runs_of(words)


def _split_session(text: str) -> tuple[list[str], list[str]]:
    """(public, trainer-only) stretches of a session."""
    shown: list[str] = []
    secret: list[str] = []
    body = text
    if text.startswith("---\n"):
        front, _, body = text[4:].partition("\n---")
        front_shown, front_secret = _split_data(yaml.load(front, yaml.CBaseLoader), TRAINER_FRONT_MATTER | TRAINER_STEP)
        shown += front_shown
        secret += front_secret
    stack: list[tuple[int, str]] = []
    stretch: list[str] = []

    def close() -> None:
        if stretch:
            (secret if any(name in TRAINER_BLOCKS for _, name in stack) else shown).append("\n".join(stretch))
            stretch.clear()

    for line in body.split("\n"):
        match = FENCE.match(line)
        if match and match[2]:
            close()
            stack.append((len(match[1]), match[2]))
            stretch.append(line[match.end() :])
        elif match and stack:
            close()
            while stack and stack[-1][0] != len(match[1]):
                stack.pop()
            if stack:
                stack.pop()
        else:
            option = OPTION.match(line)
            stretch.append(option[2] if option else line)
    close()
    return shown, secret


def _split_yaml(path: Path) -> tuple[list[str], list[str]]:
    """(public, trainer-only) texts of a YAML file; `assessment.yaml` is trainer-only whole."""
    data = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
    if path.name == "assessment.yaml":
        shown, secret = _split_data(data, frozenset())
        return [], shown + secret
    if path.parent.name != "worksheets" or not isinstance(data, dict):
        return _split_data(data, frozenset())
    practice = data.get("mode") == "practice"
    shown, secret = _split_data(data, frozenset({"answer", "formula"}) if practice else frozenset())
    return [*shown, *_side_by_side(data)], secret


def practice_sheets(root: Path) -> dict[tuple[str, str], Practice]:
    """The practice sheets by module and sheet, read from the raw files."""
    found = {}
    for path in sorted(root.glob("*/worksheets/*.yaml")):
        data = yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)
        if not isinstance(data, dict) or data.get("mode") != "practice":
            continue
        typed = [row["cells"] for row in _mappings(data.get("rows")) if isinstance(row.get("cells"), dict)]
        given = sum(isinstance(value, str) for cells in typed for value in cells.values())
        given += sum("value" in cell for cell in _mappings(data.get("cells")))
        shown, secret = _split_data(data, frozenset({"answer"}))
        for catalogue in sorted(path.parent.parent.glob("locale/*.po")):
            words = dict(translations_in(catalogue.read_text("utf-8")))
            shown += [words[text] for text in shown if text in words]
            secret += [words[text] for text in secret if text in words]
        answers = {answer.lower() for answer in secret} - {text.lower() for text in shown}
        found[path.parent.parent.name, path.stem] = Practice(given, frozenset(answers))
    return found


def _side_by_side(sheet: dict[str, object]) -> Iterator[str]:
    """Words of a worksheet that meet on the page where blanks between them print nothing."""
    for key in ("columns", "cells"):
        yield " ".join(str(part.get("label", "")) for part in _mappings(sheet.get(key)))
    rows = [row["cells"] for row in _mappings(sheet.get("rows")) if isinstance(row.get("cells"), dict)]
    if sheet.get("mode") == "own":  # in the data that the browser computes with
        yield " ".join(str(row.get("id", "")) for row in _mappings(sheet.get("rows")))
    for column in dict.fromkeys(name for row in rows for name in row):
        yield " ".join(row[column] for row in rows if isinstance(row.get(column), str))


def _mappings(data: object) -> Iterator[dict[str, Any]]:
    yield from (part for part in data if isinstance(part, dict)) if isinstance(data, list) else ()


def _split_data(data: object, trainer_keys: frozenset[str]) -> tuple[list[str], list[str]]:
    shown: list[str] = []
    secret: list[str] = []
    stack: list[tuple[object, bool]] = [(data, False)]
    while stack:  # in reading order: the last of the stack comes next
        value, hidden = stack.pop()
        if isinstance(value, dict):
            stack += [(child, hidden or key in trainer_keys) for key, child in reversed(value.items())]
        elif isinstance(value, list):
            stack += [(child, hidden) for child in reversed(value)]
        elif isinstance(value, str):
            (secret if hidden else shown).append(value)
    return shown, secret


def number_secrets(hidden: Iterable[tuple[str, str]], public: Iterable[str]) -> dict[str, dict[str, str]]:
    """By module: results of practice sheets as printed, except those that a public number equals by chance.

    `hidden` are (module id, printed result); only amounts of four digits or more give a result away.
    """
    known = set(public)
    found: dict[str, dict[str, str]] = {}
    for module_id, text in hidden:
        if sum(letter.isdigit() for letter in text) >= 4 and text not in known:  # noqa: PLR2004 - see above
            found.setdefault(module_id, {})[text] = f"{module_id}/worksheets"
    return found


def amount_secrets(hidden: Iterable[tuple[str, float]], public: Iterable[float]) -> dict[str, frozenset[float]]:
    """By module: results of practice sheets as numbers, except those that a public number equals by chance."""
    known = set(public)
    found: dict[str, set[float]] = {}
    for module_id, amount in hidden:
        if amount not in known:
            found.setdefault(module_id, set()).add(amount)
    return {module_id: frozenset(amounts) for module_id, amounts in found.items()}
