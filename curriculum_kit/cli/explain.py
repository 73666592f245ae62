"""`ck explain CODE`: a rule in words, with examples."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

import click

from curriculum_kit.cli import show
from curriculum_kit.cli.speech import WrongUse, lang_option
from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.rules import Rule, rules
from curriculum_kit.rules.pages import Piece
from curriculum_kit.texts import Translate, translator


@click.command(help=text("Menjelaskan satu kode temuan dengan contohnya. Tanpa KODE: daftar semua kode.").format())
@click.argument("code", metavar="[KODE]", required=False)
@lang_option(text("Bahasa penjelasan."))
@click.pass_context
def explain(ctx: click.Context, code: str | None, lang: str) -> None:
    """Print a rule's page, or the list of all rules."""
    say = translator(lang) or str
    if code is None:
        show("".join(f"{rule.code:<12}{say(rule.page.title)}\n" for rule in rules().values()))
        return
    rule = rules().get(code.upper())
    if rule is None:
        hint = did_you_mean(code.upper(), rules())
        raise WrongUse(text('Tidak ada kode "{code}"{hint}', code=code, hint=hint), ctx)
    show("\n".join(_page(rule, say)) + "\n")


def _page(rule: Rule, say: Translate) -> Iterator[str]:
    from curriculum_kit.report.text import SEVERITIES

    page = rule.page
    yield f"{rule.code} ({SEVERITIES[rule.severity].format(say)}): {say(page.title)}"
    for paragraph in page.paragraphs:
        yield ""
        yield say(paragraph) if "\n" in paragraph else textwrap.fill(say(paragraph), 100)
    if rule.protected:
        yield ""
        yield text("Beratnya tidak dapat diturunkan dalam curriculum.yaml.").format(say)
    for example in page.examples:
        for heading, pieces in ((text("Salah:"), example.wrong), (text("Benar:"), example.right)):
            yield ""
            yield heading.format(say)
            for piece in pieces:
                yield ""
                yield _heading(piece)
                yield textwrap.indent("\n".join(piece.lines), "    ")


def _heading(piece: Piece) -> str:
    return f"  {piece.path}" + (f" ({piece.how})" if piece.how else "")
