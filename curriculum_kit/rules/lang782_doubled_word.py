"""Kata tertulis dua kali.

Kata seperti yang, dan, atau untuk kadang-kadang tertulis dua kali ketika kalimat diubah. Hapuslah salah satunya.

Salah:

```text
--- kwu-01/sessions/01-biaya.md
Mana yang yang termasuk biaya tenaga kerja?
```

Benar:

```text
--- kwu-01/sessions/01-biaya.md
Mana yang termasuk biaya tenaga kerja?
```
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.prose import FileText
from curriculum_kit.rules.sentences import judged, mend

SEVERITY = Severity.WARNING

_WORDS = """
adalah agar akan atau bahwa belum bila dan dapat dari dengan di hanya harus ialah jika karena ke kepada ketika masih
oleh pada para sebagai sebelum sedangkan sehingga seperti serta setelah setiap supaya telah tentang terhadap tersebut
tetapi tidak untuk yaitu yang
"""
"""Words that are never doubled for the plural (`apa-apa`) or side by side by right (`usaha Anda Anda catat`)."""
_KNOWN = frozenset(_WORDS.split())
_DOUBLED = re.compile(rf"(?<![\w-])({'|'.join(sorted(_KNOWN))})(?:\s+\1)+(?![\w-])", re.IGNORECASE)


def check_text(text_of_file: FileText, context: Context) -> Iterator[Diagnostic]:
    """Look for the same word twice."""
    if not any(first == second and first in _KNOWN for first, second in pairwise(text_of_file.lowered.split())):
        return
    for piece in judged(text_of_file):
        for match in _DOUBLED.finditer(piece.unquoted):
            yield context.finding(
                piece.span(*match.span()),
                text('kata "{word}" tertulis dua kali', word=match[1]),
                text("Hapus salah satunya."),
                fix=mend(piece, *match.span(), match[1]),
            )
