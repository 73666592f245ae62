"""Hypothesis strategies for Markdown: well-formed sessions, and lines of everything that could upset them."""

from __future__ import annotations

import re

from hypothesis import strategies as st

TEACHING = ("answer", "exercise", "tip", "trainer-note", "case", "check", "activity")
SIMPLE = (
    "W",
    "W\nW",
    "- W\n- W",
    "- W\n\n  W",
    "1. W\n   W\n2. W",
    "* W\n\n  * W",
    "> W\n> W",
    "> W\nW",
    "| W | W |\n| --- | --- |\n| W | W |",
    "## W",
    "**W** `W`",
    "{fact}`W`",
    "W\\\nW",
    "W: W",
    "[W](#W)",
    "-\n\n  W",
)
PREFIXES = ("", "", "", " ", "  ", "   ", "    ", "\t", "> ", "- ", "1. ", "- - ", "> > ", "\u00a0", "\u200b", "\ufeff")
HEADS = ("{answer}", "{tip}", "{figure}", "{Answer}", "{ answer }", "{only}", "{anwser}", "answer", "{answer", "W", "")
TAILS = ("", "", " W", "W", "  ", "\t", ":::", " W :::", "\u00a0", "\u200b", "\ufe0f")
OTHERS = (
    *SIMPLE,
    *(":name: W", ":key: W", ":W", ":", ": W", "---", "```", "~~~", "`", "<!--", "-->", "<div>", "</div>", "% W"),
    *("+++", "(W)=", "# W", "===", "[W]: W 'W", "[^1]: W", "[W](W", "{answer}", "{answer}`W`", "{fact}", "\\"),
    *(
        "W\u2028W",
        "W\x0cW",
        "W\x85W",
        "    W",
        "\tW",
        "&nbsp;",
        "\uff1a\uff1a\uff1a{answer}",
        "∷:",
        "***",
        "$$",
        "",
        "",
        "",
    ),
)


def numbered(text: str) -> str:
    """Each `W` becomes a word of its own, so that it can be found again."""
    numbers = iter(range(1, text.count("W") + 1))
    return re.sub("W", lambda _: f"kata{next(numbers)}z", text)


@st.composite
def blocks(draw: st.DrawFn, colons: int) -> str:
    """A well-formed block with at most `colons` colons."""
    own = draw(st.integers(3, colons))
    picture = draw(st.integers(0, 5)) == 0
    name = "figure" if picture else draw(st.sampled_from(TEACHING))
    options = draw(st.sampled_from(("", ":name: W\n", ":name: W\n:iuk: W\n")))
    body = draw(bodies(own - 1)) if own > 3 and not picture else "W"
    block = f"{':' * own}{{{name}}}{draw(st.sampled_from(('', ' W')))}\n{options}\n{body}\n{':' * own}"
    if not picture or draw(st.booleans()):
        return block
    return "1. W\n\n" + "\n".join(f"   {line}" if line else line for line in block.split("\n"))


@st.composite
def bodies(draw: st.DrawFn, colons: int) -> str:
    """Paragraphs and blocks, in any order."""
    part = st.sampled_from(SIMPLE) if colons < 3 else st.one_of(st.sampled_from(SIMPLE), blocks(colons))
    parts = draw(st.lists(part, min_size=1, max_size=4))
    return "\n\n".join(parts)


def sessions() -> st.SearchStrategy[str]:
    """Well-formed texts."""
    return bodies(6).map(numbered)


def lines() -> st.SearchStrategy[str]:
    """One line, most likely a fence or something like it."""
    colons = st.sampled_from((":", "::", ":::", ":::", "::::", ":::::"))
    fence = st.builds("{}{}{}".format, colons, st.sampled_from(HEADS), st.sampled_from(TAILS))
    return st.builds("{}{}".format, st.sampled_from(PREFIXES), st.one_of(fence, st.sampled_from(OTHERS)))


def hostile() -> st.SearchStrategy[str]:
    """Texts of such lines."""
    ends = st.sampled_from(("\n", "\n", "\n\n", "\r\n", "\r"))
    return st.builds(lambda end, parts: numbered(end.join(parts)), ends, st.lists(lines(), min_size=1, max_size=14))


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A well-formed text with one line lost, added or moved to the right."""
    text = draw(sessions()).split("\n")
    at = draw(st.integers(0, len(text) - 1))
    match draw(st.sampled_from(("lost", "added", "moved"))):
        case "lost":
            del text[at]
        case "added":
            text.insert(at, draw(lines()).replace("W", "kata999z"))
        case _:
            text[at] = draw(st.sampled_from(PREFIXES)) + text[at]
    return "\n".join(text)
