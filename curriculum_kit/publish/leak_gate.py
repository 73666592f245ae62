"""The last gate: nothing that only trainers may see may stand in the participant output, in any layer of any file.

Every file is decoded (HTML text and attributes, scripts, drawings, PDF text, outline, metadata, fields, attachments,
streams, archives and spreadsheets) and searched for the secrets of `curriculum_kit.publish.secrets`, for block fences,
and for names of trainer-only blocks. A file that `curriculum_kit.outputs` does not know is refused whatever it holds.
One hit stops the publication.
"""

from __future__ import annotations

import hashlib
import html
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator, Mapping
from io import BytesIO
from pathlib import Path, PurePosixPath

import pikepdf
import pypdfium2

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.outputs import outputs_of
from curriculum_kit.publish.secrets import RUN, SHORTEST, Secrets, runs_of, words_of
from curriculum_kit.publish.spreadsheet_gate import spreadsheet_leaks
from curriculum_kit.source.memory import Memory

TAG = re.compile(r"<[^>]+>")
FENCE_LEFT = re.compile(r":::+|\{(?:answer|trainer-note)\}|ck-slot|ck-field|[\u2e22\u2e23]")
"""Of blocks, and the marks of texts that are not translated."""
TRAINER_MARK = re.compile(r"block-(?:answer|trainer-note)")
TEXT_SUFFIXES = frozenset({".html", ".js", ".json", ".css", ".svg", ".txt", ".xml", ".webmanifest"})
ARCHIVE_SUFFIXES = frozenset({".xlsx", ".zip"})
MOST_MEMBERS = 20_000
MOST_BYTES = 1_000_000_000
PDF_TEXTS = frozenset({"/T", "/TU", "/V", "/DV", "/Alt", "/ActualText", "/E", "/Title", "/Contents"})
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".woff2", ".ico"})


def leaks(folder: Path, secrets: Secrets, memory: Memory | None = None) -> Iterator[Diagnostic]:
    """One diagnostic per file and kind of leak.

    A file in which nothing was found needs no second look while its name, its bytes, all secrets and the program are
    the same. Archives are always opened: what is found in them depends on the files beside them.
    """
    memory = memory or Memory()
    files = {path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()}
    known = secrets.digest()
    for name, path in files.items():
        raw = path.read_bytes()
        parts = (name, known, hashlib.sha256(raw).digest())
        alone = path.suffix not in ARCHIVE_SUFFIXES
        if alone and memory.known("clean", parts, bool):
            continue
        found = tuple(_leaks_of_file(name, raw, secrets, files))
        if alone and not found:
            memory.keep("clean", parts, True)  # noqa: FBT003 - the value
        yield from found


def strangers(folder: Path, languages: Collection[str] = ()) -> Iterator[Diagnostic]:
    """One diagnostic for each file of the participant output that `curriculum_kit.outputs` does not give them.

    `languages` are those into which the curriculum is translated.
    """
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        name = path.relative_to(folder).as_posix()
        if not outputs_of(name, Audience.PARTICIPANT, languages):
            yield _leak(name, text("berkas yang tidak termasuk hasil bagi peserta"))


def _leaks_of_file(name: str, raw: bytes, secrets: Secrets, files: Mapping[str, Path]) -> Iterator[Diagnostic]:
    suffix = PurePosixPath(name).suffix
    if suffix in ARCHIVE_SUFFIXES:
        yield from _leaks_of_archive(name, raw, secrets, files)
        return
    layers = [name, *_layers(suffix, raw)]
    joined = "\n".join(layers)
    if suffix in TEXT_SUFFIXES | {".pdf"} and (fence := FENCE_LEFT.search(joined)):
        yield _leak(name, text("sisa penanda blok {mark!r}", mark=fence[0]))
    if suffix == ".html" and (mark := TRAINER_MARK.search(joined)):
        yield _leak(name, text("blok pelatih ({mark})", mark=mark[0]))
    if run := _secret_run(layers, secrets):
        yield _leak(name, text("teks pelatih {words!r} dari {file}", words=" ".join(run), file=secrets.runs[run]))
    for module_id, numbers in secrets.numbers.items():
        if f"/{module_id}/" in f"/{name}":
            for number in sorted(each for each in numbers if each in joined):
                if re.search(rf"(?<![\d.,]){re.escape(number)}(?![\d]|[.,]\d)", joined):
                    yield _leak(name, text("hasil lembar latihan {number}", number=number))


def _leaks_of_archive(name: str, raw: bytes, secrets: Secrets, files: Mapping[str, Path]) -> Iterator[Diagnostic]:
    """The files inside an archive, each as if it lay there; of spreadsheets also what their cells hold.

    `files` are the files of the output: a member that has the bytes of its file is read only there.
    """
    try:
        members = _unpacked(raw)
    except (zipfile.BadZipFile, ValueError, NotImplementedError, zlib.error):
        yield _leak(name, text("arsip yang tidak dapat diperiksa"))
        return
    for member, content in members.items():
        beside = files.get(member.partition("/")[2])
        if beside is not None and beside.read_bytes() == content:
            continue
        if PurePosixPath(member).suffix == ".zip":
            yield _leak(f"{name}/{member}", text("berkas ZIP di dalam berkas ZIP"))
        yield from _leaks_of_file(f"{name}/{member}", content, secrets, files)
    if PurePosixPath(name).suffix == ".xlsx":
        texts = {member: content.decode("utf-8", "replace") for member, content in members.items()}
        for module_id in [part for part in PurePosixPath(name).parts[:-1] if part in secrets.modules] or [""]:
            for what in spreadsheet_leaks(module_id, texts, secrets):
                yield _leak(name, what)


def _unpacked(raw: bytes) -> dict[str, bytes]:
    """The files of an archive. Raises `ValueError` where there are more, or larger ones, than any output has."""
    with zipfile.ZipFile(BytesIO(raw)) as archive:
        infos = [info for info in archive.infolist() if not info.is_dir()]
        names = {info.filename for info in infos}
        if len(infos) > MOST_MEMBERS or len(names) < len(infos) or sum(info.file_size for info in infos) > MOST_BYTES:
            raise ValueError
        # The sizes are what the archive says of itself: what is read is never more, and a lie fails the check sum.
        return {info.filename: archive.read(info) for info in infos}


def _secret_run(layers: list[str], secrets: Secrets) -> tuple[str, ...] | None:
    for layer in layers:
        words = words_of(layer)
        for length in range(SHORTEST, RUN + 1):
            if not secrets.runs.keys().isdisjoint(runs_of(words, length)):
                return next(run for run in runs_of(words, length) if run in secrets.runs)
    return None


def _layers(suffix: str, raw: bytes) -> list[str]:
    """The file as readers and programs see it: decoded texts."""
    if suffix == ".pdf":
        return list(_pdf_layers(raw))
    if suffix in PICTURE_SUFFIXES:
        return [raw.decode("latin-1")]
    words = raw.decode("utf-8")
    return [words, html.unescape(TAG.sub(" ", words)), html.unescape(TAG.sub("", words))]


def _pdf_layers(raw: bytes) -> Iterator[str]:
    document = pypdfium2.PdfDocument(raw)
    try:
        # Divided words are whole words here: pdfium has U+FFFE in place of a soft hyphen.
        pages = "\n".join(page.get_textpage().get_text_range() for page in document)
        yield pages.replace("\ufffe", "").replace("\xad", "")
        yield "\n".join(bookmark.get_title() for bookmark in document.get_toc())
    finally:
        document.close()
    with pikepdf.open(BytesIO(raw)) as pdf:
        yield "\n".join(str(value) for value in pdf.docinfo.values())
        yield "\n".join(str(name) for name in pdf.attachments)
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream):
                if thing.get("/Type") == "/Metadata" or thing.get("/Subtype") == "/Form":
                    yield thing.read_bytes().decode("utf-8", "replace")
            elif isinstance(thing, pikepdf.Dictionary):
                for key in PDF_TEXTS & thing.keys():
                    value = thing[key]
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
