"""Roles, links and refused syntax within lines: from the inline tokens, with their places in the raw text.

Inline tokens know only the lines of their paragraph. What they say is looked for in the raw text, always onwards from
what was found last, so that the second of two equal roles gets the second place.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from posixpath import dirname, join, normpath

from markdown_it import MarkdownIt
from markdown_it.token import Token
from msgspec.structs import replace

from curriculum_kit.blocks import ROLES
from curriculum_kit.diagnostics import Span
from curriculum_kit.source.document import Fault, FaultKind, LinkUse, RoleUse
from curriculum_kit.source.text_places import TextPlaces

_SCHEMES = frozenset({"https", "http", "mailto"})
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
# What the parser left as text although it was meant to be more. The last group, if any, is the faulty word.
_LEFT_AS_TEXT = (
    (re.compile(r"\{\{[^{}]*(?:\}\})?"), FaultKind.SUBSTITUTION),
    (re.compile(rf"\{{[ \t]*(?:{'|'.join(ROLES)})[ \t]*\}}"), FaultKind.MALFORMED_ROLE),
    (re.compile(rf"\((?:{'|'.join(ROLES)})\)$"), FaultKind.MALFORMED_ROLE),  # counts before a backtick only
    (re.compile(r"\{[ \t]*[.#][A-Za-z][^{}]*\}|\{[ \t]*[A-Za-z-]+=[^{}]*\}"), FaultKind.ATTRIBUTES),
    (re.compile(r"\]\([ \t]*<?([A-Za-z][A-Za-z0-9+.-]*:[^\s<>()]*)"), FaultKind.LINK_SCHEME),
    (re.compile(r"<([A-Za-z][A-Za-z0-9+.-]+:[^\s<>]*)>"), FaultKind.LINK_SCHEME),
)

_LIKE_ROLE = re.compile(
    rf"[{{(][ \t]*({'|'.join(ROLES)})[ \t]*[}})][ \t]*[`'‘’´\"“”]([^`'‘’´\"“”\n]+)[`'‘’´\"“”]"  # noqa: RUF001
)


class InlineReader:
    """Collects roles, links and faults of inline tokens in reading order."""

    def __init__(self, places: TextPlaces, markdown: MarkdownIt, fallback: Span | None = None) -> None:
        self.roles: list[RoleUse] = []
        self.links: list[LinkUse] = []
        self.faults: list[Fault] = []
        self._places = places
        self._text = places.text
        self._markdown = markdown
        self._fallback = fallback
        self._at = 0
        self._end = 0
        self._trainer_only = False
        self._link: tuple[str, int | None] | None = None
        self._readers: dict[str, Callable[[Token], None]] = {
            "text": self._read_text,
            "code_inline": self._read_code,
            "myst_role": self._read_role,
            "link_open": self._open_link,
            "link_close": self._close_link,
            "image": self._read_image,
            "html_inline": self._read_html,
            "footnote_ref": self._read_footnote,
        }

    def read(self, tokens: Sequence[Token], start: int, end: int, *, trainer_only: bool = False) -> None:
        """Collect from `tokens`, which were made of the raw text between two offsets."""
        self._at = max(self._at, start)
        self._end = max(self._at, end)
        self._trainer_only = trainer_only
        for token in tokens:
            reader = self._readers.get(token.type)
            if reader:
                reader(token)

    def _read_text(self, token: Token) -> None:
        if not any(sign in token.content for sign in ("{", "](", "<", ")")):
            return
        found = ((match, kind) for pattern, kind in _LEFT_AS_TEXT for match in pattern.finditer(token.content))
        for match, kind in sorted(found, key=lambda pair: pair[0].start()):
            word = match[match.re.groups]
            at = self._find(word)
            if word.startswith("(") and (at is None or self._text[at + len(word) : at + len(word) + 1] != "`"):
                continue
            self._report(kind, word, at)
            if kind is FaultKind.MALFORMED_ROLE and at is not None:
                self._mend_role(at)

    def _mend_role(self, at: int) -> None:
        """Put the replacement into the fault that was just reported, when content in some kind of quotes follows."""
        match = _LIKE_ROLE.match(self._text, at, self._end)
        if match:
            mend = self._places.span(at, match.end())
            replacement = f"{{{match[1]}}}`{match[2]}`"
            self.faults[-1] = replace(self.faults[-1], replacement=replacement, mend=mend)

    def _read_code(self, token: Token) -> None:
        opening = self._find(token.markup)
        if opening is not None:
            closing = self._text.find(token.markup, opening + len(token.markup) + 1, self._end)
            self._at = closing + len(token.markup) if closing >= 0 else self._at

    def _read_role(self, token: Token) -> None:
        name = str(token.meta["name"])
        opening = self._find(f"{{{name}}}`")
        while opening and self._text[opening - 1] == "\\":  # an escaped one is text
            self._at = opening + 1
            opening = self._find(f"{{{name}}}`")
        if name not in ROLES:
            self._report(FaultKind.UNKNOWN_ROLE, name, None if opening is None else opening + 1)
            return
        words, target = split_title(token.content)
        start = opening
        if opening is not None:
            self._at = opening + len(name) + 2
            if words is not None:  # which may hold the target as well
                closing = self._text.find("`", self._at + 1, self._end)
                self._at = max(self._at, self._text.rfind("<", self._at, closing) + 1)
            start = self._find(target) if target else opening
        self.roles.append(RoleUse(name, target, words, self._span(start, target), self._trainer_only))
        if start is not None:
            self._at = start + len(target)

    def _open_link(self, token: Token) -> None:
        href = str(token.attrs.get("href", ""))
        if token.info != "auto":
            self._link = href, self._find("[")
            return
        opening = self._find("<")
        closing = self._text.find(">", self._at, self._end)
        self._add_link(href, None if opening is None else (opening + 1, max(closing, opening + 1)))
        self._link = None

    def _close_link(self, _token: Token) -> None:
        if self._link is None:
            return
        href, opening = self._link
        place = self._destination(href)
        if place:
            self._at = place[1]
        elif opening is not None:  # the address stands in a definition elsewhere
            place = opening, opening + 1
        self._add_link(href, place)

    def _destination(self, href: str) -> tuple[int, int] | None:
        """Where the address of the link that has just ended is written."""
        at = self._text.find("](", self._at, self._end)
        while at >= 0:
            start = at + 2
            while self._text[start : start + 1].isspace():
                start += 1
            found = self._markdown.helpers.parseLinkDestination(self._text, start, self._end)
            if found.ok and self._markdown.normalizeLink(found.str) == href:
                angled = int(self._text.startswith("<", start))
                return start + angled, found.pos - angled
            at = self._text.find("](", at + 2, self._end)
        return None

    def _add_link(self, href: str, place: tuple[int, int] | None) -> None:
        target = self._markdown.normalizeLinkText(href)
        span = self._places.span(*place) if place else self._span(None, target)
        if link_is_allowed(self._places.file, target):
            self.links.append(LinkUse(target, span, self._trainer_only))
        else:
            self.faults.append(Fault(FaultKind.LINK_SCHEME, target, span))

    def _read_image(self, token: Token) -> None:
        self._report(FaultKind.MARKDOWN_IMAGE, str(token.attrs.get("src", "")), self._find("!["), "![")

    def _read_html(self, token: Token) -> None:
        self._report(FaultKind.RAW_HTML, token.content, self._find(token.content))

    def _read_footnote(self, token: Token) -> None:
        word = f"[^{token.meta['label']}]"
        self._report(FaultKind.FOOTNOTE, word, self._find(word))

    def _find(self, word: str) -> int | None:
        """The next place of `word`; a blank in it may be a line end in the raw text. The search goes on from there."""
        at = self._text.find(word, self._at, self._end)
        if at < 0 and " " in word:
            pattern = re.compile(r"\s+".join(map(re.escape, word.split())))
            match = pattern.search(self._text, self._at, self._end)
            at = match.start() if match else -1
        if at < 0:
            return None
        self._at = at
        return at

    def _report(self, kind: FaultKind, word: str, at: int | None, written: str | None = None) -> None:
        self.faults.append(Fault(kind, word, self._span(at, written or word)))
        if at is not None:
            self._at = at + 1

    def _span(self, at: int | None, written: str) -> Span:
        if at is not None:
            return self._places.span(at, min(at + len(written), self._end))
        return self._fallback or self._places.span(self._at, self._at)


def split_title(content: str) -> tuple[str | None, str]:
    """`words <target>` or `target`, split as Sphinx does."""
    content = content.strip()
    opening = content.rfind("<")
    if opening > 0 and content.endswith(">"):
        return content[:opening].rstrip(), content[opening + 1 : -1].strip()
    return None, content


def link_is_allowed(file: str, target: str) -> bool:
    """Whether a link leads to the web, a mailbox, an anchor or a page inside the curriculum folder.

    MyST copies any other file that a link names into the website: a way out for files that are nobody's business.
    """
    scheme = _SCHEME.match(target)
    if scheme:
        return scheme[1] in _SCHEMES
    path, _, anchor = target.partition("#")
    if not path:
        return bool(anchor)
    inside = not normpath(join(dirname(file), path)).startswith(("..", "/"))
    return path.endswith(".md") and inside and "\\" not in path
