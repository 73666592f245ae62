"""The program inside the test process, as for the commands."""

from __future__ import annotations

from tests.cli.conftest import ck

__all__ = ["ck"]
