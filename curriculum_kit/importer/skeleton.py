"""The files of a module in the right shape; what no Word file says is marked `LENGKAPI` and passes the schema."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from curriculum_kit.importer.competence import OPENING, Competence, ElementDraft, IukDraft, KukDraft
from curriculum_kit.importer.markdown import escaped, line_start
from curriculum_kit.importer.plans import Step as PlanStep
from curriculum_kit.importer.plans import iuk_of_step
from curriculum_kit.importer.questions import Question, Questions, Test
from curriculum_kit.importer.runs import UNFINISHED
from curriculum_kit.importer.sessions import Session
from curriculum_kit.importer.store import Store, free, slug
from curriculum_kit.importer.yaml_writer import Raw, Unfinished, written

MINUTES = 90
_SHORT = 15
_MODULE_HEAD = f"# Hasil impor dari Word. Baris bertanda {UNFINISHED.rstrip(':')} masih harus ditulis atau diperiksa.\n"
_KEYS_HEAD = "# Hanya untuk pelatih dan penilai.\n" + _MODULE_HEAD
_PLACEHOLDERS = {
    "knowledge": f"Dapat {UNFINISHED} tulis pengetahuannya",
    "skill": f"Mampu {UNFINISHED} tulis keterampilannya",
    "attitude": f"Harus {UNFINISHED} tulis sikapnya",
}
_FEW_OPTIONS = 2


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


def module(
    title: str,
    number: int,
    module_id: str,
    competence: Competence,
    elements: Sequence[ElementDraft],
    sessions: Sequence[str],
    store: Store,
) -> str:
    """`module.yaml`."""
    unit, guide = competence.unit, competence.guide
    empty = Unfinished([f"{UNFINISHED} tulis isinya"])
    official = unit.get("code", "")
    local = f"CK-{module_id.upper()}"
    description = line_start(escaped(unit["description"])) if unit.get("description") else None
    named = unit.get("title") or title
    return _MODULE_HEAD + written(
        {
            "number": number,
            "title": title or Unfinished(f"{UNFINISHED} tulis judul modul"),
            "version": Raw("0.1.0"),
            "status": "draft",
            "authors": [{"role": "writer", "name": Unfinished(f"{UNFINISHED} nama penulis")}],
            "unit": {
                "source": "tna",
                "code": Unfinished(local, f"kode dalam berkas Word: {official}; tulis unit resmi sebagai acuan")
                if official
                else Unfinished(local),
                "title": named or Unfinished(f"{UNFINISHED} tulis judul unit"),
                "description": description or Unfinished(f"{UNFINISHED} tulis uraian unit."),
                "variables": {
                    part: guide.get(part) or empty
                    for part in ("context", "equipment", "regulations", "norms_and_standards")
                },
                "assessment_guide": {
                    "context": guide.get("assessment_context") or empty,
                    "requirements": guide.get("requirements") or empty,
                    "knowledge_and_skills": {
                        "knowledge": guide.get("knowledge") or empty,
                        "skill": guide.get("skill") or empty,
                    },
                    "attitude": guide.get("attitude") or empty,
                    "critical_aspects": guide.get("critical_aspects") or empty,
                },
            },
            "elements": [_element(e, element) for e, element in enumerate(elements, 1)],
            "sessions": list(sessions),
            "media_files": [
                {
                    "file": name,
                    "licence": Unfinished(f"{UNFINISHED} izin pakai"),
                    "credit": Unfinished(f"{UNFINISHED} pembuat"),
                }
                for name in store.media
            ]
            or None,
        }
    )


def _element(number: int, element: ElementDraft) -> dict[str, object]:
    content = {domain: element.content.get(domain) or Unfinished([f"{UNFINISHED} tulis isinya"]) for domain in OPENING}
    return {
        "id": Raw(f'"{number}"'),
        "title": element.title or Unfinished(f"{UNFINISHED} tulis judul elemen"),
        "kuk": [_kuk(f"{number}.{k}", kuk) for k, kuk in enumerate(element.kuk, 1)],
        "training_content": content,
    }


def _kuk(number: str, kuk: KukDraft) -> dict[str, object]:
    return {
        "id": Raw(f'"{number}"'),
        "text": kuk.words or Unfinished(f"{UNFINISHED} tulis KUK."),
        "iuk": [
            {
                "id": Raw(f"{number}.{i}"),
                "domain": iuk.domain,
                "text": Unfinished(iuk.words) if iuk.is_guess else iuk.words,
            }
            for i, iuk in enumerate(kuk.iuk, 1)
        ],
    }


def sheet(found: Mapping[str, object]) -> str:
    """`worksheets/<id>.yaml`."""
    return _MODULE_HEAD + written(found)


def assessment(questions: Questions, elements: Sequence[ElementDraft]) -> str:
    """`assessment.yaml`: the tests of the file, then a checklist for every IUK that none of them assesses."""
    ids: set[str] = set()
    everything = list(numbered(elements))
    guess = next((id_ for _, id_, iuk in everything if iuk.domain == "knowledge"), everything[0][1])
    instruments: list[object] = []
    for test in questions.tests:
        instruments += _instruments(test, ids, guess)
    used = {guess} if any(test.questions or test.checklist for test in questions.tests) else set()
    missing = [id_ for _, id_, _ in everything if id_ not in used]
    if missing:
        instruments.append(
            {
                "id": free("pengamatan", ids),
                "title": Unfinished(f"{UNFINISHED} judul pengamatan"),
                "kind": "observation",
                "use": "final",
                "checklist": [
                    {
                        "id": Raw(f'"{at}"'),
                        "iuk": [Raw(id_)],
                        "text": Unfinished(f"{UNFINISHED} tulis yang diamati."),
                        "critical": False,
                    }
                    for at, id_ in enumerate(missing, 1)
                ],
                "decision_rule": Unfinished(f"{UNFINISHED} tulis kapan hasilnya Kompeten."),
            }
        )
    return _KEYS_HEAD + written({"instruments": instruments})


def _instruments(test: Test, ids: set[str], guess: str) -> Iterator[dict[str, object]]:
    """The instruments of a test: choices, open questions and a checklist are three kinds."""
    choices = [each for each in test.questions if len(each.options) >= _FEW_OPTIONS]
    others = [each for each in test.questions if each not in choices]
    kinds = [("written-choice", choices), ("written-essay", others)]
    instructions = "\n\n".join(test.instructions)
    for kind, questions in kinds:
        if questions:
            yield _test(test, kind, ids, instructions) | {
                "items": [_item(each, at, guess) for at, each in enumerate(questions, 1)],
                "decision_rule": Unfinished(f"{UNFINISHED} tulis kapan hasilnya Kompeten."),
            }
            instructions = ""
    if test.checklist:
        yield _test(test, "demonstration", ids, "") | {
            "task": instructions or Unfinished(f"{UNFINISHED} tulis tugasnya."),
            "checklist": [
                {"id": Raw(f'"{at}"'), "iuk": Unfinished([Raw(guess)]), "text": words, "critical": False}
                for at, words in enumerate(test.checklist, 1)
            ],
            "decision_rule": Unfinished(f"{UNFINISHED} tulis kapan hasilnya Kompeten."),
        }


def _test(test: Test, kind: str, ids: set[str], instructions: str) -> dict[str, object]:
    lowered = test.title.lower()
    use = "pretest" if "awal" in lowered or lowered.startswith("pre") else "final"
    return {
        "id": free(slug(test.title, 32) or "tes", ids),
        "title": test.title or Unfinished(f"{UNFINISHED} judul tes"),
        "kind": Unfinished(kind),
        "use": Unfinished(use),
        "instructions": instructions or None,
    }


def _item(question: Question, number: int, guess: str) -> dict[str, object]:
    made: dict[str, object] = {
        "id": Raw(f'"{number}"'),
        "iuk": Unfinished([Raw(guess)]),
        "stem": question.stem or Unfinished(f"{UNFINISHED} tulis soalnya."),
    }
    if len(question.options) >= _FEW_OPTIONS:
        letters = [chr(ord("a") + at) for at in range(len(question.options))]
        seen: set[str] = set()
        options = []
        for letter, (_, words) in zip(letters, question.options, strict=True):
            same = not words or words.casefold() in seen
            seen.add(words.casefold())
            options.append(
                {"id": letter, "text": Unfinished(f"{words} ({UNFINISHED} ganti, pilihan {letter} kembar)".strip())}
                if same
                else {"id": letter, "text": words}
            )
        made["options"] = options
        known = question.key in letters
        made["key"] = question.key if known else Unfinished("a", "kunci tidak ditemukan")
        made["explanation"] = question.explanation or None
        if question.key and not known:
            made["explanation"] = Unfinished(f"{UNFINISHED} kunci {question.key}")
    else:
        for sign, words in question.options:
            made["stem"] = f"{made['stem']} {sign}. {words}"
        answer = question.model or question.explanation
        made["model_answer"] = answer or Unfinished(f"{UNFINISHED} tulis contoh jawabannya.")
    return made
