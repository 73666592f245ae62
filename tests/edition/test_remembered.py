"""What is remembered of an edition changes nothing but time: after any edit all is as made from nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

import curriculum_kit.edition.runner as sphinx
from curriculum_kit.audience import Audience
from curriculum_kit.edition.book_names import BookNames
from curriculum_kit.edition.books import Book, PrintBook, print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Rendered
from curriculum_kit.edition.remembered import remembered_edition
from curriculum_kit.source.loader import load
from curriculum_kit.source.memory import Memory
from tests.project import EXAMPLE

pytestmark = pytest.mark.filterwarnings("ignore:.*MystReferenceResolver.app.*")  # what a link makes MyST do

DAY = date(2025, 12, 1)
FIRST, SECOND = "kwu-05/sessions/01-mengenal-biaya.md", "kwu-05/sessions/02-menghitung-hpp.md"
OTHER = "kwu-06/sessions/02-menghitung-hpp.md"
MORE = """

Lihat {ref}`kwu-05/latihan-hpp-keripik`, {fact}`pph-final-rate`, dan [](01-mengenal-biaya.md).

:::{trainer-note} Harga
Harganya {calc}`kwu-05/hpp-keripik.selling_price`.
:::

## Klinik harga besar

Sesuai judul.
"""
EXERCISE = """
:::{exercise} Satu lagi
:name: klinik-harga-besar
:response: lines 3

Tulislah satu contoh lagi.
:::

## Harga, pasar, dan pembayaran
"""
THIRD = """---
title: Sesi ketiga
objective: Peserta mampu mengulang isi modul.
plan:
  - {phase: core, minutes: 30, kind: skill, iuk: [1.1.1], method: Tanya jawab, participants: Bertanya., trainer: Jawab.}
---

Ulangi semuanya.
"""

Edit = Callable[[Path], object]


def changed(file: str, old: str, new: str) -> Edit:
    def edit(root: Path) -> None:
        text = (root / file).read_text("utf-8")
        assert old in text, (file, old)
        (root / file).write_text(text.replace(old, new), "utf-8")

    return edit


def both(*edits: Edit) -> Edit:
    return lambda root: [edit(root) for edit in edits]


EDITS: dict[str, Edit] = {
    "prose": changed(OTHER, "Sesuai judul.", "Sesuai judul bab ini."),
    "heading": changed(SECOND, "## Satu bungkus, berapa biayanya?", "## Satu bungkus, berapa biaya semuanya?"),
    "numbered exercise in the middle": changed(SECOND, "\n## Harga, pasar, dan pembayaran\n", EXERCISE),
    "name like a heading elsewhere": changed(FIRST, "latihan-pilah-biaya", "satu-bungkus-berapa-biaya-semuanya"),
    "renamed label": both(
        changed(SECOND, "latihan-hpp-keripik", "latihan-hpp"),
        changed(OTHER, "kwu-05/latihan-hpp-keripik", "kwu-05/latihan-hpp"),
    ),
    "glossary entry": changed("glossary.yaml", "abbreviation: HPP", "abbreviation: HPP-P"),
    "meaning in the glossary": changed("glossary.yaml", "Semua biaya membuat produk", "Seluruh biaya membuat produk"),
    "fact": changed("facts.yaml", "amount: 0.5, unit: percent", "amount: 0.6, unit: percent"),
    "amount of the story": changed("cases/sari.yaml", "amount: 10000, unit", "amount: 11000, unit"),
    "worksheet value": changed(
        "kwu-05/worksheets/hpp-keripik.yaml", "kind: given, value: 500}", "kind: given, value: 2000}"
    ),
    "worksheet title": changed("kwu-05/worksheets/hpp-usaha-saya.yaml", "title: ", "title: Tabel "),
    "title of a linked session": changed(
        "kwu-06/sessions/01-mengenal-biaya.md", "title: Mengenal biaya", "title: Biaya"
    ),
    "minutes of a step": changed(SECOND, "minutes: 15\n    kind: skill", "minutes: 20\n    kind: skill"),
    "steps for trainers": changed(SECOND, "Ingatkan bahwa masukan", "Tekankan bahwa masukan"),
    "answer": changed(SECOND, "Tanda minus berarti rugi.", "Tanda minus artinya rugi."),
    "module.yaml": changed(
        "kwu-05/module.yaml", "title: Menghitung biaya, HPP, dan harga jual", "title: Biaya dan harga"
    ),
    "house words": changed("curriculum.yaml", "name: ", "name: Baru "),
    "picture": changed("kwu-05/media/alur-biaya.svg", "<svg ", '<svg data-baru="1" '),
    "added session": both(
        lambda root: (root / "kwu-05/sessions/03-ulang.md").write_text(THIRD, "utf-8"),
        changed("kwu-05/module.yaml", "  - 02-menghitung-hpp\n", "  - 02-menghitung-hpp\n  - 03-ulang\n"),
    ),
    "deleted session": both(
        lambda root: (root / "kwu-05/sessions/03-ulang.md").unlink(),
        changed("kwu-05/module.yaml", "  - 03-ulang\n", ""),
    ),
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example with a second module, which leads into the first and is in no programme."""
    folder = shutil.copytree(EXAMPLE, tmp_path_factory.mktemp("remembered") / "modules")
    shutil.copytree(folder / "kwu-05", folder / "kwu-06")
    changed("kwu-06/module.yaml", "number: 5", "number: 6")(folder)
    (folder / OTHER).write_text((folder / OTHER).read_text("utf-8") + MORE, "utf-8")
    return folder


def context(root: Path, audience: Audience) -> EditionContext:
    return EditionContext.of(load(root).curriculum, audience, DAY)


def named(edition: EditionContext, rendered: Rendered) -> Iterator[tuple[str, PrintBook]]:
    names: list[str] = []
    of = BookNames(edition, rendered.books).of

    def note(book: Book) -> bool:
        names.append(of(book))
        return True

    for book in print_books(edition, rendered.books, note):
        yield names[-1], book


@pytest.mark.parametrize("audience", list(Audience))
def test_an_edition_is_as_from_nothing(
    root: Path, tmp_path: Path, audience: Audience, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = shutil.copytree(root, tmp_path / "modules")
    asked: list[set[str]] = []
    render_pages = sphinx.render_pages

    def counted(*arguments: object) -> object:
        asked.append(set(arguments[3]))  # type: ignore[call-overload]
        return render_pages(*arguments)  # type: ignore[arg-type]

    monkeypatch.setattr(sphinx, "render_pages", counted)
    seen: dict[str, PrintBook] = {}
    sizes: dict[str, tuple[int, int]] = {}
    for name, edit in {"": lambda _: None, **EDITS}.items():
        edit(folder)
        edition = context(folder, audience)
        plain = sphinx.render(edition, tmp_path / "scratch")
        assert not plain.diagnostics, name
        asked.clear()
        memory = Memory(tmp_path / "memory", b"program")
        kept = remembered_edition(edition, tmp_path / "scratch", memory)
        assert (name, kept.diagnostics) == (name, ())
        assert kept == plain, name
        memory.write()
        rendered = len(asked[0]) if asked else 0
        fresh = 0
        for book_name, book in named(edition, plain):
            assert seen.setdefault(book_name, book) == book, (name, book.address)
            fresh += seen[book_name] is book
        sizes[name] = rendered, fresh
    assert sizes["prose"][0] == 1
    assert 0 < sizes["prose"][1] < sizes[""][1]
    assert sizes["minutes of a step"][0] <= 2  # the session, and the page of its fields


def test_pages_of_another_program_or_in_a_damaged_file_count_as_none(root: Path, tmp_path: Path) -> None:
    edition = context(root, Audience.PARTICIPANT)
    memory = Memory(tmp_path / "memory", b"program")
    plain = remembered_edition(edition, tmp_path / "scratch", memory)
    memory.write()
    whole = (tmp_path / "memory").read_bytes()
    assert whole
    for at in range(0, len(whole), len(whole) // 7):
        (tmp_path / "memory").write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert not Memory(tmp_path / "memory", b"program")._known
    (tmp_path / "memory").write_bytes(whole)
    other = Memory(tmp_path / "memory", b"another program")
    assert remembered_edition(edition, tmp_path / "scratch", other) == plain
    assert other._is_new
