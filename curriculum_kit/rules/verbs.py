"""Verbs as titles of units and elements and the texts of KUK need them.

Only the form of a word is known, so both questions are answered leniently: a word that may be a verb counts as one.
"""

from __future__ import annotations

import re

_ACTIVE = re.compile(
    r"(?:me(?:m[bfpv]|m(?=[aeiou])|n[cdjstz]|n(?=[aeiou])|ng|ny|[lrwy])|ber|be[kl](?=erja|ajar))[a-z]{3,}"
    r"|(?:me(?:m|n|ng|nge)?|ber)"  # before a hyphen and a foreign word
)
_NOT_ACTIVE = frozenset({
    "beragam", "berani", "berapa", "berbagai", "berita", "berkas", "berlian", "bersama", "bersih", "melati", "memori",
    "menantu", "menara", "mengapa", "menteri", "mentega", "mentimun", "meranti", "merdeka", "mereka", "meriam",
    "merica", "merpati",
})  # fmt: skip
"""Other words that begin like an active verb."""

_PASSIVE = re.compile(r"di[a-z]{3,}")
_FOREIGN_PASSIVE = re.compile(r"(?<!\w)di-\W*\w", re.IGNORECASE)
"""`di-*upload*`: a foreign word as a verb."""
_NOT_PASSIVE = frozenset({
    "diagnosis", "diagram", "dialek", "dialog", "diameter", "diare", "diesel", "digital", "dimensi", "dinamika",
    "dinamis", "dinas", "dinding", "dingin", "dipan", "diploma", "direksi", "direktorat", "direktur", "dirinya",
    "disabilitas", "disinfektan", "disiplin", "diskon", "diskusi", "distribusi", "distributor", "dividen", "divisi",
})  # fmt: skip
"""Other words that begin like a passive verb."""
_STATE = re.compile(r"ter[a-z]{4,}|sesuai|cocok|lengkap|sama|benar|tepat|ada|tidak|mampu|siap")
_NOT_STATE = frozenset({
    "keadaan", "kebutuhan", "kegiatan", "kelayakan", "kemasan", "kendaraan", "kesehatan", "keterampilan", "keuangan",
    "keuntungan", "kewirausahaan", "terakhir", "terhadap", "terlebih", "termasuk", "terminal", "tersebut", "tertentu",
    "terutama",
})  # fmt: skip
_KE_AN = re.compile(r"ke[a-z]{3,}an")
"""A state (`ketahuan`) or a noun: at the beginning of a sentence it is a noun."""
_WORD = re.compile(r"[^\W\d_]+")


def begins_with_verb(title: str) -> bool:
    """Whether the first word is an active verb: meN-, or ber-."""
    word = first_word(title).casefold()
    return word not in _NOT_ACTIVE and _ACTIVE.fullmatch(word) is not None


def first_word(title: str) -> str:
    """The first word of a title, of a doubled one its first half; the title itself where there is none."""
    match = _WORD.search(title)
    return match[0] if match else title


def holds_passive(text: str) -> bool:
    """Whether a word is a passive verb (di-), or says that something is so (ter-, ke-…-an, `sesuai`)."""
    words = [match[0].casefold() for match in _WORD.finditer(text)]
    is_so = any(_is_passive(word) or _is_state(word) for word in words)
    return is_so or any(map(_is_ke_an, words[1:])) or _FOREIGN_PASSIVE.search(text) is not None


def _is_passive(word: str) -> bool:
    return word not in _NOT_PASSIVE and _PASSIVE.fullmatch(word) is not None


def _is_state(word: str) -> bool:
    return word not in _NOT_STATE and _STATE.fullmatch(word) is not None


def _is_ke_an(word: str) -> bool:
    return word not in _NOT_STATE and _KE_AN.fullmatch(word) is not None
