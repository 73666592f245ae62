"""Mending over all examples, changes and mistakes: it ends, nothing fixable is left, nothing else is touched."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from curriculum_kit.diagnostics import Diagnostic
from curriculum_kit.mending import mend, write_mended
from curriculum_kit.rules import rules
from curriculum_kit.source.yaml_events import read_yaml
from tests.rules.examples import AS_OF, BASE, findings, lay_out_wrong
from tests.rules.test_changes import CHANGES, Change
from tests.source.mistakes import MISTAKES


class Case(NamedTuple):
    name: str
    lay_out: Callable[[Path], object]


def changed(change: Change, root: Path) -> None:
    shutil.copytree(BASE, root)
    path = root / change.file
    text = path.read_text("utf-8")
    path.write_text(text.replace(change.right, change.wrong), "utf-8")


def mistaken(number: int, root: Path) -> None:
    shutil.copytree(BASE, root)
    MISTAKES[number].laid_out(root)


def cases() -> Iterator[Case]:
    for code, rule in rules().items():
        for number, example in enumerate(rule.page.examples):
            yield Case(f"{code}-{number}", lambda root, example=example: lay_out_wrong(example, root))
    for number, change in enumerate(CHANGES):
        yield Case(f"change-{number}-{change.file}", lambda root, change=change: changed(change, root))
    for number, mistake in enumerate(MISTAKES):
        yield Case(f"mistake-{mistake.name}", lambda root, number=number: mistaken(number, root))


def everything(_: Diagnostic) -> bool:
    return True


def leaves(value: object, at: tuple[object, ...] = ()) -> dict[tuple[object, ...], object]:
    """The values of data by their path."""
    if isinstance(value, dict):
        return dict(chain.from_iterable(leaves(item, (*at, key)).items() for key, item in value.items()))
    if isinstance(value, list):
        return dict(chain.from_iterable(leaves(item, (*at, index)).items() for index, item in enumerate(value)))
    return {at: value}


@pytest.mark.parametrize("group", range(40))
def test_mending_ends_and_leaves_nothing_to_mend(tmp_path: Path, group: int) -> None:
    """Forty groups, so that several processes can share the work."""
    for number, case in enumerate(list(cases())[group::40]):
        root = tmp_path / str(number) / "modules"
        case.lay_out(root)
        if not any(finding.fix for finding in findings(root)):
            continue
        mended = mend(root, AS_OF, everything)
        assert mended.count > 0, case.name
        assert [finding.code for finding in mended.diagnostics if finding.fix] == [], case.name
        write_mended(root, mended)
        assert findings(root) == mended.diagnostics, case.name
        again = mend(root, AS_OF, everything)
        assert (again.count, dict(again.after)) == (0, {}), case.name
        for file, after in mended.after.items():
            before = mended.before[file]
            assert after != before, case.name
            assert_only_what_was_wrong_differs(case.name, file, before, after, mended.count)


def assert_only_what_was_wrong_differs(name: str, file: str, before: str, after: str, count: int) -> None:
    """Of a file that was data already, no more values differ than were mended."""
    if not file.endswith(".yaml"):
        # A fence that was missing comes with a blank line.
        assert abs(before.count("\n") - after.count("\n")) <= 2 * count, name
        return
    old, new = read_yaml(file, before).data, read_yaml(file, after).data
    if old is None or new is None:
        assert new is not None, name
        return
    differing = leaves(old).items() ^ leaves(new).items()
    # A value that YAML has cut in two (`24,5` in braces) is two before and one after.
    assert len(differing) <= 3 * count, (name, differing)


def test_at_least_twelve_rules_can_mend(tmp_path: Path) -> None:
    able: set[str] = set()
    for number, case in enumerate(cases()):
        if case.name.startswith("mistake") or len(able) < 40:
            root = tmp_path / str(number)
            case.lay_out(root)
            able |= {finding.code for finding in findings(root) if finding.fix}
    assert len(able) >= 12
    assert {"YAML110", "SCHEMA201", "SAFE901", "REF310", "LANG771", "LANG774"} <= able
