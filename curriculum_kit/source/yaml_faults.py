"""Wording of everything that `yaml_events` refuses, for authors who know Word better than YAML."""

from __future__ import annotations

from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, Text, text
from curriculum_kit.source.text_files import shown
from curriculum_kit.source.yaml_text import YamlText

QUOTE_IT = text('Apit seluruh teks dengan tanda kutip, misalnya title: "Biaya: jenis dan contohnya".')
_BLANK = text('Tulis satu spasi sesudah titik dua, misalnya "title: Judul".')
_RETYPE = text("Hapus spasi itu, lalu ketik spasi baru; spasi lama terbawa saat menyalin dari program lain.")
_NO_ANCHORS = text(
    'Apit seluruh teks dengan tanda kutip, misalnya "& rekan". Nilai yang sama ditulis lagi di setiap tempat.'
)
ROOT = text('Tulis baris "kunci: nilai", misalnya "title: Judul".')
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
    fix: Fix | None = None,
) -> Diagnostic:
    """A finding about YAML."""
    return Diagnostic(code, severity, message, help, span, related, fix)


def anchor(span: Span) -> Diagnostic:
    """`&name` or `*name`."""
    return fault(
        "YAML103", span, text("teks diawali & atau *, yang dalam berkas YAML berarti menyalin nilai lain"), _NO_ANCHORS
    )


def merge_key(span: Span) -> Diagnostic:
    """`<<`."""
    return fault("YAML103", span, text('tanda "<<" tidak dipakai di sini'), _NO_ANCHORS)


def tag(span: Span, name: str) -> Diagnostic:
    """`!name`."""
    return fault(
        "YAML104",
        span,
        text(
            'teks diawali tanda seru ("{tag}"), yang dalam berkas YAML terbaca sebagai perintah',
            tag=shown(name.replace("tag:yaml.org,2002:", "!!")),
        ),
        text("Hapus tanda seru itu, atau apit seluruh teks dengan tanda kutip."),
    )


def second_document(span: Span) -> Diagnostic:
    """`---` in the middle."""
    return fault(
        "YAML105",
        span,
        text('baris "---" ini memotong berkas, sehingga isi di bawahnya tidak terbaca'),
        text('Hapus baris "---" atau pindahkan isinya ke berkas lain.'),
    )


def too_deep(span: Span, limit: int) -> Diagnostic:
    """Brackets in brackets in brackets."""
    return fault(
        "YAML106",
        span,
        text("kurung atau baris menjorok di sini lebih dari {limit} tingkat", limit=limit),
        text("Berkas kurikulum tidak memerlukan tingkat sebanyak ini; periksa kurung dan spasi di awal baris."),
    )


def empty(span: Span) -> Diagnostic:
    """Nothing but comments."""
    return fault("YAML108", span, text("tidak ada isinya"), ROOT)


def root_is_list(span: Span) -> Diagnostic:
    """A list where the keys should be."""
    return fault("YAML108", span, text('isinya dimulai dengan daftar "- …", bukan baris "kunci: nilai"'), ROOT)


def root_is_text(span: Span) -> Diagnostic:
    """Plain words where the keys should be."""
    return fault("YAML108", span, text('isinya teks saja, bukan baris "kunci: nilai"'), ROOT)


def no_key(span: Span) -> Diagnostic:
    """An empty key, or a list or mapping as a key."""
    return fault("YAML101", span, text("kunci (kata di depan titik dua) harus berupa satu kata"), ROOT)


def missing_blank(span: Span, written: str) -> Diagnostic:
    """`title:Judul`: `span` begins with the key."""
    key, _, rest = written.partition(":")
    column = span.column + len(key) + 1
    if rest.startswith("\N{NO-BREAK SPACE}"):
        place = Span.of_text(span.file, span.line, column, rest[0])
        message = text('spasi sesudah "{key}:" bukan spasi dari papan ketik (U+00A0)', key=key)
        return fault("YAML113", span, message, _RETYPE, fix=Fix(place, " "))
    message = text('tidak ada spasi sesudah titik dua di "{written}"', written=shown(written))
    return fault("YAML101", span, message, _BLANK, fix=Fix(Span.of_text(span.file, span.line, column, ""), " "))


def missing_colon(span: Span, key: str) -> Diagnostic:
    """`status draft`."""
    return fault(
        "YAML101",
        span,
        text('tidak ada titik dua sesudah kata "{key}"', key=shown(key)),
        text('Tulis titik dua dan satu spasi sesudah kuncinya: "{key}: …".', key=shown(key)),
    )


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


def open_bracket(span: Span, bracket: str) -> Diagnostic:
    """A bracket that takes in what follows it."""
    return fault(
        "YAML101",
        span,
        text('kurung "{bracket}" di sini tidak ditutup', bracket=bracket),
        text("Tutup kurungnya dengan {closing} di akhir baris.", closing="]" if bracket == "[" else "}"),
    )


def glued_comment(source: YamlText, line: int, column: int, *, is_all: bool) -> Diagnostic:
    """`title: Latihan #1`: for YAML the title is `Latihan`. `is_all`: the sign is the first of the value."""
    span = source.rest_of_line(line, column)
    words = source.lines[line][column:].rstrip()
    fix = Fix(span, f'"{words}"') if is_all and '"' not in words and "\\" not in words else None
    return fault(
        "YAML101",
        span,
        text("teks mulai dari tanda # ini dianggap komentar dan hilang"),
        text("Bila # termasuk teks, apit teks dengan tanda kutip. Bila memang komentar, beri spasi sesudah #."),
        severity=Severity.ERROR if is_all else Severity.WARNING,
        fix=fix,
    )
