"""Unit SKKNI tidak tercatat dalam folder standards.

Modul yang mengajarkan unit SKKNI (`source: skkni`) mengutip kode dan judulnya dari keputusan yang menetapkannya. Kode
saja tidak cukup, karena kode yang sama dipakai oleh beberapa keputusan. Catatlah unit itu dalam sebuah berkas
standards/ dengan regulation, kode, dan judul yang sama persis.

Salah:

```text
--- kwu-01/module.yaml
source: skkni
code: M.70PEN00.022.1
title: Menghitung biaya dan HPP
```

Benar:

```text
--- kwu-01/module.yaml
source: tna
code: CK-KWU-01
title: Menghitung biaya dan HPP
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.pbk956_code_form import has_known_form
from curriculum_kit.rules.reading import can_be_read
from curriculum_kit.source.curriculum import Curriculum, LoadedModule

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look up every taught SKKNI unit, unless a file of the standards is unreadable."""
    if can_be_read(curriculum, "standards/"):
        for module in curriculum.modules.values():
            if module.record.unit.source == "skkni":
                yield from _look_up(curriculum, module, context)


def _look_up(curriculum: Curriculum, module: LoadedModule, context: Context) -> Iterator[Diagnostic]:
    unit, places = module.record.unit, module.source.places
    titles = _titles(curriculum, unit.code)
    if titles and _plain(unit.title) not in {_plain(title) for title in titles}:
        title, span = next(iter(titles.items()))
        yield context.finding(
            places.value("unit", "title"),
            text('judul unit {code} berbeda dengan standarnya: "{title}"', code=unit.code, title=title),
            text("Samakan judul di sini dan dalam berkas standar dengan bunyi keputusannya."),
            related=[Related(span, text("judul dalam standar ada di sini"))],
        )
    elif not titles and has_known_form(unit.code):  # of other codes PBK956 speaks
        known = [u.code for s in curriculum.standards.values() for u in s.record.units if s.record.kind == "skkni"]
        hint = did_you_mean(unit.code, known)
        yield context.finding(
            places.value("unit", "code"),
            text("unit SKKNI {code} tidak ada dalam folder standards{hint}", code=unit.code, hint=hint),
            text("Catat unit itu dengan kode, judul, dan keputusannya dalam sebuah berkas standards/."),
        )


def _titles(curriculum: Curriculum, code: str) -> dict[str, Span]:
    """The titles that the SKKNI list under a code, with their places; codes are not unique."""
    return {
        unit.title: standard.places.value("units", u, "title")
        for standard in curriculum.standards.values()
        for u, unit in enumerate(standard.record.units)
        if unit.code == code and standard.record.kind == "skkni"
    }


def _plain(title: str) -> str:
    """A title without what printing changes: capitals and blanks."""
    return " ".join(title.casefold().split())
