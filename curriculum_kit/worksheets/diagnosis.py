"""Everything that is wrong in the worksheets of a curriculum, as diagnostics CALC801 to CALC810 with their places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, Text, text
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Loc, Places, Source
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.worksheets.check import Scope, leaks
from curriculum_kit.worksheets.layout import Formula, Key
from curriculum_kit.worksheets.shape import shape_flaws
from curriculum_kit.worksheets.sheet import Calculator
from curriculum_kit.worksheets.tree import Flaw

HELP: Mapping[str, Text] = MappingProxyType(
    {
        "CALC801": text(
            "Rumus memuat angka, + - * /, kurung, nama kolom atau sel, dan fungsi, misalnya "
            "ROUND(biaya / hasil, 0). Desimal ditulis dengan titik."
        ),
        "CALC802": text("Pakailah id kolom atau sel dari lembar yang sama, huruf demi huruf."),
        "CALC803": text("Ubah salah satu rumus itu: sebuah nilai tidak dapat dihitung dari dirinya sendiri."),
        "CALC804": text(
            "Rupiah ditambah atau dibandingkan dengan rupiah, dan dikalikan atau dibagi dengan angka "
            "atau persen. Rupiah dibagi rupiah menjadi angka."
        ),
        "CALC805": text("Pakai IF supaya rumus tidak membagi dengan nol, misalnya IF(hasil > 0, biaya / hasil, 0)."),
        "CALC806": text(
            "Fungsi yang ada: SUM(kolom), ROUND(nilai, desimal), ROUNDUP(nilai, desimal), MIN(a, b), MAX(a, b),"
            " IF(perbandingan, bila ya, bila tidak)."
        ),
        "CALC807": text(
            "Tulis CASE(kasus.nilai), FACT(fakta), FACT(fakta.tingkat), atau SHEET(lembar.sel). Dari "
            "tabel: FACT(fakta.baris.kolom), SHEET(lembar.baris.kolom)."
        ),
        "CALC808": text(
            "Sel given memuat nilai, sel computed memuat formula, dan sel fill memuat answer. Hanya "
            "pada lembar mode: own sel fill dibiarkan kosong."
        ),
        "CALC809": text(
            "Hasil lembar latihan adalah kunci jawaban. Pakai angka dari kasus atau dari lembar contoh (mode: example)."
        ),
        "CALC810": text("Periksa angka dan banyaknya nol: hasil harus kurang dari 10 pangkat 18."),
    }
)
"""How each kind of mistake is mended."""


def diagnose(curriculum: Curriculum, as_of: date) -> Iterator[Diagnostic]:
    """All mistakes in the worksheets of a curriculum, module by module.

    Values are computed as they are on `as_of`. Nothing is said about what an unreadable file holds.
    """
    calculator = Calculator(curriculum, as_of)
    for module in curriculum.modules.values():
        yield from diagnose_module(module, calculator)


def diagnose_module(module: LoadedModule, calculator: Calculator) -> Iterator[Diagnostic]:
    """All mistakes in the worksheets of a module. They depend on these, and on the facts and cases, on nothing else."""
    workings = calculator.workings(module.id)
    for source in module.worksheets.values():
        for fault in shape_flaws(source.record):
            place = source.places.value(*fault.loc)
            related = _first(source.places, fault.first) if fault.first else ()
            yield _diagnostic("CALC808", fault.message, place, related=related)
    for finding in workings.findings:
        yield _formula_diagnostic(module.worksheets[finding.sheet_id], finding.formula, finding.flaw)
    for cycle in workings.cycles:
        yield _cycle_diagnostic(module, workings.scopes, cycle)
    for sheet_id, scope in workings.scopes.items():
        for formula in scope.layout.formulas():
            for flaw, key_sheet_id, slot in leaks(formula, scope):
                declared = workings.scopes[key_sheet_id].layout.locs[slot.key[-1]]
                key_place = module.worksheets[key_sheet_id].places.value(*declared)
                related = (Related(key_place, text("kunci jawabannya di sini")),)
                yield _formula_diagnostic(module.worksheets[sheet_id], formula, flaw, related)


def _formula_diagnostic(
    source: Source[Worksheet], formula: Formula, flaw: Flaw, related: tuple[Related, ...] = ()
) -> Diagnostic:
    whole = source.places.value(*formula.loc)
    exact = _inside(whole, formula, flaw)
    fix = Fix(exact, flaw.replacement) if exact and flaw.replacement is not None else None
    return _diagnostic(flaw.code, flaw.message, exact or whole, related=related, fix=fix)


def _inside(whole: Span, formula: Formula, flaw: Flaw) -> Span | None:
    """The place of a flaw inside its scalar; None when the scalar is folded, escaped or not in the file."""
    if whole.end_column is None or whole.end_line != whole.line:
        return None
    quotes = whole.end_column - whole.column - formula.offset - len(formula.text)
    if quotes not in {0, 2}:
        return None
    column = whole.column + quotes // 2 + formula.offset + flaw.column - 1
    return Span(whole.file, whole.line, column, whole.line, column + flaw.length)


def _cycle_diagnostic(module: LoadedModule, scopes: Mapping[str, Scope], cycle: tuple[Key, ...]) -> Diagnostic:
    several = len({key[0] for key in cycle}) > 1
    names: list[str] = []
    formulas: list[tuple[str, Formula]] = []
    for key in cycle:
        name = f"{key[0]}.{key[-1]}" if several else key[-1]
        slot = scopes[key[0]].layout.slots.get(key[1:])
        if slot and isinstance(slot.content, Formula) and (key[0], slot.content) not in formulas:
            formulas.append((key[0], slot.content))
        if not names or names[-1] != name:
            names.append(name)
    if len(names) == 1 or names[-1] != names[0]:
        names.append(names[0])
    spans = [module.worksheets[sheet_id].places.value(*formula.loc) for sheet_id, formula in formulas]
    related = tuple(Related(span, text("bagian dari putaran yang sama")) for span in spans[1:])
    return _diagnostic("CALC803", text("rumus berputar: {path}", path=" → ".join(names)), spans[0], related=related)


def _first(places: Places, loc: Loc) -> tuple[Related, ...]:
    return (Related(places.value(*loc), text("yang pertama di sini")),)


def _diagnostic(
    code: str, message: Text, span: Span, *, related: tuple[Related, ...] = (), fix: Fix | None = None
) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, HELP[code], span, related, fix)
