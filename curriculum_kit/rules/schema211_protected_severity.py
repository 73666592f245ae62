"""Berat temuan ini tidak dapat diturunkan.

Temuan YAML, SCHEMA, SAFE, dan LEAK menjaga agar berkas terbaca dengan benar dan kunci jawaban tidak sampai kepada
peserta. Beratnya tidak dapat diturunkan atau dimatikan dalam curriculum.yaml.

Salah:

```text
--- curriculum.yaml
severity:
  SAFE922: off
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

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context, is_protected
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look for wishes that `frame` does not grant."""
    settings = curriculum.settings
    for code, wish in settings.record.severity.items() if settings else ():
        if settings and is_protected(code) and wish != Severity.ERROR.value:
            yield context.finding(
                settings.places.key("severity", code),
                text("berat temuan {code} tidak dapat diturunkan", code=code),
                text("Hapus baris ini dan perbaiki temuannya."),
            )
