"""Berkas wajib belum ada.

Sebuah kurikulum memerlukan curriculum.yaml, dan setiap folder modul memerlukan module.yaml. Tanpa itu isinya tidak
dapat dibaca sebagai modul.

Salah:

```text
+++ kwu-02/sessions/01-mulai.md
---
title: Mulai
objective: Mulai.
plan: []
---

## Mulai
```

Benar:

```text
--- kwu-01/module.yaml
number: 1
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
