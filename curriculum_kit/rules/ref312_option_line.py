"""Baris opsi tidak terbaca.

Opsi ialah baris `:nama: nilai` tepat di bawah pembuka blok, misalnya `:key: B`, sebelum baris kosong. Di tempat lain
baris itu menjadi teks yang ikut tercetak; kunci jawaban pun dapat terbaca peserta.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:::{answer}

:key: B
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{answer}
:key: B
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
