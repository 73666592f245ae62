"""The kitchen sink: the curriculum that holds everything authors may write, as source and in both editions.

It is built by `ck build` itself, into `docs/_build/`; nothing is built again while nothing has changed. What is shown
are the elements of the single file of its module, which needs nothing beside it, in a shadow tree of its own: styles of
the documentation do not reach in, those of the edition do not reach out.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from copy import deepcopy
from datetime import date
from functools import cache
from pathlib import Path

import lxml.html
from filelock import FileLock
from lxml.html import HtmlElement

from curriculum_kit.audience import Audience
from curriculum_kit.source.curriculum import Curriculum, LoadedSession
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.loader import load
from curriculum_kit.worksheets import Calculator

ROOT = Path(__file__).resolve().parents[2]
KITCHEN_SINK = ROOT / "tests" / "kitchen_sink" / "modules"
AS_OF = date(2025, 12, 1)
"""The day that its facts hold for."""
STATIC = "_build/kitchen-sink/static"
"""Where its style sheets are written, below the sources of the documentation."""
MODULE = "kwu-01"
_BUILT = ROOT / "docs" / "_build" / "kitchen-sink"
_FRAME = ":host{border:1px solid var(--line);border-radius:.4rem;margin:0 0 1rem}"
_STYLE = re.compile(r"<style>(.*?)</style>", re.DOTALL)


@cache
def kitchen_sink() -> Curriculum:
    """Its records."""
    return load(KITCHEN_SINK).curriculum


@cache
def calculator() -> Calculator:
    """What computes its numbers."""
    return Calculator(kitchen_sink(), AS_OF)


def uses() -> Iterator[tuple[LoadedSession, BlockUse]]:
    """Every block of its sessions, in the order of reading."""
    for _, session in kitchen_sink().all_sessions():
        for use in session.document.walk():
            yield session, use


def source_of(session: LoadedSession, use: BlockUse) -> list[str]:
    """The lines of a block as an author writes them."""
    lines = (KITCHEN_SINK / session.document.file).read_text("utf-8").splitlines()
    return lines[use.first_line - 1 : use.last_line]


@cache
def _files() -> Mapping[Audience, str]:
    """The single file of its module for each audience. Raises `RuntimeError` when it cannot be built."""
    _BUILT.mkdir(parents=True, exist_ok=True)
    command = [sys.executable, "-m", "curriculum_kit", "build", str(KITCHEN_SINK), "--only", "site"]
    with FileLock(_BUILT / "lock"):  # a test may write the pages while another builds the documentation
        done = subprocess.run(
            [*command, "--as-of", AS_OF.isoformat()], cwd=_BUILT, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        return {
            audience: (_BUILT / "build-partial" / audience / "unduhan" / MODULE / "modul.html").read_text("utf-8")
            for audience in Audience
        }


@cache
def _tree(audience: Audience) -> HtmlElement:
    return lxml.html.document_fromstring(_files()[audience])


def style_name(audience: Audience) -> str:
    """The name of the style sheet of an edition."""
    return f"edition-{audience}.css"


def style_sheets() -> dict[str, str]:
    """The styles of both editions for shadow trees, whose root is `:host`; always as in daylight."""
    sheets = {}
    for audience, html in _files().items():
        found = _STYLE.search(html)
        style = found[1] if found else ""
        style = style.replace(":root", ":host").replace("body{margin:0;", ":host{display:block;padding:.2rem 1rem;")
        sheets[style_name(audience)] = f"{style}{_FRAME}\n"
    return sheets


def rendered(session_id: str, use: BlockUse, audience: Audience) -> str:
    """A block as an edition shows it; empty when the audience does not get it."""
    tree = _tree(audience)
    if use.kind == "image":
        found = tree.xpath("//img[not(ancestor::figure)]")
    else:
        found = tree.xpath("//*[@id=$name]", name=f"{session_id}--{use.name}")
    return lxml.html.tostring(_alone(found[0]), encoding="unicode", with_tail=False).strip() if found else ""


def _alone(element: HtmlElement) -> HtmlElement:
    """A copy that stands by itself: without names, and without links to what is not beside it."""
    copy = deepcopy(element)
    for each in copy.iter(lxml.etree.Element):
        each.attrib.pop("id", None)
        if each.tag == "a":
            each.tag = "span"
            each.attrib.pop("href", None)
    return copy


def shown(html: str, audience: Audience, label: str, fallback: str) -> Iterator[str]:
    """Markdown that shows a piece of an edition. `fallback` is for browsers without shadow trees."""
    yield "```{raw} html"
    yield f'<div class="edition" role="group" aria-label="{label}" lang="id"><template shadowrootmode="open">'
    yield f'<link rel="stylesheet" href="../_static/{style_name(audience)}">'
    yield re.sub(r"\n\s*\n", "\n", html)
    yield f"</template><p>{fallback}</p></div>"
    yield "```"
    yield ""
