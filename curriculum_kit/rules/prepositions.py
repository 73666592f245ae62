"""The words that tell the prepositions `di`, `ke`, `dari` from the prefix `di-`.

Only words are listed about which there is no doubt: `kemeja` is a shirt, `kebagian` a verb, and `di isi`, `di tutup` or
`di bungkus` may be about the content, the lid or the wrapping.
"""

from __future__ import annotations

_AT = """
atas bawah dalam luar antara samping depan belakang tengah sekitar sekeliling sebelah seberang muka tepi pinggir ujung
sini sana situ mana rumah pasar toko tempat kelas kantor warung dapur kampung desa kota sekolah jalan kebun sawah bank
hotel kamar meja lantai tanah halaman lapangan lokasi daerah wilayah negara kertas papan gudang pabrik bengkel kios
masjid balai kecamatan kelurahan kabupaten provinsi tangan dunia internet kemasan tabel awal akhir saat bidang bagian
pelatihan laut pantai hutan gunung bazar pameran
"""
_AT_ITS = """
atas bawah dalam luar antara samping depan belakang tengah sekitar sekeliling muka tepi ujung rumah toko tempat kelas
kantor warung dapur
"""
_TO = """
sini sana situ mana atas bawah dalam depan belakang samping sebelah seberang tepi pinggir rumah pasar toko tempat kelas
kantor warung dapur kampung desa kota sekolah jalan kebun sawah bank kamar lokasi daerah lapangan gudang pabrik bengkel
masjid kecamatan kelurahan pelatihan
"""
_FROM = "sini sana situ mana rumah pasar atas bawah luar dalam depan belakang"

JOINED_PREPOSITIONS: dict[str, str] = {
    **{f"di{place}": f"di {place}" for place in _AT.split()},
    **{f"di{place}nya": f"di {place}nya" for place in _AT_ITS.split()},
    **{f"ke{place}": f"ke {place}" for place in _TO.split()},
    **{f"ke{place}nya": f"ke {place}nya" for place in ("depan", "rumah", "toko", "tempat")},
    **{f"dari{place}": f"dari {place}" for place in _FROM.split()},
}
"""Words that are written apart."""

_STEMS = """
ajarkan ajukan alami ambil anggap anjurkan antar atur awasi baca bagi bagikan bahas bandingkan bantu batalkan batasi
bawa bayar bayarkan beli berikan bicarakan buat buka butuhkan cantumkan catat cek cetak cocokkan cuci daftarkan dengar
diskusikan dorong ganti goreng gunakan hadapi hapus haruskan hasilkan hindari hitung hubungi iris isikan jaga jalankan
jawab jelaskan jemur jual jumlahkan kalikan kelola kelompokkan keluarkan kemas kembalikan kembangkan kemukakan
kerjakan ketahui kirim kirimkan kumpulkan kupas kurangi kurangkan laksanakan lakukan lanjutkan laporkan layani
lengkapi letakkan lihat maksudkan masukkan miliki minta mulai olah pakai pasang pasarkan pelajari penuhi peragakan
perbaiki periksa perlukan peroleh pertimbangkan pilih pinjam pinjamkan pisahkan potong praktikkan rebus rencanakan
sampaikan sebut sebutkan sediakan selesaikan sepakati sesuaikan setorkan setujui siapkan simpan simpulkan susun tagih
tahan tambah tambahkan tandai tanya tanyakan tarik tawarkan tempel tempelkan tentukan terbitkan terima tetapkan
timbang titipkan tulis tuliskan tunda tunjukkan ubah ukur ulangi urus urutkan wajibkan
"""
VERBS = frozenset(_STEMS.split())
"""Verbs and their stems: after `di` they are never places."""

FOREIGN_VERBS = frozenset({
    "copy", "download", "follow", "packing", "print", "review", "share", "update", "upgrade", "upload",
})  # fmt: skip
"""Foreign verbs, which keep a hyphen after `di-`."""
