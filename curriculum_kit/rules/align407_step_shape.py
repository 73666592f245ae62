"""Langkah kurang lengkap, atau istirahat berisi terlalu banyak.

Setiap langkah yang bukan istirahat menyebut IUK dan metodenya: dari sana disusun silabus dan tabel rencana. Istirahat
(`kind: break`) hanya berisi menit dan kegiatan peserta; menitnya tidak dihitung sebagai JP.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  trainer: Berkeliling dan tanyakan alasannya.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
  iuk: [1.1.2]
  method: Latihan
  trainer: Berkeliling dan tanyakan alasannya.
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
kind: break
method: Permainan
participants: Meregangkan badan.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
kind: break
participants: Meregangkan badan.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


_NOT_IN_BREAKS = ("iuk", "method", "trainer", "block")
_IN_STEPS = ("iuk", "method")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every step."""
    for _, session in curriculum.all_sessions():
        places = session.plan.places
        for number, step in enumerate(session.plan.record.plan):
            if step.kind == "break":
                for key in _NOT_IN_BREAKS:
                    if getattr(step, key):
                        yield context.finding(
                            places.key("plan", number, key),
                            text('istirahat tidak boleh mempunyai "{key}"', key=key),
                            text("Hapus baris itu, atau ubah kind menjadi knowledge atau skill."),
                        )
            else:
                for key in _IN_STEPS:
                    if not getattr(step, key):
                        yield context.finding(
                            places.value("plan", number, "kind"),
                            text('langkah ini belum mempunyai "{key}"', key=key),
                            text(
                                "Tulis baris iuk: dan method: pada setiap langkah yang bukan istirahat,"
                                " misalnya method: Diskusi."
                            ),
                        )
