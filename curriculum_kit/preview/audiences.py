"""The other end of an edition's process: starts it when it is needed, asks it, ends it."""

from __future__ import annotations

import multiprocessing
import threading
from datetime import date
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.errors import BuildFailed
from curriculum_kit.preview.checked import Checked

PLACES = {Audience.TRAINER: "pelatih", Audience.PARTICIPANT: "peserta"}
"""Where the site of an audience stands in the preview."""


class AudienceProcess:
    """The edition of one audience, made in a process of its own."""

    def __init__(self, root: Path, audience: Audience, as_of: date, run_id: str) -> None:
        """Nothing starts yet. `run_id` tells this run of the preview from others."""
        self.audience = audience
        self.findings: tuple[Diagnostic, ...] = ()
        self.version = ""
        self.readers = 0
        self._arguments = (root, audience, as_of)
        self._run_id = run_id
        self._count = 0
        self._made: Checked | None = None
        self._process: BaseProcess | None = None
        self._questions: Connection | None = None
        self._lock = threading.RLock()

    @property
    def is_followed(self) -> bool:
        """Whether somebody looks at it just now."""
        return self.readers > 0

    def prepare(self) -> None:
        """Have it read what has changed."""
        with self._lock:
            self._connection().send(("prepare", ()))

    def refresh(self, checked: Checked) -> None:
        """Bring it up to date with a good state of the curriculum; with a bad one it stays as it is."""
        with self._lock:
            if not checked.is_good or (self._made and self._made.is_of_same_state(checked)):
                return
            try:
                found = self._ask("update", checked.digest)
            except BuildFailed as error:
                found = (_failure(error),)
            if found is None:
                return  # the folder changed again: another check is on its way
            self._made, self.findings = checked, found
            if not found:
                self._count += 1
                self.version = f"{self._run_id}-{self._count}"

    def page(self, address: str) -> str | None:
        """A page of the last good site. Raises `BuildFailed` when it cannot be rendered."""
        with self._lock:
            page: str | None = self._ask("page", address) if self.version else None
            return page

    def file(self, kind: str, name: str) -> bytes | None:
        """A picture (`picture`) or what else pages load (`data`) of the last good site."""
        with self._lock:
            content: bytes | None = self._ask(kind, name) if self.version else None
            return content

    def close(self) -> None:
        """End the process."""
        if self._questions is not None:
            self._questions.close()
        if self._process is not None:
            self._process.join(2)
            if self._process.is_alive():
                self._process.terminate()
                self._process.join()
        self._questions = self._process = None

    def _ask(self, name: str, *arguments: object) -> Any:  # noqa: ANN401 - each question has its own answer
        connection = self._connection()
        try:
            connection.send((name, arguments))
            answer, failure = connection.recv()
        except (EOFError, OSError) as error:
            self.close()
            self._made, self.version = None, ""
            raise BuildFailed(f"{name}: {type(error).__name__} {error}") from error
        if failure:
            raise BuildFailed(failure)
        return answer

    def _connection(self) -> Connection:
        if self._questions is None:
            # Here and not above: only the process that is started needs Sphinx.
            from curriculum_kit.preview.edition import run_edition  # noqa: PLC0415

            context = multiprocessing.get_context("spawn")
            self._questions, theirs = context.Pipe()
            self._process = context.Process(target=run_edition, args=(theirs, *self._arguments), daemon=True)
            self._process.start()
            theirs.close()
        return self._questions


def _failure(error: BuildFailed) -> Diagnostic:
    return Diagnostic(
        "BUILD981",
        Severity.ERROR,
        text("teks tidak dapat dirangkai: {reason}", reason=str(error)),
        text("Periksa perubahan terakhir; bila `ck check` tidak menemukannya, laporkan sebagai kekurangan alat."),
        Span("curriculum.yaml"),
    )
