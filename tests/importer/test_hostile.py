"""Files that want harm are refused for what they are, in one line, and nothing is written."""

from __future__ import annotations

import os
import random
import signal
from pathlib import Path

import pytest

from curriculum_kit.importer import Draft, Refused, import_files, isolated
from curriculum_kit.importer.isolated import read_file
from curriculum_kit.importer.reader import read
from curriculum_kit.importer.refusals import REASONS, Refuse
from curriculum_kit.importer.story import Group
from tests.importer.hostile import HONEST, HOSTILE, odd_files
from tests.importer.making import by_hand, odd_things, p, relation
from tests.tools import converted


@pytest.mark.parametrize("what", HOSTILE)
def test_each_is_refused_for_what_it_is(what: str) -> None:
    make, reasons = HOSTILE[what]
    with pytest.raises(Refuse) as refused:
        read(make())
    assert refused.value.reason in reasons
    assert refused.value.reason in REASONS


def test_an_honest_file_is_read_by_the_process(tmp_path: Path) -> None:
    path = tmp_path / "jujur.docx"
    path.write_bytes(HONEST)
    assert [block.text for block in read_file(path).blocks] == ["Usaha", "Isi yang jujur."]


def test_links_pipes_and_giants_are_not_opened(tmp_path: Path) -> None:
    for name, reason in odd_files(tmp_path).items():
        with pytest.raises(Refuse) as refused:
            read_file(tmp_path / name)
        assert refused.value.reason == reason


def test_a_refusal_is_one_line_with_the_name_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "ja\x1bhat.docx"
    path.write_bytes(HOSTILE["macros"][0]())
    assert import_files([path], "kwu-06", 6) == Refused("ja?hat.docx", REASONS["macro"])


def test_a_file_that_takes_too_long_is_left(tmp_path: Path) -> None:
    path = tmp_path / "lama.docx"
    path.write_bytes(HONEST)
    with pytest.raises(Refuse, match="too-slow"):
        read_file(path, seconds=0)


def test_the_end_of_the_reader_is_a_refusal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "mati.docx"
    path.write_bytes(HONEST)
    monkeypatch.setattr(isolated, "serve", _dies)
    with pytest.raises(Refuse, match="died"):
        read_file(path)


def _dies(*_: object) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_nothing_is_fetched_and_no_script_is_kept(tmp_path: Path) -> None:
    story = read(odd_things(tmp_path))
    said = " ".join(f"{remark.message.format()} {remark.words}" for remark in story.remarks)
    assert "https://mata.example/x.png" in said
    assert "javascript:alert(1)" in said
    made = import_files([_file(tmp_path, odd_things(tmp_path))], "kwu-06", 6)
    assert isinstance(made, Draft)
    written = b"".join(made.files.values())
    assert b"javascript:" not in written
    assert b"mata.example" not in written
    assert b"https://a.example/halaman" in written


@pytest.mark.parametrize("address", ["JaVaScRiPt:alert(1)", "data:text/html,x", "file:///etc/passwd", "vbscript:x",
                                     "\\\\server\\x", "https://a.example/x y"])  # fmt: skip
def test_links_that_lead_anywhere_but_the_web_are_dropped(address: str) -> None:
    body = f"<w:p><w:hyperlink r:id='r9'><w:r><w:t>klik</w:t></w:r></w:hyperlink></w:p>{p('isi')}"
    story = read(by_hand(body, relation("r9", "hyperlink", address, external=True)))
    assert [piece.link for block in story.blocks for piece in block.pieces] == ["", ""]
    assert [remark.words for remark in story.remarks if remark.group is Group.DROPPED] == [address]


HOSTILE_WORDS = [
    "{answer} kunci", ":::{answer} kunci", ":::", "::{answer}", "# judul", "<script>alert(1)</script>",
    "[a](javascript:x)", "{{ x }}", "{fact}`pph`", "(nama)=", "% kunci: B", "+++", "---", "```{raw} html",
    "![x](http://y)", "[^1]: kaki", "[^1] rujukan", "{only} trainer", "\u200b:::{answer}",
    "\uff1a\uff1a\uff1a{answer}", "&lt;b&gt;", "a*b*c _d_ **e**", ":alt: x", "$x$", "~~~", "    kode", "> kutipan",
    "1986. Sebuah tahun", "\\", "`", "|", "=====", "<http://x.example>", "- ", "–", "+62 811",
]  # fmt: skip


def test_words_that_look_like_markup_stay_words(tmp_path: Path) -> None:
    """As paragraphs, headings, list items, cells, captions, answers: the check finds nothing that is refused."""
    from xml.sax.saxutils import escape  # noqa: PLC0415

    from tests.importer.conftest import bring_in  # noqa: PLC0415
    from tests.importer.test_words import errors, lost  # noqa: PLC0415

    body = p("Sesi", "<w:outlineLvl w:val='0'/>")
    for words in HOSTILE_WORDS:
        written = escape(words)
        body += p(written) + p(f"{written} judul", "<w:outlineLvl w:val='1'/>") + p(f"tengah {written} akhir")
        body += p(f"• {written}")
    for words in HOSTILE_WORDS:
        written = escape(words)
        body += "<w:tbl>" + "".join(
            f"<w:tr><w:tc>{p(f'a{written}')}{p(written)}</w:tc><w:tc>{p(written)}</w:tc></w:tr>" for _ in range(2)
        ) + "</w:tbl>"  # fmt: skip
        body += (
            f"<w:tbl><w:tr><w:tc>{p(f'Latihan: {written}')}{p(written)}{p(f'Jawaban: {written}')}</w:tc></w:tr></w:tbl>"
        )
    body += p("Sesi {answer} ::: <b>".replace("<", "&lt;"), "<w:outlineLvl w:val='0'/>") + p("isi")
    body += p("Soal", "<w:outlineLvl w:val='0'/>")
    for number, words in enumerate(HOSTILE_WORDS, 1):
        body += p(f"{number}. {escape(words)} tanya") + p(f"A. {escape(words)} satu") + p(f"B. {escape(words)} dua")
    data = by_hand(body)
    imported = bring_in(tmp_path, ("aneh.docx", data))
    assert errors(imported) == []
    assert lost(imported, data) == {}


def test_no_damage_gets_through() -> None:
    """Files with wrong bytes are read or refused; nothing else is raised."""
    dice = random.Random(7)  # noqa: S311 - the same damage every time
    seen = set()
    for _ in range(200):
        data = bytearray(HONEST)
        for _ in range(dice.randint(1, 6)):
            data[dice.randrange(len(data))] = dice.randrange(256)
        try:
            read(bytes(data))
            seen.add("")
        except Refuse as refused:
            seen.add(refused.reason)
    assert {"", "broken"} <= seen


def _file(folder: Path, data: bytes) -> Path:
    path = folder / "berkas.docx"
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(("form", "reason"), [("doc", "old-word"), ("odt", "odt"), ("rtf", "rtf"), ("pdf", "pdf")])
def test_papers_of_other_programs_are_refused_with_what_to_do(form: str, reason: str, tmp_path: Path) -> None:
    source = tmp_path / "usaha.html"
    source.write_text("<p>Usaha kecil</p>", "utf-8")
    made = converted(source, form, tmp_path, "--infilter=HTML (StarWriter)")
    with pytest.raises(Refuse, match=reason):
        read(made.read_bytes())
    assert ".docx" in REASONS[reason].format()


def test_a_long_line_of_dots_does_not_stop_the_import(tmp_path: Path) -> None:
    dots = "." * 3_000
    lines = (f"Nama {dots} (peserta)", f"1. {dots}x", f"{dots} 4 x", f"{'. ' * 3_000}x", f"{'(' * 3_000} Kunci")
    data = by_hand("".join(p(line) for line in lines))
    made = import_files([_file(tmp_path, data)], "kwu-06", 6)
    assert isinstance(made, Draft)
    assert b"(peserta)" in made.files["sessions/01-sesi.md"]
