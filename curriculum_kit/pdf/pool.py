"""The processes in which fragments are rendered and books linked. None is started before there is work."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import ProcessPoolExecutor

    from curriculum_kit.pdf.fonts import FontSet
    from curriculum_kit.pdf.worker import Rendered

Key = TypeVar("Key")


class Pool:
    """At most `workers` processes. To be closed."""

    def __init__(self, fonts: FontSet, workers: int) -> None:
        self._fonts = fonts
        self._workers = max(1, workers)
        self._executor: ProcessPoolExecutor | None = None

    def run(
        self, function: Callable[..., Rendered], tasks: Mapping[Key, tuple[Any, ...]]
    ) -> Iterator[tuple[Key, Rendered | None]]:
        """Call a function of `worker` for all tasks, in their order; yields results as they come.

        There is None where the process was lost, because the system has killed it.
        """
        if not tasks:
            return
        from concurrent.futures import as_completed  # noqa: PLC0415  # a build without changes needs none of this
        from concurrent.futures.process import BrokenProcessPool  # noqa: PLC0415

        futures = {}
        for key, arguments in tasks.items():
            try:
                futures[self._started().submit(function, *arguments, self._fonts)] = key
            except BrokenProcessPool:
                yield key, None
        for future in as_completed(futures):
            try:
                yield futures[future], future.result()
            except BrokenProcessPool:
                yield futures[future], None

    def close(self) -> None:
        """End the processes."""
        if self._executor is not None:
            self._executor.shutdown(cancel_futures=True)

    def _started(self) -> ProcessPoolExecutor:
        if self._executor is None:
            import multiprocessing  # noqa: PLC0415  # as above
            from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415

            from curriculum_kit.pdf import process  # noqa: PLC0415

            # Never forked: Pango and Fontconfig do not survive it.
            self._executor = ProcessPoolExecutor(
                max_workers=self._workers,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=process.prepare,
                initargs=(self._fonts, os.getpid()),
            )
        return self._executor
