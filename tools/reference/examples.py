"""One worked example for each command. All are run by `tests/docs/test_commands.py`, except where a reason says no.

They are written for the example curriculum of the tests: one module, `kwu-05`, and one programme.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """Lines for a shell and what they do, in English and in Indonesian.

    `before` are lines that a test runs first; `not_run` is the reason why a test cannot run them.
    """

    about: tuple[str, str]
    lines: tuple[str, ...]
    before: tuple[str, ...] = ()
    not_run: str = ""


def _example(english: str, indonesian: str, *lines: str, before: tuple[str, ...] = (), not_run: str = "") -> Example:
    return Example((english, indonesian), lines, before, not_run)


EXAMPLES: dict[str, Example] = {
    "ck": _example("The version of the program", "Nomor versi program", "ck --version"),
    "ck new": _example("What can be started", "Yang dapat dimulai", "ck new --help"),
    "ck new curriculum": _example(
        "A new curriculum in the folder usaha-boga, without questions",
        "Kurikulum baru di folder usaha-boga, tanpa bertanya",
        'ck new curriculum usaha-boga --name "Kurikulum usaha boga" --publisher "Tim penyusun"',
    ),
    "ck new module": _example(
        "The next module", "Modul berikutnya", 'ck new module --title "Menjual es buah" --id boga-01 --yes'
    ),
    "ck new session": _example(
        "A session at the end of a module",
        "Sesi di akhir modul",
        'ck new session kwu-05 --title "Menetapkan harga" --yes',
    ),
    "ck new programme": _example(
        "A programme of all sessions", "Program dari semua sesi", 'ck new programme --title "Pelatihan biaya" --yes'
    ),
    "ck check": _example(
        "What is wrong in one module, with warnings counted as errors",
        "Temuan dalam satu modul; peringatan dihitung sebagai kesalahan",
        "ck check modules/kwu-05 --strict --as-of 2025-12-01",
    ),
    "ck build": _example(
        "The participant site only, with the facts of one day",
        "Hanya situs peserta, dengan fakta pada satu tanggal",
        "ck build --only site --audience participant --as-of 2025-12-01",
    ),
    "ck pack": _example(
        "The pack for USB sticks again, from a part of a build",
        "Paket untuk flash disk, dari hasil sebagian",
        "ck pack --audience participant --output build-partial",
        before=("ck build --only site --audience participant --as-of 2025-12-01",),
    ),
    "ck serve": _example(
        "The trainer site in the browser while you write",
        "Situs pelatih di peramban sambil Anda menulis",
        "ck serve --open",
        not_run="serves until it is stopped",
    ),
    "ck rename": _example(
        "A worksheet with everything that mentions it",
        "Lembar kerja beserta semua rujukannya",
        "ck rename worksheet kwu-05/hpp-keripik biaya-keripik --diff",
    ),
    "ck move": _example(
        "The second session before the first",
        "Sesi kedua ke depan sesi pertama",
        "ck move kwu-05/02-menghitung-hpp --before 01-mengenal-biaya --diff",
    ),
    "ck collect": _example(
        "A table of all workbooks that came back",
        "Tabel semua buku kerja yang kembali",
        "ck collect kembali --output rekap-pelatih.xlsx",
        not_run="needs workbooks that people have filled in",
    ),
    "ck import": _example(
        "A draft from a Word file",
        "Rancangan dari berkas Word",
        "ck import modul-lama.docx --module kwu-12",
        before=("ck export docx --module kwu-05 --output modul-lama.docx --as-of 2025-12-01",),
    ),
    "ck export": _example(
        "One module as a Word file for reviewers who may see answers",
        "Satu modul sebagai berkas Word bagi penelaah yang boleh melihat jawaban",
        "ck export docx --module kwu-05 --output kwu-05.docx --as-of 2025-12-01",
    ),
    "ck translate": _example(
        "An English catalogue of one module, to be translated",
        "Katalog bahasa Inggris satu modul, untuk diterjemahkan",
        "ck translate en --module kwu-05",
    ),
    "ck report": _example(
        "The hours of the programmes as data",
        "JP program sebagai data",
        "ck report hours --format json --as-of 2025-12-01",
    ),
    "ck diff": _example(
        "What has changed since the last commit, as Markdown",
        "Yang berubah sejak komit terakhir, sebagai Markdown",
        "ck diff HEAD --format markdown --as-of 2025-12-01",
    ),
    "ck release": _example(
        "The base for what changes from now on",
        "Pembanding untuk perubahan sejak hari ini",
        "ck release 1.0.0 --as-of 2025-12-01",
    ),
    "ck clean": _example("An empty cache", "Simpanan kosong", "ck clean"),
    "ck explain": _example("What a code means", "Arti satu kode", "ck explain REF301"),
    "ck schema": _example("Help in VS Code", "Bantuan di VS Code", "ck schema modules"),
    "ck doctor": _example("What is missing on this computer", "Yang belum terpasang di komputer ini", "ck doctor"),
}
"""By what is typed."""
