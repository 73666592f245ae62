from __future__ import annotations

import inspect
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from curriculum_kit.diagnostics import Diagnostic, Severity
from curriculum_kit.source import habits, messages
from curriculum_kit.source.curriculum import Places
from curriculum_kit.source.model_shape import locate, marked
from curriculum_kit.source.schema import base
from curriculum_kit.source.schema.assessment import Assessment
from curriculum_kit.source.schema.base import MarkdownMark, Record
from curriculum_kit.source.schema.curriculum import Case, Centres, Glossary, Settings, Standard
from curriculum_kit.source.schema.facts import Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.release import Release
from curriculum_kit.source.schema.session import SessionPlan
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.source.validate import validate
from curriculum_kit.source.yaml_events import read_yaml

EXAMPLE = Path(__file__).parents[1] / "example" / "modules"
MODELS = (Assessment, Case, Centres, Facts, Glossary, Module, Programme, Release, SessionPlan, Settings, Standard,
          Worksheet)  # fmt: skip

CASE = "name: Sari\ntown: Pringsewu\nprovince: 18\nbusiness: keripik\nstory: Sari berjualan.\nvalues: []\n"
STEP = "title: A\nobjective: B\nplan:\n  - {phase: core, minutes: 5, kind: skill, participants: C}\n"


def check(model: type[Record], content: str) -> tuple[Diagnostic, ...]:
    yaml = read_yaml("f.yaml", content)
    assert yaml.data is not None, yaml.diagnostics
    record, found = validate(model, yaml.data, yaml.places)
    assert (record is None) == any(d.severity is Severity.ERROR for d in found)
    return found


def one(model: type[Record], content: str) -> Diagnostic:
    (found,) = check(model, content)
    return found


def said(found: Diagnostic) -> str:
    return f"{found.span.line}:{found.span.column} {found.code} {found.message.format()}"


@pytest.mark.parametrize(
    ("file", "model"),
    [("facts.yaml", Facts), ("curriculum.yaml", Settings), ("kwu-05/module.yaml", Module),
     ("kwu-05/assessment.yaml", Assessment), ("programmes/contoh-4jp.yaml", Programme)],
)  # fmt: skip
def test_the_example_fits(file: str, model: type[Record]) -> None:
    assert check(model, (EXAMPLE / file).read_text(encoding="utf-8")) == ()


def test_unknown_keys_stand_at_their_key_and_get_a_hint() -> None:
    found = one(SessionPlan, STEP.replace("minutes: 5,", "minutes: 5, metod: x,"))
    assert said(found) == '4:31 SCHEMA201 plan ke-1: kunci "metod" tidak dikenal; maksud Anda "method"?'
    assert "antara lain method, minutes, kind." in found.help.format()  # the nearest, not all


def test_unknown_keys_of_the_file_have_no_path() -> None:
    assert said(one(SessionPlan, STEP + "x: 1\n")) == '5:1 SCHEMA201 kunci "x" tidak dikenal'


@pytest.mark.parametrize(("written", "meant"), [("judul", "title"), ("Title", "title"), ("tujuan", "objective")])
def test_indonesian_keys_are_understood(written: str, meant: str) -> None:
    found = one(SessionPlan, STEP.replace(f"{meant}:", f"{written}:", 1))
    assert found.message.format() == f'kunci "{written}" tidak dikenal; maksud Anda "{meant}"?'


def test_a_text_cut_by_a_comma_is_explained() -> None:
    found = one(SessionPlan, STEP.replace("participants: C}", "participants: C, lalu D}"))
    assert found.code == "SCHEMA201"
    assert "tanda kutip" in found.help.format()


def test_missing_keys_are_one_finding_at_the_key_of_their_mapping() -> None:
    assert said(one(Case, CASE.replace("town: Pringsewu\n", "").replace("business: keripik\n", ""))) == (
        '1:1 SCHEMA202 kunci "town", "business" belum ada'
    )
    facts = (
        "facts:\n  - id: a\n    title: A\n    statement: B\n    legal_basis: C\n    status: in_force\n"
        "    checked_on: 2025-01-01\n    source_url: https://a.id\n    value:\n      kind: scalar\n      amount: 1\n"
    )
    assert said(one(Facts, facts)) == '9:5 SCHEMA202 value (facts ke-1): kunci "unit" belum ada'


def test_a_missing_key_in_an_item_of_a_list_stands_at_the_item() -> None:
    found = one(SessionPlan, STEP.replace("kind: skill, ", ""))
    assert said(found) == '4:6 SCHEMA202 plan ke-1: kunci "kind" belum ada'
    assert "knowledge, skill, break" in found.help.format()


def test_a_misspelt_required_key_is_one_finding() -> None:
    assert one(SessionPlan, STEP.replace("objective", "objectiv")).code == "SCHEMA201"


VALUES = [
    # kind, model, content with the value, value, what was meant, in the right spelling
    ("ck_boolean", Case, CASE + "example: @\n", "ya", "true"),
    ("ck_boolean", Case, CASE + "example: @\n", "tidak", "false"),
    ("ck_boolean", Case, CASE + "example: @\n", "no", "false"),
    ("ck_boolean", Case, CASE + "example: @\n", "Yes", "true"),
    ("ck_boolean", Case, CASE + "example: @\n", "mungkin", None),
    ("ck_whole", Settings, "class_size: @\n", "500.000", "500000"),
    ("ck_whole", Settings, "class_size: @\n", "lima", None),
    ("ck_whole", Settings, "class_size: @\n", "2.5", None),
    ("ck_whole", Settings, "class_size: @\n", "16 orang", "16"),
    ("ck_number", Programme, "jp: {knowledge: @, skill: 1}\n", '"0,5"', "0.5"),
    ("ck_number", Programme, "jp: {knowledge: @, skill: 1}\n", "Rp500.000", "500000"),
    ("ck_number", Programme, "jp: {knowledge: @, skill: 1}\n", '"1.250.000,75"', "1250000.75"),
    ("ck_number", Programme, "jp: {knowledge: @, skill: 1}\n", "25%", "25"),
    ("ck_number", Programme, "jp: {knowledge: @, skill: 1}\n", "1/2", None),
    ("ck_date", Facts, "facts: [{checked_on: @}]\n", "18-11-2025", "2025-11-18"),
    ("ck_date", Facts, "facts: [{checked_on: @}]\n", "18 November 2025", "2025-11-18"),
    ("ck_date", Facts, "facts: [{checked_on: @}]\n", "2025/1/8", "2025-01-08"),
    ("ck_date", Facts, "facts: [{checked_on: @}]\n", "31/02/2025", None),
    ("ck_clock", Programme, "day_plan: {days: [{start: @}]}\n", "08.00", "08:00"),
    ("ck_clock", Programme, "day_plan: {days: [{start: @}]}\n", "8:00", "08:00"),
    ("ck_clock", Programme, "day_plan: {days: [{start: @}]}\n", "25:00", None),
    ("ck_kebab_id", Glossary, "terms: [{id: @}]\n", "Biaya Bahan", "biaya-bahan"),
    ("ck_snake_id", Case, "values: [{id: @}]\n", "harga-jual", "harga_jual"),
    ("ck_snake_id", Case, "values: [{id: @}]\n", "1a", None),
    ("ck_element_id", Module, "elements: [{id: @}]\n", "A", None),
    ("ck_kuk_id", Module, "elements: [{kuk: [{id: @}]}]\n", "1", None),
    ("ck_iuk_id", SessionPlan, "plan: [{iuk: [@]}]\n", "1.2", None),
    ("ck_session_path", Programme, "sessions: [@]\n", "01-biaya", None),
    ("ck_web_address", Settings, "site_url: @\n", "www.kemnaker.go.id", "https://www.kemnaker.go.id"),
    ("ck_web_address", Settings, "site_url: @\n", "javascript:alert(1)", None),
    ("ck_province", Case, "province: @\n", "Lampung", None),
    ("ck_regency", Centres, "centres: [{regency: @}]\n", "1810", None),
    ("ck_version", Release, "version: @\n", "v1.2", "1.2.0"),
]


@pytest.mark.parametrize(("kind", "model", "content", "value", "meant"), VALUES)
def test_every_kind_of_value_has_its_own_sentence(
    kind: str, model: type[Record], content: str, value: str, meant: str | None
) -> None:
    wording = messages.VALUES[kind]
    (found,) = (d for d in check(model, content.replace("@", value)) if d.code == "SCHEMA203")
    message = found.message.format()
    assert found.message.template == wording.message.template
    assert value.strip('"') in message
    assert ("maksud Anda" in message) == (meant is not None)
    assert meant is None or f'maksud Anda "{meant}"?' in message
    assert found.help.format()
    if meant is None or kind not in habits.SAFE_TO_REPLACE:
        assert found.fix is None
    else:
        assert found.fix
        assert found.fix.span == found.span
        assert found.fix.replacement.strip('"') == meant


def test_no_kind_of_value_is_forgotten() -> None:
    kinds = set(re.findall(r'"(ck_[a-z_]+)"', inspect.getsource(base)))
    assert kinds <= set(messages.VALUES)
    assert kinds == {kind for kind, *_ in VALUES}


@pytest.mark.parametrize(("kind", "value"), [(kind, value) for kind, _, _, value, meant in VALUES if meant])
def test_what_was_meant_needs_no_correction(kind: str, value: str) -> None:
    meant = habits.MEANT[kind](value.strip('"'))
    assert meant is not None
    assert habits.MEANT[kind](meant) in {meant, None}


@pytest.mark.parametrize("written", ["010", "1:30"])
def test_octal_and_sexagesimal_numbers_do_not_exist(written: str) -> None:
    found = check(SessionPlan, STEP.replace("minutes: 5", f"minutes: {written}"))
    assert [d.code for d in found] == ([] if written == "010" else ["SCHEMA203"])


def test_numbers_that_only_look_right_are_found() -> None:
    values = "values:\n  - {id: a, label: A, amount: @, unit: rupiah}\n"
    found = one(Case, CASE.replace("values: []\n", values.replace("@", "500.000")))
    assert said(found) == '7:31 SCHEMA203 amount (values ke-1): "500.000" terbaca sebagai 500'
    assert "Tulis 500000 bila titik itu pemisah ribuan, 500 bila bukan" in found.help.format()
    doubt = one(Case, CASE.replace("values: []\n", values.replace("@", "12.375")))
    assert doubt.severity is Severity.WARNING
    for clear in ("12.3750", "0.125", "12.5", "500000", "1000.125"):
        assert check(Case, CASE.replace("values: []\n", values.replace("@", clear))) == ()


def test_days_that_are_in_no_calendar() -> None:
    (found,) = (d for d in check(Facts, "facts: [{checked_on: 2025-02-30}]") if d.code == "SCHEMA203")
    assert found.message.format() == 'checked_on (facts ke-1): tanggal "2025-02-30" tidak ada di kalender'


def test_too_small_numbers() -> None:
    found = one(SessionPlan, STEP.replace("minutes: 5", "minutes: 0"))
    assert found.message.format() == 'minutes (plan ke-1): "0" terlalu kecil; paling sedikit 1'


@pytest.mark.parametrize(
    ("written", "hint"),
    [("skil", "skill"), ("keterampilan", "skill"), ("Skill", "skill"), ("istirahat", "break"), ("xyz", None)],
)
def test_wrong_choices_list_the_right_ones(written: str, hint: str | None) -> None:
    found = one(SessionPlan, STEP.replace("kind: skill", f"kind: {written}"))
    tail = f'; maksud Anda "{hint}"?' if hint else ""
    words = f'4:37 SCHEMA204 kind (plan ke-1): "{written}" bukan salah satu dari knowledge, skill, break{tail}'
    assert said(found) == words


def test_unknown_variants_stand_at_their_kind() -> None:
    found = check(Facts, "facts:\n  - value: {kind: scaler, amount: 1}\n")
    assert said(found[0]) == (
        '2:19 SCHEMA204 value.kind (facts ke-1): "scaler" bukan salah satu dari scalar, range, tiers, table, text, '
        'date; maksud Anda "scalar"?'
    )


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (
            "facts:\n  - value: {}\n",
            '2:5 SCHEMA202 value (facts ke-1): kunci "kind" belum ada',
        ),
        (
            "facts:\n  - value: {kind: [a]}\n",
            '2:19 SCHEMA205 value.kind (facts ke-1) harus berupa satu nilai, bukan daftar; maksud Anda "a"?',
        ),
        (
            "facts:\n  - value: {kind: text, foo: 1}\n",
            '2:25 SCHEMA201 value (facts ke-1): kunci "foo" tidak dikenal',
        ),
        (
            "facts:\n  - value: {kind: text, text: a, foo: 1}\n",
            '2:34 SCHEMA201 value (facts ke-1): kunci "foo" tidak dikenal',
        ),
        (
            "facts:\n  - value: {kind: date, date: 1}\n",
            '2:31 SCHEMA203 value.date (facts ke-1): "1" bukan tanggal',
        ),
        (
            "facts:\n  - value: {kind: table, rows: [{cells: {x: {abov: 1}}}]}\n",
            '2:46 SCHEMA201 cells.x (facts ke-1, value.rows ke-1): kunci "abov" tidak dikenal; maksud Anda "above"?',
        ),
        (
            "facts:\n  - value: halo\n",
            '2:12 SCHEMA205 value (facts ke-1) harus berisi baris "kunci: nilai", bukan teks "halo"',
        ),
    ],
)
def test_variants_are_judged_as_what_they_claim_to_be(content: str, message: str) -> None:
    assert message in [said(found) for found in check(Facts, content)]


CELLS = "title: A\nmode: own\ninstructions: B\nrows:\n  - id: a\n    cells: {x: @}\n"


@pytest.mark.parametrize(
    ("cell", "finding"),
    [
        ("{answr: 1}", 'SCHEMA201 cells.x (rows ke-1): kunci "answr" tidak dikenal; maksud Anda "answer"?'),
        ("{}", 'SCHEMA202 cells.x (rows ke-1): kunci "answer" belum ada'),
        ("[a]", 'SCHEMA205 cells.x (rows ke-1) harus berupa satu nilai, bukan daftar; maksud Anda "a"?'),
        ("''", "SCHEMA203 cells.x (rows ke-1) kosong"),
        ("~", "SCHEMA205 cells.x (rows ke-1) kosong"),
    ],
)
def test_of_a_choice_of_types_only_the_one_meant_is_talked_about(cell: str, finding: str) -> None:
    assert said(one(Worksheet, CELLS.replace("@", cell))).endswith(finding)


@pytest.mark.parametrize(
    ("content", "finding"),
    [
        (
            STEP.replace("title: A", "title: [A]"),
            '1:8 SCHEMA205 title harus berupa satu nilai, bukan daftar; maksud Anda "A"?',
        ),
        (STEP.replace("title: A", "title:"), "1:1 SCHEMA205 title kosong"),
        (STEP.replace("title: A", "title: ''"), "1:8 SCHEMA203 title kosong"),
        (STEP + "media: a\n", '5:8 SCHEMA205 media harus berupa daftar, bukan teks "a"; maksud Anda "[a]"?'),
        (STEP + "media: {a: b}\n", '5:8 SCHEMA205 media harus berupa daftar, bukan baris "kunci: nilai"'),
        (STEP + "media:\n", "5:1 SCHEMA205 media kosong"),
        (STEP + "media: [~]\n", "5:9 SCHEMA205 media ke-1 kosong"),
        (
            STEP + "media: -kartu\n",
            '5:8 SCHEMA205 media harus berupa daftar, bukan teks "-kartu"; tidak ada spasi sesudah tanda hubung',
        ),
        (
            STEP + "  - phase:core\n",
            (
                '5:5 SCHEMA205 plan ke-2 harus berisi baris "kunci: nilai", bukan teks "phase:core"; '
                "tidak ada spasi sesudah titik dua"
            ),
        ),
        (STEP + "  - []\n", '5:5 SCHEMA205 plan ke-2 harus berisi baris "kunci: nilai", bukan daftar'),
    ],
)
def test_wrong_shapes_say_what_was_found(content: str, finding: str) -> None:
    assert said(one(SessionPlan, content)) == finding


def test_long_and_unprintable_values_are_cut_for_the_message() -> None:
    found = one(SessionPlan, STEP.replace("kind: skill", "kind: '" + "x\u200b" * 500 + "'"))
    assert len(found.message.format()) < 200
    assert found.message.format().isprintable()


def test_a_path_through_tags_of_unions_is_the_path_in_the_file() -> None:
    spot = locate(Facts, ("facts", 3, "value", "text", "text"))
    assert spot.loc == ("facts", 3, "value", "text")
    assert locate(Facts, ("facts", 3, "value", "text", "foo")).loc == ("facts", 3, "value", "foo")
    assert locate(Worksheet, ("rows", 0, "cells", "x", "FillAnswer", "y")).fields == ("answer",)


def test_markdown_fields_are_found_by_their_mark() -> None:
    yaml = read_yaml("f", (EXAMPLE / "kwu-05" / "assessment.yaml").read_bytes())
    assert yaml.data
    record = Assessment.model_validate(yaml.data)
    found = {loc for loc, _ in marked(record, MarkdownMark)}
    keys = {str([part for part in loc if isinstance(part, str)][-1]) for loc in found}
    assert keys == {"instructions", "conditions", "task", "stem", "text", "explanation", "model_answer",
                    "decision_rule"}  # fmt: skip
    assert ("instruments", 0, "items", 0, "options", 0, "text") in found
    assert all(loc in yaml.places.values for loc in found)


DATA = st.recursive(
    st.none() | st.sampled_from(["", "1", "skill", "text", "table", "1.1.1", "a-b", "500.000", "{x}", "ya"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(sorted({name for model in MODELS for name in model.model_fields} | {"kind", "x", "id"})),
            inner,
            max_size=5,
        )
    ),
    max_leaves=25,
)


@given(st.sampled_from(MODELS), st.dictionaries(st.sampled_from(["x", *Facts.model_fields, *Worksheet.model_fields,
       *SessionPlan.model_fields, *Module.model_fields, *Programme.model_fields]), DATA, max_size=6))  # fmt: skip
def test_nothing_that_yaml_can_hold_raises(model: type[Record], data: dict[str, object]) -> None:
    record, found = validate(model, data, Places("f.yaml"))  # type: ignore[arg-type]
    assert record is not None or found
    for diagnostic in found:
        assert diagnostic.message.format()
        assert diagnostic.help.format()
