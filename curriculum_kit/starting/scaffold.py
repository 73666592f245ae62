"""The templates of `templates/scaffold`, filled in; and ids made of Indonesian titles."""

from __future__ import annotations

import json
import re
import unicodedata

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from curriculum_kit.resources import templates_folder

MAX_SLUG = 40
"""Letters of a file name made of a title."""

_PLAIN = re.compile(r"[A-Za-z][\w ,()./&'-]*(?<=[\w)])", re.ASCII)
_WORDS_OF_YAML = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})


def rendered(template: str, **values: object) -> str:
    """A template of the scaffold with its values."""
    environment = Environment(
        loader=FileSystemLoader(templates_folder() / "scaffold"),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        trim_blocks=True,
        autoescape=False,  # noqa: S701 - YAML, JSON and Markdown, not HTML
    )
    environment.filters["yaml"] = yaml_scalar
    environment.filters["json"] = lambda value: json.dumps(value, ensure_ascii=False)
    return environment.get_template(template).render(values)


def yaml_scalar(words: str) -> str:
    """A text as YAML has it on one line: bare where that is safe, else in quotation marks."""
    if _PLAIN.fullmatch(words) and words.casefold() not in _WORDS_OF_YAML:
        return words
    return json.dumps(words, ensure_ascii=False)


def slug_of(title: str) -> str:
    """An id made of a title: `Menghitung HPP & laba` → `menghitung-hpp-laba`; empty when no letter is left."""
    plain = unicodedata.normalize("NFKD", title.casefold()).encode("ascii", "ignore").decode()
    slug = ""
    for word in re.findall(r"[a-z0-9]+", plain):
        longer = f"{slug}-{word}" if slug else word[:MAX_SLUG]
        if len(longer) > MAX_SLUG:
            break
        slug = longer
    return slug
