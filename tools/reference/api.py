"""The page of the Python API: what `__all__` names, with signatures and docstrings."""

from __future__ import annotations

import inspect
import pkgutil
import re
from collections.abc import Iterator
from enum import Enum
from importlib import import_module
from itertools import groupby
from operator import itemgetter
from textwrap import dedent
from types import ModuleType

import curriculum_kit
from tools.reference.speech import Speech, block, code, paragraphs, plain


def packages() -> dict[str, ModuleType]:
    """The package itself, and every package in it that names what it offers."""
    found = {"curriculum_kit": curriculum_kit}
    for info in pkgutil.iter_modules(curriculum_kit.__path__, "curriculum_kit."):
        if info.ispkg:
            module = import_module(info.name)
            if hasattr(module, "__all__"):
                found[info.name] = module
    return found


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield "# Python"
    yield ""
    yield speech.pick(
        "What other programs may use is what `curriculum_kit` names in its `__all__`. What its packages offer one"
        " another follows below; it may change with any version.",
        "Yang boleh dipakai program lain adalah yang disebut `curriculum_kit` dalam `__all__`. Di bawahnya yang"
        " ditawarkan paket-paketnya satu sama lain, yang dapat berubah pada setiap versi. Keterangannya hanya dalam"
        " bahasa Inggris.",
    )
    yield ""
    for name, module in packages().items():
        yield f"## {name}"
        yield ""
        yield from _docstring(module)
        for public in module.__all__:
            yield from _public(name, public, getattr(module, public))


def _public(package: str, name: str, thing: object) -> Iterator[str]:
    yield f"### {package}.{name}"
    yield ""
    is_called = isinstance(thing, type) or _is_function(thing)
    yield from block("python" if is_called else "text", [_signature(name, thing)])
    if is_called:
        yield from _docstring(thing)
    if isinstance(thing, type):
        members = {key: value for key, value in vars(thing).items() if not key.startswith("_") and _is_member(value)}
        yield from (f"- {code(_member(key, value))}: {_first_line(value)}" for key, value in members.items())
        yield ""


def _is_function(thing: object) -> bool:
    """Whether it is a function, perhaps one that remembers its results. Aliases of types are none."""
    return inspect.isfunction(getattr(thing, "__wrapped__", thing))


def _is_member(value: object) -> bool:
    return isinstance(value, property | classmethod) or inspect.isfunction(value)


def _signature(name: str, thing: object) -> str:
    if _is_function(thing):
        return f"{name}{_short(str(inspect.signature(thing)))}"  # type: ignore[arg-type]
    if isinstance(thing, type):
        called = not issubclass(thing, Enum | Exception | str) and "__init__" in dir(thing)
        return f"class {name}{_short(str(inspect.signature(thing))) if called else ''}"
    return f"{name} = {thing!r}" if isinstance(thing, str) else f"{name} = {_short(str(thing))}"


def _member(name: str, value: object) -> str:
    if isinstance(value, property):
        return name
    function = value.__func__ if isinstance(value, classmethod) else value
    return f"{name}{_short(str(inspect.signature(function)))}"  # type: ignore[arg-type]


def _short(signature: str) -> str:
    """Without what no reader needs: quotes around annotations, long module names, addresses of objects."""
    signature = re.sub(r"<([\w.]+): [^>]*>", r"\1", signature)  # members of enumerations
    signature = re.sub(r"<function <?(\w+)>? at \w+>", r"\1", signature).replace("<factory>", "...")
    signature = re.sub(r"(: |-> )'([^']*)'", r"\1\2", signature)
    return re.sub(r"\b(?:[a-z_]+\.)+(?=[A-Z])", "", signature)


def _docstring(thing: object) -> Iterator[str]:
    """A docstring as Markdown: indented parts are code."""
    lines = (inspect.getdoc(thing) or "").split("\n")
    for is_code, part in groupby(_indented(lines), key=itemgetter(0)):
        words = "\n".join(line for _, line in part).strip("\n")
        yield from block("text", dedent(words).split("\n")) if is_code else paragraphs(words)


def _indented(lines: list[str]) -> Iterator[tuple[bool, str]]:
    """Each line, and whether it belongs to a part that is indented; empty lines belong to the part before."""
    is_code = False
    for line in lines:
        is_code = line.startswith("    ") if line else is_code
        yield is_code, line


def _first_line(thing: object) -> str:
    return plain((inspect.getdoc(thing) or "").split("\n\n")[0].replace("\n", " "))
