"""Serve a curriculum and follow what is saved, until somebody ends it."""

from __future__ import annotations

import gc
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePath

from watchfiles import Change, watch

from curriculum_kit.diagnostics import Diagnostic, text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.preview.live import Live
from curriculum_kit.preview.server import Server

DEBOUNCE, STEP, IDLE = 50, 10, 1000
"""Milliseconds: one save is over; how often to look for its end; nothing happens, so there is time to tidy up."""
_LITTER = re.compile(r"\..*|.*~|.*\.(sw.|tmp|bak)|4913|#.*#")

News = Callable[[tuple[Diagnostic, ...], float], None]
"""Told after each look that found something new: the findings, and how many seconds it took."""


def follow(live: Live, stop: threading.Event, tell: News) -> None:
    """Look at the curriculum whenever something in it is saved, until `stop` is set."""
    first = threading.Thread(target=_look, args=(live, tell), daemon=True)
    first.start()
    try:
        changes = watch(
            live.root,
            watch_filter=_is_meant,
            debounce=DEBOUNCE,
            step=STEP,
            rust_timeout=IDLE,
            yield_on_timeout=True,
            stop_event=stop,
        )
        untidy = True
        for change in changes:
            if change:
                _look(live, tell)
                untidy = True
            elif untidy and not first.is_alive():
                gc.collect()
                untidy = False
    except OSError as error:
        words = text("Folder {folder} tidak dapat diamati: {reason}", folder=live.root, reason=str(error))
        raise EnvironmentTrouble(words.format()) from error


@contextmanager
def answering(server: Server) -> Iterator[None]:
    """While the server answers, in a thread of its own. Afterwards no process is left."""
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.1}, daemon=True)
    thread.start()
    try:
        yield
    finally:
        server.live.close()
        server.shutdown()
        server.server_close()


def _look(live: Live, tell: News) -> None:
    start = time.perf_counter()
    try:
        found = live.look()
    except EnvironmentTrouble:  # the folder is gone for a moment; the last good pages stay
        return
    if found is not None:
        tell(found, time.perf_counter() - start)


def _is_meant(_: Change, path: str) -> bool:
    """Whether a file may belong to the curriculum: editors leave others beside it for a moment."""
    return not _LITTER.fullmatch(PurePath(path).name)
