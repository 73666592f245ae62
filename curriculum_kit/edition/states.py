"""What decides how a generated page is rendered, beside its own text: what it mentions, in words."""

from __future__ import annotations

from pathlib import PurePosixPath

from curriculum_kit.blocks import BLOCKS, Argument
from curriculum_kit.charts import described
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.sources import Page
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse, RoleUse


def state_of(page: Page, context: EditionContext) -> tuple[object, ...]:
    """Everything that decides how a page is rendered, pictures apart: Sphinx watches those."""
    module_id = page.docname.split("/")[0]
    return (
        page.text(),
        *(_meaning(role, module_id, context) for role in page.roles),
        *(_frame(block, module_id, context) for block in page.blocks),
        *(_title(link.target, page.docname, context) for link in page.links),
    )


def language_state(curriculum: Curriculum) -> str:
    """The language of an edition. That of a translation depends on all that its catalogues say, and on all texts."""
    translation = curriculum.translation
    if translation is None:
        return ""
    catalogues = curriculum.catalogues.get(translation.language, {})
    digests = sorted((scope, catalogue.digest) for scope, catalogue in catalogues.items())
    return repr((translation.language, sorted(translation.modules), sorted(translation.shares.items()), digests))


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
