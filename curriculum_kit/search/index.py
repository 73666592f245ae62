"""A small Indonesian search: Snowball stems and an index that works without a server, from disk too.

A stopgap until the search of the website issue: the stemmer of the browser is the one that Sphinx ships, the one here
is `snowballstemmer`; both follow the Indonesian Snowball algorithm (Tala 2003).
"""

from __future__ import annotations

import html
import json
import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

import snowballstemmer
import sphinx.search

WORD = re.compile(r"\w+")
MAIN = re.compile(r"<main[^>]*>(.*)</main>", re.DOTALL)
TAG = re.compile(r"<(script|style|nav)[^>]*>.*?</\1>|<[^>]+>", re.DOTALL)
STEMMER_SCRIPTS = ("base-stemmer.js", "indonesian-stemmer.js")


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page as the search sees it."""

    address: str
    title: str
    kind: str
    text: str

    @classmethod
    def of(cls, address: str, title: str, kind: str, page: str) -> SearchPage:
        """From the finished HTML: only what readers see can be found."""
        main = MAIN.search(page)
        words = html.unescape(TAG.sub(" ", main[1] if main else page))
        return cls(address, title, kind, " ".join(words.split()))


def write_search_index(pages: Iterable[SearchPage], folder: Path) -> None:
    """Write `indeks.js` (a script, because `fetch` fails from disk) and the stemmer into `folder`."""
    stem = snowballstemmer.stemmer("indonesian").stemWord
    listed = sorted(pages, key=lambda page: page.address)
    postings: dict[str, dict[int, int]] = {}
    for number, page in enumerate(listed):
        for text, weight in ((page.title, 8), (page.text, 1)):
            for word in WORD.findall(text.lower()):
                hits = postings.setdefault(stem(word), {})
                hits[number] = hits.get(number, 0) + weight
    data = {
        "pages": [[page.address, page.title, page.kind, page.text] for page in listed],
        "words": {word: sorted(hits.items()) for word, hits in sorted(postings.items())},
    }
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("indeks.js").write_text(
        f"window.INDEKS={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n", "utf-8"
    )
    shipped = Path(sphinx.search.__file__).parent / "minified-js"
    for name in STEMMER_SCRIPTS:
        shutil.copyfile(shipped / name, folder / name)
