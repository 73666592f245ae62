"""What each participant knew before and after: the scores of pretest and final test side by side."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from decimal import ROUND_HALF_UP, Decimal

from curriculum_kit.collector.collection import Collection, Submission
from curriculum_kit.collector.forms import BookForm
from curriculum_kit.collector.marking import Verdict
from curriculum_kit.collector.table import Cell, score
from curriculum_kit.edition.form import NAME_FIELD

_ONE = ("Benar", "Soal", "Nilai (0–100)")
PROGRESS_HEADS = ("Modul", "Nama peserta", "Tes awal", *_ONE, "Tes akhir", *_ONE, "Selisih nilai", "Keterangan")


def progress_rows(collection: Collection) -> Iterator[list[Cell]]:
    """A row for each participant who took a pretest or a final test of a module, where both were handed in by anyone.

    The rows of two tests end in the mean of those who took both. Nobody is guessed at: without a name, or with several
    files under one name, there is no score, and the last cell says why.
    """
    tests = [form for form in collection.forms if form.has_score and form.instrument]
    for before in tests:
        for after in tests:
            if before.id == after.id and _use(before) == "pretest" and _use(after) == "final":
                yield from _pair(collection, before, after)


def _use(form: BookForm) -> str:
    return form.instrument.use if form.instrument else ""


def _pair(collection: Collection, before: BookForm, after: BookForm) -> Iterator[list[Cell]]:
    first, last = _by_name(collection.of(before)), _by_name(collection.of(after))
    gains: list[tuple[Decimal, Decimal]] = []
    for name in dict.fromkeys((*first, *last)):
        taken = (first.get(name, ()), last.get(name, ()))
        own = next(iter((*taken[0], *taken[1])))
        old, new = (score(files[0]) if len(files) == 1 and name and not files[0].is_empty else None for files in taken)
        gain = new - old if old is not None and new is not None else None
        if old is not None and new is not None:
            gains.append((old, new))
        yield [
            before.id, own.owner[NAME_FIELD], before.label, *_counts(taken[0], before, old),
            after.label, *_counts(taken[1], after, new), gain, _said(name, taken, (before, after)),
        ]  # fmt: skip
    if gains:
        means = [_mean(numbers) for numbers in zip(*gains, strict=True)]
        yield [
            before.id, f"Rata-rata {len(gains)} peserta", before.label, None, None, means[0],
            after.label, None, None, means[1], means[1] - means[0], None,
        ]  # fmt: skip


def _by_name(submissions: Iterable[Submission]) -> dict[str, list[Submission]]:
    found: dict[str, list[Submission]] = defaultdict(list)
    for each in submissions:
        found[each.name].append(each)
    return found


def _counts(files: Sequence[Submission], form: BookForm, points: Decimal | None) -> list[Cell]:
    if points is None:
        return [None, None, None]
    return [files[0].verdicts()[Verdict.RIGHT], len(form.keys), points]


def _said(name: str, taken: Iterable[Sequence[Submission]], forms: Iterable[BookForm]) -> str:
    """Why there is no score."""
    said = []
    for files, form in zip(taken, forms, strict=True):
        if files and not name:
            said.append(f"{form.label} tanpa nama: {', '.join(each.file for each in files)}")
        elif not files and name:
            said.append(f"{form.label} belum ada")
        elif len(files) > 1:
            said.append(f"{form.label} ada di lebih dari satu berkas: {', '.join(each.file for each in files)}")
        elif files and files[0].is_empty:
            said.append(f"{form.label} kosong")
    return "; ".join(said)


def _mean(numbers: Sequence[Decimal]) -> Decimal:
    return (sum(numbers, Decimal()) / len(numbers)).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
