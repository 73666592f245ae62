"""The templates for CI: what they call exists, and nothing in them hands out keys."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from curriculum_kit.cli import COMMANDS, main
from curriculum_kit.comparison.revision import parse_revisions

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / "templates" / "ci"
PROVIDERS = ("github", "gitlab")
SECRET = re.compile(r"build/trainer|pratinjau/trainer|tinjauan")
"""Files that hold answers and keys."""


def template(provider: str) -> dict[Any, Any]:
    return dict(yaml.safe_load((FOLDER / f"{provider}.yml").read_text("utf-8")))


def jobs(provider: str) -> dict[str, dict[str, Any]]:
    data = template(provider)
    if provider == "github":
        return dict(data["jobs"])
    return {name: job for name, job in data.items() if isinstance(job, dict) and "script" in job}


def lines(provider: str) -> Iterator[str]:
    """Every line that a shell runs."""
    for job in jobs(provider).values():
        for step in job.get("steps", ()):
            yield from str(step.get("run", "")).splitlines()
        yield from job.get("script", ())
    yield from template(provider).get("default", {}).get("before_script", ())


def calls(provider: str) -> Iterator[list[str]]:
    """The arguments of every call of the program."""
    for line in lines(provider):
        words = shlex.split(line)
        if words and words[0] == "$CK":
            ends = [place for place, word in enumerate(words) if word in {">", ">>", "||", "|"}]
            yield words[1 : min(ends, default=len(words))]


@pytest.mark.parametrize("provider", PROVIDERS)
def test_every_call_is_one_that_the_program_understands(provider: str) -> None:
    found = list(calls(provider))
    assert {words[0] for words in found} == {"check", "build", "diff"}
    for words in found:
        assert words[0] in COMMANDS
        command = main.get_command(click.Context(main), words[0])  # type: ignore[attr-defined]
        assert command is not None
        context = click.Context(command, resilient_parsing=False)
        values, rest, _ = command.make_parser(context).parse_args(list(words[1:]))
        assert rest == []
        for param in command.params:
            if isinstance(param.type, click.Choice) and param.name in values:
                assert values[param.name] in param.type.choices


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_is_compared_is_a_pair_of_revisions(provider: str) -> None:
    written = [words[1].replace("$BASE", "main").replace("$CI_MERGE_REQUEST_DIFF_BASE_SHA", "0" * 40)
               for words in calls(provider) if words[0] == "diff"]  # fmt: skip
    assert written
    assert all((revisions := parse_revisions(words)) and revisions.new == "HEAD" for words in written)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_the_set_up_is_there(provider: str) -> None:
    assert any(line == "tools/setup.sh build" for line in lines(provider))
    assert (ROOT / "tools" / "setup.sh").is_file()


def uploads(job: dict[str, Any]) -> Iterator[tuple[str, dict[str, Any]]]:
    """The paths of each upload of a job, and the step or job that says who gets it."""
    for step in job.get("steps", ()):
        if str(step.get("uses", "")).startswith("actions/upload-artifact@"):
            yield str(step["with"]["path"]), step
    if "artifacts" in job:
        yield " ".join(job["artifacts"].get("paths", ())), job


@pytest.mark.parametrize("provider", PROVIDERS)
def test_keys_leave_only_a_closed_repository_and_soon_expire(provider: str) -> None:
    secret = 0
    for job in jobs(provider).values():
        for paths, place in uploads(job):
            if not SECRET.search(paths):
                continue
            secret += 1
            if provider == "github":
                assert "github.event.repository.private" in f"{job.get('if', '')} {place.get('if', '')}"
                assert place["with"]["retention-days"] <= 14
                assert "khusus-tim" in place["with"]["name"]
            else:
                assert job["rules"][0] == {"if": '$CI_PROJECT_VISIBILITY != "private"', "when": "never"}
                assert job["artifacts"]["access"] == "developer"
                assert "expire_in" in job["artifacts"]
    assert secret == 2


@pytest.mark.parametrize("provider", PROVIDERS)
def test_each_audience_has_an_artifact_of_its_own(provider: str) -> None:
    paths = [paths for job in jobs(provider).values() for paths, _ in uploads(job) if paths]
    assert sum("participant" in path for path in paths) == 1
    assert sum("trainer" in path for path in paths) == 1
    assert not any("participant" in path and "trainer" in path for path in paths)
    assert not any(path.rstrip("/") in {"build", "pratinjau", "."} for path in paths)


def test_no_shell_line_of_github_holds_an_expression() -> None:
    assert [line for line in lines("github") if "${{" in line] == []


def test_github_runs_may_only_read() -> None:
    assert template("github")["permissions"] == {"contents": "read"}
    checkouts = [
        step["with"]
        for job in jobs("github").values()
        for step in job["steps"]
        if str(step.get("uses", "")).startswith("actions/checkout@")
    ]
    assert checkouts
    assert all(options["persist-credentials"] is False for options in checkouts)


@pytest.mark.parametrize("provider", PROVIDERS)
def test_what_compares_has_the_whole_history(provider: str) -> None:
    if provider == "gitlab":
        assert template(provider)["variables"]["GIT_DEPTH"] == "0"
        return
    job = next(job for job in jobs(provider).values() if "diff" in str(job))
    assert job["steps"][0]["with"]["fetch-depth"] == 0


def test_owners_own_what_is_there() -> None:
    rows = [line.split() for line in (FOLDER / "CODEOWNERS").read_text("utf-8").splitlines()]
    paths = [row[0] for row in rows if row and not row[0].startswith("#")]
    assert "/modules/*/assessment.yaml" in paths
    not_here = {"*", "/.github/", "/.gitlab-ci.yml"}
    assert [path for path in paths if path not in not_here and not list(ROOT.glob(path.strip("/")))] == []
    assert all(len(row) > 1 and row[1].startswith("@") for row in rows if row and not row[0].startswith("#"))
