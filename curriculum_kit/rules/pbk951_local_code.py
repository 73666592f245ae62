"""Kode lokal menyerupai kode SKKNI.

Unit yang disusun sendiri (`source: tna`) memakai kode lokal, misalnya CK-KWU-01. Kode itu tidak boleh berbentuk seperti
kode SKKNI (empat bentuk sejak tahun 2007), agar tidak ada yang mengira unit ini sudah ditetapkan Menteri. Unit resmi
yang berhubungan disebut sebagai `acuan`.

Salah:

```text
--- kwu-01/module.yaml
code: M.70KWU01.001.1
title: Menghitung biaya dan HPP
```

Benar:

```text
--- kwu-01/module.yaml
code: CK-KWU-01
title: Menghitung biaya dan HPP
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR

ERAS = {
    "Permenaker 3/2016": re.compile(r"[A-U]\.\d{2}[A-Z]{3}\d{2}\.\d{3}\.\d"),
    "Permenakertrans 8/2012": re.compile(r"[A-U]\.\d{6}\.\d{3}\.\d{2}"),
    "PER.21/MEN/X/2007": re.compile(r"[A-Z]{3}\.[A-Z]{2}\d{2}\.\d{3}\.\d{2}"),
    "KKK/MIS": re.compile(r"[A-Z]{3}\.(?:[A-Z]{2}\.)?\d{2}(?:\.\d{2})?\.\d{3}\.\d{2}"),
}
"""The forms of unit codes by regulation; the last was used without one."""


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the code of every unit of our own making."""
    for module in curriculum.modules.values():
        unit = module.record.unit
        era = next((era for era, form in ERAS.items() if form.fullmatch(unit.code.upper())), None)
        if unit.source == "tna" and era:
            yield context.finding(
                module.source.places.value("unit", "code"),
                text('kode lokal "{code}" menyerupai kode SKKNI ({era})', code=unit.code, era=era),
                text("Pakai kode yang jelas lokal, misalnya CK-KWU-01, dan tulis unit resminya dalam acuan."),
            )
