"""The last gate: nothing that only trainers may see may stand in the participant output, in any layer of any file.

Every file is decoded (HTML text and attributes, scripts, drawings, PDF text, outline, metadata, fields, attachments,
streams) and searched for the secrets of `curriculum_kit.publish.secrets`, for block fences, and for names of
trainer-only blocks. One hit stops the publication.
"""

from __future__ import annotations

import html
import re
import tempfile
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path

import pikepdf
import pypdfium2

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.publish.secrets import RUN, SHORTEST, Secrets, runs_of, words_of

TAG = re.compile(r"<[^>]+>")
FENCE_LEFT = re.compile(r":::+|\{(?:answer|trainer-note)\}|ck-slot|ck-field")
TRAINER_MARK = re.compile(r"block-(?:answer|trainer-note)")
TEXT_SUFFIXES = frozenset({".html", ".js", ".json", ".css", ".svg", ".txt", ".xml", ".webmanifest"})
MOST_MEMBERS, MOST_BYTES = 20_000, 2_000_000_000
"""Limits of a ZIP: ours is far below them, so more than that is a mistake."""
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".woff2", ".ico"})


def leaks(folder: Path, secrets: Secrets) -> Iterator[Diagnostic]:
    """One diagnostic per file and kind of leak."""
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    for name, path in files.items():
        if path.suffix == ".zip":
            yield from _leaks_in_zip(name, path, secrets, files)
        else:
            yield from _leaks_in(name, path, secrets)


def _leaks_in_zip(name: str, path: Path, secrets: Secrets, files: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """Every member is a file of the output like any other. What is too large to unpack is not published.

    `files` are the files beside it: a member that has the bytes of its file is read only there.
    """
    with zipfile.ZipFile(path) as pack, tempfile.TemporaryDirectory() as folder:
        members = pack.infolist()
        if len(members) > MOST_MEMBERS or sum(member.file_size for member in members) > MOST_BYTES:
            yield _leak(name, text("berkas ZIP yang terlalu besar untuk diperiksa"))
            return
        for number, member in enumerate(members):
            if member.is_dir():
                continue
            content = pack.read(member)
            beside = files.get(member.filename.partition("/")[2])
            if beside is not None and beside.read_bytes() == content:
                continue
            file = Path(folder, f"{number}{Path(member.filename).suffix}")
            file.write_bytes(content)
            inner = f"{name}/{member.filename}"
            if file.suffix == ".zip":
                yield _leak(inner, text("berkas ZIP di dalam berkas ZIP"))
            else:
                yield from _leaks_in(inner, file, secrets)
            file.unlink()


def _leaks_in(name: str, path: Path, secrets: Secrets) -> Iterator[Diagnostic]:
    """The leaks of one file, which is published as `name`."""
    layers = [name, *_layers(path)]
    joined = "\n".join(layers)
    if path.suffix in TEXT_SUFFIXES | {".pdf"} and (fence := FENCE_LEFT.search(joined)):
        yield _leak(name, text("sisa penanda blok {mark!r}", mark=fence[0]))
    if path.suffix == ".html" and (mark := TRAINER_MARK.search(joined)):
        yield _leak(name, text("blok pelatih ({mark})", mark=mark[0]))
    if run := _secret_run(layers, secrets):
        yield _leak(name, text("teks pelatih {words!r} dari {file}", words=" ".join(run), file=secrets.runs[run]))
    for module_id, numbers in secrets.numbers.items():
        if f"/{module_id}/" in f"/{name}":
            for number in sorted(numbers):
                if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", joined):
                    yield _leak(name, text("hasil lembar latihan {number}", number=number))


def _secret_run(layers: list[str], secrets: Secrets) -> tuple[str, ...] | None:
    for layer in layers:
        words = words_of(layer)
        for length in range(SHORTEST, RUN + 1):
            for run in runs_of(words, length):
                if run in secrets.runs:
                    return run
    return None


def _layers(path: Path) -> list[str]:
    """The file as readers and programs see it: decoded texts."""
    if path.suffix == ".pdf":
        return list(_pdf_layers(path))
    if path.suffix in PICTURE_SUFFIXES:
        return [path.read_bytes().decode("latin-1")]
    raw = path.read_text("utf-8")
    return [raw, html.unescape(TAG.sub(" ", raw)), html.unescape(TAG.sub("", raw))]


def _pdf_layers(path: Path) -> Iterator[str]:
    document = pypdfium2.PdfDocument(path)
    try:
        yield "\n".join(page.get_textpage().get_text_range() for page in document)
        yield "\n".join(bookmark.get_title() for bookmark in document.get_toc())
    finally:
        document.close()
    with pikepdf.open(path) as pdf:
        yield "\n".join(str(value) for value in pdf.docinfo.values())
        yield "\n".join(str(name) for name in pdf.attachments)
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                if thing.get("/Type") == "/Metadata" or thing.get("/Subtype") == "/Form":
                    yield thing.read_bytes().decode("utf-8", "replace")
            elif isinstance(thing, pikepdf.Dictionary):
                for key in ("/T", "/TU", "/V", "/DV", "/Alt", "/ActualText", "/E", "/Title", "/Contents"):
                    value = thing.get(key)
                    if isinstance(value, pikepdf.String):
                        yield str(value)


def _leak(file: str, what: object) -> Diagnostic:
    return Diagnostic(
        "LEAK971",
        Severity.ERROR,
        text("keluaran peserta memuat {what}", what=what),
        text("Jangan menerbitkan hasil ini. Periksa blok di sekitarnya; bila sumbernya benar, laporkan kebocoran ini."),
        Span(f"participant/{file}"),
    )
