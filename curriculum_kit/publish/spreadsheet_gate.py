"""The part of the leak gate that reads spreadsheets: numbers stand there raw, without `Rp` and points.

In a practice sheet participants get labels, given values and blanks. So there is no formula, there are no more numbers
than values given in the source, no answer, and nowhere a number that only the key holds.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.publish.secrets import Secrets

SHEET = re.compile(r"<sheet\b[^>]*>")
RELATION = re.compile(r"<Relationship\b[^>]*>")
ATTRIBUTE = re.compile(r'([\w:]+)="([^"]*)"')
CELL = re.compile(r"<c\b([^>]*?)(?:/>|>(.*?)</c>)", re.DOTALL)
VALUE = re.compile(r"<v>([^<]*)</v>")
STRING = re.compile(r"<si>(.*?)</si>", re.DOTALL)
WORDS = re.compile(r"<t\b[^>]*>([^<]*)</t>")


@dataclass(frozen=True, slots=True)
class Tab:
    """One sheet of a spreadsheet: its name, whether it computes anything, its numbers and words."""

    name: str
    computes: bool
    numbers: tuple[float, ...]
    words: tuple[str, ...]


def spreadsheet_leaks(module_id: str, members: Mapping[str, str], secrets: Secrets) -> Iterator[Text]:
    """What participants must not find in a spreadsheet of a module. `members` are the files inside it."""
    found = [*tabs(members)]
    if not found:
        yield text("lembar sebar yang tidak dapat diperiksa")
    for tab in found:
        if hidden := sorted(secrets.amounts.get(module_id, frozenset()).intersection(tab.numbers)):
            yield text("hasil lembar latihan {number}", number=f"{hidden[0]:.15g}")
        practice = secrets.practice.get((module_id, tab.name))
        if practice is None:
            continue
        if tab.computes:
            yield text('rumus lembar latihan "{name}"', name=tab.name)
        if len(tab.numbers) > practice.given:
            yield text('isi sel kosong lembar latihan "{name}"', name=tab.name)
        if answers := sorted(practice.answers.intersection(word.lower() for word in tab.words)):
            yield text("jawaban lembar latihan {words!r}", words=answers[0])


def tabs(members: Mapping[str, str]) -> Iterator[Tab]:
    """The sheets of a spreadsheet; hidden ones as well."""
    strings = [
        html.unescape("".join(WORDS.findall(string)))
        for string in STRING.findall(members.get("xl/sharedStrings.xml", ""))
    ]
    relations = [
        dict(ATTRIBUTE.findall(tag)) for tag in RELATION.findall(members.get("xl/_rels/workbook.xml.rels", ""))
    ]
    targets = {relation["Id"]: relation["Target"] for relation in relations}
    for tag in SHEET.findall(members.get("xl/workbook.xml", "")):
        attributes = dict(ATTRIBUTE.findall(tag))
        yield _tab(html.unescape(attributes["name"]), members[f"xl/{targets[attributes['r:id']]}"], strings)


def _tab(name: str, page: str, strings: list[str]) -> Tab:
    numbers: list[float] = []
    words: list[str] = []
    for attributes, content in CELL.findall(page):
        kind = dict(ATTRIBUTE.findall(attributes)).get("t", "n")
        words += [html.unescape(word) for word in WORDS.findall(content)]
        for value in VALUE.findall(content):
            if kind == "s":
                words.append(strings[int(value)])
            elif kind == "n":
                numbers.append(float(value))
            else:
                words.append(html.unescape(value))
    return Tab(name, "<f" in page, tuple(numbers), tuple(words))
