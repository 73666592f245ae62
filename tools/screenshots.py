"""Take pictures of the sites of the sample curriculum: those in the documentation, or all types of pages to look at.

`python -m tools.screenshots [SITES] [--all FOLDER]`. SITES is the output of `ck build --only site`, by default
`build-partial`. Without `--all` the pictures in `docs/images/` are taken anew. Needs what `make test` installs.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.browser.sites import node

IMAGES = Path(__file__).resolve().parent.parent / "docs" / "images"
LIMIT = 120_000
"""Bytes of a picture in the documentation."""
PHONE, DESKTOP = (360, 800), (1280, 800)
SESSION, SHEET = "kwu-05/03-menghitung-hpp.html", '[data-sheet$="/hpp-usaha-saya.js"]'
PAGES = (
    "index.html",
    "program/wirausaha-pemula-40jp.html",
    "kwu-05/index.html",
    SESSION,
    "glosarium.html",
    "fakta.html",
    "balai.html",
    "balai/18.html",
    "perubahan.html",
    "unduhan.html",
    "luring.html",
    "cari.html?q=harga+jual",
    "unduhan/kwu-05/modul.html",
)
"""One page of each type, for both audiences."""


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: of what, in which surroundings, after which steps (see `tests/browser/screenshots.mjs`)."""

    address: str
    target: str
    size: tuple[int, int]
    scheme: str = "light"
    steps: tuple[tuple[str, ...], ...] = ()
    whole: bool = False


FILLED = {
    "1.item": "Pisang",
    "1.cost_type": "bahan",
    "1.quantity": "24",
    "1.unit": "kg",
    "1.unit_price": "Rp5.000",
    "2.item": "Minyak goreng",
    "2.cost_type": "bahan",
    "2.quantity": "2,5",
    "2.unit": "liter",
    "2.unit_price": "Rp18.000",
}
DOCUMENTED = (
    Shot(f"participant/{SESSION}", "session.webp", PHONE, steps=(("top", ".kicker", "16"),)),
    Shot(
        f"participant/{SESSION}",
        "worksheet.webp",
        PHONE,
        "dark",
        (
            ("top", SHEET, "0"),
            *(("fill", f'{SHEET} [name="{name}"]', value) for name, value in FILLED.items()),
            ("top", f"{SHEET} .table-box", "60"),
        ),
    ),
    Shot(
        f"trainer/{SESSION}",
        "teaching.webp",
        DESKTOP,
        steps=(("click", "text=Mulai jam"), *(("click", "text=+5 menit"),) * 4, ("top", ".plan", "20")),
    ),
    Shot(
        f"trainer/{SESSION}",
        "notes.webp",
        DESKTOP,
        "dark",
        steps=(("click", "text=Buka semua jawaban"), ("top", ".text", "40")),
    ),
)


def _all() -> Iterator[Shot]:
    for audience in ("participant", "trainer"):
        for page in (*PAGES, *(("laporan.html",) if audience == "trainer" else ())):
            name = page.partition("?")[0].removesuffix(".html").replace("/", "-")
            for size in (PHONE, DESKTOP):
                for scheme in ("light", "dark"):
                    target = f"{audience}-{name}-{size[0]}-{scheme}.webp"
                    yield Shot(f"{audience}/{page}", target, size, scheme, whole=True)


def take(shots: Iterator[Shot] | tuple[Shot, ...], sites: Path, folder: Path) -> list[Path]:
    """Take the pictures of pages below `sites` into `folder`."""
    folder.mkdir(parents=True, exist_ok=True)
    orders = []
    for shot in shots:
        width, height = shot.size
        place = {"address": f"{sites.resolve().as_uri()}/{shot.address}", "target": str(folder.resolve() / shot.target)}
        orders.append({**asdict(shot), **place, "width": width, "height": height})
    return [Path(target) for target in node("screenshots.mjs", orders)]


def main() -> int:
    """Take them; 1 when a picture of the documentation is too heavy."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("sites", nargs="?", type=Path, default=Path("build-partial"))
    parser.add_argument("--all", type=Path, metavar="FOLDER")
    arguments = parser.parse_args()
    if arguments.all:
        take(_all(), arguments.sites, arguments.all)
        return 0
    heavy = [path for path in take(DOCUMENTED, arguments.sites, IMAGES) if path.stat().st_size > LIMIT]
    for path in heavy:
        sys.stderr.write(f"{path.name} has more than {LIMIT} bytes\n")
    return int(bool(heavy))


if __name__ == "__main__":
    sys.exit(main())
