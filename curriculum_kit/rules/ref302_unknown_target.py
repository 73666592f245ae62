"""Rujukan ke sesuatu yang tidak ada.

`{fact}`, `{calc}`, `{case}`, `{term}`, dan `{ref}` mencetak apa yang tertulis di tempat lain: fakta di facts.yaml,
hasil lembar kerja, angka cerita di cases/, istilah di glossary.yaml, dan blok bernama. Sel tabel ditulis
`id.baris.kolom`, hasil lembar kerja `lembar.sel`, dan blok modul lain `kwu-02/nama-blok`. Tanggal sesudah @ memilih
fakta yang berlaku pada hari itu.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Pajaknya {fact}`pph-finalrate`, dahulu {fact}`pph-final-rate@2012-01-01`. Usaha mikro menjual
{fact}`umkm-size.mikro.sales` setahun.
--- kwu-01/sessions/02-hpp.md
Warung kopi mengeluarkan {calc}`contoh-warung.total`.
--- kwu-01/sessions/01-biaya.md
Sekali produksi Sari menghasilkan {case}`sari.pack`. {term}`Omzet <omset>` belum berarti laba.
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hp`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Pajaknya {fact}`pph-final-rate`, dahulu {fact}`pph-final-rate@2015-01-01`. Usaha mikro menjual
{fact}`umkm-size.micro.sales` setahun.
--- kwu-01/sessions/02-hpp.md
Warung kopi mengeluarkan {calc}`contoh-warung.total_cost`.
--- kwu-01/sessions/01-biaya.md
Sekali produksi Sari menghasilkan {case}`sari.packs`. {term}`Omzet <omzet>` belum berarti laba.
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.problems import Problem
from curriculum_kit.rules.reading import mentions
from curriculum_kit.rules.targets import problem_of
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import RoleUse

SEVERITY = Severity.ERROR

_HELP = text("Periksa ejaannya. Bila memang belum ada, tambahkan dahulu di tempat asalnya, misalnya glossary.yaml.")


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look up the target of every role. A missing file is one mistake, not as many as there are mentions."""
    missing: set[str | None] = set()
    known: dict[tuple[str, ...], Problem | None] = {}
    for mention in mentions(curriculum):
        role = mention.use
        if isinstance(role, RoleUse):
            asked = (mention.module.id if mention.module else "", role.name, role.target)
            if asked not in known:
                known[asked] = problem_of(curriculum, mention.module, role.name, role.target, context.as_of)
            problem = known[asked]
            if problem and problem.missing not in missing:
                missing |= {problem.missing} - {None}
                yield context.finding(
                    role.span,
                    problem.message,
                    problem.help or _HELP,
                    related=problem.related,
                )
