"""Bentuk kode unit SKKNI tidak dikenal.

Kode unit SKKNI mempunyai empat bentuk menurut tahun penetapannya: M.70PEN00.021.1 (Permenaker 3/2016),
M.692000.013.02 (Permenakertrans 8/2012), KOP.RK02.001.01 (PER.21/MEN/X/2007), dan KKK.00.02.012.01 (K3 dan sejenisnya).
Kode dalam daftar dari pihak lain sering salah ketik; periksalah pada lampiran keputusannya.

Salah:

```text
--- standards/pendamping-umkm.yaml
- code: M.70PEN00.021.01
--- kwu-01/module.yaml
  code: M.70PEN00.021.01
```

Benar:

```text
--- standards/pendamping-umkm.yaml
- code: M.70PEN00.021.1
--- kwu-01/module.yaml
  code: M.70PEN00.021.1
```
"""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.diagnostics import Diagnostic, Severity, Span, text
from curriculum_kit.rules.frame import Context
from curriculum_kit.rules.pbk951_local_code import ERAS
from curriculum_kit.source.curriculum import Curriculum

SEVERITY = Severity.WARNING


def check(curriculum: Curriculum, context: Context) -> Iterator[Diagnostic]:
    """Look at the codes of cited and taught SKKNI units. Other standards have forms of their own."""
    for code, span in _codes(curriculum):
        if not has_known_form(code):
            yield context.finding(
                span,
                text('kode "{code}" tidak menyerupai satu pun bentuk kode SKKNI', code=code),
                text("Periksa pada keputusannya; bentuknya M.70PEN00.021.1, M.692000.013.02, atau KOP.RK02.001.01."),
            )


def has_known_form(code: str) -> bool:
    """Whether a code has the form of one of the eras."""
    return any(form.fullmatch(code) for form in ERAS.values())


def _codes(curriculum: Curriculum) -> Iterator[tuple[str, Span]]:
    """A taught unit is left out when a standard lists its code: one typing error is reported once."""
    listed = set()
    for standard in curriculum.standards.values():
        for u, unit in enumerate(standard.record.units):
            listed.add(unit.code)
            if standard.record.kind == "skkni":
                yield unit.code, standard.places.value("units", u, "code")
    for module in curriculum.modules.values():
        code = module.record.unit.code
        if module.record.unit.source == "skkni" and code not in listed:
            yield code, module.source.places.value("unit", "code")
