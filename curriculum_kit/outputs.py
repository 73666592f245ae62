"""THE ONE TABLE of what a build writes: which paths, and for whom.

The build refuses to give participants a file that no line gives them (`curriculum_kit.publish.leak_gate.strangers`):
what nobody has decided about does not reach them. The documentation prints the table.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property

from curriculum_kit.audience import Audience
from curriculum_kit.books import BOOK_KINDS, BookKind, book_address
from curriculum_kit.diagnostics import Text, text

_ID = "[a-z0-9]+(?:-[a-z0-9]+)*"
PLACEHOLDERS = {
    "module": _ID,
    "session": _ID,
    "programme": _ID,
    "sheet": _ID,
    "instrument": _ID,
    "scope": _ID,
    "province": r"\d\d",
    "page": r"[a-z0-9/-]+",
    "picture": r".+\.(?:svg|png|jpg|jpeg)",
}
"""What may stand in the place of `{name}` in a path. `scope` is a module or a programme."""


@dataclass(frozen=True)
class Output:
    """Files of a site: their path from its root, who gets them, and what they are."""

    path: str
    audience: frozenset[Audience]
    about: Text

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What the whole path of such a file looks like."""
        parts = re.split(r"\{(\w+)\}", self.path)
        return re.compile("".join(PLACEHOLDERS[part] if at % 2 else re.escape(part) for at, part in enumerate(parts)))


_ALL = frozenset(Audience)
_TRAINER = frozenset({Audience.TRAINER})


def _books() -> tuple[Output, ...]:
    """The PDFs, from the table of books. Trainers get copies of the books of participants."""
    found: dict[BookKind, Output] = {}
    for info in BOOK_KINDS:
        scopes = {scope for other in BOOK_KINDS if other.kind == info.kind for scope in other.scopes}
        scope = "scope" if len(scopes) > 1 else scopes.pop()
        address = book_address(info.kind, f"{{{scope}}}", "{instrument}" if info.by_instrument else "")
        found.setdefault(info.kind, Output(address, info.audience | _TRAINER, Text(info.purpose)))
    return tuple(found.values())


OUTPUTS: tuple[Output, ...] = (
    Output("index.html", _ALL, text("Beranda dengan daftar program dan modul.")),
    Output("program/{programme}.html", _ALL, text("Satu program: jadwal, kurikulum, dan sesinya.")),
    Output("{module}/index.html", _ALL, text("Satu modul: unit, elemen, KUK, IUK, dan daftar sesinya.")),
    Output("{module}/{session}.html", _ALL, text("Satu sesi.")),
    Output("glosarium.html", _ALL, text("Glosarium.")),
    Output("fakta.html", _ALL, text("Ketentuan peraturan dengan dasar hukum dan umurnya.")),
    Output("balai.html", _ALL, text("Daftar balai dan lembaga pelatihan menurut provinsi.")),
    Output("balai/{province}.html", _ALL, text("Balai dan lembaga satu provinsi, menurut kodenya.")),
    Output("perubahan.html", _ALL, text("Yang berubah sejak rilis terakhir.")),
    Output("laporan.html", _TRAINER, text("Laporan kurikulum: JP, keselarasan, umur fakta.")),
    Output("unduhan.html", _ALL, text("Daftar semua unduhan dengan besarnya.")),
    Output("luring.html", _ALL, text("Cara memakai situs tanpa internet.")),
    Output("cari.html", _ALL, text("Halaman pencarian.")),
    *_books(),
    Output("unduhan/{module}/modul.html", _ALL, text("Satu modul sebagai satu berkas, untuk dikirim ke ponsel.")),
    Output("unduhan/{module}/lembar/{sheet}.xlsx", _ALL, text("Lembar kerja untuk program lembar sebar.")),
    Output("unduhan/{module}/lembar/{sheet}-kunci.xlsx", _TRAINER, text("Kunci lembar kerja latihan.")),
    Output("unduhan/situs-luring.zip", _ALL, text("Seluruh situs untuk flash disk.")),
    Output("lembar/{module}/{sheet}.js", _ALL, text("Hitungan lembar kerja usaha sendiri di layar.")),
    Output("gambar/{module}/{picture}", _ALL, text("Gambar dan grafik yang dipakai di halaman.")),
    Output("luring.js", _ALL, text("Menyimpan halaman di perangkat agar terbuka tanpa internet.")),
    Output("aplikasi.webmanifest", _ALL, text("Agar situs dapat dipasang seperti aplikasi.")),
    Output("aset/situs.css", _ALL, text("Gaya semua halaman.")),
    Output("aset/alat.css", _ALL, text("Gaya halaman pencarian, balai, program, dan laporan.")),
    Output("aset/lembar.css", _ALL, text("Gaya lembar kerja di layar.")),
    Output("aset/situs.js", _ALL, text("Skrip semua halaman.")),
    Output("aset/lembar.js", _ALL, text("Lembar kerja yang dihitung di layar.")),
    Output("aset/jadwal.js", _ALL, text("Jadwal program sebagai kalender.")),
    Output("aset/jam.js", _TRAINER, text("Jam langkah sesi untuk pelatih.")),
    Output("aset/simpan.js", _ALL, text("Menyimpan buku satu per satu di perangkat.")),
    Output("aset/balai.js", _ALL, text("Pencarian balai.")),
    Output("aset/balai-data.js", _ALL, text("Data balai untuk pencariannya.")),
    Output("aset/cari.js", _ALL, text("Pencarian.")),
    Output("aset/indeks.js", _ALL, text("Indeks pencarian.")),
    Output("aset/teks/{page}.js", _ALL, text("Teks satu halaman untuk cuplikan hasil pencarian.")),
    Output("aset/ikon.svg", _ALL, text("Ikon situs.")),
    Output("aset/ikon-192.png", _ALL, text("Ikon untuk perangkat.")),
    Output("aset/ikon-512.png", _ALL, text("Ikon untuk perangkat.")),
    Output("aset/ikon-penuh-512.png", _ALL, text("Ikon untuk perangkat, sampai ke tepinya.")),
)
"""The files of the two sites, `participant/` and `trainer/`, and of each translation in a folder of theirs."""

BESIDE: tuple[tuple[str, Text], ...] = (
    ("manifest.json", text("Semua berkas dengan besar dan SHA-256, versi program, tanggal fakta, ringkasan temuan.")),
)
"""The files beside the two sites, which are not published."""


def outputs_of(path: str, audience: Audience, languages: Collection[str] = ()) -> tuple[Output, ...]:
    """The lines of the table that give a file, named from the root of its site, to an audience.

    The sites of `languages` lie in folders of their own in that of their audience, with the same paths.
    """
    first, _, rest = path.partition("/")
    within = rest if first in languages else path
    return tuple(line for line in OUTPUTS if audience in line.audience and line.pattern.fullmatch(within))
