"""Terjemahan yang mengubah bentuk teks.

Satu paragraf tetap satu paragraf, satu butir daftar tetap satu butir. Tanda daftar, judul, tabel, dan blok tidak ikut
diterjemahkan: semua itu tetap dari naskah aslinya. Terjemahan yang dimulai dengan tanda hubung atau tanda pagar akan
menjadi daftar atau judul baru.

Salah:

```text
+++ locale/en.po
msgid "Jahitan daster"
msgstr "- Sewing house dresses"
```

Benar:

```text
+++ locale/en.po
msgid "Jahitan daster"
msgstr "Sewing house dresses"
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.source.catalogues import Catalogue
from curriculum_kit.source.curriculum import Curriculum, LoadedSession
from curriculum_kit.source.document import Document
from curriculum_kit.translation.compare import same_shape, translated_entries

SEVERITY = Severity.ERROR
_HELP = text("Terjemahkan kata-katanya saja; hapus tanda Markdown yang tidak ada dalam teks aslinya.")


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare each text with its translation."""
    for catalogue, entry in translated_entries(curriculum):
        if not same_shape(entry.text, entry.translation):
            message = text("terjemahan bukan bentuk yang sama dengan teks aslinya")
            yield context.finding(Span(catalogue.file, entry.line), message, _HELP)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Read each session as it will be read once its words are translated."""
    from curriculum_kit.translation.whole import translated_document  # noqa: PLC0415 - needs the parser

    for catalogues in curriculum.catalogues.values():
        for module in curriculum.modules.values():
            catalogue = catalogues.get(module.id)
            for session in module.sessions.values() if catalogue else ():
                document = translated_document(session, catalogue.translations) if catalogue else session.document
                if catalogue and (word := _broken(session, document)) is not None:
                    message = text('terjemahan mengubah susunan {file} di "{word}"', file=document.file, word=word)
                    yield context.finding(Span(catalogue.file, _line(catalogue, word)), message, _HELP)


def _broken(session: LoadedSession, document: Document) -> str | None:
    """The word at which the translated session is not read as the original is."""
    known = {fault.kind for fault in session.document.faults}
    fault = next((fault for fault in document.faults if fault.kind not in known), None)
    if fault:
        return fault.word
    before, after = ([(block.kind, block.name) for block in each.walk()] for each in (session.document, document))
    if before != after or len(session.document.headings) != len(document.headings):
        return document.file.rpartition("/")[2]
    return None


def _line(catalogue: Catalogue, word: str) -> int:
    return next((entry.line for entry in catalogue.entries if word in entry.translation), 1)
