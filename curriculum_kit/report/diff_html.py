"""A comparison as one HTML file that needs nothing else and no script; it looks like the website."""

from __future__ import annotations

import rcssmin

from curriculum_kit.comparison.model import Comparison, Sign, State
from curriculum_kit.diagnostics import text
from curriculum_kit.edition.layout import layout_environment, template_text
from curriculum_kit.report.diff_words import (
    ONLY_TRAINERS,
    STATES,
    Say,
    counted,
    form_only,
    grouped_books,
    heading,
    nothing,
    shortened,
    unread,
)
from curriculum_kit.texts import SOURCE_LANGUAGE
from curriculum_kit.website.single import policy_hash

POLICY = "default-src 'none';style-src '{hash}';base-uri 'none';form-action 'none'"
TEMPLATE = "diff.html"


def write(comparison: Comparison, say: Say, language: str) -> str:
    """The whole comparison."""
    styles = (template_text("website", "styles", "base.css"), template_text("review", "diff.css"))
    style = str(rcssmin.cssmin("\n".join(styles)))
    page = layout_environment("review").get_template(TEMPLATE)
    return page.render(
        comparison=comparison,
        language=language,
        content_language=SOURCE_LANGUAGE,
        say=say,
        title=say(heading(comparison)),
        files=[say(each) for each in (*unread(comparison), *form_only(comparison))],
        summary=say(nothing(comparison) if comparison.is_empty else counted(comparison)),
        states=STATES,
        only_trainers=say(ONLY_TRAINERS),
        grouped_books=grouped_books,
        shortened=shortened,
        State=State,
        Sign=Sign,
        style=style,
        policy=POLICY.format(hash=policy_hash(style)),
        words=_words(say),
    )


def _words(say: Say) -> dict[str, str]:
    """What the template says itself."""
    return {
        "contents": say(text("Isi")),
        "touched": say(text("Halaman dan buku yang terkena")),
        "pages": say(text("Halaman")),
        "trainer_pages": say(text("Halaman situs pelatih")),
        "was": say(text("dahulu:")),
        "now": say(text("sekarang:")),
        "old": say(text("dihapus:")),
        "new": say(text("ditambahkan:")),
        "end": say(text("selesai")),
        "secret": say(text("Memuat jawaban dan kunci: hanya untuk tim penyusun")),
        "legend": say(text("Yang dicoret dihapus, yang digarisbawahi ditambahkan.")),
    }
