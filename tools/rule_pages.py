"""Writes the documentation of the rules from their own pages: one file a family, in English or in Indonesian."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal, NamedTuple

from curriculum_kit.diagnostics import Severity
from curriculum_kit.report.text import SEVERITIES
from curriculum_kit.rules import Rule, rules
from curriculum_kit.rules.pages import Example, Piece
from curriculum_kit.texts import translator

FAMILIES = {
    "YAML": ("how a YAML file is written", "cara menulis berkas YAML"),
    "IGNORE": ("notes that let a finding stand", "catatan yang membiarkan temuan"),
    "SCHEMA": ("keys and values of records", "kunci dan nilai"),
    "REF": ("ids, links, files, blocks and options", "id, tautan, berkas, blok, dan opsi"),
    "ALIGN": ("taught, practised, assessed", "diajarkan, dilatihkan, dinilai"),
    "TIME": ("minutes, JP and breaks", "menit, JP, dan istirahat"),
    "ASSESS": ("instruments, keys and rubrics", "perangkat penilaian, kunci, dan rubrik"),
    "A11Y": ("for everybody to read", "agar semua orang dapat membaca"),
    "OFFLINE": ("without power or internet", "tanpa listrik atau internet"),
    "LANG": ("Indonesian spelling and style (EYD V)", "ejaan dan gaya bahasa Indonesia (EYD V)"),
    "CALC": ("worksheets and formulas", "lembar kerja dan rumus"),
    "FACT": ("regulatory facts", "ketentuan dari peraturan"),
    "SIZE": ("weight and sharpness of pictures", "ukuran dan ketajaman gambar"),
    "SAFE": ("what keeps answers and machines safe", "yang menjaga jawaban dan komputer"),
    "FILL": ("what is still to be filled in", "yang masih harus dilengkapi"),
    "TRANS": ("catalogues of translations", "katalog terjemahan"),
    "PBK": ("forms of competence-based training", "bentuk pelatihan berbasis kompetensi"),
    "LEAK": ("what participants must not see", "yang tidak boleh dilihat peserta"),
    "BUILD": ("what stops a build", "yang menghentikan pembuatan"),
}
"""What each family is about, in English and in Indonesian."""

Language = Literal["en", "id"]


class Words(NamedTuple):
    """What the pages say beside the words of the rules."""

    title: str
    intro: str
    columns: str
    wrong: str
    right: str
    protected: str


WORDS: dict[Language, Words] = {
    "en": Words(
        "Rules",
        "What `ck check` looks at. `ck explain CODE` prints the same pages in a terminal.",
        "| family | rules | about |",
        "Wrong:",
        "Right:",
        ", cannot be lowered",
    ),
    "id": Words(
        "Aturan",
        "Yang dilihat oleh `ck check`. `ck explain KODE` menampilkan halaman yang sama di terminal.",
        "| keluarga | aturan | tentang |",
        "Salah:",
        "Benar:",
        ", tidak dapat diturunkan",
    ),
}


def write_pages(folder: Path, language: Language) -> None:
    """Write `index.md` and a page for every family into `folder`. Files that are as they should be are left alone."""
    folder.mkdir(parents=True, exist_ok=True)
    pages = {f"{family.lower()}.md": "\n".join(_family(family, language)) for family in families()}
    pages["index.md"] = "\n".join(_index(language))
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


def _about(family: str, language: Language) -> str:
    english, indonesian = FAMILIES[family]
    return english if language == "en" else indonesian


def _index(language: Language) -> Iterator[str]:
    words = WORDS[language]
    yield f"# {words.title}"
    yield ""
    yield words.intro
    yield ""
    yield words.columns
    yield "|---|---|---|"
    for family, members in families().items():
        yield f"| [{family}]({family.lower()}.md) | {len(members)} | {_about(family, language)} |"
    yield ""
    yield "```{toctree}"
    yield ":maxdepth: 1"
    yield ":hidden:"
    yield ""
    yield from (family.lower() for family in families())
    yield "```"
    yield ""


def _family(family: str, language: Language) -> Iterator[str]:
    words, say = WORDS[language], translator(language) or str
    yield f"# {family}: {_about(family, language)}"
    for rule in families()[family]:
        page = rule.page
        level = SEVERITIES[Severity(rule.severity)].format(say)
        yield ""
        yield f"## {rule.code}"
        yield ""
        yield f"**{_plain(say(page.title))}** · {level}{words.protected * rule.protected}"
        yield ""
        yield from (_plain(say(paragraph)) + "\n" for paragraph in page.paragraphs)
        for example in page.examples:
            yield from _example(example, words)
    yield ""


def _example(example: Example, words: Words) -> Iterator[str]:
    for heading, pieces in ((words.wrong, example.wrong), (words.right, example.right)):
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
