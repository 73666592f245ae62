"""Jawaban tidak berada di tempatnya.

Setiap latihan, pemeriksaan, dan kasus memuat tepat satu blok `answer`, langsung di dalamnya. Dengan begitu setiap
pertanyaan mempunyai jawaban bagi pelatih, dan jawaban tidak tertulis di tempat lain. Opsi `:key:` hanya untuk soal
pilihan.

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Apa yang perlu dihitung sebelum menetapkan harga?
::::
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Apa yang perlu dihitung sebelum menetapkan harga?

:::{answer}
Sari perlu menghitung HPP, yaitu {calc}`hpp-keripik.unit_cost`.
:::
::::
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
Berapa harga jual Anda?
:::

:::{answer}
{case}`sari.packs`
:::
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
Berapa harga jual Anda?
:::
```

Salah:

```text
--- kwu-01/sessions/02-hpp.md
:::{answer}
:key: A

Jumlah biayanya {calc}`hpp-keripik.total_cost`.
```

Benar:

```text
--- kwu-01/sessions/02-hpp.md
:::{answer}
Jumlah biayanya {calc}`hpp-keripik.total_cost`.
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from curriculum_kit.blocks import BLOCKS
from curriculum_kit.diagnostics import Diagnostic, Related, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_misread
from curriculum_kit.rules.responses import response_of
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse
from curriculum_kit.source.habits import meant_word

SEVERITY = Severity.ERROR


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the blocks of every session."""
    for _, session in curriculum.all_sessions():
        if not is_misread(session.document):
            yield from _among(session.document.blocks, None, None, context)


def _among(
    blocks: Sequence[BlockUse], outer: BlockUse | None, after: BlockUse | None, context: Context
) -> Iterator[Diagnostic]:
    """`blocks` stand inside `outer`, which `after` follows: an answer that slipped out is reported there, once."""
    asks = outer is not None and _asks(outer)
    answers = [block for block in blocks if block.kind == "answer"]
    if outer and asks and not answers and not (after and after.kind == "answer"):
        yield context.finding(
            outer.span,
            text('blok "{kind}" belum memuat jawaban', kind=outer.kind),
            text(
                "Tulis satu blok :::{answer} di dalamnya, dan beri blok luar titik dua lebih banyak, "
                "misalnya ::::{exercise}."
            ),
        )
    for answer in answers if not asks else answers[1:]:
        again, elsewhere = (
            text("soal ini sudah memuat jawaban"),
            text("jawaban ini tidak langsung di dalam sebuah soal"),
        )
        yield context.finding(
            answer.span,
            again if asks else elsewhere,
            text("Satu latihan, pemeriksaan, atau kasus memuat tepat satu blok answer, langsung di dalamnya."),
            related=[Related(answers[0].span, text("jawaban pertama ada di sini"))] if asks else (),
        )
    for answer in answers:
        key = answer.options.get("key")
        if key and (outer is None or (response_of(outer) != "choice" and not _is_misspelt(outer))):
            yield context.finding(
                key.key_span,
                text('opsi "key" hanya untuk soal pilihan'),
                text("Hapus baris :key:, atau tulis :response: choice pada soalnya."),
            )
    for block, following in zip_longest(blocks, blocks[1:]):
        if block:
            yield from _among(block.children, block, following, context)


def _asks(block: BlockUse) -> bool:
    return block.kind in BLOCKS and BLOCKS[block.kind].needs_answer


def _is_misspelt(block: BlockUse) -> bool:
    """Whether `:response:` stands there in another spelling: that is REF313."""
    known = BLOCKS[block.kind].option_names if block.kind in BLOCKS else ()
    return any(name not in known and meant_word(name, known) == "response" for name in block.options)
