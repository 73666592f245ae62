"""Kode temuan tidak dikenal.

`severity` dalam curriculum.yaml mengubah berat temuan menurut kodenya. Kode yang salah eja tidak mengubah apa pun.

Salah:

```text
--- curriculum.yaml
severity:
  OFLINE751: note
```

Benar:

```text
--- curriculum.yaml
severity:
  OFFLINE751: note
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, did_you_mean, text
from curriculum_kit.rules.frame import Context, is_protected
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look up every code that `severity` names. Protected families are SCHEMA211's business."""
    settings = curriculum.settings
    for code in settings.record.severity if settings else ():
        if settings and code not in context.codes and not is_protected(code):
            yield context.finding(
                settings.places.key("severity", code),
                text('kode "{code}" tidak dikenal{hint}', code=code, hint=did_you_mean(code, context.codes)),
                text("Daftar lengkap kode: `ck explain`."),
            )
