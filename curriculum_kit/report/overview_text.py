"""The reports on what a curriculum holds as tables of text."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.indonesian import number_text
from curriculum_kit.overview import Overview
from curriculum_kit.overview.alignment import IukRow, ModuleAlignment
from curriculum_kit.overview.facts import FactAge
from curriculum_kit.overview.hours import Hours, ModuleHours, ProgrammeHours, Row, keeps, practice_share
from curriculum_kit.overview.printing import Printing, PrintScope
from curriculum_kit.overview.translations import Translated
from curriculum_kit.report.tables import shortened, table
from curriculum_kit.source.schema.programme import PromisedJp
from curriculum_kit.source.timing import Minutes, jp

Say = Callable[[Text], str]

MISSING = "! "
"""Stands before what is missing or does not fit."""
UNKNOWN = "–"
_VALUE_LENGTH = 90

STATUSES = {
    "announced": text("diumumkan"),
    "in_force": text("berlaku"),
    "ended": text("berakhir"),
    "uncertain": text("belum pasti"),
}
DOMAINS = {"knowledge": "P", "skill": "K", "attitude": "S"}
"""As printed everywhere: pengetahuan, keterampilan, sikap kerja."""


def hours(overview: Overview, say: Say) -> Iterator[str]:
    """Minutes and JP."""
    report = overview.hours
    yield say(text("Jam pelajaran dalam JP; 1 JP = {minutes} menit.", minutes=report.jp_minutes))
    for programme in report.programmes:
        yield _programme_heading(programme.id, programme.title, say)
        rows = [cells for module in programme.modules for cells in _module_hours(module, report, say)]
        if programme.stated.total:
            rows.append([say(text("Di luar modul (dinyatakan program)")), "", *_jp_cells(programme.stated), "", ""])
        rows.append(_time(say(text("Program")), programme.minutes, report, _promise(programme, report)))
        yield _hours_table(rows, say)
    if report.modules:
        yield say(text("Modul utuh (tidak ada program yang memakai semua sesinya)"))
        yield _hours_table([cells for module in report.modules for cells in _module_hours(module, report, say)], say)
    if any(_breaks_promise(programme, report) for programme in report.programmes):
        yield say(text("! Janji program tidak sama dengan menit sesinya. Jalankan `ck check`."))


def _hours_table(rows: list[list[str]], say: Say) -> str:
    headings = (
        text("Bagian"),
        text("Menit"),
        text("Pengetahuan"),
        text("Keterampilan"),
        text("Jumlah"),
        text("Praktik"),
        text("Janji"),
    )
    return table([say(heading) for heading in headings], rows, right=range(1, 7))


def _module_hours(module: ModuleHours, report: Hours, say: Say) -> Iterator[list[str]]:
    promise = ""
    if module.promised:
        kept = keeps(module.promised, module.minutes, report.jp_minutes)
        promise = _promised(module.promised, kept=kept)
    title = say(text("Modul {number}: {title}", number=module.number, title=module.title))
    yield _time(title, module.minutes, report, promise)
    for row in module.sessions:
        yield _time(f"  {row.number} {row.title}", row.minutes, report)
    for row in module.elements:
        yield _time(f"  {_element(row, say)}", row.minutes, report)


def _element(row: Row, say: Say) -> str:
    return say(text("Elemen {number}: {title}", number=row.number, title=row.title))


def _time(title: str, minutes: Minutes, report: Hours, promise: str = "") -> list[str]:
    share = practice_share(minutes)
    return [
        title,
        number_text(minutes.total),
        *(number_text(jp(part, report.jp_minutes)) for part in (minutes.knowledge, minutes.skill, minutes.total)),
        UNKNOWN if share is None else f"{share}%",
        promise,
    ]


def _jp_cells(promised: PromisedJp) -> list[str]:
    return [number_text(part) for part in (promised.knowledge, promised.skill, promised.total)]


def _promise(programme: ProgrammeHours, report: Hours) -> str:
    kept = programme.is_kept(report.jp_minutes)
    return _promised(programme.promised, kept=kept)


def _promised(promised: PromisedJp, *, kept: bool) -> str:
    words = f"{number_text(promised.knowledge)} + {number_text(promised.skill)}"
    return words if kept else f"{MISSING}{words}"


def _breaks_promise(programme: ProgrammeHours, report: Hours) -> bool:
    return _promise(programme, report).startswith(MISSING) or any(
        module.promised and not keeps(module.promised, module.minutes, report.jp_minutes)
        for module in programme.modules
    )


def alignment(overview: Overview, say: Say) -> Iterator[str]:
    """Who teaches, practises and assesses each IUK."""
    yield say(text("Sesi yang mengajarkan, blok yang melatih, dan instrumen yang menilai setiap IUK."))
    for programme in overview.alignment.programmes:
        yield _programme_heading(programme.id, programme.title, say)
        for module in programme.modules:
            yield from _matrix(module, say)
    if overview.alignment.modules:
        yield say(text("Modul utuh (tidak ada program yang memakai semua sesinya)"))
        for module in overview.alignment.modules:
            yield from _matrix(module, say)


def _matrix(module: ModuleAlignment, say: Say) -> Iterator[str]:
    yield say(text("Modul {number}: {title}", number=module.number, title=module.title))
    headings = (text("IUK"), text("Ranah"), text("Diajarkan"), text("Dilatih"), text("Dinilai"))
    yield table([say(heading) for heading in headings], [_iuk_cells(row, module, say) for row in module.rows])
    yield aligned(len(module.rows), module.gaps, say)


def _iuk_cells(row: IukRow, module: ModuleAlignment, say: Say) -> list[str]:
    none = MISSING + say(text("tidak ada"))
    return [
        row.id,
        DOMAINS[row.domain],
        ", ".join(module.numbers[session] for session in row.taught) or none,
        ", ".join(block.name or BLOCKS[block.kind].label for block in row.practised) or none,
        ", ".join(row.assessed) or none,
    ]


def aligned(iuk: int, gaps: int, say: Say) -> str:
    """How many IUK lack something, in a sentence."""
    if not gaps:
        return say(text("{count} IUK, semuanya diajarkan, dilatih, dan dinilai.", count=iuk))
    return MISSING + say(text("{gaps} dari {count} IUK belum diajarkan, dilatih, atau dinilai.", gaps=gaps, count=iuk))


def facts(overview: Overview, say: Say) -> Iterator[str]:
    """The facts by age, and where they are used."""
    report = overview.facts
    day = report.as_of.isoformat()
    yield say(text("Fakta per {day}, yang paling lama tidak diperiksa disebut dahulu.", day=day))
    headings = (
        text("Fakta"),
        text("Nilai"),
        text("Status"),
        text("Diperiksa"),
        text("Hari"),
        text("Periksa lagi"),
        text("Dipakai"),
    )
    yield table([say(heading) for heading in headings], [_fact_cells(f, say) for f in report.facts], right=(4, 6))
    used = [[fact.id, _places(fact)] for fact in report.facts if fact.uses]
    if used:
        yield table([say(text("Fakta")), say(text("Tempat (berkas:baris)"))], used)
    yield facts_due(report.facts, say)


def _fact_cells(fact: FactAge, say: Say) -> list[str]:
    return [
        f"{fact.id}: {fact.title}",
        shortened(fact.value, _VALUE_LENGTH),
        say(STATUSES[fact.status]),
        fact.checked_on.isoformat(),
        number_text(fact.age),
        (MISSING if fact.is_due else "") + fact.recheck_on.isoformat(),
        number_text(len(fact.uses)),
    ]


def _places(fact: FactAge) -> str:
    by_file: dict[str, list[str]] = {}
    for use in fact.uses:
        by_file.setdefault(use.span.file, []).append(str(use.span.line))
    return "; ".join(f"{file}:{','.join(dict.fromkeys(lines))}" for file, lines in by_file.items())


def facts_due(listed: tuple[FactAge, ...], say: Say) -> str:
    """How many facts are due, in a sentence."""
    due = sum(fact.is_due for fact in listed)
    if due:
        return MISSING + say(text("{due} dari {count} fakta perlu diperiksa ulang.", due=due, count=len(listed)))
    return say(text("{count} fakta, tidak ada yang perlu diperiksa ulang.", count=len(listed)))


def printing(overview: Overview, say: Say) -> Iterator[str]:
    """Books, copies and sheets."""
    report = overview.printing
    yield say(text("Untuk {count} peserta; kertas A4, dicetak bolak-balik.", count=report.class_size))
    for scope in report.programmes:
        yield _programme_heading(scope.id, scope.title, say)
        yield from _books(scope, report, say)
    if report.modules:
        yield say(text("Bila modul dicetak satu per satu:"))
    for scope in report.modules:
        yield f"{scope.title} ({scope.id})"
        yield from _books(scope, report, say)
    if overview.built_as_of:
        words = text("Halaman dan kata menurut buku di {folder}/ (fakta per {day}); gambar dihitung dari naskah.",
                     folder=overview.built_in, day=overview.built_as_of)  # fmt: skip
        yield say(words)
    if any(scope.all_sheets is None for scope in (*report.programmes, *report.modules)):
        yield say(text("Halaman yang belum diketahui ({mark}) muncul setelah `ck build`.", mark=UNKNOWN))


def _books(scope: PrintScope, report: Printing, say: Say) -> Iterator[str]:
    headings = (
        text("Buku"),
        text("Isi"),
        text("Halaman"),
        text("Kata"),
        text("Gambar"),
        text("Eksemplar"),
        text("Lembar tiap buku"),
        text("Lembar"),
    )
    rows = [
        [
            book.title,
            book.scope,
            *map(_known, (book.pages, book.words, book.pictures, book.copies, book.sheets, book.all_sheets)),
        ]
        for book in scope.books
    ]
    rows.append([say(text("Jumlah")), "", "", "", "", _known(scope.copies), "", _known(scope.all_sheets)])
    yield table([say(heading) for heading in headings], rows, right=range(2, 8))
    hours = number_text(jp(scope.minutes.total, report.jp_minutes))
    if scope.all_pages is None:
        yield say(text("Waktu sesi: {jp} JP.", jp=hours))
    else:
        yield say(text("Waktu sesi: {jp} JP. Yang tercetak: {pages} halaman pada {sheets} lembar.", jp=hours,
                       pages=number_text(scope.all_pages), sheets=_known(scope.all_sheets)))  # fmt: skip
    if scope.worksheets:
        names = ", ".join(sheet.id for sheet in scope.worksheets)
        yield say(text("Lembar kerja di dalam buku kerja: {names}.", names=names))


def _known(number: int | None) -> str:
    return UNKNOWN if number is None else number_text(number)


def _programme_heading(id: str, title: str, say: Say) -> str:
    return say(text("Program: {title} ({id})", title=title, id=id))


def translations(overview: Overview, say: Say) -> Iterator[str]:
    """How far each module is translated, and the files of those that are begun."""
    if not overview.translations:
        yield say(text("Tidak ada terjemahan. Mulailah dengan `ck translate`."))
    for report in overview.translations:
        words = text("Terjemahan ke bahasa {language}", language=report.language)
        if not report.is_published:
            words = text("Terjemahan ke bahasa {language} (tidak diterbitkan)", language=report.language)
        yield say(words)
        rows = [_translated(scope.id or say(text("bagian bersama")), scope.sum) for scope in report.scopes]
        yield _translated_table(text("Modul"), rows, say)
        files = [_translated(f.file, f.sum) for scope in report.scopes if scope.is_begun for f in scope.files]
        if files:
            yield _translated_table(text("Berkas"), files, say)
        if any(scope.sum.behind for scope in report.scopes):
            command = f"ck translate {report.language}"
            yield say(text("! Ada teks yang belum masuk katalog. Jalankan `{command}`.", command=command))


def _translated(name: str, sum_: Translated) -> list[str]:
    counts = (sum_.texts, sum_.done, sum_.stale, sum_.missing, sum_.words_done, sum_.words)
    cells = [number_text(count) for count in counts]
    cells[2] = f"{MISSING}{cells[2]}" if sum_.stale else cells[2]
    return [name, *cells, f"{sum_.percent}%"]


def _translated_table(heading: Text, rows: list[list[str]], say: Say) -> str:
    headings = (
        heading,
        text("Teks"),
        text("Selesai"),
        text("Usang"),
        text("Belum"),
        text("Kata selesai"),
        text("Kata"),
        text("Bagian"),
    )
    return table([say(heading) for heading in headings], rows, right=range(1, 8))
