"""No word of a Word file is lost: it stands in the module or in the report."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.diagnostics import Severity
from curriculum_kit.rules import run
from curriculum_kit.source.loader import load
from tests.importer.conftest import Imported, bring_in
from tests.importer.making import KINDS
from tests.importer.words import words, words_of_docx, words_of_files
from tests.project import AS_OF


def lost(imported: Imported, *files: bytes) -> dict[str, int]:
    there = words_of_files(imported.folder) + words(imported.report)
    wanted = sum((words_of_docx(data) for data in files), words(""))
    return dict(wanted - there)


def errors(imported: Imported) -> list[str]:
    """Errors that do not stand at a mark."""
    loaded = load(imported.project.modules)
    found = []
    for each in run(loaded.curriculum, loaded.diagnostics, date.fromisoformat(AS_OF)):
        if each.severity is Severity.ERROR:
            path = imported.project.modules / each.span.file
            line = path.read_text("utf-8").splitlines()[each.span.line - 1] if path.suffix != ".png" else ""
            if "LENGKAPI" not in line:
                found.append(f"{each.span.file}:{each.span.line}: {each.code} {each.message.format()}: {line}")
    return found


@pytest.mark.parametrize("kind", KINDS)
def test_every_word_is_in_the_module_or_in_the_report_and_the_check_finds_no_error(kind: str, tmp_path: Path) -> None:
    data = KINDS[kind](tmp_path)
    imported = bring_in(tmp_path, (f"{kind}.docx", data))
    assert lost(imported, data) == {}
    assert errors(imported) == []


def test_the_three_books_become_one_module(tmp_path: Path) -> None:
    books = [(f"{kind}.docx", KINDS[kind](tmp_path)) for kind in ("assessment_book", "information_book", "work_book")]
    imported = bring_in(tmp_path, *books)
    assert lost(imported, *(data for _, data in books)) == {}
    assert errors(imported) == []
    assert sorted(path.name for path in (imported.folder / "sessions").iterdir()) == [
        "01-mengenal-biaya.md",
        "02-menghitung-hpp.md",
        "03-menulis-nota.md",
    ]
    first = imported.text("sessions/01-mengenal-biaya.md")
    assert "Biaya adalah uang keluar." in first
    assert "{exercise}" in first
    assert "Daftarlah lima biaya." in first
    assessment = imported.text("assessment.yaml")
    assert assessment.count("key: c") == 2
    assert "Mendaftar biaya" in assessment
    assert "Jawaban" not in imported.sessions()


@pytest.mark.parametrize("kind", ["module_book", "odd_things", "competence"])
def test_import_build_export_and_import_again_lose_nothing(kind: str, tmp_path: Path) -> None:
    data = KINDS[kind](tmp_path)
    first = bring_in(tmp_path, (f"{kind}.docx", data))
    first.project.build("--only", "site", "--module", "kwu-06")
    done = first.project.ck("export", "docx", "--module", "kwu-06", "-o", "keluar.docx", "--as-of", AS_OF)
    assert done.returncode == 0, done.stdout + done.stderr
    second = bring_in(tmp_path / "lagi", ("keluar.docx", (first.project.folder / "keluar.docx").read_bytes()))
    there = words_of_files(second.folder) + words(second.report)
    written = words_of_files(first.folder / "sessions")
    mine = {word: count for word, count in (words_of_docx(data) & written).items() if word not in IN_MARKUP}
    assert {word for word in mine if there[word] < mine[word]} == set()
    assert errors(second) == []


IN_MARKUP = frozenset({"kode", "b"})
"""Words that also name something in the Markdown of the first import."""
