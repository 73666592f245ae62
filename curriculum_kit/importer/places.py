"""What was understood, guessed and dropped, with the paragraph: nothing is lost without a word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.importer.story import Block, Group, Remark, paragraphs_of

HEADINGS = {
    Group.UNDERSTOOD: text("Dikenali"),
    Group.GUESSED: text("Ditebak: periksa"),
    Group.DROPPED: text("Tidak dipindahkan"),
}
_SHOWN = 60
_MANY = 4


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the report. `file` is empty where the module comes from one file; `number` 0 is the file as a whole."""

    file: str
    remark: Remark

    def line(self, translate: Callable[[str], str] | None = None, *, whole: bool = False) -> str:
        """`paragraf 12: … "kata…"`; with `whole`, all words."""
        said = self.remark.message.format(translate)
        number = self.remark.number
        place = (
            text("paragraf {number}", number=number).format(translate) if number else text("berkas").format(translate)
        )
        words = self.remark.words
        if not whole and len(words) > _SHOWN:
            words = words[: _SHOWN - 1].rstrip() + "…"
        head = f"{self.file}, {place}" if self.file else place
        return f'{head}: {said}: "{words}"' if words else f"{head}: {said}"


@dataclass(slots=True)
class Report:
    """Collects entries. `file` names the file that is being looked at, where there are several.

    `loose` holds text that found no place in the module, by heading.
    """

    file: str = ""
    entries: list[Entry] = field(default_factory=list)
    loose: list[tuple[str, int, str]] = field(default_factory=list)

    def add(self, group: Group, number: int, message: Text, words: str = "") -> None:
        """Say something of a paragraph."""
        self.entries.append(Entry(self.file, Remark(group, number, message, " ".join(words.split()))))

    def understood(self, number: int, message: Text, words: str = "") -> None:
        """Something was recognised."""
        self.add(Group.UNDERSTOOD, number, message, words)

    def guessed(self, number: int, message: Text, words: str = "") -> None:
        """Something was guessed."""
        self.add(Group.GUESSED, number, message, words)

    def dropped(self, number: int, message: Text, words: str = "") -> None:
        """Something was left out."""
        self.add(Group.DROPPED, number, message, words)

    def add_kind(self, number: int, kind: str, words: str) -> None:
        """A teaching block was recognised by its first words, which the kit prints itself."""
        self.guessed(number, text('menjadi blok "{label}"', label=BLOCKS[kind].label), words)

    def leave_pictures(self, blocks: Iterable[Block]) -> None:
        """Say of pictures that the place where they stand cannot hold them."""
        for paragraph in paragraphs_of(blocks):
            for piece in paragraph.pieces:
                if piece.picture >= 0:
                    self.dropped(paragraph.number, text("gambar di luar sesi tidak disimpan"), piece.text)

    def keep(self, number: int, words: str) -> None:
        """Keep text that found no place, for somebody to place it."""
        if words.strip():
            self.loose.append((self.file, number, words))

    def of(self, group: Group) -> Iterator[Entry]:
        """The entries of a group, in the order of files and paragraphs."""
        order = {file: at for at, file in enumerate(dict.fromkeys(entry.file for entry in self.entries))}
        mine = [entry for entry in self.entries if entry.remark.group is group]
        yield from sorted(mine, key=lambda entry: (order[entry.file], entry.remark.number))

    def lines(self, translate: Callable[[str], str] | None = None) -> Iterator[str]:
        """The report for the screen."""
        for group, heading in HEADINGS.items():
            entries = list(self.of(group))
            if entries:
                yield f"{heading.format(translate)} ({len(entries)})"
                yield from (f"  {line}" for line in _short(entries, translate))
        if self.loose:
            yield text("{count} bagian teks belum mempunyai tempat; lihat laporan.", count=len(self.loose)).format(
                translate
            )

    def page(self, title: str, module_id: str, translate: Callable[[str], str] | None = None) -> str:
        """The report as a file, with all words."""
        parts = [f"# {text('Laporan impor {module}', module=module_id).format(translate)}", title]
        parts.append(
            text(
                "Laporan ini hanya untuk penyusun: di dalamnya dapat ada kunci jawaban. Yang masih harus ditulis "
                "ditandai LENGKAPI di berkas modul; `ck check` menyebut tempatnya."
            ).format(translate)
        )
        for group, heading in HEADINGS.items():
            entries = list(self.of(group))
            parts.append(f"## {heading.format(translate)}")
            listed = "\n".join(f"- {entry.line(translate, whole=True)}" for entry in entries)
            parts.append(listed or text("Tidak ada.").format(translate))
        if self.loose:
            parts.append(f"## {text('Teks yang belum mempunyai tempat').format(translate)}")
            for file, number, words in self.loose:
                place = text("paragraf {number}", number=number).format(translate)
                parts.append(f"### {f'{file}, ' if file else ''}{place}")
                parts.append(words)
        return "\n\n".join(part for part in parts if part) + "\n"


def _short(entries: Sequence[Entry], translate: Callable[[str], str] | None) -> Iterator[str]:
    """Lines for the screen: what is said of many places is said once."""
    alike = Counter((entry.file, entry.remark.message.format()) for entry in entries)
    said: set[tuple[str, str]] = set()
    for entry in entries:
        key = entry.file, entry.remark.message.format()
        if alike[key] < _MANY:
            yield entry.line(translate)
        elif key not in said:
            said.add(key)
            more = text("dan di {count} tempat lain", count=alike[key] - 1).format(translate)
            yield f"{entry.line(translate)} ({more})"
