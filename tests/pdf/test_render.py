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

import pikepdf
import pytest

from curriculum_kit.pdf import PageLabel, PdfBook, PdfFailed, PdfFragment, Progress, worker, write_pdfs
from curriculum_kit.pdf import cache as entries
from curriculum_kit.pdf.cache import Entry
from curriculum_kit.pdf.fonts import FontSet, static_fonts
from curriculum_kit.pdf.toolchain import versions
from tests.pdf.sample import LABELS, document, make_book, png, split_book

T = TypeVar("T")

SMALL = '<html lang="id"><p>Halo</p><img src="media/foto.png" alt="Foto" style="width: 9mm"></html>'


def entries_of(cache: Path) -> dict[Path, int]:
    return {path: path.stat().st_ino for path in (cache / "pdf").glob("*")}


def build(book: PdfBook, cache: Path) -> int:
    """Write the PDF of a book; returns how many entries were made: one a fragment, one for the book."""
    before = entries_of(cache)
    write_pdfs([book], cache=cache, workers=1)
    return len(entries_of(cache).items() - before.items())


def changed(book: PdfBook, **fields: object) -> PdfBook:
    """A book of one fragment that says something else."""
    return replace(book, fragments=(replace(book.fragments[0], **fields),))  # type: ignore[arg-type]


def test_folder_workers_time_zone_and_locale_change_no_byte(
    books: dict[str, PdfBook], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in {"TZ": "Asia/Jayapura", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "7"}.items():
        monkeypatch.setenv(name, value)
    folder = tmp_path / "folder lain é"
    others = [
        make_book(folder / "3", SMALL),
        make_book(folder / "2", labels=LABELS),
        make_book(folder / "1", forms=True, labels=LABELS),
        split_book(folder / "0", forms=True),
    ]
    write_pdfs(others, cache=tmp_path / "cache", workers=1)
    assert others[1].target.read_bytes() == books["print"].target.read_bytes()
    assert others[2].target.read_bytes() == books["form"].target.read_bytes()
    assert others[3].target.read_bytes() == books["linked"].target.read_bytes()


def test_an_image_is_named_by_its_content(tmp_path: Path, cache: Path) -> None:
    """One picture at two addresses is stored once, wherever it stands."""
    book = make_book(tmp_path, SMALL.replace("foto", "lain") + SMALL, name="a.pdf")
    (tmp_path / "media" / "lain.png").write_bytes(png())
    assert build(book, cache)
    assert book.target.read_bytes().count(b"/Subtype /Image") == 1


def test_a_second_build_renders_nothing(books: dict[str, PdfBook], tmp_path: Path, cache: Path) -> None:
    book = replace(books["print"], target=tmp_path / "deep" / "a.pdf")
    seen: list[Progress] = []
    write_pdfs([book], cache=cache, workers=2, tell=seen.append)
    assert seen == []
    assert book.target.read_bytes() == books["print"].target.read_bytes()
    assert not build(book, cache)


def test_a_build_tells_how_far_it_is(tmp_path: Path) -> None:
    """It never goes back and ends with everything."""
    seen: list[Progress] = []
    book = split_book(tmp_path)
    write_pdfs([book], cache=tmp_path / "empty", workers=2, tell=seen.append)
    assert seen == sorted(seen)
    assert seen[-1].done == seen[-1].total
    with pikepdf.open(book.target) as pdf:
        assert seen[-1].pages >= len(pdf.pages)


def test_a_second_build_does_not_import_the_renderer(books: dict[str, PdfBook], cache: Path, tmp_path: Path) -> None:
    script = tmp_path / "again.py"
    script.write_text(
        "import pickle, sys\n"
        "from pathlib import Path\n"
        "from curriculum_kit.pdf import write_pdfs\n"
        "if __name__ == '__main__':\n"
        "    books = pickle.loads(Path(sys.argv[1]).read_bytes())\n"
        "    write_pdfs(books, cache=Path(sys.argv[2]), workers=2)\n"
        "    slow = {'weasyprint', 'pikepdf', 'fontTools', 'PIL', 'multiprocessing', 'pydantic'}\n"
        "    print(sorted(slow & set(sys.modules)))\n",
        encoding="utf-8",
    )
    (tmp_path / "books").write_bytes(pickle.dumps(list(books.values())))
    command = [sys.executable, script, tmp_path / "books", cache]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    assert done.stdout == "[]\n"


@pytest.mark.parametrize(
    "change",
    [{"html": SMALL + "!"}, {"forms": True}, {"stylesheets": ("p { margin: 0 }",)}],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_fragment_says_counts(tmp_path: Path, change: dict[str, object], cache: Path) -> None:
    fonts = static_fonts(cache)
    fragment = make_book(tmp_path, SMALL).fragments[0]
    tools = entries.tools_key(fonts, versions())
    name = entries.key(fragment, tools)
    assert name != entries.key(replace(fragment, **change), tools)  # type: ignore[arg-type]
    assert name != entries.key(fragment, entries.tools_key(fonts, (*versions(), "x 2")))
    assert name != entries.key(fragment, entries.tools_key(replace(fonts, digest="x"), versions()))
    assert name == entries.key(replace(fragment, name="lain", base=tmp_path / "lain"), tools)


@pytest.mark.parametrize(
    "change",
    [
        {"title": "Lain"},
        {"language": "en"},
        {"outline_levels": 1},
        {"labels": (PageLabel("a"),)},
        {"elsewhere": (("a", "https://example.org/"),)},
    ],
    ids=lambda change: next(iter(change)),
)
def test_whatever_a_book_says_counts(tmp_path: Path, change: dict[str, object]) -> None:
    book = make_book(tmp_path, SMALL)
    name = entries.book_key(book, ["1"], "")
    assert name != entries.book_key(replace(book, **change), ["1"], "")  # type: ignore[arg-type]
    assert name != entries.book_key(book, ["1", "2"], "")
    assert name != entries.book_key(book, ["1"], "x")
    assert name == entries.book_key(replace(book, target=tmp_path / "b.pdf"), ["1"], "")


def test_an_image_counts_by_its_content(tmp_path: Path, cache: Path) -> None:
    book = make_book(tmp_path, SMALL, title="Isi gambar")
    assert build(book, cache)
    first = book.target.read_bytes()
    image = tmp_path / "media" / "foto.png"
    (tmp_path / "media" / "kas.svg").write_text("", encoding="utf-8")  # not used
    os.utime(image)
    assert not build(book, cache)
    image.write_bytes(png(grey=200))
    assert build(book, cache)
    assert book.target.read_bytes() != first
    image.write_bytes(png())
    assert build(book, cache)
    assert book.target.read_bytes() == first
    image.unlink()
    with pytest.raises(PdfFailed, match=r"media/foto\.png"):
        build(book, cache)


def test_an_image_that_may_no_longer_be_used_does_not_come_from_the_cache(tmp_path: Path, cache: Path) -> None:
    book = make_book(tmp_path, SMALL, title="Folder gambar")
    assert build(book, cache)
    with pytest.raises(PdfFailed, match=r"media/foto\.png"):
        build(changed(book, assets=(tmp_path / "lain",)), cache)


def test_a_damaged_entry_is_made_again(tmp_path: Path, cache: Path) -> None:
    book = make_book(tmp_path, SMALL.replace("Halo", "Rusak"))
    before = entries_of(cache)
    build(book, cache)
    first = book.target.read_bytes()
    made = sorted(entries_of(cache).keys() - before.keys())
    assert len(made) == 2
    for path in made:
        good = path.read_bytes()
        other = next(one for one in before if one not in made).read_bytes()
        damages = (
            b"",
            good[:-1],
            good + b" ",
            good[:200],
            good[:70] + bytes([good[70] ^ 1]) + good[71:],
            good[:-99] + bytes([good[-99] ^ 1]) + good[-98:],
            b"\n",
            other,  # whole, but of something else
        )
        fragment = book.fragments[0]
        assert entries.find(cache, path.stem, fragment)
        for damage in damages:
            path.write_bytes(damage)
            assert entries.find(cache, path.stem, fragment) is None
        assert build(book, cache) == 1
        assert book.target.read_bytes() == first
        assert path.read_bytes() == good
        # Nothing can be stored here.
        path.unlink()
        path.mkdir()
        assert not build(book, cache)
        assert book.target.read_bytes() == first
        path.rmdir()
        path.write_bytes(good)


def test_a_foreign_entry_is_no_entry(tmp_path: Path, cache: Path) -> None:
    """Whole by its own digest, but with facts that no renderer has written."""
    book = make_book(tmp_path, SMALL.replace("Halo", "Asing"))
    build(book, cache)
    first = book.target.read_bytes()
    name = entries.key(book.fragments[0], entries.tools_key(static_fonts(cache), versions()))
    for facts in ("", "[]", '{"pages": 3}', '{"pages": [[1]], "anchors": {}, "marks": [], "fonts": {}}'):
        entries.store(cache, name, Entry(b"x", facts), {})
        assert build(book, cache) == 1
        assert book.target.read_bytes() == first


def test_the_oldest_entries_go(tmp_path: Path) -> None:
    for number in range(4):
        entries.store(tmp_path, str(number), Entry(b"x" * 1000, ""), {})
        os.utime(tmp_path / "pdf" / f"{number}.entry", (number, number))
    assert entries.find(tmp_path, "0") == Entry(b"x" * 1000, "")  # now the newest
    entries.prune(tmp_path, 3000)
    assert sorted(path.stem for path in (tmp_path / "pdf").iterdir()) == ["0", "3"]


def test_one_failure_writes_nothing_but_is_not_paid_twice(tmp_path: Path, cache: Path) -> None:
    good = make_book(tmp_path / "a", SMALL, title="Baik", name="baik.pdf")
    bad = make_book(tmp_path / "b", "<html lang=id><p>漢</html>", title="Buruk", name="buruk.pdf")
    with pytest.raises(PdfFailed, match=r"buruk\.pdf: .*U\+6F22") as failure:
        write_pdfs([bad, good], cache=cache, workers=2)
    assert [problem.book for problem in failure.value.problems] == ["buruk.pdf"]
    assert not good.target.exists()
    assert not build(good, cache)
    assert good.target.exists()


def test_a_bad_fragment_fails_alone(tmp_path: Path, cache: Path) -> None:
    """Its name is told, and what is rendered already is not rendered again."""
    good, bad = document("<h1>Sesi yang baik</h1>"), document("<p>漢")
    book = make_book(tmp_path, good, bad, title="Satu salah")
    bad_one = replace(book.fragments[1], name="kwu-05, sesi 2")
    with pytest.raises(PdfFailed, match=r"^PDF tidak dapat dibuat: kwu-05, sesi 2: .*U\+6F22"):
        build(replace(book, fragments=(book.fragments[0], bad_one)), cache)
    assert build(make_book(tmp_path, good, document("<p>Diperbaiki"), title="Satu salah"), cache) == 2


def test_a_fragment_of_two_books_is_rendered_once(tmp_path: Path, cache: Path) -> None:
    shared = document("<h1>Sesi di dua buku</h1>")
    books = [
        make_book(tmp_path, shared, title="Modul", name="modul.pdf"),
        make_book(tmp_path, document("<h1>Depan program</h1>"), shared, title="Program", name="program.pdf"),
    ]
    before = entries_of(cache)
    write_pdfs(books, cache=cache, workers=2)
    assert len(entries_of(cache).keys() - before.keys()) == 2 + 2


def test_the_same_words_with_other_images_are_another_fragment(tmp_path: Path, cache: Path) -> None:
    html = SMALL.replace("Halo", "Dua folder")
    books = [make_book(tmp_path / name, html, title=name) for name in ("a", "b")]
    (tmp_path / "b" / "media" / "foto.png").write_bytes(png(grey=9))
    for again in range(2):
        write_pdfs(books, cache=cache if again else tmp_path / "cache", workers=1)
        pictures = []
        for book in books:
            with pikepdf.open(book.target) as pdf:
                pictures.append(next(iter(pdf.pages[0].obj.Resources.XObject.values())).read_bytes())
        assert pictures[0] != pictures[1]


def test_an_edit_renders_and_links_only_what_it_touches(tmp_path: Path, cache: Path) -> None:
    book = split_book(tmp_path / "a", title="Disunting")
    build(book, cache)
    first = book.target.read_bytes()
    module = book.fragments[2]
    edited = replace(module, html=module.html.replace("Modal", "Modal awal").replace("Kiat:", "Kiat baru:"))
    assert build(replace(book, fragments=(*book.fragments[:2], edited)), cache) == 2
    assert book.target.read_bytes() != first
    assert not build(book, cache)
    assert book.target.read_bytes() == first


def test_a_lost_process_is_named(tmp_path: Path, cache: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(worker, "render", _die)
    with pytest.raises(PdfFailed, match=r"buku\.pdf: proses pembuat PDF berhenti"):
        write_pdfs([make_book(tmp_path, document("<p>Mati"))], cache=cache, workers=1)


def _die(fragment: PdfFragment, fonts: FontSet) -> None:
    del fragment, fonts
    os._exit(1)


def test_no_process_outlives_a_killed_build(tmp_path: Path, cache: Path) -> None:
    script = tmp_path / "long.py"
    script.write_text(
        "import sys\n"
        "from pathlib import Path\n"
        "from curriculum_kit.pdf import write_pdfs\n"
        "from tests.pdf.sample import book, make_book\n"
        "if __name__ == '__main__':\n"
        "    long = make_book(Path(sys.argv[1]), book(paragraphs=3000))\n"
        "    write_pdfs([long], cache=Path(sys.argv[2]), workers=1)\n",
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
    book = make_book(tmp_path, "<html lang=id>" + "<p>x" * 9000, css="")
    with pytest.raises(PdfFailed, match="lebih dari 1 detik"):
        write_pdfs([book], cache=cache, workers=1)


_render = worker.render


def _hurry(fragment: PdfFragment, fonts: FontSet) -> worker.Rendered:
    worker.CPU_SECONDS = 1
    return _render(fragment, fonts)
