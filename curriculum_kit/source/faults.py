"""What is said about faults of the Markdown: code, message and help for each kind."""

from __future__ import annotations

from dataclasses import dataclass

from curriculum_kit.blocks import ROLES
from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Text, text
from curriculum_kit.source.document import Fault, FaultKind
from curriculum_kit.source.fence_lines import meant_block, surely_block
from curriculum_kit.source.habits import meant_word, surely_meant
from curriculum_kit.source.lookalikes import as_seen

# fmt: off
_FORBIDDEN = frozenset({
    "acks", "admonition", "aside", "attention", "attribute", "autoclass", "automodule", "caution", "centered",
    "class", "classmethod", "cmdoption", "code", "code-block", "codeauthor", "command-output", "compound", "confval",
    "container", "contents", "cssclass", "csv-table", "currentmodule", "danger", "data", "date", "decorator",
    "decoratormethod", "default-domain", "default-role", "deprecated", "describe", "details", "doctest", "download",
    "dropdown", "embed", "envvar", "epigraph", "error", "eval-rst", "exception", "exec", "figure-md", "footer",
    "function", "glossary", "graphviz", "grid", "header", "highlight", "highlights", "hint", "hlist", "html",
    "ifconfig", "ifelse", "iframe", "important", "include", "index", "inheritance-diagram", "jinja", "line-block",
    "literalinclude", "math", "mermaid", "meta", "method", "module", "moduleauthor", "myst", "note", "object", "only",
    "option", "parsed-literal", "productionlist", "program", "property", "pull-quote", "raw", "replace",
    "restructuredtext-test-directive", "role", "rst-class", "rubric", "section-numbering", "sectionauthor", "sectnum",
    "seealso", "sidebar", "sourcecode", "staticmethod", "substitution-code-block", "tab-set", "tabularcolumns",
    "target-notes", "testcode", "title", "toctree", "todo", "todolist", "topic", "type", "unicode", "version-added",
    "version-changed", "version-deprecated", "version-removed", "versionadded", "versionchanged", "versionremoved",
    "video",
})
# fmt: on
"""Directives of Sphinx and its extensions: they read files, run code, hide text in one output only, or write pages
that belong to the templates. All directives but the listed ones are refused; these are named, not guessed at, and with
a code that no setting can lower."""

_OWN = "ck-"
"""Directives of the toolkit, written into generated pages."""


@dataclass(frozen=True, slots=True)
class _Wording:
    code: str
    message: Text
    help: Text
    related: Text | None = None


_OPENED = text("blok ini dibuka di sini")
_SPELLING = text(
    "Tulis di awal baris: paling sedikit tiga titik dua, nama blok dalam kurung kurawal, "
    "satu spasi, lalu judul: :::{answer} Judul"
)
_NESTING = text(
    "Blok luar memakai titik dua lebih banyak, misalnya ::::{exercise} di luar dan "
    ":::{answer} di dalam; penutupnya sama banyak."
)
_CLOSING = text("Tutup setiap blok dengan baris yang hanya berisi titik dua, sebanyak titik dua pembukanya.")
_AT_MARGIN = text(
    "Tulis di awal baris, tanpa spasi atau tanda lain di depannya. Hanya gambar dan tabel "
    "dalam daftar boleh menjorok, pembuka dan penutup sama jauh."
)
_OPTION = text(
    "Tulis opsi tepat di bawah pembuka blok, misalnya :key: B. Nilainya tidak diawali tanda "
    "kutip, |, >, atau #, dan tidak memuat # sesudah spasi."
)
_ROLE = text("Tulis {fact}, {calc}, {case}, {term}, atau {ref}, langsung diikuti isinya, misalnya {ref}`latihan-hpp`.")
_NO_ANCHOR = text("Hapus tanda itu. Beri blok yang dituju baris :name: nama-blok, lalu rujuk dengan {ref}`nama-blok`.")
_HEADING = text('Tulis judul bagian dalam satu baris yang diawali ## dan satu spasi, misalnya "## Menghitung biaya".')
_FIELD = text("Pindahkan ke teks sesi, atau tulis sebagai kalimat biasa.")

_WORDINGS = {
    FaultKind.SHORT_FENCE: _Wording(
        "SAFE901",
        text('titik dua kurang pada "{word}": baris ini bukan blok, dan isinya terbaca oleh peserta'),
        _SPELLING,
    ),
    FaultKind.MISSING_BRACES: _Wording(
        "SAFE902",
        text('nama blok tanpa kurung kurawal pada "{word}": baris ini bukan blok, dan isinya terbaca oleh peserta'),
        _SPELLING,
    ),
    FaultKind.MALFORMED_FENCE: _Wording(
        "SAFE902", text('pembuka blok "{word}" tidak ditulis seperti seharusnya'), _SPELLING
    ),
    FaultKind.INNER_FENCE_TOO_LONG: _Wording(
        "SAFE903",
        text('titik dua "{word}" harus lebih sedikit daripada titik dua blok di luarnya'),
        _NESTING,
        text("blok luar dibuka di sini; mungkin penutupnya terlupa"),
    ),
    FaultKind.TOO_DEEP: _Wording(
        "SAFE903",
        text('blok "{word}" terlalu dalam di dalam blok lain'),
        text("Tidak ada sesi yang memerlukan blok sedalam ini; tutup blok sebelumnya lebih dahulu."),
    ),
    FaultKind.UNCLOSED_FENCE: _Wording(
        "SAFE904", text('blok "{word}" tidak ditutup'), _CLOSING, text("penutup ini milik blok luar")
    ),
    FaultKind.STRAY_FENCE: _Wording(
        "SAFE904", text('penutup "{word}" tidak cocok dengan pembuka blok mana pun'), _CLOSING, _OPENED
    ),
    FaultKind.TEXT_AFTER_FENCE: _Wording(
        "SAFE904", text('ada teks sesudah titik dua pada "{word}", sehingga blok tidak tertutup'), _CLOSING, _OPENED
    ),
    FaultKind.MISPLACED_FENCE: _Wording(
        "SAFE904",
        text('di tempat ini "{word}" tidak membuka atau menutup blok'),
        _AT_MARGIN,
        _OPENED,
    ),
    FaultKind.FENCE_IN_OPTIONS: _Wording(
        "SAFE904",
        text('tidak ada baris kosong sebelum "{word}"'),
        text("Sisipkan satu baris kosong di atas baris ini."),
    ),
    FaultKind.DASHES: _Wording(
        "SAFE904",
        text('blok tidak boleh diawali garis "---": teks di bawahnya dapat hilang atau keluar dari bloknya'),
        text("Hapus garis itu, atau tulis kalimat di atasnya."),
    ),
    FaultKind.LOST_STRUCTURE: _Wording(
        "SAFE904",
        text('batas blok "{word}" tidak terbaca seperti yang terlihat'),
        text(
            "Beri satu baris kosong sebelum dan sesudah blok ini. Di dalam daftar, semua baris blok menjorok paling "
            "sedikit sejauh pembukanya."
        ),
    ),
    FaultKind.FORBIDDEN_DIRECTIVE: _Wording(
        "SAFE908",
        text('blok "{word}" tidak boleh dipakai di sini'),
        text("Pakai blok pembelajaran, misalnya :::{tip}, :::{warning}, atau :::{trainer-note}."),
    ),
    FaultKind.CODE: _Wording(
        "SAFE908",
        text('"{word}" tercetak apa adanya, bukan sebagai blok atau kalimat'),
        text(
            "Buka blok dengan tiga titik dua, bukan dengan ``` atau ~~~. Mulailah kalimat biasa di "
            "awal baris, tanpa empat spasi di depannya."
        ),
    ),
    FaultKind.BLOCK_IN_FIELD: _Wording("SAFE908", text('blok "{word}" tidak dapat ditulis di sini'), _FIELD),
    FaultKind.RAW_HTML: _Wording(
        "SAFE909",
        text('tanda HTML "{word}" tidak dipakai di sini'),
        text("Hapus tanda itu. Huruf tebal ditulis **tebal**; catatan bagi pelatih ditulis dalam blok trainer-note."),
    ),
    FaultKind.MARKDOWN_IMAGE: _Wording(
        "SAFE910",
        text('gambar "{word}" ditulis dengan ![]()'),
        text("Pakai blok :::{figure} dengan baris :alt:, supaya gambar juga terbaca oleh tunanetra."),
    ),
    FaultKind.LABEL: _Wording("SAFE911", text('penanda "{word}" tidak dipakai di sini'), _NO_ANCHOR),
    FaultKind.ATTRIBUTES: _Wording("SAFE911", text('tanda "{word}" tidak dipakai di sini'), _NO_ANCHOR),
    FaultKind.FOOTNOTE: _Wording(
        "SAFE912",
        text('catatan kaki "{word}" tidak dipakai di sini'),
        text("Tulis keterangannya di dalam kalimat; catatan kaki tercetak di luar bloknya."),
    ),
    FaultKind.SUBSTITUTION: _Wording(
        "SAFE913",
        text('"{word}" tidak diganti dengan angka atau kata apa pun'),
        text("Pakai {fact}, {case}, atau {calc}, misalnya {case}`sari.packs`."),
    ),
    FaultKind.COMMENT: _Wording(
        "SAFE914",
        text('komentar "{word}" tidak dipakai di sini'),
        text("Hapus baris itu; catatan bagi pelatih ditulis dalam blok :::{trainer-note}."),
    ),
    FaultKind.LINK_SCHEME: _Wording(
        "SAFE915",
        text('tautan ke "{word}" tidak dapat dipakai'),
        text("Tautan menuju https://…, mailto:…, #nama di halaman ini, atau berkas .md di dalam folder kurikulum."),
    ),
    FaultKind.SUSPICIOUS_CHARACTER: _Wording(
        "SAFE916",
        text("ada karakter {word} yang menyamar atau tak terlihat, sehingga baris ini terbaca lain"),
        text("Hapus barisnya dan ketik ulang; karakter itu biasanya terbawa saat menyalin dari program lain."),
    ),
    FaultKind.LIST_SIGN: _Wording(
        "SAFE917",
        text('"{word}" bukan awal butir daftar: baris-baris ini tercetak menyambung dalam satu paragraf'),
        text('Awali setiap butir dengan tanda hubung dan satu spasi, misalnya "- Pisang".'),
    ),
    FaultKind.UNKNOWN_DIRECTIVE: _Wording(
        "REF310",
        text('blok "{word}" tidak dikenal{hint}'),
        text("Misalnya activity, exercise, check, answer, tip, trainer-note. Daftar lengkap: `ck explain REF310`."),
    ),
    FaultKind.UNKNOWN_ROLE: _Wording("REF311", text('rujukan "{word}" tidak dikenal{hint}'), _ROLE),
    FaultKind.MALFORMED_ROLE: _Wording(
        "REF311", text('"{word}" tidak langsung diikuti isi di antara dua tanda `'), _ROLE
    ),
    FaultKind.MALFORMED_OPTION: _Wording("REF312", text('baris opsi "{word}" tidak terbaca{hint}'), _OPTION),
    FaultKind.DUPLICATE_OPTION: _Wording(
        "REF312",
        text('opsi "{word}" ditulis dua kali'),
        text("Hapus salah satunya."),
        text("ditulis pertama kali di sini"),
    ),
    FaultKind.MISPLACED_OPTION: _Wording(
        "REF312", text('"{word}" di sini bukan opsi, melainkan teks yang ikut tercetak'), _OPTION
    ),
    FaultKind.SETEXT_OR_TOP_HEADING: _Wording(
        "A11Y701",
        text('judul "{word}" memakai satu # atau garis bawah, seperti judul halaman'),
        _HEADING,
    ),
    FaultKind.GLUED_HEADING: _Wording(
        "A11Y701",
        text('tidak ada spasi yang diketik sesudah tanda # pada "{word}", sehingga baris ini bukan judul'),
        text('Tulis satu spasi sesudah tanda #, misalnya "## Judul".'),
    ),
    FaultKind.HEADING_IN_FIELD: _Wording("A11Y701", text('judul "{word}" tidak dapat ditulis di sini'), _FIELD),
}


def is_forbidden(name: str) -> bool:
    """Whether a directive is refused by name instead of being taken for a spelling mistake."""
    return name.lower() in _FORBIDDEN or ":" in name or name.startswith(_OWN)


def fault_diagnostic(fault: Fault) -> Diagnostic:
    """The finding that reports a fault."""
    wording = _WORDINGS[fault.kind]
    meant, sure = _meant(fault)
    hint = text('; maksud Anda "{match}"?', match=meant) if meant else text("")
    if meant and as_seen(meant) == as_seen(fault.word):
        hint = text("; ada karakter tak terlihat di dalamnya")
    replacement = fault.replacement if fault.replacement is not None else sure
    return Diagnostic(
        code=wording.code,
        severity=Severity.ERROR,
        message=text(wording.message.template, word=fault.word, hint=hint),
        help=wording.help,
        span=fault.span,
        related=(Related(fault.related, wording.related),) if fault.related and wording.related else (),
        fix=None if replacement is None else Fix(fault.mend or fault.span, replacement),
    )


def _meant(fault: Fault) -> tuple[str | None, str | None]:
    """What the author had in mind, and the same when there is no doubt about it."""
    if fault.kind is FaultKind.UNKNOWN_DIRECTIVE:
        return meant_block(fault.word), surely_block(fault.word)
    if fault.kind is FaultKind.UNKNOWN_ROLE:
        return meant_word(fault.word, ROLES), surely_meant(fault.word, ROLES)
    return fault.replacement if fault.kind is FaultKind.MALFORMED_OPTION else None, None
