"""What libyaml cannot read, in words that say what to do: most often a colon, a quote or an indentation."""

from __future__ import annotations

import re

import yaml

from curriculum_kit.diagnostics import Diagnostic, Fix, Related, Text, text
from curriculum_kit.source import yaml_habits
from curriculum_kit.source.yaml_faults import LEVEL, QUOTE_IT, ROOT, fault, missing_blank, missing_colon
from curriculum_kit.source.yaml_text import YamlText

_GLUED = re.compile(r"\s*(?:- +)?([A-Za-z_][\w-]*):([^ \t/].*)")
_WORDS_ONLY = re.compile(r"([ ]*(?:- +)?)([A-Za-z_]\w*)(?: *[=;] .*| [^:]*)?")
# A key or the dash of an item, and a value that is not in quotes and holds none.
_VALUE = re.compile(r"""(?:[ ]*(?:- +)*[A-Za-z_][\w-]*:[ ]+|[ ]*- +(?![{\[]))([^"'\s|>%](?:[^"\\]*[^"\\\s])?)\s*""")
_COLLECTION = re.compile(r"[{\[](?!\w+\}`|[^\[\]{}]*\] +\S)|.*\s#")
_SPACES = text("Ganti tab dengan spasi, dua untuk setiap tingkat; di VS Code pilih “Convert Indentation to Spaces”.")


def syntax(source: YamlText, error: yaml.YAMLError) -> Diagnostic:
    """What libyaml could not read, in words that say what to do."""
    problem, context = str(getattr(error, "problem", "")), str(getattr(error, "context", ""))
    at = _position(getattr(error, "problem_mark", None))
    began = _position(getattr(error, "context_mark", None) or getattr(error, "problem_mark", None))
    line = source.lines[at[0]] if at[0] < len(source.lines) else ""
    before, here = line[: at[1]], line[at[1] : at[1] + 1]
    if here == "\t" or "\t" in line[: len(line) - len(line.lstrip())]:
        return _tab(source, at, line)
    lost_key = problem.startswith("could not find expected ':'")
    numbers = [began[0], at[0]] if lost_key else [at[0], began[0]]
    looks = [(number, False) for number in numbers] + [(_line_above(source, at[0]), True)]
    for number, is_above in looks:
        habit = _habit(source, number, lost_key=lost_key, is_above=is_above)
        if habit:
            return habit
    message, help = _wording(problem, before, here)
    if problem.startswith("could not find"):
        return fault("YAML101", source.rest_of_line(*began), message, help)
    unclosed = "end of stream" in problem or "document indicator" in problem
    if unclosed or not any(line.strip() for line in source.lines[at[0] :]):
        curly = yaml_habits.curly_end(source, *began) if began[0] < len(source.lines) else None
        return curly or fault("YAML101", source.at(*began), message, help)
    if help is LEVEL:
        at = at[0], min(at[1], len(line) - len(line.lstrip(" ")))
    related = (Related(source.at(*began), text("kurung ini dibuka di sini")),) if "flow" in context else ()
    fix = _in_quotes(source, at[0]) if help is QUOTE_IT else None
    return fault("YAML101", source.at(*at), message, help, related=related, fix=fix)


def _habit(source: YamlText, number: int, *, lost_key: bool, is_above: bool) -> Diagnostic | None:
    """What an author does with a line who knows word processors better than YAML."""
    if number >= len(source.lines):
        return None
    line = source.lines[number]
    found = yaml_habits.odd_indent(source, number) or yaml_habits.odd_colon(source, number)
    if found is None and not is_above:
        # The line above may belong to a text of several lines, where such signs are welcome.
        found = yaml_habits.list_sign(source, number)
    if found:
        return found
    glued = _GLUED.fullmatch(line)
    if glued:
        return missing_blank(source.rest_of_line(number, glued.start(1)), f"{glued[1]}:{glued[2]}")
    words = _WORDS_ONLY.fullmatch(line.rstrip()) if lost_key else None
    if words:
        return missing_colon(source.rest_of_line(number, words.end(1)), words[2])
    return yaml_habits.curly_line(source, number)


def _tab(source: YamlText, at: tuple[int, int], line: str) -> Diagnostic:
    """Tabs as indentation; the replacement sets the line as far off as the line above asks for."""
    words = line.lstrip()
    fix = None
    if words:
        above = source.lines[_line_above(source, at[0])] if at[0] else ""
        depth = len(above) - len(above.lstrip(" "))
        begins_item, is_item = above.lstrip().startswith("- "), words.startswith("- ")
        depth += 2 if above.rstrip().endswith(":") or (begins_item and not is_item) else 0
        indent = len(line) - len(words)
        fix = Fix(source.span((at[0], 0, at[0], indent)), " " * depth)
    return fault("YAML110", source.at(*at), text("ada tab di sini; berkas YAML hanya mengenal spasi"), _SPACES, fix=fix)


def _in_quotes(source: YamlText, number: int) -> Fix | None:
    """The value of a line put in quotes, when it ends on its line."""
    match = _VALUE.fullmatch(source.lines[number])
    if not match or _COLLECTION.match(match[1]):
        return None
    depth = len(match[0]) - len(match[0].lstrip(" -"))
    below = next((line for line in source.lines[number + 1 :] if line.strip()), "")
    if len(below) - len(below.lstrip(" ")) > depth:
        return None
    return Fix(source.span((number, match.start(1), number, match.end(1))), f'"{match[1]}"')


def _position(mark: object) -> tuple[int, int]:
    return getattr(mark, "line", 0), getattr(mark, "column", 0)


def _line_above(source: YamlText, number: int) -> int:
    above = min(number, len(source.lines)) - 1
    while above > 0 and not source.lines[above].strip():
        above -= 1
    return max(above, 0)


def _wording(problem: str, before: str, here: str) -> tuple[Text, Text]:
    """Message and help for a problem of libyaml; `before` and `here` are what stands left of the place and at it."""
    for of_problem, of_before, of_here, message, help in _WORDINGS:
        if of_problem.match(problem) and of_before.fullmatch(before) and of_here.fullmatch(here):
            return text(message.template, sign=here), help
    return text("bagian ini tidak terbaca sebagai baris YAML"), LEVEL


_ANY = re.compile(".*", re.DOTALL)
# What libyaml says, what stands left of the place, the character at the place → message and help. The first fits.
_WORDINGS = (
    (
        re.compile("did not find expected key|mapping values are not allowed"),
        re.compile(r".*: +\[.*\] *"),
        _ANY,
        text("ada teks sesudah kurung penutup"),
        QUOTE_IT,
    ),
    (
        re.compile("did not find expected comment or line break"),
        _ANY,
        _ANY,
        text('sesudah tanda "|" atau ">" tidak boleh ada teks di baris yang sama'),
        QUOTE_IT,
    ),
    (
        re.compile("mapping keys are not allowed"),
        _ANY,
        _ANY,
        text('teks yang diawali "{sign}" harus diapit tanda kutip'),
        QUOTE_IT,
    ),
    (
        re.compile("mapping values are not allowed"),
        re.compile(".*: .*"),
        _ANY,
        text("ada titik dua kedua di baris ini"),
        QUOTE_IT,
    ),
    (
        re.compile("mapping values are not allowed"),
        _ANY,
        _ANY,
        text("jumlah spasi di awal baris ini tidak cocok dengan baris di atasnya"),
        LEVEL,
    ),
    (
        _ANY,
        _ANY,
        re.compile("[`@%]"),
        text('teks yang diawali atau memuat "{sign}" di sini harus diapit tanda kutip'),
        QUOTE_IT,
    ),
    (
        re.compile("block sequence entries are not allowed"),
        _ANY,
        _ANY,
        text('butir daftar "- …" tidak boleh sebaris dengan kuncinya'),
        text("Pindahkan butir ke baris baru. Teks yang memang diawali tanda hubung diapit tanda kutip."),
    ),
    (
        re.compile("did not find expected ',' or"),
        _ANY,
        _ANY,
        text("kurung belum ditutup, atau ada koma atau tanda kutip yang kurang"),
        text("Tutup kurungnya. Teks yang memuat koma, titik dua, atau kurung diapit tanda kutip."),
    ),
    (
        re.compile("did not find expected alphabetic or numeric"),
        _ANY,
        _ANY,
        text("teks yang diawali * atau & harus diapit tanda kutip"),
        QUOTE_IT,
    ),
    (
        re.compile("found unexpected (end of stream|document indicator)"),
        _ANY,
        _ANY,
        text("tanda kutip ini tidak ditutup"),
        text("Tutup dengan tanda kutip yang sama."),
    ),
    (
        re.compile(".*(hexdecimal|escape)"),
        _ANY,
        _ANY,
        text('garis miring terbalik "\\" di dalam kutip ganda keliru'),
        text("Pakai kutip tunggal '…', atau tulis \\\\ untuk satu garis miring terbalik."),
    ),
    (
        re.compile("could not find expected ':'"),
        _ANY,
        _ANY,
        text('baris ini bukan "kunci: nilai" dan bukan butir daftar "- …"'),
        ROOT,
    ),
    (
        re.compile("did not find expected key"),
        re.compile(r""".*["']\s*"""),
        _ANY,
        text("ada teks sesudah tanda kutip penutup"),
        QUOTE_IT,
    ),
    (
        re.compile("did not find expected"),
        _ANY,
        _ANY,
        text("jumlah spasi di awal baris ini tidak cocok dengan baris di atasnya"),
        LEVEL,
    ),
)
