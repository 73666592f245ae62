"""Alat yang memerlukan listrik atau internet tanpa cadangan.

Proyektor, video, laptop, dan ponsel tidak ada di semua BLK, dan listrik dapat padam. Sesi yang memakainya menyebut
cadangannya: `:offline:` pada blok yang dipakai langkah itu, atau satu `trainer-note` dengan `:topic: no-power`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
media: [Proyektor]
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
media: [Kartu biaya]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.devices import device_in, has_fallback
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_misread
from curriculum_kit.source.curriculum import Curriculum, LoadedSession

SEVERITY = Severity.WARNING


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the media and steps of every session without a note about power; OFFLINE751 looks at the activities."""
    for _, session in curriculum.all_sessions():
        if is_misread(session.document) or has_fallback(session):
            continue
        for span, device in _devices(session):
            yield context.finding(
                span,
                text('"{device}" dipakai tanpa cadangan bila listrik atau internet padam', device=device),
                text(
                    "Tulis cadangannya dalam blok :::{trainer-note} dengan baris :topic: no-power, atau pada "
                    "baris :offline: bloknya."
                ),
            )


def _devices(session: LoadedSession) -> Iterator[tuple[Span, str]]:
    plan, places = session.plan.record, session.plan.places
    for number, entry in enumerate(plan.media):
        if device := device_in(entry):
            yield places.value("media", number), device
    safe = {block.name for block in session.document.walk() if block.options.get("offline")}
    for number, step in enumerate(plan.plan):
        if step.block in safe and step.block:
            continue
        for key, value in (("method", step.method), ("participants", step.participants)):
            if device := device_in(value or ""):
                yield places.value("plan", number, key), device
                break
