"""Renews the catalogues of the documentation: one for each page of the author's part, in `docs/locale`.

    python tools/doc_messages.py [TRANSLATIONS.json …]

The source of these pages is English. Each JSON file holds translations, `{page: {English: Indonesian}}`; they may also
be written into the catalogues. What is new in a page is added to its catalogue without a translation, the old
translation of what has changed is kept and marked fuzzy, what is gone is dropped. Pages that still lack something are
listed with the number of their messages, and the exit code is then 1. The same pages give the same bytes.

Sphinx finds the messages; Babel, which builds need anyway, merges them. `sphinx-intl` would do the same with Babel, but
writes dates into the catalogues.
"""

from __future__ import annotations

import contextlib
import io
import json
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from fnmatch import fnmatch
from pathlib import Path

from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import read_po, write_po

DOCS = Path(__file__).parents[1] / "docs"
LANGUAGE = "id"
TRANSLATED = (
    "index",
    "tutorial/*",
    "how-to/*",
    "reference/index",
    "reference/glossary",
    "reference/profiles",
    "explanation/index",
    "explanation/audiences",
    "explanation/curriculum",
    "explanation/pbk-formats",
)
"""The author's part: pages that are written in English and translated."""
ENGLISH_ONLY = ("explanation/*",)
"""The engineer's part: what of these is not translated stays English in every language.

Every other page is written by a program, in the language of the documentation that is built.
"""

_NOTHING_TO_SAY = re.compile(r"`+[^`]+`+|[\w-]+(?:/[\w.-]+)+|curriculum_kit")
"""Messages that are the same in every language: code, names of files."""


def is_translated(page: str) -> bool:
    """Whether a page, named without `.md`, has a catalogue."""
    return any(fnmatch(page, pattern) for pattern in TRANSLATED)


def is_english_only(page: str) -> bool:
    """Whether a page stays English in every language."""
    return not is_translated(page) and any(fnmatch(page, pattern) for pattern in ENGLISH_ONLY)


def translated_pages() -> list[str]:
    """The pages of the author's part, without `.md`, in order."""
    names = (path.relative_to(DOCS).with_suffix("").as_posix() for path in DOCS.rglob("*.md"))
    return sorted(name for name in names if is_translated(name))


def catalogue_file(page: str) -> Path:
    """Where the translations of a page stand."""
    return DOCS / "locale" / LANGUAGE / "LC_MESSAGES" / f"{page}.po"


def catalogue(page: str) -> Catalog:
    """The translations of a page as they are; empty where there are none yet."""
    path = catalogue_file(page)
    with path.open("rb") if path.is_file() else contextlib.nullcontext(io.BytesIO()) as file:
        return read_po(file, locale=LANGUAGE)


def untranslated(page: Catalog) -> list[Message]:
    """The messages that readers would meet in English: without a translation, or with one for other words."""
    return [message for message in page if message.id and (message.fuzzy or not message.string)]


def said() -> dict[str, Catalog]:
    """What the pages of the author's part say now, found by Sphinx."""
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run(
            [
                *(sys.executable, "-m", "sphinx", "--builder", "gettext", "--fail-on-warning", "--quiet"),
                *("--doctree-dir", f"{folder}/doctrees", str(DOCS), f"{folder}/found"),
            ],
            check=True,
        )
        found = {}
        for page in translated_pages():
            with (Path(folder) / "found" / f"{page}.pot").open("rb") as file:
                found[page] = read_po(file)
        return found


def renewed(now: Catalog, before: Catalog, translations: Mapping[str, str]) -> str:
    """The catalogue with the words of today and what is already translated of them, without dates."""
    after = Catalog(locale=LANGUAGE)
    for message in before:
        if message.id:
            after[message.id] = message
    after.update(now)
    after.obsolete.clear()
    for message in after:
        message.locations = []  # the name of the catalogue says which page it is; lines would only make noise
        message.auto_comments = []
        told = message.id if _NOTHING_TO_SAY.fullmatch(str(message.id)) else translations.get(str(message.id))
        if message.id and told:
            message.string = told
            message.flags.discard("fuzzy")
    buffer = io.BytesIO()
    write_po(buffer, after, width=116, omit_header=True)
    head = 'msgid ""\nmsgstr ""\n"Language: id\\n"\n"MIME-Version: 1.0\\n"\n'
    head += '"Content-Type: text/plain; charset=utf-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n\n'
    return head + buffer.getvalue().decode("utf-8").rstrip("\n") + "\n"


def main(files: list[str]) -> int:
    """Write the catalogues, and remove those of pages that are gone."""
    translations: dict[str, dict[str, str]] = {}
    for file in files:
        for page, told in json.loads(Path(file).read_text("utf-8")).items():
            translations.setdefault(page, {}).update(told)
    now = said()
    for page, catalog in now.items():
        path = catalogue_file(page)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(renewed(catalog, catalogue(page), translations.get(page, {})), "utf-8")
    wanted = {catalogue_file(page) for page in now} | {catalogue_file("sphinx")}
    for path in (DOCS / "locale" / LANGUAGE).rglob("*.po"):
        if path not in wanted:
            path.unlink()
    left = {page: len(untranslated(catalogue(page))) for page in now}
    print("".join(f"{page}: {count}\n" for page, count in left.items() if count), end="")
    return 1 if any(left.values()) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
