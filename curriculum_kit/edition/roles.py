"""The roles `{fact}`, `{calc}`, `{case}`, `{term}` and `{ref}`. The check has already refused unknown targets."""

from __future__ import annotations

from docutils import nodes
from sphinx.util.docutils import SphinxRole
from sphinx.util.nodes import split_explicit_title

from curriculum_kit.audience import Audience
from curriculum_kit.edition.context import CURRENT, EditionContext
from curriculum_kit.edition.nodes import link

Result = tuple[list[nodes.Node], list[nodes.system_message]]


class CurriculumRole(SphinxRole):
    """A role that knows the edition it is read for."""

    @property
    def context(self) -> EditionContext:
        """The edition that is being read."""
        return CURRENT.get()

    @property
    def module_id(self) -> str | None:
        """The module of the page that is being read, or None outside of modules."""
        head = self.env.docname.split("/")[0]
        return head if head in self.context.curriculum.modules else None

    def value(self, words: str | None, target: str) -> Result:
        """A number with its unit, or an error that fails the build."""
        if words is None:
            return [], [self.inliner.reporter.error(f"{{{self.name}}} {target}", line=self.lineno)]
        return [nodes.inline(words, words, classes=["value"])], []


class FactRole(CurriculumRole):
    """A regulatory fact as it is in force at `as_of`."""

    def run(self) -> Result:
        """Print the fact."""
        return self.value(self.context.calculator.fact_text(self.text.strip()), self.text)


class CaseRole(CurriculumRole):
    """A number of the story."""

    def run(self) -> Result:
        """Print the number."""
        calculator = self.context.calculator
        quantity = calculator.case_value(self.text.strip())
        return self.value(None if quantity is None else calculator.quantity_text(quantity), self.text)


class CalcRole(CurriculumRole):
    """A computed cell. Results of practice sheets are keys: refused here as well for participants."""

    def run(self) -> Result:
        """Print the result."""
        target = self.text.strip()
        head, slash, address = target.rpartition("/")
        module_id = head if slash else self.module_id or ""
        module = self.context.curriculum.modules.get(module_id)
        sheet = module.worksheets.get(address.split(".")[0]) if module else None
        hidden = self.context.audience is Audience.PARTICIPANT and (sheet is None or sheet.record.mode == "practice")
        calculator = self.context.calculator
        quantity = None if hidden else calculator.value(module_id, address)
        return self.value(None if quantity is None else calculator.quantity_text(quantity), target)


class TermRole(CurriculumRole):
    """A word of the glossary: its abbreviation, else the term; or the author's own words."""

    def run(self) -> Result:
        """Link to the glossary."""
        explicit, words, target = split_explicit_title(self.text)
        term = self.context.terms.get(target)
        if term is None:
            return self.value(None, target)
        shown = words if explicit else term.abbreviation or term.term
        return [link("", shown, to="term", name=target, module="", session="")], []


class RefRole(CurriculumRole):
    """A named block: "Latihan 5.3", or the author's own words."""

    def run(self) -> Result:
        """Link to the block."""
        explicit, words, target = split_explicit_title(self.text)
        anchor = self.context.anchor(self.module_id, target)
        if anchor is None:
            return self.value(None, target)
        shown = words if explicit else anchor.label
        return [link("", shown, to="block", name=anchor.name, module=anchor.module_id, session=anchor.session_id)], []


ROLE_CLASSES: dict[str, type[CurriculumRole]] = {
    "fact": FactRole,
    "calc": CalcRole,
    "case": CaseRole,
    "term": TermRole,
    "ref": RefRole,
}
