"""What people type by hand: numbers before titles, letters before options, dots to write on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from curriculum_kit.importer.story import Piece

CHAPTER = re.compile(r"(?:bab|bagian|modul|sesi|unit)\s+(?P<number>[ivxlc]{1,8}|\d{1,4})\b\s*[.:–-]?\s*", re.IGNORECASE)
_NUMBERED = re.compile(r"(?:\d+(?:\.\d+)*[.)]?|[A-Za-z][.)]|[IVX]+[.)])\s+")
_ANNEX = re.compile(r"lampiran(?:\s+(?:[ivxlc]+|\d+|[a-z])(?![\w]))?\s*[.:–-]*\s*", re.IGNORECASE)
BULLET = re.compile(r"^[•●▪◦‣∙·□■➢✓❖o–—-]\s+(?=\S)")
NUMBER = re.compile(r"(\d{1,2})[.)]\s+(?=\S)")
LETTER = re.compile(r"([A-Ha-h])[.)]\s+(?=\S)")
ROOM = re.compile(r"[\s._…‥·–—-]*")
"""Nothing but room to write."""
ROOM_AT_END = re.compile(r"(?<![._…])[._…]{4}[._…\s]*$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def bare_words(words: str) -> str:
    """A title without the chapter and the number that were typed before it."""
    for form in (CHAPTER, _NUMBERED):
        match = form.match(words)
        if match and words[match.end() :].strip():
            words = words[match.end() :].strip()
    return words


def name_of(words: str) -> str:
    """What a title says, without chapter, number and *Lampiran 2*."""
    bare = bare_words(words)
    match = _ANNEX.match(bare)
    return bare[match.end() :] if match and bare[match.end() :] else bare


def chapter_of(words: str) -> int:
    """The number of a chapter, `BAB IV` as 4; 0 where there is none."""
    match = CHAPTER.match(words + " ")
    if match is None:
        return 0
    if match["number"].isdigit():
        return int(match["number"])
    values = [_ROMAN[sign] for sign in match["number"].lower()]
    return sum(-each if each < max(values[at:]) else each for at, each in enumerate(values))


def cut(pieces: Sequence[Piece], count: int) -> list[Piece]:
    """Pieces without the first `count` letters of their words, blanks at the beginning not counted."""
    made: list[Piece] = []
    started = False
    for piece in pieces:
        words = piece.text
        if piece.picture < 0:
            if not started:
                words = words.lstrip()
                started = bool(words)
            taken = min(count, len(words))
            count -= taken
            words = words[taken:]
        made.append(Piece(words, piece.bold, piece.italic, piece.link, piece.picture))
    return made


def parted(pieces: Sequence[Piece], places: Sequence[int]) -> list[list[Piece]]:
    """Pieces in several runs; `places` are offsets in their words, in order. Pictures take no room."""
    runs: list[list[Piece]] = [[]]
    ends = [*places, sum(len(piece.text) for piece in pieces if piece.picture < 0) + 1]
    at = 0
    for piece in pieces:
        if piece.picture >= 0:
            runs[-1].append(piece)
            continue
        words = piece.text
        while words:
            room = ends[len(runs) - 1] - at
            if room <= 0:
                runs.append([])
                continue
            runs[-1].append(Piece(words[:room], piece.bold, piece.italic, piece.link))
            at += len(words[:room])
            words = words[room:]
    return runs


def without_room(piece: Piece) -> Piece:
    """Without the dots to write on at the end."""
    words = ROOM_AT_END.sub("", piece.text) if piece.picture < 0 else piece.text
    return piece if words == piece.text else Piece(words or " ", piece.bold, piece.italic, piece.link)
