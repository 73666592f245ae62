"""Make the packs again from a finished output: nothing is rendered, and readers see the old or the new output whole."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import Diagnostic, has_errors
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.errors import EnvironmentTrouble
from curriculum_kit.publish.build import participant_secrets
from curriculum_kit.publish.exclusive import only_build
from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.manifest import MANIFEST, read_manifest, renew_manifest, verify_manifest
from curriculum_kit.publish.pack import PACK, finish_site
from curriculum_kit.publish.swap import publish_folder, recover
from curriculum_kit.source.loader import load

SHOWN = 3
"""Damaged files that are named; more help nobody."""


@dataclass(frozen=True, slots=True)
class RepackResult:
    """What came of it: size in bytes by file, or the findings that stopped it."""

    diagnostics: tuple[Diagnostic, ...]
    sizes: dict[str, int]


def repack(root: Path, output: Path, cache: Path, audiences: Sequence[Audience], *, books: bool) -> RepackResult:
    """Write the packs of `audiences` anew into `output`, the finished output of the curriculum at `root`.

    Raises `EnvironmentTrouble` when the output is missing or damaged, or a build runs.
    """
    with only_build(cache, output):
        recover(output)
        _must_be_whole(output, audiences)
        staging = Path(tempfile.mkdtemp(prefix=f".{output.name}.new-", dir=output.parent))
        staging.chmod(0o755)
        try:
            shutil.copytree(output, staging, dirs_exist_ok=True, copy_function=_link)
            for audience in audiences:
                finish_site(staging / audience, audience, books=books)
            found = _leaks(root, staging) if Audience.PARTICIPANT in audiences else ()
            if has_errors(found):
                return RepackResult(found, {})
            renew_manifest(staging)
            sizes = {f"{audience}/{PACK}": (staging / audience / PACK).stat().st_size for audience in audiences}
            publish_folder(staging, output)
            return RepackResult((), sizes)
        finally:
            if staging.exists():
                shutil.rmtree(staging)


def _must_be_whole(output: Path, audiences: Sequence[Audience]) -> None:
    if not output.joinpath(MANIFEST).is_file():
        raise EnvironmentTrouble(f"{output.as_posix()}/ belum berisi hasil `ck build`.")
    if wrong := verify_manifest(output):
        names = ", ".join(wrong[:SHOWN]) + (f", dan {len(wrong) - SHOWN} lainnya" if len(wrong) > SHOWN else "")
        raise EnvironmentTrouble(f"{output.as_posix()}/ tidak utuh ({names}). Jalankan `ck build` lagi.")
    for audience in audiences:
        if not output.joinpath(audience, "index.html").is_file():
            raise EnvironmentTrouble(f"{output.as_posix()}/ tidak memuat situs {audience.value}. Jalankan `ck build`.")


def _leaks(root: Path, staging: Path) -> tuple[Diagnostic, ...]:
    loaded = load(root)
    if has_errors(loaded.diagnostics):
        return loaded.diagnostics
    day = date.fromisoformat(read_manifest(staging)["as_of"])
    context = EditionContext.of(loaded.curriculum, Audience.PARTICIPANT, day)
    return tuple(leaks(staging / Audience.PARTICIPANT, participant_secrets(root, context)))


def _link(source: str, target: str) -> None:
    """The same file under a second name; a copy where the disk cannot. What is written anew is unlinked first."""
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)
