"""The page "Yang berubah": what differs from the last release, per module and session, and the authors' own words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.model import ModuleModel
from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.indonesian import date_text, enumeration
from curriculum_kit.overview.changes import differences, last_releases
from curriculum_kit.overview.difference import Difference
from curriculum_kit.overview.sentences import sentence
from curriculum_kit.overview.snapshot import file_digests, snapshot
from curriculum_kit.source.schema.release import Release, version_order


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that changed, and what is said about it. `address` is empty where there is no page (any more)."""

    title: str
    address: str
    words: str


@dataclass(frozen=True, slots=True)
class Note:
    """What the authors say about a version of a module; `sessions` are title and address."""

    version: str
    date: date
    html: str
    sessions: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A module, or programmes, facts and what else all modules share."""

    title: str
    address: str
    items: tuple[Item, ...] = ()
    notes: tuple[Note, ...] = ()


@dataclass(frozen=True, slots=True)
class Comparison:
    """One release compared with what came after it: `newer` is empty where that is the curriculum of today."""

    older: str
    older_day: date
    newer: str
    newer_day: date
    groups: tuple[Group, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """The whole page. Without a release there is nothing to compare, and `notes` are all that the authors have said."""

    comparisons: tuple[Comparison, ...]
    notes: tuple[Group, ...]


def changes_page(context: EditionContext, model: EditionModel) -> ChangesPage:
    """The page of an edition. Participants read nothing about answers, trainer notes and assessment."""
    releases = last_releases(context.curriculum)
    notes = {module.id: tuple(_notes(module)) for module in model.modules}
    comparisons = []
    if releases:
        last = releases[0]
        now = snapshot(context.curriculum, last.version, context.as_of, file_digests(context.curriculum.root))
        told = {id: tuple(_since(last, None, id, of_module)) for id, of_module in notes.items()}
        groups = _groups(last, now, model, told)
        comparisons.append(Comparison(last.version, last.released_on, "", context.as_of, groups))
    for older, newer in zip(releases[1:2], releases, strict=False):
        told = {id: tuple(_since(older, newer, id, of_module)) for id, of_module in notes.items()}
        groups = _groups(older, newer, model, told)
        comparisons.append(Comparison(older.version, older.released_on, newer.version, newer.released_on, groups))
    said = {note for comparison in comparisons for group in comparison.groups for note in group.notes}
    rest = tuple(
        Group(_module_title(module), f"{module.id}/index.html", notes=older_notes)
        for module in model.modules
        if (older_notes := tuple(note for note in notes[module.id] if note not in said))
    )
    return ChangesPage(tuple(comparisons), rest)


def _notes(module: ModuleModel) -> Iterator[Note]:
    addresses = {session.id: (f"{session.number} {session.title}", session.address) for session in module.sessions}
    for index, change in enumerate(module.view.changes):
        html = module.md("changes", index, "text").replace('href="../', 'href="')
        sessions = tuple(addresses[id] for id in change.sessions if id in addresses)
        yield Note(change.version, change.date, html, sessions)


def _since(older: Release, newer: Release | None, module_id: str, notes: Iterable[Note]) -> Iterator[Note]:
    """The notes on versions after those of a release, up to those of a newer one."""
    before = older.modules.get(module_id)
    after = newer.modules.get(module_id) if newer else None
    for note in notes:
        order = version_order(note.version)
        if before is not None and order <= version_order(before.version):
            continue
        if newer is None or (after is not None and order <= version_order(after.version)):
            yield note


def _groups(
    older: Release, newer: Release, model: EditionModel, notes: Mapping[str, tuple[Note, ...]]
) -> tuple[Group, ...]:
    found = [difference for difference in differences(older, newer) if model.is_trainer or not difference.for_trainers]
    places = _Places(model, older, newer)
    modules = {module.id: module for module in model.modules}
    titles = {id: f"Modul {module.number}: {module.title}" for id, module in (older.modules | newer.modules).items()}
    titles |= {id: _module_title(module) for id, module in modules.items()}
    groups = [
        Group(title, f"{id}/index.html" if id in modules else "", tuple(items), notes.get(id, ()))
        for id, title in titles.items()
        if (items := list(places.items(found, id))) or notes.get(id)
    ]
    for title, address, kinds in (
        ("Program", "", ("programme-",)),
        ("Fakta dan dasar hukum", "fakta.html", ("fact-",)),
        ("Glosarium", "glosarium.html", ("term-",)),
        ("Balai pelatihan", "balai.html", ("centres",)),
    ):
        if items := list(places.items((d for d in found if d.what.startswith(kinds)), "")):
            groups.append(Group(title, address, tuple(items)))
    return tuple(groups)


def _module_title(module: ModuleModel) -> str:
    return f"Modul {module.number}: {module.title}"


class _Places:
    """Where the things of a release stand on the site, and how they are told."""

    def __init__(self, model: EditionModel, older: Release, newer: Release) -> None:
        self.sessions = {(module.id, session.id): session for module in model.modules for session in module.sessions}
        self.pages = {
            **{module.id: f"{module.id}/index.html" for module in model.modules},
            **{f"programme {programme.id}": f"program/{programme.id}.html" for programme in model.programmes},
            **{f"fact {fact.id}": f"fakta.html#fakta-{fact.id}" for fact in model.facts},
            **{f"term {term.id}": f"glosarium.html#istilah-{term.id}" for term in model.terms},
            "centres centres": "balai.html",
        }
        self.begins = {
            id: fact.valid_from
            for id, fact in newer.facts.items()
            if id in older.facts and fact.valid_from != older.facts[id].valid_from
        }

    def items(self, found: Iterable[Difference], scope: str) -> Iterator[Item]:
        """The differences of a module (of what all share: ""), one item per thing; re-checked facts in one."""
        things: dict[tuple[str, str], list[Difference]] = {}
        checked: list[Difference] = []
        for difference in found:
            if difference.scope != scope:
                continue
            if difference.what == "fact-checked":
                checked.append(difference)
            else:
                kind = difference.what.partition("-")[0]
                things.setdefault((kind, difference.id), []).append(difference)
        for (kind, id), several in things.items():
            title, address = self._place(kind, id, several[0])
            yield Item(title, address, "; ".join(self._words(each) for each in several))
        if checked:
            titles = enumeration([difference.title for difference in checked])
            yield Item(f"{len(checked)} fakta diperiksa lagi, nilainya tetap", "fakta.html", titles)

    def _place(self, kind: str, id: str, difference: Difference) -> tuple[str, str]:
        if kind == "session":
            session = self.sessions.get((difference.scope, id))
            if session is None:
                return f"Sesi {difference.old} {difference.title}".replace("  ", " "), ""
            return f"Sesi {session.number} {session.title}", session.address
        if kind in {"module", "pictures"}:
            return ("Modul ini" if kind == "module" else "Gambar"), ""
        if kind == "centres":
            return "Daftar balai", self.pages["centres centres"]
        return difference.title, self.pages.get(f"{kind} {id}", "")

    def _words(self, difference: Difference) -> str:
        since = self.begins.get(difference.id) if difference.what == "fact-value" else None
        return sentence(difference, labels.FACT_STATUSES, date_text(since) if since else "").format()
