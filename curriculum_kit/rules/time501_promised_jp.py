"""JP yang dijanjikan tidak sama dengan menit sesinya.

Program menjanjikan JP setiap modul dalam `groups`, terpisah untuk pengetahuan dan keterampilan. Menitnya dihitung dari
rencana sesi yang disebut dalam `sessions` program itu, tanpa istirahat, lalu dibagi menit per JP (`jp_minutes` dalam
curriculum.yaml). Keduanya harus sama; masing-masing dibulatkan sampai dua angka di belakang koma.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 30
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
- phase: opening
  minutes: 25
```
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, Span, Text, text
from curriculum_kit.indonesian import number_text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.programmes import sessions_of
from curriculum_kit.source.curriculum import Curriculum, Loc, Source
from curriculum_kit.source.schema.programme import GroupRow, Programme, PromisedJp
from curriculum_kit.source.timing import Minutes, total_minutes
from curriculum_kit.source.timing import jp as in_jp

SEVERITY = Severity.ERROR

_KINDS: dict[str, Text] = {"knowledge": text("pengetahuan"), "skill": text("keterampilan")}


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Compare the rows of every programme with its sessions."""
    if curriculum.settings is None:
        return
    for programme in curriculum.programmes.values():
        yield from _in_programme(curriculum, programme, curriculum.settings.record.jp_minutes, context)


def _in_programme(
    curriculum: Curriculum, programme: Source[Programme], jp_minutes: int, context: Context
) -> Iterator[Diagnostic]:
    rows = dict(_unit_rows(programme))
    for module, (loc, row) in rows.items():
        sessions = sessions_of(curriculum, programme, module) if module in curriculum.modules else None
        if sessions is not None:
            minutes = total_minutes(session for session, _ in sessions)
            first = sessions[0][1] if sessions else programme.places.key("sessions")
            for kind, (message, help) in _differences(module, row.jp, minutes, jp_minutes):
                related = [Related(first, text("sesi modul ini disebut di sini"))]
                yield context.finding(programme.places.value(*loc, "jp", kind), message, help, related=related)
    if rows.keys() <= curriculum.modules.keys():  # a misspelt module is REF304's business
        yield from _without_row(programme, rows.keys(), context)


def _unit_rows(programme: Source[Programme]) -> Iterator[tuple[str, tuple[Loc, GroupRow]]]:
    for g, group in enumerate(programme.record.groups):
        for r, row in enumerate(group.rows):
            if row.module is not None and group.kind == "unit":
                yield row.module, (("groups", g, "rows", r), row)


def _differences(
    module: str, jp: PromisedJp, minutes: Minutes, jp_minutes: int
) -> Iterator[tuple[str, tuple[Text, Text]]]:
    for kind, words in _KINDS.items():
        promised, planned = getattr(jp, kind), getattr(minutes, kind)
        if promised != in_jp(planned, jp_minutes):
            message = text(
                "{module} menjanjikan {promised} JP {kind} ({wanted} menit), tetapi sesinya berjumlah {planned} menit",
                module=module,
                promised=number_text(promised),
                kind=words,
                wanted=number_text(promised * jp_minutes),
                planned=planned,
            )
            help = text(
                "Sesuaikan menit langkah sesinya, atau tulis {jp} JP.", jp=number_text(in_jp(planned, jp_minutes))
            )
            yield kind, (message, help)


def _without_row(programme: Source[Programme], with_row: Collection[str], context: Context) -> Iterator[Diagnostic]:
    first: dict[str, Span] = {}
    for n, path in enumerate(programme.record.sessions):
        first.setdefault(path.partition("/")[0], programme.places.value("sessions", n))
    for module, span in first.items():
        if module not in with_row:
            yield context.finding(
                span,
                text("sesi dari {module} disebut, tetapi modul itu tidak mempunyai baris dalam groups", module=module),
                text("Tambahkan baris modul itu beserta JP-nya dalam groups."),
            )
