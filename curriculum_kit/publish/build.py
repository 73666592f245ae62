"""Build everything: check, both editions, books, websites, link check, leak gate, manifest, swap.

The last good output stays untouched until the new one is complete and has passed the gate.
"""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

from curriculum_kit.audience import Audience
from curriculum_kit.books import BookKindInfo, book_address
from curriculum_kit.diagnostics import Diagnostic, has_errors
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.publish.editions import Edition, Editions, edition_context, translations
from curriculum_kit.publish.exclusive import only_build
from curriculum_kit.publish.leak_gate import leaks, strangers
from curriculum_kit.publish.links import broken_links
from curriculum_kit.publish.manifest import write_manifest
from curriculum_kit.publish.memories import Memories
from curriculum_kit.publish.pack import finish_site
from curriculum_kit.publish.printing import write_books
from curriculum_kit.publish.request import BuildRequest, BuildResult
from curriculum_kit.publish.secrets import Secrets, amount_secrets, number_secrets, practice_sheets, text_secrets
from curriculum_kit.publish.swap import publish_folder, recover
from curriculum_kit.rules import run as run_rules
from curriculum_kit.source.curriculum import Curriculum, LoadedModule
from curriculum_kit.source.loader import load
from curriculum_kit.source.schema.worksheet import Column, SheetCell
from curriculum_kit.texts import SOURCE_LANGUAGE, said, speaking
from curriculum_kit.website import Download, Site, write_site
from curriculum_kit.website.page import size_text
from curriculum_kit.website.single import single_address, single_name, write_single_files
from curriculum_kit.worksheets import Quantity


def build(request: BuildRequest) -> BuildResult:
    """Build and publish. Raises `EnvironmentTrouble` when another build runs or something is missing."""
    memories = Memories.of(request)
    with Editions(request, memories) as editions:
        reading = memories.reading()
        loaded = load(request.root, memory=reading)
        diagnostics = run_rules(loaded.curriculum, loaded.diagnostics, request.as_of, reading)
        if has_errors(diagnostics):
            return BuildResult(diagnostics, published=False)
        with only_build(request.cache, request.output):
            reading.write()
            recover(request.output)
            staging = Path(tempfile.mkdtemp(prefix=f".{request.output.name}.new-", dir=request.output.parent))
            staging.chmod(0o755)
            try:
                found = _fill(request, loaded.curriculum, staging, editions, memories)
                diagnostics = (*diagnostics, *found)
                if has_errors(found):
                    return BuildResult(diagnostics, published=False)
                write_manifest(staging, request.as_of, diagnostics)
                files = sum(path.is_file() for path in staging.rglob("*"))
                publish_folder(staging, request.output)
                return BuildResult(diagnostics, published=True, files=files)
            finally:
                if staging.exists():
                    shutil.rmtree(staging)


def _fill(
    request: BuildRequest, curriculum: Curriculum, staging: Path, editions: Editions, memories: Memories
) -> tuple[Diagnostic, ...]:
    """Everything into `staging`; the findings of rendering, of the link check and of the leak gate."""
    wanted = [
        Edition(audience, language)
        for language in (SOURCE_LANGUAGE, *translations(curriculum))
        for audience in request.audiences
    ]
    editions.start(wanted)
    contexts = {
        edition: edition_context(curriculum, edition.audience, request.as_of, edition.language) for edition in wanted
    }
    participant = contexts.get(Edition(Audience.PARTICIPANT))
    secrets = participant_secrets(request.root, participant) if participant else None
    parts = editions.made()
    found = tuple(diagnostic for part in parts.values() for diagnostic in part.diagnostics)
    if has_errors(found):
        return found
    if request.books:
        write_books(request, parts, staging, memories, editions)
    if request.site:
        for edition, context in contexts.items():
            with speaking(edition.language):
                _write_site(edition, context, parts[edition].website, staging)
        for audience in request.audiences:  # a translation lies in the site of its audience
            found += tuple(broken_links(staging / audience, audience))
    if secrets is not None:
        gate = memories.gate()
        found += tuple(leaks(staging / Audience.PARTICIPANT, secrets, gate))
        found += tuple(strangers(staging / Audience.PARTICIPANT, translations(curriculum)))
        gate.write()
    return found


def _write_site(edition: Edition, context: EditionContext, fragments: Fragments, staging: Path) -> None:
    """The website of an edition, with all that can be downloaded from it."""
    folder = edition.folder(staging)
    site = Site(context, fragments)
    if edition.language == SOURCE_LANGUAGE:
        site = site.with_translations(translations(context.curriculum))
    write_single_files(site, folder)
    write_site(site.offering(_downloads(folder, context)), folder)
    finish_site(folder, edition.audience)


def participant_secrets(root: Path, context: EditionContext) -> Secrets:
    """What the participant output must not hold. `context` is that of the participants."""
    return Secrets(text_secrets(root), *_result_secrets(context), practice_sheets(root))


def _downloads(folder: Path, context: EditionContext) -> list[Download]:
    """The books that really are there, by module and programme, with their size. `folder` is that of the site."""
    curriculum = context.curriculum
    titles = {programme_id: source.record.title for programme_id, source in curriculum.programmes.items()}
    for module in curriculum.modules.values():
        titles[module.id] = f"{said('Modul')} {module.record.number}: {module.record.title}"
    found = []
    for scope_id, title in titles.items():
        for info in curriculum.book_kinds():
            for part, words in _parts(info, curriculum.modules.get(scope_id)):
                address = book_address(info.kind, scope_id, part)
                path = folder / address
                if path.exists():
                    size = path.stat().st_size
                    found.append(Download(address, words, said(info.purpose), title, scope_id, size_text(size), size))
        address = single_address(scope_id)
        path = folder / address
        if path.exists():
            is_trainer = context.audience is Audience.TRAINER
            size = path.stat().st_size
            found.append(
                Download(
                    address,
                    said("Satu berkas untuk ponsel"),
                    said("Semua sesi dan jawabannya, khusus pelatih.")
                    if is_trainer
                    else said("Semua sesi, dapat dikirim lewat WhatsApp."),
                    title,
                    scope_id,
                    size_text(size),
                    size,
                    single_name(scope_id, is_trainer=is_trainer),
                )
            )
    return found


def _parts(info: BookKindInfo, module: LoadedModule | None) -> Iterator[tuple[str, str]]:
    """The books of a kind that a module or programme has: the instrument that each holds, if any, and its title."""
    if not info.by_instrument:
        yield "", said(info.title)
    elif module is not None:
        for instrument in module.written_instruments:
            yield instrument.id, f"{said(info.title)}: {instrument.title}"


def _result_secrets(context: EditionContext) -> tuple[dict[str, dict[str, str]], dict[str, frozenset[float]]]:
    """Results of practice sheets that no public number equals: as printed, and as spreadsheets hold them."""
    calculator = context.calculator
    hidden: list[tuple[str, Quantity]] = []
    public: list[Quantity] = []
    for case_id, case in context.curriculum.cases.items():
        found = (calculator.case_value(f"{case_id}.{value.id}") for value in case.record.values)
        public += [quantity for quantity in found if quantity]
    for module in context.curriculum.modules.values():
        for sheet_id, sheet in module.worksheets.items():
            parts: tuple[Column | SheetCell, ...] = (*sheet.record.columns, *sheet.record.cells)
            computed = {part.id for part in parts if part.kind == "computed"}
            for address, quantity in calculator.sheet(module.id, sheet_id).values.items():
                if sheet.record.mode == "practice" and address.split(".")[-1] in computed:
                    hidden.append((module.id, quantity))
                else:
                    public.append(quantity)
    words = calculator.quantity_text
    facts = [context.calculator.fact_text(fact_id) or "" for fact_id in context.curriculum.facts()]
    printed = number_secrets(
        ((module_id, words(quantity)) for module_id, quantity in hidden), [*map(words, public), *facts]
    )
    long_enough = (
        (module_id, quantity) for module_id, quantity in hidden if words(quantity) in printed.get(module_id, ())
    )
    amounts = amount_secrets(
        ((module_id, float(quantity.amount or 0)) for module_id, quantity in long_enough),
        (float(quantity.amount) for quantity in public if isinstance(quantity.amount, Decimal)),
    )
    return printed, amounts
