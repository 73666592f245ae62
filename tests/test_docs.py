"""What the documentation says about files and blocks is so."""

import re
from pathlib import Path

import pytest

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, ROLES
from curriculum_kit.rules import rules
from curriculum_kit.texts import translator
from tools.rule_pages import FAMILIES, families, write_pages

ROOT = Path(__file__).resolve().parent.parent
GENERATED = {"_build", "rules"}
RULE_PAGES = {ROOT / "docs" / "reference" / "rules" / f"{name.lower()}.md" for name in ("index", *families())}
PAGES = sorted([*ROOT.glob("*.md"), *(p for p in ROOT.glob("docs/**/*.md") if GENERATED.isdisjoint(p.parts))])
AUTHORING = (ROOT / "docs" / "how-to" / "authoring.md").read_text(encoding="utf-8")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("name", [*BLOCKS, *FOREIGN_DIRECTIVES])
def test_every_block_is_in_the_guide_for_authors(name: str) -> None:
    assert f"`{name}`" in AUTHORING


@pytest.mark.parametrize("name", ROLES)
def test_every_role_is_in_the_guide_for_authors(name: str) -> None:
    assert f"{{{name}}}`" in AUTHORING


def test_every_rule_has_its_place_in_the_documentation_in_both_languages(tmp_path: Path) -> None:
    english = translator("en")
    assert english
    assert set(families()) <= set(FAMILIES)
    for language, about in (("en", 0), ("id", 1)):
        folder = tmp_path / language
        write_pages(folder, language)
        index = (folder / "index.md").read_text("utf-8")
        for family, members in families().items():
            assert f"[{family}]({family.lower()}.md)" in index
            page = (folder / f"{family.lower()}.md").read_text("utf-8")
            assert page.startswith(f"# {family}: {FAMILIES[family][about]}\n")
            assert all(f"\n## {rule.code}\n" in page for rule in members)
    for members in families().values():
        for rule in members:
            assert english(rule.page.title) != rule.page.title, f"{rule.code} has no English title"
            assert all(english(words) != words for words in rule.page.paragraphs), f"{rule.code} has no English page"


def test_there_are_at_least_fifty_rules_in_all_the_families_that_authors_need() -> None:
    assert len(rules()) >= 50
    wanted = "YAML SCHEMA REF ALIGN TIME ASSESS PBK FACT LANG A11Y OFFLINE SAFE SIZE"
    assert set(wanted.split()) <= set(families())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    missing = {target for target in targets if not (page.parent / target).exists()}
    assert {target for target in missing if (page.parent / target).resolve() not in RULE_PAGES} == set()


def test_every_target_of_the_makefile_is_phony_and_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    assert phony
    assert targets == set(phony[1].split())
    assert targets - {"help"} == set(re.findall(r"make ([\w-]+) ", makefile))
