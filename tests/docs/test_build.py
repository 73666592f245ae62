"""The documentation builds in both languages without a warning, as `make docs` does it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.doc_messages import DOCS, catalogue, is_english_only, translated_pages, untranslated
from tools.docs_links import broken

pytestmark = pytest.mark.timeout(900)  # two builds, and that of the kitchen sink
ROOT = DOCS.parent
LANGUAGES = ("en", "id")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Both builds beside each other, from a copy: each build writes the pages that programs make into its sources."""
    root = tmp_path_factory.mktemp("documentation")
    shutil.copytree(DOCS, root / "docs", ignore=shutil.ignore_patterns("_build", "*.mo"))
    for name in ("pyproject.toml", "tools", "curriculum_kit", "templates"):
        (root / name).symlink_to(ROOT / name)
    makefile = (ROOT / "Makefile").read_text("utf-8")
    recipe = re.search(
        r"sphinx-build (.*?) \\\n\s*--define language=\$\$language docs docs/_build/\$\$language", makefile
    )
    assert recipe
    assert "--fail-on-warning" in recipe[1]
    for language in LANGUAGES:
        done = subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "--quiet", *recipe[1].split()),
                *("--define", f"language={language}", "docs", f"docs/_build/{language}"),
            ],
            cwd=root,
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.returncode == 0, done.stderr
    assert list(broken(root / "docs" / "_build", *LANGUAGES)) == []
    return root / "docs" / "_build"


def pages(folder: Path) -> dict[str, str]:
    """Every page that somebody wrote, by its name without an ending."""
    names = [path.relative_to(folder).with_suffix("").as_posix() for path in folder.rglob("*.html")]
    return {name: (folder / f"{name}.html").read_text("utf-8") for name in sorted({*names} - {"genindex", "search"})}


@pytest.mark.slow
def test_both_languages_have_the_same_pages_and_lead_to_each_other(built: Path) -> None:
    english, indonesian = (pages(built / language) for language in LANGUAGES)
    assert english.keys() == indonesian.keys()
    assert {"index", "tutorial/first-module", "reference/rules/index"} <= english.keys()
    for mine, other, texts in (("en", "id", english), ("id", "en", indonesian)):
        for name, html in texts.items():
            assert f'<html lang="{mine}"' in html.replace('<html class="no-js"', "<html"), name
            switch = re.search(rf'hreflang="{other}" href="([^"]+)"', html)
            assert switch, name
            target = ((built / mine / f"{name}.html").parent / switch[1]).resolve()
            assert target == (built / other / f"{name}.html").resolve(), name


@pytest.mark.slow
def test_only_pages_for_engineers_are_english_in_the_indonesian_documentation(built: Path) -> None:
    for name, html in pages(built / "id").items():
        assert ('<div lang="en">' in html) == is_english_only(name), name
    assert "Modul pertama Anda dalam 30 menit" in (built / "id" / "index.html").read_text("utf-8")
    assert "Modul pertama" not in (built / "en" / "index.html").read_text("utf-8")


@pytest.mark.slow
def test_every_translation_is_shown(built: Path) -> None:
    """Sphinx leaves out, without a word, a translation that is something else than its message: a list, a heading."""
    complete = [name for name in translated_pages() if not untranslated(catalogue(name))]
    assert {"index", "tutorial/first-module"} <= {*complete}
    for name in complete:
        html = (built / "id" / f"{name}.html").read_text("utf-8")
        article = html.partition("<article")[2].partition("</article")[0]
        # Links name other pages, and code is not translated.
        shown = set(re.findall(r">([^<>]+)<", re.sub(r"<a .*?</a>|<code.*?</code>|(?s:<pre>.*?</pre>)", "", article)))
        told = {str(message.id) for message in catalogue(name) if message.string not in {"", message.id}}
        assert shown & told == set(), name


@pytest.mark.slow
def test_pages_of_rules_speak_the_language_of_the_build(built: Path) -> None:
    english, indonesian = ((built / one / "reference" / "rules" / "align.html").read_text("utf-8") for one in LANGUAGES)
    assert "Wrong:" in english
    assert "Salah:" not in english
    assert "Salah:" in indonesian
    assert "Wrong:" not in indonesian
