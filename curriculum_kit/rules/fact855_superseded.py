"""Peraturan lama disebut seolah-olah masih berlaku.

Beberapa peraturan yang sering dikutip sudah diganti, misalnya Peraturan Pemerintah Nomor 5 Tahun 2021 tentang perizinan
berusaha dan SAK ETAP. Sebutlah penggantinya. Peraturan lama boleh disebut bila paragrafnya mengatakan bahwa peraturan
itu sudah diganti, dicabut, atau hanya berlaku dahulu.

Salah:

```text
--- facts.yaml
    legal_basis: Peraturan Pemerintah Nomor 23 Tahun 2018
    valid_from: 2022-12-20
```

Benar:

```text
--- facts.yaml
    legal_basis: Peraturan Pemerintah Nomor 55 Tahun 2022
    valid_from: 2022-12-20
```

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Menurut PP 5/2021, Sari memerlukan izin.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import OFFICIAL_SOURCES, FileText
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING

_NUMBER = r"(?:\s+(?:nomor|no\.?))?\s*{number}\s*(?:/|\s+tahun\s+)\s*{year}\b"


def _government(number: int, year: int) -> str:
    return r"\b(?:PP|peraturan\s+pemerintah)" + _NUMBER.format(number=number, year=year)


_SUCCESSORS: tuple[tuple[str, str], ...] = (
    (_government(5, 2021), "Peraturan Pemerintah Nomor 28 Tahun 2025"),
    (_government(23, 2018), "Peraturan Pemerintah Nomor 55 Tahun 2022"),
    (_government(46, 2013), "Peraturan Pemerintah Nomor 55 Tahun 2022"),
    (
        r"\b(?:per(?:aturan)?\.?\s*)?(?:\bBPOM|badan\s+pengawas\s+obat\s+dan\s+makanan)"
        + _NUMBER.format(number=22, year=2018),
        "Peraturan Badan Pengawas Obat dan Makanan Nomor 4 Tahun 2024",
    ),
    (r"\bSAK\s+ETAP\b", "SAK EP (SAK EMKM untuk usaha mikro dan kecil)"),
    (
        r"\bKEP\.?\s*181/LATTAS/XII/2013\b|\bKEP\.?\s*18[15]/2013\b|\bKEP\.?\s*185/LATTAS/XII/2013\b",
        "Kepdirjen Binalavotas Nomor 2/771/HK.05/II/2023",
    ),
)
_OLD = re.compile("|".join(f"({pattern})" for pattern, _ in _SUCCESSORS), re.IGNORECASE)
_HINT = re.compile(r"20(?:13|18|21)|etap")
_SAYS_SO = re.compile(
    r"ganti|cabut|\bdahulu\b|\bdulu\b|\blama\b(?!\s+(?:pemakaian|waktu|berlaku))|tidak\s+(?:lagi\s+)?berlaku"
    r"|\bsebelum|\bsemula\b|\bpernah\b|\bsampai\b"
    r"|\bhingga\b|\bbekas\b|usang|\bterdahulu\b|sejarah|riwayat|\bbukan\b|\bperubahan\b|\bdiubah\b",
    re.IGNORECASE,
)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at what facts rest on, and at the regulations of units that are our own."""
    if source := curriculum.facts_source:
        for number, fact in enumerate(source.record.facts):
            if fact.status != "ended":
                yield from _in_value(fact.legal_basis, source.places.value("facts", number, "legal_basis"), context)
    for module in curriculum.modules.values():
        if module.record.unit.source not in OFFICIAL_SOURCES:
            for number, value in enumerate(module.record.unit.variables.regulations):
                yield from _in_value(
                    value, module.source.places.value("unit", "variables", "regulations", number), context
                )


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at paragraphs and fields. Cells and options stand beside others that may say what is old."""
    if not _HINT.search(text_.lowered):
        return
    for piece in text_.pieces:
        if piece.official or piece.kind == "cell" or "options" in piece.loc or not _HINT.search(piece.text.lower()):
            continue
        for match in _OLD.finditer(piece.unquoted) if not _SAYS_SO.search(piece.text) else ():
            yield _finding(match, piece.span(match.start(), match.end()), context)


def _in_value(value: str, span: Span, context: Context) -> Iterator[Diagnostic]:
    if (match := _OLD.search(value)) and not _SAYS_SO.search(value):
        yield _finding(match, span, context)


def _finding(match: re.Match[str], span: Span, context: Context) -> Diagnostic:
    _, successor = _SUCCESSORS[(match.lastindex or 1) - 1]
    return context.finding(
        span,
        text('"{old}" sudah diganti', old=" ".join(match[0].split())),
        text("Sebutlah {successor}, atau katakan bahwa peraturan ini tidak berlaku lagi.", successor=successor),
    )
