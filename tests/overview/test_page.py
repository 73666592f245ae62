"""The page of the trainer site: the same numbers, in words and links."""

from __future__ import annotations

from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.report import OTHER_MODULES, Place, ReportPage, report_page
from curriculum_kit.source.curriculum import Curriculum
from tests.overview.curricula import AS_OF, ONE_SESSION, changed, example


def page_of(curriculum: Curriculum) -> ReportPage:
    return report_page(EditionContext.of(curriculum, Audience.TRAINER, AS_OF))


def test_hours_in_words() -> None:
    (section,) = page_of(example()).sections
    lines = [(line.level, line.place.words, line.minutes, line.jp, line.share, line.promise) for line in section.hours]
    assert lines[:2] == [
        ("module", "Modul 5: Menghitung biaya, HPP, dan harga jual", "180", ("1", "3", "4"), "75%", "1 + 3"),
        ("part", "5.1 Mengenal biaya usaha", "90", ("0,67", "1,33", "2"), "67%", ""),
    ]
    assert lines[-1] == ("sum", "Jumlah program", "180", ("1", "3", "4"), "75%", "1 + 3")
    assert all(line.is_kept for line in section.hours)


def test_blocks_are_called_and_linked_as_everywhere_else() -> None:
    """ "Latihan 5.2" is the second exercise of the module."""
    (section,) = page_of(example()).sections
    line = next(line for matrix in section.matrices for line in matrix.lines if line.id == "1.2.2")
    session = "kwu-05/01-mengenal-biaya.html"
    assert line.sessions == (Place("5.1", session),)
    assert line.blocks == (
        Place("Latihan 5.2", f"{session}#latihan-pilah-biaya"),
        Place("Latihan 5.4", f"{session}#latihan-biaya-sendiri"),
    )
    assert line.instruments == ("Esai jenis biaya", "Demonstrasi menghitung HPP dan harga jual")


def test_facts_say_where_they_are_used() -> None:
    page = page_of(example())
    fact = next(fact for fact in page.facts if fact.id == "pph-final-rate")
    assert (fact.age, fact.is_due, page.due) == ("13", False, 0)
    assert fact.places == (
        Place("Sesi 5.2", "kwu-05/02-menghitung-hpp.html"), Place("kwu-05/worksheets/hpp-keripik.yaml"),
    )  # fmt: skip


def test_a_broken_promise_and_a_module_beside_its_programme(tmp_path: Path) -> None:
    programme, others = page_of(changed(tmp_path, ONE_SESSION)).sections
    assert [line.is_kept for line in programme.hours if line.level != "part"] == [False, False]
    assert (others.title, [matrix.title for matrix in others.matrices]) == (
        OTHER_MODULES, ["Modul 1: Menghitung biaya dan HPP"],
    )  # fmt: skip
