"""Help pages, in Indonesian and in English."""

from __future__ import annotations

import re

import click
import pytest

from curriculum_kit.cli import COMMANDS, main
from curriculum_kit.cli.speech import SpokenContext, language_of, speak
from curriculum_kit.texts import translator
from tests.cli.conftest import Ck

ENGLISH = translator("en")


def commands() -> dict[str, click.Command]:
    """All commands as they stand in the source, the program itself among them."""
    context = SpokenContext(main)
    found = {name: main.get_command(context, name) for name in COMMANDS}  # type: ignore[attr-defined]
    return {"ck": main, **{name: command for name, command in found.items() if command}}


@pytest.mark.parametrize("name", ["ck", *COMMANDS])
def test_every_command_and_option_has_an_english_help_text(name: str) -> None:
    assert ENGLISH
    command = commands()[name]
    texts = {option.opts[0]: option.help for option in command.params if isinstance(option, click.Option)}
    texts["(command)"] = command.help
    if name in COMMANDS:
        texts["(list)"] = COMMANDS[name][1].template
    assert [option for option, words in texts.items() if not words] == []
    untranslated = [
        option for option, words in texts.items() if words and option != "--version" and ENGLISH(words) == words
    ]
    assert untranslated == []


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_a_page_is_in_one_language(ck: Ck, name: str) -> None:
    indonesian, english = (ck(*filter(None, (name, "--lang", lang, "--help"))).out for lang in ("id", "en"))
    assert indonesian.startswith("Pemakaian: ck")
    assert english.startswith("Usage: ck")
    for words in ("Pemakaian", "PILIHAN", "Pilihan", "Perintah", "bawaan", "Menampilkan", "LOKASI", "KODE", "VERSI\n"):
        assert words not in english
    for words in ("Usage", "OPTIONS", "Options", "Commands", "[default", "Shows"):
        assert words not in indonesian


@pytest.mark.parametrize("name", COMMANDS)
def test_what_the_english_help_names_is_what_it_lists(ck: Ck, name: str) -> None:
    page = ck(name, "--lang", "en", "--help").out
    usage, _, rest = page.partition("\n")
    named = set(re.findall(r"\b[A-Z]{4,}\b", usage)) - {"OPTIONS"}
    spoken_of = set(re.findall(r"\b(?:CODE|CURRICULUM|REPORT|LOCATION|REVISION|VERSION|FOLDER)\b", rest))
    assert spoken_of - named <= {"CODE"}


@pytest.mark.parametrize(
    "words",
    [("--lang", "en", "check", "--help"), ("check", "--help", "--lang", "en"), ("check", "--lang=en", "--help")],
)
def test_the_language_may_stand_anywhere(ck: Ck, words: tuple[str, ...]) -> None:
    assert "Checks the curriculum" in ck(*words).out


def test_the_language_before_the_command_is_that_of_the_result(ck: Ck) -> None:
    assert ck("--lang", "en", "explain", "REF301").out == ck("explain", "REF301", "--lang", "en").out
    assert ck("--lang", "en", "explain", "REF301", "--lang", "id").out == ck("explain", "REF301").out


@pytest.mark.parametrize(
    ("words", "language"),
    [
        (("check",), "id"),
        (("check", "--lang", "en"), "en"),
        (("--lang=en", "check"), "en"),
        (("check", "--lang", "xx"), "id"),
        (("check", "--lang"), "id"),
        (("--lang", "en", "check", "--lang", "id"), "id"),
        (("check", "--language", "en"), "id"),
    ],
)
def test_the_language_is_read_from_the_command_line(words: tuple[str, ...], language: str) -> None:
    assert language_of(words) == language


def test_wrong_use_is_told_in_the_language_that_was_asked_for(ck: Ck) -> None:
    assert ck("--lang", "en", "chek").err == 'There is no command "chek"; did you mean "check"?\n'
    assert ck("check", "--lang", "en", "--as-of", "x").err.startswith("The value for --as-of cannot be used: ")
    assert ck("check", "--as-of", "x").err.startswith("Nilai untuk --as-of tidak dapat dipakai: ")


def test_english_leaves_nothing_behind(ck: Ck) -> None:
    before = ck("check", "--help").out
    ck("check", "--lang", "en", "--help")
    assert ck("check", "--help").out == before
    assert speak(main, ENGLISH).help != main.help
