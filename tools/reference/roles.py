"""The page of the roles, with what they print in the kitchen sink, and of the kinds of facts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import get_args

from curriculum_kit.blocks import ROLES
from curriculum_kit.editor.guidance import help_of, writing
from curriculum_kit.source.model_shape import bare_type, field_type
from curriculum_kit.source.schema.facts import Fact
from tools.reference.sink import calculator, kitchen_sink
from tools.reference.speech import Speech, code, plain, table


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# Roles and kinds of facts", "# Peran dan jenis fakta")
    yield ""
    yield speech.pick(
        "A role stands in a line of Markdown, in sessions and in the Markdown fields of [YAML files](files.md):"
        " `` {role}`target` ``. Wherever a number is printed by a role, nobody has to type it again.",
        "Peran ditulis di dalam baris Markdown, di sesi dan di isian Markdown [berkas YAML](files.md):"
        " `` {peran}`sasaran` ``. Angka yang dicetak dengan peran tidak perlu diketik ulang.",
    )
    yield ""
    for name in ROLES:
        about = writing()["roles"][name]
        yield f"## {name}"
        yield ""
        yield plain(speech.say(about.description))
        yield ""
        yield from (f"- {code(f'{{{name}}}`{example}`')}" for example in about.examples)
        yield ""
    yield speech.pick("## Kinds of facts", "## Jenis fakta")
    yield ""
    yield speech.pick(
        "`kind` of the value of a fact in [facts.yaml](files.md#facts-yaml), and what `` {fact}`id` `` prints for it.",
        "`kind` pada nilai fakta di [facts.yaml](files.md#facts-yaml), dan yang dicetak oleh `` {fact}`id` ``.",
    )
    yield ""
    heads: tuple[str, ...] = (
        "`kind`",
        speech.pick("meaning", "arti"),
        speech.pick("example", "contoh"),
        speech.pick("prints", "dicetak"),
    )
    yield from table(heads, _kinds(speech))


def _kinds(speech: Speech) -> Iterator[tuple[str, str, str, str]]:
    members, _ = bare_type(field_type(Fact, "value"))
    for record in get_args(members):
        (kind,) = get_args(bare_type(field_type(record, "kind"))[0])
        meaning = help_of(record).fields["kind"].values[kind]
        address = next(fact_id for fact_id, fact in kitchen_sink().facts().items() if fact.value.kind == kind)
        if kind == "table":
            fact = kitchen_sink().facts()[address]
            row = fact.value.rows[0]  # type: ignore[union-attr]
            address = f"{address}.{row.id}.{next(iter(row.cells))}"
        prints = calculator().fact_text(address)
        yield code(kind), plain(speech.say(meaning)), code(f"{{fact}}`{address}`"), plain(prints or "")
