"""The reference is the code's own: nothing is missing in it, in either language, and every example runs."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import get_args

import click
import pytest

from curriculum_kit.audience import Audience
from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, GROUPS, ROLES, TOPICS, ResponseKind
from curriculum_kit.cli import EXIT_CODES, FOUND
from curriculum_kit.editor.guidance import help_texts, writing
from curriculum_kit.editor.kinds import KINDS
from curriculum_kit.rules import run
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.assessment import Instrument, InstrumentKind
from curriculum_kit.source.schema.facts import FactValue
from curriculum_kit.source.schema.worksheet import Worksheet
from curriculum_kit.texts import translator
from curriculum_kit.worksheets.formula import parse
from curriculum_kit.worksheets.tree import FUNCTIONS, REFERENCES
from tests.docs.shell import Shell, problems_of
from tools.reference import PAGES, sink, write_reference
from tools.reference.api import packages
from tools.reference.commands import commands, exit_codes
from tools.reference.examples import EXAMPLES
from tools.reference.files import records_of
from tools.reference.speech import Speech

pytestmark = pytest.mark.timeout(900)  # some of what readers run takes long on a busy machine
CURRICULUM = sink.kitchen_sink()
USES = [use for _, use in sink.uses()]


@pytest.fixture(scope="module", params=["en", "id"])
def pages(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[Speech, dict[str, str]]:
    """The language and the text of every page."""
    folder = tmp_path_factory.mktemp(request.param)
    write_reference(folder, request.param)
    return Speech(request.param), {name: (folder / name).read_text("utf-8") for name in PAGES}


Pages = tuple[Speech, dict[str, str]]


# ── Commands ────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_command_and_no_option_is_undocumented(pages: Pages) -> None:
    speech, texts = pages
    sections = dict(re.findall(r"^## (ck.*)\n(?s:(.*?))(?=^## )", texts["commands.md"], re.MULTILINE))
    for typed, command, _ in commands(speech):
        assert command.help
        assert command.help.split("\n")[0].split(".")[0] in sections[typed].replace("\\", "").replace("\n", " ")
        for param in command.params:
            names = param.opts if isinstance(param, click.Option) else []
            assert all(name in sections[typed] for name in names)
            assert not isinstance(param, click.Option) or param.help
    assert {typed for typed, _, _ in commands(speech)} == sections.keys() == EXAMPLES.keys()
    assert all(f"| `{code}` |" in texts["commands.md"] for code in EXIT_CODES)


def test_the_codes_of_a_command_are_those_it_can_leave_with() -> None:
    by_name = {typed: command for typed, command, _ in commands(Speech("en"))}
    assert FOUND in exit_codes(by_name["ck check"])
    assert FOUND not in exit_codes(by_name["ck clean"])


@pytest.mark.parametrize("typed", EXAMPLES)
def test_the_example_of_a_command_runs(typed: str, tmp_path: Path) -> None:
    example = EXAMPLES[typed]
    assert any(re.match(rf"{typed}\b", line) for line in example.lines)
    assert [problem for line in example.lines for problem in problems_of(line)] == []
    if not example.not_run:
        shell = Shell(tmp_path)
        shell.begin("example")
        shell.run((*example.before, *example.lines))


# ── Blocks and the kitchen sink ─────────────────────────────────────────────────────────────────────────────────────


def test_the_kitchen_sink_is_free_of_findings() -> None:
    loaded = load(sink.KITCHEN_SINK)
    assert run(loaded.curriculum, loaded.diagnostics, sink.AS_OF) == ()


@pytest.mark.parametrize("name", [*BLOCKS, *FOREIGN_DIRECTIVES])
def test_the_kitchen_sink_uses_every_block_with_every_option(name: str) -> None:
    options = {option for use in USES if use.kind == name for option in use.options}
    assert options == set(BLOCKS[name].option_names if name in BLOCKS else FOREIGN_DIRECTIVES[name])


def values(option: str) -> set[str]:
    return {use.options[option].value for use in USES if option in use.options}


def test_the_kitchen_sink_uses_every_value() -> None:
    assert values("group") == set(GROUPS)
    assert values("topic") == set(TOPICS)
    assert {value.split()[0] for value in values("response")} == set(ResponseKind)
    roles = {role.name for _, session in CURRICULUM.all_sessions() for role in session.document.roles}
    assert roles == set(ROLES)


def test_the_kitchen_sink_has_every_kind_of_sheet_fact_and_instrument() -> None:
    module = CURRICULUM.modules[sink.MODULE]
    modes = {sheet.record.mode for sheet in module.worksheets.values()}
    assert modes == set(get_args(Worksheet.model_fields["mode"].annotation))
    kinds = {fact.value.kind for fact in CURRICULUM.facts().values()}
    assert len(kinds) == len(get_args(get_args(FactValue)[0]))
    assert module.assessment
    instruments = module.assessment.record.instruments
    assert {one.kind for one in instruments} == set(get_args(InstrumentKind))
    assert {one.use for one in instruments} == set(get_args(Instrument.model_fields["use"].annotation))
    written = " ".join(path.read_text("utf-8") for path in sink.KITCHEN_SINK.rglob("worksheets/*.yaml"))
    assert [word for word in (*FUNCTIONS, *REFERENCES) if f"{word}(" not in written] == []


def test_both_editions_show_what_their_audience_sees() -> None:
    for session, use in sink.uses():
        trainer, participant = (sink.rendered(session.id, use, who) for who in (Audience.TRAINER, Audience.PARTICIPANT))
        if use.kind == "answer":
            continue
        assert trainer, use.kind
        assert bool(participant) is not use.trainer_only
        assert "block-answer" not in participant
        assert ("block-answer" in trainer) is holds_answer(use)
        assert " id=" not in trainer
        assert "href=" not in trainer


def holds_answer(use: BlockUse) -> bool:
    return any(child.kind == "answer" for child in use.children)


def test_every_picture_of_the_editions_is_described() -> None:
    for session, use in sink.uses():
        for picture in re.findall(r"<img[^>]*>", sink.rendered(session.id, use, Audience.TRAINER)):
            assert re.search(r'alt="[^"]+"', picture)


def test_every_block_option_role_and_function_is_explained(pages: Pages) -> None:
    _, texts = pages
    assert writing()["blocks"].keys() == BLOCKS.keys()
    assert writing()["directives"].keys() == FOREIGN_DIRECTIVES.keys()
    options = {name for block in BLOCKS.values() for name in block.option_names}
    options |= {name for names in FOREIGN_DIRECTIVES.values() for name in names}
    assert writing()["options"].keys() == options
    assert writing()["options"]["group"].values.keys() == GROUPS.keys()
    assert writing()["options"]["topic"].values.keys() == TOPICS.keys()
    assert writing()["responses"].keys() == set(ResponseKind)
    assert writing()["roles"].keys() == set(ROLES)
    assert writing()["functions"].keys() == FUNCTIONS.keys()
    assert writing()["references"].keys() == REFERENCES.keys()
    assert all(f"\n## {name}\n" in texts["blocks.md"] for name in (*BLOCKS, *FOREIGN_DIRECTIVES))
    assert all(f"\n## {name}\n" in texts["roles.md"] for name in ROLES)
    assert all(f"| `{name}` |" in texts["formulas.md"] for name in (*FUNCTIONS, *REFERENCES))


def test_the_examples_of_formulas_are_formulas() -> None:
    for kind in ("functions", "references"):
        for about in writing()[kind].values():
            assert all(parse(example) for example in about.examples)


# ── Files ───────────────────────────────────────────────────────────────────────────────────────────────────────────


def test_no_key_of_a_file_is_undocumented(pages: Pages) -> None:
    _, texts = pages
    for kind in KINDS:
        section = texts["files.md"].partition(f"\n## {kind.pattern}\n")[2].partition("\n## ")[0]
        anchors = re.findall(r'<a id="([\w-]+)"></a>`(\w+)` \| (\S.{15,}?) \|', section)
        wanted = [(record.__name__.lower(), name) for record in records_of(kind) for name in record.model_fields]
        assert [tuple(anchor.rsplit("-", 2)[1:]) for anchor, _, _ in anchors] == wanted


def test_every_explanation_is_translated() -> None:
    english = translator("en")
    assert english
    same = {words for words, _ in help_texts() if english(words) == words}
    assert same <= {"KUK", "IUK"}  # are called so in English too


# ── Outputs and Python ──────────────────────────────────────────────────────────────────────────────────────────────


def test_the_python_page_is_what_the_packages_offer(pages: Pages) -> None:
    _, texts = pages
    written = re.findall(r"^### (\S+)$", texts["api.md"], re.MULTILINE)
    assert written == [f"{name}.{public}" for name, module in packages().items() for public in module.__all__]


def public_things() -> Iterator[tuple[str, object]]:
    for name, module in packages().items():
        for public in module.__all__:
            yield f"{name}.{public}", getattr(module, public)


@pytest.mark.parametrize(
    ("name", "thing"), [*public_things()], ids=lambda value: value if isinstance(value, str) else ""
)
def test_every_public_name_has_a_docstring(name: str, thing: object) -> None:
    if isinstance(thing, type) or inspect.isroutine(thing) or hasattr(thing, "__wrapped__"):
        assert thing.__doc__, name
        assert "Dict key" not in thing.__doc__


def test_the_package_offers_what_it_says() -> None:
    package = packages()["curriculum_kit"]
    assert package.check(sink.KITCHEN_SINK, date(2025, 12, 1)) == ()
    assert package.load(sink.KITCHEN_SINK).curriculum.modules.keys() == {sink.MODULE}
    with pytest.raises(AttributeError, match="no_such_name"):
        package.no_such_name  # noqa: B018


def test_nothing_in_the_pages_depends_on_the_run(pages: Pages, tmp_path: Path) -> None:
    speech, texts = pages
    write_reference(tmp_path, speech.language)
    assert {name: (tmp_path / name).read_text("utf-8") for name in PAGES} == texts
    assert all(not re.search(r"0x[0-9a-f]{6}|/root/|/home/", text) for text in texts.values())
