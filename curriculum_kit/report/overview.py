"""Writes down what a curriculum holds: one of the reports, or a short summary of all, as text or JSON."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from curriculum_kit.diagnostics import text
from curriculum_kit.indonesian import number_text
from curriculum_kit.overview import Overview
from curriculum_kit.overview.hours import practice_share
from curriculum_kit.report import overview_json, overview_text
from curriculum_kit.report.overview_text import MISSING, Say, aligned, facts_due
from curriculum_kit.report.tables import filled
from curriculum_kit.source.timing import Minutes, jp
from curriculum_kit.texts import SOURCE_LANGUAGE, translator

SUMMARY = "summary"
KINDS = ("hours", "alignment", "facts", "print", "translations")
STYLES = ("text", "json")

_INDENT = "  "


def written(overview: Overview, kind: str = SUMMARY, style: str = "text", language: str = SOURCE_LANGUAGE) -> str:
    """A report (one of `KINDS` or the summary) in one of the styles."""
    if style == "json":
        return overview_json.write(overview, kind)
    translate = translator(language)
    parts = _TEXTS[kind](overview, lambda words: words.format(translate))
    return "\n\n".join(part if "\n" in part else filled(part) for part in parts) + "\n"


def _summary(overview: Overview, say: Say) -> Iterator[str]:
    yield say(text("{name}, per {day}", name=overview.name, day=overview.as_of.isoformat()))
    for title, lines in (
        (text("Jam pelajaran (ck report hours)"), _hours(overview, say)),
        (text("Keselarasan (ck report alignment)"), _alignment(overview, say)),
        (text("Fakta (ck report facts)"), iter([facts_due(overview.facts.facts, say)])),
        (text("Cetak (ck report print)"), _printing(overview, say)),
    ):
        yield "\n".join([say(title), *(_INDENT + line for line in lines)])
    if overview.translations:
        title = text("Terjemahan (ck report translations)")
        yield "\n".join([say(title), *(_INDENT + line for line in _translations(overview, say))])


def _hours(overview: Overview, say: Say) -> Iterator[str]:
    report = overview.hours
    for programme in report.programmes:
        kept = programme.is_kept(report.jp_minutes)
        words = _jp(programme.id, programme.minutes, report.jp_minutes, say)
        yield words if kept else f"{MISSING}{words} {say(text('Tidak sesuai janji program.'))}"
    for module in report.modules:
        yield _jp(module.id, module.minutes, report.jp_minutes, say)


def _jp(id: str, minutes: Minutes, minutes_of_jp: int, say: Say) -> str:
    return say(
        text(
            "{id}: {jp} JP, {share}% praktik.",
            id=id,
            jp=number_text(jp(minutes.total, minutes_of_jp)),
            share=practice_share(minutes) or 0,
        )
    )


def _alignment(overview: Overview, say: Say) -> Iterator[str]:
    for id, modules in (
        *((programme.id, programme.modules) for programme in overview.alignment.programmes),
        *((module.id, (module,)) for module in overview.alignment.modules),
    ):
        iuk, gaps = sum(len(module.rows) for module in modules), sum(module.gaps for module in modules)
        yield f"{id}: {aligned(iuk, gaps, say)}"


def _printing(overview: Overview, say: Say) -> Iterator[str]:
    report = overview.printing
    for scope in report.programmes or report.modules:
        if scope.all_sheets is None:
            yield say(text("{id}: jumlah lembar diketahui setelah `ck build`.", id=scope.id))
        else:
            yield say(
                text(
                    "{id}: {sheets} lembar untuk {count} peserta.",
                    id=scope.id,
                    sheets=number_text(scope.all_sheets),
                    count=report.class_size,
                )
            )


def _translations(overview: Overview, say: Say) -> Iterator[str]:
    for language in overview.translations:
        begun = [scope for scope in language.scopes if scope.id and scope.sum.done]
        done, stale = (sum(getattr(scope.sum, name) for scope in language.scopes) for name in ("done", "stale"))
        yield say(
            text(
                "{language}: {modules} modul, {done} teks diterjemahkan, {stale} usang.",
                language=language.language,
                modules=len(begun),
                done=number_text(done),
                stale=number_text(stale),
            )
        )


_TEXTS: dict[str, Callable[[Overview, Say], Iterator[str]]] = {
    SUMMARY: _summary,
    "hours": overview_text.hours,
    "alignment": overview_text.alignment,
    "facts": overview_text.facts,
    "print": overview_text.printing,
    "translations": overview_text.translations,
}
