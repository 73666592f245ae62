"""Tools, materials, references and authors, from the tables and lists at the end of a book."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.guarded import heads_of
from curriculum_kit.importer.labels import tells_key
from curriculum_kit.importer.outline import aside_of
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.references import Reference, reference_of
from curriculum_kit.importer.story import Block, Box, Paragraph, Table, paragraphs_of
from curriculum_kit.importer.typed import BULLET, NUMBER, ROOM, bare_words

_THINGS = r"(?:alat|bahan|barang|peralatan|perlengkapan|mesin|perkakas|material|komponen)"
_COLUMNS = {
    "name": re.compile(rf"(?:nama|jenis|daftar|uraian)?(?:\s*(?:/|dan|atau|,)?\s*{_THINGS})+"),
    "specification": re.compile(r"spesifikasi.*|ukuran.*|merek.*|tipe.*|kapasitas.*"),
    "unit": re.compile(r"satuan"),
    "quantity": re.compile(r"jumlah.*|banyak(?:nya)?|volume|kebutuhan|qty"),
    "note": re.compile(r"keterangan|ket\.?|catatan|kegunaan|fungsi"),
}
_MATERIAL = re.compile(r"\b(?:bahan|material)\b", re.IGNORECASE)
_TOOL = re.compile(r"\b(?:alat|peralatan|perlengkapan|mesin|perkakas)\b", re.IGNORECASE)
_AMOUNT = re.compile(r"(?:@\s*)?(\d{1,6})(?![\d.,/])\s*(.*)", re.DOTALL)
_NAME = re.compile(r"nama(?: lengkap| penyusun| penulis)?|penyusun|penulis")


@dataclass(slots=True)
class Supply:
    """A tool or a material; `quantity` is 0 where no whole number stands."""

    name: str
    specification: str = ""
    unit: str = ""
    quantity: int = 0
    note: str = ""


@dataclass(slots=True)
class Shelf:
    """What was found in all files; things of one name are kept once."""

    tools: list[Supply] = field(default_factory=list)
    materials: list[Supply] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    writers: list[str] = field(default_factory=list)

    def take(self, kind: str, title: str, blocks: Sequence[Block], report: Report) -> list[Block]:
        """The blocks of a section of this kind (`outline.ASIDE`) without those that were understood."""
        left: list[Block] = []
        for block in blocks:
            if isinstance(block, Paragraph) and block.level and not block.boxes:
                kind, title = aside_of(block.text) or kind, block.text
                report.understood(block.number, text("judul bagian"), block.text)
            elif not self._one(kind, title, block, report):
                left.append(block)
        return left

    def _one(self, kind: str, title: str, block: Block, report: Report) -> bool:
        if tells_key(paragraphs_of([block])):
            return False  # participants see these lists
        match block:
            case Box():
                block.blocks = self.take(kind, title, block.blocks, report)
                return not block.blocks
            case Table():
                if kind == "writers":
                    return self._writers(block, report)
                return kind == "supplies" and self.take_table(block, title, report)
            case _:
                return not block.boxes and bool(block.text) and self._line(kind, title, block, report)

    def _line(self, kind: str, title: str, paragraph: Paragraph, report: Report) -> bool:
        words = paragraph.text
        bare = next((words[match.end() :] for form in (BULLET, NUMBER) if (match := form.match(words))), words)
        if bare != words:
            report.understood(
                paragraph.number, text("nomor yang diketik dihitung ulang"), words[: len(words) - len(bare)]
            )
        if kind == "references" and len(bare) <= _LONGEST_LINE:
            found = reference_of(bare, paragraph.number, report)
            if found not in self.references:
                self.references.append(found)
        elif kind == "supplies" and len(bare) <= _LONGEST_NAME:
            home = self.materials if _MATERIAL.search(title) and not _TOOL.search(title) else self.tools
            _add(home, Supply(bare))
            report.guessed(paragraph.number, _SAID[home is self.materials], bare)
        else:
            return False
        return True

    def take_table(self, table: Table, title: str, report: Report) -> bool:
        """Whether a table lists tools or materials; then they are taken over."""
        heads = heads_of(table, 1)
        columns = {name: at for at, name in sorted(_named(heads), reverse=True)}
        if "name" not in columns or len(columns) < 2:  # noqa: PLR2004 - names alone may be anything
            return False
        said = heads[columns["name"]]
        is_material = bool(_MATERIAL.search(said if _TOOL.search(said) or _MATERIAL.search(said) else title))
        if is_material and _TOOL.search(said if _MATERIAL.search(said) else title):
            is_material = False
        report.understood(table.number, text("tabel alat atau bahan"), " ".join(cell.text for cell in table.rows[0]))
        for row in table.rows[1:]:
            cells = {name: row[at].text.strip() for name, at in columns.items()}
            rest = " ".join(cell.text for at, cell in enumerate(row) if at not in columns.values() and cell.text)
            only_name = cells["name"] and not any(words for name, words in cells.items() if name != "name")
            if rest:
                report.understood(table.number, text("nomor dan kolom lain pada tabel alat atau bahan"), rest)
            if only_name and re.fullmatch(_THINGS, cells["name"], re.IGNORECASE):
                is_material = bool(_MATERIAL.search(cells["name"]))
                report.understood(table.number, text("judul bagian"), cells["name"])
            elif cells["name"] and not ROOM.fullmatch(cells["name"]):
                _add(self.materials if is_material else self.tools, _supply(cells))
            else:
                report.keep(table.number, " ".join(filter(None, cells.values())))
        report.guessed(table.number, _SAID[is_material])
        report.leave_pictures([table])
        return True

    def _writers(self, table: Table, report: Report) -> bool:
        heads = heads_of(table, 1)
        at = next((n for n, head in enumerate(heads) if _NAME.fullmatch(head)), None)
        if at is None:
            return False
        report.understood(table.number, text("daftar penyusun menjadi penulis modul"), " ".join(heads))
        for row in table.rows[1:]:
            if row[at].text and row[at].text not in self.writers:
                self.writers.append(row[at].text)
            rest = " ".join(cell.text for n, cell in enumerate(row) if n != at and cell.text)
            if rest:
                report.dropped(table.number, text("kolom lain pada daftar penyusun"), rest)
        return True


_LONGEST_NAME, _LONGEST_LINE = 80, 2_000
_SAID = {
    False: text("menjadi daftar alat modul; periksa jumlah dan satuannya"),
    True: text("menjadi daftar bahan modul; periksa jumlah dan satuannya"),
}


def _named(heads: Iterable[str]) -> Iterator[tuple[int, str]]:
    for at, head in enumerate(heads):
        yield from ((at, name) for name, form in _COLUMNS.items() if form.fullmatch(head))


def _supply(cells: dict[str, str]) -> Supply:
    """A row; a quantity that is no whole number stays as a note."""
    made = Supply(bare_words(cells["name"]), cells.get("specification", ""), cells.get("unit", ""))
    notes = [cells.get("note", "")]
    amount = _AMOUNT.fullmatch(cells.get("quantity", ""))
    if amount and int(amount[1]):
        made.quantity = int(amount[1])
        if amount[2] and not made.unit:
            made.unit = amount[2]
        elif amount[2]:
            notes.append(amount[2])
    else:
        notes.append(cells.get("quantity", ""))
    made.note = "; ".join(filter(None, notes))
    return made


def _add(home: list[Supply], supply: Supply) -> None:
    """Add a thing. Of two with the same name the first stays, when the other says nothing else."""
    for each in home:
        if each.name.casefold() == supply.name.casefold():
            same = supply.specification in {"", each.specification} and supply.unit in {"", each.unit}
            if same and supply.quantity in {0, each.quantity} and supply.note in {"", each.note}:
                return
    home.append(supply)
