"""Elements, heads of sessions and worksheets in the right shape; what no Word file says is marked `LENGKAPI`.

Everything passes the schema, so that a draft can be checked and built at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum_kit.importer.competence import ElementDraft, IukDraft, KukDraft
from curriculum_kit.importer.plans import Step as PlanStep
from curriculum_kit.importer.plans import iuk_of_step
from curriculum_kit.importer.sessions import Session
from curriculum_kit.importer.store import Store
from curriculum_kit.importer.yaml_writer import UNFINISHED, Raw, Unfinished, written

MINUTES = 90
_SHORT = 15
MODULE_HEAD = f"# Hasil impor dari Word. Baris bertanda {UNFINISHED.rstrip(':')} masih harus ditulis atau diperiksa.\n"
_PLACEHOLDERS = {
    "knowledge": f"Dapat {UNFINISHED} tulis pengetahuannya",
    "skill": f"Mampu {UNFINISHED} tulis keterampilannya",
    "attitude": f"Harus {UNFINISHED} tulis sikapnya",
}


def completed(found: Sequence[ElementDraft]) -> list[ElementDraft]:
    """The elements with what they lack; one of placeholders where the file has none."""
    elements = list(found) or [ElementDraft(f"{UNFINISHED} tulis judul elemen")]
    for element in elements:
        if not element.kuk:
            element.kuk.append(KukDraft(""))
        for kuk in element.kuk:
            if not kuk.iuk:
                kuk.iuk = [IukDraft(domain, words, is_guess=True) for domain, words in _PLACEHOLDERS.items()]
    return elements


def numbered(elements: Sequence[ElementDraft]) -> Iterator[tuple[int, str, IukDraft]]:
    """Every IUK with the place of its element (from 0) and its id."""
    for e, element in enumerate(elements):
        for k, kuk in enumerate(element.kuk, 1):
            for i, iuk in enumerate(kuk.iuk, 1):
                yield e, f"{e + 1}.{k}.{i}", iuk


def shared_out(elements: Sequence[ElementDraft], sessions: int) -> list[list[int]]:
    """Which elements each session teaches, in order; every element is taught and every session teaches one."""
    count = len(elements)
    if count <= sessions:
        return [[at * count // sessions] for at in range(sessions)]
    return [list(range(at * count // sessions, (at + 1) * count // sessions)) for at in range(sessions)]


def iuk_of(elements: Sequence[ElementDraft], chosen: Sequence[int]) -> list[str]:
    """The IUK of some elements."""
    return [id_ for e, id_, _ in numbered(elements) if e in chosen]


def front_matter(session: Session, title: str, elements: Sequence[ElementDraft], chosen: Sequence[int]) -> str:
    """The head of a session: what the file says, and a plan that somebody has to make true."""
    steps = (
        _told_steps(session.plan, elements, chosen)
        if session.plan
        else _guessed_steps(session.minutes, elements, chosen)
    )
    return written(
        {
            "title": title or Unfinished(f"{UNFINISHED} tulis judul sesi"),
            "objective": session.objective or Unfinished(f"{UNFINISHED} tulis tujuan sesi, misalnya Peserta mampu …"),
            "room_layout": session.room or None,
            "media": session.media or None,
            "plan": Unfinished(steps, "menit, IUK, metode, dan kegiatan setiap langkah"),
        }
    )


def _told_steps(
    plan: Sequence[PlanStep], elements: Sequence[ElementDraft], chosen: Sequence[int]
) -> list[dict[str, object]]:
    """The steps of a table; what it lacks is marked. Every IUK of the session stands in some step."""
    known = [id_ for _, id_, _ in numbered(elements)]
    owed = iuk_of(elements, chosen)
    first = [id_ for id_ in owed if id_.partition(".")[0] == owed[0].partition(".")[0]]
    steps: list[dict[str, object]] = []
    taught: set[str] = set()
    for step in plan:
        minutes: object = step.minutes or Unfinished(_SHORT)
        does = step.participants or Unfinished(f"{UNFINISHED} tulis kegiatan peserta.")
        if step.kind == "break":
            steps.append({"phase": step.phase, "minutes": minutes, "kind": "break", "participants": does})
            continue
        iuk = iuk_of_step(step, known, first)
        taught.update(iuk)
        written_iuk = [Raw(each) for each in iuk]
        steps.append(
            {
                "phase": step.phase,
                "minutes": minutes,
                "kind": Unfinished(step.kind),
                "iuk": written_iuk if iuk == list(step.iuk) else Unfinished(written_iuk),
                "method": step.method or Unfinished("Diskusi"),
                "trainer": step.trainer or None,
                "participants": does,
            }
        )
    for e in chosen:
        missing = [id_ for at, id_, _ in numbered(elements) if at == e and id_ not in taught]
        if missing:
            steps.append(_step("core", _SHORT, "skill", missing, "Latihan"))
    return steps


def _guessed_steps(minutes: int, elements: Sequence[ElementDraft], chosen: Sequence[int]) -> list[dict[str, object]]:
    """Opening, core and closing for the elements that the session may teach."""
    minutes = max(minutes or MINUTES, 3 * _SHORT)
    steps: list[dict[str, object]] = []
    core = minutes - 2 * _SHORT
    for at, e in enumerate(chosen):
        mine = [(id_, iuk.domain) for each, id_, iuk in numbered(elements) if each == e]
        known = [id_ for id_, domain in mine if domain == "knowledge"] or [mine[0][0]]
        done = [id_ for id_, domain in mine if domain != "knowledge"] or [id_ for id_, _ in mine]
        share = core // len(chosen) + (core % len(chosen) if at == 0 else 0)
        if at == 0:
            steps.append(_step("opening", _SHORT, "knowledge", known, "Diskusi kelas"))
            steps.append(_step("core", share, "skill", done, "Latihan"))
        else:
            part = max(share // 3, 1)
            steps.append(_step("core", part, "knowledge", known, "Penjelasan singkat"))
            steps.append(_step("core", max(share - part, 1), "skill", done, "Latihan"))
        if at == len(chosen) - 1:
            steps.append(_step("closing", _SHORT, "knowledge", known, "Tanya jawab"))
    return steps


def _step(phase: str, minutes: int, kind: str, iuk: Sequence[str], method: str) -> dict[str, object]:
    return {
        "phase": phase,
        "minutes": minutes,
        "kind": kind,
        "iuk": [Raw(each) for each in iuk],
        "method": Unfinished(method),
        "trainer": Unfinished(f"{UNFINISHED} tulis kegiatan pelatih."),
        "participants": Unfinished(f"{UNFINISHED} tulis kegiatan peserta."),
    }


def practice(missing: Sequence[str], store: Store) -> str:
    """A block to be replaced: it keeps the place of the exercise that practises these IUK."""
    if not missing:
        return ""
    name = store.name("kegiatan-lengkapi", "kegiatan")
    return (
        f"\n:::{{activity}} {UNFINISHED} kegiatan melatih IUK\n:name: {name}\n:iuk: {', '.join(missing)}\n\n"
        f"{UNFINISHED} pindahkan baris iuk di atas ke latihan yang sesuai, lalu hapus blok ini.\n:::\n"
    )


def sheet(found: Mapping[str, object]) -> str:
    """`worksheets/<id>.yaml`."""
    return MODULE_HEAD + written(found)
