"""Menit sesi bukan kelipatan setengah JP.

JP sebuah sesi tercetak dalam tabel. Agar angkanya bulat atau setengah, jumlah menitnya (tanpa istirahat) harus
kelipatan setengah JP: dengan 45 menit per JP misalnya 45, 90, atau 135 menit.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 35
--- kwu-01/sessions/02-hpp.md
- phase: opening
  minutes: 10
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 25
--- kwu-01/sessions/02-hpp.md
- phase: opening
  minutes: 20
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.programmes import sessions_of
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession
from curriculum_kit.source.timing import total_minutes

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Divide the minutes of every session."""
    if curriculum.settings is None:
        return
    jp_minutes = curriculum.settings.record.jp_minutes
    for module in curriculum.modules.values():
        if _breaks_a_promise(curriculum, module, jp_minutes):
            continue
        for session in module.sessions.values():
            minutes = session.plan.record.teaching_minutes
            if 2 * minutes % jp_minutes:
                yield _finding(session, minutes, jp_minutes, context)


def _breaks_a_promise(curriculum: Curriculum, module: LoadedModule, jp_minutes: int) -> bool:
    """Whether a programme promises other minutes: then TIME501 speaks already."""
    for programme in curriculum.programmes.values():
        sessions = sessions_of(curriculum, programme, module.id)
        if sessions:
            minutes = total_minutes(session for session, _ in sessions)
            for group in programme.record.groups:
                for row in group.rows:
                    knowledge, skill = row.jp.knowledge * jp_minutes, row.jp.skill * jp_minutes
                    if row.module == module.id and (knowledge != minutes.knowledge or skill != minutes.skill):
                        return True
    return False


def _finding(session: LoadedSession, minutes: int, jp_minutes: int, context: Context) -> Diagnostic:
    whole = max(1, round(minutes / jp_minutes)) * jp_minutes
    return context.finding(
        session.plan.places.key("plan"),
        text("sesi ini berjumlah {minutes} menit, bukan kelipatan setengah JP", minutes=minutes),
        text("Ubah menit langkahnya sehingga jumlahnya misalnya {minutes} menit.", minutes=whole),
    )
