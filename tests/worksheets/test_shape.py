"""Sheets that are not whole, or whose cells do not hold what their kind and the mode ask for."""

from __future__ import annotations

import pytest

from tests.worksheets.building import fill, findings, given, only, says

COLUMN = "columns: [{id: n, label: N, type: number, kind: given}]"


@pytest.mark.parametrize(
    ("cells", "mode", "head", "words"),
    [
        ((), "example", "", "tidak memuat kolom atau sel"),
        ((), "example", COLUMN, "tidak memuat baris"),
        (
            (),
            "example",
            "rows: [{id: a}]\ncells: [{id: b, label: B, type: number, kind: given, value: 1}]",
            "tidak memuat kolom",
        ),
        ((), "own", COLUMN.replace("given", "fill") + "\nblank_rows: 101", "101 baris kosong terlalu banyak"),
        ((), "own", COLUMN.replace("given", "fill") + "\nblank_rows: 999999999999999", "terlalu banyak"),
        ((), "practice", COLUMN.replace("given", "fill") + "\nblank_rows: 3", "hanya untuk lembar mode: own"),
        ((), "own", COLUMN.replace("given", "fill") + "\nblank_rows: 3\nrows: [{id: a}]", "pilih salah satu"),
        ((), "own", COLUMN + "\nblank_rows: 3", "baris kosong tidak memuat nilai"),
        ((), "example", COLUMN + "\nrows: [{id: a, cells: {n: 1, m: 2}}]", 'tidak ada kolom "m"'),
        ((), "example", COLUMN + "\nrows: [{id: a, cells: {n: 1}}, {id: a, cells: {n: 1}}]", 'baris "a" sudah ada'),
        ((), "example", COLUMN + "\nrows: [{id: a}]", '"a.n" berjenis given, tetapi tidak memuat nilai'),
        ((), "example", COLUMN + "\nrows: [{id: a, cells: {n: Rp5.000}}]", '"Rp5.000" bukan angka'),
        ((), "practice", COLUMN + "\nrows: [{id: a, cells: {n: {answer: 1}}}]", "answer hanya untuk fill"),
        ((), "practice", COLUMN.replace("given", "fill") + "\nrows: [{id: a}]", '"a.n" berjenis fill, tetapi tidak'),
        (
            (),
            "practice",
            COLUMN.replace("given", "fill") + "\nrows: [{id: a, cells: {n: 1}}]",
            "tulis answer, bukan nilai",
        ),
        ((), "own", COLUMN.replace("given", "fill") + "\nrows: [{id: a, cells: {n: {answer: 1}}}]", "tidak ada kunci"),
        ((), "example", COLUMN.replace("given", "computed") + "\nrows: [{id: a}]", "tetapi tidak memuat formula"),
        (
            (),
            "example",
            COLUMN.replace("given", "'computed', formula: 1 + 1") + "\nrows: [{id: a, cells: {n: 2}}]",
            "nilainya dihitung",
        ),
        ((given("a", "1"), given("a", "2")), "example", "", 'nama "a" sudah dipakai'),
        ((given("n", "1"),), "example", COLUMN + "\nrows: [{id: a, cells: {n: 1}}]", 'nama "n" sudah dipakai'),
        (("id: a, type: number, kind: given",), "example", "", "tidak memuat nilai"),
        ((given("a", "1,5"),), "example", "", '"1,5" bukan angka'),
        ((given("a", "25%", "percent"),), "example", "", "bukan angka"),
        ((given("a", "1000000000000000000000"),), "example", "", "bukan angka"),
        (
            ("id: a, type: number, kind: given, value: 1, formula: 1 + 1",),
            "example",
            "",
            "formula hanya untuk computed",
        ),
        (("id: a, type: number, kind: computed",), "example", "", "tetapi tidak memuat formula"),
        (("id: a, type: number, kind: computed, formula: 1 + 1, value: 2",), "example", "", "nilainya dihitung"),
        (("id: a, type: number, kind: computed, formula: 1 + 1, answer: 2",), "example", "", "answer hanya untuk fill"),
        ((fill("a"),), "practice", "", "tidak memuat answer"),
        ((fill("a", answer="Rp5"),), "practice", "", '"Rp5" bukan angka'),
        ((fill("a", answer="5"),), "own", "", "tidak ada kunci"),
        (("id: a, type: number, kind: fill, answer: 5, value: 5",), "practice", "", "tulis answer, bukan nilai"),
    ],
)
def test_shape(cells: tuple[str, ...], mode: str, head: str, words: str) -> None:
    one = says(findings(*cells, mode=mode, head=head), "CALC808", words)
    assert one.span.line > 0


def test_the_first_of_two_names_is_shown_and_counts() -> None:
    one = only(findings(given("a", "1"), given("a", "2")))
    assert (one.span.line, one.related[0].span.line) == (6, 5)
