"""The page of the blocks: meaning, options, rules, and each use in the kitchen sink as source and in both editions."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from curriculum_kit.audience import Audience
from curriculum_kit.blocks import BLOCKS, COMMON_OPTIONS, FIGURES, FOREIGN_DIRECTIVES, Argument, Block
from curriculum_kit.editor.guidance import FieldHelp, writing
from curriculum_kit.rules import rules
from tools.reference import sink
from tools.reference.speech import Speech, block, code, listing, plain, table

_ARGUMENTS = {
    Argument.TITLE: ("the title, in any words", "judul, dengan kata bebas"),
    Argument.WORKSHEET: ("the id of a worksheet of the module", "id lembar kerja modul ini"),
    Argument.FACT: ("the id of a fact", "id fakta"),
}
_CAPTIONS = {
    Audience.TRAINER: ("The trainer edition", "Edisi pelatih"),
    Audience.PARTICIPANT: ("The participant edition", "Edisi peserta"),
}


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# Blocks", "# Blok")
    yield ""
    yield speech.pick(
        "A block is a colon fence in a session: `:::{name} Title`, options on the lines below it, an empty line, the"
        " text, and `:::`. A block that holds another has a longer fence. Each example below is shown as it is written"
        " and as both editions show it on the website.",
        "Blok ditulis di antara pagar titik dua di dalam sesi: `:::{nama} Judul`, opsi pada baris di bawahnya, baris"
        " kosong, isi, lalu `:::`. Blok yang memuat blok lain berpagar lebih panjang. Setiap contoh di bawah"
        " ditunjukkan seperti ditulis dan seperti tampil di situs pada kedua edisi.",
    )
    yield ""
    yield from _overview(speech)
    yield from _options(speech, speech.pick("## Options of every block", "## Opsi semua blok"), COMMON_OPTIONS)
    yield speech.pick("## Ways to answer", "## Cara menjawab")
    yield ""
    heads = (
        "`:response:`",
        speech.pick("meaning", "arti"),
        speech.pick("example", "contoh"),
    )
    yield from table(heads, (_entry(speech, name, about) for name, about in writing()["responses"].items()))
    for each in BLOCKS.values():
        yield from _section(speech, each)
    yield speech.pick(
        "Of other directives only these may be used.", "Dari direktif lain hanya yang berikut ini boleh dipakai."
    )
    yield ""
    for name, options in FOREIGN_DIRECTIVES.items():
        yield from _heading(speech, name, writing()["directives"][name])
        if name in FIGURES:
            yield speech.pick("Counted by module as a figure.", "Diberi nomor gambar menurut modul.")
            yield ""
        yield from _options(speech, speech.pick("Options:", "Opsi:"), options)
        yield from _rules(speech, name)
        yield from _shown(speech, name)


def _overview(speech: Speech) -> Iterator[str]:
    heads = (
        speech.pick("block", "blok"),
        speech.pick("printed as", "dicetak"),
        speech.pick("seen by", "terlihat oleh"),
        speech.pick("options", "opsi"),
    )
    yield from table(
        heads,
        (
            (f"[{code(each.name)}](#{each.name})", each.label, _seen_by(speech, each), listing(each.options))
            for each in BLOCKS.values()
        ),
    )


def _seen_by(speech: Speech, each: Block) -> str:
    return speech.pick("trainers", "pelatih") if each.trainer_only else speech.pick("all", "semua")


def _heading(speech: Speech, name: str, about: FieldHelp) -> Iterator[str]:
    yield f"## {name}"
    yield ""
    yield plain(
        speech.say(about.description),
    )
    yield ""


def _section(speech: Speech, each: Block) -> Iterator[str]:
    yield from _heading(speech, each.name, writing()["blocks"][each.name])
    facts = [
        (speech.pick("printed as", "dicetak"), each.label),
        (speech.pick("seen by", "terlihat oleh"), _seen_by(speech, each)),
        (speech.pick("after the name", "sesudah nama"), speech.pick(*_ARGUMENTS[each.argument])),
        (speech.pick("numbered by module", "bernomor menurut modul"), _yes(speech, there=each.counter is not None)),
        (speech.pick("holds one `answer`", "memuat satu `answer`"), _yes(speech, there=each.needs_answer)),
    ]
    if each.responses:
        facts.append((speech.pick("ways to answer", "cara menjawab"), listing(each.responses)))
    yield from (f"- {what}: {value}" for what, value in facts)
    yield ""
    yield from _options(speech, speech.pick("Options:", "Opsi:"), each.options)
    yield from _rules(speech, each.name)
    yield from _shown(speech, each.name)


def _yes(speech: Speech, *, there: bool) -> str:
    return speech.pick("yes", "ya") if there else speech.pick("no", "tidak")


def _options(speech: Speech, heading: str, names: tuple[str, ...]) -> Iterator[str]:
    if names:
        yield heading
        yield ""
        heads = (speech.pick("option", "opsi"), speech.pick("meaning", "arti"), speech.pick("example", "contoh"))
        yield from table(heads, (_entry(speech, f":{name}:", writing()["options"][name]) for name in names))


def _entry(speech: Speech, name: str, about: FieldHelp) -> tuple[str, str, str]:
    words = [plain(speech.say(about.description))]
    words += [f"{code(value)}: {plain(speech.say(meaning))}" for value, meaning in about.values.items()]
    return code(name), " ".join(words), listing(str(example) for example in about.examples)


@cache
def rules_about(name: str) -> tuple[str, ...]:
    """The codes of the rules whose pages name a block."""
    named = re.compile(rf"`+(?:\{{{name}\}}[^`]*|:*\{{{name}\}}|{name})`+")
    found = (rule for rule in rules().values() if named.search(" ".join((rule.page.title, *rule.page.paragraphs))))
    return tuple(rule.code for rule in found)


def _rules(speech: Speech, name: str) -> Iterator[str]:
    codes = rules_about(name)
    if codes:
        links = (f"[{each}](rules/{each.rstrip('0123456789').lower()}.md#{each.lower()})" for each in codes)
        yield f"{speech.pick('Rules that speak of it', 'Aturan yang menyebutnya')}: {', '.join(links)}."
        yield ""


def _shown(speech: Speech, kind: str) -> Iterator[str]:
    """Every use of a block in the kitchen sink. An answer is shown within its question."""
    for session, use in sink.uses():
        holds_it = any(child.kind == kind for child in use.children)
        if (kind == "answer" and holds_it) or (kind != "answer" and use.kind == kind):
            yield from block("markdown", sink.source_of(session, use))
            for audience, words in _CAPTIONS.items():
                caption = speech.pick(*words)
                html = sink.rendered(session.id, use, audience)
                yield f"{caption}:" if html else f"{caption}: {speech.pick('nothing.', 'tidak tampil.')}"
                yield ""
                if html:
                    yield from sink.shown(html, audience, f"{caption}: {kind}", speech.pick(*_FALLBACK))
            if kind == "answer":
                return


_FALLBACK = ("This browser is too old to show the example.", "Peramban ini terlalu lama untuk menampilkan contohnya.")
