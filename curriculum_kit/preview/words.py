"""What the preview tells the browser: findings as data, and pages of its own."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from urllib.parse import quote

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, Text, text
from curriculum_kit.report.text import SEVERITIES
from curriculum_kit.texts import Translate

OWN = "/_pratinjau/"
"""Where the preview's own files are."""
POLICY = "default-src 'none';style-src 'self';script-src 'self';connect-src 'self'"

HEADINGS = {
    "errors": text("Ada kesalahan. Halaman ini memperlihatkan keadaan terakhir yang dapat ditampilkan."),
    "warnings": text("Peringatan dan catatan"),
    "here": text("Di berkas halaman ini"),
    "elsewhere": text("Di berkas lain"),
    "lost": text("Pratinjau berhenti. Jalankan `ck serve` lagi."),
    "source": text("Buka berkas halaman ini"),
}
"""The words of the panel."""


def message(version: str, findings: Iterable[Diagnostic], root: Path, translate: Translate | None) -> str:
    """News for the pages of an edition, as one line of JSON."""

    def place(span: Span) -> dict[str, Any]:
        return {"file": span.file, "line": span.line, "column": span.column, "open": editor_address(root, span)}

    def say(words: Text) -> str:
        return words.format(translate)

    data = {
        "version": version,
        "words": {name: say(words) for name, words in HEADINGS.items()},
        "findings": [
            {
                "code": found.code,
                "severity": found.severity.value,
                "label": say(SEVERITIES[found.severity]),
                "message": say(found.message),
                "help": say(found.help),
                **place(found.span),
                "related": [{**place(other.span), "message": say(other.message)} for other in found.related],
            }
            for found in sorted(findings, key=lambda found: list(Severity).index(found.severity))
        ],
    }
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"))


def editor_address(root: Path, span: Span) -> str:
    """The address that opens a place in VS Code."""
    return f"vscode://file{quote(f'{root.as_posix()}/{span.file}')}:{span.line}:{span.column}"


def source_of(address: str) -> str:
    """The file behind a page, seen from the curriculum folder; "" where there is not one alone."""
    folder, _, name = address.removesuffix(".html").rpartition("/")
    if not folder:
        return {"glosarium": "glossary.yaml", "fakta": "facts.yaml", "index": "curriculum.yaml"}.get(name, "")
    if folder == "program":
        return f"programmes/{name}.yaml"
    return f"{folder}/module.yaml" if name == "index" else f"{folder}/sessions/{name}.md"


def with_panel(page: str, version: str, address: str, root: Path) -> str:
    """A page that follows what is saved."""
    source = source_of(address)
    marks = f'data-preview="{version}" data-source="{html.escape(source)}"'
    if source:
        marks += f' data-open="{html.escape(editor_address(root, Span(source)))}"'
    page = page.replace("<html ", f"<html {marks} ", 1)
    page = page.replace("</head>", f'<link rel="stylesheet" href="{OWN}preview.css">\n</head>', 1)
    before, end, after = page.rpartition("</body>")
    return f'{before}<script src="{OWN}pratinjau.js"></script>\n{end}{after}'


def plain_page(title: Text, words: Text, translate: Translate | None) -> str:
    """A page of the preview's own: there is none of the site to show."""
    heading, paragraph = (html.escape(each.format(translate)) for each in (title, words))
    return (
        f'<!doctype html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="viewport" content="width=device-width,initial-scale=1">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n<title>{heading}</title>\n'
        f'<link rel="stylesheet" href="/pelatih/aset/situs.css">\n</head>\n<body>\n<main class="preview-page">\n'
        f"<h1>{heading}</h1>\n<p>{paragraph}</p>\n</main>\n</body>\n</html>\n"
    )
