"""The books of one edition as print HTML: which books there are, what goes into each, where each is published."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import cache, partial

import segno
from jinja2 import Environment

from curriculum_kit.books import BookKindInfo, book_address
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.edition.legacy import LegacySet
from curriculum_kit.edition.model import Builder, InstrumentModel, ModuleModel
from curriculum_kit.edition.programme import ProgrammeModel
from curriculum_kit.edition.reference import EditionModel, FactModel, TermModel, edition_model, used_terms
from curriculum_kit.edition.slots import field_writer, slot_filler
from curriculum_kit.edition.term_index import term_index
from curriculum_kit.texts import said

ANCHOR = re.compile(r'\sid="([^"]+)"')
REF_LINK = re.compile(r'<a class="(?:ref|term|reference internal)" href="#([^"]+)">')


@dataclass(frozen=True, slots=True)
class Book:
    """A book: what it is, what it covers, and where it is published.

    `instrument` is the one that a question sheet holds, where each has a book of its own.
    """

    info: BookKindInfo
    title: str
    address: str
    online: str
    qr: str
    draft: bool
    version: str
    number: int | None
    modules: tuple[ModuleModel, ...]
    programme: ProgrammeModel | None
    instrument: InstrumentModel | None = None

    @property
    def name(self) -> str:
        """What it is called among others: "Lembar soal (isian): Tes awal, Menghitung biaya"."""
        part = f"{self.instrument.view.title}, " if self.instrument else ""
        return f"{self.info.title}: {part}{self.title}"


@dataclass(frozen=True, slots=True)
class PageNumbering:
    """A new numbering, from the page with the id `anchor` on, as the style sheet prints it: "5-12" or "iv"."""

    anchor: str
    prefix: str = ""
    roman: bool = False


@dataclass(frozen=True, slots=True)
class PrintBook:
    """A book as print HTML, ready to become a PDF. `address` is relative to the site of its audience.

    `edition` says at the foot of the pages what was printed, `elsewhere` are web addresses of places that the text
    names and this book lacks, by their ids.
    """

    info: BookKindInfo
    address: str
    title: str
    edition: str
    draft: bool
    language: str
    html: str
    stylesheets: tuple[str, ...]
    numbering: tuple[PageNumbering, ...]
    elsewhere: dict[str, str]


def books(model: EditionModel, kinds: Iterable[BookKindInfo]) -> Iterator[Book]:
    """The books of these kinds that the audience of the edition gets."""
    site = site_address(model)
    for info in kinds:
        if model.audience not in info.audience or (model.translation and info.sessions != "whole"):
            continue  # forms of the assessment and of programmes are official, and so is their language
        scopes: tuple[ModuleModel | ProgrammeModel, ...] = (
            *(model.modules if "module" in info.scopes else ()),
            *(model.programmes if "programme" in info.scopes else ()),
        )
        for scope in scopes:
            module, programme = (scope, None) if isinstance(scope, ModuleModel) else (None, scope)
            online = f"{site}/{scope.id}/" if module else f"{site}/program/{scope.id}.html"
            book = Book(
                info=replace(info, title=said(info.title), purpose=said(info.purpose)),
                title=scope.title,
                address=book_address(info.kind, scope.id),
                online=online,
                qr=_qr(online),
                draft=scope.draft,
                version=str(scope.view.version),
                number=module.number if module else None,
                modules=programme.modules if programme else (module,) if module else (),
                programme=programme,
            )
            if not info.by_instrument:
                yield book
                continue
            for instrument in module.instruments if module else ():
                if instrument.is_written:
                    address = book_address(info.kind, scope.id, instrument.view.id)
                    yield replace(book, address=address, instrument=instrument)


def print_books(
    context: EditionContext, fragments: Fragments, is_wanted: Callable[[Book], bool] = lambda _: True
) -> Iterator[PrintBook]:
    """The books of an edition as print HTML; all, or those that are wanted."""
    model = edition_model(Builder(context, fragments.sessions, fragments.fields))
    environment = layout_environment("books")
    legacy = LegacySet(context)
    filler = cache(partial(slot_filler, context, environment, fields=fragments.fields))
    for book in filter(is_wanted, books(model, context.curriculum.book_kinds())):
        fill = filler(book.info.medium)
        html = _html(context, model, environment, book, fill, legacy)
        yield PrintBook(
            book.info,
            book.address,
            book.name,
            _edition_line(book),
            book.draft,
            model.language,
            html,
            (*book.info.stylesheets, *(("translated.css",) if model.translation else ())),
            page_numbering(book, html),
            _elsewhere(html, _web_address(context, model)),
        )


def _edition_line(book: Book) -> str:
    """What was printed, for the foot of the pages: A5 has no room for the title."""
    words = f"{said('Modul')} {book.number}" if book.number and book.info.paper == "A5" else book.title
    return f"{words} · {said('versi')} {book.version}{said(' (draf)') if book.draft else ''}"


def page_numbering(book: Book, html: str) -> tuple[PageNumbering, ...]:
    """How the pages are numbered: roman, then by module ("5-12"), then the appendix ("L-3").

    These are the places where `book.css` starts anew: sections with the class `opener`.
    """
    if book.instrument:
        return (PageNumbering(book.modules[0].id),)
    starts = [PageNumbering("depan", roman=True)]
    if book.info.kind == "dokumen-program":
        starts.append(PageNumbering("program"))
    else:
        starts += [PageNumbering(module.id, f"{module.number}-") for module in book.modules]
    if ' id="lampiran"' in html:
        starts.append(PageNumbering("lampiran", "L-"))
    return tuple(starts)


def _html(
    context: EditionContext,
    model: EditionModel,
    environment: Environment,
    book: Book,
    fill: Callable[[str], str],
    legacy: LegacySet,
) -> str:
    template = environment.get_template(book.info.template)
    field = field_writer(context)

    def render(terms: Iterable[TermModel], facts: Iterable[FactModel]) -> str:
        terms = tuple(terms)
        index = term_index(terms, (session for module in book.modules for session in module.sessions))
        return template.render(
            edition=model,
            book=book,
            fill=fill,
            field=field,
            terms=terms,
            facts=tuple(facts),
            index=index,
            legacy=legacy,
        )

    first = render((), ())
    return render(used_terms(model.terms, first), used_facts(context, model, book))


def used_facts(context: EditionContext, model: EditionModel, book: Book) -> tuple[FactModel, ...]:
    """The facts that the sessions and worksheets of a book name."""
    mentioned: set[str] = set()
    for module in book.modules:
        loaded = context.curriculum.modules[module.id]
        for session in module.sessions:
            document = loaded.sessions[session.id].document
            visible = (role for role in document.roles if model.is_trainer or not role.trainer_only)
            mentioned.update(role.target.split("@")[0].split(".")[0] for role in visible if role.name == "fact")
            mentioned.update(block.argument for block in document.walk() if block.kind == "fact-history")
    return tuple(fact for fact in model.facts if fact.id in mentioned)


def _web_address(context: EditionContext, model: EditionModel) -> Callable[[str], str]:
    offered = {module.id for module in model.modules}

    def address(anchor: str) -> str:
        module_id, _, name = anchor.partition("--")
        is_elsewhere = module_id in context.curriculum.modules and module_id not in offered
        site = home(model) if is_elsewhere else site_address(model)
        if module_id in context.curriculum.modules and name in context.curriculum.modules[module_id].sessions:
            return f"{site}/{module_id}/{name}.html"
        found = context.anchors.get(module_id, {}).get(name)
        return f"{site}/{module_id}/{found.session_id}.html#{name}" if found else f"{site}/glosarium.html"

    return address


def home(model: EditionModel) -> str:
    """The address of the site in the language in which the curriculum was written."""
    return str(model.settings.site_url).rstrip("/")


def site_address(model: EditionModel) -> str:
    """The address of the site of an edition: that of a translation lies in a folder of its own."""
    return f"{home(model)}/{model.language}" if model.translation else home(model)


def _elsewhere(html: str, web_address: Callable[[str], str]) -> dict[str, str]:
    """Web addresses of the places that the text names and this book lacks."""
    known = set(ANCHOR.findall(html))
    return {anchor: web_address(anchor) for anchor in REF_LINK.findall(html) if anchor not in known}


@cache
def _qr(address: str) -> str:
    """The address as a QR code: SVG in a data URI."""
    return str(segno.make(address, error="m").svg_data_uri(scale=4, border=4, encode_minimal=True))
