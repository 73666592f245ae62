"""Grafik tidak dapat digambar dari lembar kerja ini.

Blok `chart` menggambar grafik dari angka lembar kerja, sehingga gambar dan angka tidak mungkin berbeda. `:bars:`
(batang) menyebut kolom tabel atau beberapa sel di bawah tabel, `:lines:` (garis) menyebut kolom tabel, paling banyak
tiga. Nama batangnya diambil dari kolom pertama. Grafik dilihat oleh semua orang: isian dan hasil lembar latihan
(`mode: practice`) tidak boleh digambar, dan lembar usaha sendiri (`mode: own`) belum mempunyai angka.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.

:::{chart} hpp-keripik
:name: grafik-keripik
:bars: cost

Biaya keripik Sari
:::
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum_kit.charts.data import STYLES
from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, Text, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread, parts
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.schema.worksheet import Column, SheetCell, Worksheet
from curriculum_kit.worksheets import visible
from curriculum_kit.worksheets.layout import lay_out

SEVERITY = Severity.ERROR

MOST_COLUMNS = 3
"""More series cannot be told apart in black and white."""
MOST_BARS = 30
LEAST_POINTS = 3
"""A line through two points shows nothing."""

_HELP_STYLE = text("Tulis tepat satu: :bars: untuk batang atau :lines: untuk garis, diikuti nama kolom.")
_HELP_NAMES = text("Sebutlah kolom angka dari tabel, atau dengan :bars: beberapa sel angka di bawah tabel.")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every chart whose worksheet is known."""
    for module in curriculum.modules.values():
        for session, block in blocks(module):
            sheet = module.worksheets.get(block.argument)
            if block.kind == "chart" and sheet and not is_misread(session.document):
                for span, message, help in _problems(block, sheet.record):
                    yield context.finding(span, message, help, related=_home(sheet))


def _home(sheet: Source[Worksheet]) -> tuple[Related, ...]:
    return (Related(Span(sheet.file), text("lembar kerja ini ada di sini")),)


def _problems(block: BlockUse, sheet: Worksheet) -> Iterator[tuple[Span, Text, Text]]:
    options = [block.options[style] for style in STYLES if style in block.options]
    named = [word for option in options for word in parts(option.value, option.value_span)]
    if len(options) != 1 or not named:
        yield block.span, text("grafik ini belum menyebut apa yang digambar"), _HELP_STYLE
        return
    span, is_lines = options[0].value_span, "lines" in block.options
    columns = {column.id: column for column in sheet.columns}
    cells = {} if is_lines else {cell.id: cell for cell in sheet.cells}
    known: dict[str, Column | SheetCell] = {**columns, **cells}
    numbers = {name for name, found in known.items() if found.type != "text"}
    unknown = [(word, place) for word, place in named if word not in numbers]
    for word, place in unknown:
        message = text('"{word}" bukan kolom atau sel angka lembar ini{hint}', word=word,
                       hint=did_you_mean(word, numbers))  # fmt: skip
        yield place, message, _HELP_NAMES
    if unknown:
        return
    yield from _hidden(named, sheet)
    found = [word in columns for word, _ in named]
    if any(found) and not all(found):
        yield span, text("grafik ini mencampur kolom dengan sel di bawah tabel"), _HELP_NAMES
    elif any(found):
        yield from _shape(span, sheet, len(named), is_lines=is_lines)
    elif len(named) == 1:
        yield span, text("satu sel bukan grafik"), text("Sebutlah paling sedikit dua sel yang dibandingkan.")


def _hidden(named: Sequence[tuple[str, Span]], sheet: Worksheet) -> Iterator[tuple[Span, Text, Text]]:
    """What participants may not see, or what is not there yet. The words at the marks are the first column."""
    if sheet.mode == "own":
        help = text("Pakai lembar contoh (mode: example), atau angka yang diketahui dari lembar latihan.")
        yield named[0][1], text("lembar ini berisi angka peserta sendiri, jadi belum ada yang digambar"), help
        return
    slots = lay_out(sheet).slots.values()
    hidden = {slot.key[-1] for slot in slots if not visible(sheet, slot.kind)}
    words = [(column.id, named[0][1]) for column in sheet.columns[:1]]
    for word, place in [*named, *words]:
        if word in hidden:
            yield (
                place,
                text('grafik ini memperlihatkan "{word}", kunci jawaban latihan', word=word),
                text("Gambarlah hanya yang diketahui (kind: given), atau pakai lembar contoh (mode: example)."),
            )


def _shape(span: Span, sheet: Worksheet, columns: int, *, is_lines: bool) -> Iterator[tuple[Span, Text, Text]]:
    if columns > MOST_COLUMNS:
        yield (
            span,
            text("grafik ini menyebut {count} kolom", count=columns),
            text("Pakai paling banyak {most} kolom, agar tetap dapat dibedakan dalam cetakan hitam-putih.",
                 most=MOST_COLUMNS),
        )  # fmt: skip
    elif is_lines and len(sheet.rows) < LEAST_POINTS:
        help = text("Garis memerlukan paling sedikit {least} baris; untuk yang lebih sedikit pakai :bars:.",
                    least=LEAST_POINTS)  # fmt: skip
        yield span, text("tabel lembar ini hanya mempunyai {count} baris", count=len(sheet.rows)), help
    elif not is_lines and len(sheet.rows) * columns > MOST_BARS:
        help = text("Sebutlah lebih sedikit kolom, atau gambarlah garis dengan :lines:.")
        yield span, text("grafik ini mempunyai {count} batang", count=len(sheet.rows) * columns), help
