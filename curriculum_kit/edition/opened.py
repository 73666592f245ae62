"""An edition that stays open: Sphinx keeps what it has read, and only what has changed is read and rendered again.

For the preview only. A build has Sphinx read pages in an empty folder each time (`curriculum_kit.edition.runner`) and
knows others by all that they are made of (`remembered`); here a page is read again when its generated text has changed,
or what the text mentions: a number, a title, a label, a picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sphinx.util.docutils import docutils_namespace, patch_docutils

from curriculum_kit.charts import drawn
from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.fragments import CHARTS, Fragments, joined
from curriculum_kit.edition.runner import diagnostics_of, sphinx_app
from curriculum_kit.edition.sources import Page, pages
from curriculum_kit.edition.states import state_of
from curriculum_kit.source.curriculum import LoadedModule

Stamp = tuple[int, int]


@dataclass(frozen=True)
class Draft:
    """What an edition will be made of: its generated pages, and for each everything that decides how it is rendered."""

    context: EditionContext
    pages: Mapping[str, Page]
    states: Mapping[str, tuple[object, ...]]

    @classmethod
    def of(cls, context: EditionContext) -> Draft:
        """The draft of an edition; no Sphinx is needed for it."""
        generated = {page.docname: page for page in pages(context)}
        return cls(context, generated, {docname: state_of(page, context) for docname, page in generated.items()})


class OpenEdition:
    """The website fragments of one audience, kept up to date. One per process: docutils keeps its directives there."""

    def __init__(self, folder: Path) -> None:
        """Use `folder`, which must be empty and private, for generated sources and what Sphinx has read."""
        self.source = folder / "src"
        self._folder = folder
        self._stack = ExitStack()
        self._warnings = io.StringIO()
        self._builder: Any = None
        self._read: dict[str, tuple[object, ...]] = {}
        self._written: dict[Path, Stamp | str] = {}
        self._parts: dict[str, Fragments] = {}
        self.fragments = Fragments()

    def close(self) -> None:
        """Give docutils back as it was."""
        self._stack.close()

    def update(self, draft: Draft) -> tuple[Diagnostic, ...]:
        """Bring `fragments` up to date; with findings they stay as they are."""
        CURRENT.set(draft.context)
        self._write_pages(draft)
        self._write_pictures(draft.context)
        if self._builder is None:
            self._stack.enter_context(patch_docutils())
            self._stack.enter_context(docutils_namespace())
            self._builder = sphinx_app(self.source, self._folder, "website", self._warnings).builder
        changed = self._builder.read()
        parts = self._rendered(changed)
        warnings = self._warnings.getvalue()
        self._warnings.seek(0)
        self._warnings.truncate()
        found = diagnostics_of(warnings, self.source, draft.pages)
        if found:
            for docname in changed:  # they warn only when they are read
                self._read[docname] = ()
            return tuple(found)
        self._parts = {docname: part for docname, part in (self._parts | parts).items() if docname in draft.pages}
        self.fragments = joined(part for _, part in sorted(self._parts.items()))
        return ()

    def _write_pages(self, draft: Draft) -> None:
        """Write the pages that must be read again, and remove what is gone."""
        for docname, page in draft.pages.items():
            if self._read.get(docname) != draft.states[docname]:
                path = self.source / f"{docname}.md"
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(page.text(), "utf-8")
        for docname in self._read.keys() - draft.pages.keys():
            (self.source / f"{docname}.md").unlink(missing_ok=True)
        self._read = dict(draft.states)

    def _write_pictures(self, context: EditionContext) -> None:
        """The same for pictures and charts."""
        pictures: dict[Path, Stamp | str] = {}
        for module in context.curriculum.modules.values():
            pictures |= dict(self._media(context.curriculum.root, module))
            for name, chart in context.charts[module.id].items():
                pictures[self.source / module.id / CHARTS / f"{name}.svg"] = drawn(chart)
        for path, state in pictures.items():
            if self._written.get(path) != state:
                path.parent.mkdir(parents=True, exist_ok=True)
                original = context.curriculum.root / path.relative_to(self.source)
                path.write_bytes(state.encode() if isinstance(state, str) else original.read_bytes())
        for path in self._written.keys() - pictures.keys():
            path.unlink(missing_ok=True)
        self._written = pictures

    def _media(self, root: Path, module: LoadedModule) -> Iterator[tuple[Path, Stamp | str]]:
        for name in module.media:
            status = (root / module.id / "media" / name).stat()
            yield self.source / module.id / "media" / name, (status.st_mtime_ns, status.st_size)

    def _rendered(self, docnames: list[str]) -> dict[str, Fragments]:
        """The fragments of some pages, each for itself."""
        self._builder.parts = {}
        self._builder.write_documents(set(docnames))
        parts: dict[str, Fragments] = self._builder.parts
        return parts
