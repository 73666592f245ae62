"""`ck check` from the outside: what it prints, what it leaves with, and how it takes wrong use."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from curriculum_kit.report import FORMATS
from tests.cli.conftest import Ck, spoil

EXAMPLE = Path(__file__).parent.parent / "example" / "modules"
AS_OF = ("--as-of", "2025-12-01")


def with_error(project: Path) -> None:
    spoil(project, "kwu-01/sessions/01-biaya.md", "{case}`sari.packs`", "{case}`sari.pack`")


def with_warning(project: Path) -> None:
    spoil(project, "kwu-01/sessions/02-hpp.md", ":offline: Dilakukan secara lisan.\n", "")


def test_the_example_curriculum_has_no_findings(ck: Ck) -> None:
    assert ck("check", str(EXAMPLE), *AS_OF) == (0, "Tidak ada temuan.\n", "")


def test_modules_is_checked_by_default(ck: Ck, project: Path) -> None:
    with_error(project)
    result = ck("check", *AS_OF)
    assert result.code == 1
    assert result.out == (
        "modules/kwu-01/sessions/01-biaya.md:27:42: REF302 kesalahan: "
        '"sari" tidak mempunyai "pack"; maksud Anda "packs"?\n'
        "  27 | Sekali produksi Sari menghasilkan {case}`sari.pack`. {term}`Omzet <omzet>` belum berarti laba.\n"
        "     |                                          ^^^^^^^^^\n"
        "  perbaikan: Periksa ejaannya. Bila memang belum ada, tambahkan dahulu di tempat asalnya, misalnya"
        " glossary.yaml.\n"
        '  lihat: modules/cases/sari.yaml:10:10: "packs" ada di sini\n'
        "\n"
        "1 kesalahan, 0 peringatan, 0 catatan di 1 berkas.\n"
    )


def test_warnings_count_only_when_strict(ck: Ck, project: Path) -> None:
    spoil(project, "curriculum.yaml", "OFFLINE751: note", "OFFLINE751: warning")
    with_warning(project)
    assert ck("check").code == 0
    assert ck("check", "--strict").code == 1


def test_notes_never_count(ck: Ck, project: Path) -> None:
    with_warning(project)
    result = ck("check", "--strict", *AS_OF)
    assert result.code == 0
    assert "OFFLINE751 catatan:" in result.out


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        ((), {"OFFLINE751", "REF302"}),
        (("--select", "REF302"), {"REF302"}),
        (("--select", "ref,OFFLINE"), {"OFFLINE751", "REF302"}),
        (("--ignore", "REF3"), {"OFFLINE751"}),
        (("--select", "REF", "--ignore", "REF302"), set()),
    ],
)
def test_codes_can_be_chosen(ck: Ck, project: Path, options: tuple[str, ...], codes: set[str]) -> None:
    with_error(project)
    with_warning(project)
    found = json.loads(ck("check", "--format", "json", *AS_OF, *options).out)["diagnostics"]
    assert {finding["code"] for finding in found} == codes


@pytest.mark.parametrize(
    ("path", "codes"),
    [
        ("modules", {"OFFLINE751", "REF302"}),
        ("modules/kwu-01", {"OFFLINE751", "REF302"}),
        ("modules/kwu-01/sessions/02-hpp.md", {"OFFLINE751"}),
        ("modules/cases", set()),
        (".", {"OFFLINE751", "REF302"}),
    ],
)
def test_a_part_is_shown_and_the_whole_is_checked(ck: Ck, project: Path, path: str, codes: set[str]) -> None:
    with_error(project)
    with_warning(project)
    found = json.loads(ck("check", path, "--format", "json", *AS_OF).out)["diagnostics"]
    assert {finding["code"] for finding in found} == codes


def test_paths_open_from_where_the_reader_stands(ck: Ck, project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with_error(project)
    monkeypatch.chdir(project / "modules" / "kwu-01")
    place = ck("check", ".", *AS_OF).out.partition(":")[0]
    assert place == "sessions/01-biaya.md"
    assert Path(place).is_file()


def test_english(ck: Ck, project: Path) -> None:
    with_error(project)
    result = ck("check", "--lang", "en", *AS_OF)
    assert 'REF302 error: "sari" has no "pack"; did you mean "packs"?' in result.out
    assert result.out.endswith("1 error(s), 0 warning(s), 0 note(s) in 1 file(s).\n")


@pytest.mark.parametrize("style", sorted(set(FORMATS) - {"text"}))
def test_machine_formats_print_nothing_but_data(ck: Ck, project: Path, style: str) -> None:
    assert ck("check", "--format", style).err == ""
    with_error(project)
    result = ck("check", "--format", style)
    assert result.err == ""
    assert "REF302" in result.out
    assert "kesalahan," not in result.out


@pytest.mark.usefixtures("project")
@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ("check", "--fromat", "json"),
            'Pilihan "--fromat" tidak dikenal; maksud Anda "--format"? Lihat "ck check --help".',
        ),
        (("check", "--format", "xml"), "pilihannya: text, json, github, gitlab, sarif"),
        (("check", "--as-of", "kemarin"), '"kemarin" bukan tanggal; tulis seperti 2025-12-01'),
        (("check", "--select", "REF99"), 'kode "REF99" tidak dikenal'),
        (("check", "--select"), 'Pilihan "--select" memerlukan nilai'),
        (("check", "tidak-ada"), "tidak ditemukan"),
        (("chek",), 'Tidak ada perintah "chek"; maksud Anda "check"?'),
        (("explain", "REF30"), 'Tidak ada kode "REF30"; maksud Anda "REF3'),
        (("explain", "REF301", "REF302"), 'Tidak mengerti "REF302"'),
    ],
)
def test_wrong_use_is_one_line_and_2(ck: Ck, words: tuple[str, ...], said: str) -> None:
    result = ck(*words)
    assert (result.code, result.out) == (2, "")
    assert said in result.err
    assert result.err.count("\n") == 1


def test_no_curriculum_here_is_2(ck: Ck, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert ck("check").code == 2
    (tmp_path / "surat.md").touch()
    assert "tidak berada di dalam folder kurikulum" in ck("check", "surat.md").err


@pytest.mark.usefixtures("project")
def test_an_exception_is_3_and_one_line(ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "satu\ndua"
        raise ZeroDivisionError(message)

    monkeypatch.setattr("curriculum_kit.source.loader.load", broken)
    result = ck("check")
    assert (result.code, result.out) == (3, "")
    assert result.err.startswith("Kesalahan di dalam program: ZeroDivisionError: satu dua\n")
    assert "Traceback" not in result.err
    assert "Traceback" in ck("check", "--traceback").err


@pytest.mark.usefixtures("project")
def test_a_rule_that_breaks_is_named(ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> None:
        message = "nama"
        raise KeyError(message)

    monkeypatch.setattr("curriculum_kit.rules.ref301_unknown_iuk.iuk_uses", broken)
    result = ck("check")
    assert result.code == 3
    assert "REF301: KeyError: 'nama'" in result.err


@pytest.mark.usefixtures("project")
def test_an_interrupt_is_130(ck: Ck, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("curriculum_kit.source.loader.load", interrupted)
    assert ck("check").code == 130


def run(*words: str, script: str = "from curriculum_kit.cli import main; main()") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", script, *words],
        capture_output=True, text=True, check=False, timeout=120, env={**os.environ, "PYTHONWARNINGS": "error"},
    )  # fmt: skip


def test_a_closed_pipe_is_silent(project: Path) -> None:
    for number in range(3000):
        (project / "modules" / "cases" / f"X{number}.yaml").touch()
    command = f"{sys.executable} -m curriculum_kit check | head -n 1"
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        capture_output=True, text=True, check=False, timeout=120,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
    )  # fmt: skip
    assert (done.returncode, done.stderr, done.stdout.count("\n")) == (1, "", 1)


@pytest.mark.usefixtures("project")
def test_a_check_starts_without_the_heavy_parts() -> None:
    script = (
        "import sys\n"
        "from curriculum_kit.cli import main\n"
        "try:\n    main(['check'])\n"
        "finally:\n"
        "    heavy = {'sphinx', 'docutils', 'weasyprint', 'myst_parser', 'babel', 'jinja2'} & set(sys.modules)\n"
        "    assert not heavy, heavy\n"
    )
    done = run(script=script)
    assert (done.returncode, done.stderr) == (0, "")


def test_help_is_indonesian(ck: Ck) -> None:
    whole = ck("--help")
    assert whole.code == 0
    for name in ("check", "build", "explain", "doctor"):
        assert name in whole.out
    for words in (whole.out, ck("check", "--help").out):
        assert words.startswith("Pemakaian: ck")
        assert "Pilihan:" in words
        assert not {"Usage", "Options", "Commands", "Show", "default"} & set(words.replace(":", " ").split())


def test_version(ck: Ck) -> None:
    assert ck("--version").out.startswith("ck ")
