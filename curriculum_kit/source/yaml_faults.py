"""Wording of everything that `yaml_events` refuses, for authors who know Word better than YAML."""

from __future__ import annotations

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, Text, text
from curriculum_kit.source.text_files import shown

QUOTE_IT = text("Apit seluruh teks dengan tanda kutip, atau tulis di bawah `>-`.")
_BLANK = text('Tulis satu spasi sesudah titik dua, misalnya "title: Judul".')
_NO_ANCHORS = text("Tulis nilainya di setiap tempat. Teks yang memang diawali * atau & diapit tanda kutip.")
ROOT = text('Berkas berisi baris "kunci: nilai", misalnya "title: Judul".')
LEVEL = text("Baris yang setingkat diawali spasi yang sama banyaknya; bandingkan dengan baris di atasnya.")


class Refused(Exception):
    """Reading cannot go on."""

    def __init__(self, diagnostic: Diagnostic) -> None:
        super().__init__(diagnostic.code)
        self.diagnostic = diagnostic


def fault(
    code: str,
    span: Span,
    message: Text,
    help: Text,
    *,
    severity: Severity = Severity.ERROR,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """A finding about YAML."""
    return Diagnostic(code, severity, message, help, span, related)


def anchor(span: Span) -> Diagnostic:
    """`&name` or `*name`."""
    return fault("YAML103", span, text("jangkar dan alias YAML (&, *) tidak dipakai di sini"), _NO_ANCHORS)


def merge_key(span: Span) -> Diagnostic:
    """`<<`."""
    return fault("YAML103", span, text('kunci gabungan "<<" tidak dipakai di sini'), _NO_ANCHORS)


def tag(span: Span, name: str) -> Diagnostic:
    """`!name`."""
    return fault(
        "YAML104",
        span,
        text("tag YAML ({tag}) tidak dipakai di sini", tag=shown(name)),
        text("Hapus tag itu. Teks yang memang diawali tanda seru diapit tanda kutip."),
    )


def second_document(span: Span) -> Diagnostic:
    """`---` in the middle."""
    return fault(
        "YAML105",
        span,
        text('"---" memulai dokumen kedua; satu berkas berisi satu dokumen'),
        text('Hapus baris "---" atau pindahkan isinya ke berkas lain.'),
    )


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Brackets in brackets in brackets."""
    return fault(
        "YAML106",
        span,
        text("bersarang lebih dari {limit} tingkat", limit=limit),
        text("Tidak ada berkas kurikulum yang sedalam ini; periksa kurung dan lekukannya."),
    )


def empty(span: Span) -> Diagnostic:
    """Nothing but comments."""
    return fault("YAML108", span, text("tidak ada isinya"), ROOT)


def root_is_list(span: Span) -> Diagnostic:
    """A list where the keys should be."""
    return fault("YAML108", span, text("berkas dimulai dengan daftar, bukan dengan kunci"), ROOT)


def root_is_text(span: Span) -> Diagnostic:
    """Plain words where the keys should be."""
    return fault("YAML108", span, text('berisi teks saja, bukan baris "kunci: nilai"'), ROOT)


def no_key(span: Span) -> Diagnostic:
    """An empty key, or a list or mapping as a key."""
    return fault("YAML101", span, text("kunci harus berupa satu kata"), ROOT)


def missing_blank(span: Span, written: str) -> Diagnostic:
    """`title:Judul`."""
    key, _, rest = written.partition(":")
    if rest.startswith("\N{NO-BREAK SPACE}"):
        message = text('spasi sesudah "{key}:" adalah spasi tak terputus (U+00A0), bukan spasi biasa', key=key)
    else:
        message = text('tidak ada spasi sesudah titik dua di "{written}"', written=shown(written))
    return fault("YAML101", span, message, _BLANK)


def duplicate(span: Span, key: str, first: Span) -> Diagnostic:
    """The same key twice."""
    return fault(
        "YAML102",
        span,
        text('kunci "{key}" ditulis dua kali', key=shown(key)),
        text("Hapus salah satunya, atau gabungkan isinya."),
        related=(Related(first, text("ditulis pertama kali di sini")),),
    )


def swallowed_item(span: Span) -> Diagnostic:
    """`- a` and below it, further right, `- b`: one text for YAML."""
    return fault(
        "YAML101",
        span,
        text('baris "- …" ini terbaca sebagai sambungan teks di atasnya, bukan sebagai butir daftar'),
        LEVEL,
    )


def glued_comment(span: Span) -> Diagnostic:
    """`title: Latihan #1`: for YAML the title is `Latihan`."""
    return fault(
        "YAML101",
        span,
        text("teks mulai dari tanda # ini dianggap komentar dan hilang"),
        text("Bila # termasuk teks, apit teks dengan tanda kutip. Bila memang komentar, beri spasi sesudah #."),
        severity=Severity.WARNING,
    )
