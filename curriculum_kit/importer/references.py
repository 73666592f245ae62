"""A line of a bibliography as author, year, title and publisher. Where a part is not told, somebody has to write it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.places import Report

_URL = re.compile(r"https?://[^\s<>\"]+[^\s<>\".,;)\]]")
_ISBN = re.compile(r"\bISBN[:\s]*(?P<number>[\d][\d-]{8,16}[\dXx])")
_YEAR = re.compile(r"\(?\b(?P<year>(?:19|20)\d{2}[a-z]?)\b\)?")
_QUOTED = re.compile(r"[“\"](?P<title>[^”\"]{3,})[”\"]")
_SIGN = re.compile(r"^\[\d{1,3}\]\s*")
_ACCESSED = re.compile(
    r"[\s,;(]{0,4}\b(?:diakses|diunduh|dikunjungi|accessed|retrieved)\b.*", re.IGNORECASE | re.DOTALL
)
_EDGES = " .,;:()–-"


@dataclass(frozen=True, slots=True)
class Reference:
    """A book or page; parts that the line does not tell are empty."""

    author: str
    year: str
    title: str
    publisher: str = ""
    isbn: str = ""
    url: str = ""


def reference_of(words: str, number: int, report: Report) -> Reference:
    """Read a line such as "Sari, Dewi. 2021. Roti Manis. Jakarta: Pustaka Contoh" and report it."""
    report.guessed(number, text("menjadi rujukan modul; periksa penulis, tahun, dan judulnya"), words)
    words = _SIGN.sub("", words)
    url, isbn = _URL.search(words), _ISBN.search(words)
    for found in sorted((each for each in (url, isbn) if each), key=lambda each: -each.start()):
        words = f"{words[: found.start()]} {words[found.end() :]}"
    words = _ACCESSED.sub("", " ".join(words.split()))
    author, year, title, publisher = _quoted(words) or _dated(words)
    return Reference(author, year, title, publisher, isbn["number"] if isbn else "", url[0] if url else "")


def _quoted(words: str) -> tuple[str, str, str, str] | None:
    """A title in quotation marks, with the author before and the rest behind it."""
    match = _QUOTED.search(words)
    if match is None:
        return None
    before, behind = words[: match.start()], words[match.end() :]
    year = _YEAR.search(behind) or _YEAR.search(before)
    if year and year.string is behind:
        behind = f"{behind[: year.start()]} {behind[year.end() :]}"
    elif year:
        before = f"{before[: year.start()]} {before[year.end() :]}"
    return _bare(before), year["year"] if year else "", _bare(match["title"]), _bare(behind)


def _dated(words: str) -> tuple[str, str, str, str]:
    """Author, year, title, publisher; without a year all is title."""
    year = _YEAR.search(words)
    if year is None or not words[: year.start()].strip(_EDGES):
        return "", year["year"] if year else "", _bare(words.replace(year[0], " ", 1) if year else words), ""
    rest = words[year.end() :].strip(_EDGES)
    title, _, publisher = rest.partition(". ")
    if not rest:  # the year stands at the end: author, title, publisher
        author, _, title = words[: year.start()].partition(". ")
        return _bare(author), year["year"], _bare(title), ""
    return _bare(words[: year.start()]), year["year"], _bare(title), _bare(publisher)


def _bare(words: str) -> str:
    return " ".join(words.split()).strip(_EDGES)
