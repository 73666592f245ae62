"""Renders and links: what one process does (`process`).

What WeasyPrint may read is decided by the fetcher, and each document has a limit of time. Its warnings are findings
here: a book with a missing letter or a dropped style is not finished.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.facts import Facts, Margins, Mark, Part, Place
from curriculum_kit.pdf.files import digest
from curriculum_kit.pdf.fonts import FontSet
from curriculum_kit.pdf.jobs import PdfBook, PdfFragment
from curriculum_kit.pdf.log import Log
from curriculum_kit.pdf.problems import Problem
from curriculum_kit.pdf.process import TooMuchTime, time_limit

if TYPE_CHECKING:
    from curriculum_kit.pdf.fetcher import AssetFetcher

CPU_SECONDS = 900

_NEARLY_EMPTY = 0.3
"""A last page of which less is used is worth a second layout."""
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


class _Images(dict[str, Any]):
    """The image cache that WeasyPrint fills, naming images after their content.

    Their names get into the PDF, and WeasyPrint makes them from addresses, which hold the path of the checkout.
    """

    def __setitem__(self, key: str, value: Any) -> None:  # noqa: ANN401
        if hasattr(value, "image_data"):
            value.id = digest(value.image_data.data)[:16]
        super().__setitem__(key, value)


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
            with time_limit(CPU_SECONDS):
                pdf, facts, found = _write(fragment, fonts, fetcher, log)
        except FatalURLFetchingError:
            pass  # the fetcher has kept the reason
        except TooMuchTime:
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
