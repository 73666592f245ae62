"""Tingkat rubrik tidak jelas.

Setiap kriteria rubrik mempunyai paling sedikit dua tingkat dengan skor yang berbeda, ditulis berurutan dari yang
tertinggi ke yang terendah atau sebaliknya. Bila dua tingkat mempunyai skor yang sama, dua penilai dapat mengambil
keputusan yang berbeda.

Salah:

```text
--- kwu-01/assessment.yaml
    model_answer: Bahan, tenaga kerja, dan overhead.
rubric:
  - id: "1"
    iuk: [1.1.1]
    text: Kelengkapan jenis biaya
    levels:
      - {score: 2, text: Semua jenis disebut}
      - {score: 1, text: Sebagian jenis disebut}
      - {score: 1, text: Tidak disebut}
decision_rule: Kompeten bila semua jenis biaya disebut.
```

Benar:

```text
--- kwu-01/assessment.yaml
    model_answer: Bahan, tenaga kerja, dan overhead.
decision_rule: Kompeten bila semua jenis biaya disebut.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import instruments
from curriculum_kit.source.curriculum import Curriculum, Loc, Places
from curriculum_kit.source.schema.assessment import Criterion

SEVERITY = Severity.ERROR

_HELP = text("Tulis skor dari yang tertinggi ke yang terendah, misalnya 2, 1, 0.")


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the levels of every criterion."""
    for source, at, instrument in instruments(curriculum):
        for c, criterion in enumerate(instrument.rubric):
            yield from _of_criterion(source.places, (*at, "rubric", c), criterion, context)


def _of_criterion(places: Places, at: Loc, criterion: Criterion, context: Context) -> Iterator[Diagnostic]:
    scores = [level.score for level in criterion.levels]
    twice = next((n for n, score in enumerate(scores) if score in scores[:n]), None)
    if len(scores) <= 1:
        yield context.finding(
            places.value(*at, "id"),
            text("kriteria {id} hanya mempunyai {count} tingkat", id=criterion.id, count=len(scores)),
            text("Tulis paling sedikit dua tingkat: yang tertinggi dan yang terendah."),
        )
    elif twice is not None:
        first = places.value(*at, "levels", scores.index(scores[twice]), "score")
        yield context.finding(
            places.value(*at, "levels", twice, "score"),
            text("skor {score} dipakai dua kali dalam kriteria {id}", score=scores[twice], id=criterion.id),
            _HELP,
            related=[Related(first, text("pertama kali di sini"))],
        )
    elif scores not in (sorted(scores), sorted(scores, reverse=True)):
        yield context.finding(
            places.key(*at, "levels"),
            text("skor kriteria {id} tidak berurutan: {scores}", id=criterion.id, scores=", ".join(map(str, scores))),
            _HELP,
        )
