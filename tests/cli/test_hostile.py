"""Files that mean harm, each in a process of its own with little time and memory: findings, and never a traceback."""

from __future__ import annotations

import json
import os
import resource
import shutil
import struct
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.rules.examples import BASE

CPU_SECONDS = 30
MEMORY_BYTES = 1536 * 1024 * 1024
FILE_BYTES = 32 * 1024 * 1024

SESSION = "kwu-01/sessions/02-hpp.md"
FRONT = (BASE / SESSION).read_text("utf-8").partition("\n---\n")[0] + "\n---\n\n"
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">{}</svg>'


def body(text: str) -> dict[str, bytes]:
    """A session with this text."""
    return {SESSION: (FRONT + text + "\n").encode("utf-8")}


def yaml(text: str) -> dict[str, bytes]:
    """A glossary with this text."""
    return {"glossary.yaml": text.encode("utf-8")}


def png(width: int, height: int) -> bytes:
    """The head of a picture that claims a size."""
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 8, 6, 0, 0, 0) + b"\0" * 64


FILES: dict[str, dict[str, bytes]] = {
    "aliases that multiply": yaml(
        "a: &a [x, x, x, x]\nb: &b [*a, *a, *a, *a]\nc: &c [*b, *b, *b, *b]\nterms: [*c, *c]\n"
    ),
    "50,000 brackets": yaml("terms: " + "[" * 50_000),
    "50,000 braces": yaml("terms: " + "{a: " * 50_000),
    "deep indentation": yaml("".join(" " * n + "a:\n" for n in range(600))),
    "a tag that runs": yaml("terms: !!python/object/apply:os.system ['touch /tmp/ck-hostile']\n"),
    "20,000 documents": yaml("---\na: 1\n" * 20_000),
    "20,000 equal keys": yaml("terms: []\n" * 20_000),
    "a key of 200,000 letters": yaml("k" * 200_000 + ": 1\n"),
    "a number of 100,000 digits": {"kwu-01/module.yaml": b"number: " + b"9" * 100_000 + b"\n"},
    "bytes that are no text": yaml("") | {"facts.yaml": bytes(range(256)) * 64},
    "NUL bytes": {"facts.yaml": b"facts:\0\0\n"},
    "UTF-16": {"facts.yaml": "facts: []\n".encode("utf-16")},
    "separators of lines and paragraphs": body("satu\u2028:::{answer}\u2029rahasia\u0085:::"),
    "a session without front matter": {SESSION: b"Hanya teks.\n"},
    "an empty session": {SESSION: b""},
    "front matter that never ends": {SESSION: b"---\n" + b"a: b\n" * 20_000},
    "10,000 fences": body(":::{tip}\n" * 10_000),
    "fences in fences": body("".join(":" * n + "{tip}\n\n" for n in range(400, 3, -1))),
    "100,000 colons": body(":" * 100_000),
    "50,000 open links": body("[" * 50_000),
    "open links with targets": body("[a](" * 10_000),
    "20,000 emphases": body("*a " * 20_000),
    "100,000 backticks": body("`" * 100_000),
    "backticks of all lengths": body(" ".join("`" * n for n in range(1, 400))),
    "50,000 quotations": body("> " * 50_000 + "x"),
    "a list in a list": body("".join(" " * n + "- a\n" for n in range(0, 600, 2))),
    "a table of 5,000 columns": body("|" + "a|" * 5_000 + "\n|" + "-|" * 5_000),
    "100,000 escapes": body("\\" * 100_000),
    "20,000 roles": body("{fact}`x` " * 20_000),
    "quotes without end": body('"' * 20_001 + " dan “" * 5_000),
    "underscores": body("_a" * 30_000),
    "20,000 amounts": body("Rp. 5.000,- " * 20_000),
    "one word of 200,000 letters": body("a" * 200_000),
    "200,000 digits with dots": body("1." * 100_000),
    "a formula in 5,000 parentheses": {
        "kwu-01/worksheets/hpp-saya.yaml": (BASE / "kwu-01/worksheets/hpp-saya.yaml").read_bytes()
        + b"  - {id: zz, label: Z, kind: computed, type: number, formula: "
        + b"(" * 5_000
        + b"1"
        + b")" * 5_000
        + b"}\n"
    },
    "an SVG that multiplies": {
        "kwu-01/media/alur.svg": b'<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
        + SVG.format("<text>&b;&b;</text>").encode()
    },
    "an SVG 5,000 groups deep": {"kwu-01/media/alur.svg": SVG.format("<g>" * 5_000 + "</g>" * 5_000).encode()},
    "an SVG with a script": {"kwu-01/media/alur.svg": SVG.format("<script>alert(1)</script>").encode()},
    "a picture of 4 gigapixels": {"kwu-01/media/foto.png": png(65_535, 65_535)},
    "a picture cut off": {"kwu-01/media/foto.jpg": b"\xff\xd8\xff\xe0\xff\xc0"},
    "a release 5,000 lists deep": {"releases/1.0.0.json": b"[" * 5_000},
    "10,000 notes that let nothing stand": yaml("# ck: ignore LANG774: x\n" * 10_000 + "terms: []\n"),
    "a module in a file name": {"kwu-01/sessions/..%2f..%2fetc.md": b"x"},
    "a cache of nonsense": {"../.ck-cache/check.msgpack": b"\xff" * 1000},
}


def link_out(root: Path) -> None:
    (root / "kwu-01/media/rahasia.svg").symlink_to("/etc/passwd")


def link_to_folder(root: Path) -> None:
    shutil.rmtree(root / "kwu-01/sessions")
    (root / "kwu-01/sessions").symlink_to("/etc")


def link_to_itself(root: Path) -> None:
    (root / "kwu-02").symlink_to(".")


def pipe(root: Path) -> None:
    (root / SESSION).unlink()
    os.mkfifo(root / SESSION)


def folder_instead_of_file(root: Path) -> None:
    (root / "facts.yaml").unlink()
    (root / "facts.yaml").mkdir()


def huge(root: Path) -> None:
    with (root / "facts.yaml").open("wb") as file:
        file.truncate(300 * 1024 * 1024)


def limits() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY_BYTES, MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (FILE_BYTES, FILE_BYTES))


def assert_only_findings(root: Path) -> None:
    """The check ends by itself with findings that stand inside their files."""
    done = subprocess.run(
        [sys.executable, "-m", "curriculum_kit", "check", str(root), "--format", "json", "--as-of", "2025-12-01"],
        capture_output=True,
        text=True,
        preexec_fn=limits,
        timeout=120,
        check=False,
    )
    assert done.stderr == ""
    assert done.returncode in {0, 1}
    for finding in json.loads(done.stdout)["diagnostics"]:
        path = Path(finding["file"])
        if not path.is_file():
            continue
        lines = path.read_bytes().decode("utf-8", "replace").splitlines() or [""]
        assert 1 <= finding["line"] <= len(lines) + 1, finding
    assert not Path("/tmp/ck-hostile").exists()  # noqa: S108 - what the tag above would make


@pytest.mark.parametrize("files", FILES.values(), ids=FILES)
def test_a_hostile_file_is_a_finding(tmp_path: Path, files: dict[str, bytes]) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    for name, content in files.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    assert_only_findings(root)


@pytest.mark.parametrize(
    "change", [link_out, link_to_folder, link_to_itself, pipe, folder_instead_of_file, huge], ids=lambda c: c.__name__
)
def test_a_hostile_folder_is_a_finding(tmp_path: Path, change: Callable[[Path], None]) -> None:
    root = shutil.copytree(BASE, tmp_path / "modules")
    change(root)
    assert_only_findings(root)
