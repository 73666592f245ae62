"""Which pages and books change with a thing: found by what each holds, not by comparing finished books."""

from __future__ import annotations

from collections.abc import Container, Iterable

from curriculum_kit.comparison.model import BookRef, Touched, together
from curriculum_kit.comparison.uses import Place, Uses
from curriculum_kit.source.curriculum import Curriculum

NOTES = frozenset({"buku-pegangan"})
KEYS = frozenset({"buku-pegangan", "buku-penilaian"})
ASSESSMENT = frozenset({"buku-penilaian", "lembar-soal"})
DOCUMENT = frozenset({"dokumen-program"})
TEXT = NOTES | {"buku-informasi", "buku-kerja"}
"""The series of books that hold the text of sessions."""
ALL = TEXT | KEYS | ASSESSMENT | DOCUMENT
REPORT = "laporan.html"


class Reach:
    """How far things reach, in both states of a curriculum."""

    def __init__(self, *curricula: Curriculum) -> None:
        """Look at the states that are compared."""
        self._curricula = curricula
        self._kinds = {info.kind: info for curriculum in curricula for info in curriculum.book_kinds()}.values()
        self._uses = [Uses(curriculum) for curriculum in curricula]

    def session(self, module_id: str, id: str, *, hidden: bool = False, head: bool = False) -> Touched:
        """A session. `hidden`: only what trainers see of it changes; `head`: title, time or place changes too."""
        page = frozenset({f"{module_id}/{id}.html"})
        programmes = self._programmes(module_id, id)
        kinds = NOTES if hidden else TEXT
        found = _touched((), page) if hidden else _touched(page)
        found |= Touched(books=self._books(kinds, module_id, programmes))
        if head:
            found |= _touched({f"{module_id}/index.html", *_programme_pages(programmes)}, {REPORT})
            found |= Touched(books=self._books(DOCUMENT, module_id, programmes))
        return found

    def module(self, id: str) -> Touched:
        """What a module says of itself: title, unit, elements, tools and materials."""
        programmes = self._programmes(id)
        found = _touched({f"{id}/index.html", "index.html", *_programme_pages(programmes)}, {REPORT})
        return found | Touched(books=self._books(ALL, id, programmes))

    def assessment(self, module_id: str) -> Touched:
        """The instruments of a module."""
        books = self._books(ASSESSMENT, module_id, self._programmes(module_id))
        return Touched(trainer_pages=frozenset({REPORT}), books=books)

    def programme(self, id: str) -> Touched:
        """A programme."""
        return _touched({f"program/{id}.html", "index.html"}, {REPORT}) | Touched(books=self._books(ALL, "", {id}))

    def worksheet(self, module_id: str, id: str, *, hidden: bool) -> Touched:
        """A worksheet: where it stands, and (`hidden`) where its key stands."""
        books = self._books(KEYS if hidden else TEXT | KEYS, module_id, self._programmes(module_id))
        pages = {"unduhan.html"} if not hidden else set()
        return self.used("worksheet", f"{module_id}/{id}", hidden=hidden) | _touched(pages) | Touched(books=books)

    def used(self, kind: str, id: str, *pages: str, hidden: bool = False) -> Touched:
        """Whatever uses a thing, and the `pages` on which it stands itself."""
        places = {place for uses in self._uses for place in uses.places(kind, id)}
        return together([_touched(pages), *(self._of_place(place, hidden=hidden or place.hidden) for place in places)])

    def everything(self) -> Touched:
        """All modules and programmes: what every page says has changed."""
        modules = {id for curriculum in self._curricula for id in curriculum.modules}
        programmes = {id for curriculum in self._curricula for id in curriculum.programmes}
        sessions = {
            (module.id, session.id) for curriculum in self._curricula for module, session in curriculum.all_sessions()
        }
        return together(
            [
                *map(self.module, sorted(modules)),
                *map(self.programme, sorted(programmes)),
                *(self.session(*path) for path in sorted(sessions)),
            ]
        )

    def _of_place(self, place: Place, *, hidden: bool) -> Touched:
        if place.kind == "session":
            return self.session(place.module, place.id, hidden=hidden)
        if place.kind == "assessment":
            return self.assessment(place.module)
        if place.kind == "module":
            return self.module(place.module)
        if place.kind == "programme":
            return self.programme(place.id)
        if place.kind in {"glossary", "facts"}:
            return _touched({"glosarium.html" if place.kind == "glossary" else "fakta.html"})
        return Touched()

    def _books(self, series: Container[str], module_id: str, programmes: Iterable[str]) -> frozenset[BookRef]:
        """The books of some series that a module (none when empty) and these programmes have."""
        scopes = {"module": [module_id] if module_id else [], "programme": list(programmes)}
        return frozenset(
            BookRef(info.kind, id, info.title, instrument)
            for info in self._kinds
            if info.series in series
            for scope in info.scopes
            for id in scopes[scope]
            for instrument in (self._written(id) if info.by_instrument else ("",))
        )

    def _written(self, module_id: str) -> frozenset[str]:
        """The instruments of a module that have a book of their own."""
        modules = [curriculum.modules[module_id] for curriculum in self._curricula if module_id in curriculum.modules]
        return frozenset(instrument.id for module in modules for instrument in module.written_instruments)

    def _programmes(self, module_id: str, session_id: str = "") -> frozenset[str]:
        """The programmes that list a session, or any of a module."""
        path = f"{module_id}/{session_id}"
        return frozenset(
            id
            for curriculum in self._curricula
            for id, source in curriculum.programmes.items()
            if any(listed == path or (not session_id and listed.startswith(path)) for listed in source.record.sessions)
        )


def _programme_pages(ids: Iterable[str]) -> set[str]:
    return {f"program/{id}.html" for id in ids}


def _touched(pages: Iterable[str], trainer_pages: Iterable[str] = ()) -> Touched:
    """Pages of both sites, and those of the trainer site only."""
    both = frozenset(pages)
    return Touched(both, both | frozenset(trainer_pages))
