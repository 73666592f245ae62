"""Make the PDFs of a build: from the cache where nothing has changed, otherwise in processes of their own."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from curriculum_kit.diagnostics import text
from curriculum_kit.pdf import cache as entries
from curriculum_kit.pdf.files import write_whole
from curriculum_kit.pdf.fonts import FontSet, static_fonts
from curriculum_kit.pdf.jobs import PdfJob
from curriculum_kit.pdf.problems import PdfFailed, Problem
from curriculum_kit.pdf.toolchain import versions


def write_pdfs(
    jobs: Sequence[PdfJob], *, cache: Path, workers: int, done: Callable[[PdfJob], None] | None = None
) -> None:
    """Write the PDF of every job to its target.

    `cache` is a folder that survives builds; whatever happens to it changes nothing but time. At most `workers`
    processes render at once; their number changes no byte. `done` is called for each PDF as it becomes ready.

    Raises `PdfFailed` with all problems of all jobs, and then writes no target; `EnvironmentTrouble` when a font, a
    package or a system library is missing. Processes are spawned: a script that calls this needs
    `if __name__ == "__main__"`.
    """
    fonts = static_fonts(cache)
    tools = versions()
    jobs = [replace(job, base=job.base.resolve()) for job in jobs]
    names = [entries.key(job, fonts, tools) for job in jobs]
    pdfs: dict[int, bytes] = {}
    for number, (job, name) in enumerate(zip(jobs, names, strict=True)):
        found = entries.find(cache, name, job)
        if found is not None:
            pdfs[number] = found
            if done:
                done(job)
    missing = {number: job for number, job in enumerate(jobs) if number not in pdfs}
    if missing:
        problems = _render(missing, pdfs, fonts, names, cache=cache, workers=workers, done=done)
        if problems:
            raise PdfFailed(problems)
        entries.prune(cache)
    for number, job in enumerate(jobs):
        write_whole(job.target, pdfs[number])


def _render(
    jobs: dict[int, PdfJob],
    pdfs: dict[int, bytes],
    fonts: FontSet,
    names: Sequence[str],
    *,
    cache: Path,
    workers: int,
    done: Callable[[PdfJob], None] | None,
) -> list[Problem]:
    """Render jobs, add their PDFs to `pdfs` and to the cache; returns the problems in the order of the jobs."""
    import multiprocessing  # noqa: PLC0415  # a build without changes needs none of this
    from concurrent.futures import ProcessPoolExecutor, as_completed  # noqa: PLC0415
    from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

    from curriculum_kit.pdf import worker  # noqa: PLC0415

    problems: dict[int, Sequence[Problem]] = {}
    # Never forked: Pango and Fontconfig do not survive it. The biggest books first, so that none is left for the end.
    order = sorted(jobs, key=lambda number: (-len(jobs[number].html), number))
    pool = ProcessPoolExecutor(
        max_workers=max(1, min(workers, len(jobs))),
        mp_context=multiprocessing.get_context("spawn"),
        initializer=worker.prepare,
        initargs=(fonts, os.getpid()),
    )
    try:
        futures = {pool.submit(worker.render, jobs[number], fonts): number for number in order}
        for future in as_completed(futures):
            number = futures[future]
            job = jobs[number]
            try:
                made = future.result()
            except BrokenProcessPool:
                lost = text("proses pembuat PDF berhenti tiba-tiba; mungkin memori habis")
                problems[number] = [Problem(job.target.name, lost)]
                continue
            if made.problems:
                problems[number] = made.problems
                continue
            with suppress(OSError):  # a full or read-only cache is no reason to fail
                entries.store(cache, names[number], made.pdf, made.images)
            pdfs[number] = made.pdf
            if done:
                done(job)
    finally:
        pool.shutdown(cancel_futures=True)
    return [problem for number in sorted(problems) for problem in problems[number]]
