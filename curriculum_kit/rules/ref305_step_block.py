"""Langkah rencana menyebut blok yang tidak ada dalam sesinya.

`block` pada sebuah langkah adalah nama (`:name:`) blok yang dipakai pada langkah itu. Buku pegangan mencetak nama dan
halamannya di tabel rencana, jadi blok itu harus ada dalam teks sesi yang sama.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
block: latihan-jenis-biaya
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
block: latihan-biaya
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import closest, is_misread, name_span, named_blocks
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look up `block` of every step."""
    for module, session in curriculum.all_sessions():
        if not is_misread(session.document):
            yield from _in_session(module, session, context)


def _in_session(module: LoadedModule, session: LoadedSession, context: Context) -> Iterator[Diagnostic]:
    here = {block.name: name_span(block) for block in session.document.walk() if block.name}
    for number, step in enumerate(session.plan.record.plan):
        if step.block is None or step.block in here:
            continue
        elsewhere = named_blocks(module).get(step.block)
        related = (
            (Related(name_span(elsewhere), text("blok dengan nama itu ada di sesi lain")),)
            if elsewhere
            else closest(step.block, here)
        )
        yield context.finding(
            session.plan.places.value("plan", number, "block"),
            text('blok "{name}" tidak ada dalam sesi ini{hint}', name=step.block, hint=did_you_mean(step.block, here)),
            text("Tulis nama yang sama dengan :name: blok itu, atau hapus baris block dari langkah ini."),
            related=related,
        )
