"""A missing tool is a reason on a person's machine and a failure where tools are required."""

import pytest

from tests.tools import require_tool

MISSING = "no-such-program-anywhere"


def test_a_missing_tool_skips_with_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CK_REQUIRE_TOOLS", raising=False)
    with pytest.raises(pytest.skip.Exception, match=MISSING):
        require_tool(MISSING)


def test_a_missing_tool_fails_where_tools_are_required(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CK_REQUIRE_TOOLS", "1")
    with pytest.raises(pytest.fail.Exception, match=MISSING):
        require_tool(MISSING)
