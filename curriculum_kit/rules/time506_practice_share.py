"""Bagian praktik terlalu kecil atau terlalu besar.

Pelatihan di balai latihan kerja menekankan praktik: sebaiknya 65 sampai dengan 75 persen menit sebuah modul berupa
keterampilan (`kind: skill`). Di luar 60 sampai dengan 80 persen, rencananya perlu ditinjau kembali. Istirahat tidak
dihitung, dan modul yang lebih pendek daripada tiga jam tidak diperiksa.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 45
  kind: knowledge
  iuk: [1.1.1]
  method: Ceramah
  participants: Menyimak jenis biaya.
- phase: closing
  minutes: 20
  kind: skill
--- kwu-01/sessions/02-hpp.md
- phase: core
  minutes: 45
  kind: knowledge
  iuk: [2.1.1]
  method: Ceramah
  participants: Menyimak langkah menghitung HPP.
- phase: closing
  minutes: 25
  kind: skill
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 3, skill: 1}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 3, skill: 1}
sessions:
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: core
  minutes: 20
  kind: skill
--- kwu-01/sessions/02-hpp.md
- phase: core
  minutes: 25
  kind: skill
--- programmes/dasar-2jp.yaml
unit_group: inti
jp: {knowledge: 1, skill: 1}
--- programmes/dasar-2jp.yaml
jp: {knowledge: 1, skill: 1}
sessions:
```
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.indonesian import number_text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import can_be_read, lacks_sessions
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.timing import Minutes, total_minutes

SEVERITY = Severity.WARNING

LEAST, MOST = 60, 80
ENOUGH = 180
"""Minutes. Below this a module is too short: one long step decides everything."""


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the minutes of practice with all minutes, module by module."""
    for module in curriculum.modules.values():
        minutes = total_minutes(module.sessions.values())
        is_fair = LEAST * minutes.total <= 100 * minutes.skill <= MOST * minutes.total
        if minutes.total >= ENOUGH and not is_fair and _is_complete(curriculum, module):
            yield _finding(module, minutes, context)


def _is_complete(curriculum: Curriculum, module: LoadedModule) -> bool:
    """Whether all its sessions could be read."""
    return not lacks_sessions(module) and can_be_read(curriculum, f"{module.id}/")


def _finding(module: LoadedModule, minutes: Minutes, context: Context) -> Diagnostic:
    share = Decimal(100 * minutes.skill) / minutes.total
    values = {"share": number_text(share, 1), "skill": minutes.skill, "total": minutes.total}
    message = text("praktik hanya {share}% waktu modul ini ({skill} dari {total} menit)", **values)
    help = text("Usahakan 65 sampai dengan 75 persen: ubah sebagian penjelasan menjadi latihan.")
    if share > MOST:
        message = text("praktik sampai {share}% waktu modul ini ({skill} dari {total} menit)", **values)
        help = text("Usahakan 65 sampai dengan 75 persen: beri waktu untuk penjelasan dan tanya jawab.")
    return context.finding(module.source.places.key("sessions"), message, help)
