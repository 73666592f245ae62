"""The sites and books of a translated curriculum, built from the example by the command line."""

from __future__ import annotations

import re
from pathlib import Path

import pikepdf
import pytest

from curriculum_kit.publish.leak_gate import leaks
from curriculum_kit.publish.secrets import Secrets, text_secrets, translations_in
from curriculum_kit.translation import CLOSING, OPENING
from tests.leak.layers import layers
from tests.project import Project
from tests.translation.catalogues import translate

pytestmark = pytest.mark.xdist_group("build")

SESSION = "kwu-05/01-mengenal-biaya.html"


def say(text: str) -> str | None:
    """Everything but each fifth text, told apart by its length."""
    return None if len(text) % 5 == 0 else f"EN {text}"


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = Project(tmp_path_factory.mktemp("translated"))
    translate(project.modules, say, "kwu-05")
    return project.build("--module", "kwu-05")


def page(project: Project, address: str) -> str:
    return (project.folder / "build-partial" / address).read_text("utf-8")


def test_each_site_is_whole_and_says_its_language(built: Project) -> None:
    for audience in ("participant", "trainer"):
        for address in ("index.html", SESSION, "glosarium.html", "cari.html", "unduhan.html", "luring.html"):
            html = page(built, f"{audience}/en/{address}")
            assert "<html lang=en>" in html
            assert "Skip to content" in html
            assert "<html lang=id>" in page(built, f"{audience}/{address}")
        for file in (
            "aset/situs.css",
            "aset/indeks.js",
            "luring.js",
            "aplikasi.webmanifest",
            "unduhan/situs-luring.zip",
        ):
            assert (built.folder / "build-partial" / audience / "en" / file).is_file()
        assert not (built.folder / "build-partial" / audience / "en" / "program").exists()


def test_languages_lead_to_each_other(built: Project) -> None:
    original, english = page(built, f"participant/{SESSION}"), page(built, f"participant/en/{SESSION}")
    assert "href=../en/kwu-05/01-mengenal-biaya.html hreflang=en" in original
    assert "href=../../kwu-05/01-mengenal-biaya.html hreflang=id" in english
    assert "English</a>" in original
    assert "Bahasa Indonesia</a>" in english
    assert "hreflang" not in page(built, "participant/perubahan.html")


def test_texts_that_are_not_translated_are_marked(built: Project) -> None:
    html = page(built, f"trainer/en/{SESSION}")
    assert re.search(r"<p class=notice>\d+ of \d+ passages are translated", html)
    assert html.count("<span class=untranslated lang=id>") > 5
    assert html.count(">EN ") > 20
    assert "untranslated" not in page(built, f"trainer/{SESSION}")
    assert ".untranslated" in page(built, "trainer/en/aset/situs.css")


def test_no_mark_is_left_in_any_layer_of_any_file(built: Project) -> None:
    found = {name for name, text in layers(built.folder / "build-partial") if OPENING in text or CLOSING in text}
    assert found == set()


def test_the_pack_and_the_worker_of_a_site_are_its_own(built: Project) -> None:
    folder = built.folder / "build-partial" / "participant"
    assert '"en/' not in (folder / "luring.js").read_text("utf-8")
    names = {name for name, _ in layers(folder) if name.startswith("unduhan/situs-luring.zip")}
    assert names
    assert not any("/en/" in name for name in names)


def test_books_are_in_their_language(built: Project) -> None:
    folder = built.folder / "build-partial"
    names = {path.relative_to(folder).as_posix() for path in folder.glob("*/en/unduhan/kwu-05/*.pdf")}
    assert {"trainer/en/unduhan/kwu-05/buku-pegangan.pdf", "participant/en/unduhan/kwu-05/buku-kerja.pdf",
            "trainer/en/unduhan/kwu-05/buku-kerja.pdf"} <= names  # fmt: skip
    assert not any("penilaian" in name or "lembar-soal" in name for name in names)
    with pikepdf.open(folder / "trainer/en/unduhan/kwu-05/buku-pegangan.pdf") as book:
        assert str(book.Root.Lang) == "en"
        assert str(book.docinfo["/Title"]).startswith("Trainer’s handbook")
    text = "".join(text for name, text in layers(folder / "trainer/en") if name.endswith("buku-pegangan.pdf"))
    assert "Session plan" in text
    assert "Rencana sesi" not in text


def test_the_gate_knows_translated_secrets(tmp_path: Path) -> None:
    """The translation of an answer is a secret, whatever its catalogue says; that of a public text is none."""
    project = Project(tmp_path / "project")
    words = {
        "Upah untuk diri sendiri dan penyusutan alat. Terima juga jawaban lain yang masuk akal, misalnya bahan dari "
        "kebun sendiri.": "quite another answer than this one here",
        "Mengenal biaya usaha": "getting to know the costs of a business",
    }
    translate(project.modules, words.get, "kwu-05")
    catalogue = project.modules / "kwu-05/locale/en.po"
    catalogue.write_text(catalogue.read_text("utf-8").replace("#. hanya pelatih\n", ""), "utf-8")
    assert dict(translations_in(catalogue.read_text("utf-8"))) == words
    folder = tmp_path / "participant"
    (folder / "en").mkdir(parents=True)
    (folder / "en" / "a.html").write_text("<p>It is quite another answer than this one.</p>", "utf-8")
    (folder / "en" / "b.html").write_text("<p>Getting to know the costs of a business</p>", "utf-8")
    found = list(leaks(folder, Secrets(text_secrets(project.modules), {})))
    assert [finding.span.file for finding in found] == ["participant/en/a.html"]
