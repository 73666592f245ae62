"""Judul dari huruf tebal.

Paragraf yang seluruhnya tebal tampak seperti judul, tetapi pembaca layar dan daftar isi tidak mengenalinya. Di luar
blok pakailah judul bagian (`##`); di dalam blok pindahkan kata-katanya ke judul blok atau jadikan kalimat biasa.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
**Cara menghitung biaya**

Lihat juga {ref}`latihan-hpp`.
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

_BOLD = re.compile(r"(\*\*|__)(?P<words>[^\W\d_](?:(?!\1).)*[^.!?…])\1:?", re.DOTALL)
_MOST_WORDS = 8


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at paragraphs of sessions that are followed by something. A sentence is no heading."""
    pieces = [piece for piece in text_.pieces if piece.kind != "field"]
    for piece in pieces[:-1]:
        match = _BOLD.fullmatch(written(piece)) if piece.kind == "paragraph" else None
        if match and len(match["words"].split()) <= _MOST_WORDS:
            words = " ".join(match["words"].split()).rstrip(":")
            yield context.finding(
                piece.span(0, len(piece.text)),
                text('"{words}" tampak seperti judul, tetapi hanya huruf tebal', words=words),
                text("Pakai judul bagian (##) di luar blok, atau jadikan judul blok."),
            )
