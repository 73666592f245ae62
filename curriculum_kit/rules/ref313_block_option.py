"""Opsi blok tidak dikenal atau nilainya tidak berlaku.

Setiap jenis blok menerima opsi tertentu. Opsi yang salah eja tidak berpengaruh apa pun, jadi ditolak. Cara menjawab
ditulis `lines 4` (baris), `box 80` (tinggi kotak dalam mm), `number rupiah`, `choice`, `ticks` (daftar centang), atau
`table nama-lembar`. Dengan `choice`, isi blok mempunyai tepat satu daftar berbutir: pilihan A, B, C, dan seterusnya.
Begitu juga dengan `ticks`: setiap butirnya mendapat kotak, dan semuanya boleh dicentang.

Semua blok pengajaran menerima `name` dan `iuk`. Selain itu, `discussion` menerima `group` dan `offline`; `activity`
menerima `group`, `materials`, dan `offline`; `check`, `reflect`, dan `exercise` menerima `response`; `case` menerima
`case`; `answer` menerima `key`; `trainer-note` menerima `topic`.

Gambar dan tabel mempunyai opsi sendiri. `figure` menerima `name`, `alt`, `width`, `align`, dan `class`; `image`
menerima `alt`, `width`, `align`, dan `class`; `chart` menerima `name`, `bars`, dan `lines`; `list-table` menerima
`name`, `widths`, `header-rows`, `class`, dan `align`; `table` menerima `name`, `widths`, `class`, dan `align`.

Nilai `group` adalah `pair`, `small`, atau `class`. Nilai `topic` adalah `open`, `mistakes`, `support`, `no-power`, atau
`stretch`.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:grup: class
:offline: Jawaban ditulis di kertas plano.
--- kwu-01/sessions/01-biaya.md
:topic: bantuan
--- kwu-01/sessions/02-hpp.md
:response: lines tiga
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:group: class
:offline: Jawaban ditulis di kertas plano.
--- kwu-01/sessions/01-biaya.md
:topic: support
--- kwu-01/sessions/02-hpp.md
:response: lines 3
```

Salah:

```text
--- kwu-01/sessions/01-biaya.md
:key: D
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
:key: B
```
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Sized
from itertools import chain

from curriculum_kit.blocks import BLOCKS, FOREIGN_DIRECTIVES, GROUPS, TOPICS
from curriculum_kit.diagnostics import Diagnostic, Fix, Severity, Text, did_you_mean, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.reading import is_misread
from curriculum_kit.rules.responses import LETTERS, option_letters, problem_of_response, response_of
from curriculum_kit.source.curriculum import Curriculum
from curriculum_kit.source.document import BlockUse, Document, FaultKind
from curriculum_kit.source.habits import likely, meant_word, surely_meant

SEVERITY = Severity.ERROR

_WORDS = {"group": GROUPS, "topic": TOPICS}
_OPTIONS = (
    text("Opsi (baris :nama: di bawah pembuka blok) yang dikenal: {names}."),
    text("Opsi (baris :nama: di bawah pembuka blok) yang dikenal antara lain: {names}. Semuanya: ck explain REF313."),
)
_VALUES = (
    text("Nilai yang dikenal: {names}."),
    text("Nilai yang dikenal antara lain: {names}. Semuanya: ck explain REF313."),
)
"""What is said where all known words are shown, and where there are more of them than people read."""


def check_module(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the options of every block."""
    for _, session in curriculum.all_sessions():
        for block in session.document.walk():
            yield from chain(_unknown_options(block, context), _wrong_words(block, context))
            if not is_misread(session.document) and not _has_foreign_list(block, session.document):
                yield from chain(_wrong_response(block, context), _wrong_keys(block, context))


def _unknown_options(block: BlockUse, context: Context) -> Iterator[Diagnostic]:
    known = BLOCKS[block.kind].option_names if block.kind in BLOCKS else FOREIGN_DIRECTIVES[block.kind]
    for name, option in block.options.items():
        if name not in known:
            meant, sure = meant_word(name, known), surely_meant(name, known)
            yield context.finding(
                option.key_span,
                text('blok "{kind}" tidak mengenal opsi "{name}"{hint}', kind=block.kind, name=name,
                     hint=text('; maksud Anda "{match}"?', match=meant) if meant else text("")),
                _help(_OPTIONS, likely(name, known), known),
                fix=Fix(option.key_span, sure) if sure and sure not in block.options else None,
            )  # fmt: skip


def _wrong_words(block: BlockUse, context: Context) -> Iterator[Diagnostic]:
    for name, known in _WORDS.items():
        option = block.options.get(name)
        if option and option.value not in known and block.kind in BLOCKS and name in BLOCKS[block.kind].options:
            sure = surely_meant(option.value, known)
            yield context.finding(
                option.value_span,
                text('"{value}" bukan nilai untuk opsi "{name}"{hint}', value=option.value, name=name,
                     hint=did_you_mean(option.value, known)),
                _help(_VALUES, [f"{word} ({known[word]})" for word in likely(option.value, known)], known),
                fix=Fix(option.value_span, sure) if sure else None,
            )  # fmt: skip


def _help(words: tuple[Text, Text], shown: Sequence[str], known: Sized) -> Text:
    """The known words, or those that come closest and where all of them stand."""
    chosen = words[0] if len(shown) == len(known) else words[1]
    return Text(chosen.template, {"names": ", ".join(shown)})


def _wrong_response(block: BlockUse, context: Context) -> Iterator[Diagnostic]:
    option = block.options.get("response")
    known = BLOCKS[block.kind].responses if block.kind in BLOCKS else ()
    problem = problem_of_response(block, option.value, known) if option and known else None
    if option and problem:
        yield context.finding(option.value_span, *problem)


def _wrong_keys(block: BlockUse, context: Context) -> Iterator[Diagnostic]:
    letters = option_letters(block) if response_of(block) == "choice" else ""
    for child in block.children:
        key = child.options.get("key")
        if child.kind == "answer" and key and letters and (len(key.value) != 1 or key.value not in letters):
            capital = key.value.upper()
            yield context.finding(
                key.value_span,
                text(
                    'kunci jawaban "{key}" bukan salah satu pilihan A sampai dengan {last}',
                    key=key.value,
                    last=letters[-1],
                ),
                text("Tulis huruf besar menurut urutan pilihannya: pilihan pertama adalah {first}.", first=LETTERS[0]),
                fix=Fix(key.value_span, capital) if len(capital) == 1 and capital in letters else None,
            )


def _has_foreign_list(block: BlockUse, document: Document) -> bool:
    """Whether the choices of a block stand in a list that is none: that has been said already."""
    lines = (fault.span.line for fault in document.faults if fault.kind is FaultKind.LIST_SIGN)
    return any(block.first_line < line < block.last_line for line in lines)
