"""Situs tidak utuh.

Setelah situs dibuat, semua tautan di dalamnya diikuti: setiap tautan harus menuju berkas dan bagian yang ada di situs
itu, dan setiap halaman harus dapat dicapai dari beranda. Situs yang tidak utuh tidak diterbitkan; hasil lama tetap ada.
Perbaiki tautan di sumbernya; bila tulisannya sudah benar, laporkan sebagai kekurangan alat.
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
