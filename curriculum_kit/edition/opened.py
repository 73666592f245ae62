"""An edition that stays open: Sphinx keeps what it has read, and only what has changed is read and rendered again.

For the preview only. A build starts anew each time (`curriculum_kit.edition.runner`), so that nothing can be stale
there; here a page is read again when its generated text has changed, or what the text mentions: a number, a title, a
label, a picture.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

from sphinx.util.docutils import docutils_namespace, patch_docutils

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.charts import described, drawn
from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.edition.builders import CHARTS, Fragments
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.runner import diagnostics_of, sphinx_app
from curriculum_kit.edition.sources import Page, pages
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.source.document import BlockUse, RoleUse

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
        self.fragments = _joined(self._parts)
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
        builder = self._builder
        builder.prepare_writing(set(docnames))
        parts = {}
        for docname in docnames:
            builder.images, builder.fragments = {}, Fragments()
            builder.write_doc(docname, builder.env.get_and_resolve_doctree(docname, builder, tags=builder.tags))
            parts[docname] = builder.fragments
        return parts


def state_of(page: Page, context: EditionContext) -> tuple[object, ...]:
    """Everything that decides how a page is rendered, pictures apart: Sphinx watches those."""
    module_id = page.docname.split("/")[0]
    return (
        page.text(),
        *(_meaning(role, module_id, context) for role in page.roles),
        *(_frame(block, module_id, context) for block in page.blocks),
        *(_title(link.target, page.docname, context) for link in page.links),
    )


def _meaning(role: RoleUse, module_id: str, context: EditionContext) -> object:
    """What a role prints."""
    calculator, target = context.calculator, role.target.strip()
    match role.name:
        case "fact":
            return calculator.fact_text(target)
        case "term":
            term = context.terms.get(target)
            return term and (term.abbreviation, term.term)
        case "ref":
            return context.anchor(module_id, target)
        case "case":
            quantity = calculator.case_value(target)
        case _:
            head, slash, address = target.rpartition("/")
            quantity = calculator.value(head if slash else module_id, address)
    return quantity and calculator.quantity_text(quantity)


def _frame(block: BlockUse, module_id: str, context: EditionContext) -> tuple[object, ...]:
    """The label and title of a block, and the words of a chart."""
    title: object = None
    kind = BLOCKS[block.kind].argument if block.kind in BLOCKS else None
    if kind is Argument.WORKSHEET:
        title = context.curriculum.modules[module_id].worksheets[block.argument].record.title
    elif kind is Argument.FACT:
        title = context.curriculum.facts()[block.argument].title
    elif block.name and block.name in context.charts[module_id]:
        title = described(context.charts[module_id][block.name])
    return title, context.anchor(module_id, block.name) if block.name else None


def _title(target: str, docname: str, context: EditionContext) -> str | None:
    """The title of the session that a link leads to: a link without words takes it from there."""
    parts = (PurePosixPath(docname).parent / target.partition("#")[0]).parts
    if len(parts) < 2 or not parts[-1].endswith(".md"):  # noqa: PLR2004 - module and session
        return None
    found = [
        session.plan.record.title
        for module, session in context.curriculum.all_sessions()
        if f"{session.id}.md" == parts[-1] and (module.id in parts or parts[-2] == "sessions")
    ]
    return "\n".join(found)


def _joined(parts: Mapping[str, Fragments]) -> Fragments:
    whole = Fragments()
    for _, part in sorted(parts.items()):
        whole.sessions |= part.sessions
        whole.fields |= part.fields
        whole.pictures |= part.pictures
        whole.drawings |= part.drawings
    return whole
