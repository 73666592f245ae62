"""Tugas yang memerlukan internet tanpa cadangan.

Peserta tanpa kuota atau sinyal tidak dapat membuka laman, menonton video, atau mencari di internet. Bila teks meminta
hal itu, sediakan cadangan: `:offline:` pada blok aktivitasnya, atau satu `trainer-note` dengan `:topic: no-power`.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Periksa harga pisang di internet.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Tulis satuannya dahulu.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.devices import has_fallback
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_misread
from curriculum_kit.source.curriculum import Curriculum, LoadedSession

SEVERITY = Severity.WARNING

_TASK = re.compile(
    r"\b(?:buka|kunjungi|tonton|unduh|unggah|cari|carilah|bukalah|kunjungilah|tontonlah|unduhlah|periksa|periksalah)\b"
    r"[^.!?\n]*?(?:https?://|\bwww\.|\binternet\b|\bYouTube\b|\bGoogle\b|\bvideo\b|\bsitus\b)",
    re.IGNORECASE,
)
_WITHOUT = re.compile(r"\b(?:tanpa|jangan|tidak|bukan)\b", re.IGNORECASE)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at what participants read in sessions without a note about power, outside of blocks that say what to do."""
    for _, session in curriculum.all_sessions():
        document = session.document
        if is_misread(document) or has_fallback(session):
            continue
        lines = document.text.split("\n")
        spoken_for = _spoken_for(session)
        for number in range(document.body_line, len(lines) + 1):
            line = lines[number - 1]
            match = None if number in spoken_for or line.startswith(":") else _TASK.search(line)
            if match and not _WITHOUT.search(line[: match.end()]):
                yield context.finding(
                    Span.of_text(document.file, number, match.start() + 1, match[0]),
                    text('"{words}" tidak dapat dikerjakan bila internet padam', words=match[0]),
                    text("Tulis cadangannya dalam blok :::{trainer-note} dengan baris :topic: no-power."),
                )


def _spoken_for(session: LoadedSession) -> frozenset[int]:
    """Lines of blocks for trainers, and of activities and discussions, which OFFLINE751 looks at."""
    lines: set[int] = set()
    for block in session.document.walk():
        if block.trainer_only or block.kind in {"activity", "discussion"}:
            lines.update(range(block.first_line, block.last_line + 1))
    return frozenset(lines)
