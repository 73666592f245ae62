"""Wording of everything that `yaml_events` refuses, for authors who know Word better than YAML."""

from __future__ import annotations

import re

import yaml

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, Text, text
from curriculum_kit.source.text_files import shown
from curriculum_kit.source.yaml_text import YamlText

_QUOTE_IT = text("Apit seluruh teks dengan tanda kutip, atau tulis di bawah `>-`.")
_BLANK = text('Tulis satu spasi sesudah titik dua, misalnya "title: Judul".')
_SPACES = text("Pakai spasi, dua untuk setiap tingkat; di VS Code pilih “Convert Indentation to Spaces”.")
_NO_ANCHORS = text("Tulis nilainya di setiap tempat. Teks yang memang diawali * atau & diapit tanda kutip.")
_ROOT = text('Berkas berisi baris "kunci: nilai", misalnya "title: Judul".')
_LEVEL = text("Baris yang setingkat diawali spasi yang sama banyaknya; bandingkan dengan baris di atasnya.")
_GLUED = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*):([^ \t/].*)")


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
    return fault("YAML108", span, text("tidak ada isinya"), _ROOT)


def root_is_list(span: Span) -> Diagnostic:
    """A list where the keys should be."""
    return fault("YAML108", span, text("berkas dimulai dengan daftar, bukan dengan kunci"), _ROOT)


def root_is_text(span: Span) -> Diagnostic:
    """Plain words where the keys should be."""
    return fault("YAML108", span, text('berisi teks saja, bukan baris "kunci: nilai"'), _ROOT)


def no_key(span: Span) -> Diagnostic:
    """An empty key, or a list or mapping as a key."""
    return fault("YAML101", span, text("kunci harus berupa satu kata"), _ROOT)


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
        _LEVEL,
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


def syntax(source: YamlText, error: yaml.YAMLError) -> Diagnostic:
    """What libyaml could not read, in words that say what to do."""
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    at = _position(getattr(error, "problem_mark", None))
    began = _position(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    line = source.lines[at[0]] if at[0] < len(source.lines) else ""
    before, here = line[: at[1]], line[at[1] : at[1] + 1]
    if here == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return fault("YAML110", source.at(*at), text("lekukan memakai tab; YAML hanya mengenal spasi"), _SPACES)
    for number in (at[0], began[0], _line_above(source, at[0])):
        glued = _GLUED.fullmatch(source.lines[number]) if number < len(source.lines) else None
        if glued:
            return missing_blank(source.rest_of_line(number, glued.start(1)), f"{glued[1]}:{glued[2]}")
    message, help = _wording(problem, before, here)
    if problem.startswith("could not find"):
        return fault("YAML101", source.rest_of_line(*began), message, help)
    unclosed = "end of stream" in problem or "document indicator" in problem
    if unclosed or not any(line.strip() for line in source.lines[at[0] :]):
        return fault("YAML101", source.at(*began), message, help)
    related = (Related(source.at(*began), text("kurung ini dibuka di sini")),) if "flow" in context else ()
    return fault("YAML101", source.at(*at), message, help, related=related)


def _position(mark: object) -> tuple[int, int]:
    return getattr(mark, "line", 0), getattr(mark, "column", 0)


def _line_above(source: YamlText, number: int) -> int:
    above = min(number, len(source.lines)) - 1
    while above > 0 and not source.lines[above].strip():
        above -= 1
    return max(above, 0)


def _wording(problem: str, before: str, here: str) -> tuple[Text, Text]:
    """Message and help for a problem of libyaml; `before` and `here` are what stands left of the place and at it."""
    for of_problem, of_before, of_here, message, help in _WORDINGS:
        if of_problem.match(problem) and of_before.fullmatch(before) and of_here.fullmatch(here):
            return text(message.template, sign=here), help
    return text("susunan YAML keliru di sini"), _LEVEL


_ANY = re.compile(".*", re.DOTALL)
# What libyaml says, what stands left of the place, the character at the place → message and help. The first fits.
_WORDINGS = (
    (
        re.compile("mapping values are not allowed"),
        re.compile(".*: .*"),
        _ANY,
        text("ada titik dua kedua di baris ini"),
        _QUOTE_IT,
    ),
    (
        re.compile("mapping values are not allowed"),
        _ANY,
        _ANY,
        text("baris ini tidak setingkat dengan baris di atasnya"),
        _LEVEL,
    ),
    (
        _ANY,
        _ANY,
        re.compile("[`@%]"),
        text('teks yang diawali atau memuat "{sign}" di sini harus diapit tanda kutip'),
        _QUOTE_IT,
    ),
    (
        re.compile("block sequence entries are not allowed"),
        _ANY,
        _ANY,
        text('butir daftar "- …" tidak boleh sebaris dengan kuncinya'),
        text("Pindahkan butir ke baris baru. Teks yang memang diawali tanda hubung diapit tanda kutip."),
    ),
    (
        re.compile("did not find expected ',' or"),
        _ANY,
        _ANY,
        text("kurung belum ditutup, atau ada koma atau tanda kutip yang kurang"),
        text("Tutup kurungnya. Teks yang memuat koma, titik dua, atau kurung diapit tanda kutip."),
    ),
    (
        re.compile("did not find expected alphabetic or numeric"),
        _ANY,
        _ANY,
        text("teks yang diawali * atau & harus diapit tanda kutip"),
        _QUOTE_IT,
    ),
    (
        re.compile("found unexpected (end of stream|document indicator)"),
        _ANY,
        _ANY,
        text("tanda kutip ini tidak ditutup"),
        text("Tutup dengan tanda kutip yang sama."),
    ),
    (
        re.compile(".*(hexdecimal|escape)"),
        _ANY,
        _ANY,
        text('garis miring terbalik "\\" di dalam kutip ganda keliru'),
        text("Pakai kutip tunggal '…', atau tulis \\\\ untuk satu garis miring terbalik."),
    ),
    (
        re.compile("could not find expected ':'"),
        _ANY,
        _ANY,
        text('baris ini bukan "kunci: nilai" dan bukan butir daftar "- …"'),
        _ROOT,
    ),
    (
        re.compile("did not find expected key"),
        re.compile(r""".*["']\s*"""),
        _ANY,
        text("ada teks sesudah tanda kutip penutup"),
        _QUOTE_IT,
    ),
    (
        re.compile("did not find expected"),
        _ANY,
        _ANY,
        text("baris ini tidak setingkat dengan baris di atasnya"),
        _LEVEL,
    ),
)
