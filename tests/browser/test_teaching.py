"""Teaching with the website: the plan as a time line, the clock, preparation, paper and calendar, in a real browser."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import Any

import icalendar
import pytest

from tests.browser.sites import node
from tests.project import Project

NOTES = """\
:::{tip} Catat hari ini
Tulis belanja hari ini di halaman pertama.
:::

:::{trainer-note} Bila waktu sempit
:topic: stretch

Lewati kiat ini.
:::

:::{trainer-note} Bila peserta ragu
:topic: support

Tunjukkan catatan Sari.
:::

"""
pytestmark = pytest.mark.xdist_group("browser")


@pytest.fixture(scope="module")
def sites(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both websites of the example, with two notes that follow a block."""
    project = Project(tmp_path_factory.mktemp("mengajar"))
    project.edit(
        "kwu-05/sessions/01-mengenal-biaya.md",
        "::::{check} Tetap atau variabel",
        f"{NOTES}::::{{check}} Tetap atau variabel",
    )
    return project.build("--only", "site").folder / "build-partial"


def _see(sites: Path, scenario: str) -> Any:
    """What `teaching.mjs` saw; a script error anywhere fails the test."""
    seen = node("teaching.mjs", *((sites / audience).as_uri() for audience in ("trainer", "participant")), scenario)
    assert not isinstance(seen, dict) or seen.pop("errors", []) == []
    return seen


def test_the_plan_is_a_time_line(sites: Path) -> None:
    """Each step is as wide as it is long (as high on a phone), begins its phase visibly and leads to its block."""
    seen = _see(sites, "timeline")
    bar = seen["bar"]
    assert [link["words"] for link in bar] == list("1234567")
    assert [link["phase"] for link in bar] == ["Pembukaan", "Inti", "", "", "", "Penutup", ""]
    assert bar[1]["width"] > bar[2]["width"] > bar[6]["width"] >= 44
    assert bar[1]["width"] == pytest.approx(bar[3]["width"], abs=1)
    assert seen["place"] == bar[3]["href"] == "#latihan-pilah-biaya"
    assert 0 <= seen["top"] < 400
    assert not seen["barOnPhone"]
    minutes = (10, 20, 15, 20, 15, 5, 5)
    assert seen["heights"] == pytest.approx([seen["heights"][0] / 10 * each for each in minutes])


def test_the_clock_shows_where_the_class_should_be(sites: Path) -> None:
    """It survives a reload, can be shifted and paused, and speaks only when the step changes."""
    seen = _see(sites, "clock")
    assert seen["before"] is None
    assert seen["start"] == {
        "where": "Seharusnya di langkah 1: Laris, tetapi uang habis",
        "rest": "Sisa 10 menit, sampai 08.10. Sesi 90 menit.",
    }
    assert seen["focus"] == "Jeda"
    assert seen["later"]["where"].startswith("Seharusnya di langkah 3: ")
    assert seen["later"]["rest"] == "Sisa 10 menit, sampai 08.45. Sesi 55 menit."
    assert seen["current"] == ["langkah-3"]
    assert [words.split(":")[0] for words in seen["said"]] == [f"Seharusnya di langkah {step}" for step in (2, 3)]
    assert 0 <= seen["bottom"] <= 1
    assert min(seen["targets"]) >= 44
    assert seen["reloaded"] == seen["later"]
    assert seen["back"] == ["langkah-2"]
    assert seen["paused"]["rest"] == "Sisa 15 menit, dijeda. Sesi 60 menit."
    assert seen["pausedAfterReload"] == seen["paused"]
    assert seen["resumed"]["rest"].startswith("Sisa 10 menit, ")
    assert seen["jump"] == "#baca-jenis-biaya"
    assert seen["overflow"] == 0
    assert seen["over"] == {"where": "Waktu sesi habis", "rest": "Lewat 15 menit."}
    assert seen["other"] is None
    assert (seen["ended"], seen["marked"]) == (None, [])
    assert seen["neverBeforeStart"]["rest"].startswith("Sisa 10 menit, ")
    assert seen["twoDaysLater"] is None


def test_the_keyboard_alone_is_enough(sites: Path) -> None:
    """Start, shift and end the clock; open a day."""
    seen = _see(sites, "keyboard")
    assert seen["begin"]
    assert seen["day"]
    assert seen["shifted"]["where"].startswith("Seharusnya di langkah 2: ")
    assert seen["ended"] is None
    assert seen["focus"] == "Mulai jam"
    assert seen["open"] == [True, True]


def test_every_view_is_clean(sites: Path) -> None:
    """No axe finding and no sideways scroll: 360 px, 200 % zoom (half a screen), wide and very wide; light and dark."""
    views = _see(sites, "views")
    assert len(views) == 24
    assert [view for view in views if view["overflow"] or view["axe"]] == []


def test_notes_stand_beside_what_they_follow(sites: Path) -> None:
    """On a wide screen in the margin, else directly below."""
    seen = _see(sites, "beside")
    block, first, second = seen["wide"]
    assert first["left"] == second["left"] >= block["right"]
    assert first["top"] == pytest.approx(block["top"], abs=1)
    assert second["top"] >= first["bottom"]
    block, first, second = seen["narrow"]
    assert first["left"] == second["left"] == block["left"]
    assert block["bottom"] <= first["top"] < first["bottom"] <= second["top"]


def test_a_session_is_printed_with_its_answers(sites: Path) -> None:
    """Black on white without menus, whatever the theme; on the screen the answers fold again."""
    seen = _see(sites, "print")
    assert seen["printed"]
    assert seen["shut"] == seen["shutAgain"] > 0
    assert seen["shutOnPaper"] == seen["shutAfterAll"] == 0
    assert seen["chrome"] == 0
    assert seen["ink"] == "rgb(0, 0, 0)"


def test_a_day_is_prepared_from_its_list(sites: Path) -> None:
    """Each thing once with its sessions; ticks stay; a day is printed alone; its sessions follow its order."""
    seen = _see(sites, "programme")
    first, second = seen["prep"]
    assert "Tes awal (modul 5): 16 lembar" in first
    assert "Kartu biaya sesi 5.1" in first
    assert sum(thing.startswith("Buku kerja peserta") for thing in first) == 1
    assert not [thing for thing in (*first, *second) if "di buku kerja" in thing]
    assert any("HPP" in thing and thing.endswith("16 lembar sesi 5.2") for thing in second)
    assert seen["open"] == [True, True]
    assert seen["count"] == f"1 dari {len(second)} siap"
    assert sum(map(sum, seen["kept"])) == 1
    assert seen["kept"][1][1]
    assert seen["printed"] == ["h1", "Hari kedua"]
    assert seen["turn"] == [
        ["← Mengenal biaya usaha", "01-mengenal-biaya.html"],
        ["Hari kedua, Menghitung biaya dan harga jual", "contoh-4jp.html#hari-2"],
    ]
    assert seen["turnWithout"] == 1


def test_the_calendar_is_a_calendar(sites: Path) -> None:
    """RFC 5545 as another program reads it: dates, zone, place; the same events when made again."""
    seen = _see(sites, "calendar")
    assert seen["friday"] == ["Jumat, 6 Maret 2026", "Senin, 9 Maret 2026"]
    assert seen["saturday"] == ["Jumat, 6 Maret 2026", "Sabtu, 7 Maret 2026"]
    assert seen["focus"] == "Pakai lagi"
    assert [words.split(":")[0] for words in seen["skipped"]] == [
        "Jumat, 6 Maret 2026",
        "Senin, 9 Maret 2026",
        "Selasa, 10 Maret 2026",
    ]
    assert seen["skipped"][1].endswith("dilewati")
    assert seen["name"] == "jadwal-contoh-4jp.ics"
    assert seen["none"] == "Pilih paling sedikit satu hari belajar."

    text = seen["days"]
    assert text.count("\n") == text.count("\r\n")
    assert max(len(line.encode()) for line in text.split("\r\n")) <= 75
    first, second = icalendar.Calendar.from_ical(text).walk("VEVENT")
    assert first.decoded("dtstart").isoformat() == "2026-03-06T08:00:00+09:00"
    assert first.decoded("dtend") - first.decoded("dtstart") == timedelta(minutes=130)
    assert second.decoded("dtstart").isoformat() == "2026-03-10T08:00:00+09:00"
    assert first["summary"] == "Hari pertama: Menghitung biaya dan harga jual"
    assert first["location"] == "BLK Sorong; ruang A, lantai 2\\B"
    assert str(first["description"]).splitlines()[:3] == [
        "08.00–08.10 Pembukaan",
        "08.10–08.30 Tes awal",
        "08.30–10.00 Mengenal biaya usaha",
    ]
    (zone,) = icalendar.Calendar.from_ical(text).walk("VTIMEZONE")
    assert zone["tzid"] == "Asia/Jayapura"
    events = [icalendar.Calendar.from_ical(seen[key]).walk("VEVENT") for key in ("days", "again")]
    assert [event["uid"] for event in events[0]] == [event["uid"] for event in events[1]]
    assert events[0][0].decoded("dtstamp") < events[1][0].decoded("dtstamp")
    slots = icalendar.Calendar.from_ical(seen["slots"]).walk("VEVENT")
    assert len(slots) == len({event["uid"] for event in slots}) == 8
    assert slots[-1]["summary"] == "Penutupan dan evaluasi"


def test_without_scripts_everything_is_there(sites: Path) -> None:
    """Plan, menu, folded answers and days; only the form that needs a script stays away."""
    assert _see(sites, "plain") == {
        "steps": 7,
        "first": True,
        "menu": True,
        "answer": True,
        "slots": True,
        "form": False,
    }


def test_participants_get_the_schedule_alone(sites: Path) -> None:
    """Nothing to prepare, no plan, no trainer's script on their pages."""
    programme = (sites / "participant/program/contoh-4jp.html").read_text("utf-8")
    assert "08.30–10.00" in programme
    assert "<form class=calendar" in programme
    for words in ("persiapan", "checkbox"):
        assert words not in programme.split("<form class=calendar")[0]
    session = (sites / "participant/kwu-05/01-mengenal-biaya.html").read_text("utf-8")
    for words in ("mengajar.js", "Rencana sesi", "Kartu biaya</"):
        assert words not in session
