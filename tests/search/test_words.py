"""Word forms: what they come from, and the same answer in Python and in the browser."""

from __future__ import annotations

from pathlib import Path

import pytest

from curriculum_kit.search.index import SearchPage, write_search_index
from curriculum_kit.search.words import EMPTY, LIGHT, Roots, forms, spoken_forms, words_of
from tests.search.engine import ROOT, ask

VOCABULARY = sorted(
    {word for path in ROOT.glob("modules/kwu-*/sessions/*.md") for word in words_of(path.read_text("utf-8"))}
)


@pytest.mark.parametrize(
    ("word", "root"),
    [
        ("memasarkan", "pasar"), ("pemasaran", "pasar"), ("dipasarkan", "pasar"), ("pengemasan", "kemas"),
        ("keuangannya", "uang"), ("mengecek", "cek"), ("penyusutan", "susut"), ("menuliskannya", "tulis"),
        ("memperbaiki", "baik"), ("pelajaran", "ajar"), ("berlangganan", "langgan"), ("bukukanlah", "buku"),
    ],
)  # fmt: skip
def test_a_word_comes_from_its_root(word: str, root: str) -> None:
    assert root in forms(word)


@pytest.mark.parametrize("word", ["kemeja", "membagi", "mengerti"])
def test_a_word_is_not_cut_where_no_root_can_begin(word: str) -> None:
    assert not {"meja", "mbagi", "ti"} & set(forms(word))


@pytest.mark.parametrize(
    ("said", "written"),
    [
        ("ngitung", "hitung"), ("ngejualin", "jual"), ("nyatet", "catat"), ("minjem", "pinjam"), ("pake", "pakai"),
        ("dipake", "pakai"), ("ketemu", "temu"), ("nyari", "cari"), ("bikinin", "bikin"), ("kalo", "kalau"),
    ],
)  # fmt: skip
def test_everyday_speech_comes_from_written_words(said: str, written: str) -> None:
    assert written in spoken_forms(said)


def test_the_root_is_what_most_words_share() -> None:
    roots = Roots.learnt_from({"kemasan", "pengemasan", "mengemas", "dikemas", "emas", "pemasaran", "pasar", "kas"}).of
    assert {roots[word] for word in ("kemasan", "pengemasan", "mengemas", "dikemas")} == {"kemas"}
    assert roots["pemasaran"] == roots["pasar"] == "pasar"
    assert (roots["emas"], roots["kas"]) == ("emas", "kas")


def test_numbers_keep_decimals_lose_points_and_stand_in_full() -> None:
    assert words_of("Latihan 5.3: Rp1.500.000, 0,5%") == ["latihan", "5.3", "rp", "1500000", "0,5"]
    assert words_of("Rp4,8 miliar dan 500jt") == ["rp", "4800000000", "dan", "500000000"]


def test_a_word_is_empty_or_light_not_both() -> None:
    assert not EMPTY & LIGHT


def test_python_and_browser_strip_words_alike(tmp_path: Path) -> None:
    """Over all words of the curriculum and a list of everyday ones."""
    words = [
        *VOCABULARY,
        "ngejualin",
        "minjem",
        "dipake",
        "ketemunya",
        "nulisin",
        "barang2",
        "10.000",
        "4,8 miliar",
        "Rp500 juta",
        "0,5",
        "É",
        "e-mail",
    ]
    page = SearchPage.of("a/1.html", "Kata", "Sesi", f"<main><p>{' '.join(words)}</p></main>")
    write_search_index([page], tmp_path)
    answer = ask(tmp_path / "indeks.js", words=words)
    assert answer["forms"] == [[forms(word), spoken_forms(word), words_of(word)] for word in words]
    known = Roots.learnt_from(word for word in VOCABULARY if word not in EMPTY).of
    plain = [word for word in VOCABULARY if word.isalpha() and word not in EMPTY and len(word) > 1]
    found = dict(zip(words, answer["roots"], strict=True))
    assert len(plain) > 3000
    assert sum(found[word] != known[word] for word in plain) <= 0.002 * len(plain)
