"""Yang disebut tidak ada, atau yang ada tidak disebut.

Sesi, gambar, lembar kerja, instrumen, kasus, standar acuan, dan modul disebut dengan id atau nama berkasnya. Apa yang
disebut harus ada; setiap berkas sesi harus disebut dalam daftar `sessions` modulnya, agar tidak ada sesi yang hilang
dari buku tanpa diketahui.

Salah:

```text
--- kwu-01/module.yaml
sessions:
  - 01-biaya
tools:
--- kwu-01/module.yaml
  code: M.70PEN00.021.2
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur-biaya.svg
--- kwu-01/sessions/02-hpp.md
:response: table hpp-kripik
```

Benar:

```text
--- kwu-01/module.yaml
sessions:
  - 01-biaya
  - 02-hpp
tools:
--- kwu-01/module.yaml
  code: M.70PEN00.021.1
--- kwu-01/sessions/01-biaya.md
:::{figure} ../media/alur.svg
--- kwu-01/sessions/02-hpp.md
:response: table hpp-keripik
```

Salah:

```text
--- programmes/dasar-2jp.yaml
- {title: Penilaian, minutes: 60, instruments: [kwu-01/demonstrasi-hpp]}
```

Benar:

```text
--- programmes/dasar-2jp.yaml
- {title: Penilaian, minutes: 60, instruments: [kwu-01/demonstrasi]}
```
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.module_things import module_things
from curriculum_kit.rules.reading import closest
from curriculum_kit.rules.things import Thing, shared_things
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare what is named outside of modules with what there is."""
    yield from _missing(shared_things(curriculum), context)


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare what a module names with what there is, in both directions."""
    yield from _missing(module_things(curriculum), context)
    yield from _unlisted_sessions(curriculum, context)


def _missing(things: Iterable[Thing], context: Context) -> Iterator[Diagnostic]:
    for thing in things:
        if thing.word not in thing.known:
            hint = did_you_mean(thing.word, thing.known)
            yield context.finding(
                thing.span,
                text('{kind} "{word}" tidak ada{hint}', kind=thing.kind, word=thing.word, hint=hint),
                thing.help,
                related=closest(thing.word, thing.known),
            )


def _unlisted_sessions(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    for module in curriculum.modules.values():
        for session in module.sessions.values():
            if session.id not in module.record.sessions:
                yield context.finding(
                    Span(session.document.file),
                    text('sesi "{id}" tidak disebut dalam {file}', id=session.id, file=module.source.file),
                    text("Tambahkan nama sesi ini ke daftar sessions, atau hapus berkasnya."),
                    related=[Related(module.source.places.key("sessions"), text("daftar sesi ada di sini"))],
                )
