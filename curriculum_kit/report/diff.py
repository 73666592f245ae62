"""Writes down a comparison of two states of a curriculum: as text, HTML, JSON or Markdown."""

from __future__ import annotations

from curriculum_kit.comparison.model import Comparison, harmless
from curriculum_kit.diagnostics import Text
from curriculum_kit.texts import SOURCE_LANGUAGE, translator

STYLES = ("text", "html", "json", "markdown")


def written(
    comparison: Comparison, style: str = "text", language: str = SOURCE_LANGUAGE, *, color: bool = False
) -> str:
    """The comparison in one of the styles. Only text has colours."""
    translate = translator(language)

    def say(words: Text) -> str:
        return harmless(words.format(translate))

    if style == "html":
        from curriculum_kit.report import diff_html  # noqa: PLC0415 - the other styles need no templates

        return diff_html.write(comparison, say, language)
    if style == "json":
        from curriculum_kit.report import diff_json  # noqa: PLC0415

        return diff_json.write(comparison, say)
    if style == "markdown":
        from curriculum_kit.report import diff_markdown  # noqa: PLC0415

        return diff_markdown.write(comparison, say)
    from curriculum_kit.report import diff_text  # noqa: PLC0415

    return diff_text.write(comparison, say, color=color)
