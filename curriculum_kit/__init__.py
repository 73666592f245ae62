"""curriculum_kit: from YAML and Markdown to books and websites, for trainers and participants.

The way of the data: `load` reads a folder into a `Curriculum` and diagnostics, `check` also judges it, `build` makes
both editions and publishes them. The program is `ck` (`curriculum_kit.cli`).

    from datetime import date
    from pathlib import Path

    import curriculum_kit

    for diagnostic in curriculum_kit.check(Path("modules"), date(2025, 12, 1)):
        print(diagnostic.span.file, diagnostic.span.line, diagnostic.code, diagnostic.message.format())

Names are imported when they are first asked for: `ck check` must not wait for Sphinx.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from curriculum_kit.audience import Audience
    from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, Text
    from curriculum_kit.errors import CurriculumKitError, EnvironmentTrouble
    from curriculum_kit.publish.build import build
    from curriculum_kit.publish.request import BuildRequest, BuildResult
    from curriculum_kit.source.curriculum import Curriculum
    from curriculum_kit.source.loader import Loaded, load

__all__ = [
    "Audience",
    "BuildRequest",
    "BuildResult",
    "Curriculum",
    "CurriculumKitError",
    "Diagnostic",
    "EnvironmentTrouble",
    "Fix",
    "Loaded",
    "Related",
    "Severity",
    "Span",
    "Text",
    "build",
    "check",
    "load",
]

_HOMES = {
    "audience": ("Audience",),
    "diagnostics": ("Diagnostic", "Fix", "Related", "Severity", "Span", "Text"),
    "errors": ("CurriculumKitError", "EnvironmentTrouble"),
    "publish.build": ("build",),
    "publish.request": ("BuildRequest", "BuildResult"),
    "source.curriculum": ("Curriculum",),
    "source.loader": ("Loaded", "load"),
}


def __getattr__(name: str) -> object:
    """Import a public name from where it is."""
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{home}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def check(root: Path, as_of: date) -> tuple[Diagnostic, ...]:
    """Everything that is wrong in the curriculum in the folder `root`, in reading order.

    `as_of` is the day that facts are judged by. The places of the findings are relative to `root`.
    """
    from curriculum_kit.rules import run  # noqa: PLC0415
    from curriculum_kit.source.loader import load  # noqa: PLC0415

    loaded = load(root)
    return run(loaded.curriculum, loaded.diagnostics, as_of)
