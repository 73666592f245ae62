"""Writes the documentation of the rules from their own pages: one file a family, in Indonesian and in English."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from curriculum_kit.diagnostics import Severity
from curriculum_kit.report.text import SEVERITIES
from curriculum_kit.rules import Rule, rules
from curriculum_kit.rules.pages import Example, Piece
from curriculum_kit.texts import Translate, translator

FAMILIES = {
    "YAML": "how a YAML file is written",
    "IGNORE": "notes that let a finding stand",
    "SCHEMA": "keys and values of records",
    "REF": "ids, links, files, blocks and options",
    "ALIGN": "taught, practised, assessed",
    "TIME": "minutes, JP and breaks",
    "ASSESS": "instruments, keys and rubrics",
    "A11Y": "for everybody to read",
    "OFFLINE": "without power or internet",
    "LANG": "Indonesian spelling and style (EYD V)",
    "CALC": "worksheets and formulas",
    "FACT": "regulatory facts",
    "SIZE": "weight and sharpness of pictures",
    "SAFE": "what keeps answers and machines safe",
    "FILL": "what is still to be filled in",
    "TRANS": "catalogues of translations",
    "PBK": "forms of competence-based training",
    "LEAK": "what participants must not see",
    "BUILD": "what stops a build",
}


def write_pages(folder: Path) -> None:
    """Write `index.md` and a page for every family into `folder`. Files that are as they should be are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {f"{family.lower()}.md": "\n".join(_family(family)) for family in families()}
    pages["index.md"] = "\n".join(_index())
    for path in folder.glob("*.md"):
        if path.name not in pages:
            path.unlink()
    for name, content in pages.items():
        path = folder / name
        if not path.is_file() or path.read_text("utf-8") != content:
            path.write_text(content, "utf-8")


def families() -> dict[str, list[Rule]]:
    """The rules by family, in the order of their codes."""
    found: dict[str, list[Rule]] = {}
    for rule in rules().values():
        found.setdefault(rule.code.rstrip("0123456789"), []).append(rule)
    return found


def _index() -> Iterator[str]:
    yield "# Rules"
    yield ""
    yield "What `ck check` looks at. `ck explain CODE` prints the same pages in a terminal."
    yield ""
    yield "| family | rules | about |"
    yield "|---|---|---|"
    for family, members in families().items():
        yield f"| [{family}]({family.lower()}.md) | {len(members)} | {FAMILIES[family]} |"
    yield ""
    yield "```{toctree}"
    yield ":maxdepth: 1"
    yield ":hidden:"
    yield ""
    yield from (family.lower() for family in families())
    yield "```"
    yield ""


def _family(family: str) -> Iterator[str]:
    english = translator("en") or str
    yield f"# {family}: {FAMILIES[family]}"
    for rule in families()[family]:
        page = rule.page
        yield ""
        yield f"## {rule.code}"
        yield ""
        yield (
            f"**{_plain(page.title)}**"
            f" · {SEVERITIES[rule.severity].format()}{', tidak dapat diturunkan' * rule.protected}"
        )
        yield ""
        yield from (_plain(paragraph) + "\n" for paragraph in page.paragraphs)
        yield f"*{_plain(english(page.title))}* · {_level(rule, english)}"
        yield ""
        yield from (_plain(english(paragraph)) + "\n" for paragraph in page.paragraphs)
        for example in page.examples:
            yield from _example(example)
    yield ""


def _level(rule: Rule, english: Translate) -> str:
    level = SEVERITIES[Severity(rule.severity)].format(english)
    return f"{level}, cannot be lowered" if rule.protected else level


def _example(example: Example) -> Iterator[str]:
    for heading, pieces in (("Salah (wrong):", example.wrong), ("Benar (right):", example.right)):
        yield heading
        yield ""
        fence = "`" * max(3, *(_ticks(line) + 1 for piece in pieces for line in piece.lines or ("",)))
        yield f"{fence}text"
        for piece in pieces:
            yield f"# {piece.path}{_how(piece)}"
            yield from piece.lines
        yield fence
        yield ""


def _ticks(line: str) -> int:
    return max((len(run) for run in re.findall("`+", line)), default=0)


def _how(piece: Piece) -> str:
    return f" ({piece.how})" if piece.how else ""


def _plain(words: str) -> str:
    """Words of a page as Markdown: what looks like a role or a tag is none."""
    parts = re.split(r"(`+[^`]*`+)", words)
    return "".join(part if at % 2 else re.sub(r"([<>{}\[\]])", r"\\\1", part) for at, part in enumerate(parts))
