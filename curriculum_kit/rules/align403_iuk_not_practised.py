"""IUK tidak dilatih.

Setiap IUK harus dilatih: disebut pada baris `:iuk:` sebuah blok tempat peserta berbuat sesuatu, yaitu diskusi,
aktivitas, pemeriksaan, refleksi, kasus, latihan, atau lembar kerja. Membaca saja belum berarti berlatih.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:name: diskusi-uang
:group: class
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:name: diskusi-uang
:iuk: 1.1.1
:group: class
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
    covers=coverage.is_practised,
    message=text("IUK {iuk} tidak dilatih"),
    help=text("Tambahkan nomor IUK itu pada baris :iuk: di aktivitas atau latihan yang melatihnya."),
    is_absent=coverage.has_no_sessions,
)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the IUK with the blocks."""
    return coverage.report(curriculum, context, COVERAGE)
