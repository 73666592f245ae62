"""What the documentation says about files and blocks is so."""

import re
from pathlib import Path

import pytest

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, ROLES

ROOT = Path(__file__).resolve().parent.parent
PAGES = sorted([*ROOT.glob("*.md"), *(page for page in ROOT.glob("docs/**/*.md") if "_build" not in page.parts)])
AUTHORING = (ROOT / "docs" / "authoring.md").read_text(encoding="utf-8")
LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("name", [*BLOCKS, *FOREIGN_DIRECTIVES])
def test_every_block_is_in_the_guide_for_authors(name: str) -> None:
    assert f"`{name}`" in AUTHORING


@pytest.mark.parametrize("name", ROLES)
def test_every_role_is_in_the_guide_for_authors(name: str) -> None:
    assert f"{{{name}}}`" in AUTHORING


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_every_target_of_the_makefile_is_phony_and_explained() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    targets = set(re.findall(r"^([a-z]+):", makefile, re.MULTILINE))
    phony = re.search(r"^\.PHONY: (.*)", makefile, re.MULTILINE)
    assert phony
    assert targets == set(phony[1].split())
    assert targets - {"help"} == set(re.findall(r"make (\w+) ", makefile))
