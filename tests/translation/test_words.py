"""What translated sites and books say of themselves."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from curriculum_kit.edition.layout import layout_environment, with_elements
from curriculum_kit.edition.wording import script_words, template_words, translated_script, translated_template
from curriculum_kit.indonesian import date_text, range_text
from curriculum_kit.resources import templates_folder
from curriculum_kit.texts import output_words, said, speaking
from curriculum_kit.translation import CLOSING, OPENING, Untranslated
from curriculum_kit.website.assets import script
from tools.messages import output_templates, translations

CODE = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\$\{.*?\}")
TEMPLATES = sorted(templates_folder().glob("*/**/*.html"))


def test_everything_that_is_said_has_english_words() -> None:
    """Renewing the catalogue changes nothing, and leaves nothing out."""
    wanted, english = output_templates(), translations("output")
    assert [words for words in wanted if not english.get(words)] == []
    assert english.keys() == wanted.keys()


def test_english_words_hold_the_same_expressions() -> None:
    for words, english in output_words("en").items():
        assert sorted(CODE.findall(words)) == sorted(CODE.findall(english)) or "?" in words, words


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_with_its_own_words_is_itself(path: Path) -> None:
    source = path.read_text("utf-8")
    same = {words: words for words in template_words(source)}
    assert translated_template(source, same) == translated_template(source, {})
    assert " ".join(translated_template(source, {}).split()) == " ".join(source.split())


@pytest.mark.parametrize("folder", ["website", "books"])
def test_every_template_can_be_read_in_english(folder: str) -> None:
    with speaking("en"):
        environment = layout_environment(folder)
        for path in (templates_folder() / folder).glob("*.html"):
            environment.get_template(path.name)
    assert layout_environment(folder) is not environment


def test_words_are_found_between_elements_and_in_titles() -> None:
    source = (
        '<p title="Cari {{ x }}">Modul {{ n }}{% if d %} (draf lama){% endif %}</p>{{ "Nama peserta" if p else "a5" }}'
    )
    assert list(template_words(source)) == ["Cari {{ x }}", "Modul {{ n }}", "(draf lama)", "Nama peserta"]
    words = {"Cari {{ x }}": "Find {{ x }}", "Modul {{ n }}": "Module {{ n }}", "Nama peserta": "Name"}
    assert translated_template(source, words) == (
        '<p title="Find {{ x }}">Module {{ n }}{% if d %} (draf lama){% endif %}</p>{{ "Name" if p else "a5" }}'
    )


def test_words_in_scripts() -> None:
    source = 'say("Hapus isian", `Sisa ${n} menit.`, "quiet");'
    assert list(script_words(source)) == ["Hapus isian", "Sisa ${n} menit."]
    words = {"Hapus isian": "Clear", "Sisa ${n} menit.": "${n} minutes left."}
    assert translated_script(source, words) == 'say("Clear", `${n} minutes left.`, "quiet");'


def test_words_come_in_the_language_of_the_edition() -> None:
    assert (said("Latihan"), date_text(date(2026, 1, 5))) == ("Latihan", "5 Januari 2026")
    with speaking("en"):
        assert (said("Latihan"), date_text(date(2026, 1, 5))) == ("Exercise", "5 January 2026")
        assert range_text(None, 5) == "up to 5"
        assert "Add a row" in script("lembar.js", for_trainers=False)
        assert said("kata yang tidak dikenal") == "kata yang tidak dikenal"
    assert "Tambah baris" in script("lembar.js", for_trainers=False)


def test_texts_that_are_not_translated_get_an_element_where_one_can_stand() -> None:
    with speaking("en"):
        template = layout_environment("website").from_string(
            '<title>{{ a }}</title><p title="{{ a }}">{{ a }} {{ b }}</p>{{ html|html }}<script>{{ a }}</script>'
        )
        html = template.render(a=Untranslated("Biaya & laba"), b="Cost", html=f"<p>{OPENING}<b>A</b> b{CLOSING}</p>")
    marked = '<span class="untranslated" lang="id">{}</span>'
    assert html == (
        '<title>Biaya &amp; laba</title><p title="Biaya &amp; laba">'
        + marked.format("Biaya &amp; laba")
        + " Cost</p><p>"
        + marked.format("<b>A</b> b")
        + "</p><script>Biaya &amp; laba</script>"
    )


def test_a_mark_whose_other_half_is_cut_off_leaves_nothing() -> None:
    assert with_elements(f"<p>{OPENING}Biaya …</p>") == "<p>Biaya …</p>"
    assert with_elements("<p>Biaya</p>") == "<p>Biaya</p>"
