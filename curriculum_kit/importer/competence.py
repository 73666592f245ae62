"""Elements, KUK and IUK from tables that follow the official columns, and what a file says about its unit."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.labels import tells_key
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.story import Block, Box, Cell, Paragraph, Table, paragraphs_of
from curriculum_kit.rules.pbk951_local_code import ERAS

OPENING = {"knowledge": "Dapat", "skill": "Mampu", "attitude": "Harus"}
"""The first word of an IUK by its domain."""
_TAGS = {"P": "knowledge", "K": "skill", "S": "attitude"}
_COLUMNS = {
    "element": re.compile(r"elemen(?: kompetensi)?"),
    "kuk": re.compile(r"(?:kriteria unjuk kerja|kuk|kriteria)(?: \(kuk\))?"),
    "iuk": re.compile(r"(?:indikator unjuk kerja|iuk|indikator)(?: \(iuk\))?"),
    "knowledge": re.compile(r"pengetahuan(?: \(\w\))?"),
    "skill": re.compile(r"keterampilan(?: \(\w\))?"),
    "attitude": re.compile(r"sikap(?: kerja)?(?: \(\w\))?"),
}
_NUMBER = re.compile(r"^(?P<number>\d{1,2}(?:\.\d{1,2}){0,2})[.)]?\s+(?=\S)")
_TAG = re.compile(r"\s*\((?P<tag>[PKS])\)\s*\.?$")
_UNIT = {
    "code": re.compile(r"kode unit(?: kompetensi)?", re.IGNORECASE),
    "title": re.compile(r"judul unit(?: kompetensi)?|unit kompetensi", re.IGNORECASE),
    "description": re.compile(r"(?:deskripsi|uraian)(?: unit)?(?: kompetensi)?", re.IGNORECASE),
}
_GUIDE = {
    "context": r"konteks variabel",
    "equipment": r"peralatan(?: dan perlengkapan)?(?: yang (?:diperlukan|dibutuhkan))?|perlengkapan",
    "regulations": r"peraturan(?: yang (?:diperlukan|dibutuhkan|terkait))?",
    "norms_and_standards": r"norma dan standar(?: yang (?:diperlukan|dibutuhkan))?",
    "assessment_context": r"konteks penilaian",
    "requirements": r"persyaratan kompetensi",
    "knowledge": r"pengetahuan(?: yang (?:diperlukan|dibutuhkan))?",
    "skill": r"keterampilan(?: yang (?:diperlukan|dibutuhkan))?",
    "attitude": r"sikap kerja(?: yang (?:diperlukan|dibutuhkan))?",
    "critical_aspects": r"aspek kritis",
    "": r"batasan variabel|panduan penilaian|pengetahuan dan keterampilan(?: yang (?:diperlukan|dibutuhkan))?",
}
"""The four parts of Batasan variabel and the five of Panduan penilaian, by the words above them."""
_PARTS = {name: re.compile(form, re.IGNORECASE) for name, form in _GUIDE.items()}
_LINE = re.compile(r"(?P<label>[A-Za-z ]{4,30}?)\s*:\s*(?P<words>\S.*)", re.DOTALL)
_SUM = re.compile(r"(?:sub ?)?(?:jumlah|total)\b.*", re.IGNORECASE)


@dataclass(slots=True)
class IukDraft:
    """An IUK; `is_guess` where somebody has to look at it."""

    domain: str
    words: str
    is_guess: bool = False


@dataclass(slots=True)
class KukDraft:
    """A KUK with its IUK."""

    words: str
    iuk: list[IukDraft] = field(default_factory=list)


@dataclass(slots=True)
class ElementDraft:
    """An element; `content` are the silabus columns Materi Pelatihan."""

    title: str
    kuk: list[KukDraft] = field(default_factory=list)
    content: dict[str, list[str]] = field(default_factory=dict)


@dataclass(slots=True)
class Competence:
    """What is known about the unit."""

    elements: list[ElementDraft] = field(default_factory=list)
    unit: dict[str, str] = field(default_factory=dict)
    guide: dict[str, list[str]] = field(default_factory=dict)

    def take(self, blocks: Sequence[Block], report: Report, *, is_cover: bool = False) -> list[Block]:
        """The blocks without what was understood as tables or lines about the unit; a cover may show its code."""
        left: list[Block] = []
        for block in blocks:
            match block:
                case Table() if (columns := _columns(block)) and not tells_key(paragraphs_of([block])):
                    self._table(block, *columns, report)
                case Table() if self._unit_table(block, report):
                    left += [block] if block.rows else []
                case Paragraph() if is_cover and not block.boxes and _is_official(block.text):
                    if not self._unit_value("Kode unit", block.text, block.number, report):
                        left.append(block)
                case Paragraph() if self._unit_line(block, report):
                    pass
                case Box():
                    block.blocks = self.take(block.blocks, report)
                    left += [block] if block.blocks else []
                case _:
                    left.append(block)
        return left

    def take_guide(self, blocks: Sequence[Block], report: Report) -> list[Block]:
        """The blocks without the parts of Batasan variabel and Panduan penilaian."""
        left: list[Block] = []
        part: str | None = None
        for block in blocks:
            if not isinstance(block, Paragraph) or block.boxes or not block.text:
                part = None
                left.append(block)
                continue
            words = _NUMBER.sub("", block.text).strip(" :.")
            named = next((name for name, form in _PARTS.items() if form.fullmatch(words)), None)
            if named is not None:
                part = named or None
                report.understood(block.number, text("bagian unit kompetensi; isinya masuk ke module.yaml"), block.text)
            elif block.level:
                part = None
                left.append(block)
            elif part and not tells_key([block]):
                bare = _bare(block.text, report, block.number)[0]
                self.guide.setdefault(part, []).extend([bare] if bare else [])
            else:
                left.append(block)
        return left

    def _unit_line(self, paragraph: Paragraph, report: Report) -> bool:
        match = _LINE.fullmatch(paragraph.text)
        if match is None or paragraph.level or paragraph.boxes:
            return False
        return self._unit_value(match["label"], match["words"], paragraph.number, report)

    def _unit_table(self, table: Table, report: Report) -> bool:
        """Whether some rows are such as `Kode Unit | : | X`; they are taken out."""
        rows = [[cell.text.strip(" :") for cell in row] for row in table.rows]
        pairs = [[words for words in row if words] for row in rows]
        known = {
            at
            for at, pair in enumerate(pairs)
            if len(pair) == 2 and self._unit_value(pair[0], pair[1], table.number, report)  # noqa: PLR2004 - label and value
        }
        table.rows = [row for at, row in enumerate(table.rows) if at not in known]
        return bool(known)

    def _unit_value(self, label: str, words: str, number: int, report: Report) -> bool:
        key = _unit_key(label)
        if key is None or self.unit.get(key, words) != words:
            return False
        self.unit[key] = words
        report.understood(number, text("keterangan unit kompetensi; masuk ke module.yaml"), f"{label}: {words}")
        return True

    def _table(self, table: Table, heads: int, columns: dict[str, int], report: Report) -> None:
        before = len(self.elements)
        report.leave_pictures([table])
        spare = [at for at in range(len(table.rows[0])) if at not in columns.values()]
        dropped = [cell.text for row in table.rows[:heads] for cell in row if cell.text]
        report.understood(
            table.number, text("tabel elemen, KUK, dan IUK; isinya masuk ke module.yaml"), " ".join(dropped)
        )
        for row in table.rows[heads:]:
            cells = {name: row[at] for name, at in columns.items()}
            if _SUM.fullmatch(cells["element"].text):
                report.dropped(table.number, text("baris jumlah"), " ".join(cell.text for cell in row))
                continue
            if cells["element"].text:
                self._element(cells["element"], report)
            if len(self.elements) == before:
                report.keep(table.number, " ".join(cell.text for cell in row))
                continue
            self._kuk(self.elements[-1], cells, report)
            for domain in OPENING:
                if domain in cells:
                    lines = [_bare(words, report, n)[0] for n, words in _lines(cells[domain])]
                    self.elements[-1].content.setdefault(domain, []).extend(filter(None, lines))
            rest = " ".join(row[at].text for at in spare if row[at].text)
            if rest:
                report.dropped(table.number, text("kolom lain pada tabel silabus (misalnya waktu)"), rest)

    def _element(self, cell: Cell, report: Report) -> None:
        number = next((n for n, _ in _lines(cell)), 0)
        title, _ = _bare(cell.text, report, number)
        if not self.elements or self.elements[-1].title != title:
            self.elements.append(ElementDraft(title))

    def _kuk(self, element: ElementDraft, cells: dict[str, Cell], report: Report) -> None:
        numbers: dict[str, KukDraft] = {}
        for number, words in _lines(cells["kuk"]):
            bare, typed = _bare(words, report, number)
            made = KukDraft(bare)
            element.kuk.append(made)
            numbers[typed] = made
        for number, words in _lines(cells["iuk"]) if "iuk" in cells else ():
            bare, typed = _bare(words, report, number)
            if not element.kuk:
                element.kuk.append(KukDraft(""))
            home = numbers.get(typed.rpartition(".")[0], element.kuk[-1])
            home.iuk.append(_iuk(bare, report, number))


def _is_official(words: str) -> bool:
    return any(form.fullmatch(words) for form in ERAS.values())


def _unit_key(label: str) -> str | None:
    return next((key for key, form in _UNIT.items() if form.fullmatch(label.strip(" :"))), None)


def _columns(table: Table) -> tuple[int, dict[str, int]] | None:
    """How many rows the head of an official table has, and which column holds what. None for other tables."""
    for heads in (1, 2, 3):
        if heads >= len(table.rows):
            return None
        found: dict[str, int] = {}
        for at in range(len(table.rows[0])):
            for row in table.rows[:heads]:
                words = re.sub(r"\s+", " ", row[at].text).strip(" :").lower()
                name = next((name for name, form in _COLUMNS.items() if form.fullmatch(words)), None)
                if name and name not in found:
                    found[name] = at
        following = table.rows[heads]
        goes_on = any(
            form.fullmatch(cell.text.strip().lower())
            for cell in following
            for name, form in _COLUMNS.items()
            if name in OPENING
        )
        if "element" in found and "kuk" in found and not goes_on:
            return heads, found
    return None


def _lines(cell: Cell) -> Iterator[tuple[int, str]]:
    """The paragraphs of a cell with their numbers; lines of one paragraph count each."""
    for block in cell.blocks:
        if isinstance(block, Paragraph):
            for line in "".join(piece.text for piece in block.pieces if piece.picture < 0).split("\n"):
                words = " ".join(line.split())
                if words:
                    yield block.number, words
        elif isinstance(block, Box):
            yield from _lines(Cell(block.blocks))
        else:
            yield from (line for row in block.rows for cell in row for line in _lines(cell))
        if isinstance(block, Paragraph):
            yield from _lines(Cell(list(block.boxes)))


def _bare(words: str, report: Report, number: int) -> tuple[str, str]:
    """Words without a typed number, and that number: ids are counted anew."""
    words = " ".join(words.split())
    match = _NUMBER.match(words)
    if match is None:
        return words.lstrip("•-– "), ""
    report.understood(number, text("nomor yang diketik dihitung ulang"), match[0])
    return words[match.end() :], match["number"]


def _iuk(words: str, report: Report, number: int) -> IukDraft:
    tag = _TAG.search(words)
    if tag:
        words = words[: tag.start()]
        report.understood(number, text("tanda ranah IUK (P, K, atau S)"), tag["tag"])
    first = words.partition(" ")[0].lower()
    domain = next((domain for domain, opening in OPENING.items() if opening.lower() == first), None)
    if domain:
        return IukDraft(domain, words[:1].upper() + words[1:])
    domain = _TAGS[tag["tag"]] if tag else "skill"
    report.guessed(number, text('IUK tidak diawali Dapat, Mampu, atau Harus; ditulis "{word} …"', word=OPENING[domain]))
    return IukDraft(domain, f"{OPENING[domain]} {words[:1].lower()}{words[1:]}", is_guess=True)
