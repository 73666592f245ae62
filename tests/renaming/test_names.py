"""A thing with another name is the same thing: the same findings, the same pages, and nothing else touched."""

from __future__ import annotations

import os
import random
import shutil
import subprocess
from datetime import date
from html.parser import HTMLParser
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from curriculum_kit.diagnostics import text
from curriculum_kit.renaming import Edits, Kind, Refused, outcome, renamed
from curriculum_kit.renaming.names import owner_of
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory
from tests.project import EXAMPLE, Project
from tests.renaming.curricula import carried_out, contents, findings, things

AS_OF = date(2025, 12, 1)
SAMPLE = Path(__file__).parents[2] / "modules"
RENAMES = [
    (Kind.SESSION, "kwu-05/01-mengenal-biaya", "01-biaya-usaha"),
    (Kind.MODULE, "kwu-05", "biaya-05"),
    (Kind.BLOCK, "kwu-05/latihan-penyusutan", "hitung-penyusutan"),
    (Kind.BLOCK, "kwu-05/gambar-alur-biaya", "alur"),
    (Kind.FACT, "pph-final-rate", "tarif-pph-final"),
    (Kind.FACT, "umkm-size", "ukuran-umkm"),
    (Kind.TERM, "hpp", "harga-pokok"),
    (Kind.TERM, "biaya-tetap", "tetap"),
    (Kind.WORKSHEET, "kwu-05/hpp-keripik", "hpp-pisang"),
    (Kind.WORKSHEET, "kwu-05/hpp-usaha-saya", "hpp-saya"),
    (Kind.CASE, "sari", "sri-sari"),
]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A copy of the example."""
    return shutil.copytree(EXAMPLE, tmp_path / "modules")


def rename(root: Path, kind: Kind, old: str, new: str, as_of: date = AS_OF, memory: Memory | None = None) -> None:
    carried_out(renamed(load(root, memory=memory).curriculum, kind, old, new), as_of, memory)


def back(kind: Kind, old: str, new: str) -> tuple[Kind, str, str]:
    """The rename that takes a rename back."""
    module, _, name = old.rpartition("/")
    return kind, f"{module}/{new}".removeprefix("/"), name


@pytest.mark.parametrize(("kind", "old", "new"), RENAMES)
def test_there_and_back_again_leaves_every_byte(root: Path, kind: Kind, old: str, new: str) -> None:
    before = contents(root)
    rename(root, kind, old, new)
    changed = contents(root)
    assert changed != before
    assert findings(root, AS_OF) == []
    rename(root, *back(kind, old, new))
    assert contents(root) == before


@pytest.mark.parametrize(("kind", "old", "new"), RENAMES)
def test_only_the_name_changes_on_the_lines_that_change(root: Path, kind: Kind, old: str, new: str) -> None:
    before = contents(root)
    edits = renamed(load(root).curriculum, kind, old, new)
    carried_out(edits, AS_OF)
    after = contents(root)
    name = old.rpartition("/")[2]
    for file, content in before.items():
        now = after[edits.moves.get(file, file)]
        pairs = zip(content.split(b"\n"), now.split(b"\n"), strict=True)
        for was, line in ((was, line) for was, line in pairs if was != line):
            assert was.replace(name.encode(), new.encode()) == line


def test_comments_line_ends_and_layout_stay(root: Path) -> None:
    path = root / "kwu-05" / "module.yaml"
    written = path.read_bytes().replace(b"  - 01-mengenal-biaya\n", b"  -   '01-mengenal-biaya'   # sesi pertama\n")
    path.write_bytes(b"\xef\xbb\xbf" + written.replace(b"\n", b"\r\n"))
    before = path.read_bytes()
    rename(root, Kind.SESSION, "01-mengenal-biaya", "biaya-usaha")
    assert path.read_bytes() == before.replace(b"01-mengenal-biaya", b"01-biaya-usaha")


def test_links_and_references_from_elsewhere_follow(root: Path) -> None:
    page = root / "kwu-05" / "sessions" / "02-menghitung-hpp.md"
    before = (
        "\nLihat [sesi lalu](01-mengenal-biaya.md), {ref}`latihan ini <latihan-penyusutan>`, {ref}`kwu-05/gambar`.\n"
    )
    before = before.replace("/gambar", "/gambar-alur-biaya")
    words = page.read_text("utf-8").replace("\n## ", f"{before}\n## ", 1)
    page.write_text(words, "utf-8")
    assert findings(root, AS_OF) == []
    rename(root, Kind.SESSION, "01-mengenal-biaya", "biaya-usaha")
    rename(root, Kind.BLOCK, "latihan-penyusutan", "ini")
    rename(root, Kind.BLOCK, "gambar-alur-biaya", "gambar-alur")
    rename(root, Kind.MODULE, "kwu-05", "biaya-05")
    after = before.replace("01-mengenal-biaya", "01-biaya-usaha").replace("<latihan-penyusutan>", "<ini>")
    after = after.replace("kwu-05/gambar-alur-biaya", "biaya-05/gambar-alur")
    assert (root / "biaya-05" / "sessions" / page.name).read_text("utf-8") == words.replace(before, after)
    assert findings(root, AS_OF) == []


@pytest.mark.parametrize(
    ("kind", "old", "new", "words"),
    [
        (Kind.TERM, "hp", "apa-saja", 'maksud Anda "hpp"'),
        (Kind.TERM, "hpp", "markup", "sudah ada"),
        (Kind.TERM, "hpp", "Harga Pokok", "tidak dapat dipakai"),
        (Kind.CASE, "../luar", "x", "tidak ada kasus"),
        (Kind.SESSION, "kwu-09/01-biaya", "x", "tidak ada modul"),
        (Kind.SESSION, "kwu-05/01-mengenal-biaya", "03-biaya", "ck move"),
        (Kind.MODULE, "kwu-05", "programmes", "sudah ada"),
        (Kind.MODULE, "kwu-05", "releases", "dipakai"),
        (Kind.BLOCK, "latihan-penyusutan", "latihan-biaya-tetap", "sudah ada"),
    ],
)
def test_what_cannot_be_is_refused_in_words(root: Path, kind: Kind, old: str, new: str, words: str) -> None:
    before = contents(root)
    with pytest.raises(Refused, match=words):
        renamed(load(root).curriculum, kind, old, new)
    assert contents(root) == before


def test_with_an_unreadable_file_nothing_is_renamed(root: Path) -> None:
    (root / "facts.yaml").write_text("facts: [", "utf-8")
    with pytest.raises(Refused, match=r"facts\.yaml"):
        renamed(load(root).curriculum, Kind.TERM, "hpp", "harga-pokok")


def test_a_name_in_two_modules_needs_its_module(root: Path) -> None:
    shutil.copytree(root / "kwu-05", root / "kwu-06")
    with pytest.raises(Refused, match="kwu-05/hpp-keripik, kwu-06/hpp-keripik"):
        renamed(load(root).curriculum, Kind.WORKSHEET, "hpp-keripik", "hpp-pisang")
    curriculum = load(root).curriculum
    path = "modules/kwu-06/sessions/01-mengenal-biaya.md"
    module, id = owner_of(curriculum, text("sesi"), path, lambda module: module.sessions)
    assert (module.id, id) == ("kwu-06", "01-mengenal-biaya")


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_any_rename_can_be_taken_back(tmp_path_factory: pytest.TempPathFactory, data: st.DataObject) -> None:
    root = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("any") / "modules")
    known = things(load(root).curriculum)
    kind = data.draw(st.sampled_from(list(Kind)))
    old = data.draw(st.sampled_from(known[kind]))
    new = data.draw(st.from_regex(r"[a-z][a-z0-9]{1,6}(-[a-z0-9]{1,6}){0,2}", fullmatch=True))
    if kind is Kind.SESSION:
        new = _number(old) + new
    before = contents(root)
    rename(root, kind, old, new)
    assert findings(root, AS_OF) == []
    rename(root, *back(kind, old, new))
    assert contents(root) == before


@pytest.mark.slow
def test_everything_that_the_sample_curriculum_names_can_have_another_name(tmp_path: Path) -> None:
    """All things of a kind at once; modules one by one, because pages of one lead to pages of another."""
    root, memory, day = shutil.copytree(SAMPLE, tmp_path / "modules"), Memory(tmp_path / "memory"), date(2026, 1, 15)
    curriculum = load(root, memory=memory).curriculum
    for kind, names in things(curriculum).items():
        plans = [
            renamed(curriculum, kind, old, f"{_number(old) if kind is Kind.SESSION else ''}baru-{at}")
            for at, old in enumerate(names)
        ]
        assert len(plans) >= 4
        whole = plans[0] if kind is Kind.MODULE else Edits(curriculum)
        for plan in plans if kind is not Kind.MODULE else ():
            whole.moves |= plan.moves
            for fixes in plan.fixes.values():
                whole.add(*fixes)
        assert outcome(whole, day, memory).errors == ()


@pytest.mark.slow
def test_many_renames_in_a_row_leave_the_sample_curriculum_as_it_was(tmp_path: Path) -> None:
    root = shutil.copytree(SAMPLE, tmp_path / "modules")
    dice = random.Random(1)  # noqa: S311
    memory, day = Memory(tmp_path / "memory"), date(2026, 1, 15)
    before, said = contents(root), findings(root, day, memory)
    done = []
    for number, kind in enumerate(Kind):
        old = dice.choice(things(load(root, memory=memory).curriculum)[kind])
        prefix = _number(old) if kind is Kind.SESSION else "nama-"
        done.append((kind, old, f"{prefix}baru-{number}"))
        rename(root, *done[-1], day, memory)
    assert findings(root, day, memory) == said
    for step in reversed(done):
        rename(root, *back(*step), day, memory)
    assert contents(root) == before


@pytest.mark.slow
def test_participants_read_the_same_words_after_a_rename_of_each_kind(tmp_path: Path) -> None:
    project = Project(tmp_path)
    project.build("--only", "site", "--audience", "participant")
    before = read(tmp_path / "build-partial" / "participant")
    for kind, old, new in sorted(RENAMES, key=lambda step: step[0] is Kind.MODULE):
        rename(project.modules, kind, old, new)
    project.build("--only", "site", "--audience", "participant")
    assert read(tmp_path / "build-partial" / "participant") == before


@pytest.mark.parametrize(("kind", "old", "new"), RENAMES)
def test_the_diff_is_one_that_git_applies(tmp_path: Path, kind: Kind, old: str, new: str) -> None:
    project = Project(tmp_path)
    other = shutil.copytree(project.modules, tmp_path / "other" / "modules")
    diff = project.ck("rename", kind, old, new, "--diff")
    assert (diff.returncode, diff.stderr) == (0, "")
    assert contents(project.modules) == contents(other)
    environment = {**os.environ, "GIT_CEILING_DIRECTORIES": str(tmp_path)}
    subprocess.run(["git", "apply", "-"], input=diff.stdout, text=True, cwd=other.parent, check=True, env=environment)
    assert project.ck("rename", kind, old, new).returncode == 0
    assert contents(other) == contents(project.modules)


class _Words(HTMLParser):
    """Collects what people read of a page."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self._inside = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        self._inside = tag

    def handle_data(self, data: str) -> None:
        if self._inside not in {"script", "style"}:
            self.words += data.replace("biaya-05", "kwu-05").split()  # printed addresses name the module


def read(site: Path) -> list[list[str]]:
    """The words of all pages, whatever their files are called."""
    pages = []
    for path in site.rglob("*.html"):
        page = _Words()
        page.feed(path.read_text("utf-8"))
        pages.append(page.words)
    return sorted(pages)


def _number(session: str) -> str:
    """`kwu-05/01-mengenal-biaya` → `01-`."""
    return f"{session.rpartition('/')[2].partition('-')[0]}-"
