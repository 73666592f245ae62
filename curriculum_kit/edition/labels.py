"""Indonesian words for the enumerated values of the schema: one place for each."""

from __future__ import annotations

from curriculum_kit.texts import said


class Words(dict[str, str]):
    """Words by the value that they stand for, in the language of the edition."""

    def __getitem__(self, key: str) -> str:
        """The word for a value."""
        return said(super().__getitem__(key))

    def get(self, key: str, default: str = "") -> str:  # type: ignore[override]
        """The word for a value, or another one."""
        return said(super().get(key, default))


PHASES = Words({"opening": "Pembukaan", "core": "Inti", "closing": "Penutup"})
STEP_KINDS = Words({"knowledge": "Pengetahuan", "skill": "Keterampilan", "break": "Istirahat"})
DOMAINS = Words({"knowledge": "P", "skill": "K", "attitude": "S"})
DOMAIN_NAMES = Words({"knowledge": "Pengetahuan", "skill": "Keterampilan", "attitude": "Sikap kerja"})
GROUP_TITLES = Words(
    {
        "unit": "Kelompok unit kompetensi",
        "ojt": "Pelatihan di tempat kerja (on the job training)",
        "non_unit": "Kelompok non-unit kompetensi",
    }
)
UNIT_GROUPS = Words(
    {
        "umum": "Kelompok umum",
        "dasar": "Kompetensi dasar",
        "inti": "Kompetensi inti",
        "spesialis": "Kompetensi spesialis",
        "pilihan": "Kompetensi pilihan",
    }
)
BASES = Words(
    {
        "jenjang": "Jenjang kualifikasi",
        "okupasi": "Okupasi",
        "klaster": "Klaster kompetensi",
        "unit": "Unit kompetensi",
        "tna": "Analisis kebutuhan pelatihan",
    }
)
SEXES = Words({"any": "Laki-laki dan perempuan", "female": "Perempuan", "male": "Laki-laki"})
INSTRUCTOR_ROLES = Words(
    {
        "resource_person": "narasumber",
        "facilitator": "fasilitator",
        "mentor": "pembimbing",
        "assessor": "penilai",
    }
)
AUTHOR_ROLES = Words(
    {
        "writer": "Penulis",
        "reviewer": "Penelaah",
        "tester": "Penguji di kelas",
        "illustrator": "Ilustrator",
        "translator": "Penerjemah",
    }
)
SERVICES = Words(
    {
        "consultation": "Konsultasi",
        "mentoring": "Pendampingan",
        "financing": "Akses pembiayaan",
        "marketing": "Pemasaran dan promosi",
        "training": "Pelatihan",
        "networking": "Jejaring",
        "library": "Pustaka",
    }
)
INSTRUMENT_KINDS = Words(
    {
        "written-choice": "Tes tertulis pilihan ganda",
        "written-essay": "Tes tertulis esai",
        "oral": "Tes lisan",
        "demonstration": "Demonstrasi",
        "observation": "Observasi",
        "case-study": "Studi kasus",
        "project": "Proyek",
        "portfolio": "Portofolio",
        "interview": "Wawancara",
        "product-review": "Reviu produk",
        "attitude": "Pengamatan sikap kerja",
    }
)
INSTRUMENT_USES = Words({"pretest": "Tes awal", "formative": "Selama pelatihan", "final": "Penilaian akhir"})
FACT_STATUSES = Words(
    {
        "announced": "Diumumkan, belum berlaku",
        "in_force": "Berlaku",
        "ended": "Sudah berakhir",
        "uncertain": "Belum pasti, periksa dahulu",
    }
)
UNIT_SOURCES = Words(
    {
        "skkni": "SKKNI",
        "skkk": "Standar khusus (SKKK)",
        "internasional": "Standar internasional",
        "tna": "Analisis kebutuhan pelatihan (bukan SKKNI)",
    }
)
PROFILES = Words(
    {
        "kepdirjen-771-2023": "Keputusan Dirjen Binalavotas Nomor 2/771/HK.05/II/2023",
        "kep181-2013": "Keputusan Dirjen Binalattas Nomor KEP.181/LATTAS/XII/2013",
        "custom": "bentuk buatan sendiri",
    }
)
LICENCES = Words({"CC-BY-SA-4.0": "Creative Commons Atribusi-BerbagiSerupa 4.0 Internasional (CC BY-SA 4.0)"})
CENTRE_KINDS = {
    "uptp_bbpvp": "Balai besar kementerian (BBPVP)",
    "uptp_bpvp": "Balai kementerian (BPVP)",
    "satpel": "Satuan pelayanan kementerian",
    "workshop": "Workshop kementerian",
    "uptd_province": "BLK provinsi (UPTD)",
    "uptd_regency": "BLK kabupaten atau kota (UPTD)",
    "blkk": "BLK Komunitas",
    "lpks": "Lembaga pelatihan kerja swasta (LPKS)",
    "ministry": "Lembaga pelatihan kementerian atau lembaga lain",
    "blk_ln": "BLK luar negeri",
    "other": "Lembaga lain",
}
"""In the order in which they are listed."""
BLKK_GRADES = {"tumbuh": "Tumbuh", "berkembang": "Berkembang", "mandiri": "Mandiri"}
ACCREDITATIONS = {"accredited": "Terakreditasi", "not_accredited": "Belum terakreditasi"}
INTERNET = {"none": "tidak ada", "unstable": "tidak stabil", "stable": "stabil"}
PROVINCES = {
    "11": "Aceh",
    "12": "Sumatera Utara",
    "13": "Sumatera Barat",
    "14": "Riau",
    "15": "Jambi",
    "16": "Sumatera Selatan",
    "17": "Bengkulu",
    "18": "Lampung",
    "19": "Kepulauan Bangka Belitung",
    "21": "Kepulauan Riau",
    "31": "DKI Jakarta",
    "32": "Jawa Barat",
    "33": "Jawa Tengah",
    "34": "DI Yogyakarta",
    "35": "Jawa Timur",
    "36": "Banten",
    "51": "Bali",
    "52": "Nusa Tenggara Barat",
    "53": "Nusa Tenggara Timur",
    "61": "Kalimantan Barat",
    "62": "Kalimantan Tengah",
    "63": "Kalimantan Selatan",
    "64": "Kalimantan Timur",
    "65": "Kalimantan Utara",
    "71": "Sulawesi Utara",
    "72": "Sulawesi Tengah",
    "73": "Sulawesi Selatan",
    "74": "Sulawesi Tenggara",
    "75": "Gorontalo",
    "76": "Sulawesi Barat",
    "81": "Maluku",
    "82": "Maluku Utara",
    "91": "Papua",
    "92": "Papua Barat",
    "93": "Papua Selatan",
    "94": "Papua Tengah",
    "95": "Papua Pegunungan",
    "96": "Papua Barat Daya",
}
"""The provinces by the codes of Kemendagri (Kepmendagri 300.2.2-2138 Tahun 2025)."""
