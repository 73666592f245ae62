"""The text of a curriculum, piece by piece: what is left out, what is masked, and that every letter knows its place."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from curriculum_kit.rules.prose import GONE, THING, FileText, Piece, file_texts
from curriculum_kit.rules.prose_marks import masked
from curriculum_kit.rules.prose_sessions import session_pieces
from curriculum_kit.source.document import Document
from curriculum_kit.source.loader import load
from curriculum_kit.source.text_places import TextPlaces
from tests.rules.examples import BASE

MODULES = Path(__file__).parents[2] / "modules"
TEXT = """\
## Judul
para satu
lanjut
- satu
  lanjut
- [x] dua
> kutip

| a | b |
|---|---|
| 1 | |
akhir
"""


def test_a_session_is_cut_where_readers_see_a_new_piece() -> None:
    places = TextPlaces("x.md", TEXT)
    pieces = [(kind, TEXT[start:end]) for start, end, kind, *_ in session_pieces(Document("x.md", TEXT, 1), places)]
    assert pieces == [
        ("heading", "Judul"),
        ("paragraph", "para satu\nlanjut"),
        ("item", "satu\n  lanjut"),
        ("item", "[x] dua\n> kutip"),
        ("cell", "a"),
        ("cell", "b"),
        ("cell", "1"),
        ("paragraph", "akhir"),
    ]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("tanpa tanda", "tanpa tanda"),
        ("{fact}`qris` saja", "############ saja"),
        ("{term}`hitungan <hpp>` ini", "~~~~~~~hitungan~~~~~~~ ini"),
        ("**tebal** dan *asing*", "~~tebal~~ dan #######"),
        ("[kata](https://a.id/b) lain", "~kata~~~~~~~~~~~~~~~~~ lain"),
        ("lihat oss.go.id, lalu", "lihat #########, lalu"),
        ("`kode` dan \\*", "###### dan ~*"),
        ("2*3 = 6 dan a_b_c", "2*3 = 6 dan a_b_c"),
    ],
)
def test_markup_is_masked_letter_by_letter(text: str, shown: str) -> None:
    assert masked(text).replace(GONE, "~").replace(THING, "#") == shown


@pytest.mark.parametrize("root", [BASE, MODULES], ids=["base", "modules"])
def test_every_letter_knows_its_place(root: Path) -> None:
    """Whatever is not masked stands in the file where the piece says."""
    texts = list(file_texts(load(root).curriculum))
    assert len(texts) > 5
    for file_text in texts:
        lines = (root / file_text.file).read_text("utf-8").split("\n")
        for piece in file_text.pieces:
            assert piece.offsets, (file_text.file, piece.loc)
            for at, letter in enumerate(piece.text):
                if letter.isalnum():
                    span = piece.span(at, at + 1)
                    assert lines[span.line - 1][span.column - 1] == letter


def test_answers_and_assessments_are_for_trainers() -> None:
    """What participants never see is marked, in sessions and in records."""
    texts = {text.file: text for text in file_texts(load(BASE).curriculum)}
    assert all(piece.trainer_only for piece in _having(texts["kwu-01/assessment.yaml"], "Kompeten"))
    trainer = [piece.text for text in texts.values() for piece in text.pieces if piece.trainer_only]
    shown = [piece.text for text in texts.values() for piece in text.pieces if not piece.trainer_only]
    assert trainer
    assert shown
    session = texts["kwu-01/sessions/02-hpp.md"]
    assert any(piece.trainer_only and piece.kind == "paragraph" for piece in session.pieces)


def test_a_cited_unit_is_official(tmp_path: Path) -> None:
    """The words of a standard are quoted as they are."""
    root = shutil.copytree(BASE, tmp_path / "modules")
    path = root / "kwu-01" / "module.yaml"
    path.write_text(path.read_text("utf-8").replace("source: tna", "source: skkni"), "utf-8")
    [module] = [text for text in file_texts(load(root).curriculum) if text.file == "kwu-01/module.yaml"]
    official = {piece.loc[0] for piece in module.pieces if piece.official}
    assert official == {"title", "unit", "elements"}


def _having(text: FileText, words: str) -> list[Piece]:
    return [piece for piece in text.pieces if words in piece.text]
