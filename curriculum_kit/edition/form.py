"""The fields of the fillable books: which there are, what each asks for, and how it is called.

The names are a contract (docs/how-to/collecting.md): `kwu-05--latihan-hpp` for the answer to a block,
`kwu-05--latihan-hpp--hpp-keripik--oil--cost` for a cell of its worksheet, `kwu-05--tes-awal--3` for a question of a
test. They change only when an author renames the module, the block, the sheet, the row, the column, the test or the
question. The books are written from this table and filled books are read by it, so that neither can know a field that
the other does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from markupsafe import Markup, escape

from curriculum_kit.blocks import BLOCKS, ResponseKind
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.sheets import CURRENCY, PERCENT, CellView, SheetView, sheet_view
from curriculum_kit.rules.responses import option_letters, tick_count
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.schema.assessment import Instrument
from curriculum_kit.texts import said

FieldKind = Literal["text", "lines", "number", "choice", "tick"]

JOINT = "--"
"""Between the parts of a name. A point would make levels of it in a PDF."""
NAME_FIELD = "peserta--nama"
DATE_FIELD = "peserta--tanggal"
OWNER = {
    NAME_FIELD: "Nama peserta",
    "peserta--lembaga": "Lembaga pelatihan",
    "peserta--angkatan": "Angkatan, tahun",
}
"""On the cover of a workbook: whose book it is."""
TEST_OWNER = {NAME_FIELD: OWNER[NAME_FIELD], DATE_FIELD: "Tanggal mengerjakan"}
"""The same at the head of a question sheet."""
EDITION_FIELD = "buku--versi"
"""Closed: the module and its version, and on a question sheet the instrument: `kwu-05 0.2.0 tes-awal`."""
TICKED = "ya"
"""The value of a box that is ticked."""
NOTES_FIELD = "catatan"
"""The page for notes at the end."""
UNITS = {CURRENCY: CURRENCY, PERCENT: "%"}
"""What stands beside the box of an amount of this type."""
MAX_LENGTHS: dict[FieldKind, int] = {"text": 120, "lines": 3000, "number": 24}
"""How many letters a field takes. Nobody needs more on paper, and a slip of the clipboard stays small."""


@dataclass(frozen=True, slots=True)
class FormField:
    """One field: a group of radio buttons, a box to tick, or one to write in.

    `label` is the block in words ("Latihan 5.3", or "Pemeriksaan “Arti laba”"), `heading` its title, `part` the cell
    of its worksheet ("baris 2 (Oli): Biaya"), the item of its list ("butir 2") or the question ("soal 2"). `unit` is
    `rupiah`, `%`, a word or empty. `sheet` and `address` (`row.column` or `cell`) say where the value stands; that of
    a question is its id. `letters` are the options of a choice, as they are printed. `block` is the name of the block;
    on question sheets, which belong to no session, it is the id of the instrument.
    """

    name: str
    kind: FieldKind
    session_id: str
    block: str
    label: str
    heading: str
    part: str = ""
    unit: str = ""
    sheet: str = ""
    address: str = ""
    letters: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """What the tooltip and the screen reader say: what belongs here."""
        if self.kind == "choice":
            return f"{self.place}: {said('pilihan')}"
        if self.kind == "tick":
            return f"{self.place}: {said('centang bila ya')}"
        unit = said("persen") if self.unit == "%" else self.unit
        if self.part:
            return f"{self.place} ({unit})" if unit else self.place
        return f"{self.label}: {said('tulis jawaban Anda')}" + (f" {said('dalam')} {unit}" if unit else "")

    @property
    def place(self) -> str:
        """Block and part in words."""
        return f"{self.label}, {self.part}" if self.part else self.label

    def attributes(self, letter: str = "") -> Markup:
        """Name, description and length as HTML. `letter` is the option that a radio button stands for.

        HTML has no word for the side on which a number stands: `:number` behind the name says it, and is taken away
        when the PDF is finished.
        """
        name = self.name + (":number" if self.kind == "number" else "")
        if self.kind == "choice":
            return Markup('name="{}" value="{}" title="{} {}"').format(name, letter, self.title, letter)
        if self.kind == "tick":
            return Markup('name="{}" value="{}" title="{}"').format(name, TICKED, self.title)
        return Markup('name="{}" title="{}" maxlength="{}"').format(name, self.title, MAX_LENGTHS[self.kind])


def field_name(*parts: str) -> str:
    """The name of a field: module, block, and for a cell also sheet and address."""
    return JOINT.join(parts).replace(".", JOINT)


def tick_address(number: int | str) -> str:
    """What stands for an item of a list to tick, counted from 1."""
    return f"butir-{number}"


def question_address(id: str) -> str:
    """What stands for a question: its id, which is free text, without signs that names of fields do not take."""
    return re.sub(r"[^\w-]+", "-", id)


def form_fields(context: EditionContext, module_id: str) -> tuple[FormField, ...]:
    """The fields of a module's workbook in reading order, without those on the cover and on the page for notes."""
    module = context.curriculum.modules[module_id]
    return tuple(
        field
        for session in module.sessions.values()
        for block in session.document.blocks
        for field in _of_block(context, module_id, session.id, block)
    )


def question_fields(context: EditionContext, module_id: str, instrument: Instrument) -> tuple[FormField, ...]:
    """The fields of the question sheet of a written instrument, without those at its head."""
    return tuple(_of_instrument(context, module_id, instrument))


def _of_instrument(context: EditionContext, module_id: str, instrument: Instrument) -> Iterator[FormField]:
    label = instrument.title
    for item in instrument.items:
        name = field_name(module_id, instrument.id, question_address(item.id))
        letters = tuple(option.id.upper() for option in item.options)
        part = f"soal {item.id}"
        kind: FieldKind = "choice" if letters else "lines"
        yield FormField(name, kind, "", instrument.id, label, label, part, address=item.id, letters=letters)
    if instrument.worksheet:
        yield from _of_sheet(context, module_id, "", instrument.worksheet, (instrument.id, label, label))


def _of_block(context: EditionContext, module_id: str, session_id: str, block: BlockUse) -> Iterator[FormField]:
    """The fields in a block, then its own: what it asks for stands below its text."""
    if block.trainer_only:
        return
    own = tuple(_own(context, module_id, session_id, block))
    is_marked = any(field.kind in {"choice", "tick"} for field in own)  # where its text names them
    yield from own if is_marked else ()
    for child in block.children:
        yield from _of_block(context, module_id, session_id, child)
    yield from () if is_marked else own


def _own(context: EditionContext, module_id: str, session_id: str, block: BlockUse) -> Iterator[FormField]:
    name = block.name or block.argument
    anchor = context.anchors.get(module_id, {}).get(name)
    known = BLOCKS.get(block.kind)
    kind_label = said(known.label) if known else block.kind
    heading = block.argument or kind_label
    if block.sheet:
        heading = context.curriculum.modules[module_id].worksheets[block.sheet].record.title
    label = anchor.label if anchor and anchor.number else f"{kind_label} “{heading}”"
    if block.sheet:
        yield from _of_sheet(context, module_id, session_id, block.sheet, (name, label, heading))
        return
    kind, _, value = (block.options["response"].value if "response" in block.options else "").partition(" ")
    if not kind:
        return
    base = FormField(field_name(module_id, name), "lines", session_id, name, label, heading)
    if kind == ResponseKind.CHOICE:
        yield replace(base, kind="choice", letters=tuple(option_letters(block)))
    elif kind == ResponseKind.TICKS:
        for number in range(1, tick_count(block) + 1):
            part = tick_address(number)
            yield replace(base, name=f"{base.name}{JOINT}{part}", kind="tick", part=part.replace("-", " "))
    elif kind == ResponseKind.NUMBER:
        yield replace(base, kind="number", unit=UNITS.get(value.strip(), value.strip()))
    else:
        yield base


def _of_sheet(
    context: EditionContext, module_id: str, session_id: str, sheet_id: str, names: tuple[str, str, str]
) -> Iterator[FormField]:
    name, label, heading = names
    view = sheet_view(context, module_id, sheet_id, key=False)
    for part, cell, is_tall in _blanks(view):
        yield FormField(
            field_name(module_id, name, cell.field),
            ("lines" if is_tall else "text") if cell.type == "text" else "number",
            session_id,
            name,
            label,
            heading,
            part,
            cell.unit or UNITS.get(cell.type, ""),
            view.id,
            cell.field.partition(".")[2],
        )


def _blanks(view: SheetView) -> Iterator[tuple[str, CellView, bool]]:
    """The blanks of a sheet in words, and whether there is room for more than a line."""
    for number, row in enumerate(view.rows, 1):
        place = f"{said('baris')} {number}" + (f" ({row[0].text})" if row[0].text else "")
        for column, cell in zip(view.columns, row, strict=True):
            if cell.blank:
                yield f"{place}: {column.label}", cell, is_tall(row)
    for section in view.sections:
        for line in section.lines:
            if line.cell.blank:
                yield f"{section.title}: {line.label}" if section.title else line.label, line.cell, True


def is_tall(row: tuple[CellView, ...]) -> bool:
    """Whether a row of words is printed high enough for several lines: as the style sheet does it."""
    return not any(cell.blank and (cell.computed or cell.type == "rupiah") for cell in row)


def owner_attributes(name: str) -> Markup:
    """Name, description and length of a field that says whose book it is, as HTML."""
    return Markup('name="{}" title="{}" maxlength="{}"').format(
        name, said((OWNER | TEST_OWNER)[name]), MAX_LENGTHS["text"]
    )


def edition_attributes(module_id: str, version: str, instrument_id: str = "") -> Markup:
    """The closed field that says which book this is."""
    value = escape(f"{module_id} {version} {instrument_id}".rstrip())
    title = said("Modul dan versi buku")
    return Markup('name="{}:fixed" title="{}" value="{}"').format(EDITION_FIELD, title, value)
