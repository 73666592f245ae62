"""The process of one audience: it keeps an edition open and renders the page that is asked for."""

from __future__ import annotations

import gc
import os
import signal
import tempfile
import traceback
from contextlib import suppress
from datetime import date
from multiprocessing.connection import Connection
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.opened import Draft, OpenEdition
from curriculum_kit.preview.checked import read
from curriculum_kit.website import Site
from curriculum_kit.website.write import write_search

IDLE = 1.0
"""Seconds without a question after which there is time to tidy the memory."""
SILENT = frozenset({"prepare"})
"""What is told and needs no answer."""


class LiveEdition:
    """The website of one audience. The last good one stays until the next is whole."""

    def __init__(self, root: Path, audience: Audience, as_of: date, scratch: Path) -> None:
        """Bind to a curriculum; `scratch` is a private folder."""
        self.root, self.audience, self.as_of, self.scratch = root, audience, as_of, scratch
        self._draft: tuple[bytes | None, Draft] | None = None
        self._opened: OpenEdition | None = None
        self._site: Site | None = None
        self._search: Path | None = None

    def prepare(self) -> None:
        """Read what has changed, while another process checks it. Nothing that is wrong with it matters here."""
        self._draft = None
        with suppress(Exception):
            self._draft = self._read()

    def update(self, digest: bytes | None) -> tuple[Diagnostic, ...] | None:
        """Make the site of the state that was checked. None when the folder has changed again meanwhile."""
        if self._draft is None or self._draft[0] != digest:
            self._draft = self._read()
        found, draft = self._draft
        if found != digest:
            return None
        self._draft = None
        try:
            return self._made(draft)
        except Exception:
            if self._opened is not None:  # whatever state it is in, the next one starts anew
                self._opened.close()
                self._opened = None
            raise

    def page(self, address: str) -> str | None:
        """A page, or None when the site has none there."""
        return self._site.html(address) if self._site and address in self._site.pages else None

    def picture(self, name: str) -> bytes | None:
        """A picture or chart that the text shows."""
        if self._site is None:
            return None
        fragments = self._site.fragments
        if name in fragments.drawings:
            return fragments.drawings[name].encode()
        originals = {new: original for original, new in fragments.pictures.items()}
        return (self.root / originals[name]).read_bytes() if name in originals else None

    def data(self, name: str) -> bytes | None:
        """What pages load besides styles and scripts. The search is made when somebody searches."""
        if self._site is None:
            return None
        if name in self._site.data:
            return self._site.data[name].encode()
        if self._search is None:
            self._search = Path(tempfile.mkdtemp(dir=self.scratch))
            pages = {page.address: self._site.html(page.address) for page in self._site.pages.values() if page.kind}
            write_search(self._site, pages, self._search / "aset")
        known = {path.relative_to(self._search).as_posix(): path for path in self._search.rglob("*.js")}
        return known[name].read_bytes() if name in known else None

    def _read(self) -> tuple[bytes | None, Draft]:
        digest, curriculum = read(self.root)
        return digest, Draft.of(EditionContext.of(curriculum, self.audience, self.as_of))

    def _made(self, draft: Draft) -> tuple[Diagnostic, ...]:
        if self._opened is None:
            self._opened = OpenEdition(Path(tempfile.mkdtemp(dir=self.scratch)))
        found = self._opened.update(draft)
        if not found:
            self._site, self._search = Site(draft.context, self._opened.fragments), None
        return found


def run_edition(questions: Connection, root: Path, audience: Audience, as_of: date) -> None:
    """Answer questions until the other side hangs up. The work of a process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the process that asks
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="ck-serve-") as scratch, suppress(EOFError, OSError):
        edition = LiveEdition(root, audience, as_of, Path(scratch))
        while True:
            if not questions.poll(IDLE):
                gc.collect()
                if not gc.get_freeze_count():
                    gc.freeze()  # most of what is left stays for long
                questions.poll(None)
            name, arguments = questions.recv()
            try:
                answer, failure = getattr(edition, name)(*arguments), ""
            except Exception as error:  # noqa: BLE001 - whatever it was, the preview goes on with the last good pages
                answer, failure = None, " ".join(f"{type(error).__name__}: {error}".split())
                if os.environ.get("CK_TRACEBACK"):
                    traceback.print_exc()
            if name not in SILENT:
                questions.send((answer, failure))
