"""Every text for people is Indonesian in the source and English in the catalogue, with the same fields."""

from __future__ import annotations

import string

from curriculum_kit.diagnostics import text
from curriculum_kit.texts import catalogue_file, translator
from tools import messages

TEMPLATES = set(messages.templates())


def catalogue() -> dict[str, str]:
    return messages.translations()


def fields(template: str) -> list[str]:
    return sorted(name for _, name, _, _ in string.Formatter().parse(template) if name)


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 500


def test_every_template_is_translated() -> None:
    missing = sorted(TEMPLATES - {template for template, words in catalogue().items() if words})
    assert not missing, "not in en.po:\n" + "\n".join(missing)


def test_nothing_is_translated_that_is_not_said() -> None:
    left = sorted(catalogue().keys() - TEMPLATES)
    assert not left, "no longer in the source:\n" + "\n".join(left)


def test_the_catalogue_is_as_the_tool_writes_it() -> None:
    assert catalogue_file("en").read_text("utf-8") == messages.renewed(messages.templates(), messages.translations())


def test_translations_have_the_fields_of_their_templates() -> None:
    for template, words in catalogue().items():
        if "{" in template.replace("{{", ""):
            try:
                wanted = fields(template)
            except ValueError:  # braces that are no fields: a text without values
                assert template.count("{") == words.count("{")
                continue
            assert fields(words) == wanted, template


def test_a_text_inside_a_text_is_translated_too() -> None:
    translate = translator("en")
    kind = text("sesi")
    words = text(
        '{kind} "{word}" tidak ada{hint}', kind=kind, word="x", hint=text('; maksud Anda "{match}"?', match="y")
    )
    assert words.format() == 'sesi "x" tidak ada; maksud Anda "y"?'
    assert words.format(translate) == 'there is no session "x"; did you mean "y"?'


def test_what_nobody_has_translated_stays_indonesian() -> None:
    translate = translator("en")
    assert translate is not None
    assert translate("Kalimat baru.") == "Kalimat baru."
    assert text("").format(translate) == ""


def test_indonesian_needs_no_catalogue() -> None:
    assert translator("id") is None
