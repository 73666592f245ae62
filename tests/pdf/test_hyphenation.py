"""Words are divided as EYD V says, or not at all; what is copied or searched in the PDF has no trace of it."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest

from curriculum_kit.pdf import write_pdfs
from curriculum_kit.pdf.hyphenation import IndonesianHyphens
from tests.pdf.sample import make_book

CHECKED = """
dengan mempunyai|mem-pu-nyai keterampilan|ke-teram-pilan pembelajaran|pem-bel-ajaran pelajaran|pel-ajaran
menyanyi|me-nyanyi mengajar|menga-jar mengarang|menga-rang menghitung|meng-hi-tung mengganti|meng-gan-ti
menulis|me-nu-lis menunjukkan|me-nun-juk-kan mencatat|men-ca-tat memakai|me-ma-kai membandingkan|mem-ban-ding-kan
memperoleh|mem-pero-leh memeriksa|me-me-rik-sa pemeriksaan|pe-me-rik-saan mengetahui|menge-ta-hui
mengembangkan|mengem-bang-kan mengurangi|mengu-rangi menyusun|me-nyu-sun menyelenggarakan|me-nye-leng-ga-rakan
berusaha|beru-sa-ha beroperasi|bero-pe-ra-si berkelanjutan|ber-ke-lan-jutan berpasangan|ber-pa-sangan
bertanggung|ber-tang-gung terakhir|tera-khir tergantung|ter-gan-tung tertulis|ter-tu-lis terhadap|ter-ha-dap
perusahaan|peru-sa-haan peralatan|pera-latan peraturan|pera-turan perdagangan|per-da-gangan
perkembangan|per-kem-bangan pertanyaan|per-ta-nyaan keberadaan|ke-bera-daan kebersihan|ke-ber-sihan
keuntungan|keun-tungan keanggotaan|keang-go-taan kewirausahaan|ke-wira-usahaan ketenagakerjaan|ke-te-na-ga-ker-jaan
pelatihan|pe-la-tihan pendidikan|pen-di-dikan penjualan|pen-jualan pembukuan|pem-bu-kuan penghasilan|peng-ha-silan
pengetahuan|penge-ta-huan pengeluaran|penge-luaran pengembangan|pengem-bangan penyusutan|pe-nyu-sutan
persediaan|per-se-diaan perbankan|per-bank-an pemasaran|pe-ma-saran pelanggan|pe-langgan pengguna|peng-gu-na
menuliskan|me-nu-lis-kan dihitungkan|di-hi-tung-kan harganya|har-ga-nya jawabannya|ja-waban-nya
akhirnya|a-khir-nya sebenarnya|se-be-nar-nya misalnya|mi-sal-nya masyarakat|ma-sya-ra-kat makhluk|makh-luk
bangkrut|bang-krut anggaran|ang-garan kelompok|ke-lom-pok istirahat|is-ti-ra-hat sebagainya|se-ba-gai-nya
kompetensi|kom-pe-ten-si administrasi|ad-mi-nis-tra-si instruktur|in-struk-tur konstruksi|kon-struk-si
transportasi|trans-por-ta-si transaksi|tran-sak-si teknologi|tek-no-lo-gi program|prog-ram sertifikat|ser-ti-fi-kat
eksternal|eks-ter-nal ekstra|eks-tra kualitas|kua-li-tas variabel|va-ria-bel aktivitas|ak-ti-vi-tas
evaluasi|e-va-lua-si elektronik|e-lek-tro-nik implementasi|im-ple-men-ta-si distribusi|dis-tri-bu-si
infrastruktur|infra-struk-tur fotografi|foto-gra-fi kilogram|kilo-gram interaksi|inter-ak-si koperasi|ko-pe-ra-si
organisasi|or-ga-ni-sa-si legalitas|le-ga-li-tas akuntansi|a-kun-tan-si demonstrasi|de-mon-stra-si
pertanggungjawaban|per-tanggung-jawaban
Pringsewu Yohanis Kemnaker QRIS KBLI Rp15.000
"""
"""By hand, after EYD V and the dictionary of the Badan Bahasa; only safe places, so some syllables stay together."""


def words() -> list[tuple[str, str]]:
    return [(word, divided or word) for word, _, divided in (line.partition("|") for line in CHECKED.split())]


@pytest.mark.parametrize(("word", "divided"), words())
def test_words_are_divided_as_a_person_would(word: str, divided: str) -> None:
    assert IndonesianHyphens().inserted(word) == divided


def test_the_list_is_long_enough_to_mean_something() -> None:
    assert len(words()) >= 80


def test_the_curriculum_adds_its_own_words_and_they_hold_within_longer_ones() -> None:
    own = IndonesianHyphens(["keri-pik", "overhead"])
    assert own.inserted("keripiknya") == "keri-pik-nya"
    assert own.inserted("overhead") == "overhead"


LONG = "mempertanggungjawabkan keterampilan menyelenggarakan penghitungan berkesinambungan pengembangan pemasaran " * 2
CSS = """
@page { size: 62mm 260mm; margin: 4mm }
html { font: 11pt 'Plus Jakarta Sans' }
p { hyphens: auto; hyphenate-limit-chars: 8 3 3 }
"""


@pytest.fixture(scope="module")
def divided(tmp_path_factory: pytest.TempPathFactory, cache: Path) -> Path:
    """A narrow page, on which the long words do not fit."""
    html = f'<!doctype html><html lang="id"><title>x</title><body><h1 id="a">Judul</h1><p>{LONG}</p></body></html>'
    book = make_book(tmp_path_factory.mktemp("divided"), html, css=CSS)
    write_pdfs([book], cache=cache, workers=1)
    return book.target


def text_of(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    try:
        return "\n".join(page.get_textpage().get_text_range() for page in document)
    finally:
        document.close()


def test_lines_end_where_the_rules_allow_it(divided: Path) -> None:
    """pdfium marks a soft hyphen with U+FFFE; whatever stands before it is the beginning of a word of the list."""
    allowed = {word: IndonesianHyphens().inserted(word) for word in LONG.split()}
    ends = [piece.split()[-1] for piece in text_of(divided).split("\ufffe")[:-1]]
    assert len(ends) >= 3
    for end in ends:
        assert any(word.startswith(end) and len(end) in _places(pieces) for word, pieces in allowed.items()), (
            f"{end}- is no beginning"
        )


def _places(pieces: str) -> set[int]:
    cuts, letters = set(), 0
    for part in pieces.split("-")[:-1]:
        letters += len(part)
        cuts.add(letters)
    return cuts


def test_divided_words_are_whole_when_copied(divided: Path) -> None:
    """Without the marks the text is what was written; no hyphen is left in it."""
    text = text_of(divided)
    assert "\u2010" not in text
    assert text.replace("\ufffe", "").split() == ["Judul", *LONG.split()]
