"""A curriculum and its catalogues make a curriculum in another language."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import has_errors
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.runner import render
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from curriculum_kit.translation import CLOSING, OPENING, Untranslated, translated
from tests.project import EXAMPLE, Project
from tests.translation.catalogues import translate

DAY = date(2025, 12, 1)
SESSION = "01-mengenal-biaya"


def english(modules: Path) -> Curriculum:
    loaded = load(modules)
    assert not has_errors(loaded.diagnostics)
    return translated(loaded.curriculum, "en")


@pytest.mark.parametrize("audience", list(Audience))
def test_the_same_words_make_the_same_edition(tmp_path: Path, audience: Audience) -> None:
    """A translation that says what the original says changes nothing but where lines end."""
    project = Project(tmp_path)
    translate(project.modules, lambda text: text, "kwu-05")
    curriculum = english(project.modules)
    assert curriculum.translation is not None
    assert all(share.whole for file, share in curriculum.translation.shares.items() if file.startswith("kwu-05"))
    original = render(EditionContext.of(load(EXAMPLE).curriculum, audience, DAY), tmp_path / "scratch")
    same = replace(curriculum, translation=None)  # with programmes, which a translation leaves out
    other = render(EditionContext.of(same, audience, DAY), tmp_path / "scratch")
    assert other.diagnostics == ()
    for kind in ("website", "books"):
        before, after = getattr(original, kind), getattr(other, kind)
        assert before.sessions.keys() == after.sessions.keys()
        assert before.drawings == after.drawings
        for parts in ("sessions", "fields"):
            for key, html in getattr(before, parts).items():
                assert getattr(after, parts)[key].split() == html.split(), key


def test_what_is_not_translated_stays_and_knows_it(tmp_path: Path) -> None:
    project = Project(tmp_path)
    translate(project.modules, lambda text: f"EN {text}" if len(text) % 2 else None, "kwu-05")
    module = english(project.modules).modules["kwu-05"]
    titles = {session.plan.record.title for session in module.sessions.values()}
    assert any(title.startswith("EN ") for title in titles)
    plain = [value for value in (module.record.title, *titles) if not value.startswith("EN ")]
    assert plain
    assert all(isinstance(value, Untranslated) for value in plain)
    document = module.sessions[SESSION].document
    assert OPENING in document.text
    assert document.text.count(OPENING) == document.text.count(CLOSING)
    assert not any(OPENING in block.argument for block in document.walk())
    assert not any(OPENING in option.value for block in document.walk() for option in block.options.values())


def test_a_session_of_which_little_is_translated_is_not_mixed(tmp_path: Path) -> None:
    project = Project(tmp_path)
    translate(project.modules, lambda text: f"EN {text}" if text.startswith("Mengenal") else None, "kwu-05")
    curriculum = english(project.modules)
    session = curriculum.modules["kwu-05"].sessions[SESSION]
    assert session.document.text == load(EXAMPLE).curriculum.modules["kwu-05"].sessions[SESSION].document.text
    assert curriculum.translation is not None
    assert not curriculum.translation.shares[session.document.file].is_begun


def test_an_old_translation_does_not_count(tmp_path: Path) -> None:
    project = Project(tmp_path)
    translate(project.modules, lambda text: f"EN {text}", "kwu-05")
    path = project.modules / "kwu-05/locale/en.po"
    title = load(EXAMPLE).curriculum.modules["kwu-05"].record.title
    words = path.read_text("utf-8")
    assert f'msgid "{title}"' in words
    path.write_text(words.replace(f'msgid "{title}"', f'#, fuzzy\nmsgid "{title}"'), "utf-8")
    record = english(project.modules).modules["kwu-05"].record
    assert record.title == title
    assert isinstance(record.title, Untranslated)


def test_a_module_without_translations_is_left_out(tmp_path: Path) -> None:
    project = Project(tmp_path)
    translate(project.modules, lambda _: None, "kwu-05")
    curriculum = english(project.modules)
    assert curriculum.offered() == ()
    assert curriculum.modules["kwu-05"].record == load(EXAMPLE).curriculum.modules["kwu-05"].record
    assert [module.id for module in load(EXAMPLE).curriculum.offered()] == ["kwu-05"]


def test_units_are_called_the_same_everywhere(tmp_path: Path) -> None:
    project = Project(tmp_path)
    translate(project.modules, lambda text: "packs" if text == "bungkus" else f"EN {text}", "kwu-05")
    curriculum = english(project.modules)
    units = {value.unit for case in curriculum.cases.values() for value in case.record.values}
    units |= {c.unit for s in curriculum.modules["kwu-05"].worksheets.values() for c in s.record.cells if c.unit}
    assert "packs" in units
    assert "bungkus" not in units
    assert "rupiah" in units
