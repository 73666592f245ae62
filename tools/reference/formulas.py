"""The page of the formula language, from the tables of the parser."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.editor.guidance import writing
from curriculum_kit.worksheets.tree import FUNCTIONS, MAX_ROUNDING, REFERENCES
from tools.reference.speech import Speech, code, listing, plain, table

OPERATORS = (
    ("+ -", "sum, difference, a minus in front", "jumlah, selisih, minus di depan"),
    ("* /", "product, quotient", "kali, bagi"),
    ("( )", "what is computed first", "yang dihitung lebih dahulu"),
    ("= <> < <= > >=", "comparison, for IF", "perbandingan, untuk IF"),
)


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# Formulas of worksheets", "# Rumus lembar kerja")
    yield ""
    yield speech.pick(
        "A small part of what spreadsheet programs know. Thousands are written without points, decimals with a"
        " point; arguments are separated by commas. The name of a column means its value in the same row, or all its"
        " values in `SUM`; the name of a value below the table means that value. Amounts are computed in decimals,"
        " and rounded half up. 25 with `percent` counts as 0.25.",
        "Sebagian kecil dari yang dikenal program lembar sebar. Ribuan ditulis tanpa titik, desimal dengan titik;"
        " argumen dipisah koma. Nama kolom berarti nilainya di baris yang sama, atau semua nilainya di dalam `SUM`;"
        " nama nilai di bawah tabel berarti nilai itu. Hitungan memakai bilangan desimal, dan tengahnya dibulatkan"
        " ke atas. 25 dengan `percent` dihitung sebagai 0,25.",
    )
    yield ""
    yield speech.pick("## Signs", "## Tanda")
    yield ""
    heads: tuple[str, ...] = (speech.pick("signs", "tanda"), speech.pick("meaning", "arti"))
    yield from table(
        heads, ((listing(signs.split()), speech.pick(english, words)) for signs, english, words in OPERATORS)
    )
    yield speech.pick("## Functions", "## Fungsi")
    yield ""
    heads = (
        speech.pick("function", "fungsi"),
        speech.pick("arguments", "argumen"),
        speech.pick("meaning", "arti"),
        speech.pick("examples", "contoh"),
    )
    yield from table(heads, (_function(speech, name) for name in FUNCTIONS))
    yield speech.pick(
        f"The decimals of a rounding are a whole number from −{MAX_ROUNDING} to {MAX_ROUNDING}, written as it is.",
        f"Banyaknya desimal pembulatan adalah bilangan bulat dari −{MAX_ROUNDING} sampai dengan {MAX_ROUNDING}, ditulis"
        " langsung.",
    )
    yield ""
    yield speech.pick("## Numbers from elsewhere", "## Angka dari tempat lain")
    yield ""
    heads = (speech.pick("word", "kata"), speech.pick("meaning", "arti"), speech.pick("example", "contoh"))
    yield from table(heads, (_reference(speech, word) for word in REFERENCES))
    yield speech.pick(
        "What can be wrong in a formula: [the rules about worksheets](rules/calc.md).",
        "Yang dapat keliru di dalam rumus: [aturan tentang lembar kerja](rules/calc.md).",
    )


def _function(speech: Speech, name: str) -> tuple[str, str, str, str]:
    about = writing()["functions"][name]
    least, most = FUNCTIONS[name]
    count = str(least) if least == most else f"{least}–{most}"
    return code(name), count, plain(speech.say(about.description)), listing(about.examples)


def _reference(speech: Speech, word: str) -> tuple[str, str, str]:
    about = writing()["references"][word]
    return code(word), plain(speech.say(about.description)), listing(about.examples)
