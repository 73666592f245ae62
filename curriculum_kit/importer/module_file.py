"""`module.yaml` of a draft."""

from __future__ import annotations

from collections.abc import Sequence

from curriculum_kit.importer.competence import OPENING, Competence, ElementDraft, KukDraft
from curriculum_kit.importer.markdown import escaped, line_start
from curriculum_kit.importer.references import Reference
from curriculum_kit.importer.skeleton import MODULE_HEAD
from curriculum_kit.importer.store import Store, free, slug
from curriculum_kit.importer.supplies import Shelf, Supply
from curriculum_kit.importer.yaml_writer import UNFINISHED, Raw, Unfinished, written


def module(
    title: str,
    number: int,
    module_id: str,
    competence: Competence,
    elements: Sequence[ElementDraft],
    sessions: Sequence[str],
    store: Store,
    shelf: Shelf,
) -> str:
    """`module.yaml`."""
    unit, guide = competence.unit, competence.guide
    empty = Unfinished([f"{UNFINISHED} tulis isinya"])
    official = unit.get("code", "")
    local = f"CK-{module_id.upper()}"
    description = line_start(escaped(unit["description"])) if unit.get("description") else None
    named = unit.get("title") or title
    names: set[str] = set()
    writers: list[object] = [*shelf.writers] or [Unfinished(f"{UNFINISHED} nama penulis")]
    return MODULE_HEAD + written(
        {
            "number": number,
            "title": title or Unfinished(f"{UNFINISHED} tulis judul modul"),
            "version": Raw("0.1.0"),
            "status": "draft",
            "authors": [{"role": "writer", "name": name} for name in writers],
            "unit": {
                "source": "tna",
                "code": Unfinished(local, f"kode dalam berkas Word: {official}; tulis unit resmi sebagai acuan")
                if official
                else Unfinished(local),
                "title": named or Unfinished(f"{UNFINISHED} tulis judul unit"),
                "description": description or Unfinished(f"{UNFINISHED} tulis uraian unit."),
                "variables": {
                    part: guide.get(part) or empty
                    for part in ("context", "equipment", "regulations", "norms_and_standards")
                },
                "assessment_guide": {
                    "context": guide.get("assessment_context") or empty,
                    "requirements": guide.get("requirements") or empty,
                    "knowledge_and_skills": {
                        "knowledge": guide.get("knowledge") or empty,
                        "skill": guide.get("skill") or empty,
                    },
                    "attitude": guide.get("attitude") or empty,
                    "critical_aspects": guide.get("critical_aspects") or empty,
                },
            },
            "elements": [_element(e, element) for e, element in enumerate(elements, 1)],
            "sessions": list(sessions),
            "tools": [_supply(each) for each in shelf.tools] or None,
            "materials": [_supply(each) for each in shelf.materials] or None,
            "media_files": [
                {
                    "file": name,
                    "licence": Unfinished(f"{UNFINISHED} izin pakai"),
                    "credit": Unfinished(f"{UNFINISHED} pembuat"),
                }
                for name in store.media
            ]
            or None,
            "references": [_reference(each, names) for each in shelf.references] or None,
        }
    )


def _element(number: int, element: ElementDraft) -> dict[str, object]:
    content = {domain: element.content.get(domain) or Unfinished([f"{UNFINISHED} tulis isinya"]) for domain in OPENING}
    return {
        "id": Raw(f'"{number}"'),
        "title": element.title or Unfinished(f"{UNFINISHED} tulis judul elemen"),
        "kuk": [_kuk(f"{number}.{k}", kuk) for k, kuk in enumerate(element.kuk, 1)],
        "training_content": content,
    }


def _kuk(number: str, kuk: KukDraft) -> dict[str, object]:
    return {
        "id": Raw(f'"{number}"'),
        "text": kuk.words or Unfinished(f"{UNFINISHED} tulis KUK."),
        "iuk": [
            {
                "id": Raw(f"{number}.{i}"),
                "domain": iuk.domain,
                "text": Unfinished(iuk.words) if iuk.is_guess else iuk.words,
            }
            for i, iuk in enumerate(kuk.iuk, 1)
        ],
    }


def _supply(supply: Supply) -> dict[str, object]:
    return {
        "name": supply.name,
        "specification": supply.specification or Unfinished(f"{UNFINISHED} tulis spesifikasinya"),
        "unit": supply.unit or Unfinished(f"{UNFINISHED} satuan"),
        "quantity": supply.quantity or Unfinished(1, "jumlah untuk seluruh kelas"),
        "note": supply.note or None,
    }


def _reference(reference: Reference, taken: set[str]) -> dict[str, object]:
    name = slug(f"{reference.author or reference.title} {reference.year}", 32) or "rujukan"
    return {
        "id": free(name, taken),
        "author": reference.author or Unfinished(f"{UNFINISHED} tulis penulisnya"),
        "year": Raw(reference.year)
        if reference.year.isdigit()
        else reference.year or Unfinished(f"{UNFINISHED} tahun"),
        "title": reference.title or Unfinished(f"{UNFINISHED} tulis judulnya"),
        "publisher": reference.publisher or None,
        "isbn": reference.isbn or None,
        "url": reference.url or None,
    }
