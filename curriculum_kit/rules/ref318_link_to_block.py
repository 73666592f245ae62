"""Tautan Markdown ke blok di halaman lain.

Di situs setiap sesi adalah satu halaman, sedangkan di buku semua sesi menyatu. Tautan `[kata](berkas.md#nama-blok)`
tidak menemukan bloknya di keduanya. Pakailah `{ref}`, yang juga mencetak nomor blok itu.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga [latihan berikutnya](02-hpp.md#latihan-hpp).
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import links, name_span, named_blocks, session_pages
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look for links with a page and the name of a block on it."""
    for mention, link, page, name in links(curriculum):
        module = None if link.target.startswith("#") or not name else session_pages(curriculum).get(page)
        block = named_blocks(module).get(name) if module else None
        if module is None or block is None:
            continue  # an unknown page or block is REF304's business
        target = name if module is mention.module else f"{module.id}/{name}"
        yield context.finding(
            link.span,
            text('tautan tidak dapat menuju blok "{name}" di halaman lain', name=name),
            text("Ganti seluruh tautan dengan {role}.", role=f"{{ref}}`kata <{target}>`"),
            related=[Related(name_span(block), text("blok itu ada di sini"))],
        )
