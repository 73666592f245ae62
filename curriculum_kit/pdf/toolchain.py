"""The versions of everything that has a say in the bytes of a PDF, found without importing the renderer.

Importing WeasyPrint takes half a second; a build in which nothing changed must not pay for it.
"""

from __future__ import annotations

import ctypes
import importlib.metadata
import platform
import zlib

from curriculum_kit.errors import EnvironmentTrouble

PACKAGES = ("weasyprint", "pydyf", "tinycss2", "cssselect2", "tinyhtml5", "pyphen", "fonttools", "pillow", "pikepdf")

_LIBRARIES = {
    "libpango-1.0.so.0": "pango_version_string",
    "libpangoft2-1.0.so.0": "",
    "libharfbuzz.so.0": "hb_version_string",
    "libharfbuzz-subset.so.0": "",
    "libfontconfig.so.1": "FcGetVersion",
}
"""System libraries with the function that tells their version; without one, they share that of the line above."""

_INSTALL = "sudo apt-get install --no-install-recommends libpangoft2-1.0-0 libharfbuzz-subset0"


def versions() -> tuple[str, ...]:
    """Names with versions, always in the same order.

    Raises `EnvironmentTrouble` when a package or a system library is missing, and says how to install it.
    """
    try:
        packages = [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]
    except importlib.metadata.PackageNotFoundError as error:
        raise EnvironmentTrouble(f"Paket {error.name} belum terpasang; jalankan `make build`.") from error
    libraries = [f"{file} {_library_version(file, function)}" for file, function in _LIBRARIES.items()]
    return (*packages, *libraries, f"zlib {zlib.ZLIB_RUNTIME_VERSION}", f"python {platform.python_version()}")


def _library_version(file: str, function: str) -> str:
    try:
        library = ctypes.CDLL(file)
    except OSError as error:
        raise EnvironmentTrouble(f"Pustaka sistem {file} belum terpasang; jalankan `{_INSTALL}`.") from error
    if not function:
        return ""
    ask = library[function]
    if function.endswith("_string"):
        ask.restype = ctypes.c_char_p
        return str(ask().decode("ascii"))
    return str(ask())
