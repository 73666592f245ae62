"""A preview of the example curriculum in a process of its own: edit, wait, look. Chainable, like `Project`."""

from __future__ import annotations

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from typing import Any, Self

from tests.project import AS_OF, Project

PATIENCE = 90.0
"""Seconds; a machine may be busy. Nothing here says how fast the preview is."""
News = dict[str, Any]


class Preview:
    """`ck serve` on a free port, followed like a page does."""

    def __init__(self, project: Project, place: str = "pelatih", *options: str) -> None:
        """Start it and wait for its first news."""
        self.project = project
        self.place = place
        self.process = subprocess.Popen(
            [sys.executable, "-m", "curriculum_kit", "serve", "--port", "0", "--as-of", AS_OF, *options],
            cwd=project.folder,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            env={**os.environ, "NO_COLOR": "1", "PYTHONUNBUFFERED": "1"},
            start_new_session=True,
        )
        assert self.process.stdout
        line = self.process.stdout.readline()
        match = re.search(r"http://127\.0\.0\.1:(\d+)/", line)
        assert match, line + (self.process.stderr.read() if self.process.stderr else "")
        self.port = int(match[1])
        self.news: list[News] = []
        threading.Thread(target=self._drain, daemon=True).start()
        threading.Thread(target=self._listen, daemon=True).start()
        self.wait(lambda _: True)

    def edit(self, file: str, old: str, new: str) -> Self:
        """Save a file with one place changed."""
        self.project.edit(file, old, new)
        return self

    def write(self, file: str, text: str) -> Self:
        """Save a whole file."""
        self.project.write(file, text)
        return self

    def wait(self, told: Callable[[News], bool]) -> Self:
        """Wait until the last news is as wanted."""
        until = time.monotonic() + PATIENCE
        while not (self.news and told(self.news[-1])):
            assert self.process.poll() is None, "the preview has ended"
            assert time.monotonic() < until, f"the last news: {self.news[-1:]}"
            time.sleep(0.02)
        return self

    def wait_until_good(self) -> Self:
        """Wait until there is no error."""
        return self.wait(lambda news: not self.errors(news))

    def wait_for(self, code: str) -> Self:
        """Wait for an error."""
        return self.wait(lambda news: code in self.errors(news))

    def sees(self, page: str, words: str) -> Self:
        """Wait until a page says something."""
        until = time.monotonic() + PATIENCE
        while words not in self.page(page):
            assert time.monotonic() < until, f"{words!r} is not in {page}; the last news: {self.news[-1:]}"
            time.sleep(0.05)
        return self

    def lacks(self, page: str, words: str) -> Self:
        """A page does not say something."""
        assert words not in self.page(page)
        return self

    def page(self, address: str) -> str:
        """A page of the place, as text."""
        return self.ask(f"/{self.place}/{address}")[1].decode()

    def status(self, path: str, **headers: str) -> int:
        """The status of an answer."""
        return self.ask(path, **headers)[0].status

    def ask(self, path: str, method: str = "GET", **headers: str) -> tuple[HTTPResponse, bytes]:
        """An answer with its content. The path is sent as it is."""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request(method, path, headers=headers)
        answer = connection.getresponse()
        content = answer.read()
        connection.close()
        return answer, content

    @staticmethod
    def errors(news: News) -> list[str]:
        """The codes of the errors in some news."""
        return [found["code"] for found in news["findings"] if found["severity"] == "error"]

    def children(self) -> list[int]:
        """The processes that it has started."""
        listed = Path(f"/proc/{self.process.pid}/task").glob("*/children")
        return [int(number) for file in listed for number in file.read_text("ascii").split()]

    def stop(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it as a person does. Returns its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def close(self) -> None:
        """End it, whatever state it is in."""
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()
        for stream in (self.process.stdout, self.process.stderr):
            if stream:
                stream.close()

    def _drain(self) -> None:
        for _ in self.process.stdout or ():
            pass

    def _listen(self) -> None:
        try:
            connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
            connection.request("GET", f"/_pratinjau/kabar/{self.place}")
            for line in connection.getresponse():
                if line.startswith(b"data: "):
                    self.news.append(json.loads(line[6:]))
        except (OSError, ValueError):
            return
