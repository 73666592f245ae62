"""One process that renders and links: WeasyPrint, shut off from the machine around it.

The system's fonts are hidden from it (an empty Fontconfig configuration), as are its locale and the network; what it
may read is decided by the fetcher. Each document has a limit of time and of memory. WeasyPrint's warnings are findings
here: a book with a missing letter or a dropped style is not finished.
"""

from __future__ import annotations

import gc
import locale
import logging
import os
import resource
import signal
import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Any, NoReturn

from curriculum_kit.confinement import ends_with
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.facts import Facts, Margins, Mark, Part, Place
from curriculum_kit.pdf.files import digest
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PdfBook, PdfFragment
from curriculum_kit.pdf.log import Log
from curriculum_kit.pdf.problems import Problem

if TYPE_CHECKING:
    from curriculum_kit.pdf.fetcher import AssetFetcher

CPU_SECONDS = 900
MEMORY_BYTES = 6 << 30
MAX_PIXELS = 50_000_000

_NEARLY_EMPTY = 0.3
"""A last page of which less is used is worth a second layout."""
_OBJECTS_BETWEEN_COLLECTIONS = 200_000
_POINTS_PER_PIXEL = 0.75
_SVG = "{http://www.w3.org/2000/svg}"
_read: dict[tuple[str, tuple[str, ...], Path], tuple[list[Any], Any]] = {}
"""Stylesheets without fault that this process has read, with their fonts."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """What became of a fragment: a PDF, its facts as JSON and its images (path to digest), or problems."""

    pdf: bytes = b""
    facts: str = ""
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


def render(fragment: PdfFragment, fonts: FontSet) -> Rendered:
    """Make the PDF of a fragment."""
    from weasyprint.urls import FatalURLFetchingError  # noqa: PLC0415  # the parent process never imports WeasyPrint

    from curriculum_kit.pdf.fetcher import AssetFetcher  # noqa: PLC0415
    from curriculum_kit.pdf.hyphenation import install  # noqa: PLC0415

    install(fragment.hyphenation)
    fetcher = AssetFetcher(base=fragment.base, assets=fragment.assets, fonts=fonts.files)
    pdf, facts = b"", ""
    found: Sequence[Text] = ()
    with _log(fetcher.base) as log:
        try:
            with _time_limit():
                pdf, facts, found = _write(fragment, fonts, fetcher, log)
        except FatalURLFetchingError:
            pass  # the fetcher has kept the reason
        except _TooMuchTime:
            found = [text("pembuatan PDF memakan lebih dari {limit} detik", limit=CPU_SECONDS)]
        except MemoryError:
            found = [text("dokumen terlalu besar untuk memori yang diizinkan")]
        except RecursionError:
            found = [text("isi dokumen bersarang terlalu dalam")]
        except Exception as error:  # noqa: BLE001  # a bug in a library must not take the other books along
            found = [_unexpected(error)]
    messages = [*fetcher.refusals, *log.messages, *found]
    if messages:
        return Rendered(problems=tuple(Problem(fragment.name, message) for message in messages))
    return Rendered(pdf, facts, fetcher.used)


def link(book: PdfBook, parts: Sequence[Part], watermark: Sequence[Part], fonts: FontSet) -> Rendered:
    """Make the PDF of a book from those of its fragments."""
    from curriculum_kit.pdf import link as linker  # noqa: PLC0415  # the parent process needs no PDF library

    try:
        pdf, found = linker.link(book, parts, watermark, fonts)
    except Exception as error:  # noqa: BLE001  # as above
        pdf, found = b"", (_unexpected(error),)
    return Rendered(pdf, problems=tuple(Problem(book.name, message) for message in found))


def _unexpected(error: Exception) -> Text:
    return text("kesalahan tak terduga saat membuat PDF: {reason}", reason=f"{type(error).__name__}: {error}")


def _write(fragment: PdfFragment, fonts: FontSet, fetcher: AssetFetcher, log: Log) -> tuple[bytes, str, Sequence[Text]]:
    """What WeasyPrint makes of a fragment, finished, with its facts and with what is wrong with it."""
    from weasyprint import CSS, HTML  # noqa: PLC0415
    from weasyprint.text.fonts import get_hb_object_data  # noqa: PLC0415

    from curriculum_kit.pdf.finish import finish  # noqa: PLC0415

    options = {"pdf_variant": "pdf/ua-1", "pdf_forms": fragment.forms, "cache": _Images()}
    sheets, configuration = _styles(fragment, fonts, fetcher, log)
    html = HTML(string=fragment.html, base_url=fetcher.base.as_uri() + "/", url_fetcher=fetcher)
    log.messages.extend(_nameless_images(html.etree_element))
    document = html.render(font_config=configuration, stylesheets=sheets, **options)
    if fragment.closer and len(document.pages) > 1 and _used(document.pages[-1]) < _NEARLY_EMPTY:
        closer = CSS(string=fragment.closer, url_fetcher=fetcher, font_config=configuration)
        second = html.render(font_config=configuration, stylesheets=[*sheets, closer], **options)
        document = min(document, second, key=lambda one: len(one.pages))
    attached = any(link[0] == "attachment" for page in document.pages for link in page.links)
    if attached or document.metadata.attachments:
        return b"", "", [text("lampiran tidak diizinkan di dalam PDF")]
    data = document.write_pdf(**options)
    if log.messages:
        return b"", "", ()
    known = {digest(path.read_bytes()): name for name, path in fonts.files.items()}
    faces = {font.hash: known[digest(get_hb_object_data(font.hb_face))] for font in document.fonts.values()}
    pdf, letters, problems = finish(data, f"{digest(fragment.html.encode())[:12]}-", faces)
    anchors: dict[str, Place] = {}
    marks = []
    for number, page in enumerate(document.pages):
        for name, (x, y, *_) in page.anchors.items():
            anchors.setdefault(name, _place(number, page, x, y))
        marks += [Mark(level, title, _place(number, page, x, y)) for level, title, (x, y), _ in page.bookmarks]
    margins = tuple(_margins(page) for page in document.pages)
    return pdf, Facts(margins, anchors, tuple(marks), letters, _end(document.pages[-1])).dumped(), problems


def _place(number: int, page: Any, x: float, y: float) -> Place:  # noqa: ANN401
    """A point of a page: WeasyPrint counts CSS pixels from the upper left."""
    return Place(number, round(x * _POINTS_PER_PIXEL, 2), round((page.height - y) * _POINTS_PER_PIXEL, 2))


def _lowest(page: Any) -> float:  # noqa: ANN401
    """Where the text of a page ends, in CSS pixels from the top."""
    body = next(box for root in page._page_box.children if root.element_tag == "html" for box in root.children)  # noqa: SLF001
    return float(max((box.position_y + box.margin_height() for box in body.children), default=body.position_y))


def _used(page: Any) -> float:  # noqa: ANN401
    """Which share of the room for text a page uses."""
    box = page._page_box  # noqa: SLF001
    return float((_lowest(page) - box.content_box_y()) / box.height)


def _end(page: Any) -> float:  # noqa: ANN401
    return round((float(page.height) - _lowest(page)) * _POINTS_PER_PIXEL, 2)


def _margins(page: Any) -> Margins:  # noqa: ANN401
    box = page._page_box  # noqa: SLF001  # told nowhere else
    pixels = (box.margin_top, box.margin_right, box.margin_bottom, box.margin_left)
    return Margins(*(round(length * _POINTS_PER_PIXEL, 3) for length in pixels))


def _styles(fragment: PdfFragment, fonts: FontSet, fetcher: AssetFetcher, log: Log) -> tuple[list[Any], Any]:
    """The stylesheets of a fragment with the fonts that they have loaded, read once in this process."""
    from weasyprint import CSS  # noqa: PLC0415
    from weasyprint.text.fonts import FontConfiguration  # noqa: PLC0415

    # What one document loads with `@font-face` must not show in the next.
    shared = "<style" not in fragment.html.lower()
    key = (fonts.digest, fragment.stylesheets, fetcher.base)
    if shared and key in _read:
        return _read[key]
    configuration = FontConfiguration()
    address = fetcher.base.as_uri() + "/"
    sheets = []
    for number, sheet in enumerate((fonts.css, *fragment.stylesheets)):
        log.sheet = number
        sheets.append(CSS(string=sheet, base_url=address, url_fetcher=fetcher, font_config=configuration))
    log.sheet = None
    if shared and not log.messages:
        _read[key] = sheets, configuration
    return sheets, configuration


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
