"""The pages of a website: which there are, and how each is rendered.

A page is a template with values. Nothing is written here, so that the preview can render only the page that is asked
for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import copy
from functools import cached_property

from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.edition.live_sheets import sheet_scripts
from curriculum_kit.edition.model import Builder
from curriculum_kit.edition.reference import EditionModel, edition_model
from curriculum_kit.edition.report import report_page
from curriculum_kit.edition.slots import slot_filler
from curriculum_kit.texts import said
from curriculum_kit.website.centres import SCRIPT, Directory
from curriculum_kit.website.changes import changes_page
from curriculum_kit.website.fact_ages import fact_rows
from curriculum_kit.website.languages import other_languages, page_share
from curriculum_kit.website.menu import menu
from curriculum_kit.website.metadata import page_metadata
from curriculum_kit.website.offline import MANIFEST, web_manifest
from curriculum_kit.website.page import HOME, Crumb, Download, Page
from curriculum_kit.website.teaching import preparations

POLICY = (
    "default-src 'none';style-src 'self';script-src 'self';img-src 'self' data:;manifest-src 'self';"
    "worker-src 'self';connect-src 'self';base-uri 'none';form-action 'self'"
)
"""The content security policy of every page: nothing from elsewhere, nothing written into the page."""


class Site:
    """The website of one edition."""

    def __init__(self, context: EditionContext, fragments: Fragments) -> None:
        """Bind to an edition and its rendered text."""
        self.context = context
        self.fragments = fragments
        self.downloads: tuple[Download, ...] = ()
        self.sheets: tuple[Download, ...] = ()
        self.beside: Mapping[str, frozenset[str]] = {}
        """The translations that lie in this site: by language the modules that they have."""
        self.model: EditionModel = edition_model(Builder(context, fragments.sessions, fragments.fields))
        self.centres = None if context.curriculum.translation else Directory.of(context)
        self.pages: Mapping[str, Page] = {page.address: page for page in self._pages()}
        self._environment = layout_environment("website")

    def offering(self, downloads: Iterable[Download], sheets: Iterable[Download] = ()) -> Site:
        """The same site with files to download: books and packs, and worksheets for spreadsheet programs."""
        other = copy(self)
        other.downloads, other.sheets = tuple(downloads), tuple(sheets)
        return other

    def with_translations(self, modules: Mapping[str, frozenset[str]]) -> Site:
        """The same site with links to its translations: by language the modules that they have."""
        other = copy(self)
        other.beside = modules
        return other

    @cached_property
    def data(self) -> Mapping[str, str]:
        """What pages load besides styles, scripts, pictures and the search: address and text."""
        return {
            **({f"aset/{SCRIPT}": self.centres.script()} if self.centres else {}),
            MANIFEST: web_manifest(self.model.settings, is_trainer=self.model.is_trainer),
            **dict(sheet_scripts(self.context)),
        }

    @cached_property
    def _fill(self) -> Callable[[str], str]:
        return slot_filler(self.context, self._environment, "web", self.fragments.fields)

    def html(self, address: str) -> str:
        """A page as HTML. KeyError when the site has no such page."""
        page = self.pages[address]
        return self._environment.get_template(page.template).render(
            edition=self.model,
            root=page.root,
            address=page.address,
            title=page.title,
            crumbs=page.crumbs,
            fill=self._fill,
            downloads=self.downloads,
            sheets=self.sheets,
            policy=POLICY,
            menu=menu(self.model, page),
            metadata=page_metadata(self.model, page),
            languages=tuple(other_languages(self.model, page, self.beside)),
            share=page_share(self.context, page),
            **page.values,
        )

    def _pages(self) -> Iterator[Page]:
        model = self.model
        home = Crumb(said(HOME.title), HOME.address)
        yield Page("index.html", "index.html", model.settings.name, kind=said("Beranda"))
        for programme in model.programmes:
            address = f"program/{programme.id}.html"
            lists = preparations(programme, model.settings.class_size) if model.is_trainer else ()
            values = {"programme": programme, "preparations": lists}
            yield Page(address, "programme.html", programme.title, (home,), "Program", values)
        yield from self._module_pages(home)
        yield Page("glosarium.html", "glossary.html", said("Glosarium"), (home,), "Glosarium")
        facts = {"rows": fact_rows(model)}
        yield Page("fakta.html", "facts.html", said("Fakta dan dasar hukum"), (home,), "Fakta", facts)
        if self.centres:  # what follows is told in the language of the source alone
            changes = {"changes": lambda: changes_page(self.context, model)}  # digests all files: only when asked for
            yield Page("perubahan.html", "changes.html", "Yang berubah", (home,), "Perubahan", changes)
            yield from self.centres.pages()
            if model.is_trainer:
                report = {"report": report_page(self.context)}
                yield Page("laporan.html", "report.html", "Laporan kurikulum", (home,), "Laporan", report)
        yield Page("unduhan.html", "downloads.html", said("Unduhan"), (home,), said("Unduhan"))
        yield Page("luring.html", "offline.html", said("Pakai tanpa internet"), (home,), said("Unduhan"))
        yield Page("cari.html", "search.html", said("Cari"), (home,))

    def _module_pages(self, home: Crumb) -> Iterator[Page]:
        order = [session for module in self.model.modules for session in module.sessions]
        places = {(session.module_id, session.id): place for place, session in enumerate(order)}
        for module in self.model.modules:
            yield Page(f"{module.id}/index.html", "module.html", module.title, (home,), "Modul", {"module": module})
            crumbs = (home, Crumb(f"{said('Modul')} {module.number}", f"{module.id}/index.html"))
            for session in module.sessions:
                place = places[session.module_id, session.id]
                values = {
                    "module": module,
                    "session": session,
                    "before": order[place - 1] if place else None,
                    "after": order[place + 1] if place + 1 < len(order) else None,
                }
                yield Page(session.address, "session.html", session.title, crumbs, "Sesi", values)
