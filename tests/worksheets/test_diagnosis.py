"""Every kind of mistake in a worksheet is said once, at its place."""

from __future__ import annotations

import re

import pytest

from curriculum_kit.diagnostics import Diagnostic, in_reading_order
from curriculum_kit.worksheets import diagnose
from curriculum_kit.worksheets.diagnosis import HELP
from tests.worksheets.building import AS_OF, codes, computed, curriculum, fill, findings, given, only, says, sheet

CASE = """
name: Sari
town: Pringsewu
province: "18"
business: Keripik
story: Sari menggoreng keripik.
values:
  - {id: kg, label: Pisang, amount: 24, unit: kg}
  - {id: price, label: Harga, amount: 5000, unit: rupiah}
"""
FACTS = """
facts:
  - id: rate
    title: Tarif
    statement: Tarif pajak.
    value: {kind: scalar, amount: 0.5, unit: percent}
    legal_basis: Peraturan
    checked_on: 2025-01-01
    source_url: https://example.go.id
    status: in_force
  - id: rule
    title: Larangan
    statement: Sebuah larangan.
    value: {kind: text, text: tidak boleh}
    legal_basis: Peraturan
    checked_on: 2025-01-01
    source_url: https://example.go.id
    status: in_force
"""
HEAD_LINES = 4  # title, mode, instructions, cells


def with_case(*cells: str, unreadable: frozenset[str] = frozenset(), mode: str = "example") -> list[Diagnostic]:
    made = curriculum({"lembar": sheet(*cells, mode=mode)}, cases={"sari": CASE}, facts=FACTS, unreadable=unreadable)
    return list(diagnose(made, AS_OF))


# ── Places ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("written", "marked"),
    [
        ("formula: a + nope", "nope"),
        ("formula: 'a + nope'", "nope"),
        ('formula: "a + nope"', "nope"),
        ("formula: a ** 2", "*"),
        ("kind_: =1 + nope", "nope"),
        ("kind_: '=  1 + nope'", "nope"),
        ("kind_: =CASE(sari.nope)", "sari.nope"),
    ],
)
def test_the_place_is_inside_the_scalar(written: str, marked: str) -> None:
    if written.startswith("formula"):
        cell = f"id: b, type: number, kind: computed, {written}"
    else:
        cell = f"id: b, type: number, kind: given, {written.replace('kind_', 'value')}"
    one = only(with_case(given("a", "1"), cell))
    line = sheet(given("a", "1"), cell).splitlines()[one.span.line - 1]
    assert one.span.file == "kwu-05/worksheets/lembar.yaml"
    assert one.span.line == one.span.end_line == HEAD_LINES + 2
    assert line[one.span.column - 1 : (one.span.end_column or 0) - 1] == marked
    assert line.rindex(marked) == one.span.column - 1


@pytest.mark.parametrize("written", ["formula: 'a + ''nope'", 'formula: "a + \\x21nope"', "formula: a +\n      nope"])
def test_in_folded_and_escaped_scalars_the_whole_scalar_is_marked(written: str) -> None:
    source = sheet(f"id: b, type: number, kind: computed, {written}", given("a", "1"))
    one = only(list(diagnose(curriculum({"lembar": source}), AS_OF)))
    assert (one.span.line, one.span.column) == (5, source.splitlines()[4].index(written.split(": ")[1][0:3]) + 1)


def test_a_fix_replaces_exactly_the_marked_letters() -> None:
    one = says(findings(given("a", "1"), computed("b", "1 + max(a, 2)")), "CALC806", "huruf besar: MAX")
    line = sheet(given("a", "1"), computed("b", "1 + max(a, 2)")).splitlines()[one.span.line - 1]
    assert one.fix is not None
    start, end = one.fix.span.column - 1, (one.fix.span.end_column or 0) - 1
    assert line[:start] + one.fix.replacement + line[end:] == line.replace("max", "MAX")


def test_a_column_formula_is_reported_once() -> None:
    head = """
columns:
  - {id: a, label: A, type: number, kind: given}
  - {id: b, label: B, type: number, kind: computed, formula: 1 / a + nope}
rows: [{id: x, cells: {a: 0}}, {id: y, cells: {a: 0}}, {id: z, cells: {a: 0}}]
"""
    says(findings(head=head), "CALC802", "nope")
    says(findings(head=head.replace(" + nope", "")), "CALC805", 'rumus ini membagi dengan nol pada baris "x"')


# ── Codes ────────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_syntax() -> None:
    says(findings(computed("a", "(1 + 2")), "CALC801", "belum ditutup")
    says(findings("id: a, type: number, kind: given, value: '='"), "CALC801", "kosong")
    says(findings(computed("a", "__import__")), "CALC802", "__import__")
    says(findings(computed("a", "10**9")), "CALC801", '"*"')


def test_unknown_names() -> None:
    says(findings(given("unit_cost", "1"), computed("b", "unit_cots + 1")), "CALC802", 'maksud Anda "unit_cost"?')
    says(findings(computed("b", "zzz")), "CALC802", 'bernama "zzz"')


def test_a_column_stands_outside_of_the_table_only_in_sum() -> None:
    head = "columns: [{id: n, label: N, type: number, kind: given}]\nrows: [{id: a, cells: {n: 7}}]"
    assert findings(computed("b", "SUM(n)"), head=head) == []
    says(findings(computed("b", "n + 1"), head=head), "CALC802", 'kolom "n" di sini')
    says(findings(computed("b", "SUM(n * 2)"), head=head), "CALC802", 'kolom "n" di sini')
    says(findings(computed("b", "MAX(n, 0)"), head=head), "CALC802", 'kolom "n" di sini')


def test_cycles_show_their_path() -> None:
    one = says(
        findings(computed("a", "b + 1"), computed("b", "c"), computed("c", "a"), computed("d", "a")),
        "CALC803",
        "rumus berputar: a → b → c → a",
    )
    assert (one.span.line, [related.span.line for related in one.related]) == (5, [6, 7])
    says(findings(computed("a", "a + 1")), "CALC803", "a → a")


def test_cycles_through_columns() -> None:
    head = """
columns:
  - {id: n, label: N, type: number, kind: given}
  - {id: share, label: S, type: number, kind: computed, formula: n + total}
rows: [{id: a, cells: {n: 1}}, {id: b, cells: {n: 2}}]
"""
    says(findings(computed("total", "SUM(share)"), head=head), "CALC803", "share → total → share")
    own = head.replace("n + total", "n + SUM(share)")
    says(findings(head=own), "CALC803", "share → share")
    assert codes(findings(head=head.replace("n + total", "share + 1"))) == ["CALC803", "CALC803"]
    assert len(in_reading_order(findings(head=head.replace("n + total", "share + 1")))) == 1


def test_cycles_across_sheets() -> None:
    made = curriculum(
        {"satu": sheet(computed("x", "SHEET(dua.y) + 1")), "dua": sheet(computed("y", "SHEET(satu.x) + 1"))}
    )
    one = says(list(diagnose(made, AS_OF)), "CALC803", "satu.x → dua.y → satu.x")
    assert [related.span.file for related in one.related] == ["kwu-05/worksheets/dua.yaml"]


def test_units() -> None:
    price, cost = given("price", "1000", "rupiah"), given("cost", "800", "rupiah")
    says(findings(price, cost, computed("a", "price * cost", "rupiah")), "CALC804", "dikalikan dengan rupiah")
    says(findings(price, computed("a", "price + 500", "rupiah")), "CALC804", "rupiah dan angka")
    says(findings(price, cost, computed("a", "price / cost", "rupiah")), "CALC804", "hasil rumus ini angka")
    says(findings(price, computed("a", "IF(1 > 2, price, 3)", "rupiah")), "CALC804", "rupiah dan angka")
    says(with_case("id: a, type: number, kind: given, value: =CASE(sari.price)"), "CALC804", "jenis selnya angka")
    assert findings(price, cost, computed("a", "MAX(price - cost, 0) * 2", "rupiah")) == []


def test_division_by_zero() -> None:
    one = says(findings(given("a", "0"), computed("b", "5 / a")), "CALC805", "rumus ini membagi dengan nol")
    assert one.span.end_column == one.span.column + 1
    says(findings(fill("a", answer="0"), computed("b", "5 / a"), mode="practice"), "CALC805", "nol")
    assert findings(given("a", "0"), computed("b", "IF(a > 0, 5 / a, 0)")) == []


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("SUMM(a)", 'fungsi "SUMM" tidak dikenal; maksud Anda "SUM"?'),
        ("eval(a)", '"eval" tidak dikenal'),
        ("ROUND(a)", "ROUND memerlukan 2 bagian, di sini ada 1"),
        ("IF(a > 1, a)", "IF memerlukan 3 bagian"),
        ("SUM()", "SUM memerlukan 1 sampai dengan 50"),
        ("MAX(a)", "MAX memerlukan 2 sampai dengan 50"),
        ("ROUND(a, a)", "bilangan bulat"),
        ("ROUND(a, 0.5)", "bilangan bulat"),
        ("ROUND(a, 999999999)", "bilangan bulat"),
        ("ROUNDUP(a, -10)", "dari -9 sampai dengan 9"),
    ],
)
def test_functions(formula: str, words: str) -> None:
    says(findings(given("a", "1"), computed("b", formula)), "CALC806", words)


@pytest.mark.parametrize(
    ("formula", "words"),
    [
        ("CASE(sari.kgs)", 'CASE: "sari.kgs" tidak ada; maksud Anda "sari.kg"?'),
        ("CASE(sari)", 'CASE: "sari" tidak ada'),
        ("CASE(budi.kg)", 'CASE: "budi.kg" tidak ada'),
        ("FACT(rates)", 'FACT: "rates" tidak ada; maksud Anda "rate"?'),
        ("FACT(rate.low)", 'FACT: "rate.low" tidak ada'),
        ("FACT(rule)", 'fakta "rule" bukan satu angka'),
        ("SHEET(lembar.bb)", 'SHEET: "lembar.bb" tidak ada'),
        ("SHEET(lembar)", 'SHEET: "lembar" tidak ada'),
    ],
)
def test_addresses(formula: str, words: str) -> None:
    says(with_case(computed("bcd", formula)), "CALC807", words)


def test_nothing_is_said_about_unreadable_files() -> None:
    cells = [computed("a", "CASE(budi.kg)"), computed("b", "SHEET(rusak.x) + 1"), computed("c", "a + b")]
    files = {"cases/budi.yaml", "kwu-05/worksheets/rusak.yaml"}
    assert with_case(*cells, unreadable=frozenset(files)) == []
    made = curriculum({"lembar": sheet(computed("a", "FACT(x)", "rupiah"))}, unreadable=frozenset({"facts.yaml"}))
    assert list(diagnose(made, AS_OF)) == []
    assert len(with_case(*cells)) == 2


# ── Hostile ──────────────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("formula", "code"),
    [
        ("(" * 450 + "1" + ")" * 450, "CALC801"),
        ("9" * 18 + " * " + "9" * 18, "CALC810"),
        ("ROUND(1, 1000000000)", "CALC806"),
        ("1e1000000000", "CALC801"),
        ("__import__(1)", "CALC806"),
        ("a" * 100_000, "CALC801"),
        ("exec(FACT(a.b.c.d.e))", "CALC806"),
        ("{value}", "CALC801"),
        ("a.__class__", "CALC801"),
    ],
)
def test_hostile_formulas_are_findings(formula: str, code: str) -> None:
    found = findings(computed("x", formula))
    assert codes(found)[0] == code
    for one in found:
        assert one.message.format()


def test_squaring_over_and_over_ends() -> None:
    cells = [given("c0", "0.3"), *(computed(f"c{n}", f"c{n - 1} * c{n - 1}") for n in range(1, 200))]
    assert findings(*cells) == []
    cells[0] = given("c0", "3")
    assert codes(findings(*cells)) == ["CALC810"]


def test_every_code_has_help() -> None:
    assert list(HELP) == [f"CALC{number}" for number in range(801, 811)]
    for help_text in HELP.values():
        assert re.search(r"[.]$", help_text.format())
