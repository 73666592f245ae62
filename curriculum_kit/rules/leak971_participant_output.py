"""Hasil bagi peserta memuat isi khusus pelatih.

Sebelum diterbitkan, semua berkas bagi peserta diperiksa sekali lagi: tidak boleh ada jawaban, catatan pelatih, sisa
pembuka blok, atau hasil lembar latihan di dalamnya. Hasil yang bocor tidak diterbitkan; hasil lama tetap ada.
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
