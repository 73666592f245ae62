"""Fill catalogues as a translator would."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path

from babel.messages.pofile import read_po, write_po

from curriculum_kit.source.loader import load
from curriculum_kit.translation.catalogue import renewed
from curriculum_kit.translation.files import catalogue_path
from curriculum_kit.translation.messages import SHARED, messages


def filled(catalogue: str, say: Callable[[str], str | None]) -> str:
    """The catalogue with the translations that `say` knows."""
    read = read_po(io.StringIO(catalogue), locale="en")
    for unit in read:
        words = say(str(unit.id)) if unit.id else None
        if words is not None:
            unit.string = words
            unit.flags.clear()
    buffer = io.BytesIO()
    write_po(buffer, read, width=0, omit_header=True)
    return buffer.getvalue().decode("utf-8")


def translate(modules: Path, say: Callable[[str], str | None], *ids: str) -> None:
    """Write catalogues of some modules and of what they share, and ask for an English edition."""
    curriculum = load(modules).curriculum
    for scope in (SHARED, *ids):
        path = modules / catalogue_path(scope, "en")
        path.parent.mkdir(exist_ok=True)
        path.write_text(filled(renewed(messages(curriculum, scope), "en").text, say), "utf-8")
    settings = modules / "curriculum.yaml"
    words = settings.read_text("utf-8")
    if "translations:" not in words:
        settings.write_text(f"{words.rstrip()}\ntranslations: [en]\n", "utf-8")
