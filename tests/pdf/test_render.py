"""The same bytes always, and no work twice."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest

from curriculum_kit.pdf import PdfFailed, PdfJob, worker, write_pdfs
from curriculum_kit.pdf import cache as entries
from curriculum_kit.pdf.fonts import FontSet, static_fonts
from curriculum_kit.pdf.toolchain import versions
from tests.pdf.sample import LABELS, make_job, png

T = TypeVar("T")

SMALL = '<html lang="id"><p>Halo</p><img src="media/foto.png" alt="Foto" style="width: 9mm"></html>'


def entry(cache: Path) -> Path:
    """The newest entry."""
    return max((cache / "pdf").iterdir(), key=lambda path: path.stat().st_mtime_ns)


def build(job: PdfJob, cache: Path) -> bool:
    """Write the PDF of a job; returns whether it was rendered."""
    before = {path: path.stat().st_ino for path in (cache / "pdf").glob("*")}
    write_pdfs([job], cache=cache, workers=1)
    return before != {path: path.stat().st_ino for path in (cache / "pdf").glob("*")}


def test_folder_workers_time_zone_and_locale_change_no_byte(
    jobs: dict[str, PdfJob], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TZ": "Asia/Jayapura", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "folder lain é"
    others = [
        make_job(folder / "3", SMALL),
        make_job(folder / "2", labels=LABELS),
        make_job(folder / "1", forms=True, labels=LABELS),
    ]
    write_pdfs(others, cache=tmp_path / "cache", workers=1)
    assert others[1].target.read_bytes() == jobs["print"].target.read_bytes()
    assert others[2].target.read_bytes() == jobs["form"].target.read_bytes()


def test_an_image_is_named_by_its_content(tmp_path: Path, cache: Path) -> None:
    """One picture at two addresses is stored once, wherever it stands."""
    job = make_job(tmp_path, SMALL.replace("foto", "lain") + SMALL, name="a.pdf")
    (tmp_path / "media" / "lain.png").write_bytes(png())
    write_pdfs([job], cache=cache, workers=1)
    assert job.target.read_bytes().count(b"/Subtype /Image") == 1


def test_a_second_build_renders_nothing(jobs: dict[str, PdfJob], tmp_path: Path, cache: Path) -> None:
    job = replace(jobs["print"], target=tmp_path / "deep" / "a.pdf")
    seen: list[PdfJob] = []
    write_pdfs([job], cache=cache, workers=2, done=seen.append)
    assert [job.target for job in seen] == [job.target]
    assert job.target.read_bytes() == jobs["print"].target.read_bytes()
    assert not build(job, cache)


def test_a_second_build_does_not_import_the_renderer(jobs: dict[str, PdfJob], cache: Path, tmp_path: Path) -> None:
    script = tmp_path / "again.py"
    script.write_text(
        "import pickle, sys\n"
        "from pathlib import Path\n"
        "from curriculum_kit.pdf import write_pdfs\n"
        "if __name__ == '__main__':\n"
        "    jobs = pickle.loads(Path(sys.argv[1]).read_bytes())\n"
        "    write_pdfs(jobs, cache=Path(sys.argv[2]), workers=2)\n"
        "    slow = {'weasyprint', 'pikepdf', 'fontTools', 'PIL', 'multiprocessing', 'pydantic'}\n"
        "    print(sorted(slow & set(sys.modules)))\n",
        encoding="utf-8",
    )
    (tmp_path / "jobs").write_bytes(pickle.dumps(list(jobs.values())))
    command = [sys.executable, script, tmp_path / "jobs", cache]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "change",
    [
        {"html": SMALL + "!"},
        {"title": "Lain"},
        {"language": "en"},
        {"forms": True},
        {"stylesheets": ("p { margin: 0 }",)},
        {"outline_levels": 1},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_job_says_counts(tmp_path: Path, change: dict[str, object], cache: Path) -> None:
    fonts = static_fonts(cache)
    job = make_job(tmp_path, SMALL)
    other = replace(job, **change)  # type: ignore[arg-type]
    assert entries.key(job, fonts, versions()) != entries.key(other, fonts, versions())
    assert entries.key(job, fonts, versions()) != entries.key(job, fonts, (*versions(), "x 2"))
    assert entries.key(job, fonts, versions()) != entries.key(job, replace(fonts, digest="x"), versions())


def test_an_image_counts_by_its_content(tmp_path: Path, cache: Path) -> None:
    job = make_job(tmp_path, SMALL, title="Isi gambar")
    assert build(job, cache)
    first = job.target.read_bytes()
    image = tmp_path / "media" / "foto.png"
    (tmp_path / "media" / "kas.svg").write_text("", encoding="utf-8")  # not used
    os.utime(image)
    assert not build(job, cache)
    image.write_bytes(png(grey=200))
    assert build(job, cache)
    assert job.target.read_bytes() != first
    image.write_bytes(png())
    assert build(job, cache)
    assert job.target.read_bytes() == first
    image.unlink()
    with pytest.raises(PdfFailed, match=r"media/foto\.png"):
        build(job, cache)


def test_an_image_that_may_no_longer_be_used_does_not_come_from_the_cache(tmp_path: Path, cache: Path) -> None:
    job = make_job(tmp_path, SMALL, title="Folder gambar")
    assert build(job, cache)
    with pytest.raises(PdfFailed, match=r"media/foto\.png"):
        build(replace(job, assets=(tmp_path / "lain",)), cache)


def test_a_damaged_entry_is_made_again(tmp_path: Path, cache: Path) -> None:
    job = make_job(tmp_path, SMALL, title="Rusak")
    build(job, cache)
    path = entry(cache)
    good, first = path.read_bytes(), job.target.read_bytes()
    damages = (
        b"",
        good[:-1],
        good + b" ",
        good[:200],
        good[:70] + bytes([good[70] ^ 1]) + good[71:],
        good[:-99] + bytes([good[-99] ^ 1]) + good[-98:],
        b"\n",
    )
    assert entries.find(cache, path.stem, job) == first
    for damage in damages:
        path.write_bytes(damage)
        assert entries.find(cache, path.stem, job) is None
    assert build(job, cache)
    assert job.target.read_bytes() == first
    assert path.read_bytes() == good
    # Nothing can be stored here.
    path.unlink()
    path.mkdir()
    assert not build(job, cache)
    assert job.target.read_bytes() == first


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    job = make_job(tmp_path)
    for number in range(4):
        entries.store(tmp_path, str(number), b"x" * 1000, {})
        os.utime(tmp_path / "pdf" / f"{number}.entry", (number, number))
    assert entries.find(tmp_path, "0", job) == b"x" * 1000  # now the newest
    entries.prune(tmp_path, 3000)
    assert sorted(path.stem for path in (tmp_path / "pdf").iterdir()) == ["0", "3"]


def test_one_failure_writes_nothing_but_is_not_paid_twice(tmp_path: Path, cache: Path) -> None:
    good = make_job(tmp_path / "a", SMALL, title="Baik", name="baik.pdf")
    bad = make_job(tmp_path / "b", "<html lang=id><p>漢</html>", title="Buruk", name="buruk.pdf")
    with pytest.raises(PdfFailed, match=r"buruk\.pdf: .*U\+6F22") as failure:
        write_pdfs([bad, good], cache=cache, workers=2)
    assert [problem.book for problem in failure.value.problems] == ["buruk.pdf"]
    assert not good.target.exists()
    assert not build(good, cache)
    assert good.target.exists()


def test_a_lost_process_is_named(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "render", _die)
    with pytest.raises(PdfFailed, match=r"buku\.pdf: proses pembuat PDF berhenti"):
        write_pdfs([make_job(tmp_path, SMALL, title="Mati")], cache=cache, workers=1)


def _die(job: PdfJob, fonts: FontSet) -> None:
    del job, fonts
    os._exit(1)


def test_no_process_outlives_a_killed_build(tmp_path: Path, cache: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from curriculum_kit.pdf import write_pdfs\n"
        "from tests.pdf.sample import book, make_job\n"
        "if __name__ == '__main__':\n"
        "    job = make_job(Path(sys.argv[1]), book(paragraphs=3000))\n"
        "    write_pdfs([job], cache=Path(sys.argv[2]), workers=1)\n",
        encoding="utf-8",
    )
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    process = subprocess.Popen([sys.executable, script, tmp_path, cache], env=environment)
    children = Path(f"/proc/{process.pid}/task/{process.pid}/children")

    def worker_of() -> Path | None:
        for child in map(int, children.read_text(encoding="ascii").split()):
            # Its own doing, not that of Python starting it: the renderer is loaded.
            if "libpango" in Path(f"/proc/{child}/maps").read_text(encoding="utf-8"):
                return Path(f"/proc/{child}")
        return None

    rendering = wait_for(worker_of)
    process.kill()
    process.wait()
    wait_for(lambda: not rendering.exists())


def wait_for(ask: Callable[[], T | None]) -> T:
    """What `ask` answers as soon as it answers anything."""
    end = time.monotonic() + 60
    while time.monotonic() < end:
        if answer := ask():
            return answer
        time.sleep(0.05)
    pytest.fail("nothing happened for a minute")


def test_a_document_has_a_limit_of_time(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "render", _hurry)
    job = make_job(tmp_path, "<html lang=id>" + "<p>x" * 9000, css="")
    with pytest.raises(PdfFailed, match="lebih dari 1 detik"):
        write_pdfs([job], cache=cache, workers=1)


_render = worker.render


def _hurry(job: PdfJob, fonts: FontSet) -> worker.Rendered:
    worker.CPU_SECONDS = 1
    return _render(job, fonts)
