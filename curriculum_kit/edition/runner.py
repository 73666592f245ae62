"""Drive Sphinx for one audience: generated sources in, HTML fragments and diagnostics out.

The environment is made anew for every build, in a folder of its own that is deleted afterwards: reading 166 pages
costs about two seconds, and a stale page is impossible. Never run two audiences in one process: docutils registers
directives for the whole process.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from curriculum_kit.charts import drawn
from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.edition.builders import CHARTS, Fragments
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.sources import Page, pages

ANSI = re.compile(r"\x1b\[[0-9;]*m")
WARNING = re.compile(
    r"(?:(?P<file>.*?\.md)(?::(?P<line>\d+))?(?::[^:]*?)?: )?(?:WARNING|ERROR|CRITICAL|SEVERE): (?P<message>.*)"
)
SPHINX_SETTINGS = {
    "language": "id",
    "extensions": ["myst_parser", "curriculum_kit.edition.extension"],
    "source_suffix": {".md": "markdown"},
    "html_theme": "basic",
    "html_permalinks": False,
    "html_copy_source": False,
    "html_use_index": False,
    "html_domain_indices": False,
    "html_math_renderer": "mathjax",
    "smartquotes": False,
    "numfig": False,
    "keep_warnings": False,
    "suppress_warnings": ["toc.not_included"],
    "myst_enable_extensions": ["colon_fence"],
    "myst_disable_syntax": ["html_block", "html_inline"],
    "myst_heading_anchors": 0,
    "myst_url_schemes": {"http": None, "https": None, "mailto": None},
    "trim_footnote_reference_space": False,
}


@dataclass(frozen=True, slots=True)
class Rendered:
    """What Sphinx made for one audience."""

    website: Fragments
    books: Fragments
    diagnostics: tuple[Diagnostic, ...]


def render(context: EditionContext, scratch: Path) -> Rendered:
    """Read the edition once and write it with both builders. `scratch` is a private folder, not the output."""
    scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        source = Path(folder, "src")
        generated = {page.docname: page for page in pages(context)}
        for page in generated.values():
            path = source / f"{page.docname}.md"
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(page.text(), "utf-8")
        _copy_media(context, source)
        _draw_charts(context, source)
        token = CURRENT.set(context)
        try:
            website, warnings = _run(source, Path(folder), "website")
            books, _ = _run(source, Path(folder), "books")  # warnings of reading come only once
        finally:
            CURRENT.reset(token)
        return Rendered(website, books, tuple(diagnostics_of(warnings, source, generated)))


def _copy_media(context: EditionContext, source: Path) -> None:
    for module in context.curriculum.modules.values():
        for name in sorted(module.media):
            target = source / module.id / "media" / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(context.curriculum.root / module.id / "media" / name, target)


def _draw_charts(context: EditionContext, source: Path) -> None:
    for module_id, charts in context.charts.items():
        for name, chart in charts.items():
            target = source / module_id / CHARTS / f"{name}.svg"
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(drawn(chart), "utf-8")


def sphinx_app(source: Path, folder: Path, builder: str, warnings: TextIO) -> Sphinx:
    """Sphinx for one edition. Only inside `patch_docutils()` and `docutils_namespace()`."""
    return Sphinx(
        srcdir=source,
        confdir=None,
        outdir=folder / builder,
        doctreedir=folder / "doctrees",
        buildername=builder,
        confoverrides=dict(SPHINX_SETTINGS),
        status=None,
        warning=warnings,
    )


def _run(source: Path, folder: Path, builder: str) -> tuple[Fragments, str]:
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = sphinx_app(source, folder, builder, warnings)
        app.build()
        return app.builder.fragments, warnings.getvalue()  # type: ignore[attr-defined]


def diagnostics_of(warnings: str, source: Path, generated: Mapping[str, Page]) -> list[Diagnostic]:
    """Every warning of Sphinx as an error at the author's own file and line."""
    found = []
    for line in ANSI.sub("", warnings).splitlines():
        match = WARNING.match(line)
        if not match:
            continue
        file, number = "curriculum.yaml", 1
        if match["file"]:
            try:
                docname = Path(match["file"]).resolve().relative_to(source.resolve()).with_suffix("").as_posix()
            except ValueError:
                docname = ""
            page = generated.get(docname)
            if page:
                index = min(max(int(match["line"] or 1) - 1, 0), len(page.origins) - 1)
                file, number = page.origins[index]
        found.append(
            Diagnostic(
                "BUILD981",
                Severity.ERROR,
                text("teks tidak dapat dirangkai: {reason}", reason=match["message"]),
                text("Perbaiki bagian ini; bila `ck check` tidak menemukannya, laporkan sebagai kekurangan alat."),
                Span(file, number),
            )
        )
    return found
