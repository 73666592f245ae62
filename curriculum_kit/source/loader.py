"""A curriculum folder → a `Curriculum` in memory with everything that could be read, and diagnostics for the rest.

One broken file costs nothing but itself: everything else is loaded and checked, so that authors see all there is to
mend at once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, has_errors, in_reading_order, text
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.source.catalogues import FOLDER, LANGUAGES, SUFFIX, Catalogue, read_catalogue
from curriculum_kit.source.curriculum import Curriculum, LoadedModule, LoadedSession, Picture, Source
from curriculum_kit.source.faults import fault_diagnostic
from curriculum_kit.source.folder import Folder
from curriculum_kit.source.front_matter import split_front_matter
from curriculum_kit.source.habits import meant_kebab
from curriculum_kit.source.memory import Memory
from curriculum_kit.source.picture_guard import PICTURES
from curriculum_kit.source.remembered import remembered_fields, remembered_session, remembered_yaml
from curriculum_kit.source.schema.assessment import Assessment
from curriculum_kit.source.schema.base import Record
from curriculum_kit.source.schema.curriculum import Case, Centres, Glossary, Settings, Standard
from curriculum_kit.source.schema.facts import Facts
from curriculum_kit.source.schema.module import Module
from curriculum_kit.source.schema.programme import Programme
from curriculum_kit.source.schema.release import Release
from curriculum_kit.source.schema.session import SessionPlan
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.source.text_files import decode
from curriculum_kit.source.validate import validate
from curriculum_kit.source.yaml_data import Yaml

R = TypeVar("R", bound=Record)

SETTINGS = "curriculum.yaml"
SHARED_FILES = (SETTINGS, "facts.yaml", "glossary.yaml", "centres.yaml")
SHARED_FOLDERS = ("cases", "standards", "programmes", "releases", FOLDER)
MODULE_FILE = "module.yaml"
MODULE_NAMES = (MODULE_FILE, "sessions", "assessment.yaml", "worksheets", "media", FOLDER)


_KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_VERSION = re.compile(r"\d+\.\d+\.\d+")


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read, and what is wrong with it."""

    curriculum: Curriculum
    diagnostics: tuple[Diagnostic, ...]


def load(
    root: Path,
    overlay: Mapping[str, bytes] | None = None,
    memory: Memory | None = None,
    contents: Mapping[str, bytes] | None = None,
) -> Loaded:
    """Read the curriculum in the folder `root`.

    The files in `overlay` count with the content that they have there. What `memory` holds is not worked out again, and
    what was read into `contents` a moment ago is not read again.
    """
    if not root.is_dir():
        raise EnvironmentTrouble(f"folder kurikulum tidak ada: {root}")
    memory = memory or Memory()
    folder = Folder(root, {**(contents or {}), **(overlay or {})}, memory)
    loader = _Loader(folder, memory)
    curriculum = loader.curriculum()
    return Loaded(curriculum, in_reading_order(folder.found))


class _Loader:
    """Puts records together; what went wrong is noted in the folder."""

    def __init__(self, folder: Folder, memory: Memory) -> None:
        self.folder = folder
        self.memory = memory
        self.texts: dict[str, str] = {}
        self.catalogues: dict[str, dict[str, Catalogue]] = {}

    def curriculum(self) -> Curriculum:
        entries = self.folder.entries()
        if SETTINGS not in entries:
            help = text("Buat dengan perintah `ck new curriculum`, atau jalankan pemeriksaan di folder kurikulum.")
            self.folder.miss(SETTINGS, help)
        modules = tuple(name for name in entries if name not in SHARED_FOLDERS and self._is_module(name))
        for name in entries:
            if name not in {*SHARED_FILES, *SHARED_FOLDERS, *modules, *self.folder.unreadable}:
                self.folder.ignore(name, (*SHARED_FILES, *SHARED_FOLDERS))
        if FOLDER in entries:
            self._read_catalogues("")
        return Curriculum(
            root=self.folder.root,
            settings=self._optional(entries, SETTINGS, Settings),
            programmes=self._records("programmes", Programme),
            facts_source=self._optional(entries, "facts.yaml", Facts),
            glossary=self._optional(entries, "glossary.yaml", Glossary),
            cases=self._records("cases", Case),
            standards=self._records("standards", Standard),
            centres=self._optional(entries, "centres.yaml", Centres),
            releases=self._records("releases", Release, suffix=".json"),
            modules={module.id: module for name in modules if (module := self._module(name))},
            unreadable=frozenset(self.folder.unreadable),
            texts=self.texts,
            catalogues=self.catalogues,
        )

    def _is_module(self, name: str) -> bool:
        if not self.folder.is_folder(name):
            return False
        return not {MODULE_FILE, "sessions"}.isdisjoint(self.folder.entries(name))

    def _optional(self, entries: tuple[str, ...], file: str, model: type[R]) -> Source[R] | None:
        return self._record(file, model) if file in entries else None

    def _records(self, folder: str, model: type[R], *, suffix: str = ".yaml") -> dict[str, Source[R]]:
        """The records of a folder, by the name of their file without its suffix."""
        sources = ((id_, self._record(file, model)) for id_, file in self._files(folder, suffix))
        return {id_: source for id_, source in sources if source and source.file not in self.folder.unreadable}

    def _files(self, folder: str, suffix: str) -> Iterator[tuple[str, str]]:
        """Ids and paths of the files in a folder that end in `suffix`."""
        for name in self.folder.entries(folder):
            file, id_ = f"{folder}/{name}", name.removesuffix(suffix)
            if not name.endswith(suffix) or self.folder.is_folder(file):
                self.folder.ignore(file, (suffix,))
                continue
            self._check_id(id_, file, is_version=suffix == ".json")
            yield id_, file

    def _check_id(self, id_: str, file: str, *, is_version: bool = False) -> None:
        """The name of a file is the id of what it holds."""
        if (_VERSION if is_version else _KEBAB).fullmatch(id_):
            return
        help: Text = text("Nama berkas adalah nomor versi, misalnya 1.0.0.json.")
        if not is_version:
            meant = meant_kebab(id_) or "biaya-bahan"
            help = text("Pakai huruf kecil, angka, dan tanda hubung, misalnya {meant}.", meant=meant)
        message = text('nama "{id}" tidak dapat dipakai untuk berkas atau folder', id=id_)
        self.folder.fail(file, Diagnostic("REF308", Severity.ERROR, message, help, Span(file)))

    def _record(self, file: str, model: type[R]) -> Source[R] | None:
        content = self.folder.read(file)
        if content is None:
            return None
        yaml = remembered_yaml(self.memory, file, content)
        self.texts[file] = yaml.text
        return self._source(file, model, yaml, yaml.text)

    def _source(self, file: str, model: type[R], yaml: Yaml, whole_text: str) -> Source[R] | None:
        """The record of a YAML text, with what its Markdown fields mention."""
        self.folder.found += yaml.diagnostics
        record = None
        if yaml.data is not None:
            record, findings = validate(model, yaml.data, yaml.places)
            self.folder.found += findings
        if record is None or has_errors(yaml.diagnostics):
            self.folder.fail(file)
            return None
        fields = remembered_fields(self.memory, Source(file, record, yaml.places), whole_text)
        self.folder.found += map(fault_diagnostic, fields.faults)
        return Source(file, record, yaml.places, fields.mentions)

    def _module(self, id_: str) -> LoadedModule | None:
        """A module folder. Without a readable `module.yaml` its parts are checked, but there is no module."""
        entries = self.folder.entries(id_)
        file = f"{id_}/{MODULE_FILE}"
        if MODULE_FILE in entries:
            self._check_id(id_, file)
        else:
            help = text("Buat dengan perintah `ck new module`; di dalamnya ada unit, elemen, KUK, dan IUK.")
            self.folder.miss(file, help)
        for name in entries:
            if name not in MODULE_NAMES:
                self.folder.ignore(f"{id_}/{name}", MODULE_NAMES)
        if FOLDER in entries:
            self._read_catalogues(id_)
        source = self._record(file, Module) if MODULE_FILE in entries else None
        sessions = self._sessions(f"{id_}/sessions")
        assessment = self._record(f"{id_}/assessment.yaml", Assessment) if "assessment.yaml" in entries else None
        worksheets = self._records(f"{id_}/worksheets", Worksheet)
        media = dict(self._media(f"{id_}/media"))
        if source is None or file in self.folder.unreadable:
            return None
        return LoadedModule(id_, source, _in_order(source.record, sessions), assessment, worksheets, media)

    def _read_catalogues(self, scope: str) -> None:
        """The translations of a module, or of what modules share (no `scope`)."""
        folder = f"{scope}/{FOLDER}".removeprefix("/")
        known = tuple(f"{language}{SUFFIX}" for language in LANGUAGES)
        for name in self.folder.entries(folder):
            file = f"{folder}/{name}"
            if name not in known or self.folder.is_folder(file):
                self.folder.ignore(file, known)
                continue
            content = self.folder.read(file)
            if content is None:
                continue
            catalogue, found = read_catalogue(file, content, self.memory)
            self.folder.found += found
            if catalogue is None:
                self.folder.fail(file)
            else:
                self.catalogues.setdefault(name.removesuffix(SUFFIX), {})[scope] = catalogue

    def _media(self, folder: str) -> Iterator[tuple[str, Picture]]:
        for name in self.folder.entries(folder):
            file = f"{folder}/{name}"
            if self.folder.is_folder(file):
                self.folder.ignore(file, PICTURES)
            elif picture := self.folder.picture(file):
                yield name, picture

    def _sessions(self, folder: str) -> dict[str, LoadedSession]:
        sessions = (self._session(id_, file) for id_, file in self._files(folder, ".md"))
        return {s.id: s for s in sessions if s and s.document.file not in self.folder.unreadable}

    def _session(self, id_: str, file: str) -> LoadedSession | None:
        content = self.folder.read(file)
        if content is None:
            return None
        decoded = decode(file, content)
        if isinstance(decoded, Diagnostic):
            self.folder.fail(file, decoded)
            return None
        front = split_front_matter(file, decoded)
        if isinstance(front, Diagnostic):
            self.folder.fail(file, front)
            return None
        yaml = remembered_yaml(self.memory, file, front.text, first_line=front.first_line)
        plan = self._source(file, SessionPlan, yaml, decoded)
        document = remembered_session(self.memory, file, decoded, front.body_line)
        self.folder.found += map(fault_diagnostic, document.faults)
        return LoadedSession(id_, plan, document) if plan else None


def _in_order(module: Module, sessions: Mapping[str, LoadedSession]) -> dict[str, LoadedSession]:
    """The sessions as the module lists them, strays last."""
    listed = [id_ for id_ in module.sessions if id_ in sessions]
    return {id_: sessions[id_] for id_ in dict.fromkeys((*listed, *sessions))}
