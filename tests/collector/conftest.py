"""The fillable books of the example, made once, and programs that fill them in and know nothing of ours.

The example has no list to tick and no final test; here it gets both.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import has_errors
from curriculum_kit.edition.books import print_books
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import write_drawings
from curriculum_kit.edition.runner import render
from curriculum_kit.pdf import PdfBook, write_pdfs
from curriculum_kit.publish.books import pdf_book
from curriculum_kit.rules import run as run_rules
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load
from tests.project import Project

DAY = date(2025, 12, 1)
SHEET = "lembar-soal-isian-"

TICKS = """:::{reflect} Saya sudah bisa
:name: cek-diri
:iuk: 2.2.2, 2.2.3
:response: ticks

Beri tanda pada yang sudah bisa Anda lakukan.

- Menghitung HPP **satu** bungkus.
- Menetapkan {term}`hpp`, lalu
  menjelaskannya.
- Menolong teman.
:::

"""
FINAL = """
  - id: tes-akhir
    title: Tes akhir
    kind: written-choice
    use: final
    instructions: Pilihlah satu jawaban.
    items:
      - id: "1"
        iuk: [1.1.1]
        stem: Mana yang termasuk biaya bahan?
        options:
          - {id: a, text: Upah}
          - {id: b, text: "Pisang, **segar**"}
        key: b
        explanation: Rahasia pelatih tentang pisang.
      - id: "2"
        iuk: [1.1.2]
        stem: Mana yang termasuk overhead?
        options:
          - {id: a, text: Sewa}
          - {id: b, text: Pisang}
        key: a
        explanation: Rahasia pelatih tentang sewa.
    decision_rule: Kompeten bila semua benar.
"""


@dataclass(frozen=True)
class Books:
    """The curriculum, the workbook of its module, the question sheets by id of the instrument, and those on paper."""

    modules: Path
    workbook: Path
    sheets: dict[str, Path]
    on_paper: Path


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """The fillable books of the module and its question sheets on paper. For tests of the group "workbook"."""
    project = Project(tmp_path_factory.mktemp("buku"))
    project.edit("kwu-05/sessions/02-menghitung-hpp.md", ":::{reflect} Keputusan", f"{TICKS}:::{{reflect}} Keputusan")
    assessment = project.modules / "kwu-05/assessment.yaml"
    assessment.write_text(assessment.read_text("utf-8").rstrip() + "\n" + FINAL, "utf-8")
    loaded = load(project.modules)
    assert not has_errors(run_rules(loaded.curriculum, loaded.diagnostics, DAY))
    made = [job for audience in Audience for job in _jobs(project, loaded.curriculum, audience)]
    write_pdfs(made, cache=project.folder / "cache", workers=1)
    paths = {job.target.stem: job.target for job in made}
    sheets = {name.removeprefix(SHEET): path for name, path in paths.items() if name.startswith(SHEET)}
    return Books(project.modules, paths["buku-kerja-isian"], sheets, paths["lembar-soal"])


def _jobs(project: Project, curriculum: Curriculum, audience: Audience) -> Iterator[PdfBook]:
    """The books that are wanted of an edition, as the build makes them."""
    context = EditionContext.of(curriculum, audience, DAY)
    base = project.folder / f"print-{audience}"
    fragments = render(context, project.folder / f"scratch-{audience}").books
    for original, name in fragments.pictures.items():
        picture = base / "gambar" / name
        picture.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(curriculum.root / original, picture)
    write_drawings(fragments, base / "gambar")
    for book in print_books(context, fragments):
        if book.address.startswith("unduhan/kwu-05/") and (
            book.info.medium == "form" or book.info.kind == "lembar-soal"
        ):
            yield pdf_book(book, base, project.folder / audience / book.address)


@pytest.fixture(scope="session")
def workbook(books: Books) -> Path:
    """The fillable workbook."""
    return books.workbook
