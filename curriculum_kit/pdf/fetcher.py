"""The only door through which WeasyPrint may fetch something.

Through it go the fonts of the books and images: files inside the asset folders, and images written into the document
as `data:` addresses. Everything else ends the rendering: the network, other files, stylesheets, attachments.
"""

from __future__ import annotations

import base64
import binascii
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NoReturn
from urllib.parse import unquote, unquote_to_bytes, urlsplit

from weasyprint.urls import FatalURLFetchingError, URLFetcher, URLFetcherResponse

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.files import digest
from curriculum_kit.pdf.fonts import SCHEME

TYPES = {
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".svg": "image/svg+xml",
}
MAX_BYTES = 20_000_000


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no types
    """Fetches images from `assets`, and the fonts in `fonts` by their names.

    After rendering, `used` holds the images by their path relative to `base`, with the digests of the bytes that were
    used, and `refusals` what was asked for in vain: WeasyPrint swallows some errors, so ask here.
    """

    def __init__(self, *, base: Path, assets: tuple[Path, ...], fonts: Mapping[str, Path]) -> None:
        # The handlers of the parent could open the network; nothing below calls them.
        super().__init__(allowed_protocols=("file", "data", SCHEME), allow_redirects=False, fail_on_errors=True)
        self.base = base.resolve()
        self.assets = tuple(folder.resolve() for folder in assets)
        self.fonts = fonts
        self.used: dict[str, str] = {}
        self.refusals: list[Text] = []

    def fetch(self, url: object, headers: object = None) -> URLFetcherResponse:
        """The bytes behind an address.

        Raises `FatalURLFetchingError`, which is no `Exception`, when the address is not allowed.
        """
        del headers
        if not isinstance(url, str) or not url:
            self._refuse(text("gambar tanpa alamat"))
        scheme = url.partition(":")[0].lower()
        if scheme == SCHEME:
            return self._font(url)
        if scheme == "data":
            data, kind = self._written_out(url)
        elif scheme == "file":
            data, kind = self._file(url)
        else:
            self._refuse(text("alamat ini tidak boleh dibaca: {url}", url=url[:200]))
        # Not a file address: WeasyPrint would read the file again while drawing.
        return URLFetcherResponse(f"{SCHEME}:image", data, {"Content-Type": kind})

    def _font(self, url: str) -> URLFetcherResponse:
        path = self.fonts.get(url.partition(":")[2])
        if path is None:
            self._refuse(text("huruf {url} tidak ada", url=url[:200]))
        return URLFetcherResponse(url, path.read_bytes(), {"Content-Type": "font/ttf"})

    def _written_out(self, url: str) -> tuple[bytes, str]:
        """The bytes and the type of an image inside a `data:` address."""
        head, comma, body = url[len("data:") :].partition(",")
        kind, *parameters = (part.strip().lower() for part in head.split(";"))
        if not comma or kind not in TYPES.values():
            self._refuse(text("alamat data: hanya untuk gambar, bukan {kind}", kind=kind[:50] or "teks"))
        data = unquote_to_bytes(body)
        if "base64" in parameters:
            try:
                data = base64.b64decode(data, validate=True)
            except binascii.Error:
                self._refuse(text("gambar di dalam alamat data: rusak"))
        self._check(data, kind, "data:")
        return data, kind

    def _file(self, url: str) -> tuple[bytes, str]:
        """The bytes and the type of an image file."""
        parts = urlsplit(url)
        name = unquote(parts.path)
        if parts.netloc or "\0" in name:
            self._refuse(text("alamat ini tidak boleh dibaca: {url}", url=url[:200]))
        shown = os.path.relpath(name, self.base)
        try:
            path = Path(name).resolve(strict=True)
        except (OSError, RuntimeError):
            self._refuse(text("berkas {path} tidak ada", path=shown))
        if not any(path.is_relative_to(folder) for folder in self.assets):
            self._refuse(text("berkas {path} berada di luar folder gambar", path=shown))
        kind = TYPES.get(path.suffix.lower())
        if kind is None:
            self._refuse(text("berkas {path} bukan gambar PNG, JPEG, WebP, atau SVG", path=shown))
        data = self._read(path, shown)
        self._check(data, kind, shown)
        self.used[Path(shown).as_posix()] = digest(data)
        return data, kind

    def _read(self, path: Path, shown: str) -> bytes:
        try:
            # Not waiting for a pipe, not following a link put there since.
            handle = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC)
            with os.fdopen(handle, "rb") as file:
                if not stat.S_ISREG(os.fstat(handle).st_mode):
                    self._refuse(text("{path} bukan berkas biasa", path=shown))
                return file.read(MAX_BYTES + 1)
        except OSError as error:
            self._refuse(text("berkas {path} tidak dapat dibaca: {reason}", path=shown, reason=error.strerror))

    def _check(self, data: bytes, kind: str, shown: str) -> None:
        """Refuse what is too big or is not what it says: the image library would try every format it knows."""
        if len(data) > MAX_BYTES:
            self._refuse(text("gambar {path} lebih besar dari {limit} MB", path=shown, limit=MAX_BYTES // 1_000_000))
        if kind == TYPES[".svg"]:
            if b"<!ENTITY" in data:
                self._refuse(text("gambar {path} memakai ENTITY, yang tidak diizinkan", path=shown))
            return
        genuine = {
            TYPES[".png"]: data.startswith(b"\x89PNG\r\n\x1a\n"),
            TYPES[".jpg"]: data.startswith(b"\xff\xd8\xff"),
            TYPES[".webp"]: data.startswith(b"RIFF") and data[8:12] == b"WEBP",
        }
        if not genuine[kind]:
            self._refuse(text("isi gambar {path} bukan {kind}", path=shown, kind=kind))

    def _refuse(self, reason: Text) -> NoReturn:
        self.refusals.append(reason)
        raise FatalURLFetchingError(reason.format())
