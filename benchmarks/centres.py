"""What 4,000 training centres cost: bytes of the pages and of the script, and the time to make them.

    python -m benchmarks.centres [--centres 4000] [--write FOLDER]

The centres are invented but shaped like the real ones: about nine of ten are community centres (BLKK), Java has most of
them, and of many little is known. The same number gives the same centres. `--write` keeps the pages, to be measured in
a browser.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
import time
from datetime import date
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.source.curriculum import Curriculum, Source
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.curriculum import Centre, Centres
from curriculum_kit.website import Site
from curriculum_kit.website.assets import write_assets
from curriculum_kit.website.centres import SCRIPT

MODULES = Path(__file__).parents[1] / "modules"
DAY = date(2026, 1, 15)
SEED = 4000
WEIGHTS = {"32": 19, "35": 19, "33": 17, "36": 4, "73": 4}
"""Shares of the provinces with most centres; the others share the rest. In percent, of the year 2024."""
TRADES = (
    "Teknologi informasi dan komunikasi", "Otomotif sepeda motor", "Las", "Menjahit", "Pengolahan hasil pertanian",
    "Pengolahan hasil perikanan", "Pertukangan kayu", "Pendingin dan listrik", "Industri kreatif", "Bahasa",
)  # fmt: skip
FIRST = ("Pondok Pesantren", "Yayasan", "Serikat Pekerja", "Koperasi", "Majelis Taklim", "Gereja", "Kelompok Tani")
SECOND = ("Nurul", "Al", "Darul", "Miftahul", "Bina", "Tunas", "Cahaya", "Karya", "Mekar", "Harapan", "Suluh", "Sinar")
THIRD = (
    "Huda",
    "Falah",
    "Ulum",
    "Hikmah",
    "Insani",
    "Muda",
    "Sejahtera",
    "Bangsa",
    "Jaya",
    "Mandiri",
    "Amanah",
    "Barokah",
)
KINDS = (("blkk", 88), ("lpks", 6), ("uptd_regency", 5), ("satpel", 1))


def centres(count: int) -> tuple[Centre, ...]:
    """So many invented centres, always the same."""
    chance = random.Random(SEED)  # noqa: S311 - nothing secret
    codes = list(labels.PROVINCES)
    rest = (100 - sum(WEIGHTS.values())) / (len(codes) - len(WEIGHTS))
    places = chance.choices(codes, [WEIGHTS.get(code, rest) for code in codes], k=count)
    return tuple(_centre(number, province, chance) for number, province in enumerate(places, start=1))


def _centre(number: int, province: str, chance: random.Random) -> Centre:
    [kind] = chance.choices([kind for kind, _ in KINDS], [share for _, share in KINDS])
    words = f"{chance.choice(FIRST)} {chance.choice(SECOND)} {chance.choice(THIRD)}"
    known = chance.random() < 0.6  # noqa: PLR2004
    internet = chance.choice(("none", "unstable", "unstable", "stable"))
    data = {
        "id": f"{kind.replace('_', '-')}-{province}-{words.lower().replace(' ', '-')}-{number}",
        "name": f"{labels.CENTRE_KINDS[kind]} {words}",
        "kind": kind,
        "province": province,
        "regency": f"{province}.{chance.randint(1, 25):02}",
        "blkk_grade": chance.choice((None, "tumbuh", "berkembang", "mandiri")) if kind == "blkk" else None,
        "accreditation": chance.choice(("accredited", "not_accredited", "unknown")),
        "trades": tuple(chance.sample(TRADES, 1 if kind == "blkk" else 3)),
        "class_size": "16",
        "facilities": {
            "power": "true", "internet": internet, "computers": str(chance.randint(0, 16)),
            "projector": chance.choice(("true", "false")), "production_kitchen": chance.choice(("true", "false")),
            "wheelchair_access": chance.choice(("true", "false")),
        } if known else None,
        "nearest_plut": f"PLUT-KUMKM {labels.PROVINCES[province]}" if known else None,
        "source_url": f"https://balai.contoh.id/{province}/{number}",
        "checked_on": f"2025-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}",
    }  # fmt: skip
    return Centre.model_validate(data)


def site(count: int) -> Site:
    """The participant site of the real curriculum's shared pages with so many centres."""
    loaded = load(MODULES).curriculum
    source = loaded.centres
    if source is None:
        raise SystemExit("no centres.yaml")
    many = Source(source.file, Centres(centres=centres(count)), source.places)
    lean = Curriculum(loaded.root, settings=loaded.settings, centres=many)
    return Site(EditionContext.of(lean, Audience.PARTICIPANT, DAY), Fragments({}, {}, {}))


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--centres", type=int, default=4000)
    parser.add_argument("--write", type=Path)
    given = parser.parse_args()
    start = time.perf_counter()
    made = site(given.centres)
    texts = {address: made.html(address) for address in made.pages if address.startswith("balai")}
    texts[f"aset/{SCRIPT}"] = made.centres.script()
    seconds = time.perf_counter() - start
    largest = max((address for address in texts if address.startswith("balai/")), key=lambda name: len(texts[name]))
    for address in ("balai.html", f"aset/{SCRIPT}", largest):
        raw = texts[address].encode()
        packed = len(gzip.compress(raw, mtime=0))
        sys.stdout.write(f"{address:22} {len(raw):>9,} bytes  {packed:>8,} gzipped\n")
    sys.stdout.write(f"{len(texts)} files made in {seconds:.1f} s\n")
    if given.write:
        for address, text in texts.items():
            target = given.write / address
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, "utf-8")
        write_assets(given.write / "aset")


if __name__ == "__main__":
    main()
