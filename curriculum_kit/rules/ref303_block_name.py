"""Nama blok tidak ada, kembar, atau keliru bentuknya.

`:name:` adalah alamat sebuah blok: dipakai oleh rencana sesi, `{ref}`, tautan halaman, dan nama isian di PDF. Latihan,
pemeriksaan, kasus, lembar kerja, gambar, dan refleksi yang dijawab harus bernama. Nama ditulis dengan huruf kecil dan
tanda hubung, dan hanya dipakai sekali dalam satu modul.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
:alt: Panah dari biaya menuju harga.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
:name: gambar-alur
:alt: Panah dari biaya menuju harga.
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:name: Klinik Harga
--- kwu-01/sessions/02-hpp.md
:name: gambar-alur
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:name: klinik-harga
--- kwu-01/sessions/02-hpp.md
:name: lembar-hpp-saya
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.blocks import FIGURES
from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import blocks, is_misread, name_span
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.document import BlockUse

SEVERITY = Severity.ERROR

NEEDS_NAME = frozenset({"exercise", "check", "case", "worksheet", *FIGURES})
_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every block of every module."""
    for module in curriculum.modules.values():
        yield from _in_module(module, context)


def _in_module(module: LoadedModule, context: Context) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for session, block in blocks(module):
        name, span = block.name, name_span(block)
        if not name:
            if _needs_name(block) and not is_misread(session.document):
                yield context.finding(
                    block.span,
                    text('blok "{kind}" belum bernama', kind=block.kind),
                    text("Tulis baris :name: tepat di bawah pembuka blok, misalnya :name: latihan-hitung-hpp."),
                )
        elif not _KEBAB.fullmatch(name):
            yield context.finding(
                span,
                text('nama "{name}" harus ditulis dengan huruf kecil, angka, dan tanda hubung', name=name),
                text("Contoh nama yang baik: latihan-hitung-hpp."),
            )
        elif name in first:
            yield context.finding(
                span,
                text('nama "{name}" sudah dipakai blok lain dalam modul ini', name=name),
                text("Beri setiap blok nama yang berbeda."),
                related=[Related(first[name], text("dipakai pertama kali di sini"))],
            )
        else:
            first[name] = span


def _needs_name(block: BlockUse) -> bool:
    return block.kind in NEEDS_NAME or (block.kind == "reflect" and "response" in block.options)
