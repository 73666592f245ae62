"""The rendered pages of an edition, known again by everything that can reach them.

Sphinx renders a page from its generated text, from what the text mentions, and from the module around it. A page for
which all that is as before, with the same program, is what it was before; only the others are rendered. What is not
sure to be irrelevant belongs to the name: a name that is too narrow would make a stale page, one that is too wide
costs time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from pathlib import Path

from msgspec import Struct

from curriculum_kit.charts import drawn
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments, PageParts, Rendered
from curriculum_kit.edition.sources import Page, linked_pages, pages
from curriculum_kit.edition.states import language_state, state_of
from curriculum_kit.source.curriculum import LoadedModule
from curriculum_kit.source.memory import Memory


class _Kept(Struct, frozen=True, array_like=True):
    """Fragments as they are remembered. Charts are drawn anew: `drawings` are their names."""

    sessions: dict[str, str]
    fields: dict[str, str]
    pictures: dict[str, str]
    drawings: tuple[str, ...]


class _KeptPage(Struct, frozen=True, array_like=True):
    website: _Kept
    books: _Kept


def remembered_edition(context: EditionContext, scratch: Path, memory: Memory) -> Rendered:
    """The edition, of which Sphinx renders what `memory` does not hold. `scratch` is a private folder."""
    generated = {page.docname: page for page in pages(context)}
    names = page_names(context, generated)
    parts, missing = {}, set()
    for docname, name in names.items():
        kept = memory.known("page", name, _KeptPage)
        if kept is None:
            missing.add(docname)
        else:
            parts[docname] = PageParts(_opened(kept.website, context), _opened(kept.books, context))
    if missing:
        from curriculum_kit.edition.runner import render_pages  # noqa: PLC0415 - Sphinx, which is often not needed

        fresh, found = render_pages(context, scratch, generated, missing)
        if found:
            return Rendered.of(fresh, found)
        for docname, page in fresh.items():
            memory.keep("page", names[docname], _KeptPage(_closed(page.website), _closed(page.books)))
        parts |= fresh
    return Rendered.of(parts)


def page_names(context: EditionContext, generated: Mapping[str, Page]) -> dict[str, tuple[str, ...]]:
    """For each page everything that decides how it is rendered, as text."""
    curriculum = context.curriculum
    # Which sheets there are decides what `{calc}` may show, in whatever module they are.
    sheets = repr(
        [
            (module.id, sheet_id, sheet.record.title, sheet.record.mode)
            for module in curriculum.modules.values()
            for sheet_id, sheet in module.worksheets.items()
        ]
    )
    language = language_state(curriculum)
    around = {module.id: _around(context, module) for module in curriculum.modules.values()}
    written = {
        f"{module.id}/sessions/{session.id}": session.document.text for module, session in curriculum.all_sessions()
    }
    return {
        docname: (
            context.audience.value,
            language,
            docname,
            repr(state_of(page, context)),
            sheets,
            around.get(docname.partition("/")[0], ""),
            written.get(docname, ""),  # with the plan, which says how long a block takes
            *(part for name in linked_pages(page, generated) for part in (name, generated[name].text())),
        )
        for docname, page in generated.items()
    }


def _around(context: EditionContext, module: LoadedModule) -> str:
    """What reaches a page from its module: names that ids must not meet, and pictures."""
    folder = context.curriculum.root / module.id / "media"
    media = {name: hashlib.sha256((folder / name).read_bytes()).hexdigest() for name in sorted(module.media)}
    return repr((sorted(context.anchors[module.id]), media))


def _closed(fragments: Fragments) -> _Kept:
    return _Kept(fragments.sessions, fragments.fields, fragments.pictures, tuple(fragments.drawings))


def _opened(kept: _Kept, context: EditionContext) -> Fragments:
    return Fragments(
        kept.sessions, kept.fields, kept.pictures, {name: _drawing(name, context) for name in kept.drawings}
    )


def _drawing(name: str, context: EditionContext) -> str:
    """The chart that is called `kwu-05/grafik/susut.svg` in the output."""
    module_id, _, file = name.partition("/")
    return drawn(context.charts[module_id][Path(file).stem])
