"""A client of yaml-language-server, the program behind YAML in VS Code and other editors."""

from __future__ import annotations

import json
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

PATIENCE = 30
"""Seconds after which a server that says nothing has nothing to say."""

CAPABILITIES = {
    "textDocument": {
        "completion": {"completionItem": {"snippetSupport": True, "documentationFormat": ["markdown"]}},
        "hover": {"contentFormat": ["markdown"]},
    },
    "workspace": {"configuration": True},
}


class LanguageServer:
    """A running server, spoken to over its standard input and output."""

    def __init__(self, process: subprocess.Popen[bytes], settings: dict[str, Any]) -> None:
        self._process = process
        self._settings = settings
        self._last = 0
        self._version = 0
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def start(self, root: Path) -> None:
        """Shake hands."""
        folder = {"uri": root.as_uri(), "name": root.name}
        self.ask(
            "initialize", processId=None, rootUri=root.as_uri(), workspaceFolders=[folder], capabilities=CAPABILITIES
        )
        self.tell("initialized")
        self.tell("workspace/didChangeConfiguration", settings=self._settings)

    def open(self, path: Path, text: str) -> str:
        """Show a text to the server as if it stood in a file."""
        self._version += 1  # the server remembers a version of a document
        document = {"uri": path.as_uri(), "languageId": "yaml", "version": self._version, "text": text}
        self.tell("textDocument/didOpen", textDocument=document)
        return path.as_uri()

    def diagnostics(self, uri: str) -> list[dict[str, Any]]:
        """What the server says about an open text."""
        while uri not in self._diagnostics:
            self._handle(self._receive())
        return self._diagnostics[uri]

    def troubles(self, uri: str) -> list[dict[str, Any]]:
        """The same for a text that has mistakes: a server that is still starting says nothing at first."""
        deadline = time.monotonic() + PATIENCE
        while not self._diagnostics.get(uri) and time.monotonic() < deadline:
            self.at("hover", uri, 0, 0)
            time.sleep(0.05)
        return self._diagnostics.get(uri, [])

    def at(self, method: str, uri: str, line: int, character: int) -> Any:
        """Ask about a place."""
        position = {"line": line, "character": character}
        return self.ask(f"textDocument/{method}", textDocument={"uri": uri}, position=position)

    def ask(self, method: str, **params: Any) -> Any:
        """A request and its answer."""
        self._last += 1
        wanted = self._last
        self._send({"id": wanted, "method": method, "params": params})
        while True:
            message = self._receive()
            if message.get("id") == wanted and "method" not in message:
                assert "error" not in message, message["error"]
                return message["result"]
            self._handle(message)

    def tell(self, method: str, **params: Any) -> None:
        """A notification."""
        self._send({"method": method, "params": params})

    def _handle(self, message: dict[str, Any]) -> None:
        if message.get("method") == "textDocument/publishDiagnostics":
            self._diagnostics[message["params"]["uri"]] = message["params"]["diagnostics"]
        elif message.get("method") == "workspace/configuration":
            items = message["params"]["items"]
            self._send({"id": message["id"], "result": [self._settings.get(item["section"]) for item in items]})
        elif "id" in message and "method" in message:
            self._send({"id": message["id"], "result": None})

    def _send(self, message: dict[str, Any]) -> None:
        assert self._process.stdin
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n" % len(content) + content)
        self._process.stdin.flush()

    def _receive(self) -> dict[str, Any]:
        assert self._process.stdout
        length = 0
        while line := self._process.stdout.readline().strip():
            name, _, value = line.partition(b":")
            length = int(value) if name.lower() == b"content-length" else length
        assert length, "the server has gone away"
        return dict(json.loads(self._process.stdout.read(length)))


@contextmanager
def language_server(command: list[str], root: Path, settings: dict[str, Any]) -> Iterator[LanguageServer]:
    """A server for a folder with VS Code's settings, stopped at the end."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        server = LanguageServer(process, settings)
        try:
            server.start(root)
            yield server
            server.ask("shutdown")
            server.tell("exit")
            process.wait(timeout=10)
        finally:
            process.kill()
