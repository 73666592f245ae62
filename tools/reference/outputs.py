"""The page of what a build writes, from the table of outputs."""

from __future__ import annotations

from collections.abc import Iterator

from curriculum_kit.audience import Audience
from curriculum_kit.outputs import BESIDE, OUTPUTS
from tools.reference.speech import Speech, code, plain, table


def page(speech: Speech) -> Iterator[str]:
    """The lines of the page."""
    yield speech.pick("# What a build writes", "# Hasil ck build")
    yield ""
    yield speech.pick(
        "`ck build` writes two sites to `build/`, each whole by itself: `build/participant/` may be published,"
        " `build/trainer/` belongs behind a login. The paths below begin in either. A part of a build"
        " (`--module`, `--programme`, `--audience`, `--only`) goes to `build-partial/` and holds the same paths."
        " Translations lie in the site of their audience, each whole by itself with the same paths: `en/index.html`.",
        "`ck build` menulis dua situs ke `build/`, masing-masing utuh: `build/participant/` boleh diterbitkan,"
        " `build/trainer/` berada di balik sandi. Alamat di bawah dimulai di dalam salah satunya. Hasil sebagian"
        " (`--module`, `--programme`, `--audience`, `--only`) ditulis ke `build-partial/` dengan alamat yang sama."
        " Terjemahan berada di dalam situs edisinya, masing-masing utuh dengan alamat yang sama: `en/index.html`.",
    )
    yield ""
    heads: tuple[str, ...] = (
        speech.pick("path", "alamat"),
        speech.pick("participants", "peserta"),
        speech.pick("trainers", "pelatih"),
        speech.pick("holds", "isi"),
    )
    yield from table(
        heads,
        (
            (
                code(line.path),
                _mark(speech, Audience.PARTICIPANT in line.audience),
                _mark(speech, Audience.TRAINER in line.audience),
                plain(speech.of(line.about)),
            )
            for line in OUTPUTS
        ),
    )
    yield speech.pick(
        "`{scope}` is a module or a programme. Which books there are depends on `format_profile` in"
        " [curriculum.yaml](files.md#curriculum-yaml).",
        "`{scope}` adalah modul atau program. Buku apa saja yang ada bergantung pada `format_profile` di"
        " [curriculum.yaml](files.md#curriculum-yaml).",
    )
    yield ""
    yield speech.pick("Beside the two sites, not to be published:", "Di samping kedua situs, tidak diterbitkan:")
    yield ""
    heads = (speech.pick("path", "alamat"), speech.pick("holds", "isi"))
    yield from table(heads, ((code(f"build/{path}"), plain(speech.of(words))) for path, words in BESIDE))


def _mark(speech: Speech, there: bool) -> str:  # noqa: FBT001 - one of two words
    return speech.pick("yes", "ya") if there else speech.pick("no", "tidak")
