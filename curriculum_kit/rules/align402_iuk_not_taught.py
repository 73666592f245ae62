"""IUK tidak diajarkan.

Setiap IUK harus disebut dalam paling sedikit satu langkah rencana sesi. Dari langkah itu dihitung JP setiap elemen.
Yang diperiksa ialah modul dengan semua sesinya, dan setiap program dengan sesi yang dipilihnya: bila sebuah program
mengajarkan sebagian IUK dari satu KUK, seluruh IUK pada KUK itu harus diajarkan.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
iuk: [2.1.2]
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
iuk: [2.1.2, 2.1.3]
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules import coverage
from curriculum_kit.rules.coverage import Coverage
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

COVERAGE = Coverage(
    covers=coverage.is_taught,
    message=text("IUK {iuk} tidak diajarkan"),
    help=text("Tambahkan nomor IUK itu pada baris iuk: di langkah rencana sesi yang mengajarkannya."),
    is_absent=coverage.has_no_sessions,
    absence=(
        text("modul ini belum mempunyai sesi, jadi tidak ada IUK yang diajarkan"),
        text("Buat berkas sesi dalam folder sessions dan sebut namanya dalam daftar sessions."),
    ),
)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the IUK with the steps of the plans."""
    return coverage.report(curriculum, context, COVERAGE)
