"""Abbreviations that need no explanation, and abbreviations that belong into notes only, for the rules of language."""

from __future__ import annotations

_KNOWN = """
AC APBD APBN ASN ATM BBM BCA BLK BLKK BNI BPJS BPOM BRI BUMN CD CV DIY DKI DVD HP IDR IUK JP KB KK KTP KUK LPG MUI NTB
NTT OK PAM PBK PC PDAM PDF PHK PIN PKK PLN PNS PP PPN PT QR RI RT RW SD SIM SKKNI SMA SMK SMP SMS STNK TNI TV UD UMKM
USB UU WA WIB WIT WITA
"""
KNOWN = frozenset(_KNOWN.split())
"""What everybody knows, or what the books of every training explain."""

_SHOUTED = "ADA AYO BAB CEK DAN DI DUA INI ISI ITU KE STOP TIPS YA YANG"
SHOUTED = frozenset(_SHOUTED.split())
"""Short words in capitals for emphasis."""

_NUMERALS = "II III IV VI VII VIII IX XI XII XIII XIV XV XVI XVII XIX XX XXI"
NUMERALS = frozenset(_NUMERALS.split())

IN_NOTES: dict[str, str] = {
    "bhw": "bahwa", "blm": "belum", "brp": "berapa", "dgn": "dengan", "dlm": "dalam", "dpt": "dapat",
    "dst": "dan seterusnya", "dsb": "dan sebagainya", "dll": "dan lain-lain", "dlsb": "dan lain sebagainya",
    "hrs": "harus", "jgn": "jangan", "jml": "jumlah", "kpd": "kepada", "krn": "karena", "lbh": "lebih",
    "sdh": "sudah", "sblm": "sebelum", "spt": "seperti", "stlh": "setelah", "tdk": "tidak", "tgl": "tanggal",
    "tsb": "tersebut", "ttg": "tentang", "utk": "untuk", "yg": "yang", "sbg": "sebagai",
    "skrg": "sekarang", "msh": "masih", "bnyk": "banyak", "thd": "terhadap",
}  # fmt: skip
"""Abbreviations of quick notes with the words in full."""
