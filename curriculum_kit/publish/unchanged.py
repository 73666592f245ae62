"""A build of the same things again: nothing is made when nothing has changed.

What a build is made of is one digest: every file of the curriculum, every file of the program and its templates, what
is installed, the day, and what was asked for. What came of it is its manifest. When both are still what they were after
the last build, the findings are told again and the output stays. Anything else, also an output in which a file is
missing or was changed, is built.
"""

from __future__ import annotations

import hashlib
import platform
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.pdf.files import write_whole
from curriculum_kit.pdf.toolchain import versions
from curriculum_kit.publish.manifest import MANIFEST, digest, verify_manifest
from curriculum_kit.publish.request import BuildRequest, BuildResult
from curriculum_kit.resources import PACKAGE, templates_folder


class _Built(msgspec.Struct, frozen=True):
    """The last build of a request: its inputs, its manifest, and what it told."""

    inputs: str
    manifest: str
    files: int
    diagnostics: tuple[Diagnostic, ...]


def build_if_changed(request: BuildRequest) -> BuildResult:
    """Build and publish, unless the output is already what would come of it. Raises what `build` raises."""
    before = inputs_digest(request)
    told = _last(request, before)
    if told is not None:
        return told
    from curriculum_kit.publish.build import build  # noqa: PLC0415 - Sphinx is not needed before

    result = build(request)
    # Not when somebody has saved a file in the meantime: nobody knows which of the two was read.
    if result.published and inputs_digest(request) == before:
        built = _Built(before, digest(request.output / MANIFEST), result.files, result.diagnostics)
        with suppress(OSError):  # a full or read-only cache is no reason to fail
            write_whole(_path(request), msgspec.json.encode(built))
    return result


def inputs_digest(request: BuildRequest) -> str:
    """One digest of all that has a say in the output of a build."""
    libraries = versions() if request.books else ()  # a site needs none of them
    return _digest((*_texts((*_asked(request), *libraries)), program_digest(), *_files(request.root)))


def program_digest() -> bytes:
    """One digest of the program: its own files, its templates, and what is installed."""
    machine = (platform.platform(), sys.version, *_installed())
    return bytes.fromhex(_digest((*_texts(machine), *_files(PACKAGE), *_files(templates_folder()))))


def _last(request: BuildRequest, inputs: str) -> BuildResult | None:
    """What the last build came to, if this one would come to the same."""
    try:
        built = msgspec.json.decode(_path(request).read_bytes(), type=_Built)
        if built.inputs != inputs or digest(request.output / MANIFEST) != built.manifest:
            return None
        if verify_manifest(request.output):
            return None
    except (OSError, ValueError, KeyError, msgspec.MsgspecError):
        return None
    return BuildResult(built.diagnostics, published=True, files=built.files)


def _digest(parts: Iterable[bytes]) -> str:
    hasher = hashlib.sha256()
    for part in parts:
        hasher.update(b"%d:" % len(part) + part)
    return hasher.hexdigest()


def _texts(texts: Iterable[str]) -> Iterator[bytes]:
    yield from (text.encode() for text in texts)


def _files(folder: Path) -> Iterator[bytes]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and "__pycache__" not in path.parts:
            yield path.relative_to(folder).as_posix().encode()
            yield path.read_bytes()


def _asked(request: BuildRequest) -> tuple[str, ...]:
    return (
        request.as_of.isoformat(),
        repr(sorted(request.scopes)),
        repr([audience.value for audience in request.audiences]),
        repr((request.site, request.books)),
        str(request.root.resolve()),
        str(request.output.resolve()),
    )


def _installed() -> list[str]:
    """The packages with their versions, as the names of their folders tell them."""
    return sorted({path.name for folder in sys.path for path in Path(folder).glob("*.dist-info")})


def _path(request: BuildRequest) -> Path:
    name = hashlib.sha256(repr(_asked(request)).encode()).hexdigest()[:24]
    return request.cache / "built" / f"{name}.json"
