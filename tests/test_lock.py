"""The lock covers what pyproject.toml asks for, holds no address, and stays above versions with known holes."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

ROOT = Path(__file__).resolve().parent.parent
LOCK = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NPM_LOCKS = [
    (ROOT / "tests" / name / "package-lock.json").read_text(encoding="utf-8") for name in ("browser", "editor")
]
LOCKED = {
    canonicalize_name(name): Version(version) for name, version in re.findall(r"^([^\s=#]+)==(\S+)", LOCK, re.MULTILINE)
}
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
TO_BUILD, TO_TEST = LOCK.split("# === also to test and develop ===\n")

SAFE_FROM = {
    "jinja2": "3.1.6",  # CVE-2024-56201, CVE-2024-56326, CVE-2025-27516: ways out of the sandbox
    "pillow": "12.3.0",  # CVE-2026-40192 and others: hostile images
    "weasyprint": "69.0",  # CVE-2025-68616, CVE-2026-49452: fetching what must not be fetched
}


def requirements() -> list[str]:
    groups = [line for group in PROJECT["dependency-groups"].values() for line in group]
    return [*PROJECT["build-system"]["requires"], *PROJECT["project"]["dependencies"], *groups]


@pytest.mark.parametrize("line", sorted(set(requirements())))
def test_every_requirement_is_locked_to_a_version_that_fits(line: str) -> None:
    requirement = Requirement(line)
    assert LOCKED[canonicalize_name(requirement.name)] in requirement.specifier


@pytest.mark.parametrize(("name", "floor"), SAFE_FROM.items())
def test_no_locked_version_has_a_known_hole(name: str, floor: str) -> None:
    assert LOCKED[canonicalize_name(name)] >= Version(floor)


def test_every_package_is_locked_once_with_hashes() -> None:
    entries = re.findall(r"^[^\s=#]+==.*\n(?: +--hash=sha256:[0-9a-f]{64}.*\n)+", LOCK, re.MULTILINE)
    assert len(entries) == len(LOCKED) == len(re.findall(r"^\S+==", LOCK, re.MULTILINE))


@pytest.mark.parametrize("text", [LOCK, *NPM_LOCKS], ids=["python", "browser", "editor"])
def test_no_lock_holds_an_address_or_a_local_path(text: str) -> None:
    without_funding = re.sub(r'^ +"url": "https://.*"$', "", text, flags=re.MULTILINE)  # npm notes whom to thank
    assert not re.search(r"://|resolved|file:|index-url|find-links", without_funding)


def test_building_installs_no_test_tools() -> None:
    assert "sphinx==" in TO_BUILD
    assert "pytest==" not in TO_BUILD
    assert "pytest==" in TO_TEST
