"""Sphinx settings for the documentation of the toolkit. The curriculum itself has none: it is configured by code."""

import sys
import tomllib
from pathlib import Path

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT))

from tools.rule_pages import write_pages  # noqa: E402

write_pages(_ROOT / "docs" / "rules")
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "curriculum_kit"
author = "The curriculum_kit authors"
copyright = author  # noqa: A001  # the name that Sphinx reads
release = _PROJECT["version"]
version = release

extensions = ["myst_parser", "tools.reference"]
exclude_patterns = ["_build"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

html_theme = "furo"
html_title = f"curriculum_kit {release}"
html_copy_source = False
html_show_copyright = False
