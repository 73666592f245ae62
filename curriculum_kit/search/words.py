"""Indonesian word forms: the one table of affixes, everyday spellings and empty words, read by Python and the browser.

The table travels to the browser inside the index, so both strip words by the same rows; a test compares their forms.
No list of root words comes from outside: the root of a word is the form that most words of the curriculum share.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

WORD = re.compile(r"rp(?=[0-9])|[0-9]+(?:[.,][0-9]+)*(?![^\W_])|[^\W_]+")
"""A number with its decimals (`5.3`, `0,5`), or letters and digits; the `rp` before a sum stands alone."""
MAGNITUDES: dict[str, int] = {"ribu": 3, "rb": 3, "juta": 6, "jt": 6, "miliar": 9, "milyar": 9, "triliun": 12}
_LARGE = re.compile(rf"([0-9]+)(?:,([0-9]{{1,3}}))?[\s\u00a0]*({'|'.join(MAGNITUDES)})(?![^\W_])")
_THOUSANDS = re.compile(r"\.(?=[0-9]{3}(?![0-9]))")
_VOWELS = "aeiou"
_SHORTEST = 3
"""Letters of the shortest root: las, cat, kas."""

SUFFIXES: tuple[tuple[str, ...], ...] = (
    ("lah", "kah", "pun"),
    ("nya", "ku", "mu"),
    ("kan", "an", "i"),
)
"""In this order from the end of a word, at most one of each row; `-in` is everyday speech for `-kan` and `-i`."""

SPOKEN_SUFFIX = "in"
UNSPOKEN = "[lmrwy][^aeiou]|n[^aeiougy]"
"""How no Indonesian root begins: what is left of `membagi` is not `mbagi`."""
_UNSPOKEN = re.compile(UNSPOKEN)

_ACTIVE, _NOUN, _ANY = "kan i in", "an", "kan an i"
PREFIXES: tuple[tuple[str, str, str, str], ...] = (
    # prefix, letters that may follow ("" = any), letters put back ("-" = none), endings it goes with beside none
    ("di", "", "-", _ACTIVE),
    ("ke", "", "-", "an!"),
    ("se", "", "-", _NOUN),
    ("ter", "", "-", _ACTIVE),
    ("te", "r", "-", _ACTIVE),
    ("ber", "", "-", "an kan"),
    ("be", "rk", "-", "an kan"),
    ("bel", "a", "-", _NOUN),
    ("per", "", "-", _ANY),
    ("pe", "rlsdt", "-", _NOUN),
    ("pel", "a", "-", _NOUN),
    *(
        (first + nasal, follow, back, endings)
        for first, endings in (("me", _ACTIVE), ("pe", _NOUN))
        for nasal, follow, back in (
            ("nge", "bcdfghjklmnpqrstvwxyz", "-"),
            ("ng", _VOWELS, "-k"),
            ("ng", "ghkq", "-"),
            ("ny", _VOWELS, "s"),
            ("n", _VOWELS, "t"),
            ("n", "cdjstz", "-"),
            ("m", _VOWELS, "p"),
            ("m", "bfpv", "-"),
            ("", "lmnrwy", "-"),
        )
    ),
)
"""`an!` means: only together with that ending (`keuangan`, but not `kemeja`)."""

SPOKEN_PREFIXES: tuple[tuple[str, str, str, str], ...] = (
    ("nge", "bcdfghjklmnprstwyz", "-", _ACTIVE),
    ("ng", _VOWELS, "-kh", _ACTIVE),
    ("ng", "gk", "-", _ACTIVE),
    ("ny", _VOWELS, "sc", _ACTIVE),
    ("n", _VOWELS, "t", _ACTIVE),
    ("n", "cdj", "-", _ACTIVE),
    ("m", _VOWELS, "p", _ACTIVE),
    ("m", "b", "-", _ACTIVE),
    ("ke", "", "-", _ACTIVE),
)
"""Everyday speech, outermost only: ngitung, ngejual, nyari, minjam, ketemu. They find roots and teach none."""

SPELLINGS: tuple[tuple[str, str], ...] = (
    ("kwa", "kua"), ("kwi", "kui"), ("ph", "f"), ("th", "t"), ("kh", "k"), ("dh", "d"), ("ck", "k"), ("sch", "sk"),
    ("oe", "u"), ("dj", "j"), ("tj", "c"), ("x", "ks"), ("q", "k"), ("v", "f"), ("z", "s"), ("y", "i"), ("w", "u"),
)  # fmt: skip
"""Two spellings are one when these replacements, in turn, and the loss of doubled letters make them equal."""

SPOKEN_ENDINGS: tuple[tuple[str, str], ...] = (
    ("e", "ai"), ("o", "au"), ("eh", "ih"), ("oh", "uh"),
    *((f"e{letter}", f"a{letter}") for letter in "bcdghjklmnprst"),
)  # fmt: skip
"""Endings as spoken and as written: pake, kalo, catet, pinjem."""

_EMPTY = """
    ada adakah adalah agar akan aku anda antara apa apabila apakah apalagi atau ataukah ataupun bagaimana bagaimanakah
    bagi bahkan bahwa banget begini begitu berapa berapakah beserta biar bila bisa bisakah boleh bolehkah bukan
    bukankah caranya cuma dalam dan dapat dapatkah dari daripada dengan demi demikian di dia dong gimana gini gitu hal
    hanya harus haruskah hendak hingga ialah ia ini itu itulah jadi jangan jika juga kah kalau kalo kami kamu kan
    kapan kapankah karena ke kenapa kepada ketika kita kok lah lalu lebih lho loh maka mana manakah masih mau mengapa
    mengenai mereka mesti meski misalnya mungkin nah namun ngapain nih nya oleh pada padahal paling para perlu
    perlukah pernah pun pula saat saja sampai sang sangat saya seandainya sebab sebagai sebelum sebuah sedang sehingga
    sejak selalu seluruh semua seorang seperti serta sesuatu sesudah setelah setiap siapa siapakah sih soal suatu
    sudah sudahkah supaya tadi tapi telah tentang tentu tersebut tetapi tiap tidak tolong untuk walaupun yaitu yakni
    yang ya aja ama ane ampe apaan bgmn bgt biarin bs bwt cuman dah deh dg dgn doang dpt dr elo emang engga enggak
    ente entar gak ga gara gmn gmana gue gw iya jd jg jgn kaga kagak kaya kayak kayaknya kl klo klw km knp krn kudu lo
    lu mah mbak pak bu kak min mo ndak nggak ngga ntar pas pd pengen pengin pingin sampe sbg sdh sm spy tau tp trs
    truss terus tuh udah udh utk wae yg yuk abis belom dapet ingin rp rupiah the of to for and in is how what
"""
EMPTY: frozenset[str] = frozenset(_EMPTY.split())
"""Words that say nothing about what is sought; everyday speech and short messages included."""

_LIGHT = """
    arti artinya beda bedanya bikin buat cara contoh contohnya digunakan dipakai dimaksud gunanya guna jelaskan jenis
    langkah macam maksud maksudnya membuat mencari mengetahui pakai penjelasan pengertian definisi perbedaan rumus
    sebutkan tahu usaha bisnis modul sesi materi belajar tips kiat trik info informasi baik benar bagus mudah gampang
    sama tanpa dulu waktu habis belum lagi
"""
LIGHT: frozenset[str] = frozenset(_LIGHT.split())
"""Words that help to choose between pages but never decide alone."""


def _in_full(match: re.Match[str]) -> str:
    whole, decimals, magnitude = match.groups(default="")
    return whole + decimals.ljust(MAGNITUDES[magnitude], "0")


def words_of(text: str) -> list[str]:
    """The words of a text in lower case; numbers without points (`10.000` is `10000`) and in full (`4,8 miliar`)."""
    plain = _LARGE.sub(_in_full, unicodedata.normalize("NFC", text).lower())
    return [_THOUSANDS.sub("", word) if word[0].isdigit() else word for word in WORD.findall(plain)]


def _without_suffixes(word: str) -> dict[str, str]:
    """What is left of a word after taking suffixes away, each with the ending of the last row that was taken."""
    found = {word: ""}
    for row in SUFFIXES:
        for base in list(found):
            for suffix in row:
                if base.endswith(suffix) and len(base) - len(suffix) >= _SHORTEST:
                    found.setdefault(base[: -len(suffix)], suffix if row is SUFFIXES[-1] else "")
    return found


Rows = tuple[tuple[str, str, str, str], ...]


def _without_prefix(word: str, ending: str | None, rows: Rows = PREFIXES) -> Iterator[str]:
    """What is left of a word after taking one prefix away; for the inner layers `ending` is None: any goes."""
    for prefix, follow, back, endings in rows:
        rest = word[len(prefix) :]
        if not word.startswith(prefix) or not rest or (follow and rest[0] not in follow):
            continue
        if ending is not None and (ending or endings.endswith("!")) and ending not in endings.rstrip("!").split():
            continue
        for letter in back:
            form = rest if letter == "-" else letter + rest
            if len(form) >= _SHORTEST and not _UNSPOKEN.match(form):
                yield form


def forms(word: str) -> list[str]:
    """The word and everything it may come from, the longest first."""
    found: dict[str, None] = {word: None}
    layer: dict[str, None] = {}
    for base, ending in _without_suffixes(word).items():
        found[base] = None
        layer.update(dict.fromkeys(_without_prefix(base, ending)))
    for _ in range(2):
        found.update(layer)
        layer = {form: None for base in layer for form in _without_prefix(base, None) if form not in found}
    found.update(layer)
    return sorted(found, key=lambda form: -len(form))


def spoken_forms(word: str) -> list[str]:
    """What a word of everyday speech may come from, longest first: `pake` from `pakai`, `ngitung` from `hitung`."""
    bases = dict.fromkeys(_without_suffixes(word))
    bases.update(
        {base[:-2]: None for base in list(bases) if base.endswith(SPOKEN_SUFFIX) and len(base) > _SHORTEST + 1}
    )
    for base in list(bases):
        for said, written in SPOKEN_ENDINGS:
            if base.endswith(said):
                bases[base[: -len(said)] + written] = None
    for base in list(bases):
        bases.update(dict.fromkeys(_without_prefix(base, None, SPOKEN_PREFIXES)))
    found = {form: None for base in bases for form in forms(base)}
    return sorted(found, key=lambda form: -len(form))


@dataclass(frozen=True, slots=True)
class Roots:
    """The roots of the words of one curriculum."""

    of: dict[str, str]

    @classmethod
    def learnt_from(cls, vocabulary: Iterable[str]) -> Roots:
        """Of the forms of a word, its root is the one that most words share, and of those the longest.

        A form counts only if it is a word of the curriculum itself or at least two words come from it.
        """
        known = frozenset(vocabulary)
        every = {word: forms(word) if word.isalpha() else [word] for word in sorted(known)}
        shared = Counter(form for word in every for form in every[word])

        def root(word: str) -> str:
            usable = [
                form
                for form in every[word]
                if form == word
                or (form in known and (len(form) > _SHORTEST or form not in EMPTY))
                or (shared[form] > 1 and len(form) > _SHORTEST and not form.startswith(("ng", "ny")))
            ]
            return max(usable, key=lambda form: (shared[form], len(form)))

        return cls({word: root(word) for word in every})
