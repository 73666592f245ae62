"""What differs in a module: itself, its sessions, worksheets, pictures and instruments."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum_kit.comparison.model import Detail, Sentence, State, Thing, Touched, only_for_trainers, together
from curriculum_kit.comparison.pairing import Pairing, pairings, renamed
from curriculum_kit.comparison.records import View, hidden_field, record_details, whole_details
from curriculum_kit.comparison.results import result_details, sheet_details
from curriculum_kit.comparison.sessions import session_details
from curriculum_kit.comparison.sides import Pair
from curriculum_kit.comparison.told import state_of
from curriculum_kit.diagnostics import Text, text
from curriculum_kit.overview.selections import session_number
from curriculum_kit.source.curriculum import LoadedModule, Source
from curriculum_kit.source.schema.assessment import Instrument
from curriculum_kit.source.schema.worksheet import Worksheet

_HEAD = frozenset({"session-title", "session-number", "session-minutes", "session-plan"})
"""What of a session stands on other pages than its own."""


def module_things(pair: Pair, id: str) -> Iterator[Thing]:
    """All things of a module that differ. `id` is the one that it has now, or had when it is gone."""
    new = pair.new.curriculum.modules.get(id)
    old = pair.old.curriculum.modules.get(pair.modules.get(id, id))
    if new is None or old is None:
        yield from _whole(pair, id, old, new)
    else:
        yield from _module(pair, old, new)
    yield from _sessions(pair, id, old, new)
    if new is not None:
        yield from _worksheets(pair, id, old, new)
        yield from _pictures(pair, old, new)
        yield from _instruments(pair, old, new)


def _whole(pair: Pair, id: str, old: LoadedModule | None, new: LoadedModule | None) -> Iterator[Thing]:
    """A module that only one state has. Where its file could not be read nothing is known."""
    module = new or old
    other = (pair.old if new else pair.new).curriculum
    if module is None or module.source.file in other.unreadable:
        return
    state = State.NEW if new else State.GONE
    view = View(hidden_field, pair.words(id))
    details = tuple(whole_details(new.record, view)) if new else ()
    title, touched = text("Modul ini"), pair.reach.module(id)
    yield Thing("module", id, title, module.source.file, state, details=details, touched=touched)


def _module(pair: Pair, old: LoadedModule, new: LoadedModule) -> Iterator[Thing]:
    without = pair.told.fields("module", new.id, new.id) | {"sessions"}  # these are told one by one
    view = View(hidden_field, pair.words(old.id, new.id), pair.renamed)
    details = tuple(record_details(old.record, new.record, view, without=without))
    sentences = list(pair.told.sentences("module", new.id, new.id, details))
    if old.id != new.id:
        sentences.append(_former(old.id))
    if details or sentences:
        touched = pair.reach.module(new.id)
        if old.id != new.id:
            touched |= together(pair.reach.session(new.id, session) for session in new.sessions)
        yield Thing("module", new.id, text("Modul ini"), new.source.file, State.CHANGED,
                    tuple(sentences), details, touched)  # fmt: skip


def _former(id: str) -> Sentence:
    return Sentence(text("dahulu bernama {id}", id=id))


def _sessions(pair: Pair, id: str, old: LoadedModule | None, new: LoadedModule | None) -> Iterator[Thing]:
    for session in new.sessions.values() if new else ():
        path = f"{id}/{session.id}"
        was_module, _, was_id = pair.sessions.get(path, f"{old.id if old else id}/{session.id}").partition("/")
        before = pair.old.curriculum.session(f"{was_module}/{was_id}")
        if before is None and session.document.file in pair.old.curriculum.unreadable:
            continue
        shown = pair.words(was_module, id)
        details = tuple(session_details(before, session, shown))
        sentences = list(pair.told.sentences("session", id, session.id, details))
        if before and was_id != session.id:
            sentences.append(_former(was_id))
        if before is None:
            minutes = session.plan.record.teaching_minutes
            sentences.append(Sentence(text("{minutes} menit", minutes=minutes)))
        elif not (details or sentences):
            continue
        title = text("Sesi {number} {title}", number=session_number(new, session), title=session.plan.record.title)  # type: ignore[arg-type]
        head = before is None or any(each.what in _HEAD for each in pair.told.of("session", id, session.id))
        hidden = only_for_trainers(sentences, details)
        state = _session_state(pair, id, session.id, is_new=before is None, has_details=bool(details))
        touched = pair.reach.session(id, session.id, hidden=hidden, head=head)
        if before and was_id != session.id:
            touched |= pair.reach.session(was_module, was_id, head=True)
        yield Thing("session", session.id, title, session.document.file, state, tuple(sentences), details, touched)
    if old:
        yield from _sessions_gone(pair, id, old, new)


def _session_state(pair: Pair, module_id: str, id: str, *, is_new: bool, has_details: bool) -> State:
    if is_new:
        return State.NEW
    whats = {each.what for each in pair.told.of("session", module_id, id)}
    moved = f"{module_id}/{id}" in pair.sessions or "session-number" in whats
    return State.MOVED if moved and not has_details else State.CHANGED


def _sessions_gone(pair: Pair, id: str, old: LoadedModule, new: LoadedModule | None) -> Iterator[Thing]:
    taken = {*pair.sessions.values()}
    for session in old.sessions.values():
        is_kept = new is not None and session.id in new.sessions and f"{id}/{session.id}" not in pair.sessions
        if is_kept or f"{old.id}/{session.id}" in taken:
            continue
        if session.document.file in pair.new.curriculum.unreadable:
            continue
        title = text("Sesi {number} {title}", number=session_number(old, session), title=session.plan.record.title)
        touched = pair.reach.session(id, session.id, head=True)
        yield Thing("session", session.id, title, session.document.file, State.GONE, touched=touched)


def _titles(sources: Mapping[str, Source[Worksheet]]) -> dict[str, tuple[object, ...]]:
    return {id: (source.record.title,) for id, source in sources.items()}


def _worksheets(pair: Pair, id: str, old: LoadedModule | None, new: LoadedModule) -> Iterator[Thing]:
    before: Mapping[str, Source[Worksheet]] = old.worksheets if old else {}
    ids = renamed(_titles(before), _titles(new.worksheets))
    for pairing in pairings(before, new.worksheets, ids):
        source = new.worksheets[pairing.new] if pairing.new else before[pairing.old]
        other = (pair.old if pairing.new else pair.new).curriculum
        if not (pairing.old and pairing.new) and source.file in other.unreadable:
            continue
        thing = _worksheet(pair, id, old, pairing, source)
        if thing is not None:
            yield thing


def _worksheet(
    pair: Pair, id: str, old: LoadedModule | None, pairing: Pairing, source: Source[Worksheet]
) -> Thing | None:
    details: list[Detail] = []
    sentences: list[Sentence] = []
    if old and pairing.old and pairing.new:
        was, now = old.worksheets[pairing.old].record, source.record
        details += sheet_details(was, now, pair.words(old.id, id))
        written = bool(details)
        details += result_details(pair.old.calculator, pair.new.calculator, (old.id, pairing.old), (id, pairing.new))
        if was.title != now.title:
            sentences.append(Sentence(text("judulnya dahulu “{old}”", old=was.title)))
        if pairing.old != pairing.new:
            sentences.append(_former(pairing.old))
        if details and not written and not sentences:
            words = text("ditulis sama, tetapi hasilnya lain karena angka yang dipakainya berubah")
            sentences.append(Sentence(words, all(detail.for_trainers for detail in details)))
        if not (details or sentences):
            return None
    elif pairing.new:
        details += sheet_details(None, source.record, pair.words("", id))
    is_whole = not (pairing.old and pairing.new)
    hidden = not is_whole and only_for_trainers(sentences, details)
    key = pairing.new or pairing.old
    touched = pair.reach.worksheet(id, key, hidden=hidden)
    title = text("Lembar kerja {title}", title=source.record.title)
    state = state_of(pairing.old, pairing.new)
    return Thing("worksheet", key, title, source.file, state, tuple(sentences), tuple(details), touched)


def _pictures(pair: Pair, old: LoadedModule | None, new: LoadedModule) -> Iterator[Thing]:
    folder = f"{new.id}/media/"
    before = {
        file.rpartition("/")[2]: digest
        for file, digest in pair.old.files.items()
        if old and file.startswith(f"{old.id}/media/")
    }
    now = {file.rpartition("/")[2]: digest for file, digest in pair.new.files.items() if file.startswith(folder)}
    moved = renamed({n: (d,) for n, d in before.items()}, {n: (d,) for n, d in now.items()})
    for pairing in pairings(before, now, moved):
        if pairing.old == pairing.new and before[pairing.old] == now[pairing.new]:
            continue
        name = pairing.new or pairing.old
        sentences = (_former(pairing.old),) if pairing.old and pairing.new and pairing.old != pairing.new else ()
        state = State.MOVED if sentences else state_of(pairing.old, pairing.new)
        touched = pair.reach.used("picture", f"{new.id}/{name}")
        yield Thing("picture", name, text("Gambar {name}", name=name), f"{folder}{name}", state, sentences,
                    touched=touched)  # fmt: skip


def _instruments(pair: Pair, old: LoadedModule | None, new: LoadedModule) -> Iterator[Thing]:
    sources = (old.assessment if old else None, new.assessment)
    files = [source.file for source in sources if source]
    unread = {*pair.old.curriculum.unreadable, *pair.new.curriculum.unreadable}
    if not files or unread.intersection(files):
        return
    before, now = (_by_id(source.record.instruments if source else ()) for source in sources)
    ids = renamed({i: (each.title,) for i, each in before.items()}, {i: (each.title,) for i, each in now.items()})
    for pairing in pairings(before, now, ids):
        key = pairing.new or pairing.old
        instrument = now[key] if pairing.new else before[key]
        details: tuple[Detail, ...] = ()
        sentences: list[Sentence] = []
        if pairing.old and pairing.new:
            view = View(hidden_field, pair.words(old.id if old else "", new.id))
            details = tuple(record_details(before[pairing.old], instrument, view, hidden=True))
            sentences += pair.told.sentences("instrument", new.id, key, details)
            if not (details or sentences):
                continue
        else:
            sentences.append(Sentence(_counted(instrument), for_trainers=True))
            view = View(hidden_field, pair.words("", new.id))
            details = tuple(whole_details(instrument, view, hidden=True)) if pairing.new else ()
        yield Thing("instrument", key, _instrument_title(instrument), files[-1], state_of(pairing.old, pairing.new),
                    tuple(sentences), details, _reach(pair, new.id))  # fmt: skip


def _reach(pair: Pair, module_id: str) -> Touched:
    return pair.reach.assessment(module_id)


def _instrument_title(instrument: Instrument) -> Text:
    return text("Instrumen {title}", title=instrument.title)


def _counted(instrument: Instrument) -> Text:
    count = len(instrument.items) + len(instrument.checklist) + len(instrument.rubric)
    return text("{count} butir", count=count)


def _by_id(instruments: Sequence[Instrument]) -> dict[str, Instrument]:
    return {instrument.id: instrument for instrument in instruments}
