"""A session that moves takes its number and everything that mentions it along; what nobody can know is asked."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.renaming import Kind, Refused, Target, moved, outcome, renamed
from curriculum_kit.source.loader import load
from curriculum_kit.starting import new_module, new_session
from tests.cli.conftest import Ck
from tests.project import EXAMPLE
from tests.renaming.curricula import carried_out, contents, findings

AS_OF = date(2025, 12, 1)
IUK = {"1.1.1": "1.1.1", "1.1.2": "1.1.2", "1.1.3": "1.1.3"}
SHEET = """title: Menghitung kembalian
mode: practice
instructions: Hitunglah kembaliannya, lalu bandingkan dengan {calc}`kembalian.change`.
cells:
  - {id: paid, label: Uang pembeli, type: rupiah, kind: given, value: 50000}
  - {id: price, label: Harga, type: rupiah, kind: given, value: 35000}
  - {id: change, label: Kembalian, type: rupiah, kind: computed, formula: paid - price}
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """The example with a second module of three sessions."""
    root = shutil.copytree(EXAMPLE, tmp_path / "modules")
    new_module(load(root).curriculum, "kwu-06", "Melayani pembeli").write()
    for title in ("Mengenal pembeli", "Melayani pembeli", "Menjaga pembeli"):
        loaded = load(root).curriculum
        new_session(loaded, loaded.modules["kwu-06"], title).write()
    return root


def move(root: Path, session: str, module: str, number: int, iuk: dict[str, str] | None = None) -> None:
    loaded = load(root).curriculum
    home, _, id = session.partition("/")
    carried_out(moved(loaded, loaded.modules[home], id, Target(loaded.modules[module], number), iuk), AS_OF)


def files(root: Path, module: str = "kwu-06") -> list[str]:
    return sorted(path.stem for path in (root / module / "sessions").iterdir())


def listed(root: Path, module: str = "kwu-06") -> list[str]:
    return list(load(root).curriculum.modules[module].record.sessions)


def test_within_a_module_everybody_is_renumbered_and_back(root: Path) -> None:
    before, said = contents(root), findings(root, AS_OF)
    move(root, "kwu-06/03-menjaga-pembeli", "kwu-06", 0)
    assert files(root) == listed(root) == ["01-menjaga-pembeli", "02-mengenal-pembeli", "03-melayani-pembeli"]
    assert sorted(code for code, *_ in findings(root, AS_OF)) == sorted(code for code, *_ in said)
    move(root, "kwu-06/01-menjaga-pembeli", "kwu-06", 2)
    assert contents(root) == before


def test_programmes_and_the_history_of_the_module_follow(root: Path) -> None:
    move(root, "kwu-05/02-menghitung-hpp", "kwu-05", 0)
    record = load(root).curriculum.programmes["contoh-4jp"].record
    assert record.sessions == ("kwu-05/02-mengenal-biaya", "kwu-05/01-menghitung-hpp")
    assert [slot.session for day in record.day_plan.days for slot in day.slots if slot.session] == list(record.sessions)
    assert load(root).curriculum.modules["kwu-05"].record.changes[0].sessions == (
        "02-mengenal-biaya",
        "01-menghitung-hpp",
    )
    assert {code for code, *_ in findings(root, AS_OF)} == {"FILL881"}


def test_comments_stay_with_their_session(root: Path) -> None:
    path = root / "kwu-05" / "module.yaml"
    listing = "  - 01-mengenal-biaya     # hari pertama\n  # jeda seminggu\n  - 02-menghitung-hpp\n"
    words = path.read_text("utf-8").replace("  - 01-mengenal-biaya\n  - 02-menghitung-hpp\n", listing)
    path.write_text(words, "utf-8")
    move(root, "kwu-05/02-menghitung-hpp", "kwu-05", 0)
    new = "  - 01-menghitung-hpp\n  # jeda seminggu\n  - 02-mengenal-biaya     # hari pertama\n"
    assert new in path.read_text("utf-8")


def test_into_another_module_with_the_iuk_that_are_meant(root: Path) -> None:
    move(root, "kwu-06/02-melayani-pembeli", "kwu-05", 1, IUK | {"1.1.3": "1.2.3", "1.1.2": "1.2.2"})
    assert files(root) == listed(root) == ["01-mengenal-pembeli", "02-menjaga-pembeli"]
    assert (
        files(root, "kwu-05")
        == listed(root, "kwu-05")
        == [
            "01-mengenal-biaya",
            "02-melayani-pembeli",
            "03-menghitung-hpp",
        ]
    )
    session = load(root).curriculum.session("kwu-05/02-melayani-pembeli")
    assert session
    assert {iuk for step in session.plan.record.plan for iuk in step.iuk} == {"1.1.1", "1.2.2", "1.2.3"}
    assert {iuk for block in session.document.walk() for iuk in block.iuk} == {"1.1.1", "1.2.2", "1.2.3"}


def test_iuk_with_the_same_words_need_no_answer(root: Path) -> None:
    loaded = load(root).curriculum
    new_module(loaded, "kwu-07", "Menjaga pembeli").write()
    loaded = load(root).curriculum
    new_session(loaded, loaded.modules["kwu-07"], "Menyapa").write()
    move(root, "kwu-06/03-menjaga-pembeli", "kwu-07", 1)
    assert listed(root, "kwu-07") == ["01-menyapa", "02-menjaga-pembeli"]


def test_names_are_written_from_afar_where_a_module_border_lies_between(root: Path) -> None:
    first, second = (
        root / "kwu-06" / "sessions" / f"{name}.md" for name in ("01-mengenal-pembeli", "02-melayani-pembeli")
    )
    append(first, "\nLihat [sesi berikut](02-melayani-pembeli.md) dan {ref}`latihan-melayani-pembeli`.\n")
    append(second, "\nIngat {ref}`latihan-mengenal-pembeli` dan {ref}`kwu-05/latihan-penyusutan`.\n")
    before = contents(root)
    move(root, "kwu-06/02-melayani-pembeli", "kwu-05", 2, IUK)
    here = (root / "kwu-05" / "sessions" / "03-melayani-pembeli.md").read_text("utf-8")
    assert here.endswith("Ingat {ref}`kwu-06/latihan-mengenal-pembeli` dan {ref}`kwu-05/latihan-penyusutan`.\n")
    assert first.read_text("utf-8").endswith(
        "[sesi berikut](../../kwu-05/sessions/03-melayani-pembeli.md) dan {ref}`kwu-05/latihan-melayani-pembeli`.\n"
    )
    back = before["kwu-06/sessions/02-melayani-pembeli.md"].decode().splitlines()
    assert [line for line in back if line not in here.splitlines()] == back[-1:]


def test_a_worksheet_that_nobody_else_uses_comes_along(root: Path) -> None:
    sheets = root / "kwu-06" / "worksheets"
    sheets.mkdir()
    (sheets / "kembalian.yaml").write_text(
        SHEET.replace(", lalu bandingkan dengan {calc}`kembalian.change`", ""), "utf-8"
    )
    second = root / "kwu-06" / "sessions" / "02-melayani-pembeli.md"
    words = second.read_text("utf-8").replace(":response: lines 6", ":response: table kembalian")
    second.write_text(
        words.replace("hanya terlihat oleh pelatih)", "hanya untuk pelatih) {calc}`kembalian.change`"), "utf-8"
    )
    first = root / "kwu-06" / "sessions" / "01-mengenal-pembeli.md"
    words = first.read_text("utf-8")
    first.write_text(
        words.replace("hanya terlihat oleh pelatih)", "hanya untuk pelatih) {calc}`kembalian.change`"), "utf-8"
    )
    move(root, "kwu-06/02-melayani-pembeli", "kwu-05", 2, IUK)
    assert not sheets.exists()
    assert (root / "kwu-05" / "worksheets" / "kembalian.yaml").is_file()
    assert "{calc}`kembalian.change`" in (root / "kwu-05" / "sessions" / "03-melayani-pembeli.md").read_text("utf-8")
    assert "{calc}`kwu-05/kembalian.change`" in first.read_text("utf-8")


def test_pages_of_other_modules_follow_a_module_with_a_new_name(root: Path) -> None:
    page = root / "kwu-05" / "sessions" / "01-mengenal-biaya.md"
    append(
        page,
        "\nLihat [pembeli](../../kwu-06/sessions/01-mengenal-pembeli.md) dan {ref}`kwu-06/baca-mengenal-pembeli`.\n",
    )
    said = findings(root, AS_OF)
    carried_out(renamed(load(root).curriculum, Kind.MODULE, "kwu-06", "pembeli"), AS_OF)
    assert not (root / "kwu-06").exists()
    assert page.read_text("utf-8").endswith(
        "\nLihat [pembeli](../../pembeli/sessions/01-mengenal-pembeli.md) dan {ref}`pembeli/baca-mengenal-pembeli`.\n"
    )
    assert findings(root, AS_OF) == said


def test_a_release_knows_things_by_their_new_names(root: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    assert ck("release", "1.0.0", "--as-of", "2025-12-01").code == 0
    file = root / "releases" / "1.0.0.json"
    before = file.read_text("utf-8")
    steps = [
        (Kind.SESSION, "kwu-05/01-mengenal-biaya", "01-biaya-usaha"),
        (Kind.FACT, "pph-final-rate", "tarif-pph"),
        (Kind.TERM, "markup", "tambahan-laba"),
        (Kind.WORKSHEET, "kwu-05/hpp-keripik", "hpp-pisang"),
        (Kind.MODULE, "kwu-05", "biaya"),
    ]
    for kind, old, new in steps:
        carried_out(renamed(load(root).curriculum, kind, old, new), AS_OF)
    release = load(root).curriculum.releases["1.0.0"].record
    module = release.modules["biaya"]
    assert set(module.sessions) == {"01-biaya-usaha", "02-menghitung-hpp"}
    assert set(module.worksheets) == {"hpp-pisang", "hpp-usaha-saya"}
    assert {"tarif-pph"} <= set(release.facts)
    assert {"tambahan-laba"} <= set(release.terms)
    assert release.programmes["contoh-4jp"].sessions[0] == "biaya/01-biaya-usaha"
    assert {"biaya/worksheets/hpp-pisang.yaml", "biaya/media/alur-biaya.svg"} <= set(release.files)
    for kind, old, new in reversed(steps):
        home = old.rpartition("/")[0]
        carried_out(renamed(load(root).curriculum, kind, f"{home}/{new}".strip("/"), old.rpartition("/")[2]), AS_OF)
    assert file.read_text("utf-8") == before


def test_what_only_the_author_can_know_is_asked_all_at_once(root: Path) -> None:
    before = contents(root)
    loaded = load(root).curriculum
    home = loaded.modules["kwu-05"]
    with pytest.raises(Refused) as refused:
        moved(loaded, home, "01-mengenal-biaya", Target(loaded.modules["kwu-06"], 0), {"1.1.1": "9.9.9"})
    asked = [question.message.format() for question in refused.value.undecided]
    assert sum(message.startswith("IUK ") for message in asked) == 6
    assert sum("alur-biaya.svg" in message for message in asked) == 1
    with pytest.raises(Refused) as refused:
        moved(loaded, home, "02-menghitung-hpp", Target(loaded.modules["kwu-06"], 0))
    assert any("hpp-usaha-saya" in question.message.format() for question in refused.value.undecided)
    assert contents(root) == before


def test_new_errors_refuse_a_move_and_nothing_is_written(root: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    (root / "kwu-06" / "media").mkdir()
    shutil.copy(root / "kwu-05" / "media" / "alur-biaya.svg", root / "kwu-06" / "media")
    before = contents(root)
    pairs = "1.1.1=1.1.1,1.1.2=1.1.2,1.1.3=1.1.3,1.2.1=1.1.1,1.2.2=1.1.2,1.2.3=1.1.3"
    refused = ck("move", "kwu-05/01-mengenal-biaya", "--to", "kwu-06", "--iuk", pairs)
    assert refused.code == 1
    assert "ALIGN402" in refused.out
    assert "tidak ada yang ditulis" in refused.err
    assert contents(root) == before


def test_a_failed_write_puts_everything_back(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = contents(root)
    loaded = load(root).curriculum
    home = loaded.modules["kwu-06"]
    result = outcome(moved(loaded, home, "03-menjaga-pembeli", Target(home, 0)), AS_OF)
    replace, calls = Path.replace, []

    def failing(path: Path, target: Path) -> Path:
        calls.append(path)
        if len(calls) == 3:
            raise OSError(28, "No space left on device", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", failing)
    with pytest.raises(Exception, match="tidak dapat ditulis"):
        result.write()
    assert contents(root) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("kwu-06/01-mengenal-pembeli",), "sebutkan satu tujuan"),
        (
            ("kwu-06/01-mengenal-pembeli", "--to", "kwu-05", "--after", "kwu-05/01-mengenal-biaya"),
            "sebutkan satu tujuan",
        ),
        (("kwu-06/01-mengenal-pembeli", "--to", "kwu-55"), 'maksud Anda "kwu-05"'),
        (("01-mengenal-pembel", "--to", "kwu-05"), 'maksud Anda "01-mengenal-pembeli"'),
        (("kwu-06/01-mengenal-pembeli", "--after", "01-mengenal-pembeli"), "dirinya sendiri"),
        (("kwu-06/01-mengenal-pembeli", "--to", "kwu-05", "--iuk", "1.1.1"), "--iuk 1.1.1=2.1.1"),
    ],
)
def test_wrong_use_is_said_in_one_line(
    root: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], said: str
) -> None:
    monkeypatch.chdir(root.parent)
    before = contents(root)
    refused = ck("move", *words)
    assert refused.code in {1, 2}
    assert said in refused.err
    assert refused.err.count("\n") == 1
    assert contents(root) == before


def test_a_session_that_is_there_already_stays(root: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    before = contents(root)
    done = ck("move", "kwu-06/01-mengenal-pembeli", "--before", "02-melayani-pembeli")
    assert (done.code, done.out) == (0, "Tidak ada yang berubah.\n")
    assert contents(root) == before


def test_a_diff_shows_and_writes_nothing(root: Path, ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root.parent)
    before = contents(root)
    shown = ck("move", "kwu-06/03-menjaga-pembeli", "--before", "01-mengenal-pembeli", "--diff")
    assert shown.code == 0
    assert "rename to modules/kwu-06/sessions/01-menjaga-pembeli.md" in shown.out
    assert {"-  - 03-menjaga-pembeli", "+  - 01-menjaga-pembeli"} <= set(shown.out.splitlines())
    assert contents(root) == before
    assert ck("move", "kwu-06/03-menjaga-pembeli", "--before", "01-mengenal-pembeli").code == 0
    assert files(root) == listed(root) == ["01-menjaga-pembeli", "02-mengenal-pembeli", "03-melayani-pembeli"]


def append(path: Path, words: str) -> None:
    path.write_text(path.read_text("utf-8") + words, "utf-8")
