"""What is said about a value that does not fit the schema: for each kind what is wrong and how to write it right."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.source.curriculum import Loc
from curriculum_kit.source.text_files import shown

LIST = "list"
MAPPING = "mapping"
SCALAR = "scalar"

SHAPES: Mapping[str, str] = {
    "tuple_type": LIST,
    "list_type": LIST,
    "dict_type": MAPPING,
    "model_type": MAPPING,
    "model_attributes_type": MAPPING,
    "string_type": SCALAR,
    "int_type": SCALAR,
    "decimal_type": SCALAR,
    "date_type": SCALAR,
    "bool_type": SCALAR,
}
"""By error type of pydantic: the shape that was expected."""


@dataclass(frozen=True, slots=True)
class Wording:
    """A message about `{path}` and `{value}`, and how to write it right."""

    message: Text
    help: Text


_NO_SUCH_DAY = Wording(
    text('{path}: tanggal "{value}" tidak ada di kalender{hint}'),
    text("Periksa tahun, bulan, dan harinya; tulis sebagai tahun-bulan-hari, misalnya 2025-11-18."),
)
VALUES: Mapping[str, Wording] = {
    "ck_boolean": Wording(
        text('{path}: "{value}" bukan true atau false{hint}'),
        text("Tulis true untuk ya dan false untuk tidak, tanpa tanda kutip."),
    ),
    "ck_whole": Wording(
        text('{path}: "{value}" bukan bilangan cacah (0, 1, 2, …){hint}'),
        text("Tulis angkanya saja, tanpa titik, koma, tanda minus, dan satuan, misalnya 500000."),
    ),
    "ck_number": Wording(
        text('{path}: "{value}" bukan angka{hint}'),
        text("Tulis angkanya saja: tanpa pemisah ribuan, pecahan dengan titik, misalnya 500000 atau 0.5."),
    ),
    "ck_date": Wording(
        text('{path}: "{value}" bukan tanggal{hint}'),
        text("Tulis tanggal sebagai tahun-bulan-hari, misalnya 2025-11-18."),
    ),
    "ck_clock": Wording(
        text('{path}: "{value}" bukan jam{hint}'),
        text('Tulis jam dengan dua angka, titik dua, dan tanda kutip, misalnya "08:00".'),
    ),
    "ck_kebab_id": Wording(
        text('{path}: "{value}" tidak dapat menjadi id{hint}'),
        text("Id adalah nama pendek dengan huruf kecil dan angka; kata disambung tanda hubung, misalnya biaya-bahan."),
    ),
    "ck_snake_id": Wording(
        text('{path}: "{value}" tidak dapat menjadi id yang dipakai rumus{hint}'),
        text("Id adalah nama pendek dengan huruf kecil dan angka; kata disambung garis bawah, misalnya unit_price."),
    ),
    "ck_element_id": Wording(
        text('{path}: "{value}" bukan nomor elemen{hint}'),
        text('Nomor elemen adalah urutannya, misalnya "1".'),
    ),
    "ck_kuk_id": Wording(
        text('{path}: "{value}" bukan nomor KUK{hint}'),
        text('Nomor KUK adalah elemen.urutan, misalnya "1.2".'),
    ),
    "ck_iuk_id": Wording(
        text('{path}: "{value}" bukan nomor IUK{hint}'),
        text("Nomor IUK adalah elemen.KUK.urutan, misalnya 1.2.1."),
    ),
    "ck_session_path": Wording(
        text('{path}: "{value}" harus ditulis modul/nama{hint}'),
        text(
            "Tulis nama folder modul, garis miring, lalu nama berkas tanpa akhiran, misalnya kwu-05/01-mengenal-biaya."
        ),
    ),
    "ck_web_address": Wording(
        text('{path}: "{value}" bukan alamat web{hint}'),
        text("Salin alamatnya lengkap dari peramban, misalnya https://peraturan.bpk.go.id/."),
    ),
    "ck_province": Wording(
        text('{path}: "{value}" bukan kode provinsi{hint}'),
        text('Kode provinsi Kemendagri adalah dua angka dalam tanda kutip, misalnya "36".'),
    ),
    "ck_regency": Wording(
        text('{path}: "{value}" bukan kode kabupaten/kota{hint}'),
        text('Kode kabupaten/kota Kemendagri adalah dua angka, titik, dua angka, misalnya "36.73".'),
    ),
    "ck_version": Wording(
        text('{path}: "{value}" bukan nomor versi{hint}'),
        text("Nomor versi adalah tiga angka dengan titik, misalnya 1.0.0."),
    ),
    "date_from_datetime_parsing": _NO_SUCH_DAY,
    "date_parsing": _NO_SUCH_DAY,
    "greater_than_equal": Wording(
        text('{path}: "{value}" terlalu kecil; paling sedikit {least}{hint}'),
        text("Periksa angkanya, atau hapus barisnya bila tidak diperlukan."),
    ),
    "string_too_short": Wording(
        text("{path} kosong{hint}"),
        text("Isi teksnya, atau hapus barisnya bila tidak diperlukan."),
    ),
}
"""By kind of error. Every kind of `schema.base` has its own."""

OTHER = Wording(
    text('{path}: "{value}" tidak dapat dipakai di sini{hint}'),
    text("Bandingkan dengan baris yang sama di berkas lain."),
)

WRONG_SHAPE: Mapping[str, Wording] = {
    LIST: Wording(
        text("{path} harus berupa daftar, bukan {found}{hint}"),
        text('Tulis setiap butir di barisnya sendiri dengan "- " di depannya, atau [satu, dua] dalam satu baris.'),
    ),
    MAPPING: Wording(
        text('{path} harus berisi baris "kunci: nilai", bukan {found}{hint}'),
        text('Tulis baris "kunci: nilai" di bawahnya, masing-masing menjorok dua spasi.'),
    ),
    SCALAR: Wording(
        text("{path} harus berupa satu nilai, bukan {found}{hint}"),
        text("Tulis satu nilai di baris ini. Teks yang memuat kurung, titik dua, atau koma diapit tanda kutip."),
    ),
}
EMPTY: Mapping[str, Wording] = {
    LIST: Wording(text("{path} kosong{hint}"), text("Tulis butirnya, [] bila memang tidak ada, atau hapus barisnya.")),
    MAPPING: Wording(text("{path} kosong{hint}"), text('Tulis baris "kunci: nilai" di bawahnya, atau hapus barisnya.')),
    SCALAR: Wording(text("{path} kosong{hint}"), text("Isi nilainya, atau hapus barisnya bila tidak diperlukan.")),
}


def found_shape(value: object) -> Text:
    """What was found instead of the expected shape."""
    if isinstance(value, dict):
        return text('baris "kunci: nilai"')
    if isinstance(value, list | tuple):
        return text("daftar")
    return text('teks "{value}"', value=shown(value))


def path_of(loc: Loc) -> str | Text:
    """A path as authors say it: `iuk (elements ke-1, kuk ke-2)` is the list in the second KUK of the first element."""
    where: Text | None = None
    names: list[str] = []
    for part in loc:
        if isinstance(part, int):
            item = text("{name} ke-{number}", name=".".join(names), number=part + 1)
            where = text("{outer}, {inner}", outer=where, inner=item) if where else item
            names = []
        else:
            names.append(shown(part))
    name = ".".join(names)
    if where is None:
        return name or text("berkas ini")
    return text("{name} ({where})", name=name, where=where) if name else where
