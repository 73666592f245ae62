"""The programs that tests drive, from outside Python.

On a person's machine a test that lacks its program is skipped and says so. Where CK_REQUIRE_TOOLS=1, as in CI, it
fails instead: nothing is left unproven for want of a tool.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path
from typing import NoReturn

import pytest

BROWSER_FOLDER = Path(__file__).resolve().parent / "browser"
EDITOR_FOLDER = Path(__file__).resolve().parent / "editor"
NODE_MODULES = BROWSER_FOLDER / "node_modules"
CHROMIUM_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
"""Chromium without a screen and without a word to the network. Also give it a new, empty `--user-data-dir`."""


def tools_are_required() -> bool:
    """Whether a missing tool is a failure."""
    return os.environ.get("CK_REQUIRE_TOOLS", "") == "1"


def without(tool: str) -> NoReturn:
    """End the test that needs `tool`: skipped, or failed where tools are required."""
    reason = f"{tool} is not installed; `make test` installs it"
    if tools_are_required():
        pytest.fail(reason, pytrace=False)
    pytest.skip(reason)


def require_tool(name: str) -> str:
    """The path of a program, such as `qpdf`."""
    return shutil.which(name) or without(name)


def require_poppler_python() -> str:
    """The Python of the system, which has Poppler's bindings where they are installed."""
    python = "/usr/bin/python3"
    asked = "import gi; gi.require_version('Poppler', '0.18')"
    found = (
        Path(python).exists() and not subprocess.run([python, "-c", asked], check=False, capture_output=True).returncode
    )
    return python if found else without("gir1.2-poppler-0.18")


def converted(source: Path, form: str, folder: Path, *options: str) -> Path:
    """A document that LibreOffice Writer has saved in another form (`docx:MS Word 2007 XML`, `pdf`) below `folder`."""
    command = [require_tool("soffice"), f"-env:UserInstallation=file://{folder}/profile", "--headless", *options]
    command += ["--convert-to", form, "--outdir", str(folder / "hasil"), str(source)]
    subprocess.run(command, check=False, capture_output=True, timeout=240)
    made = folder / "hasil" / f"{source.stem}.{form.partition(':')[0]}"
    return made if made.is_file() else without("LibreOffice Writer")


def require_chromium() -> str:
    """The path of Chromium. Start it with `CHROMIUM_FLAGS`."""
    return require_tool("chromium")


def require_node_package(name: str, project: Path = BROWSER_FOLDER) -> Path:
    """The folder of an npm package locked in a folder of tests, with Node at hand."""
    require_tool("node")
    folder = project / "node_modules" / name
    return folder if folder.is_dir() else without(f"the npm package {name}")


def require_yaml_server() -> list[str]:
    """The command that starts yaml-language-server on standard input and output."""
    package = require_node_package("yaml-language-server", EDITOR_FOLDER)
    return [require_tool("node"), str(package / "bin" / "yaml-language-server"), "--stdio"]


def require_html_checker() -> list[str]:
    """The beginning of a command that checks HTML, CSS and SVG files named after it."""
    java = require_tool("java")
    jar = require_node_package("vnu-jar") / "build" / "dist" / "vnu.jar"
    return [java, "-jar", str(jar)]
