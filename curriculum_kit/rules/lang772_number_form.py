"""Penulisan bilangan belum tepat.

Ribuan dipisahkan dengan titik (1.500.000), desimal dengan koma (2,5 kg), dan tanda persen ditulis tanpa spasi (10%).
Bentuk lain dapat salah dibaca: 1,500 dapat berarti satu setengah. Nomor telepon, NIB, dan sejenisnya tidak dipisahkan.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Sari membayar Rp7.500 untuk gula yang beratnya 1500 gram.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Sari membayar Rp7.500 untuk gula yang beratnya 1.500 gram.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.numbers import LARGE, grouped, swapped
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import judged, mend

SEVERITY = Severity.WARNING

_FIRST = re.compile(r"\d(?:\d{3}|\s+%|,\d{3},|\.\d{1,2}(?!\d))")
_MEASURES = r"kg|gram|ons|kuintal|ton|liter|ml|meter|cm|hektare"
_COUNTED = rf"{_MEASURES}|rupiah|orang|bungkus|buah|lembar|botol|porsi|potong|butir|ekor|unit|pak|kali|km|watt|wat"
_START = r"(?<![\w.,:/+-])(?<!rp\s)(?<!rp\.\s)(?<!idr\s)"
_NUMBER = re.compile(
    rf"{_START}(?:"
    r"(?P<english>\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?|\d{1,3},\d{3}\.\d{1,2})(?![\d,]|\.\d)(?!\w)"
    rf"|(?P<long>[1-9]\d{{3,11}})(?=\s+(?:{_COUNTED})(?!\w))"
    r"|(?P<round>[1-9]\d{1,8}000)(?![.,:/-]?\w)"
    rf"|(?P<decimal>\d{{1,4}}\.\d{{1,2}})(?P<percent>\s*%)"
    rf"|(?P<measured>\d{{1,4}}\.\d{{1,2}})(?=\s+(?:{_MEASURES}|persen|{LARGE})(?!\w))"
    r"|(?P<apart>\d+(?:[.,]\d+)*)\s+%)",
    re.IGNORECASE,
)
_LABELS = (
    r"\b(?:nomor|no|nomer|kode|kbli|nib|nik|npwp|nop|telepon|telp|hp|wa|whatsapp|pos|rekening|izin|sertifikat|pin|id"
    r"|seri|sni|iso|pasal|versi|tipe|sandi|token|faktur|kuitansi|resi|tahun)\b"
)
"""Beside these words a long number names something; it counts nothing."""
_NEAR = 80
_LABEL = re.compile(_LABELS, re.IGNORECASE)
_LABEL_BEFORE = re.compile(rf"{_LABELS}\W*$", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEASURE_AFTER = re.compile(rf"\s+(?:{_MEASURES}|rupiah)\b", re.IGNORECASE)


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at numbers that can only be quantities."""
    if not _FIRST.search(text_of_file.lowered):
        return
    for piece in judged(text_of_file):
        for match in _NUMBER.finditer(piece.unquoted) if _FIRST.search(piece.text) else ():
            if _is_name(match):
                continue
            right, help = _mended(match)
            yield context.finding(
                piece.span(*match.span()),
                text('bilangan "{wrong}" seharusnya ditulis "{right}"', wrong=" ".join(match[0].split()), right=right),
                help,
                fix=mend(piece, *match.span(), right),
            )


def _is_name(match: re.Match[str]) -> bool:
    """Whether digits may be a year, or the number of a document, a telephone or the like."""
    if match["round"]:
        return _LABEL.search(match.string, max(0, match.start() - _NEAR), match.end() + _NEAR) is not None
    if not match["long"]:
        return False
    is_year = _YEAR.fullmatch(match["long"]) and not _MEASURE_AFTER.match(match.string, match.end())
    return bool(is_year or _LABEL_BEFORE.search(match.string[max(0, match.start() - 20) : match.start()]))


def _mended(match: re.Match[str]) -> tuple[str, Text]:
    if match["english"]:
        return swapped(match["english"]), text("Pisahkan ribuan dengan titik dan tulis desimal dengan koma.")
    if digits := match["long"] or match["round"]:
        return grouped(digits), text("Pisahkan ribuan dengan titik.")
    if match["apart"]:
        return f"{match['apart']}%", text("Tulis tanda persen tanpa spasi.")
    decimal = (match["decimal"] or match["measured"]).replace(".", ",")
    return decimal + ("%" if match["percent"] else ""), text("Tulis desimal dengan koma.")
