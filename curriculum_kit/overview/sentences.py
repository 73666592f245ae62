"""What is said of each kind of difference, after the title of the thing: for the website and for reviewers."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.overview.difference import Difference

SENTENCES: Mapping[str, Text] = MappingProxyType(
    {
        "module-new": text("modul baru"),
        "module-gone": text("modul ini tidak ada lagi"),
        "module-title": text("judulnya dahulu “{old}”"),
        "module-number": text("nomor modul berubah dari {old} menjadi {new}"),
        "module-competence": text("unit kompetensi, elemen, KUK, atau IUK berubah"),
        "module-materials": text("daftar alat dan bahan berubah"),
        "pictures": text("{new} gambar baru atau berubah"),
        "session-new": text("sesi baru"),
        "session-gone": text("sesi ini tidak ada lagi"),
        "session-title": text("judulnya dahulu “{old}”"),
        "session-number": text("dahulu sesi {old}, sekarang sesi {new}"),
        "session-minutes": text("waktu berubah dari {old} menjadi {new} menit"),
        "session-text": text("isinya berubah"),
        "session-plan": text("tujuan atau rencana kegiatannya berubah"),
        "session-notes": text("catatan pelatih berubah"),
        "session-answers": text("jawaban berubah"),
        "worksheet-new": text("lembar kerja baru"),
        "worksheet-gone": text("lembar kerja ini tidak ada lagi"),
        "worksheet-text": text("lembar kerja berubah"),
        "worksheet-answers": text("kunci lembar kerja berubah"),
        "instrument-new": text("instrumen penilaian baru"),
        "instrument-gone": text("instrumen penilaian ini tidak ada lagi"),
        "instrument-items": text("jumlah butir penilaian berubah dari {old} menjadi {new}"),
        "instrument-text": text("instrumen penilaian berubah"),
        "programme-new": text("program baru"),
        "programme-gone": text("program ini tidak ada lagi"),
        "programme-title": text("judulnya dahulu “{old}”"),
        "programme-jp": text("lamanya berubah dari {old} menjadi {new} JP"),
        "programme-days": text("lamanya berubah dari {old} menjadi {new} hari"),
        "programme-session-new": text("memuat sesi baru “{new}”"),
        "programme-session-gone": text("tidak lagi memuat sesi “{old}”"),
        "programme-order": text("urutan sesi berubah"),
        "programme-text": text("uraian, syarat, atau jadwalnya berubah"),
        "fact-new": text("fakta baru"),
        "fact-gone": text("fakta ini tidak ada lagi"),
        "fact-value": text("dahulu {old}, sekarang {new}"),
        "fact-status": text("statusnya dahulu “{old}”, sekarang “{new}”"),
        "fact-text": text("uraian atau dasar hukumnya berubah"),
        "fact-checked": text("diperiksa lagi pada {new}, nilainya tetap"),
        "term-new": text("istilah baru"),
        "term-gone": text("istilah ini tidak ada lagi"),
        "term-text": text("artinya diperbarui"),
        "centres": text("dahulu {old}, sekarang {new} balai"),
    }
)
_CENTRES_RENEWED = text("datanya diperbarui")


def sentence(difference: Difference, statuses: Mapping[str, str], since: str = "") -> Text:
    """What is said of a difference. `statuses` are the words for those of facts; a new value holds `since` a day."""
    old, new = difference.old, difference.new
    if difference.what == "centres" and old == new:
        return _CENTRES_RENEWED
    if difference.what == "fact-value":
        old, new = _only_what_differs(old, new)
        if since:
            told = text("dahulu {old}, sekarang {new} (berlaku sejak {day})").template
            return Text(told, {"old": old, "new": new, "day": since})
    elif difference.what == "fact-status":
        old, new = statuses.get(old, old), statuses.get(new, new)
    return Text(SENTENCES[difference.what].template, {"old": old, "new": new})


def says_values(what: str) -> bool:
    """Whether the sentence of a kind of difference says what it was or is, and not only that something differs."""
    return "{" in SENTENCES[what].template


def _only_what_differs(old: str, new: str) -> tuple[str, str]:
    """Of a table told row by row: the rows that differ."""
    before, now = old.split("; "), new.split("; ")
    gone = [row for row in before if row not in now]
    come = [row for row in now if row not in before]
    return ("; ".join(gone) or old, "; ".join(come) or new) if len(before) > 1 else (old, new)
