"""The fillable books of the example, made once, and programs that fill them in and know nothing of ours.

The example has no list to tick and no final test; here it gets both.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.project import Project

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
    """The curriculum, the workbook of its module, and the question sheets by the id of the instrument."""

    modules: Path
    workbook: Path
    sheets: dict[str, Path]
    others: tuple[Path, ...]


@pytest.fixture(scope="session")
def books(tmp_path_factory: pytest.TempPathFactory) -> Books:
    """All books of the module. Tests that use it belong to the group "workbook"."""
    project = Project(tmp_path_factory.mktemp("buku"))
    project.edit("kwu-05/sessions/02-menghitung-hpp.md", ":::{reflect} Keputusan", f"{TICKS}:::{{reflect}} Keputusan")
    assessment = project.modules / "kwu-05/assessment.yaml"
    assessment.write_text(assessment.read_text("utf-8").rstrip() + "\n" + FINAL, "utf-8")
    project.build("--only", "books", "--module", "kwu-05")
    public, private = (project.folder / f"build-partial/{name}/unduhan/kwu-05" for name in ("participant", "trainer"))
    sheets = {path.stem.removeprefix("lembar-soal-isian-"): path for path in private.glob("lembar-soal-isian-*.pdf")}
    others = sorted(path for path in private.glob("*.pdf") if "isian" not in path.name)
    return Books(project.modules, public / "buku-kerja-isian.pdf", sheets, tuple(others))


@pytest.fixture(scope="session")
def workbook(books: Books) -> Path:
    """The fillable workbook."""
    return books.workbook
