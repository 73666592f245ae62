"""Spasi atau tanda baca belum tepat.

Di antara dua kata cukup satu spasi. Koma, titik, titik koma, tanda tanya, dan tanda seru menempel pada kata di
depannya, dan sesudahnya ada spasi.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Uang hasil  jualan dipakai untuk apa saja ?
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Uang hasil jualan dipakai untuk apa saja?
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Text, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, THING, FileText
from curriculum_kit.rules.sentences import judged, mend

SEVERITY = Severity.WARNING

_SPACING = re.compile(
    rf"(?<=[\w)\"”’%{THING}{GONE}])(?<!Rp)(?P<sign> +(?:[,;](?=[^\W\d_]|\s|$)|[.?!](?=[\s)\"”’]|$)|:$))"
    r"|(?<=\S)(?P<blanks> {2,})(?=\S)"
    r"|(?<=[^\W\d_]{2})(?P<comma>,)(?=[^\W\d_]{2})"
)
_FIRST = re.compile(r" (?<=\S )[ ,;?!.]| :|,(?=[a-z]{2})")
_HELP = {
    "sign": text("Hapus spasi di depan tanda baca."),
    "blanks": text("Pakailah satu spasi saja."),
    "comma": text("Beri spasi sesudah koma."),
}


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look at the blanks around signs and between words."""
    if not _FIRST.search(text_of_file.lowered):
        return
    for piece in judged(text_of_file):
        for match in _SPACING.finditer(piece.unquoted):
            kind = match.lastgroup or "blanks"
            yield context.finding(
                piece.span(*match.span()),
                _message(kind, match[0]),
                _HELP[kind],
                fix=mend(piece, *match.span(), {"sign": match[0].strip(), "blanks": " ", "comma": ", "}[kind]),
            )


def _message(kind: str, found: str) -> Text:
    if kind == "sign":
        return text('ada spasi di depan "{sign}"', sign=found.strip())
    if kind == "comma":
        return text("tidak ada spasi sesudah koma")
    return text("ada {count} spasi berturut-turut", count=len(found))
