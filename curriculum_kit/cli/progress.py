"""How far the books are, with the time that is left: on a terminal only, and on the error stream."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Any

import click

from curriculum_kit.diagnostics import text
from curriculum_kit.texts import Translate

if TYPE_CHECKING:
    from curriculum_kit.pdf import Progress, Tell


@contextmanager
def progress_bar(translate: Translate | None) -> Iterator[Tell]:
    """What a build may tell how far it is. Nothing shows where nobody looks, or while there is nothing to do."""
    with ExitStack() as stack:
        bars: list[Any] = []

        def tell(progress: Progress) -> None:
            if not bars:
                bars.append(stack.enter_context(_bar(translate, progress.total)))
            bar = bars[0]
            bar.length = progress.total  # contents pages come to it when all others are known
            bar.finished = False
            bar.update(progress.done - bar.pos, progress.pages)

        yield tell if sys.stderr.isatty() else lambda _: None


def _bar(translate: Translate | None, total: int) -> Any:  # noqa: ANN401 - click does not export its type
    def pages(count: int | None) -> str | None:
        return text("{count} halaman", count=count).format(translate) if count else None

    label = text("Buku").format(translate)
    return click.progressbar(length=total, label=label, file=sys.stderr, item_show_func=pages)
