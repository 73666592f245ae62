"""`ck clean` takes the cache away and nothing else."""

from __future__ import annotations

from pathlib import Path

from filelock import FileLock

from tests.project import Project


def test_the_cache_goes_and_the_rest_stays(tmp_path: Path) -> None:
    project = Project(tmp_path)
    assert project.ck("check").returncode == 0
    kept = sorted(path for path in tmp_path.rglob("*") if ".ck-cache" not in path.parts)
    assert (tmp_path / ".ck-cache").is_dir()
    done = project.ck("clean")
    assert (done.returncode, done.stdout) == (0, ".ck-cache/ dihapus: 0 MB.\n")
    assert not (tmp_path / ".ck-cache").exists()
    assert sorted(tmp_path.rglob("*")) == kept
    assert project.ck("clean", "--lang", "en").stdout == "Nothing is kept here.\n"


def test_a_running_build_keeps_its_cache(tmp_path: Path) -> None:
    project = Project(tmp_path)
    (tmp_path / ".ck-cache").mkdir()
    with FileLock(tmp_path / ".ck-cache" / "build.lock"):
        done = project.ck("clean")
    assert done.returncode == 2
    assert "sedang berjalan" in done.stderr
    assert (tmp_path / ".ck-cache").is_dir()
