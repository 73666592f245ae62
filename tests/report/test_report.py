"""The formats: the same findings in each, and what each promises."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from msgspec.structs import replace

from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Severity, Span, text
from curriculum_kit.report import FORMATS, Findings, openable

ERROR = Diagnostic(
    "REF301",
    Severity.ERROR,
    text('IUK "{iuk}" tidak ada dalam {file}{hint}', iuk="1.1.9", file="a, b: 100%", hint=text("")),
    text("Pakai id IUK yang tertulis dalam module.yaml, atau tambahkan IUK itu di sana."),
    Span("modules/kwu 01/sesi.md", 3, 7, 3, 12),
    (Related(Span("modules/kwu 01/module.yaml", 9, 1), text('"{match}" ada di sini', match="1.1.1")),),
    Fix(Span("modules/kwu 01/sesi.md", 3, 7, 3, 12), "1.1.1"),
)
WARNING = Diagnostic("OFFLINE751", Severity.WARNING, text("tidak ada"), text(""), Span("modules/x.md"))
NOTE = Diagnostic(
    "ZZZ999", Severity.NOTE, text("kode tanpa aturan"), text("Abaikan."), Span("modules/x.md", 2, 1, 4, 1)
)
ALL = (ERROR, WARNING, NOTE)
LINES = {"modules/kwu 01/sesi.md": ["---", "plan:", "\tiuk: 1.1.9"], "modules/x.md": ["satu", "dua", "tiga"]}


def findings(*diagnostics: Diagnostic, color: bool = False) -> Findings:
    return Findings(diagnostics, lines_of=LINES.__getitem__, color=color)


@pytest.mark.parametrize("style", FORMATS)
def test_every_format_holds_every_finding(style: str) -> None:
    written = FORMATS[style](findings(*ALL))
    for diagnostic in ALL:
        assert diagnostic.code in written
        words = diagnostic.message.format()
        assert words in written or json.dumps(words, ensure_ascii=False)[1:-1] in written or "%25" in written


@pytest.mark.parametrize("style", FORMATS)
def test_no_findings(style: str) -> None:
    assert "modules" not in FORMATS[style](findings())


def test_text() -> None:
    assert FORMATS["text"](findings(*ALL)) == (
        'modules/kwu 01/sesi.md:3:7: REF301 kesalahan: IUK "1.1.9" tidak ada dalam a, b: 100%\n'
        "  3 | \tiuk: 1.1.9\n"
        "    | \t     ^^^^^\n"
        "  perbaikan: Pakai id IUK yang tertulis dalam module.yaml, atau tambahkan IUK itu di sana.\n"
        '  lihat: modules/kwu 01/module.yaml:9:1: "1.1.1" ada di sini\n'
        "\n"
        "modules/x.md:1:1: OFFLINE751 peringatan: tidak ada\n"
        "  1 | satu\n"
        "    | ^\n"
        "\n"
        "modules/x.md:2:1: ZZZ999 catatan: kode tanpa aturan\n"
        "  2 | dua\n"
        "    | ^^^\n"
        "  perbaikan: Abaikan.\n"
        "\n"
        "1 kesalahan, 1 peringatan, 1 catatan di 2 berkas.\n"
    )


def test_text_without_the_source_has_no_frame() -> None:
    assert "|" not in FORMATS["text"](Findings((ERROR,)))


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "a" * 200 + "salah" + "b" * 200
    span = Span("modules/x.md", 1, 201, 1, 206)
    shown = FORMATS["text"](
        Findings((Diagnostic("A001", Severity.ERROR, text("x"), text(""), span),), lines_of=lambda _: [line])
    ).splitlines()
    frame, marks = shown[1], shown[2]
    assert len(frame) < 120
    assert frame[marks.index("^") : marks.rindex("^") + 1] == "salah"
    assert frame[6] == "…"
    assert frame[-1] == "…"


@pytest.mark.parametrize(
    "span", [Span("f.md", 9, 1), Span("f.md", 1, 99), Span("f.md", 1, 99, 1, 120), Span("f.md", 0, 0)]
)
def test_a_place_that_is_not_there_breaks_nothing(span: Span) -> None:
    diagnostic = Diagnostic("A001", Severity.ERROR, text("x"), text(""), span)
    assert "A001" in FORMATS["text"](Findings((diagnostic,), lines_of=lambda _: ["pendek"]))


def test_color_only_when_asked_for() -> None:
    assert "\x1b[" not in FORMATS["text"](findings(*ALL))
    assert "\x1b[31mREF301 kesalahan:\x1b[0m" in FORMATS["text"](findings(*ALL, color=True))


def test_json() -> None:
    data = json.loads(FORMATS["json"](findings(*ALL)))
    assert data["version"] == 1
    assert data["counts"] == {"error": 1, "warning": 1, "note": 1}
    first = data["diagnostics"][0]
    assert first["file"] == "modules/kwu 01/sesi.md"
    assert [first[key] for key in ("line", "column", "end_line", "end_column")] == [3, 7, 3, 12]
    assert first["related"][0]["line"] == 9
    assert first["fix"]["replacement"] == "1.1.1"


def test_github_escapes_what_would_end_a_command() -> None:
    first, second, third = FORMATS["github"](findings(*ALL)).splitlines()
    assert first.startswith(
        "::error file=modules/kwu 01/sesi.md,line=3,endLine=3,col=7,endColumn=11,title=REF301::"
        'IUK "1.1.9" tidak ada dalam a, b: 100%25%0APakai id IUK'
    )
    assert second == "::warning file=modules/x.md,line=1,col=1,title=OFFLINE751::tidak ada"
    assert third.startswith("::notice file=modules/x.md,line=2,endLine=4,col=1,title=ZZZ999::")


def test_sarif() -> None:
    data = json.loads(FORMATS["sarif"](findings(*ALL)))
    assert data["version"] == "2.1.0"
    (run,) = data["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == ["OFFLINE751", "REF301", "ZZZ999"]
    assert rules[1]["shortDescription"]["text"] == "IUK tidak dikenal"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        assert result["level"] in {"error", "warning", "note"}
        assert result["message"]["text"]
    location = run["results"][0]["locations"][0]["physicalLocation"]
    assert location["artifactLocation"]["uri"] == "modules/kwu%2001/sesi.md"
    assert location["region"] == {"startLine": 3, "startColumn": 7, "endLine": 3, "endColumn": 12}
    assert run["results"][0]["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == "1.1.1"


def test_paths_are_made_to_open_from_here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    near, far = tmp_path / "a" / "b" / "c" / "d" / "e", tmp_path / "modules"
    near.mkdir(parents=True)
    diagnostic = Diagnostic("A001", Severity.ERROR, text("x"), text(""), Span("kwu-01/module.yaml"))
    for folder, shown in (
        (tmp_path, "modules/kwu-01/module.yaml"),
        (tmp_path / "a", "../modules/kwu-01/module.yaml"),
        (near, (far / "kwu-01/module.yaml").as_posix()),
    ):
        monkeypatch.chdir(folder)
        assert openable((diagnostic,), far)[0].span.file == shown


def test_gitlab() -> None:
    first, second, third = json.loads(FORMATS["gitlab"](findings(*ALL)))
    assert first == {
        "description": 'REF301: IUK "1.1.9" tidak ada dalam a, b: 100%\n'
        "Pakai id IUK yang tertulis dalam module.yaml, atau tambahkan IUK itu di sana.",
        "check_name": "REF301",
        "fingerprint": first["fingerprint"],
        "severity": "critical",
        "location": {"path": "modules/kwu 01/sesi.md", "lines": {"begin": 3, "end": 3}},
    }
    assert (second["severity"], third["severity"]) == ("major", "info")
    assert third["location"]["lines"] == {"begin": 2, "end": 4}


def test_gitlab_knows_a_finding_again_that_has_moved_and_tells_equal_ones_apart() -> None:
    moved = replace(ERROR, span=Span("modules/kwu 01/sesi.md", 30, 7, 30, 12))
    (before,) = json.loads(FORMATS["gitlab"](findings(ERROR)))
    once, again = json.loads(FORMATS["gitlab"](findings(moved, moved)))
    assert before["fingerprint"] == once["fingerprint"] != again["fingerprint"]
