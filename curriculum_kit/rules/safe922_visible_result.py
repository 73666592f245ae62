"""Hasil latihan terlihat oleh peserta.

Hasil lembar kerja bermode `practice` adalah kunci jawaban latihan. `{calc}` yang mencetaknya hanya boleh berada di
tempat khusus pelatih: di dalam `answer` atau `trainer-note`, atau pada `trainer` sebuah langkah. Hal ini juga berlaku
untuk teks lain yang dibaca peserta, misalnya tujuan program dan soal penilaian.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Isilah tabel ini. Hasilnya {calc}`hpp-keripik.unit_cost`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Isilah tabel ini.
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
participants: Menghitung HPP Sari, yaitu {calc}`hpp-keripik.unit_cost`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
participants: Menghitung HPP Sari.
```

Salah:

```text
--- kwu-01/assessment.yaml
stem: Jelaskan HPP {calc}`hpp-keripik.unit_cost`.
```

Benar:

```text
--- kwu-01/assessment.yaml
stem: Jelaskan jenis biaya usaha Anda.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import mentions
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import RoleUse

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every `{calc}` that participants can see."""
    for mention in mentions(curriculum):
        role = mention.use
        if mention.trainer_only or not isinstance(role, RoleUse) or role.name != "calc":
            continue
        module_id, slash, address = role.target.rpartition("/")
        module = curriculum.modules.get(module_id) if slash else mention.module
        sheet = module.worksheets.get(address.partition(".")[0]) if module else None
        if sheet and sheet.record.mode == "practice":
            yield context.finding(
                role.span,
                text('peserta akan melihat kunci jawaban latihan "{target}"', target=role.target),
                text(
                    "Pindahkan ke dalam blok answer atau trainer-note, atau pakai angka dari kasus atau lembar contoh."
                ),
                related=[Related(Span(sheet.file), text("lembar kerja ini adalah latihan (mode: practice)"))],
            )
