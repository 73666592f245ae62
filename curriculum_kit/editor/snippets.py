"""Snippets for VS Code, from the one table of blocks and from the records: type a name, press Tab, fill in the gaps."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, Literal, get_args, get_origin

from curriculum_kit.blocks import BLOCKS, GROUPS, ROLES, TOPICS, Argument, Block, ResponseKind
from curriculum_kit.editor.guidance import help_of, writing
from curriculum_kit.source.model_shape import bare_type, field_type
from curriculum_kit.source.schema.assessment import AssessmentItem
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.module import Iuk
from curriculum_kit.source.schema.session import Step

_ARGUMENTS = {Argument.TITLE: "Judul", Argument.WORKSHEET: "hpp-keripik", Argument.FACT: "pph-final-rate"}
_RESPONSES = {
    ResponseKind.LINES: "lines 4",  # lines to write on
    ResponseKind.BOX: "box 80",  # height in millimetres
    ResponseKind.NUMBER: "number rupiah",
    ResponseKind.CHOICE: "choice",
    ResponseKind.TICKS: "ticks",  # each item of the one list has a box
    ResponseKind.TABLE: "table hpp-keripik",
}
_OPTIONS = {
    "case": "sari",
    "iuk": "1.1.1",
    "key": "B",
    "materials": "Satu set kartu untuk setiap kelompok",
    "offline": "Dilakukan secara lisan",
}
_CHOICES = {"group": tuple(GROUPS), "topic": tuple(TOPICS)}


class _Gaps:
    """Numbers the gaps of one snippet."""

    def __init__(self) -> None:
        self._count = 0

    def words(self, example: object) -> str:
        """A gap with an example that is overwritten."""
        self._count += 1
        escaped = re.sub(r"([\\$}])", r"\\\1", str(example))
        return f"${{{self._count}:{escaped}}}"

    def choice(self, values: Iterable[str]) -> str:
        """A gap with a list to choose from."""
        self._count += 1
        escaped = (re.sub(r"([\\,|])", r"\\\1", value) for value in values)
        return f"${{{self._count}|{','.join(escaped)}|}}"


def snippets_text() -> str:
    """The content of a `.code-snippets` file."""
    return json.dumps(dict(_snippets()), ensure_ascii=False, indent=2) + "\n"


def _snippets() -> Iterator[tuple[str, dict[str, Any]]]:
    for block in BLOCKS.values():
        yield _entry(f"Blok {block.name}", "markdown", _prefixes(block), _about_block(block), _block(block))
        if ResponseKind.CHOICE in block.responses:
            lines = _block(block, with_options=True)
            yield _entry(
                f"Blok {block.name} pilihan", "markdown", _prefixes(block, "pilihan"), _about_block(block), lines
            )
        if "key" in block.options:
            lines = _block(block, with_key=True)
            yield _entry(f"Blok {block.name} kunci", "markdown", _prefixes(block, "kunci"), _about_block(block), lines)
    for role in ROLES:
        about = writing()["roles"][role]
        body = [f"{{{role}}}`{_Gaps().words(about.examples[0])}`$0"]
        yield _entry(f"Peran {role}", "markdown", [role], about.description, body)
    yield _entry("Langkah rencana", "markdown", ["langkah", "step"], "Langkah baru di bawah plan.", _lines(Step))
    yield _entry("IUK", "yaml", ["iuk"], "IUK baru di bawah KUK.", _lines(Iuk))
    yield _entry("Soal pilihan", "yaml", ["soal-pilihan"], "Butir soal dengan opsi dan kunci.", _choice_item())
    yield _entry("Soal uraian", "yaml", ["soal-uraian"], "Butir soal dengan contoh jawaban.", _open_item())


def _entry(
    name: str, language: str, prefixes: list[str], description: str, lines: list[str]
) -> tuple[str, dict[str, Any]]:
    return name, {"scope": language, "prefix": prefixes, "description": description, "body": lines}


def _prefixes(block: Block, *variant: str) -> list[str]:
    """What an author types: the name of the block, or its label."""
    label = block.label.lower().replace(" ", "-")
    return list(dict.fromkeys("-".join((word, *variant)) for word in (block.name, label)))


def _about_block(block: Block) -> str:
    audience = "hanya terlihat oleh pelatih" if block.trainer_only else "terlihat oleh semua"
    return f"Blok {block.label}, {audience}. {writing()['blocks'][block.name].description}"


def _block(block: Block, *, with_options: bool = False, with_key: bool = False) -> list[str]:
    """A block with its options; inside it the answer that it needs."""
    gaps = _Gaps()
    fence = "::::" if block.needs_answer else ":::"
    lines = [f"{fence}{{{block.name}}} {gaps.words(_ARGUMENTS[block.argument])}"]
    if block.is_activity_kind or block.needs_answer or block.counter:
        lines += [f":name: {gaps.words(f'{block.name}-nama')}", f":iuk: {gaps.words(_OPTIONS['iuk'])}"]
    for option in block.options:
        if option == "response":
            responses = [_RESPONSES[kind] for kind in block.responses]
            lines.append(":response: choice" if with_options else f":response: {gaps.choice(responses)}")
        elif option in _CHOICES:
            lines.append(f":{option}: {gaps.choice(_CHOICES[option])}")
        elif option != "key" or with_key:
            lines.append(f":{option}: {gaps.words(_OPTIONS[option])}")
    lines += ["", gaps.words("Pertanyaan" if block.needs_answer else "Isi")]
    if with_options:
        lines += ["", *(f"- {gaps.words(f'Pilihan {letter}')}" for letter in "ABC")]
    if block.needs_answer:
        key = [f":key: {gaps.choice('ABC')}"] if with_options else []
        lines += ["", ":::{answer}", *key, *([""] if key else []), gaps.words("Jawaban"), ":::"]
    return [*lines, fence, "$0"]


def _lines(record: type[Record]) -> list[str]:
    """A new item of a list, with all keys of its record."""
    gaps = _Gaps()
    fields = [f"{name}: {_value(record, name, gaps)}" for name in record.model_fields]
    return [f"{'- ' if number == 0 else '  '}{field}" for number, field in enumerate(fields)]


def _value(record: type[Record], name: str, gaps: _Gaps) -> str:
    bare, _ = bare_type(field_type(record, name))
    origin: object = get_origin(bare)
    if origin is Literal:
        return gaps.choice(get_args(bare))
    (example,) = help_of(record).fields[name].examples
    return f"[{gaps.words(', '.join(example))}]" if isinstance(example, list) else gaps.words(example)


def _choice_item() -> list[str]:
    gaps = _Gaps()
    lines = _item_head(gaps)
    lines.append("  options:")
    lines += [f"    - {{id: {letter}, text: {gaps.words(f'Pilihan {letter}')}}}" for letter in "abcd"]
    return [*lines, f"  key: {gaps.choice('abcd')}", f"  explanation: {gaps.words('Alasan jawaban itu benar.')}"]


def _open_item() -> list[str]:
    gaps = _Gaps()
    return [*_item_head(gaps), f"  model_answer: {gaps.words('Isi jawaban yang baik.')}"]


def _item_head(gaps: _Gaps) -> list[str]:
    return [
        f'- id: "{gaps.words("1")}"',
        f"  iuk: {_value(AssessmentItem, 'iuk', gaps)}",
        f"  stem: {gaps.words('Pertanyaan')}",
    ]
