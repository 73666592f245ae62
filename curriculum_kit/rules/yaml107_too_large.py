"""Teks YAML terlalu besar.

Teks YAML paling besar 256 KB. Berkas yang lebih besar sudah ditolak sebelum dibaca (lihat SAFE906); kode ini menjaga
teks YAML yang datang dari tempat lain. Pecah isinya menjadi beberapa berkas.
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
