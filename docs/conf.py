"""Sphinx settings for the documentation of the toolkit. The curriculum itself has none: it is configured by code.

The same pages are built in two languages (`make docs`): English is the source; Indonesian comes from `locale/`
(`tools/doc_messages.py`). Pages that programs write are written in the language of the build.
"""

import sys
import tomllib
from pathlib import Path
from typing import Any

from sphinx.application import Sphinx
from sphinx.config import Config

_ROOT = Path(__file__).parent.parent
sys.path.insert(0, str(_ROOT))

from tools.doc_messages import is_english_only  # noqa: E402
from tools.rule_pages import write_pages  # noqa: E402

_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]

project = "curriculum_kit"
author = "The curriculum_kit authors"
copyright = author  # noqa: A001  # the name that Sphinx reads
release = _PROJECT["version"]
version = release

extensions = ["myst_parser", "tools.reference"]
exclude_patterns = ["_build", "_templates", "locale"]
myst_enable_extensions = ["deflist"]
myst_heading_anchors = 3

language = "en"
locale_dirs = ["locale"]
gettext_compact = False  # one catalogue for each page
gettext_location = False

templates_path = ["_templates"]
html_theme = "furo"
html_title = f"curriculum_kit {release}"
html_copy_source = False
html_show_copyright = False
html_static_path = ["_static"]
html_css_files = ["documentation.css"]
html_sidebars = {
    "**": [
        "sidebar/brand.html",
        "sidebar/languages.html",
        "sidebar/search.html",
        "sidebar/scroll-start.html",
        "sidebar/navigation.html",
        "sidebar/scroll-end.html",
    ]
}

_ENGLISH_ONLY = '<p class="english-only">Halaman ini untuk pengembang dan hanya ada dalam bahasa Inggris.</p>'


def _write_pages(_app: Sphinx, config: Config) -> None:
    write_pages(_ROOT / "docs" / "reference" / "rules", "id" if config.language == "id" else "en")


def _mark_english(app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _doctree: object) -> None:
    if app.config.language != "en" and is_english_only(pagename):
        context["body"] = f'{_ENGLISH_ONLY}<div lang="en">{context["body"]}</div>'


def setup(app: Sphinx) -> None:
    """Connect what depends on the language of the build."""
    app.connect("config-inited", _write_pages)
    app.connect("html-page-context", _mark_english)
