"""`assessment.yaml` of a draft."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from curriculum_kit.importer.competence import ElementDraft
from curriculum_kit.importer.marks import Criterion
from curriculum_kit.importer.skeleton import MODULE_HEAD, numbered
from curriculum_kit.importer.store import free, slug
from curriculum_kit.importer.trials import Question, Test
from curriculum_kit.importer.yaml_writer import UNFINISHED, Raw, Unfinished, written

_KEYS_HEAD = "# Hanya untuk pelatih dan penilai.\n" + MODULE_HEAD
_FEW_OPTIONS = 2


def assessment(tests: Sequence[Test], elements: Sequence[ElementDraft]) -> str:
    """`assessment.yaml`: the tests of the file, then a checklist for every IUK that none of them assesses."""
    ids: set[str] = set()
    everything = list(numbered(elements))
    guess = next((id_ for _, id_, iuk in everything if iuk.domain == "knowledge"), everything[0][1])
    instruments: list[object] = []
    for test in tests:
        instruments += _instruments(test, ids, guess)
    used = {guess} if any(test.questions or test.checklist or test.rubric for test in tests) else set()
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
    """The instruments of a test: choices, open questions, and what is marked in a checklist or a rubric."""
    choices = [each for each in test.questions if len(each.options) >= _FEW_OPTIONS]
    others = [each for each in test.questions if each not in choices]
    instructions = "\n\n".join(test.instructions)
    rubric = [_criterion(each, at, guess) for at, each in enumerate(test.rubric, 1)] or None
    rule = Unfinished(f"{UNFINISHED} tulis kapan hasilnya Kompeten.")
    for kind, questions in (("written-choice", choices), ("written-essay", others)):
        if questions:
            is_last = kind == "written-essay" and not test.checklist
            yield _test(test, kind, ids, instructions) | {
                "items": [_item(each, at, guess) for at, each in enumerate(questions, 1)],
                "rubric": rubric if is_last else None,
                "decision_rule": rule,
            }
            instructions, rubric = "", None if is_last else rubric
    if test.checklist or rubric:
        is_attitude = "sikap" in test.title.lower()
        task = instructions or Unfinished(f"{UNFINISHED} tulis tugasnya.")
        yield _test(test, "attitude" if is_attitude else "demonstration", ids, instructions if is_attitude else "") | {
            "task": None if is_attitude else task,
            "checklist": [
                {"id": Raw(f'"{at}"'), "iuk": Unfinished([Raw(guess)]), "text": words, "critical": False}
                for at, words in enumerate(test.checklist, 1)
            ]
            or None,
            "rubric": rubric,
            "decision_rule": rule,
        }


def _criterion(criterion: Criterion, number: int, guess: str) -> dict[str, object]:
    return {
        "id": Raw(f'"{number}"'),
        "iuk": Unfinished([Raw(guess)]),
        "text": criterion.words,
        "levels": [
            {"score": score, "text": words or Unfinished(f"{UNFINISHED} tulis tingkat {score}")}
            for score, words in criterion.levels
        ],
    }


def _test(test: Test, kind: str, ids: set[str], instructions: str) -> dict[str, object]:
    lowered = test.title.lower()
    use = "pretest" if "awal" in lowered or lowered.startswith("pre") else test.use or "final"
    return {
        "id": free(slug(test.title, 32) or "tes", ids),
        "title": test.title or Unfinished(f"{UNFINISHED} judul tes"),
        "kind": Unfinished(kind),
        "use": Unfinished(use),
        "time_allowed": test.minutes or None,
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
