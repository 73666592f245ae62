"""One process that renders: WeasyPrint, shut off from the machine around it.

The system's fonts are hidden from it (an empty Fontconfig configuration), as are its locale and the network; what it
may read is decided by the fetcher. Each document has a limit of time and of memory. WeasyPrint's warnings are findings
here: a book with a missing letter or a dropped style is not finished.
"""

from __future__ import annotations

import ctypes
import gc
import locale
import logging
import os
import resource
import signal
import warnings
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.files import digest
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PdfJob
from curriculum_kit.pdf.log import Log
from curriculum_kit.pdf.problems import Problem

if TYPE_CHECKING:
    from curriculum_kit.pdf.fetcher import AssetFetcher

CPU_SECONDS = 900
MEMORY_BYTES = 6 << 30
MAX_PIXELS = 50_000_000

_OBJECTS_BETWEEN_COLLECTIONS = 200_000
_PR_SET_PDEATHSIG = 1
_SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a job: a PDF with the images it was made from (path to digest), or problems."""

    pdf: bytes = b""
    images: dict[str, str] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()


class _TooMuchTime(BaseException):
    """The document has used its time. Not an `Exception`: WeasyPrint swallows those."""


class _Images(dict[str, Any]):
    """The image cache that WeasyPrint fills, naming images after their content.

    Their names get into the PDF, and WeasyPrint makes them from addresses, which hold the path of the checkout.
    """

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401
        if hasattr(value, "image_data"):
            value.id = digest(value.image_data.data)[:16]
        super().__setitem__(key, value)


def prepare(fonts: FontSet, parent: int) -> None:
    """Make this process a renderer. To be called once, before WeasyPrint is imported.

    `parent` is the process that ordered it: this one ends when that one is killed, instead of waiting for ever.
    """
    with suppress(AttributeError):  # Linux only
        ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
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


def render(job: PdfJob, fonts: FontSet) -> Rendered:
    """Make one PDF."""
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  # the parent process never imports WeasyPrint

    from curriculum_kit.pdf.fetcher import AssetFetcher  # noqa: PLC0415
    from curriculum_kit.pdf.finish import finish  # noqa: PLC0415
    from curriculum_kit.pdf.hyphenation import install  # noqa: PLC0415

    install(job.hyphenation)
    fetcher = AssetFetcher(base=job.base, assets=job.assets, fonts=fonts.files)
    pdf, found = b"", list[Text]()
    with _log(fetcher.base) as log:
        try:
            with _time_limit():
                pdf = _write(job, fonts, fetcher, log)
                if not log.messages:
                    pdf, found = finish(pdf, job)
        except FatalURLFetchingError:
            pass  # the fetcher has kept the reason
        except _TooMuchTime:
            found = [text("pembuatan PDF memakan lebih dari {limit} detik", limit=CPU_SECONDS)]
        except MemoryError:
            found = [text("dokumen terlalu besar untuk memori yang diizinkan")]
        except RecursionError:
            found = [text("isi dokumen bersarang terlalu dalam")]
        except Exception as error:  # noqa: BLE001  # a bug in a library must not take the other books along
            reason = f"{type(error).__name__}: {error}"
            found = [text("kesalahan tak terduga saat membuat PDF: {reason}", reason=reason)]
    messages = [*fetcher.refusals, *log.messages, *found]
    if messages:
        return Rendered(problems=tuple(Problem(job.target.name, message) for message in messages))
    return Rendered(pdf, fetcher.used)


def _write(job: PdfJob, fonts: FontSet, fetcher: AssetFetcher, log: Log) -> bytes:
    """What WeasyPrint makes of a job."""
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    address = fetcher.base.as_uri() + "/"
    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": job.forms, "cache": _Images()}
    # New for each document: what one has loaded must not show in the next.
    configuration = FontConfiguration()
    sheets = []
    for number, sheet in enumerate((fonts.css, *job.stylesheets)):
        log.sheet = number
        sheets.append(CSS(string=sheet, base_url=address, url_fetcher=fetcher, font_config=configuration))
    log.sheet = None
    html = HTML(string=job.html, base_url=address, url_fetcher=fetcher)
    log.messages.extend(_nameless_images(html.etree_element))
    document = html.render(font_config=configuration, stylesheets=sheets, **options)
    attached = any(link[0] == "attachment" for page in document.pages for link in page.links)
    if attached or document.metadata.attachments:
        log.messages.append(text("lampiran tidak diizinkan di dalam PDF"))
        return b""
    return bytes(document.write_pdf(**options))


def _nameless_images(document: Any) -> Iterator[Text]:  # noqa: ANN401
    """Images that say neither what they show nor that they are decoration (`alt=""`, `aria-hidden="true"`)."""
    for image in document.iter("img"):
        if "alt" not in image.attrib:
            yield text("gambar {path} tidak punya teks pengganti (alt)", path=image.get("src", "")[:60])
    for image in document.iter(f"{_SVG}svg"):
        if image.find(f"{_SVG}title") is None and image.get("aria-hidden") != "true":
            yield text("gambar SVG di dalam dokumen tidak punya judul (title)")


@contextmanager
def _log(base: Path) -> Iterator[Log]:
    logger = logging.getLogger("weasyprint")
    log = Log(base)
    logger.addHandler(log)
    logger.propagate = False
    try:
        yield log
    finally:
        logger.removeHandler(log)


@contextmanager
def _time_limit() -> Iterator[None]:
    """Raise `_TooMuchTime` when the block has used its seconds of processor time."""
    usage = resource.getrusage(resource.RUSAGE_SELF)
    soft, hard = resource.getrlimit(resource.RLIMIT_CPU)
    resource.setrlimit(resource.RLIMIT_CPU, (int(usage.ru_utime + usage.ru_stime) + CPU_SECONDS, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_CPU, (soft, hard))


def _out_of_time(_signal: int, _frame: FrameType | None) -> NoReturn:
    raise _TooMuchTime


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
