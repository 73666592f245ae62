"""Gambar tidak dipakai.

Setiap berkas dalam folder media ikut diperiksa dan disimpan. Gambar yang tidak dipakai sesi mana pun biasanya sisa
dari versi lama, atau nama berkasnya salah ditulis di tempat pemakaiannya.

Salah:

```text
+++ kwu-01/media/lama.svg
<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><title>Lama</title></svg>
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
```
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_whole
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the files in `media/` with the pictures that sessions show. Trainer-only places count."""
    for module in curriculum.modules.values():
        if not is_whole(curriculum, module) or not module.sessions.keys() >= set(module.record.sessions):
            continue  # a session that is missing may show what seems unused
        used = {
            posixpath.normpath(posixpath.join(posixpath.dirname(session.document.file), block.argument))
            for session, block in blocks(module)
            if block.kind in {"figure", "image"}
        }
        there = {f"{module.id}/media/{file}" for file in module.media}
        for path in sorted(there - used) if used <= there else ():  # a misspelt name is REF304's business
            yield context.finding(
                Span(path),
                text('gambar "{file}" tidak dipakai', file=path.rpartition("/")[2]),
                text("Pakai gambar itu dengan blok figure, atau hapus berkasnya."),
            )
