"""Teks tidak dapat dirangkai.

Pada waktu membuat halaman dan buku, bagian ini tidak dapat diolah. Seharusnya `ck check` menemukan kesalahannya lebih
dahulu. Perbaiki bagian yang ditunjuk; bila tulisannya sudah benar, laporkan sebagai kekurangan alat.
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
