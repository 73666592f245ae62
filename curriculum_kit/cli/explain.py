"""`ck explain CODE`: a rule in words, with examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from curriculum_kit.cli import show
from curriculum_kit.cli.speech import WrongUse
from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.rules import Rule, rules
from curriculum_kit.rules.pages import RIGHT, WRONG, Piece


@click.command(help=text("Menjelaskan satu kode temuan dengan contohnya. Tanpa KODE: daftar semua kode.").format())
@click.argument("code", metavar="[KODE]", required=False)
@click.pass_context
def explain(ctx: click.Context, code: str | None) -> None:
    """Print a rule's page, or the list of all rules."""
    if code is None:
        show("".join(f"{rule.code:<12}{rule.page.title}\n" for rule in rules().values()))
        return
    rule = rules().get(code.upper())
    if rule is None:
        hint = did_you_mean(code.upper(), rules())
        raise WrongUse(text('Tidak ada kode "{code}"{hint}', code=code, hint=hint), ctx)
    show("\n".join(_page(rule)) + "\n")


def _page(rule: Rule) -> Iterator[str]:
    from curriculum_kit.report.text import SEVERITIES

    page = rule.page
    yield f"{rule.code} ({SEVERITIES[rule.severity].format()}): {page.title}"
    yield ""
    yield page.explanation
    if rule.protected:
        yield ""
        yield text("Beratnya tidak dapat diturunkan dalam curriculum.yaml.").format()
    for example in page.examples:
        for heading, pieces in ((WRONG, example.wrong), (RIGHT, example.right)):
            yield ""
            yield heading
            for piece in pieces:
                yield ""
                yield _heading(piece)
                yield textwrap.indent("\n".join(piece.lines), "    ")


def _heading(piece: Piece) -> str:
    return f"  {piece.path}" + (f" ({piece.how})" if piece.how else "")
