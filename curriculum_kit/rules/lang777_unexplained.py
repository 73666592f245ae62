"""Singkatan belum dijelaskan.

Singkatan dijelaskan ketika pertama kali muncul dalam sesi, misalnya titik impas (BEP). Singkatan yang ada dalam
glossary.yaml, pada house_words, atau yang dikenal semua orang (KTP, RT, WA) tidak perlu dijelaskan lagi.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Kelak Anda juga menghitung BEP dan memilih {term}`merek`.
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Kelak Anda juga menghitung titik impas (BEP) dan memilih {term}`merek`.
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.abbreviations import KNOWN, NUMERALS, SHOUTED
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import GONE, FileText
from curriculum_kit.rules.sentences import accepted, judged

SEVERITY = Severity.WARNING

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_JOINED = re.compile(r"[-./&]?\w")
_EXPLAINED = re.compile(
    r"(?:\(|\b(?:atau|disebut|disingkat|singkatan)\s+)([A-Z]{2,6})\b"
    r"|\b([A-Z]{2,6})(?=\s*\(|\s+(?:adalah|ialah|yaitu|singkatan|kependekan|artinya|berarti)\b)"
)
_WORD_LIKE = re.compile(r"(?=[A-Z]{4})(?:[^AEIOU]{0,2}[AEIOU]){2,}[^AEIOU]{0,2}")
"""A word in capitals for emphasis has syllables; most also stand somewhere in small letters."""
_SMALL = re.compile(r"(?<!\w)[a-z]{2,6}(?!\w)")
_PLAIN = KNOWN | NUMERALS | SHOUTED


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for the first use of every abbreviation in what participants read of a session."""
    if "/sessions/" not in text_of_file.file:
        return
    pieces = [piece for piece in judged(text_of_file) if not piece.trainer_only and not piece.text.isupper()]
    shown = "\n".join([piece.text for piece in pieces])
    wanted = {word for word in _CAPITALS.findall(shown) if word not in _PLAIN} - _known(context)
    if not wanted:
        return
    small = {word.upper() for word in _SMALL.findall(shown)}
    wanted = {word for word in wanted - small if not _WORD_LIKE.fullmatch(word)}
    wanted.difference_update(*_EXPLAINED.findall(shown.replace(GONE, "")))
    for piece in pieces:
        for match in _CAPITALS.finditer(piece.text):
            word = match[0]
            if word not in wanted or _is_part(match):
                continue
            wanted.remove(word)
            yield context.finding(
                piece.span(*match.span()),
                text('singkatan "{word}" belum dijelaskan dalam sesi ini', word=word),
                text("Tulis kepanjangannya, misalnya titik impas (BEP), atau masukkan ke glossary.yaml."),
            )


def _known(context: Context) -> frozenset[str]:
    """The abbreviations that the glossary explains and those that `curriculum.yaml` accepts."""
    named = [name for term in context.terms for name in (term.term, term.abbreviation) if name]
    return frozenset([*_CAPITALS.findall(" ".join(named)), *(word.upper() for word in accepted(context))])


def _is_part(match: re.Match[str]) -> bool:
    """Whether capitals belong to a longer word, a code or an address."""
    before = match.string[max(0, match.start() - 2) : match.start()][::-1]
    after = match.string[match.end() : match.end() + 2]
    joined = _JOINED.match(after)
    return _JOINED.match(before) is not None or (joined is not None and not (after[0] == "-" and after[1].islower()))
