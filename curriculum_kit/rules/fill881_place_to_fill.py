"""Tempat yang belum dilengkapi.

Kerangka yang dibuat `ck new` menandai setiap tempat yang harus Anda isi dengan LENGKAPI dan, di dalam kurung, apa yang
ditulis di situ. Ganti seluruh tanda itu, kurungnya juga; bila ada di dalam komentar, periksa nilainya lalu hapus
komentarnya. Anda boleh menulis tanda ini sendiri. Selama `status: draft`, temuan ini hanya peringatan; dalam modul atau
program dengan `status: approved` temuan ini kesalahan, agar tidak ada yang terbit setengah jadi.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
objective: Peserta mampu LENGKAPI (kata kerja yang hasilnya tampak).
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
objective: Peserta mampu mengelompokkan biaya.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from msgspec import structs

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.fill_marks import fill_marks

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look for marks in every file."""
    approved = tuple(_approved(curriculum))
    texts = dict(curriculum.texts)
    texts |= {session.document.file: session.document.text for _, session in curriculum.all_sessions()}
    for file, words in texts.items():
        for mark in fill_marks(file, words):
            message = text("belum dilengkapi: {what}", what=mark.what) if mark.what else text("belum dilengkapi")
            help = text("Ganti seluruh tanda LENGKAPI (…) dengan isinya; di dalam komentar, hapus komentarnya.")
            found = context.finding(mark.span, message, help)
            yield structs.replace(found, severity=Severity.ERROR) if file.startswith(approved) else found


def _approved(curriculum: Curriculum) -> Iterator[str]:
    """How the paths begin of what is approved."""
    for module in curriculum.modules.values():
        if module.record.status == "approved":
            yield f"{module.id}/"
    for programme in curriculum.programmes.values():
        if programme.record.status == "approved":
            yield programme.file
