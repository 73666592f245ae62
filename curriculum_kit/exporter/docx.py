"""A module as a Word file for reviewers who write their remarks there: `kwu-05-pelatih.docx`, `kwu-05-peserta.docx`.

The text is that of the edition of one audience, so nothing that only trainers may see is ever in a file for
participants. Every kind of paragraph has a style with a name; drawings become pictures. The same input gives the same
bytes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.layout import layout_environment
from curriculum_kit.edition.model import Builder
from curriculum_kit.edition.slots import slot_filler
from curriculum_kit.exporter.word_pages import WordPages

NAMES = {Audience.TRAINER: "pelatih", Audience.PARTICIPANT: "peserta"}
"""How files are called."""
ENDING = ".docx"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class WordFile:
    """A Word file: what it is called, and its bytes."""

    name: str
    data: bytes


def word_files(context: EditionContext, fragments: Fragments, only: str | None = None) -> Iterator[WordFile]:
    """The modules of an edition as Word files; `only` is the id of a module."""
    builder = Builder(context, fragments.sessions, fragments.fields)
    environment = layout_environment("books")
    fill = slot_filler(context, environment, "print", fragments.fields)
    settings = context.curriculum.settings
    publisher = settings.record.publisher if settings else ""
    for module in context.curriculum.modules.values():
        if only is not None and module.id != only:
            continue
        model = builder.module(module)
        is_trainer = context.audience is Audience.TRAINER
        html = environment.get_template("review.html").render(module=model, fill=fill, is_trainer=is_trainer)
        pages = WordPages(
            f"Modul {model.number}. {model.title}",
            f"Untuk {NAMES[context.audience]}, versi {model.view.version}, fakta per {context.as_of.isoformat()}",
            publisher,
            _pictures(context, fragments),
        )
        pages.add(html)
        yield WordFile(f"{module.id}-{NAMES[context.audience]}{ENDING}", undated(pages.data()))


def _pictures(context: EditionContext, fragments: Fragments) -> Callable[[str], bytes | None]:
    """The bytes of a picture by its name in the text."""
    files: Mapping[str, Path] = {
        name: context.curriculum.root / original for original, name in fragments.pictures.items()
    }

    def bytes_of(name: str) -> bytes | None:
        if name in fragments.drawings:
            return fragments.drawings[name].encode()
        return files[name].read_bytes() if name in files else None

    return bytes_of


def undated(data: bytes) -> bytes:
    """A ZIP archive in which no part says when it was made."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name, _LONG_AGO), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
