"""IUK tidak dinilai.

Setiap IUK harus dinilai oleh paling sedikit satu butir soal, baris daftar periksa, atau kriteria rubrik dalam
assessment.yaml. Tes awal (`use: pretest`) tidak dihitung, karena hasilnya tidak menentukan Kompeten.

Salah:

```text
--- kwu-01/assessment.yaml
- {id: "2", iuk: [2.1.2], text: Menghitung HPP dan memeriksanya, critical: true}
```

Benar:

```text
--- kwu-01/assessment.yaml
- {id: "2", iuk: [2.1.2, 2.1.3], text: Menghitung HPP dan memeriksanya, critical: true}
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
    covers=coverage.is_assessed,
    message=text("IUK {iuk} tidak dinilai"),
    help=text(
        "Tambahkan nomor IUK itu pada baris iuk: di butir soal, daftar periksa, atau rubrik yang bukan tes awal."
    ),
    is_absent=coverage.has_no_assessment,
    absence=(
        text("modul ini belum mempunyai assessment.yaml, jadi tidak ada IUK yang dinilai"),
        text("Buat assessment.yaml dalam folder modul ini dengan instrumen untuk setiap IUK."),
    ),
)


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the IUK with the instruments."""
    return coverage.report(curriculum, context, COVERAGE)
