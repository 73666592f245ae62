"""Penulisan waktu atau tanggal belum tepat.

Waktu ditulis dengan kata pukul dan titik: pukul 15.00. Kata jam dipakai untuk lamanya: dua jam. Tanggal ditulis hari,
bulan, tahun, dan nama bulan diawali huruf kapital: 1 Februari 2026.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Ia berbelanja pada jam 15:00 karena pasar masih ramai.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Ia berbelanja pada pukul 15.00 karena pasar masih ramai.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText, Piece
from curriculum_kit.rules.sentences import accepted, judged, like, mend

SEVERITY = Severity.WARNING

_MONTHS = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember"
_ENGLISH = "january february march april may june july august september october november december"
_RIGHT = {month.lower(): month for month in _MONTHS.split()}
_RIGHT |= dict(zip(_ENGLISH.split(), _MONTHS.split(), strict=True))
_NAMES = "|".join(_RIGHT)
_TIME_HELP = text("Tulis pukul dengan titik di antara jam dan menit: pukul 15.00.")
_DATE_HELP = text("Tulis hari, bulan, lalu tahun; nama bulan diawali huruf kapital: 1 Februari 2026.")

_CLOCKS = re.compile(r"\d[.:][0-5]\d")
_CLOCK = r"(?:[01]?\d|2[0-4])[.:][0-5]\d(?![\d:]|[.,]\d)"
_TIME = re.compile(
    rf"(?<![\w.,:])(?:(?<!\d\s)(?P<word>jam|pukul)\s+)?(?P<first>{_CLOCK})"
    rf"(?:\s*[-–—]\s*(?P<last>{_CLOCK})|(?P<zone>\s+wi(?:b|ta|t)(?!\w)))?",
    re.IGNORECASE,
)
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<month>{_NAMES})\s+(?P<day>\d{{1,2}}),\s*(?P<year>\d{{4}})(?!\w)"
    rf"|(?:(?<=\d\s)|(?<=bulan\s))(?P<after>{_NAMES})(?!\w)|(?P<before>{_NAMES})(?=\s+(?:19|20)\d\d(?!\w)))",
    re.IGNORECASE,
)


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at times, then at dates."""
    times = _CLOCKS.search(text_of_file.lowered)
    dates = not _RIGHT.keys().isdisjoint(text_of_file.words)
    if not times and not dates:
        return
    for piece in judged(text_of_file):
        for match in _TIME.finditer(piece.unquoted) if times else ():
            if (right := _time(match)) != match[0]:
                yield _finding(piece, match, right, _TIME_HELP, context)
        for match in _DATE.finditer(piece.unquoted) if dates else ():
            if (right := _date(match)) != match[0] and match[0].lower() not in accepted(context):
                yield _finding(piece, match, right, _DATE_HELP, context)


def _time(match: re.Match[str]) -> str:
    """A time as it should be. Without any word only a colon in a range or before a time zone tells that it is one."""
    word = match["word"]
    if not word and (":" not in match[0] or not (match["last"] or match["zone"])):
        return match[0]
    clock = match[0].replace(":", ".")
    return like(word, "pukul") + clock[len(word) :] if word else clock


def _date(match: re.Match[str]) -> str:
    """A date, or the name of a month, as it should be."""
    written = match["month"] or match["after"] or match["before"]
    month = like(written, _RIGHT[written.lower()])
    return f"{match['day']} {month} {match['year']}" if match["month"] else month


def _finding(piece: Piece, match: re.Match[str], right: str, help: Text, context: Context) -> Diagnostic:
    return context.finding(
        piece.span(*match.span()),
        text('"{wrong}" seharusnya ditulis "{right}"', wrong=" ".join(match[0].split()), right=right),
        help,
        fix=mend(piece, *match.span(), right),
    )
