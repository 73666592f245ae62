"""Id tidak sesuai urutan, atau kembar.

Elemen, KUK, dan IUK ditulis dengan nomornya: KUK kedua pada elemen pertama adalah 1.2. Nomor itu dicetak di silabus
dan di semua rujukan, jadi harus sama dengan letaknya. Dalam satu daftar setiap id hanya dipakai sekali, dan setiap
modul mempunyai nomor sendiri.

Salah:

```text
--- kwu-01/module.yaml
- {id: 2.1.2, domain: knowledge, text: Dapat menjelaskan langkah menghitung HPP}
- {id: 2.1.1, domain: skill, text: Mampu menghitung HPP}
```

Benar:

```text
--- kwu-01/module.yaml
- {id: 2.1.1, domain: knowledge, text: Dapat menjelaskan langkah menghitung HPP}
- {id: 2.1.2, domain: skill, text: Mampu menghitung HPP}
```

Salah:

```text
--- cases/sari.yaml
- {id: packs, label: Hasil, amount: 40, unit: bungkus}
- {id: packs, label: Hasil sebulan, amount: 320, unit: bungkus}
```

Benar:

```text
--- cases/sari.yaml
- {id: packs, label: Hasil, amount: 40, unit: bungkus}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.id_lists import module_lists, shared_lists
from curriculum_kit.source.curriculum import Curriculum, LoadedModule

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the ids outside of modules with each other, and the numbers of modules."""
    for ids in shared_lists(curriculum):
        yield from _duplicates(ids, context)
    yield from _module_numbers(curriculum, context)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the ids of a module with their positions and with each other."""
    for module in curriculum.modules.values():
        yield from _positions(module, context)
        for ids in module_lists(module):
            yield from _duplicates(ids, context)


def _positions(module: LoadedModule, context: Context) -> Iterator[Diagnostic]:
    places = module.source.places
    for e, element in enumerate(module.record.elements):
        yield from _position(element.id, f"{e + 1}", places.value("elements", e, "id"), context)
        for k, kuk in enumerate(element.kuk):
            right = f"{e + 1}.{k + 1}"
            yield from _position(kuk.id, right, places.value("elements", e, "kuk", k, "id"), context)
            for i, iuk in enumerate(kuk.iuk):
                span = places.value("elements", e, "kuk", k, "iuk", i, "id")
                yield from _position(iuk.id, f"{right}.{i + 1}", span, context)


def _position(written: str, right: str, span: Span, context: Context) -> Iterator[Diagnostic]:
    if written != right:
        yield context.finding(
            span,
            text('id "{written}" tidak sesuai letaknya; seharusnya "{right}"', written=written, right=right),
            text("Perbaiki nomornya di sini dan di semua tempat yang menyebutnya, atau kembalikan urutannya."),
        )


def _duplicates(ids: list[tuple[str, Span]], context: Context) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for id, span in ids:
        if id in first:
            yield context.finding(
                span,
                text('"{id}" ditulis dua kali dalam daftar ini', id=id),
                text("Beri setiap butir id yang berbeda, atau hapus salah satunya."),
                related=[Related(first[id], text("ditulis pertama kali di sini"))],
            )
        first.setdefault(id, span)


def _module_numbers(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    first: dict[int, Span] = {}
    for module in curriculum.modules.values():
        number, span = module.record.number, module.source.places.value("number")
        if number in first:
            yield context.finding(
                span,
                text("nomor modul {number} sudah dipakai modul lain", number=number),
                text("Beri setiap modul nomor yang berbeda."),
                related=[Related(first[number], text("dipakai di sini"))],
            )
        first.setdefault(number, span)
