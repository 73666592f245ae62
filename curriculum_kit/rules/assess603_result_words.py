"""Kata hasil penilaian keliru.

Hasil penilaian berbasis kompetensi hanya *Kompeten* atau *Belum Kompeten*. Kata seperti *lulus*, *gagal*, atau *tidak
kompeten* tidak dipakai dalam `decision_rule`. Kecuali pada tes awal, aturan itu menyebut kapan hasilnya Kompeten.

Salah:

```text
--- kwu-01/assessment.yaml
decision_rule: Lulus bila semua langkah kritis Ya.
```

Benar:

```text
--- kwu-01/assessment.yaml
decision_rule: Kompeten bila semua langkah kritis Ya.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

_REFUSED = re.compile(r"(?<!\w)(tidak lulus|lulus|gagal|tidak kompeten|remedial)(?!\w)", re.IGNORECASE)
_HELP = text("Hasilnya hanya Kompeten atau Belum Kompeten; tulis misalnya: Kompeten bila semua langkah kritis Ya.")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Read the decision rule of every instrument."""
    for source, at, instrument in instruments(curriculum):
        span = source.places.value(*at, "decision_rule")
        if refused := _REFUSED.search(instrument.decision_rule):
            message = text('kata "{word}" tidak dipakai sebagai hasil penilaian', word=refused[1])
            yield context.finding(span, message, _HELP)
        elif instrument.use != "pretest" and "Kompeten" not in instrument.decision_rule:
            yield context.finding(span, text("decision_rule belum menyebut kapan hasilnya Kompeten"), _HELP)
