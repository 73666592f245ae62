"""Kata kerja tujuan tidak dapat diukur.

Apakah seseorang *memahami*, *mengetahui*, *mengerti*, atau *menyadari* sesuatu tidak dapat dilihat. Tujuan sesi dan IUK
memakai kata kerja yang hasilnya tampak, misalnya *menjelaskan*, *menyebutkan*, *menghitung*, atau *memilih*, sehingga
dapat dilatih dan dinilai.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
objective: Peserta mampu memahami biaya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
objective: Peserta mampu mengelompokkan biaya.
```

Salah:

```text
--- kwu-01/module.yaml
- {id: 1.1.1, domain: knowledge, text: Dapat memahami jenis biaya}
```

Benar:

```text
--- kwu-01/module.yaml
- {id: 1.1.1, domain: knowledge, text: Dapat menjelaskan jenis biaya}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.objectives import VAGUE
from curriculum_kit.rules.prose import FileText, Piece

SEVERITY = Severity.WARNING


def check_text(file_text: FileText, context: Context) -> Iterator[Diagnostic]:
    """Read objectives of sessions and IUK."""
    for piece in file_text.pieces:
        if _is_objective(piece) and (match := VAGUE.search(piece.text)):
            yield context.finding(
                piece.span(*match.span("verb")),
                text('"{verb}" tidak dapat diukur', verb=match["verb"]),
                text("Pakai kata kerja yang hasilnya tampak, misalnya menjelaskan, menghitung, atau memilih."),
            )


def _is_objective(piece: Piece) -> bool:
    return piece.loc == ("objective",) or (piece.loc[-3:-2] == ("iuk",) and piece.loc[-1] == "text")
