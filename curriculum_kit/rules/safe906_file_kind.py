"""Jenis atau ukuran berkas tidak diterima.

Gambar berupa SVG, PNG, atau JPEG dengan isi yang sesuai akhirannya dan ukuran yang wajar. Gambar yang terlalu besar
membuat halaman lambat di ponsel. Berkas teks paling besar 256 KB; yang lebih besar sulit diperiksa orang.

Salah:

```text
+++ kwu-01/media/foto.png
ini bukan gambar
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
```

Salah:

```text
+++ cases/panjang.yaml (20000 kali)
# baris catatan
```

Benar:

```text
+++ cases/wati.yaml
name: Wati
town: Lombok
province: "52"
business: Tenun
story: Wati menenun.
values: []
```
"""

from __future__ import annotations

from curriculum_kit.diagnostics import Severity

SEVERITY = Severity.ERROR
