from __future__ import annotations

import os
import random
import shutil
import time
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from curriculum_kit.diagnostics import Severity, Span
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.source import remembered
from curriculum_kit.source.document import Document
from curriculum_kit.source.loader import Loaded, load
from curriculum_kit.source.markdown import parse_field

EXAMPLE = Path(__file__).parents[1] / "example" / "modules"
SESSION = "kwu-05/sessions/01-mengenal-biaya.md"


@cache
def example() -> Loaded:
    return load(EXAMPLE)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(EXAMPLE, tmp_path / "modules"))


def edit(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    content = path.read_text(encoding="utf-8")
    assert old in content
    path.write_text(content.replace(old, new, 1), encoding="utf-8")


def found(loaded: Loaded) -> list[tuple[str, str]]:
    return [(d.span.file, d.code) for d in loaded.diagnostics]


def test_the_example_has_no_findings() -> None:
    loaded = example()
    assert loaded.diagnostics == ()
    assert loaded.curriculum.unreadable == frozenset()


def test_the_example_is_there_whole() -> None:
    curriculum = example().curriculum
    assert curriculum.settings
    assert curriculum.settings.record.jp_minutes == 45
    assert list(curriculum.programmes) == ["contoh-4jp"]
    assert list(curriculum.cases) == ["sari"]
    assert list(curriculum.standards) == ["pendamping-umkm-181-2017"]
    assert curriculum.glossary
    assert curriculum.centres
    assert curriculum.releases == {}
    assert "qris-mdr-micro" in curriculum.facts()
    module = curriculum.modules["kwu-05"]
    assert list(module.sessions) == ["01-mengenal-biaya", "02-menghitung-hpp"]
    assert list(module.worksheets) == ["hpp-keripik", "hpp-usaha-saya"]
    assert module.assessment
    assert list(module.media) == ["alur-biaya.svg"]


def test_places_and_mentions_of_fields_are_kept() -> None:
    module = example().curriculum.modules["kwu-05"]
    plan = module.sessions["01-mengenal-biaya"].plan
    assert plan.places.value("title") == Span(SESSION, 2, 8, 2, 28)
    (mentioned,) = plan.markdown
    assert mentioned.loc == ("plan", 3, "trainer")
    (role,) = mentioned.roles
    assert (role.name, role.target) == ("calc", "hpp-keripik.depreciation_monthly")
    line = (EXAMPLE / SESSION).read_text(encoding="utf-8").split("\n")[role.span.line - 1]
    assert "hpp-keripik.depreciation_monthly" in line
    document = module.sessions["01-mengenal-biaya"].document
    assert document.file == SESSION
    assert document.text.split("\n")[document.body_line - 2] == "---"


def test_sessions_stand_in_the_order_of_the_module_and_strays_last(root: Path) -> None:
    sessions = root / "kwu-05" / "sessions"
    for name in ("00-awal", "99-akhir"):
        shutil.copy(sessions / "01-mengenal-biaya.md", sessions / f"{name}.md")
    edit(root, "kwu-05/module.yaml", "  - 01-mengenal-biaya\n  - 02-menghitung-hpp\n",
         "  - 02-menghitung-hpp\n  - 01-mengenal-biaya\n  - 03-belum-ada\n")  # fmt: skip
    module = load(root).curriculum.modules["kwu-05"]
    assert list(module.sessions) == ["02-menghitung-hpp", "01-mengenal-biaya", "00-awal", "99-akhir"]


def test_the_order_of_the_disk_does_not_matter(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("kwu-02", "kwu-11", "kwu-01"):
        shutil.copytree(root / "kwu-05", root / name)
    (root / "x.txt").write_text("x", encoding="utf-8")
    edit(root, "kwu-02/module.yaml", "status: draft", "status: draf")
    listdir, first = os.listdir, load(root)

    def shuffled(path: Path) -> list[str]:
        names = listdir(path)
        random.Random(7).shuffle(names)  # noqa: S311 - any order will do
        return names

    monkeypatch.setattr(os, "listdir", shuffled)
    second = load(root)
    assert first.diagnostics == second.diagnostics
    assert list(first.curriculum.modules) == list(second.curriculum.modules) == ["kwu-01", "kwu-05", "kwu-11"]


def test_a_missing_folder_is_no_fault_of_the_author(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentTrouble):
        load(tmp_path / "away")
    (tmp_path / "file").write_text("x", encoding="utf-8")
    with pytest.raises(EnvironmentTrouble):
        load(tmp_path / "file")


def test_an_empty_folder_lacks_its_settings(tmp_path: Path) -> None:
    loaded = load(tmp_path)
    assert found(loaded) == [("curriculum.yaml", "REF307")]
    assert loaded.curriculum.unreadable == {"curriculum.yaml"}


@pytest.mark.parametrize(
    "file",
    [
        "curriculum.yaml",
        "facts.yaml",
        "glossary.yaml",
        "centres.yaml",
        "cases/sari.yaml",
        "standards/pendamping-umkm-181-2017.yaml",
        "programmes/contoh-4jp.yaml",
        "kwu-05/module.yaml",
        "kwu-05/assessment.yaml",
        "kwu-05/worksheets/hpp-keripik.yaml",
        SESSION,
    ],
)
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"a: [", "YAML101"),
        (b"x: 1\n", "SCHEMA20"),
        (b"", "YAML108"),
        (bytes(range(256)), "YAML109"),
        (b"a: " + b"[" * 50_000, "YAML106"),
        (b"a: &a [x]\nb: [*a, *a]\n", "YAML103"),
    ],
)
def test_one_broken_file_costs_nothing_but_itself(root: Path, file: str, content: bytes, code: str) -> None:
    if file.endswith(".md"):
        content = b"---\n" + content + b"\n---\n\nIsi.\n"
    (root / file).write_bytes(content)
    loaded = load(root)
    assert {d.span.file for d in loaded.diagnostics} == {file}
    assert all(d.code.startswith(code) for d in loaded.diagnostics)
    assert loaded.curriculum.unreadable == {file}
    whole = example().curriculum
    for part in ("settings", "facts_source", "glossary", "centres"):
        kept = getattr(loaded.curriculum, part)
        assert (kept is None) == (getattr(whole, part).file == file)
    kept_files = {
        s.file for part in ("cases", "standards", "programmes") for s in getattr(loaded.curriculum, part).values()
    }
    all_files = {s.file for part in ("cases", "standards", "programmes") for s in getattr(whole, part).values()}
    assert all_files - kept_files == {file} & all_files
    assert ("kwu-05" in loaded.curriculum.modules) == (file != "kwu-05/module.yaml")


def test_a_duplicate_key_makes_a_file_unreadable_and_is_not_all_that_is_said(root: Path) -> None:
    edit(root, "kwu-05/module.yaml", "status: draft", "status: draft\nstatus: draf")
    loaded = load(root)
    assert found(loaded) == [("kwu-05/module.yaml", "YAML102"), ("kwu-05/module.yaml", "SCHEMA204")]
    assert loaded.curriculum.modules == {}


def test_a_warning_leaves_a_file_readable(root: Path) -> None:
    edit(root, "curriculum.yaml", "name: Kurikulum contoh", "name: Kurikulum #contoh")
    loaded = load(root)
    assert [(d.code, d.severity) for d in loaded.diagnostics] == [("YAML101", Severity.WARNING)]
    assert loaded.curriculum.settings


def test_parts_of_a_module_without_module_file_are_still_checked(root: Path) -> None:
    (root / "kwu-05" / "module.yaml").unlink()
    edit(root, SESSION, "kind: knowledge", "kind: knowlege")
    loaded = load(root)
    assert found(loaded) == [("kwu-05/module.yaml", "REF307"), (SESSION, "SCHEMA204")]
    assert loaded.curriculum.unreadable == {"kwu-05/module.yaml", SESSION}


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("## Judul\n", 'kepala sesi (title, objective, plan) belum diapit dua baris "---"'),
        ("", 'kepala sesi (title, objective, plan) belum diapit dua baris "---"'),
        ("\n---\ntitle: A\n---\n", '"---" harus berada di baris pertama'),
        ("---\ntitle: A\n", 'kepala sesi tidak ditutup dengan baris "---"'),
    ],
)
def test_a_session_needs_its_front_matter(root: Path, content: str, message: str) -> None:
    (root / SESSION).write_text(content, encoding="utf-8")
    loaded = load(root)
    assert found(loaded) == [(SESSION, "REF309")]
    assert loaded.diagnostics[0].message.format() == message
    assert list(loaded.curriculum.modules["kwu-05"].sessions) == ["02-menghitung-hpp"]


def test_front_matter_findings_have_the_lines_of_the_file(root: Path) -> None:
    edit(root, SESSION, "room_layout:", "room_layot:")
    (finding,) = load(root).diagnostics
    assert (finding.code, finding.span) == ("SCHEMA201", Span(SESSION, 4, 1, 4, 11))


def test_windows_line_ends_change_nothing(root: Path) -> None:
    for file in (*root.rglob("*.yaml"), *root.rglob("*.md")):
        file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    windows, unix = load(root), example()
    assert windows.diagnostics == ()
    for id_, session in unix.curriculum.modules["kwu-05"].sessions.items():
        same = windows.curriculum.modules["kwu-05"].sessions[id_]
        assert (same.document, same.plan.record) == (session.document, session.plan.record)


def test_faults_of_the_markdown_are_told(root: Path) -> None:
    (root / SESSION).write_text((root / SESSION).read_text(encoding="utf-8") + "\n<b>x</b>\n", encoding="utf-8")
    edit(root, "glossary.yaml", "meaning: Uang", "meaning: <i>x</i> Uang")
    loaded = load(root)
    assert {d.span.file for d in loaded.diagnostics} == {"glossary.yaml", SESSION}
    assert loaded.curriculum.glossary
    assert "01-mengenal-biaya" in loaded.curriculum.modules["kwu-05"].sessions


def test_unknown_names_are_warned_about(root: Path) -> None:
    shutil.move(root / "cases", root / "case")
    shutil.move(root / "glossary.yaml", root / "glosary.yaml")
    shutil.copy(root / "facts.yaml", root / "programmes" / "x.yml")
    (root / "kwu-05" / "session").mkdir()
    (root / "kwu-05" / "sessions" / "catatan.docx").write_bytes(b"x")
    (root / "kwu-05" / "sessions" / "lama.md").mkdir()
    (root / "kwu-05" / "media" / "asli").mkdir()
    loaded = load(root)
    assert {(d.span.file, d.message.format().partition(";")[2]) for d in loaded.diagnostics} == {
        ("case", ' maksud Anda "cases"?'),
        ("glosary.yaml", ' maksud Anda "glossary.yaml"?'),
        ("kwu-05/session", ' maksud Anda "sessions"?'),
        ("kwu-05/sessions/catatan.docx", ""),
        ("kwu-05/sessions/lama.md", ' maksud Anda ".md"?'),
        ("kwu-05/media/asli", ""),
        ("programmes/x.yml", ' maksud Anda ".yaml"?'),
    }
    assert {(d.code, d.severity) for d in loaded.diagnostics} == {("REF306", Severity.WARNING)}
    assert loaded.curriculum.unreadable == frozenset()


def test_litter_is_passed_over(root: Path) -> None:
    for name in (".git", ".DS_Store", "~$module.docx", "facts.yaml~", "facts.yaml.bak", "Thumbs.db", "README.md"):
        (root / name).write_bytes(b"\xff")
        (root / "kwu-05" / "sessions" / name).write_bytes(b"\xff")
    assert load(root).diagnostics == ()


def test_names_of_files_are_ids(root: Path) -> None:
    (root / "cases" / "sari.yaml").rename(root / "cases" / "Ibu Sari.yaml")
    (root / "releases").mkdir()
    (root / "releases" / "satu.json").write_text("{}", encoding="utf-8")
    shutil.copytree(root / "kwu-05", root / "KWU_06")
    loaded = load(root)
    named = [d for d in loaded.diagnostics if d.code == "REF308"]
    assert [d.span.file for d in named] == ["KWU_06/module.yaml", "cases/Ibu Sari.yaml", "releases/satu.json"]
    assert "ibu-sari" in named[1].help.format()
    assert loaded.curriculum.cases == {}
    assert list(loaded.curriculum.modules) == ["kwu-05"]


def test_releases_are_read(root: Path) -> None:
    (root / "releases").mkdir()
    (root / "releases" / "0.1.0.json").write_text(
        '{"version": "0.1.0", "released_on": "2025-12-01", "files": {"kwu-05/module.yaml": "abc"}}', encoding="utf-8"
    )
    loaded = load(root)
    assert loaded.diagnostics == ()
    assert loaded.curriculum.releases["0.1.0"].record.files == {"kwu-05/module.yaml": "abc"}
    assert loaded.curriculum.releases["0.1.0"].places.value("version").column == 13


def replaced(make: Callable[[Path, Path], object]) -> Callable[[Path, str], None]:
    """A change that puts something else in the place of a file. `secret` lies outside of the curriculum."""

    def change(root: Path, file: str) -> None:
        path = root / file
        shutil.rmtree(path) if path.is_dir() else path.unlink()
        make(path, root.parent / "secret.md")

    return change


@pytest.mark.parametrize(
    ("file", "change", "code"),
    [
        (SESSION, replaced(lambda path, secret: path.symlink_to(secret)), "SAFE905"),
        (SESSION, replaced(lambda path, _: os.mkfifo(path)), "SAFE906"),
        (SESSION, replaced(lambda path, _: path.symlink_to("/dev/zero")), "SAFE905"),
        (SESSION, replaced(lambda path, _: path.symlink_to(path.name)), "SAFE905"),
        ("curriculum.yaml", replaced(lambda path, _: path.mkdir()), "SAFE906"),
        ("facts.yaml", replaced(lambda path, _: os.mkfifo(path)), "SAFE906"),
        ("kwu-05/sessions", replaced(lambda path, secret: path.symlink_to(secret.parent)), "SAFE905"),
        ("kwu-05/worksheets", replaced(lambda path, _: path.write_bytes(b"x")), "SAFE906"),
        ("kwu-05", replaced(lambda path, secret: path.symlink_to(secret.parent)), "SAFE905"),
        ("cases", replaced(lambda path, secret: path.symlink_to(secret.parent)), "SAFE905"),
        ("kwu-05/media/alur-biaya.svg", replaced(lambda path, secret: path.symlink_to(secret)), "SAFE905"),
        ("kwu-05/media/alur-biaya.svg", replaced(lambda path, _: path.write_bytes(b"<svg><script/>")), "SAFE907"),
        ("kwu-05/media/alur-biaya.svg", replaced(lambda path, _: path.write_bytes(b"x" * 600_000)), "SAFE906"),
    ],
)
def test_hostile_files_are_refused_and_never_read(
    root: Path, file: str, change: Callable[[Path, str], None], code: str
) -> None:
    (root.parent / "secret.md").write_text("---\ntitle: RAHASIA\n---\nRAHASIA", encoding="utf-8")
    change(root, file)
    loaded = load(root)
    assert (file, code) in found(loaded)
    assert [d.code for d in loaded.diagnostics if d.span.file == file] == [code]
    assert file in loaded.curriculum.unreadable
    assert "RAHASIA" not in repr(loaded)


def test_pictures_are_looked_into(root: Path) -> None:
    media = root / "kwu-05" / "media"
    (media / "foto.png").write_bytes(b"GIF89a")
    (media / "foto.gif").write_bytes(b"GIF89a")
    loaded = load(root)
    assert found(loaded) == [("kwu-05/media/foto.gif", "SAFE906"), ("kwu-05/media/foto.png", "SAFE906")]
    assert list(loaded.curriculum.modules["kwu-05"].media) == ["alur-biaya.svg"]


def test_names_that_nobody_can_read_are_refused(root: Path) -> None:
    for name in (b"a\xff.md", b"b\x1b[31m.md", b"c\xe2\x80\xae.md"):
        Path(os.fsdecode(os.fsencode(root / "kwu-05" / "sessions") + b"/" + name)).write_bytes(b"x")
    loaded = load(root)
    assert [d.code for d in loaded.diagnostics] == ["SAFE905"] * 3
    assert all(d.message.format().isprintable() and d.span.file.isprintable() for d in loaded.diagnostics)


def test_a_hundred_sessions_are_read_at_once(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    # The time of Markdown is the business of its own module.
    monkeypatch.setattr("curriculum_kit.source.markdown.parse_session", Document)
    sessions = root / "kwu-05" / "sessions"
    for number in range(100):
        shutil.copy(sessions / "01-mengenal-biaya.md", sessions / f"s{number}.md")
    start = time.perf_counter()
    loaded = load(root)
    assert time.perf_counter() - start < 3
    assert len(loaded.curriculum.modules["kwu-05"].sessions) == 102


WORDS = st.text(
    st.sampled_from("abcXYZ019 ,.;:?()/'\"“”‘’–—%+-|*_`{}[]<>#!~$=\\&^@\n"),  # noqa: RUF001 - quotes of authors
    min_size=1,
    max_size=30,
)


@given(WORDS)
@settings(max_examples=400)
def test_what_is_taken_for_plain_words_holds_no_markdown(words: str) -> None:
    if remembered._PLAIN_WORDS.fullmatch(words):
        assert parse_field("f", words, words, Span("f", 1, 1, 1, len(words) + 1)) == ((), (), ())


@given(st.binary(max_size=60), st.sampled_from(["curriculum.yaml", "kwu-05/module.yaml", SESSION]))
@settings(max_examples=60, deadline=None)
def test_no_content_raises(tmp_path_factory: pytest.TempPathFactory, content: bytes, file: str) -> None:
    root = tmp_path_factory.mktemp("c")
    (root / file).parent.mkdir(parents=True, exist_ok=True)
    (root / file).write_bytes(content)
    for diagnostic in load(root).diagnostics:
        assert diagnostic.message.format()
