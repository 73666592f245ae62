"""Kata tautan tidak menjelaskan tujuannya.

Pembaca layar membacakan tautan tanpa kalimat di sekitarnya, dan di buku cetak tautan tidak dapat diklik. Karena itu
tautan diberi kata yang menyebut tujuannya, bukan "di sini", "klik", atau alamat yang panjang.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat {ref}`di sini <latihan-hpp>`.
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

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.written import written

SEVERITY = Severity.WARNING

_LINK = re.compile(r"\[(?P<link>[^\]]+)\]\([^)]*\)|\{(?:ref|term)\}`(?P<role>[^`<]+?)\s*<[^`>]*>`")
_EMPTY = re.compile(
    r"(?:silakan\s+)?(?:(?:klik|lihat|baca|unduh|buka|tekan|ketuk)\s+)?(?:di\s?sini|sini|selengkapnya|selanjutnya"
    r"|link|link\s+ini|tautan|tautan\s+ini|laman\s+ini|halaman\s+ini|lebih\s+lanjut)|klik|here|click\s+here"
    r"|(?:https?://|www\.)[^\s/]+/\S+",
    re.IGNORECASE,
)
"""Words that say nothing, and addresses with a path; a short address such as `oss.go.id` can be read and typed."""


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at the words of links and of references."""
    for piece in text_.pieces:
        for match in _LINK.finditer(written(piece)):
            group = "link" if match["link"] else "role"
            if _EMPTY.fullmatch(match[group].strip(" .,*_")):
                yield context.finding(
                    piece.span(*match.span(group)),
                    text('kata tautan "{words}" tidak menjelaskan tujuannya', words=match[group]),
                    text("Tulis apa yang akan dibuka, misalnya nama laman atau judul latihannya."),
                )
