"""Blok tanpa isi.

Kata di baris pembuka adalah judul blok. Isi blok ditulis di baris-baris di bawahnya, sebelum baris penutup. Blok yang
hanya berisi judul tercetak sebagai kotak kosong.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:::{trainer-note} Membantu peserta
:topic: support

:::
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{trainer-note} Membantu peserta
:topic: support

Pasangkan peserta yang sulit membaca dengan temannya.
:::
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look between the options and the end of every block that says something itself."""
    for module in curriculum.modules.values():
        lines: dict[str, list[str]] = {}
        for session, block in blocks(module):
            known = BLOCKS.get(block.kind)
            if not known or known.argument is not Argument.TITLE or "key" in block.options or block.children:
                continue
            if is_misread(session.document):
                continue
            of_session = lines.setdefault(session.id, session.document.text.split("\n"))
            if not any(line.strip() for line in of_session[block.body_line - 1 : block.last_line - 1]):
                yield context.finding(
                    block.span,
                    text('blok "{kind}" belum berisi apa pun', kind=block.kind),
                    text("Tulis isinya di bawah baris pembuka; kata di baris pembuka hanya menjadi judul."),
                )
