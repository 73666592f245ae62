"""The directory of training centres: one page to search all of them, and one page per province that needs no script.

4,000 centres must not slow a cheap phone. So the page of a province holds the details of its centres and no other's,
and the search loads a script of columns (`Directory.script`) in which names are lines of one text and everything that
repeats is the number of an entry in a list. No page but `balai.html` loads it.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from curriculum_kit.audience import View, project
from curriculum_kit.edition import labels
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.indonesian import enumeration, number_text
from curriculum_kit.website.page import HOME, Crumb, Page

ADDRESS = "balai.html"
TITLE = "Balai pelatihan"
SCRIPT = "balai-data.js"
EXAMPLE_MARK = "Contoh:"
KINDS = tuple(labels.CENTRE_KINDS)
FIRST_LETTER = 48
"""Small numbers are single letters from "0" on."""
NO_REGENCY = "--"


@dataclass(frozen=True, slots=True)
class CentreModel:
    """A centre as its page shows it: rows of what is known, and in words what is not."""

    id: str
    name: str
    example: bool
    kind: str
    province: str
    rows: tuple[tuple[str, str], ...]
    parent: tuple[str, str] | None
    unknown: str
    source_url: str
    checked_on: date | None


@dataclass(frozen=True, slots=True)
class KindModel:
    """The centres of one kind in a province."""

    title: str
    centres: tuple[CentreModel, ...]


@dataclass(frozen=True, slots=True)
class ProvinceModel:
    """A province with its centres by kind."""

    code: str
    name: str
    address: str
    kinds: tuple[KindModel, ...]

    @property
    def total(self) -> int:
        """How many centres it has."""
        return sum(len(kind.centres) for kind in self.kinds)


class Directory:
    """All centres of an edition."""

    def __init__(self, centres: tuple[View, ...]) -> None:
        """Put the centres into the order in which they are listed: by province, kind and name."""
        self.centres = tuple(
            sorted(centres, key=lambda c: (c.province, KINDS.index(c.kind), _name(c).casefold(), c.id))
        )
        self.by_id: Mapping[str, View] = {centre.id: centre for centre in self.centres}
        self.counts = Counter(centre.province for centre in self.centres)

    @classmethod
    def of(cls, context: EditionContext) -> Directory:
        """The directory of an edition; empty where the curriculum lists no centres."""
        source = context.curriculum.centres
        records = source.record.centres if source else ()
        return cls(tuple(project(centre, context.audience) for centre in records))

    @property
    def provinces(self) -> tuple[tuple[str, str, str, int], ...]:
        """Code, name, address and number of centres of every province; the address is empty where there are none."""
        codes = sorted({*labels.PROVINCES, *self.counts})
        return tuple(
            (code, _province(code), _address(code) if self.counts[code] else "", self.counts[code]) for code in codes
        )

    @property
    def examples(self) -> int:
        """How many of the centres are invented."""
        return sum(centre.example for centre in self.centres)

    def pages(self) -> Iterator[Page]:
        """The page of the search, and one for each province with centres."""
        yield Page(ADDRESS, "centres.html", TITLE, (HOME,), "Balai", {"directory": self})
        for code in sorted(self.counts):
            province = self.province(code)
            title = f"{TITLE} di {province.name}"
            yield Page(
                province.address, "province.html", title, (HOME, Crumb(TITLE, ADDRESS)), "", {"province": province}
            )

    def province(self, code: str) -> ProvinceModel:
        """A province with the details of its centres."""
        here = [centre for centre in self.centres if centre.province == code]
        kinds = [
            KindModel(labels.CENTRE_KINDS[kind], tuple(self._centre(c) for c in here if c.kind == kind))
            for kind in dict.fromkeys(centre.kind for centre in here)
        ]
        return ProvinceModel(code, _province(code), _address(code), tuple(kinds))

    def _centre(self, centre: View) -> CentreModel:
        rows, unknown = _details(centre)
        parent = self.by_id.get(centre.parent or "")
        return CentreModel(
            id=centre.id,
            name=_name(centre),
            example=centre.example,
            kind=labels.CENTRE_KINDS[centre.kind],
            province=centre.province,
            rows=tuple(rows),
            parent=(_name(parent), f"{_address(parent.province)}#balai-{parent.id}") if parent else None,
            unknown=enumeration(unknown),
            source_url=centre.source_url or "",
            checked_on=centre.checked_on,
        )

    def script(self) -> str:
        """The centres for the search, as a script: `fetch` would fail from disk."""
        trades = list(dict.fromkeys(trade for centre in self.centres for trade in centre.trades))
        data = {
            "kinds": [labels.CENTRE_KINDS[kind] for kind in KINDS],
            "provinces": [[code, _province(code), self.counts[code]] for code in sorted(self.counts)],
            "trades": trades,
            "ids": _lines(centre.id for centre in self.centres),
            "names": _lines(_name(centre) for centre in self.centres),
            "former": _lines(", ".join(centre.former_names) for centre in self.centres),
            "kind": _letters(KINDS.index(centre.kind) for centre in self.centres),
            "regency": "".join((centre.regency or "")[3:] or NO_REGENCY for centre in self.centres),
            "trade": _lines(",".join(str(trades.index(trade)) for trade in centre.trades) for centre in self.centres),
            "facilities": _letters(_facilities_number(centre) for centre in self.centres),
        }
        return f"window.BALAI={json.dumps(data, ensure_ascii=False, separators=(',', ':'))};\n"


def _province(code: str) -> str:
    return labels.PROVINCES.get(code, f"provinsi {code}")


def _address(code: str) -> str:
    return f"balai/{code}.html"


def _name(centre: View) -> str:
    """The name; that it is an example is said beside it."""
    name = " ".join(centre.name.split())
    return name.removeprefix(EXAMPLE_MARK).strip() if centre.example else name


def _details(centre: View) -> tuple[list[tuple[str, str]], list[str]]:
    """Rows of what is known, and the names of what is not."""
    possible = (
        ("Nama lama", "", ", ".join(centre.former_names)),
        ("Kabupaten atau kota", "", f"kode {centre.regency}" if centre.regency else ""),
        ("Tingkat", "", labels.BLKK_GRADES.get(centre.blkk_grade or "", "")),
        ("Akreditasi", "akreditasi", labels.ACCREDITATIONS.get(centre.accreditation, "")),
        ("Kejuruan", "kejuruan", ", ".join(centre.trades)),
        ("Peserta per kelas", "", str(centre.class_size or "")),
        ("Fasilitas", "fasilitas", _facilities(centre.facilities) if centre.facilities else ""),
        ("PLUT terdekat", "PLUT terdekat", centre.nearest_plut or ""),
        (
            "Rumah produksi bersama terdekat",
            "rumah produksi bersama terdekat",
            centre.nearest_shared_production_house or "",
        ),
    )
    rows = [(label, words) for label, _, words in possible if words]
    return rows, [missing for _, missing, words in possible if missing and not words]


def _facilities(facilities: View) -> str:
    computers = f"{number_text(facilities.computers)} komputer" if facilities.computers else "tidak ada komputer"
    return "; ".join(
        (
            f"listrik {_there(facilities.power)}",
            f"internet {labels.INTERNET[facilities.internet]}",
            computers,
            f"proyektor {_there(facilities.projector)}",
            f"dapur produksi {_there(facilities.production_kitchen)}",
            f"akses kursi roda {_there(facilities.wheelchair_access)}",
        )
    )


def _there(is_there: bool) -> str:  # noqa: FBT001 - it is the whole question
    return "ada" if is_there else "tidak ada"


def _facilities_number(centre: View) -> int:
    """Bits: known, power, internet (two), production kitchen, wheelchair access; then whether it is an example."""
    facilities = centre.facilities
    number = 64 * centre.example
    if facilities:
        number += 1 + 2 * facilities.power + 4 * list(labels.INTERNET).index(facilities.internet)
        number += 16 * facilities.production_kitchen + 32 * facilities.wheelchair_access
    return int(number)


def _letters(numbers: Iterator[int]) -> str:
    return "".join(chr(FIRST_LETTER + number) for number in numbers)


def _lines(words: Iterator[str]) -> str:
    return "\n".join(words)
