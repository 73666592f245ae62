"""Taught, practised, assessed: for a module whole, and for each programme with the sessions it lists."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.rules.examples import BASE, findings

SECOND_STEP = """\
    participants: Mengelompokkan biaya Sari.
    block: latihan-biaya
  - phase: closing
    minutes: 10
    kind: skill
    iuk: [2.1.3]
    method: Latihan
    participants: Memeriksa angka.
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The base with IUK 2.1.3 taught and practised in the first session instead of the second."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    edit(root, "kwu-01/sessions/01-biaya.md", "    minutes: 20\n", "    minutes: 10\n")
    edit(
        root,
        "kwu-01/sessions/01-biaya.md",
        "    participants: Mengelompokkan biaya Sari.\n    block: latihan-biaya\n",
        SECOND_STEP,
    )
    edit(root, "kwu-01/sessions/01-biaya.md", ":iuk: 1.1.1\n", ":iuk: 1.1.1, 2.1.3\n")
    edit(root, "kwu-01/sessions/02-hpp.md", "iuk: [2.1.2, 2.1.3]", "iuk: [2.1.2]")
    edit(root, "kwu-01/sessions/02-hpp.md", ":iuk: 2.1.3\n:group", ":iuk: 2.1.2\n:group")
    edit(root, "kwu-01/sessions/02-hpp.md", ":iuk: 2.1.3\n:response", ":iuk: 2.1.2\n:response")
    return root


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def add_programme(root: Path, session: str, knowledge: str, skill: str) -> None:
    """A second programme that lists one session."""
    text = (root / "programmes/dasar-2jp.yaml").read_text(encoding="utf-8")
    dropped = ({"01-biaya", "02-hpp"} - {session}).pop()
    text = text.replace(f"  - kwu-01/{dropped}\n", "").replace(f"        - {{session: kwu-01/{dropped}}}\n", "")
    text = text.replace("jp: {knowledge: 1, skill: 1}", f"jp: {{knowledge: {knowledge}, skill: {skill}}}")
    (root / "programmes/pendek.yaml").write_text(text, encoding="utf-8")
    edit(root, "curriculum.yaml", "publisher", "jp_minutes: 5\npublisher")  # so that every session is whole JP
    edit(
        root,
        "programmes/dasar-2jp.yaml",
        "        jp: {knowledge: 1, skill: 1}\n  - kind",
        "        jp: {knowledge: 9, skill: 9}\n  - kind",
    )
    edit(
        root,
        "programmes/dasar-2jp.yaml",
        "jp: {knowledge: 1, skill: 1}\nsessions",
        "jp: {knowledge: 9, skill: 9}\nsessions",
    )


def said(root: Path) -> list[str]:
    return [f"{f.span.file}:{f.span.line} {f.code} {f.message.format()}" for f in findings(root)]


def test_a_module_is_the_set_of_all_its_sessions(root: Path) -> None:
    assert said(root) == []


def test_a_programme_owes_the_whole_kuk_that_its_sessions_teach(root: Path) -> None:
    add_programme(root, "02-hpp", "4", "5")
    assert said(root) == [
        "programmes/pendek.yaml:34 ALIGN402 IUK 2.1.3 tidak diajarkan dalam sesi yang dipilih program ini",
        "programmes/pendek.yaml:34 ALIGN403 IUK 2.1.3 tidak dilatih dalam sesi yang dipilih program ini",
    ]


def test_what_the_module_lacks_is_said_once(root: Path) -> None:
    add_programme(root, "02-hpp", "4", "5")
    edit(root, "kwu-01/assessment.yaml", "iuk: [2.1.2, 2.1.3]", "iuk: [2.1.2]")
    assert [words for words in said(root) if "ALIGN404" in words] == [
        "kwu-01/module.yaml:49 ALIGN404 IUK 2.1.3 tidak dinilai"
    ]


def test_a_module_in_no_programme_is_checked_as_well(root: Path) -> None:
    (root / "programmes/dasar-2jp.yaml").unlink()
    edit(root, "kwu-01/assessment.yaml", "iuk: [1.1.1, 2.1.1]", "iuk: [2.1.1]")  # the pretest still asks for 1.1.1
    assert said(root) == ["kwu-01/module.yaml:35 ALIGN404 IUK 1.1.1 tidak dinilai"]


def test_a_module_without_sessions_or_assessment_is_two_findings(root: Path) -> None:
    (root / "programmes/dasar-2jp.yaml").unlink()
    (root / "kwu-01/assessment.yaml").unlink()
    shutil.rmtree(root / "kwu-01/sessions")
    (root / "kwu-01/media/alur.svg").unlink()
    edit(root, "kwu-01/module.yaml", "sessions:\n  - 01-biaya\n  - 02-hpp\n", "sessions: []\n")
    edit(root, "kwu-01/module.yaml", "    sessions: [01-biaya, 02-hpp]\n", "")
    edit(root, "kwu-01/module.yaml", "media_files:\n  - {file: alur.svg, licence: CC-BY-SA-4.0, credit: Penulis}\n", "")
    assert [words.split()[1] for words in said(root)] == ["ALIGN402", "ALIGN404"]


def test_a_session_without_a_file_is_one_finding(root: Path) -> None:
    (root / "programmes/dasar-2jp.yaml").unlink()
    (root / "kwu-01/sessions/02-hpp.md").unlink()
    edit(root, "kwu-01/sessions/01-biaya.md", "Lihat juga {ref}`latihan-hpp`.\n", "")
    assert [words.split()[1] for words in said(root)] == ["REF304"]


def test_reading_is_no_practice(root: Path) -> None:
    edit(
        root,
        "kwu-01/sessions/02-hpp.md",
        "::::{case} Harga Sari\n:name: kasus-sari\n:iuk: 2.1.1\n",
        "::::{case} Harga Sari\n:name: kasus-sari\n",
    )
    edit(
        root,
        "kwu-01/sessions/02-hpp.md",
        "Warung kopi mengeluarkan",
        ":::{reading} Warung\n:iuk: 2.1.1\n\nBacalah.\n:::\n\nWarung kopi mengeluarkan",
    )
    assert said(root) == ["kwu-01/module.yaml:47 ALIGN403 IUK 2.1.1 tidak dilatih"]


def test_a_misspelt_iuk_is_one_finding(root: Path) -> None:
    edit(root, "kwu-01/sessions/01-biaya.md", "iuk: [1.1.1]", "iuk: [1.1.7]")
    assert [words.split()[1] for words in said(root)] == ["REF301"]
