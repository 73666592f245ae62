"""The words in templates and scripts, and templates and scripts with other words.

A template says its words as they are, so that authors of templates need no marks for translators. What is said is cut
out between elements and statements of Jinja, expressions staying inside: `Modul {{ module.number }}`. Titles of
elements and words in expressions are found as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

_EXPRESSION = r"\{\{.*?\}\}"
_STATEMENT = r"\{%.*?%\}"
_COMMENT = r"\{#.*?#\}"
_PARTS = re.compile(
    rf"(?P<comment>{_COMMENT})|(?P<statement>{_STATEMENT})"
    rf"|(?P<tag></?[a-zA-Z!](?:{_EXPRESSION}|{_STATEMENT}|[^<>{{]|\{{(?![{{%#]))*>)"
    rf"|(?P<text>(?:{_EXPRESSION}|[^<{{]|\{{(?![{{%#])|<(?![a-zA-Z/!]))+)",
    re.DOTALL,
)
_ATTRIBUTE = re.compile(
    rf'(?P<head>\b(?:aria-label|placeholder|title|alt|data-place)=")(?P<value>(?:{_EXPRESSION}|{_STATEMENT}|[^"])*)',
    re.DOTALL,
)
_CODE = re.compile(rf"{_EXPRESSION}|{_STATEMENT}", re.DOTALL)
_LITERAL = re.compile(r'"([^"\n]*)"')
_LETTERS = re.compile(r"[A-Za-z]{2}")
_ENTITY = re.compile(r"&#?\w+;")
_SAYS = re.compile(r"^[A-Z][a-z]|[a-z]+ [a-z]+|[a-z]:\s")
_SCRIPT_LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"|`((?:[^`\\]|\\.)*)`')
_HOLE = re.compile(r"\$\{(?:[^{}]|\{[^{}]*\})*\}")

Say = Callable[[str], str]


def template_words(source: str, *, by_line: bool = False) -> Iterator[str]:
    """What a template says, in the order in which it says it. `by_line`: a plain text, whose lines are kept."""
    found: list[str] = []

    def note(words: str) -> str:
        found.append(words)
        return words

    _parts(source, note, by_line=by_line)
    yield from dict.fromkeys(found)


def translated_template(source: str, words: Mapping[str, str], *, by_line: bool = False) -> str:
    """The template with other words."""
    return _parts(source, lambda said: words.get(said, said), by_line=by_line)


def script_words(source: str) -> Iterator[str]:
    """The strings in a script that may be words for people: they have a blank in them, or begin with a capital."""
    for match in _SCRIPT_LITERAL.finditer(source):
        said = match[1] if match[1] is not None else match[2]
        if _SAYS.search(_HOLE.sub("", said)):
            yield said


def translated_script(source: str, words: Mapping[str, str]) -> str:
    """The script with other words in its strings."""

    def change(match: re.Match[str]) -> str:
        said = match[1] if match[1] is not None else match[2]
        return f"{match[0][0]}{words[said]}{match[0][0]}" if said in words else match[0]

    return _SCRIPT_LITERAL.sub(change, source)


def _parts(source: str, say: Say, *, by_line: bool) -> str:
    pieces = source.splitlines(keepends=True) if by_line else [source]
    return "".join(_template(piece, say) for piece in pieces)


def _template(source: str, say: Say) -> str:
    def part(match: re.Match[str]) -> str:
        if match["comment"] is not None:
            return match[0]
        if match["statement"] is not None:
            return _code(match[0], say)
        if match["tag"] is not None:
            return _ATTRIBUTE.sub(lambda found: found["head"] + _text(found["value"], say), _codes(match[0], say))
        return _text(match[0], say)

    return _PARTS.sub(part, source)


def _text(source: str, say: Say) -> str:
    """Words between elements, without the blanks around them."""
    flat = " ".join(source.split())
    if not _LETTERS.search(_ENTITY.sub("", _CODE.sub("", flat))):
        return _codes(source, say)
    if _STATEMENT_IN.search(source):  # in an attribute: its parts are said one by one
        return "".join(_code(p, say) if p.startswith("{%") else _text(p, say) for p in _STATEMENTS.split(source) if p)
    start, end = len(source) - len(source.lstrip()), len(source.rstrip())
    return source[:start] + _codes(say(flat), say) + source[end:]


_STATEMENT_IN = re.compile(_STATEMENT, re.DOTALL)
_STATEMENTS = re.compile(rf"({_STATEMENT})", re.DOTALL)


def _codes(source: str, say: Say) -> str:
    """The words in the expressions and statements of a piece of a template."""
    return _CODE.sub(lambda match: _code(match[0], say), source)


def _code(source: str, say: Say) -> str:
    """The words in one expression or statement: strings that look like words, and are no names."""
    return _LITERAL.sub(lambda match: f'"{say(match[1])}"' if is_said(match[1]) else match[0], source)


SHORT = frozenset({" peserta", "dihitung", "diisi", " (draf)"})
"""Words in expressions that look like names."""


def is_said(literal: str) -> bool:
    """Whether a string in an expression is for people."""
    return literal in SHORT or bool(_SAYS.search(literal))
