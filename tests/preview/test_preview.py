"""What an author sees while writing: saved text, what is wrong, and the last good pages."""

from __future__ import annotations

import os
import signal
import socket
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from curriculum_kit.preview.words import OWN
from curriculum_kit.website.write import light
from tests.preview.session import Preview
from tests.project import Project

pytestmark = pytest.mark.xdist_group("build")
SESSION, PAGE = "kwu-05/sessions/01-mengenal-biaya.md", "kwu-05/01-mengenal-biaya.html"
SECOND = "kwu-05/02-menghitung-hpp.html"
SENTENCE = "Sari membuat keripik"
EDITS = {
    "a title": ("kwu-05/sessions/02-menghitung-hpp.md", "title: Menghitung HPP dan harga jual", "title: HPP dan harga"),
    "a number of the story": ("cases/sari.yaml", "amount: 900", "amount: 950"),
    "a term": ("glossary.yaml", "Uang untuk semua", "Semua uang untuk"),
    "a fact": ("facts.yaml", "amount: 0.5, unit: percent", "amount: 0.6, unit: percent"),
    "a picture": ("kwu-05/media/alur-biaya.svg", ">Bahan<", ">Bahan baku<"),
    "an answer": (SESSION, "Pilihan C, paket data.", "Jawabannya C, paket data."),
}


@pytest.fixture(scope="module")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for tests that leave the curriculum as they found it."""
    preview = Preview(Project(tmp_path_factory.mktemp("pratinjau")))
    yield preview
    preview.close()


@pytest.fixture
def preview(tmp_path: Path) -> Iterator[Preview]:
    """A preview for one test."""
    preview = Preview(Project(tmp_path))
    yield preview
    preview.close()


def test_saved_text_is_seen(shared: Preview) -> None:
    shared.sees(PAGE, SENTENCE)
    shared.edit(SESSION, SENTENCE, "Sari menggoreng keripik").sees(PAGE, "Sari menggoreng keripik")
    shared.edit(SESSION, "Sari menggoreng keripik", SENTENCE).sees(PAGE, SENTENCE)


def test_an_error_is_told_and_the_last_good_page_stays(shared: Preview) -> None:
    shared.edit(SESSION, SENTENCE, f"{{fact}}`tidak-ada` {SENTENCE} baru").wait(lambda news: bool(shared.errors(news)))
    shared.sees(PAGE, SENTENCE).lacks(PAGE, f"{SENTENCE} baru")
    found = next(found for found in shared.news[-1]["findings"] if found["severity"] == "error")
    assert found["file"] == SESSION
    assert found["message"]
    assert found["help"]
    assert found["open"] == (
        f"vscode://file{shared.project.modules.as_posix()}/{SESSION}:{found['line']}:{found['column']}"
    )
    shared.edit(SESSION, f"{{fact}}`tidak-ada` {SENTENCE} baru", f"{SENTENCE} baru").wait_until_good()
    shared.sees(PAGE, f"{SENTENCE} baru").edit(SESSION, f"{SENTENCE} baru", SENTENCE).sees(PAGE, f"{SENTENCE} ")


def test_an_error_that_could_be_rendered_keeps_the_last_good_page_too(shared: Preview) -> None:
    file = "kwu-05/module.yaml"
    text = (shared.project.modules / file).read_text("utf-8")
    wrong = text.replace("text: Mampu", "text: Dapat", 1).replace("title: ", "title: Judul baru ", 1)
    shared.write(file, wrong).wait_for("ALIGN405").lacks("kwu-05/index.html", "Judul baru")
    shared.write(file, text).wait_until_good().lacks("kwu-05/index.html", "Judul baru")


def test_without_any_good_page_the_findings_are_shown(tmp_path: Path) -> None:
    project = Project(tmp_path).edit("kwu-05/module.yaml", "number: 5", "number: lima")
    preview = Preview(project).wait_for("SCHEMA203")
    try:
        assert 'data-preview=""' in preview.page(PAGE)
        assert f"{OWN}pratinjau.js" in preview.page(PAGE)
        preview.edit("kwu-05/module.yaml", "number: lima", "number: 5").wait_until_good().sees(PAGE, SENTENCE)
    finally:
        preview.close()


def test_a_new_session_appears_and_a_removed_one_goes(preview: Preview) -> None:
    text = (preview.project.modules / SESSION).read_text("utf-8")
    for file in ("kwu-05/module.yaml", "programmes/contoh-4jp.yaml"):
        path = preview.project.modules / file
        path.write_text(path.read_text("utf-8").replace("01-mengenal-biaya", "01-biaya"), "utf-8")
    (preview.project.modules / SESSION).unlink()
    preview.write("kwu-05/sessions/01-biaya.md", text.replace("01-mengenal-biaya", "01-biaya"))
    preview.sees("kwu-05/01-biaya.html", SENTENCE).wait_until_good()
    assert preview.status(f"/pelatih/{PAGE}") == 404
    assert "01-mengenal-biaya" not in preview.page("kwu-05/index.html")


@pytest.mark.parametrize("place", ["pelatih", "peserta"])
def test_after_any_edits_pages_are_those_of_a_build(tmp_path: Path, place: str) -> None:
    """Every page and picture, byte for byte, but for the three lines that make a page follow."""
    audience = {"pelatih": "trainer", "peserta": "participant"}[place]
    project = Project(tmp_path / "a")
    preview = Preview(project, place, "--audience", audience)
    try:
        for file, old, new in EDITS.values():
            version = preview.news[-1]["version"]
            preview.edit(file, old, new).wait(lambda news, before=version: news["version"] != before)  # type: ignore[misc]
        built = project.clean_copy(tmp_path / "b").build("--only", "site", "--audience", audience).folder
        site = built / "build-partial" / audience
        pages = {path for path in site.rglob("*.html") if "situs-luring" not in path.read_text("utf-8")}
        pages -= {*site.rglob("unduhan/**/*.html"), site / "kwu-05/index.html"}  # the preview offers no downloads
        different = [path for path in sorted(pages) if _differs(preview, site, path)]
        assert different == []
        files = {*site.rglob("gambar/**/*.*"), *site.glob("aset/*.*")} - {site / "aset/indeks.js"}  # knows downloads
        for path in sorted(files):
            assert preview.ask(f"/{place}/{path.relative_to(site).as_posix()}")[1] == path.read_bytes()
    finally:
        preview.close()


def _differs(preview: Preview, site: Path, path: Path) -> bool:
    page = preview.page(path.relative_to(site).as_posix())
    own = "".join(line for line in page.splitlines(keepends=True) if OWN not in line)
    return _after_root(light(own)) != _after_root(path.read_text("utf-8"))


def _after_root(html: str) -> str:
    """A page without its doctype and root element: the preview marks the latter."""
    return html.split("<head", 1)[1]


def test_participants_have_a_site_beside_that_of_trainers(shared: Preview) -> None:
    """Started when it is asked for; an answer stands in the one and not in the other."""
    assert b"Pilihan C, paket data." in shared.ask(f"/pelatih/{PAGE}")[1]
    answer, content = shared.ask(f"/peserta/{PAGE}")
    assert answer.status == 200
    assert b"Pilihan C, paket data." not in content
    assert shared.status("/peserta/laporan.html") == 404


def test_the_start_leads_to_a_site(shared: Preview) -> None:
    assert shared.ask("/")[0].getheader("Location") == "/pelatih/index.html"
    assert shared.ask("/peserta")[0].getheader("Location") == "/peserta/index.html"
    assert shared.status("/pelatih/") == 200


def test_only_this_machine_is_answered_under_its_own_name(shared: Preview) -> None:
    assert shared.status("/pelatih/index.html", Host=f"localhost:{shared.port}") == 200
    for host in ("contoh.id", f"contoh.id:{shared.port}", "127.0.0.1", ""):
        assert shared.status("/pelatih/index.html", Host=host) == 403
    assert shared.ask("/pelatih/index.html")[0].getheader("Cross-Origin-Resource-Policy") == "same-origin"
    listening = {line.split()[1] for line in Path("/proc/net/tcp").read_text("ascii").splitlines()[1:]}
    assert f"0100007F:{shared.port:04X}" in listening
    assert f"00000000:{shared.port:04X}" not in listening


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS"])
def test_nothing_can_be_changed_from_a_browser(shared: Preview, method: str) -> None:
    assert shared.ask("/pelatih/index.html", method)[0].status == 501


def test_a_head_has_no_content(shared: Preview) -> None:
    answer, content = shared.ask(f"/pelatih/{PAGE}", "HEAD")
    assert (answer.status, content) == (200, b"")
    assert int(answer.getheader("Content-Length") or 0) > 1000


@pytest.mark.parametrize(
    "path",
    [
        "/../../etc/passwd",
        "/pelatih/../../../etc/passwd",
        "/pelatih/gambar/../../modules/curriculum.yaml",
        "/pelatih/gambar/..%2F..%2Fcurriculum.yaml",
        "/pelatih/aset/%2Fetc%2Fpasswd",
        "/pelatih/gambar//etc/passwd",
        "/_pratinjau/../curriculum.yaml",
        "/modules/curriculum.yaml",
        "/pelatih/kwu-05/sessions/01-mengenal-biaya.md",
    ],
)
def test_no_path_leads_out_of_the_site(shared: Preview, path: str) -> None:
    answer, content = shared.ask(path)
    assert answer.status == 404
    assert b"root:" not in content
    assert b"jp_minutes" not in content


def test_books_are_left_to_the_build(shared: Preview) -> None:
    answer, content = shared.ask("/pelatih/unduhan/kwu-05/buku-pegangan.pdf")
    assert answer.status == 404
    assert b"ck build" in content


def test_a_worker_from_before_goes_away(shared: Preview) -> None:
    assert b"unregister" in shared.ask("/pelatih/luring.js")[1]


def test_a_build_holds_nothing_of_the_preview(tmp_path: Path) -> None:
    built = Project(tmp_path).build("--only", "site").folder / "build-partial"
    files = [path for path in built.rglob("*") if path.is_file()]
    assert files
    assert [path for path in files if "pratinjau" in path.name or "preview" in path.name] == []
    assert [path for path in files if OWN.encode() in path.read_bytes()] == []


@pytest.mark.parametrize(("how", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 0)])
def test_it_ends_quietly_and_leaves_no_process(preview: Preview, how: signal.Signals, code: int) -> None:
    preview.ask("/peserta/index.html")
    children = preview.children()
    assert len(children) >= 2
    assert preview.stop(how) == code
    assert preview.process.stderr
    assert preview.process.stderr.read().strip() == ""
    for number in children:  # one that multiprocessing keeps for itself ends when it sees that the others have
        _wait_for_end(number)


def test_a_killed_one_leaves_no_process_either(preview: Preview) -> None:
    children = preview.children()
    preview.stop(signal.SIGKILL)
    for number in children:
        _wait_for_end(number)


def test_a_port_in_use_is_told_in_one_line(tmp_path: Path) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = Project(tmp_path).ck("serve", "--port", port)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert port in done.stderr
    assert "--port" in done.stderr


def _runs(number: int) -> bool:
    try:
        state = Path(f"/proc/{number}/stat").read_text("utf-8").rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"


def _wait_for_end(number: int) -> None:
    for _ in range(600):
        if not _runs(number):
            return
        time.sleep(0.05)
    os.kill(number, signal.SIGKILL)
    pytest.fail(f"{number} is still there")
