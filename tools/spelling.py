"""Lists the words of a curriculum that neither the Indonesian dictionary nor `house_words` in curriculum.yaml knows.

    python tools/spelling.py [FOLDER]

FOLDER is a curriculum or one of its modules; without it, `modules`. Needs hunspell and its Indonesian dictionary
(hunspell-id). Exit codes: 0 every word is known, 1 there are unknown words, 2 no dictionary.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from curriculum_kit.rules.prose import file_texts
from curriculum_kit.rules.sentences import ENDINGS, judged
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.loader import load

DICTIONARY = "id_ID"
UNITS = frozenset({"cm", "kg", "km", "ml", "mm", "rp"})

_WORD = re.compile(r"(?<!\w)[^\W\d_]{2,}(?:-[^\W\d_]+)*(?!\w)")
_ABBREVIATION = re.compile(r"[A-Z]{2,6}")
"""Whether an abbreviation is explained is the business of a rule."""
_DRAWN = re.compile(r">([^<]+)<")
_STYLE = re.compile(r"<style\b.*?</style>", re.DOTALL)


class NoDictionary(Exception):
    """hunspell or its Indonesian dictionary is missing."""


@dataclass(frozen=True)
class Place:
    """A word where somebody reads it."""

    file: str
    line: int
    word: str


def words_of(root: Path, curriculum: Curriculum) -> Iterator[Place]:
    """Every word that people read: in sessions, in fields of YAML files, in drawings."""
    for text in file_texts(curriculum):
        for piece in judged(text):
            for match in _WORD.finditer(piece.text):
                yield Place(text.file, piece.span(*match.span()).line, match[0])
    for path in sorted(root.glob("*/media/*.svg")):
        drawing = _STYLE.sub(lambda style: re.sub(r"[^\n]", " ", style[0]), path.read_text(encoding="utf-8"))
        for label in _DRAWN.finditer(drawing):
            for match in _WORD.finditer(label[1]):
                line = drawing.count("\n", 0, label.start(1) + match.start()) + 1
                yield Place(path.relative_to(root).as_posix(), line, match[0])


def listed_words(curriculum: Curriculum) -> frozenset[str]:
    """The words in lower case that the curriculum itself knows: its own list, abbreviations of its glossary, facts."""
    listed: list[str] = []
    if curriculum.settings:
        for group in curriculum.settings.record.house_words.model_dump().values():
            listed += group
    if curriculum.glossary:
        listed += [term.abbreviation for term in curriculum.glossary.record.terms if term.abbreviation]
    if curriculum.facts_source:
        listed += [fact.id for fact in curriculum.facts_source.record.facts]
    return UNITS.union(part.lower() for entry in listed for part in (entry, *entry.split()))


def not_in_dictionary(words: Iterable[str]) -> frozenset[str]:
    """The words that hunspell does not know."""
    program = shutil.which("hunspell")
    if program is None:
        raise NoDictionary("hunspell")
    done = subprocess.run(
        [program, "-d", DICTIONARY, "-i", "UTF-8", "-l"],
        input="\n".join(sorted(set(words))) + "\n",
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode != 0:
        raise NoDictionary("hunspell-id")
    return frozenset(done.stdout.split())


def unknown_words(folder: Path) -> list[Place]:
    """The unknown words of a curriculum, or of one of its modules, in reading order."""
    root = root_of(folder)
    curriculum = load(root).curriculum
    places = list(words_of(root, curriculum))
    listed = listed_words(curriculum)
    forms = {word: _forms(word) for place in places for word in (place.word, *place.word.split("-"))}
    missing = not_in_dictionary(form for those in forms.values() for form in those)

    def is_known(word: str) -> bool:
        if _ABBREVIATION.fullmatch(word) or any(form not in missing or form.lower() in listed for form in forms[word]):
            return True
        parts = word.split("-")
        return len(parts) > 1 and all(len(part) == 1 or part in ENDINGS or is_known(part) for part in parts)

    inside = "" if root == folder else f"{folder.name}/"
    return [place for place in places if place.file.startswith(inside) and not is_known(place.word)]


def root_of(folder: Path) -> Path:
    """The curriculum that a folder is or belongs to."""
    return folder if (folder / "curriculum.yaml").is_file() else folder.parent


def _forms(word: str) -> tuple[str, ...]:
    """A word, and the same without `-nya`, `-lah` and the like, of which dictionaries have only some."""
    stems = (word.removesuffix(ending) for ending in ENDINGS if ending and word.endswith(ending))
    return word, *(stem for stem in stems if len(stem) > 1)


def main(arguments: Sequence[str]) -> int:
    """Print them."""
    folder = Path(arguments[0] if arguments else "modules").resolve()
    try:
        unknown = unknown_words(folder)
    except NoDictionary as missing:
        print(f"{missing} is not installed: sudo apt-get install hunspell hunspell-id", file=sys.stderr)
        return 2
    for place in unknown:
        print(f"{root_of(folder).name}/{place.file}:{place.line}: {place.word}")
    if unknown:
        words = sorted({place.word.lower() for place in unknown})
        print(f"\n{len(words)} unknown words. Mend them, or list them in curriculum.yaml: {', '.join(words)}")
    return 1 if unknown else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
