"""Drive Sphinx for one audience: generated sources in, HTML fragments and diagnostics out.

The environment is made anew each time, in a folder of its own that is deleted afterwards. It holds the pages that are
asked for and those that they link to; which these are is for `curriculum_kit.edition.remembered`. Never run two
audiences in one process: docutils registers directives for the whole process.
"""

from __future__ import annotations

import io
import re
import shutil
import tempfile
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import TextIO

from sphinx.application import Sphinx
from sphinx.util.docutils import docutils_namespace, patch_docutils

from curriculum_kit.charts import drawn
from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.fragments import CHARTS, Fragments, PageParts, Rendered
from curriculum_kit.edition.sources import Page, linked_pages, pages
from curriculum_kit.source.curriculum import LoadedModule

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


def render(context: EditionContext, scratch: Path) -> Rendered:
    """Read the edition once and write it with both builders. `scratch` is a private folder, not the output."""
    generated = {page.docname: page for page in pages(context)}
    parts, found = render_pages(context, scratch, generated, generated.keys())
    return Rendered.of(parts, found)


def render_pages(
    context: EditionContext, scratch: Path, generated: Mapping[str, Page], wanted: AbstractSet[str]
) -> tuple[dict[str, PageParts], tuple[Diagnostic, ...]]:
    """The parts of the `wanted` pages, by name, and what Sphinx has to say. `generated` are all pages."""
    scratch.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        source = Path(folder, "src")
        written = _write_pages(source, generated, wanted)
        for module in context.curriculum.modules.values():
            if any(docname.startswith(f"{module.id}/") for docname in written):
                _copy_media(context, module, source)
                _draw_charts(context, module, source)
        token = CURRENT.set(context)
        try:
            website, warnings = _run(source, Path(folder), "website", wanted)
            books, _ = _run(source, Path(folder), "books", wanted)  # warnings of reading come only once
        finally:
            CURRENT.reset(token)
        parts = {docname: PageParts(website[docname], books[docname]) for docname in sorted(wanted)}
        return parts, tuple(diagnostics_of(warnings, source, generated))


def _write_pages(source: Path, generated: Mapping[str, Page], wanted: AbstractSet[str]) -> AbstractSet[str]:
    """Write the wanted pages and those that they link to; returns their names. Sphinx insists on an index."""
    asked = wanted | {docname for one in wanted for docname in linked_pages(generated[one], generated)}
    texts = {"index": "# -\n"} | {docname: generated[docname].text() for docname in asked}
    for docname, page in texts.items():
        path = source / f"{docname}.md"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(page, "utf-8")
    return asked


def _copy_media(context: EditionContext, module: LoadedModule, source: Path) -> None:
    for name in sorted(module.media):
        target = source / module.id / "media" / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(context.curriculum.root / module.id / "media" / name, target)


def _draw_charts(context: EditionContext, module: LoadedModule, source: Path) -> None:
    for name, chart in context.charts[module.id].items():
        target = source / module.id / CHARTS / f"{name}.svg"
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


def _run(source: Path, folder: Path, builder: str, docnames: AbstractSet[str]) -> tuple[dict[str, Fragments], str]:
    warnings = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = sphinx_app(source, folder, builder, warnings)
        app.build(filenames=[source.resolve() / f"{docname}.md" for docname in sorted(docnames)])
        parts: dict[str, Fragments] = app.builder.parts  # type: ignore[attr-defined]
        return parts, warnings.getvalue()


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
