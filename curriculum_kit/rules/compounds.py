"""Compound words and bound forms as EYD V writes them, for LANG775."""

from __future__ import annotations

from curriculum_kit.rules.sentences import with_endings

_APART = """
ambil+alih antara+lain apa+saja bahan+baku bagi+hasil balik+nama beri+tahu berulang+kali daur+ulang daya+beli daya+saing
ikut+serta jual+beli kartu+nama kerja+sama mata+pencaharian nilai+tambah orang+tua peran+serta rumah+sakit
rumah+tangga salah+satu sama+sekali sering+kali serah+terima siapa+saja simpan+pinjam studi+kasus suku+cadang
sumber+daya tanda+tangan tanggung+jawab tata+cara tata+kelola tata+letak tata+tertib tepat+guna terima+kasih
titik+impas titip+jual uang+muka uji+coba wali+kota
bekerja+sama berperan+serta bertanda+tangan bertanggung+jawab berterima+kasih diambil+alih diberi+tahu diserah+terima
diuji+coba memberi+tahu mengambil+alih
beri+tahukan ikut+sertakan lipat+gandakan sebar+luaskan tanda+tangani tanggung+jawabkan
"""
_TOGETHER = """
pertanggung+jawaban dipertanggung+jawabkan mempertanggung+jawabkan menanda+tangani ditanda+tangani menyebar+luaskan
disebar+luaskan melipat+gandakan dilipat+gandakan mengikut+sertakan diikut+sertakan memberi+tahukan diberi+tahukan
menyerah+terimakan diserah+terimakan menguji+cobakan keaneka+ragaman ketidak+adilan ketidak+hadiran ketidak+pastian
ketidak+sesuaian bagai+mana bea+siswa kaca+mata maha+siswa manca+negara mata+hari nara+hubung
nara+sumber olah+raga peri+bahasa sapu+tangan segi+tiga suka+rela wira+swasta wira+usaha wira+usahawan
"""
_NEITHER = {("foto", "copy"): "fotokopi", ("foto", "kopi"): "fotokopi", ("photo", "copy"): "fotokopi"}

APART: dict[str, str] = with_endings({
    pair.replace("+", ""): pair.replace("+", " ") for pair in _APART.split()
})  # fmt: skip
"""Words written together that are two words."""


def _together() -> dict[tuple[str, str], str]:
    pairs = [tuple(pair.split("+")) for pair in _TOGETHER.split()]
    return {(first, second): first + second for first, second in pairs} | _NEITHER


TOGETHER: dict[tuple[str, str], str] = _together()
"""Two words that are one."""

BOUND = frozenset({
    "anti", "inter", "intra", "multi", "non", "pasca", "pra", "pramu", "purna", "semi", "sub", "swa",
})  # fmt: skip
"""Forms that never stand alone."""

_AFTER_ANTAR = """
anggota bagian bangsa bank budaya daerah desa generasi instansi kabupaten kecamatan kelompok kota lembaga negara
pedagang pelaku peserta petani pribadi provinsi pulau sesama umat usaha waktu warga wilayah
"""
_AFTER_TUNA = "daksa grahita karya netra rungu wicara wisma"
BOUND_BEFORE = {"antar": frozenset(_AFTER_ANTAR.split()), "tuna": frozenset(_AFTER_TUNA.split())}
"""Forms that also are words: `antar` is to deliver, `tuna` a fish. Before these words they are bound."""
