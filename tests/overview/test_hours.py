"""Hours, against sums worked out by hand from the plans."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

from curriculum_kit.overview.hours import hours, keeps, practice_share
from curriculum_kit.source.schema.programme import PromisedJp
from curriculum_kit.source.timing import Minutes, jp
from tests.overview.curricula import ONE_SESSION, base, changed, example

NOTHING = PromisedJp(knowledge=Decimal(0), skill=Decimal(0))


def test_the_example_as_summed_by_hand() -> None:
    """Session 1: 10 + 15 + 5 knowledge, 20 + 20 + 15 + 5 skill. Session 2: 5 + 10 and 25 + 15 + 25 + 10, break 10."""
    report = hours(example())
    (programme,) = report.programmes
    (module,) = programme.modules
    assert (report.jp_minutes, report.modules) == (45, ())
    assert [(row.number, row.minutes) for row in module.sessions] == [
        ("5.1", Minutes(30, 60)),
        ("5.2", Minutes(15, 75)),
    ]
    assert [(row.id, row.minutes) for row in module.elements] == [("1", Minutes(30, 60)), ("2", Minutes(15, 75))]
    assert module.minutes == programme.minutes == Minutes(45, 135)
    assert module.promised == programme.promised == PromisedJp(knowledge=Decimal(1), skill=Decimal(3))
    assert programme.stated == NOTHING
    assert programme.is_kept(45)


def test_jp_and_shares_are_rounded_half_up() -> None:
    assert [jp(minutes, 45) for minutes in (180, 30, 60, 0)] == [4, Decimal("0.67"), Decimal("1.33"), 0]
    assert jp(9, 8) == Decimal("1.13")  # 1.125
    assert [practice_share(Minutes(*parts)) for parts in ((45, 135), (30, 60), (15, 75), (7, 1))] == [75, 67, 83, 13]
    assert practice_share(Minutes()) is None


def test_a_programme_with_fewer_sessions_holds_less_and_the_module_is_told_whole(tmp_path: Path) -> None:
    report = hours(changed(tmp_path, ONE_SESSION))
    (programme,) = report.programmes
    (part,) = programme.modules
    assert [row.id for row in part.sessions] == ["01-biaya"]
    assert [(row.id, row.minutes) for row in part.elements] == [("1", Minutes(25, 20))]
    assert programme.minutes == Minutes(25, 20)
    assert not programme.is_kept(45)
    (whole,) = report.modules
    assert (whole.minutes, whole.promised) == (Minutes(45, 45), None)
    assert [(row.number, row.minutes) for row in whole.sessions] == [("1.1", Minutes(25, 20)), ("1.2", Minutes(20, 25))]


def test_stated_rows_are_part_of_the_promise(tmp_path: Path) -> None:
    report = hours(
        changed(
            tmp_path,
            ("programmes/dasar-2jp.yaml", "jp: {knowledge: 0, skill: 0}", "jp: {knowledge: 0, skill: 2.5}"),
            ("programmes/dasar-2jp.yaml", "\njp: {knowledge: 1, skill: 1}", "\njp: {knowledge: 1, skill: 3.5}"),
        )
    )
    (programme,) = report.programmes
    assert programme.stated == PromisedJp(knowledge=Decimal(0), skill=Decimal("2.5"))
    assert programme.is_kept(45)
    assert not keeps(programme.promised, programme.minutes, 45)
    assert keeps(PromisedJp(knowledge=Decimal("0.56"), skill=Decimal("1.44")), Minutes(25, 65), 45)
    assert not keeps(PromisedJp(knowledge=Decimal("0.55"), skill=Decimal("1.44")), Minutes(25, 65), 45)


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    """A session that is not there, and a module that nobody knows."""
    (programme,) = hours(
        changed(tmp_path, ("programmes/dasar-2jp.yaml", "  - kwu-01/02-hpp\n", "  - kwu-01/03-x\n  - kwu-09/01-x\n"))
    ).programmes
    assert [[row.id for row in module.sessions] for module in programme.modules] == [["01-biaya"]]


def test_the_base_as_summed_by_hand() -> None:
    (programme,) = hours(base()).programmes
    assert programme.minutes == Minutes(25 + 20, 20 + 25)
