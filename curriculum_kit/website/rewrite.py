"""Copy HTML and change some of its elements on the way; everything else stays as it was, byte by byte."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from html.parser import HTMLParser

from curriculum_kit.search.pages import VOID


@dataclass(slots=True)
class Element:
    """An element about to be copied. What is set here is what is written.

    `tail` is text that comes after the content. A dropped element goes with its content; its end tag must be written
    out.
    """

    name: str
    attributes: dict[str, str | None]
    tail: str = ""
    dropped: bool = False

    def start(self) -> str:
        """The start tag."""
        words = [self.name]
        words += [key if value is None else f'{key}="{escape(value)}"' for key, value in self.attributes.items()]
        return f"<{' '.join(words)}>"


def rewritten(html: str, change: Callable[[Element], None]) -> str:
    """The HTML with all elements as `change` leaves them."""
    copy = _Copy(change)
    copy.feed(html)
    copy.close()
    return "".join(copy.parts)


class _Copy(HTMLParser):
    def __init__(self, change: Callable[[Element], None]) -> None:
        super().__init__(convert_charrefs=False)
        self.parts: list[str] = []
        self._change = change
        self._open: list[tuple[str, Element]] = []
        self._silent: list[str] = []
        """Names of open elements of the same name as the dropped one that is being skipped."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.append(tag)
            return
        element = Element(tag, dict(attrs))
        self._change(element)
        if element.dropped:
            if tag not in VOID:
                self._silent.append(tag)
            return
        changed = element.name != tag or element.attributes != dict(attrs)
        self.parts.append(element.start() if changed else self.get_starttag_text() or "")
        if tag not in VOID:
            self._open.append((tag, element))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self._silent:
            if tag == self._silent[0]:
                self._silent.pop()
            return
        # Elements whose end tag HTML lets one leave out, such as `li`, end with the one around them.
        place = next((place for place in reversed(range(len(self._open))) if self._open[place][0] == tag), None)
        if place is None:
            self.parts.append(f"</{tag}>")
            return
        element = self._open[place][1]
        del self._open[place:]
        self.parts.append(f"{escape(element.tail)}</{element.name}>")

    def handle_data(self, data: str) -> None:
        self._copy(data)

    def handle_entityref(self, name: str) -> None:
        self._copy(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._copy(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self._copy(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self._copy(f"<!{decl}>")

    def _copy(self, text: str) -> None:
        if not self._silent:
            self.parts.append(text)
