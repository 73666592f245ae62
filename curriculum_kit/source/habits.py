"""What authors write out of habit, in Indonesian or as in a spreadsheet, and what they meant by it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from datetime import date
from difflib import get_close_matches

from curriculum_kit.diagnostics import nearest

_TRUE = frozenset({"ya", "yes", "y", "on", "benar", "betul", "true", "1"})
_FALSE = frozenset({"tidak", "no", "n", "off", "salah", "false", "0"})
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "januari jan", "februari feb", "maret mar", "april apr", "mei", "juni jun", "juli jul", "agustus agu agt",
            "september sep", "oktober okt", "november nov nop", "desember des",
        ),
        1,
    )
    for name in names.split()
}  # fmt: skip
_THOUSANDS = re.compile(r"-?[1-9]\d{0,2}(\.\d{3})+")
_DECIMAL_COMMA = re.compile(r"-?(?:\d{1,15}|[1-9]\d{0,2}(?:\.\d{3})+),\d{1,9}")
_AROUND_NUMBER = re.compile(
    r"(?:rp\.?\s*)?(-?\d[\d.,]*?)(?:,-|,00)?\s*(?:%|persen|rupiah|menit|jp|[a-z]+)?", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_DAY_FIRST = re.compile(r"(\d{1,2})[-/. ](\d{1,2}|[a-z]+)[-/. ](\d{4})")
_THREE = re.compile(r"(?:iuk\s*)?([1-9]\d?)[\s.,-]+([1-9]\d?)[\s.,-]+([1-9]\d?)\.?", re.IGNORECASE)
_TWO = re.compile(r"(?:kuk\s*)?([1-9]\d?)[\s.,-]+([1-9]\d?)\.?", re.IGNORECASE)
_CLOSE = 0.75
_CLOCK = re.compile(r"(?:pukul\s+|jam\s+)?(\d{1,2})[.:](\d{2})(?:\s*(?:wib|wita|wit))?", re.IGNORECASE)

WORDS = {
    "acuan": ("acuan", "ref"),
    "aktivitas": ("activity",),
    "alamat": ("source_url", "url"),
    "alat": ("tools", "equipment"),
    "bahan": ("materials",),
    "berlaku": ("in_force",),
    "berpasangan": ("pair",),
    "catatan": ("note",),
    "dasar_hukum": ("legal_basis",),
    "deskripsi": ("description",),
    "disetujui": ("approved",),
    "draf": ("draft",),
    "elemen": ("elements",),
    "fakta": ("facts", "fact"),
    "hitungan": ("calc",),
    "instruksi": ("instructions",),
    "inti": ("core",),
    "istilah": ("terms", "term"),
    "istirahat": ("break",),
    "jawaban": ("answer", "model_answer"),
    "jenis": ("kind", "type"),
    "judul": ("title",),
    "jumlah": ("quantity", "amount"),
    "kasus": ("case",),
    "kelas": ("class",),
    "kelompok": ("group", "groups"),
    "keterampilan": ("skill",),
    "kode": ("code",),
    "kolom": ("columns",),
    "kunci": ("key",),
    "langkah": ("plan",),
    "lembar_kerja": ("worksheet",),
    "license": ("licence",),
    "lisensi": ("licence",),
    "menit": ("minutes",),
    "metode": ("method",),
    "modul": ("module",),
    "nama": ("name",),
    "nilai": ("value", "amount", "score"),
    "nomor": ("number",),
    "pasangan": ("pair",),
    "pelatih": ("trainer",),
    "pembukaan": ("opening",),
    "pengetahuan": ("knowledge",),
    "penulis": ("authors", "writer"),
    "penutup": ("closing",),
    "penutupan": ("closing",),
    "peran": ("role", "roles"),
    "persen": ("percent",),
    "peserta": ("participants",),
    "program": ("programme",),
    "referensi": ("references",),
    "rencana": ("plan",),
    "rujukan": ("ref",),
    "rumus": ("formula",),
    "satuan": ("unit",),
    "sesi": ("sessions", "session"),
    "sikap": ("attitude",),
    "status_hukum": ("status",),
    "tanggal": ("date",),
    "teks": ("text",),
    "topik": ("topic",),
    "tujuan": ("objective", "aim", "purpose"),
    "unsur": ("elements",),
    "versi": ("version",),
    "waktu": ("minutes", "time_allowed"),
}
"""Indonesian words for keys and values that are written in English."""


def meant_word(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed key or value that `word` was probably meant to be, or None."""
    known = tuple(allowed)
    flat = re.sub(r"[\s-]+", "_", word.strip().lower())
    for candidate in (flat, flat.replace("_", "-"), *WORDS.get(flat, ())):
        if candidate in known:
            return candidate
    return nearest(word, known) or nearest(flat, known)


FEW = 3
"""So many known words stand in a help text; more are not read."""


def likely(word: str, allowed: Iterable[str]) -> tuple[str, ...]:
    """The few allowed words that come closest to `word`, the closest first; all of them when they are few."""
    known = tuple(allowed)
    if len(known) <= FEW:
        return known
    meant = meant_word(word, known)
    near = get_close_matches(word.lower(), known, n=len(known), cutoff=0.0)
    return tuple(dict.fromkeys((*((meant,) if meant else ()), *near)))[:FEW]


def surely_meant(word: str, allowed: Iterable[str]) -> str | None:
    """The allowed word that may replace `word` without a second thought: no other one is near."""
    known = tuple(allowed)
    flat = re.sub(r"[\s-]+", "_", word.strip().lower())
    same = [candidate for candidate in dict.fromkeys((flat, flat.replace("_", "-"))) if candidate in known]
    translated = [candidate for candidate in WORDS.get(flat, ()) if candidate in known]
    for found in (same, translated, get_close_matches(flat, known, n=2, cutoff=_CLOSE)):
        if found:
            return found[0] if len(found) == 1 else None
    return None


def meant_boolean(written: str) -> str | None:
    """`ya` → `true`."""
    word = written.strip().lower()
    return "true" if word in _TRUE else "false" if word in _FALSE else None


def meant_whole(written: str) -> str | None:
    """`500.000`, `Rp500.000,00` → `500000`; a fraction is no whole number."""
    number = meant_number(written)
    return number if number and number.isdigit() else None


def meant_number(written: str) -> str | None:
    """`500.000` → `500000`, `0,5` → `0.5`, `25%` → `25`."""
    match = _AROUND_NUMBER.fullmatch(written.strip())
    number = match[1] if match else ""
    if _THOUSANDS.fullmatch(number):
        return number.replace(".", "")
    if _DECIMAL_COMMA.fullmatch(number):
        return number.replace(".", "").replace(",", ".")
    return number if re.fullmatch(r"-?\d{1,18}(\.\d{1,9})?", number) else None


def meant_date(written: str) -> str | None:
    """`18-11-2025`, `18 November 2025`, `2025/11/18` → `2025-11-18`; the day stands before the month."""
    word = written.strip().lower()
    if match := _ISO.fullmatch(word):
        year, month, day = match[1], match[2], match[3]
    elif match := _DAY_FIRST.fullmatch(word):
        day, year = match[1], match[3]
        month = match[2] if match[2].isdigit() else str(_MONTHS.get(match[2], 0))
    else:
        return None
    with suppress(ValueError):
        return date(int(year), int(month), int(day)).isoformat()
    return None


def meant_clock(written: str) -> str | None:
    """`8.00`, `pukul 08.00 WIB` → `08:00`."""
    match = _CLOCK.fullmatch(written.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59:  # noqa: PLR2004 - a day has 24 hours
        return None
    return f"{int(match[1]):02}:{match[2]}"


def meant_iuk(written: str) -> str | None:
    """`1,1,2`, `IUK 1. 1. 2` → `1.1.2`."""
    match = _THREE.fullmatch(written.strip())
    return ".".join(match.groups()) if match else None


def meant_kuk(written: str) -> str | None:
    """`1,2`, `KUK 1.2` → `1.2`."""
    match = _TWO.fullmatch(written.strip())
    return ".".join(match.groups()) if match else None


def meant_kebab(written: str) -> str | None:
    """`Biaya Bahan` → `biaya-bahan`."""
    return re.sub(r"[^a-z0-9]+", "-", written.lower()).strip("-") or None


def meant_snake(written: str) -> str | None:
    """`Biaya Bahan` → `biaya_bahan`."""
    word = re.sub(r"[^a-z0-9]+", "_", written.lower()).strip("_")
    return word if word[:1].isalpha() else None


def meant_version(written: str) -> str | None:
    """`v1.2` → `1.2.0`."""
    match = re.fullmatch(r"v?(\d{1,6})(?:\.(\d{1,6}))?(?:\.(\d{1,6}))?", written.strip().lower())
    return ".".join(part or "0" for part in match.groups()) if match else None


def meant_address(written: str) -> str | None:
    """`www.contoh.id` → `https://www.contoh.id`."""
    word = written.strip()
    return f"https://{word}" if re.fullmatch(r"[\w-]+(\.[\w-]+)+(/\S*)?", word) else None


MEANT: Mapping[str, Callable[[str], str | None]] = {
    "ck_boolean": meant_boolean,
    "ck_whole": meant_whole,
    "ck_number": meant_number,
    "ck_date": meant_date,
    "ck_clock": meant_clock,
    "ck_iuk_id": meant_iuk,
    "ck_kuk_id": meant_kuk,
    "ck_kebab_id": meant_kebab,
    "ck_snake_id": meant_snake,
    "ck_version": meant_version,
    "ck_web_address": meant_address,
}
"""By kind of value (see `curriculum_kit.source.schema.base`): what was meant, in the right spelling."""

SAFE_TO_REPLACE = frozenset({"ck_boolean", "ck_whole", "ck_number", "ck_date", "ck_clock", "ck_iuk_id", "ck_kuk_id"})
"""Kinds of values that nothing refers to by this spelling: writing them rightly changes nothing else."""
