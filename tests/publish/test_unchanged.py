"""A build is not made again while its inputs and its output are what they were. Sphinx is not needed here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

import curriculum_kit.publish.build as publishing
from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.publish.manifest import write_manifest
from curriculum_kit.publish.request import BuildRequest, BuildResult
from curriculum_kit.publish.unchanged import build_if_changed

NOTE = Diagnostic("TEST001", Severity.NOTE, text("isi {n}", n=text("a")), text("b"), Span("a.md", 3, 1, 3, 9))


class Builds:
    """A build that copies the curriculum, and counts."""

    def __init__(self) -> None:
        self.count = 0
        self.meanwhile: Callable[[], object] = lambda: None

    def __call__(self, request: BuildRequest) -> BuildResult:
        self.count += 1
        request.output.mkdir(exist_ok=True)
        (request.output / "a.html").write_text((request.root / "a.md").read_text("utf-8"), "utf-8")
        write_manifest(request.output, request.as_of, [NOTE])
        self.meanwhile()
        return BuildResult((NOTE,), published=True, files=2)


@pytest.fixture
def builds(monkeypatch: pytest.MonkeyPatch) -> Builds:
    counted = Builds()
    monkeypatch.setattr(publishing, "build", counted)
    return counted


@pytest.fixture
def request_(tmp_path: Path) -> BuildRequest:
    root = tmp_path / "modules"
    root.mkdir()
    (root / "a.md").write_text("isi", "utf-8")
    return BuildRequest(root, tmp_path / "build", tmp_path / "cache", date(2026, 1, 15), books=False)


def record(request: BuildRequest) -> Path:
    return next((request.cache / "built").iterdir())


def test_the_same_again_is_told_and_not_built(builds: Builds, request_: BuildRequest) -> None:
    first = build_if_changed(request_)
    assert build_if_changed(replace(request_, jobs=7)) == first == BuildResult((NOTE,), published=True, files=2)
    assert builds.count == 1


@pytest.mark.parametrize(
    "change",
    [
        lambda one: (one.root / "a.md").write_text("isi baru", "utf-8"),
        lambda one: (one.root / "b.md").write_text("", "utf-8"),
        lambda one: (one.root / "a.md").rename(one.root / "c.md").write_text("isi") and (one.root / "a.md").touch(),
        lambda one: (one.output / "a.html").write_text("disunting", "utf-8"),
        lambda one: (one.output / "a.html").unlink(),
        lambda one: (one.output / "b.html").touch(),
        lambda one: (one.output / "manifest.json").write_text("{}", "utf-8"),
        lambda one: record(one).write_bytes(b""),
        lambda one: record(one).write_bytes(b"[]"),
        lambda one: record(one).write_bytes(record(one).read_bytes().replace(b"TEST001", b'TEST001"')),
        lambda one: record(one).unlink(),
    ],
)
def test_any_change_is_built(builds: Builds, request_: BuildRequest, change: Callable[[BuildRequest], object]) -> None:
    build_if_changed(request_)
    change(request_)
    build_if_changed(request_)
    assert builds.count == 2
    build_if_changed(request_)
    assert builds.count == 2


def test_another_request_is_another_build(builds: Builds, request_: BuildRequest) -> None:
    build_if_changed(request_)
    for other in (
        replace(request_, as_of=date(2026, 1, 16)),
        replace(request_, scopes=frozenset({"kwu-05"})),
        replace(request_, audiences=request_.audiences[:1]),
        replace(request_, site=False),
        replace(request_, output=request_.output.with_name("lain")),
    ):
        before = builds.count
        build_if_changed(other)
        assert builds.count == before + 1


def test_what_was_saved_during_a_build_is_built_again(builds: Builds, request_: BuildRequest) -> None:
    builds.meanwhile = lambda: (request_.root / "a.md").write_text("disimpan", "utf-8")
    build_if_changed(request_)
    builds.meanwhile = lambda: None
    build_if_changed(request_)
    assert builds.count == 2


def test_a_refused_build_is_not_remembered(request_: BuildRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(publishing, "build", lambda request: BuildResult((NOTE,), published=False))  # noqa: ARG005
    build_if_changed(request_)
    assert not (request_.cache / "built").exists()


def test_nothing_slow_is_imported_before_it_is_needed() -> None:
    script = (
        "import sys\n"
        "import curriculum_kit.cli.build, curriculum_kit.publish.unchanged, curriculum_kit.publish.clock\n"
        "slow = {'sphinx', 'docutils', 'weasyprint', 'pikepdf', 'fontTools', 'PIL', 'jinja2'}\n"
        "print(sorted(slow & set(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"
