"""The state of the preview: what the check says, the editions, and who waits for news."""

from __future__ import annotations

import gc
import secrets
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic, has_errors
from curriculum_kit.preview.audiences import PLACES, AudienceProcess
from curriculum_kit.preview.checked import Checked, Checker


class Live:
    """A curriculum that is being written."""

    def __init__(self, root: Path, as_of: date, first: Audience) -> None:
        """Nothing is read yet. The audience `first` is always kept up to date, others while somebody looks at them."""
        self.root = root
        self.first = first
        self._checker = Checker(root, as_of)
        run_id = secrets.token_hex(4)
        self.editions = {PLACES[audience]: AudienceProcess(root, audience, as_of, run_id) for audience in Audience}
        self._checked: Checked | None = None
        self._is_first_look_over = threading.Event()
        self._looking = threading.Lock()
        self._news = threading.Condition()
        self._count = 0

    def look(self) -> tuple[Diagnostic, ...] | None:
        """Check what is there, bring the editions that are followed up to date, and tell all who wait.

        Returns the findings; None when nothing has changed.
        """
        with self._looking, _without_tidying():
            followed = [each for each in self.editions.values() if each.is_followed or each.audience is self.first]
            for edition in followed:
                edition.prepare()
            known = self._checked.digest if self._checked else None
            for checked in self._checker.look():
                if known is not None and checked.digest == known:
                    return None
                self._checked = checked
                for edition in followed:
                    edition.refresh(checked)
                self._is_first_look_over.set()
                self._tell()
            found = self._checked.diagnostics if self._checked else ()
            return found if has_errors(found) else (*(each for one in followed for each in one.findings), *found)

    def edition(self, place: str) -> AudienceProcess:
        """An edition as new as can be. Waits for the first check."""
        self._is_first_look_over.wait()
        edition = self.editions[place]
        if self._checked is not None:
            edition.refresh(self._checked)
        return edition

    def findings(self, edition: AudienceProcess) -> tuple[Diagnostic, ...]:
        """What is wrong for an edition: what the check says and, where that is nothing bad, what Sphinx says."""
        found = self._checked.diagnostics if self._checked else ()
        return found if has_errors(found) else (*edition.findings, *found)

    def wait(self, seen: int, seconds: float) -> int:
        """Wait until there is more news than the `seen`, or for some seconds. The number of news so far."""
        with self._news:
            self._news.wait_for(lambda: self._count > seen, seconds)
            return self._count

    @contextmanager
    def following(self, edition: AudienceProcess) -> Iterator[None]:
        """While somebody looks at an edition."""
        with self._news:
            edition.readers += 1
        try:
            yield
        finally:
            with self._news:
                edition.readers -= 1

    def close(self) -> None:
        """End all processes."""
        self._is_first_look_over.set()
        for edition in self.editions.values():
            edition.close()

    def _tell(self) -> None:
        with self._news:
            self._count += 1
            self._news.notify_all()


@contextmanager
def _without_tidying() -> Iterator[None]:
    """The collector of garbage waits: it would look through the whole curriculum again and again."""
    gc.disable()
    try:
        yield
    finally:
        gc.enable()
