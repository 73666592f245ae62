"""Indonesian words for the enumerated values of the schema: one place for each."""

from __future__ import annotations

PHASES = {"opening": "Pembukaan", "core": "Inti", "closing": "Penutup"}
STEP_KINDS = {"knowledge": "Pengetahuan", "skill": "Keterampilan", "break": "Istirahat"}
DOMAINS = {"knowledge": "P", "skill": "K", "attitude": "S"}
DOMAIN_NAMES = {"knowledge": "Pengetahuan", "skill": "Keterampilan", "attitude": "Sikap kerja"}
GROUP_TITLES = {
    "unit": "Kelompok unit kompetensi",
    "ojt": "Pelatihan di tempat kerja (on the job training)",
    "non_unit": "Kelompok non-unit kompetensi",
}
UNIT_GROUPS = {
    "umum": "Kelompok umum",
    "dasar": "Kompetensi dasar",
    "inti": "Kompetensi inti",
    "spesialis": "Kompetensi spesialis",
    "pilihan": "Kompetensi pilihan",
}
BASES = {
    "jenjang": "Jenjang kualifikasi",
    "okupasi": "Okupasi",
    "klaster": "Klaster kompetensi",
    "unit": "Unit kompetensi",
    "tna": "Analisis kebutuhan pelatihan",
}
SEXES = {"any": "Laki-laki dan perempuan", "female": "Perempuan", "male": "Laki-laki"}
INSTRUCTOR_ROLES = {
    "resource_person": "narasumber",
    "facilitator": "fasilitator",
    "mentor": "pembimbing",
    "assessor": "penilai",
}
AUTHOR_ROLES = {
    "writer": "Penulis",
    "reviewer": "Penelaah",
    "tester": "Penguji di kelas",
    "illustrator": "Ilustrator",
    "translator": "Penerjemah",
}
SERVICES = {
    "consultation": "Konsultasi",
    "mentoring": "Pendampingan",
    "financing": "Akses pembiayaan",
    "marketing": "Pemasaran dan promosi",
    "training": "Pelatihan",
    "networking": "Jejaring",
    "library": "Pustaka",
}
INSTRUMENT_KINDS = {
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
INSTRUMENT_USES = {"pretest": "Tes awal", "formative": "Selama pelatihan", "final": "Penilaian akhir"}
FACT_STATUSES = {
    "announced": "Diumumkan, belum berlaku",
    "in_force": "Berlaku",
    "ended": "Sudah berakhir",
    "uncertain": "Belum pasti, periksa dahulu",
}
UNIT_SOURCES = {
    "skkni": "SKKNI",
    "skkk": "Standar khusus (SKKK)",
    "internasional": "Standar internasional",
    "tna": "Analisis kebutuhan pelatihan (bukan SKKNI)",
}
PROFILES = {
    "kepdirjen-771-2023": "Keputusan Dirjen Binalavotas Nomor 2/771/HK.05/II/2023",
    "kep181-2013": "Keputusan Dirjen Binalattas Nomor KEP.181/LATTAS/XII/2013",
    "custom": "bentuk buatan sendiri",
}
LICENCES = {"CC-BY-SA-4.0": "Creative Commons Atribusi-BerbagiSerupa 4.0 Internasional (CC BY-SA 4.0)"}
