"""Rujukan peserta ke tempat khusus pelatih.

Teks yang dibaca peserta tidak boleh merujuk dengan `{ref}` atau tautan ke blok khusus pelatih. Di buku peserta rujukan
itu tidak menuju ke mana pun, dan namanya memberi tahu bahwa ada catatan atau jawaban.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`catatan-pelatih`.

:::{trainer-note} Membantu peserta
:name: catatan-pelatih
:topic: support
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Lihat juga {ref}`latihan-hpp`.

:::{trainer-note} Membantu peserta
:topic: support
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import Mention, mentions, named_blocks
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse, RoleUse

SEVERITY = Severity.ERROR


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at every reference that participants can see."""
    for mention in mentions(curriculum):
        block = None if mention.trainer_only else _target(curriculum, mention)
        if block and block.trainer_only:
            yield context.finding(
                mention.use.span,
                text('"{target}" hanya terlihat oleh pelatih', target=mention.use.target),
                text("Pindahkan rujukan ini ke dalam blok trainer-note, atau rujuk blok yang terlihat oleh peserta."),
                related=[Related(block.span, text("blok khusus pelatih itu ada di sini"))],
            )


def _target(curriculum: Curriculum, mention: Mention) -> BlockUse | None:
    use = mention.use
    if isinstance(use, RoleUse):
        if use.name != "ref":
            return None
        module_id, slash, name = use.target.rpartition("/")
        module = curriculum.modules.get(module_id) if slash else mention.module
    else:
        name, module = use.target.partition("#")[2], mention.module
    return named_blocks(module).get(name) if module else None
