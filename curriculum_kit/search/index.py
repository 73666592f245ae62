"""The index of a website: a script that works without a server, from disk too.

`indeks.js` is all that is loaded before the first results: places to open, roots with their word forms, postings.
The text for snippets stands in one small script a page below `teks/`, loaded for the results that are shown.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.search import words as table
from curriculum_kit.search.pages import ACTIVITY, TEXT, TRAINER, WORKSHEET, PageReader, Piece, words_in
from curriculum_kit.search.words import EMPTY, Roots, words_of

KINDS = (TEXT, ACTIVITY, WORKSHEET, TRAINER)
SESSION, TERM, FACT, OTHER = "s", "g", "f", "m"
_SEE_ALSO = re.compile(r"\s*Lihat juga:.*$")
_LONG_NUMBER = re.compile(r"[0-9]{5,}")
"""Large sums are looked up in the facts; those of the worksheets would only fill the index."""
_LEVELS = (0.3, 0.45, 0.62)
"""Where the strength of a word in a place (0 to 1) is cut into four levels."""
_TRAINER_SHARE = 0.4
"""What a word in the text for trainers counts beside one in the text for all."""
_ALPHABET = "".join(chr(code) for code in range(0x23, 0x7E) if chr(code) != "\\")
"""Characters of the postings: the printable ones that JSON leaves alone; `~` parts the roots."""
_SHORT = 64
"""Numbers below it take one character, the others two."""


@dataclass(frozen=True, slots=True)
class SearchPage:
    """A page as the search sees it."""

    address: str
    title: str
    kind: str
    kicker: str
    pieces: tuple[Piece, ...]

    @classmethod
    def of(cls, address: str, title: str, kind: str, page: str) -> SearchPage:
        """From the finished HTML: only what readers see can be found."""
        reader = PageReader()
        reader.feed(page)
        reader.close()
        return cls(address, title, kind, words_in(reader.kicker), tuple(reader.pieces))


@dataclass(frozen=True, slots=True)
class Place:
    """A result that can be opened, with its words by kind of text."""

    address: str
    title: str
    kind: str
    module: str
    words: Mapping[str, Counter[str]]


def _count(piece: Piece) -> Counter[str]:
    counts: Counter[str] = Counter()
    for parts, weight in ((piece.title, 3), (piece.label, 1), (piece.text, 1)):
        for word in words_of(words_in(parts)):
            counts[word] += weight
    return counts


def _places(page: SearchPage) -> Iterable[Place]:
    """The entries of the glossary and the facts stand for themselves, a session or another page as a whole."""
    entries = {"Glosarium": TERM, "Fakta": FACT}.get(page.kind)
    if entries:
        for piece in page.pieces:
            if piece.anchor and piece.title:
                title = words_in(piece.title)
                yield Place(f"{page.address}#{piece.anchor}", title, entries, "", {TEXT: _count(piece)})
        return
    words: dict[str, Counter[str]] = {}
    for piece in page.pieces:
        words.setdefault(piece.kind, Counter()).update(_count(piece))
    for word in words_of(f"{page.title} {page.kicker}"):
        words.setdefault(TEXT, Counter())[word] += 2
    module = page.address.split("/")[0] if page.kind in {"Sesi", "Modul"} else ""
    yield Place(page.address, page.title, SESSION if page.kind == "Sesi" else OTHER, module, words)


def _symbol(number: int) -> str:
    """A number below 2404 in characters of the alphabet."""
    if number < _SHORT:
        return _ALPHABET[number]
    return _ALPHABET[_SHORT + (number - _SHORT) // len(_ALPHABET)] + _ALPHABET[(number - _SHORT) % len(_ALPHABET)]


def _postings(places: list[Place], roots: Mapping[str, str]) -> dict[str, str]:
    """For each root the places that hold it: the gap to the last one, then the kinds of text and the strength."""
    lengths = [
        sum(sum(counts.values()) * (_TRAINER_SHARE if kind == TRAINER else 1) for kind, counts in place.words.items())
        for place in places
    ]
    means: dict[str, float] = {}
    for kind in {place.kind for place in places}:
        own = [length for place, length in zip(places, lengths, strict=True) if place.kind == kind]
        means[kind] = sum(own) / len(own)
    found: dict[str, str] = {}
    last: dict[str, int] = {}
    for number, (place, length) in enumerate(zip(places, lengths, strict=True)):
        counts: dict[str, float] = {}
        masks: dict[str, int] = {}
        for kind, words in place.words.items():
            share = _TRAINER_SHARE if kind == TRAINER else 1.0
            for word, count in words.items():
                if word in roots:
                    counts[roots[word]] = counts.get(roots[word], 0.0) + count * share
                    masks[roots[word]] = masks.get(roots[word], 0) | 1 << KINDS.index(kind)
        for root, weight in counts.items():
            strength = weight / (weight + 5 * (0.3 + 0.7 * length / max(1.0, means[place.kind])))
            level = sum(strength >= limit for limit in _LEVELS)
            mask = masks[root] if place.kind == SESSION else 0
            found[root] = found.get(root, "") + _symbol(number - last.get(root, -1) - 1) + _symbol(mask * 4 + level)
            last[root] = number
    return found


def _pattern(word: str, root: str) -> str:
    """How a word is made from its root: what stands before, how many letters of the root are lost, what follows."""
    for lost in (0, 1):
        stem = root[lost:]
        at = word.find(stem)
        if at >= 0:
            return f"{word[:at]}{lost or ''}-{word[at + len(stem) :]}"
    raise ValueError(f"{word} does not come from {root}")


def _dictionary(roots: Mapping[str, str], order: list[str]) -> tuple[str, str]:
    """Patterns, the most frequent first, and for each root its letters and the numbers of its patterns.

    A root begins with the count of letters it shares with the one before (`a` = none).
    """
    made: dict[str, list[str]] = {root: [] for root in order}
    for word, root in sorted(roots.items()):
        made[root].append(_pattern(word, root))
    frequent = Counter(pattern for patterns in made.values() for pattern in patterns)
    numbers = {pattern: number for number, (pattern, _) in enumerate(sorted(frequent.items(), key=_most_first))}
    lines, before = [], ""
    for root, patterns in made.items():
        shared = 0
        while shared < min(len(root), len(before), 25) and root[shared] == before[shared]:
            shared += 1
        codes = "".join(_symbol(number) for number in sorted(numbers[pattern] for pattern in patterns))
        lines.append(f"{chr(97 + shared)}{root[shared:]} {codes}")
        before = root
    return " ".join(numbers), "~".join(lines)


def _most_first(item: tuple[str, int]) -> tuple[int, str]:
    return -item[1], item[0]


def _useful(synonyms: Iterable[Iterable[str]], known: frozenset[str]) -> list[list[str]]:
    """Rows with at least one phrase that the site knows: the others lead nowhere.

    A phrase of which only one word is not empty is left out: `tidak laku` must not stand for `laku`.
    """
    rows = []
    for row in synonyms:
        phrases = dict.fromkeys(" ".join(words_of(phrase)) for phrase in row)
        kept = [phrase for phrase in phrases if " " not in phrase or len(_telling(phrase)) > 1]
        if len(kept) > 1 and any(known.issuperset(_telling(phrase)) for phrase in kept):
            rows.append(kept)
    return sorted(rows)


def _telling(phrase: str) -> list[str]:
    return [word for word in phrase.split() if word not in EMPTY]


def build_index(pages: Iterable[SearchPage], synonyms: Iterable[Iterable[str]] = ()) -> dict[str, object]:
    """The data of `indeks.js`."""
    listed = list(pages)
    places = [place for page in listed for place in _places(page)]
    vocabulary = {
        word
        for place in places
        for counts in place.words.values()
        for word in counts
        if word not in EMPTY
        and (len(word) > 1 or word.isdigit())
        and (place.kind in {TERM, FACT} or not _LONG_NUMBER.search(word))
    }
    roots = Roots.learnt_from(vocabulary).of
    postings = _postings(places, roots)
    order = sorted(postings)
    patterns, dictionary = _dictionary(roots, order)
    modules = [[page.address.split("/")[0], page.kicker, page.title] for page in listed if page.kind == "Modul"]
    names = [module[0] for module in modules]
    return {
        "modules": modules,
        "places": [
            [place.address, place.title, place.kind, names.index(place.module) if place.module in names else -1]
            for place in places
        ],
        "numbers": {page.address: page.kicker for page in listed if page.kind == "Sesi"},
        "patterns": patterns,
        "words": dictionary,
        "postings": "~".join(postings[root] for root in order),
        "synonyms": _useful(synonyms, frozenset(vocabulary)),
        "table": browser_table(),
    }


def browser_table() -> dict[str, object]:
    """The table of word forms as the browser reads it."""
    return {
        "suffixes": table.SUFFIXES,
        "prefixes": table.PREFIXES,
        "spokenPrefixes": table.SPOKEN_PREFIXES,
        "spokenEndings": table.SPOKEN_ENDINGS,
        "spokenSuffix": table.SPOKEN_SUFFIX,
        "unspoken": table.UNSPOKEN,
        "spellings": table.SPELLINGS,
        "magnitudes": table.MAGNITUDES,
        "empty": " ".join(sorted(table.EMPTY)),
        "light": " ".join(sorted(table.LIGHT)),
    }


def _script(data: object) -> str:
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def write_search_index(pages: Iterable[SearchPage], folder: Path, synonyms: Iterable[Iterable[str]] = ()) -> None:
    """Write `indeks.js` and `teks/` into `folder`: scripts, because `fetch` fails from disk.

    `synonyms` are rows of words or phrases that find each other: those of the settings, and of each term of the
    glossary its name, its abbreviation and its non-standard forms.
    """
    listed = list(pages)
    folder.mkdir(parents=True, exist_ok=True)
    folder.joinpath("indeks.js").write_text(f"window.INDEKS={_script(build_index(listed, synonyms))};\n", "utf-8")
    for page in listed:
        texts = [
            [piece.anchor, piece.kind, words_in(piece.label), words_in(piece.title), text]
            for piece in page.pieces
            if (text := _SEE_ALSO.sub("", words_in(piece.text))) or piece.title
        ]
        target = folder / "teks" / Path(page.address).with_suffix(".js")
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(f"(window.TEKS=window.TEKS||{{}})[{_script(page.address)}]={_script(texts)};\n", "utf-8")
