"""Writes requirements.lock: one version of every package, for every platform and Python, with hashes.

The lock names no package index, so it installs from any. Its first part builds the curriculum; the second holds what
tests, checks and documentation need besides. Locked versions that still fit stay; `--upgrade` takes the newest ones.
"""

from __future__ import annotations

import argparse
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOCK = ROOT / "requirements.lock"
HEADER = """\
# What is installed, with the hashes of its files. Written by tools/lock.py; floors are in pyproject.toml.
# === to build ===
"""
DIVIDER = "# === also to test and develop ===\n"


def resolve(draft: Path, *groups: str, upgrade: bool = False) -> dict[str, str]:
    """The locked entry of each package that the project and these dependency groups need, by name.

    Versions in `draft` are kept where they fit, and it is overwritten with the result.
    """
    subprocess.run(
        [
            *(sys.executable, "-m", "uv", "pip", "compile", "--quiet"),
            *("--universal", "--python-version=3.11"),
            "--fork-strategy=fewest",  # one version for every Python: the same output everywhere
            *("--generate-hashes", "--no-build"),
            *("--no-header", "--no-annotate"),
            *(["--upgrade"] if upgrade else []),
            *(f"--group={group}" for group in groups),
            *(f"--output-file={draft}", "pyproject.toml"),
        ],
        cwd=ROOT,
        check=True,
        stdout=subprocess.DEVNULL,
    )
    entries = re.finditer(r"^([a-z0-9-]+)==.*\n(?: +--hash.*\n)+", draft.read_text(encoding="utf-8"), re.MULTILINE)
    return {entry[1]: entry[0] for entry in entries}


def main() -> None:
    """Resolve everything, then find out which part of it building needs."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--upgrade", action="store_true", help="take the newest versions that fit pyproject.toml")
    upgrade = parser.parse_args().upgrade
    with tempfile.TemporaryDirectory() as folder:
        draft = Path(folder, LOCK.name)
        if LOCK.exists():
            shutil.copy(LOCK, draft)
        everything = resolve(draft, "build", "test", "dev", "docs", upgrade=upgrade)
        to_build = resolve(draft, "build")
    first = [entry for name, entry in everything.items() if name in to_build]
    second = [entry for name, entry in everything.items() if name not in to_build]
    LOCK.write_text(HEADER + "".join(first) + DIVIDER + "".join(second), encoding="utf-8")
    print(f"{LOCK.name}: {len(first)} packages to build, {len(second)} more to test and develop")


if __name__ == "__main__":
    main()
