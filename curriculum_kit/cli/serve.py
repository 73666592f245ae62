"""`ck serve`: the sites in the browser, following what is saved."""

from __future__ import annotations

import signal
import threading
import webbrowser
from datetime import date
from pathlib import Path

import click

from curriculum_kit.audience import Audience
from curriculum_kit.cli import OK, show
from curriculum_kit.cli.check import DEFAULT_FOLDER, Day, root_of
from curriculum_kit.cli.speech import lang_option, no_folder
from curriculum_kit.diagnostics import Diagnostic, Severity, text
from curriculum_kit.texts import translator

PORT = 8000


@click.command(
    help=text(
        "Menampilkan situs di peramban dan memperbaruinya setiap kali Anda menyimpan berkas.\n\n"
        "Bila ada kesalahan, halaman terakhir yang benar tetap tampil beserta temuannya. Situs hanya dapat dibuka di "
        "komputer ini: pelatih di /pelatih/, peserta di /peserta/. Tekan Ctrl+C untuk berhenti."
    ).format()
)
@click.argument("root", metavar="[FOLDER]", type=click.Path(path_type=Path), default=Path(DEFAULT_FOLDER))
@click.option(
    "--audience", type=click.Choice([audience.value for audience in Audience]), default=Audience.TRAINER.value,
    show_default=True, help=text("Situs yang dibuka lebih dahulu.").format(),
)  # fmt: skip
@click.option(
    "--port", type=click.IntRange(0, 65535), default=PORT, show_default=True,
    help=text("Nomor porta; 0 untuk porta bebas mana pun.").format(),
)  # fmt: skip
@click.option("--open", "browse", is_flag=True, help=text("Buka peramban.").format())
@click.option("--as-of", type=Day(), default=None, help=text("Tanggal penilaian fakta (bawaan: hari ini).").format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def serve(
    ctx: click.Context, root: Path, audience: str, port: int, *, browse: bool, as_of: date | None, lang: str
) -> None:
    """Serve until somebody ends it."""
    from curriculum_kit.preview.live import Live
    from curriculum_kit.preview.serve import answering, follow
    from curriculum_kit.preview.server import Server
    from curriculum_kit.publish.clock import as_of_date
    from curriculum_kit.report import openable, written

    if not root.is_dir():
        raise no_folder(root, ctx)
    root = root_of(root, ctx)
    translate = translator(lang)
    server = Server(Live(root, as_of_date(as_of, root, building=False), Audience(audience)), port, translate)

    def tell(found: tuple[Diagnostic, ...], seconds: float) -> None:
        errors = [each for each in found if each.severity is Severity.ERROR]
        took = f"{seconds:.2f}".replace(".", ",")
        if errors:
            show(written(openable(errors, root), language=lang))
        else:
            show(text("Diperbarui dalam {seconds} detik.", seconds=took).format(translate) + "\n")

    stop = threading.Event()
    signal.signal(signal.SIGTERM, lambda *_: stop.set())
    show(text("Buka {address} (Ctrl+C untuk berhenti)", address=server.address).format(translate) + "\n")
    with answering(server):
        if browse:
            webbrowser.open(server.address)
        follow(server.live, stop, tell)
    ctx.exit(OK)
