"""`ck translate` and the report on translations."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Ck, spoil
from tests.translation.catalogues import filled


def test_a_first_catalogue_is_written_for_the_module_that_is_named(ck: Ck, project: Path) -> None:
    result = ck("translate", "en", "--module", "kwu-01")
    assert result.code == 0
    first, second = result.out.splitlines()
    assert first.startswith("locale/en.po: 0 dari ")
    assert second.startswith("kwu-01/locale/en.po: 0 dari ")
    assert (project / "modules/locale/en.po").is_file()
    assert not list(project.rglob(".en.po.new"))
    assert ck("check", "--as-of", "2025-12-01").out == "Tidak ada temuan.\n"


def test_without_a_name_only_begun_modules_are_renewed(ck: Ck, project: Path) -> None:
    assert ck("translate", "en").out.count("\n") == 1
    assert not (project / "modules/kwu-01/locale").exists()
    ck("translate", "en", "--module", "kwu-01")
    assert ck("translate", "en").out.count("\n") == 2


def test_a_second_run_changes_nothing(ck: Ck, project: Path) -> None:
    ck("translate", "en", "--module", "kwu-01")
    files = sorted(project.rglob("*.po"))
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files}
    ck("translate", "en")
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in files} == before


def test_what_authors_change_is_reported_as_stale(ck: Ck, project: Path) -> None:
    ck("translate", "en", "--module", "kwu-01")
    path = project / "modules/kwu-01/locale/en.po"
    path.write_text(filled(path.read_text("utf-8"), lambda text: f"EN {text}"), "utf-8")
    assert _module(ck)["translated"] == _module(ck)["texts"] > 20
    spoil(project, "kwu-01/module.yaml", "text: Terbitan pertama.", "text: Terbitan yang pertama.")
    behind = _module(ck)
    assert (behind["stale"], behind["missing"], behind["not_in_catalogue"]) == (0, 1, 1)
    assert "! Ada teks yang belum masuk katalog. Jalankan `ck translate en`." in ck("report", "translations").out
    assert ", 1 usang, 1 baru, 0 tidak dipakai lagi." in ck("translate", "en").out
    stale = _module(ck)
    assert (stale["stale"], stale["missing"], stale["not_in_catalogue"]) == (1, 0, 0)
    assert "1 usang" in ck("report").out


def test_the_report_tells_when_there_is_nothing(ck: Ck, project: Path) -> None:  # noqa: ARG001 - the working folder
    assert ck("report", "translations").out == "Tidak ada terjemahan. Mulailah dengan `ck translate`.\n"
    assert json.loads(ck("report", "translations", "--format", "json").out)["languages"] == []


def test_a_language_that_is_not_published_is_named_as_such(ck: Ck, project: Path) -> None:  # noqa: ARG001
    ck("translate", "en", "--module", "kwu-01")
    assert ck("report", "translations").out.startswith("Terjemahan ke bahasa en (tidak diterbitkan)\n")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("fr",), "pilihannya: en"),
        (("en", "--module", "kwu-1"), 'Tidak ada modul "kwu-1"; maksud Anda "kwu-01"?'),
        (("en", "tidak-ada"), "tidak-ada"),
    ],
)
def test_wrong_use_is_told(ck: Ck, project: Path, words: tuple[str, ...], said: str) -> None:  # noqa: ARG001
    result = ck("translate", *words)
    assert result.code == 2
    assert said in result.err


def test_nothing_is_written_for_a_curriculum_that_cannot_be_read(ck: Ck, project: Path) -> None:
    ck("translate", "en", "--module", "kwu-01")
    before = (project / "modules/kwu-01/locale/en.po").read_bytes()
    spoil(project, "kwu-01/module.yaml", "number: 1\n", "nomer: 1\n")
    assert ck("translate", "en").code == 1
    assert (project / "modules/kwu-01/locale/en.po").read_bytes() == before


def test_a_broken_catalogue_is_never_written_over(ck: Ck, project: Path) -> None:
    ck("translate", "en", "--module", "kwu-01")
    path = project / "modules/kwu-01/locale/en.po"
    path.write_text(path.read_text("utf-8") + 'mgsid "x"\n', "utf-8")
    before = path.read_bytes()
    result = ck("translate", "en")
    assert (result.code, "TRANS891" in result.out) == (1, True)
    assert path.read_bytes() == before


def test_catalogues_of_other_languages_are_not_read(ck: Ck, project: Path) -> None:
    folder = project / "modules/locale"
    folder.mkdir()
    folder.joinpath("fr.po").write_text("", "utf-8")
    assert '"locale/fr.po" tidak dikenal dan tidak dibaca' in ck("check", "--as-of", "2025-12-01").out


def _module(ck: Ck) -> dict[str, int]:
    report = json.loads(ck("report", "translations", "--format", "json").out)
    part: dict[str, int] = next(part for part in report["languages"][0]["parts"] if part["id"] == "kwu-01")
    return part
