"""One process that renders and links (`worker`): WeasyPrint, shut off from the machine around it.

The system's fonts are hidden from it (an empty Fontconfig configuration), as are its locale and the network. It has a
limit of memory, and each document one of time.
"""

from __future__ import annotations

import gc
import locale
import os
import resource
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import Any, NoReturn

from curriculum_kit.confinement import ends_with
from curriculum_kit.pdf.fonts import FontSet

MEMORY_BYTES = 6 << 30
MAX_PIXELS = 50_000_000

_OBJECTS_BETWEEN_COLLECTIONS = 200_000


class TooMuchTime(BaseException):
    """The document has used its time. Not an `Exception`: WeasyPrint swallows those."""


def prepare(fonts: FontSet, parent: int) -> None:
    """Make this process a renderer. To be called once, before WeasyPrint is imported.

    `parent` is the process that ordered it: this one ends when that one is killed, instead of waiting for ever.
    """
    if not ends_with(parent):
        os._exit(1)
    for name in ("FONTCONFIG_PATH", "FONTCONFIG_SYSROOT", "PANGO_LANGUAGE", "LANGUAGE"):
        os.environ.pop(name, None)
    os.environ["FONTCONFIG_FILE"] = str(fonts.fontconfig.resolve())
    with suppress(locale.Error):
        locale.setlocale(locale.LC_ALL, "C.UTF-8")
    # Expected: the only fonts are those of the book.
    warnings.filterwarnings("ignore", message="No fonts configured in FontConfig")
    import weasyprint  # noqa: F401, PLC0415
    from PIL import Image  # noqa: PLC0415

    Image.MAX_IMAGE_PIXELS = MAX_PIXELS
    warnings.simplefilter("error", Image.DecompressionBombWarning)
    _quicken_page_references()
    # Whole collections cost a seventh of the time and find next to nothing while a document grows.
    gc.collect()
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_COLLECTIONS, 50, 100)
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    if hard == resource.RLIM_INFINITY or hard > MEMORY_BYTES:
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, hard))
    signal.signal(signal.SIGXCPU, _out_of_time)
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl-C reaches us too: end without a traceback


@contextmanager
def time_limit(seconds: int) -> Iterator[None]:
    """Raise `TooMuchTime` when the block has used its seconds of processor time."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + seconds, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _out_of_time(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise TooMuchTime


def _quicken_page_references() -> None:
    """Spare pydyf to rebuild the list of pages for every tagged element: it takes ten seconds for 700 pages."""
    import pydyf  # noqa: PLC0415

    def page_references(self: Any) -> tuple[bytes, ...]:  # noqa: ANN401
        kids = self.pages["Kids"]
        known: tuple[bytes, ...] = self.__dict__.get("_known_pages", ())
        if len(known) * 3 != len(kids):
            known = self.__dict__["_known_pages"] = tuple(b"%d 0 R" % number for number in kids[::3])
        return known

    pydyf.PDF.page_references = property(page_references)
