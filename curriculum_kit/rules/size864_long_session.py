"""Sesi terlalu panjang untuk dibaca.

Bacaan peserta yang lebih dari 2.000 kata dalam satu sesi melelahkan peserta yang jarang membaca dan sulit diselesaikan
dalam satu pertemuan. Bagilah sesi itu menjadi dua, atau pindahkan penjelasan yang rinci ke catatan pelatih. Tulisan
yang hanya dilihat pelatih tidak dihitung.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText

SEVERITY = Severity.NOTE

MOST_WORDS = 2000

_WORD = re.compile(r"\S*\w\S*")


def check_text(text_: FileText, context: Context) -> Iterator[Diagnostic]:
    """Count the words that participants read in the text of a session."""
    pieces = [piece for piece in text_.pieces if piece.kind != "field" and not piece.trainer_only]
    count = sum(len(_WORD.findall(piece.text)) for piece in pieces)
    if count > MOST_WORDS:
        yield context.finding(
            Span(text_.file),
            text("peserta membaca {count} kata dalam sesi ini, melewati batas {limit} kata", count=count,
                 limit=MOST_WORDS),
            text("Bagi menjadi dua sesi, atau pindahkan penjelasan yang rinci ke catatan pelatih."),
        )  # fmt: skip
