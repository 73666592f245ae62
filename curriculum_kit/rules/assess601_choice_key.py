"""Soal pilihan tanpa kunci jawaban yang sah.

Soal pilihan mempunyai paling sedikit dua pilihan dengan id yang berbeda, dan satu kunci jawaban (`key`), yaitu id salah
satu pilihan itu. Soal tanpa pilihan tidak mempunyai `key`; jawabannya ditulis sebagai `model_answer`.

Salah:

```text
--- kwu-01/assessment.yaml
key: c
```

Benar:

```text
--- kwu-01/assessment.yaml
key: a
```

Salah:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: a, text: Upah}
```

Benar:

```text
--- kwu-01/assessment.yaml
- {id: a, text: Pisang}
- {id: b, text: Upah}
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Text, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments
from curriculum_kit.source.curriculum import Curriculum, Loc, Source
from curriculum_kit.source.schema.assessment import Assessment, AssessmentItem, Instrument

SEVERITY = Severity.ERROR

_Found = Iterator[tuple[Loc, Text, Text]]


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the items of every instrument."""
    for source, at, instrument in instruments(curriculum):
        for n, item in enumerate(instrument.items):
            yield from _of_item(source, (*at, "items", n), instrument, item, context)


def _of_item(
    source: Source[Assessment], at: Loc, instrument: Instrument, item: AssessmentItem, context: Context
) -> Iterator[Diagnostic]:
    for loc, message, help in (*_about_options(instrument, item), *_about_key(item)):
        yield context.finding(source.places.value(*at, *loc), message, help)
    first: dict[str, int] = {}
    for o, option in enumerate(item.options):
        if option.id in first:
            yield context.finding(
                source.places.value(*at, "options", o, "id"),
                text('pilihan "{id}" ditulis dua kali', id=option.id),
                text("Beri setiap pilihan id yang berbeda, misalnya a, b, c, d."),
                related=[
                    Related(source.places.value(*at, "options", first[option.id], "id"), text("pertama kali di sini"))
                ],
            )
        first.setdefault(option.id, o)


def _about_options(instrument: Instrument, item: AssessmentItem) -> _Found:
    if (instrument.kind == "written-choice" or item.options) and len(item.options) <= 1:
        yield (
            ("id",),
            text("soal {id} harus mempunyai paling sedikit dua pilihan", id=item.id),
            text("Tulis pilihannya dalam options, masing-masing dengan id dan text."),
        )


def _about_key(item: AssessmentItem) -> _Found:
    options = [option.id for option in item.options]
    if item.key is None and options:
        yield (
            ("id",),
            text("soal {id} belum mempunyai kunci jawaban", id=item.id),
            text("Tulis baris key: dengan id pilihan yang benar, misalnya key: b."),
        )
    elif item.key is not None and not options:
        yield (
            ("key",),
            text("soal {id} mempunyai kunci jawaban, tetapi tidak mempunyai pilihan", id=item.id),
            text("Tulis pilihannya dalam options, atau ganti key dengan model_answer (contoh jawaban)."),
        )
    elif item.key is not None and item.key not in options:
        yield (
            ("key",),
            text(
                'kunci jawaban "{key}" bukan id salah satu pilihan{hint}',
                key=item.key,
                hint=did_you_mean(item.key, options),
            ),
            text("Isi key dengan salah satu id pilihannya: {options}.", options=", ".join(options)),
        )
