"""Objectives: which verbs cannot be measured. Rules on the words of objectives and IUK share it."""

from __future__ import annotations

import re

VAGUE = re.compile(
    r"(?:^|^(?:dapat|mampu)\s+|(?<!\w)peserta\s+(?:akan\s+)?(?:(?:mampu|dapat|bisa|akan)\s+)?)(?:lebih\s+)?"
    r"(?P<verb>memahami|mengetahui|mengerti|menyadari|menghayati)(?!\w)",
    re.IGNORECASE,
)
"""A verb of knowing as the main verb of an objective or IUK; later in the sentence it may be a purpose or a result."""
