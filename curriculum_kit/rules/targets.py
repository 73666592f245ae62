"""What is wrong with the target of a role, or None. Nothing is wrong while the file that defines it is unreadable."""

from __future__ import annotations

from datetime import date

from curriculum_kit.diagnostics import Related, Span, text
from curriculum_kit.rules.fact_targets import problem_of_fact
from curriculum_kit.rules.problems import Problem, no_file, not_in, unknown
from curriculum_kit.rules.reading import blocks, can_be_read, closest, is_whole, name_span, named_blocks
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, Source
from curriculum_kit.source.schema.worksheet import Worksheet


def problem_of(
    curriculum: Curriculum, module: LoadedModule | None, role: str, target: str, as_of: date
) -> Problem | None:
    """What is wrong with the target of a role that stands in `module`, or outside of modules."""
    match role:
        case "fact":
            return problem_of_fact(curriculum, target, as_of)
        case "calc":
            return problem_of_calc(curriculum, module, target)
        case "case":
            return problem_of_case(curriculum, target)
        case "term":
            return problem_of_term(curriculum, target)
        case "ref":
            return problem_of_ref(curriculum, module, target)
        case _:
            return None


def problem_of_calc(curriculum: Curriculum, module: LoadedModule | None, target: str) -> Problem | None:
    """`sheet.cell` or `sheet.row.column`, from another module `kwu-01/sheet.cell`."""
    owner, address = _owner(curriculum, module, target)
    if isinstance(owner, Problem) or owner is None:
        return owner
    sheet_id, *cell = address.split(".")
    sheet = owner.worksheets.get(sheet_id)
    if sheet is None:
        if not can_be_read(curriculum, f"{owner.id}/worksheets/{sheet_id}."):
            return None
        return unknown(text("lembar kerja"), sheet_id, {id: Span(s.file) for id, s in owner.worksheets.items()})
    related = (Related(Span(sheet.file), text("lembar kerja ini ada di sini")),)
    if sheet.record.mode == "own":
        message = text('lembar kerja "{id}" berisi angka peserta sendiri, jadi tidak ada hasilnya', id=sheet_id)
        return Problem(message, related, help=text("Sebut lembar contoh (mode: example), atau angka dari kasus."))
    if _has(sheet.record, cell):
        return None
    known = _addresses(sheet)
    return not_in(sheet_id, ".".join(cell), known, closest(".".join(cell), known) or related)


def _has(sheet: Worksheet, cell: list[str]) -> bool:
    """Whether a worksheet has the cell `[cell]` or `[row, column]`."""
    if len(cell) == 1:
        return any(known.id == cell[0] for known in sheet.cells)
    row, column = cell[0], ".".join(cell[1:])
    return any(known.id == row for known in sheet.rows) and any(known.id == column for known in sheet.columns)


def _addresses(sheet: Source[Worksheet]) -> dict[str, Span]:
    """What a worksheet can be asked for: its cells and, in its table, row by column."""
    cells = {cell.id: sheet.places.value("cells", n, "id") for n, cell in enumerate(sheet.record.cells)}
    table = {
        f"{row.id}.{column.id}": sheet.places.value("rows", n, "id")
        for n, row in enumerate(sheet.record.rows)
        for column in sheet.record.columns
    }
    return cells | table


def problem_of_case(curriculum: Curriculum, target: str) -> Problem | None:
    """`case.value`."""
    case_id, _dot, value_id = target.partition(".")
    case = curriculum.cases.get(case_id)
    if case is None:
        if not can_be_read(curriculum, f"cases/{case_id}."):
            return None
        return unknown(text("kasus"), case_id, {id: Span(c.file) for id, c in curriculum.cases.items()})
    if any(value.id == value_id for value in case.record.values):
        return None
    known = {value.id: case.places.value("values", n, "id") for n, value in enumerate(case.record.values)}
    home = (Related(Span(case.file), text("kasus ini ada di sini")),)
    return not_in(case_id, value_id, known, closest(value_id, known) or home)


def problem_of_term(curriculum: Curriculum, target: str) -> Problem | None:
    """An id of the glossary."""
    source = curriculum.glossary
    if source is None:
        return no_file(curriculum, text("istilah"), target, "glossary.yaml")
    if any(term.id == target for term in source.record.terms):
        return None
    known = {term.id: source.places.value("terms", n, "id") for n, term in enumerate(source.record.terms)}
    return unknown(text("istilah"), target, known)


def problem_of_ref(curriculum: Curriculum, module: LoadedModule | None, target: str) -> Problem | None:
    """The name of a block, from another module `kwu-01/name`."""
    owner, name = _owner(curriculum, module, target)
    if isinstance(owner, Problem) or owner is None:
        return owner
    if any(block.name == name for _, block in blocks(owner)) or not is_whole(curriculum, owner):
        return None
    known = {name: name_span(block) for name, block in named_blocks(owner).items()}
    return unknown(text("blok"), name, known)


def _owner(
    curriculum: Curriculum, module: LoadedModule | None, target: str
) -> tuple[LoadedModule | Problem | None, str]:
    """The module that a target means, and the rest of the target."""
    module_id, slash, rest = target.rpartition("/")
    if not slash:
        message = text('"{target}" tidak menyebut modulnya, padahal berkas ini di luar folder modul', target=target)
        help = text("Tulis id modul dan garis miring di depannya, misalnya kwu-01/{target}.", target=target)
        return module or Problem(message, help=help), rest
    if module_id in curriculum.modules:
        return curriculum.modules[module_id], rest
    if not can_be_read(curriculum, f"{module_id}/"):
        return None, rest
    return unknown(text("modul"), module_id, {id: Span(m.source.file) for id, m in curriculum.modules.items()}), rest
