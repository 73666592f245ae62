"""Help texts are short, fit the fault, and where they leave something out, the page that they name has it."""

from __future__ import annotations

from curriculum_kit.blocks import BLOCKS, COMMON_OPTIONS, FOREIGN_DIRECTIVES, GROUPS, TOPICS
from curriculum_kit.rules import rules
from curriculum_kit.source.front_matter import FrontMatter, split_front_matter
from curriculum_kit.source.habits import FEW, likely
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.validate import validate
from curriculum_kit.source.yaml_events import read_yaml

HEAD = "title: Biaya\nobjective: Mampu.\nplan:\n  - phase: core\n"
HEADS = {
    "below other lines": f"\n---\n{HEAD}---\n\nIsi.\n",
    "a long dash": f"\N{EM DASH}\n{HEAD}---\n\nIsi.\n",
    "no beginning": f"{HEAD}---\n\nIsi.\n",
    "no end": f"---\n{HEAD}",
    "no end before the text": f"---\n{HEAD}\n## Awal\n",
    "an end too early": "---\ntitle: Biaya\n---\nobjective: Mampu.\n---\n\nIsi.\n",
}


def test_every_fault_of_a_head_has_a_help_of_its_own() -> None:
    helps = {}
    for name, whole in HEADS.items():
        found = split_front_matter("kwu-01/sessions/01-biaya.md", whole)
        assert not isinstance(found, FrontMatter), name
        helps[name] = found.help.template
    assert len(set(helps.values())) == len(HEADS), helps


def test_an_unknown_key_is_helped_with_the_three_that_come_closest() -> None:
    yaml = read_yaml("kwu-01/module.yaml", "titlle: Biaya\n")
    _, found = validate(Module, yaml.data or {}, yaml.places)
    help = next(finding.help for finding in found if finding.code == "SCHEMA201").format()
    assert "antara lain title, " in help
    assert help.endswith("Semuanya: ck explain SCHEMA201.")
    assert len(help.split("antara lain ")[1].split(". ")[0].split(", ")) == FEW


def test_likely_words() -> None:
    assert likely("x", ("a", "b")) == ("a", "b")
    assert likely("judul", ("amount", "kind", "name", "title", "unit"))[0] == "title"
    assert len(likely("zzz", ("amount", "kind", "name", "title", "unit"))) == FEW


def test_the_page_of_ref313_lists_every_option_and_value() -> None:
    page = " ".join(rules()["REF313"].page.paragraphs)
    for name in COMMON_OPTIONS:
        assert f"`{name}`" in page
    clauses = page.split("Selain itu, ")[1].split(";")
    for block in BLOCKS.values():
        for option in block.options:
            clause = next(part for part in clauses if f"`{block.name}`" in part.split("menerima")[0])
            assert f"`{option}`" in clause, (block.name, option)
    for name, options in FOREIGN_DIRECTIVES.items():
        clause = page.split(f"`{name}` menerima ")[1].split(";")[0]
        assert all(f"`{option}`" in clause for option in options), name
    assert all(f"`{value}`" in page for value in (*GROUPS, *TOPICS))
