"""The web server of the preview. It answers this machine alone, and only questions that change nothing."""

from __future__ import annotations

import mimetypes
import tempfile
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import unquote, urlsplit

from curriculum_kit.audience import Audience
from curriculum_kit.diagnostics import text
from curriculum_kit.edition.layout import template_text
from curriculum_kit.errors import BuildFailed, EnvironmentTrouble
from curriculum_kit.preview.audiences import PLACES, AudienceProcess
from curriculum_kit.preview.live import Live
from curriculum_kit.preview.words import OWN, message, plain_page, with_panel
from curriculum_kit.resources import templates_folder
from curriculum_kit.texts import Translate
from curriculum_kit.website.assets import write_assets
from curriculum_kit.website.offline import MANIFEST

HOST = "127.0.0.1"
QUIET = 15.0
"""Seconds after which a line that carries no news shows that it is still there."""
OWN_FILES = ("pratinjau.js", "preview.css")
NO_WORKER = (
    'self.addEventListener("install",()=>self.skipWaiting());'
    'self.addEventListener("activate",()=>self.registration.unregister());\n'
)
"""In place of the service worker of a built site: a preview must never come from the store of the browser."""

NOTHING_YET = text("Belum ada halaman")
MEND_FIRST = text("Perbaiki kesalahan di bawah ini; halaman akan tampil dengan sendirinya.")
NOT_HERE = text("Halaman tidak ada")
NOT_HERE_WORDS = text("Kurikulum ini tidak memiliki halaman tersebut. Mungkin berkasnya berganti nama atau dihapus.")
NO_BOOKS = text("Buku tidak dibuat dalam pratinjau")
NO_BOOKS_WORDS = text("Jalankan `ck build` untuk membuat semua buku PDF.")
NOT_RENDERED = text("Halaman tidak dapat ditampilkan")
NOT_RENDERED_WORDS = text("Kesalahan di dalam program: {error}")


class Server(ThreadingHTTPServer):
    """Serves a live curriculum on the loopback interface."""

    daemon_threads = True

    def __init__(self, live: Live, port: int, translate: Translate | None) -> None:
        """Take a port; 0 takes a free one. Raises `EnvironmentTrouble` when somebody else has it."""
        self.live = live
        self.translate = translate
        self._assets: tuple[int, dict[str, dict[str, bytes]]] = (0, {})
        try:
            super().__init__((HOST, port), Handler)
        except OSError as error:
            words = text(
                "Porta {port} tidak dapat dipakai ({reason}); pilih yang lain dengan --port.",
                port=port,
                reason=error.strerror,
            )
            raise EnvironmentTrouble(words.format(translate)) from error

    @property
    def address(self) -> str:
        """Where a browser finds it."""
        return f"http://{HOST}:{self.server_port}/"

    def assets(self, place: str) -> dict[str, bytes]:
        """Styles, scripts and icons of a site as in a build, made anew when a template has changed."""
        newest = max(path.stat().st_mtime_ns for path in (templates_folder() / "website").rglob("*"))
        if self._assets[0] != newest:
            files = {}
            for audience, name in PLACES.items():
                with tempfile.TemporaryDirectory(prefix="ck-serve-") as folder:
                    write_assets(Path(folder), for_trainers=audience is Audience.TRAINER)
                    files[name] = {path.name: path.read_bytes() for path in Path(folder).iterdir()}
            self._assets = newest, files
        return self._assets[1][place]


class Handler(BaseHTTPRequestHandler):
    """Answers one question."""

    server: Server
    server_version = "ck"
    sys_version = ""
    timeout = 60

    def do_GET(self) -> None:
        """Answer a question of a browser on this machine. Other names for it are refused: they may be a trap."""
        port = self.server.server_port
        if self.headers.get("Host", "") not in {f"{HOST}:{port}", f"localhost:{port}"}:
            self.answer(HTTPStatus.FORBIDDEN, b"403\n", "text/plain")
            return
        with suppress(ConnectionError, TimeoutError):
            self._route(unquote(urlsplit(self.path).path))

    def do_HEAD(self) -> None:
        """The same without the content."""
        self.do_GET()

    def log_message(self, *_: object) -> None:
        """Say nothing: the terminal belongs to what is saved."""

    def answer(self, status: HTTPStatus, content: bytes, kind: str, **headers: str) -> None:
        """Send an answer that no other site may read and nobody keeps."""
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(content)))
        self._send_guards()
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)

    def _send_guards(self) -> None:
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        self.send_header("X-Content-Type-Options", "nosniff")
        self.send_header("X-Frame-Options", "SAMEORIGIN")

    def _route(self, path: str) -> None:
        place, slash, name = path.removeprefix("/").partition("/")
        if path.startswith(OWN):
            self._answer_own(path.removeprefix(OWN))
        elif place not in PLACES.values() or not slash:
            known = place if place in PLACES.values() else PLACES[self.server.live.first]
            if path in {"/", f"/{known}"}:
                self.answer(HTTPStatus.FOUND, b"", "text/plain", Location=f"/{known}/index.html")
            else:
                self._plain(HTTPStatus.NOT_FOUND)
        else:
            try:
                self._answer_site(place, name)
            except BuildFailed as error:
                page = plain_page(
                    NOT_RENDERED, text(NOT_RENDERED_WORDS.template, error=str(error)), self.server.translate
                )
                status = HTTPStatus.INTERNAL_SERVER_ERROR
                self._page(status, page, self.server.live.editions[place], name)

    def _answer_own(self, name: str) -> None:
        if name in OWN_FILES:
            kind = "text/javascript" if name.endswith(".js") else "text/css"
            self.answer(HTTPStatus.OK, template_text("preview", name).encode(), kind)
        elif name.removeprefix("kabar/") in PLACES.values() and self.command == "GET":
            self._stream(self.server.live.editions[name.removeprefix("kabar/")])
        else:
            self._plain(HTTPStatus.NOT_FOUND)

    def _answer_site(self, place: str, name: str) -> None:
        """A page, or a file of the site."""
        if name == "luring.js":
            self.answer(HTTPStatus.OK, NO_WORKER.encode(), "text/javascript")
        elif name.startswith("unduhan/"):
            self._page(
                HTTPStatus.NOT_FOUND,
                plain_page(NO_BOOKS, NO_BOOKS_WORDS, self.server.translate),
                self.server.live.editions[place],
                name,
            )
        elif name.startswith(("aset/", "gambar/", "lembar/")) or name == MANIFEST:
            content = self._file(place, name)
            if content is None:
                self._plain(HTTPStatus.NOT_FOUND)
            else:
                self.answer(HTTPStatus.OK, content, mimetypes.guess_type(name)[0] or "application/octet-stream")
        else:
            self._answer_page(place, f"{name}index.html" if not name or name.endswith("/") else name)

    def _file(self, place: str, name: str) -> bytes | None:
        """A file by its name in a table: nothing on the disk is looked up by what a browser says."""
        folder, _, file = name.partition("/")
        if folder == "gambar":
            return self.server.live.edition(place).file("picture", file)
        if folder == "aset" and file in self.server.assets(place):
            return self.server.assets(place)[file]
        return self.server.live.edition(place).file("data", name)

    def _answer_page(self, place: str, address: str) -> None:
        edition = self.server.live.edition(place)
        page, status = edition.page(address), HTTPStatus.OK
        if page is None:
            words = (NOT_HERE, NOT_HERE_WORDS) if edition.version else (NOTHING_YET, MEND_FIRST)
            page, status = plain_page(*words, self.server.translate), HTTPStatus.NOT_FOUND
        self._page(status, page, edition, address)

    def _page(self, status: HTTPStatus, page: str, edition: AudienceProcess, address: str) -> None:
        followed = with_panel(page, edition.version, address, self.server.live.root)
        self.answer(status, followed.encode(), "text/html")

    def _plain(self, status: HTTPStatus) -> None:
        self.answer(status, f"{status.value}\n".encode(), "text/plain")

    def _stream(self, edition: AudienceProcess) -> None:
        """Send news as long as somebody listens."""
        live = self.server.live
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream; charset=utf-8")
        self._send_guards()
        self.end_headers()
        with live.following(edition):
            live.edition(PLACES[edition.audience])
            seen = -1
            while True:
                count = live.wait(seen, QUIET)
                news = message(edition.version, live.findings(edition), live.root, self.server.translate)
                self.wfile.write(f"data: {news}\n\n".encode() if count > seen else b": \n\n")
                self.wfile.flush()
                seen = count
