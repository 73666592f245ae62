"""What is in a PDF: pages, words and those that it lacks, tags, what its validation finds, fields, links."""

from __future__ import annotations

import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import page
import pikepdf


@dataclass(frozen=True, slots=True)
class Looks:
    """What is in a file, or in several together.

    `tagged` are the files that say they are tagged and have a structure tree, `conforming` those in which the
    validation finds nothing against PDF/UA-1, `failures` how many of its rules fail in the worst of them. `links` are
    the places in the same file that a page leads to, summed over pages, `lacking` the words of the HTML that the file
    has fewer times; words that a line divides without a hyphen are among them.
    """

    files: int
    pages: int
    size: int
    words: int
    lacking: int
    tagged: int
    conforming: int
    failures: int
    fields: int
    links: int


def looks(files: Mapping[str, Path], texts: Mapping[str, Iterable[str]]) -> Looks:
    """Look at all files, by the names of the books; `texts` are the words that belong into each."""
    found = [_look(file, texts[name]) for name, file in files.items()]
    return Looks(
        len(found),
        sum(one.pages for one in found),
        sum(one.size for one in found),
        sum(one.words for one in found),
        sum(one.lacking for one in found),
        sum(one.tagged for one in found),
        sum(one.conforming for one in found),
        max((one.failures for one in found), default=0),
        sum(one.fields for one in found),
        sum(one.links for one in found),
    )


def words(file: Path) -> list[str]:
    """All words of a PDF in the order of its content; words that are divided at the ends of lines are whole again."""
    command = ["pdftotext", "-enc", "UTF-8", str(file), "-"]
    text = subprocess.run(command, check=True, capture_output=True, encoding="utf-8").stdout
    return re.sub(r"[\u00ad\u2010-]\n", "", text).split()


def _look(file: Path, text: Iterable[str]) -> Looks:
    with pikepdf.open(file) as pdf:
        root = pdf.Root
        tagged = "/MarkInfo" in root and bool(root.MarkInfo.get("/Marked")) and "/StructTreeRoot" in root
        pages = len(pdf.pages)
        annotations = [note for one in pdf.pages for note in one.get("/Annots", [])]
        fields = sum(note.get("/Subtype") == "/Widget" for note in annotations)
        links = sum(len(_places(one)) for one in pdf.pages)
    rules = _failing_rules(file)
    held = words(file)
    lacking = (_bare(text) - _bare(held)).total()
    return Looks(1, pages, file.stat().st_size, len(held), lacking, int(tagged), int(not rules), rules, fields, links)


def _bare(text: Iterable[str]) -> Counter[str]:
    """How often each word stands there, of letters and digits alone."""
    return Counter(word for one in text if (word := re.sub(r"[\W_]", "", one)))


def _places(leaf: pikepdf.Page) -> set[bytes]:
    """Where the links of a page lead within the file: a link that is broken into lines counts once."""
    found = set()
    for note in leaf.get("/Annots", []):
        if note.get("/Subtype") != "/Link":
            continue
        if "/Dest" in note:
            found.add(note.Dest.unparse())
        elif "/A" in note and note.A.get("/S") == "/GoTo":
            found.add(note.A.D.unparse())
    return found


def _failing_rules(file: Path) -> int:
    report = page.validate_pdf(str(file), profile=page.ValidationProfile.PDF_UA_1)
    return len({str(failure.rule_id) for failure in report.failures})
