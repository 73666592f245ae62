"""`ck new`: start a curriculum, module, session or programme from the scaffold, by a few questions or by options."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from curriculum_kit.cli.asking import answer, chosen, curriculum_at, finish, quick, somewhere
from curriculum_kit.cli.speech import WrongUse, lang_option, speak
from curriculum_kit.diagnostics import did_you_mean, text
from curriculum_kit.source.habits import meant_kebab

FILL = text("Langkah berikut: isi tempat bertanda LENGKAPI; ck check menunjukkan semuanya.")


class Things(click.Group):
    """The things that can be started, in the order in which they are."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """All names, in the order of this file."""
        return list(self.commands)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command named first in `args`."""
        if args and not args[0].startswith("-") and args[0] not in self.commands:
            hint = did_you_mean(args[0], self.commands)
            raise WrongUse(text('Tidak ada perintah "{name}"{hint}', name=args[0], hint=hint), ctx)
        return super().resolve_command(ctx, args)


@click.group(
    cls=Things,
    help=text(
        "Memulai kurikulum, modul, sesi, atau program baru.\n\n"
        "Yang ditulis lolos pemeriksaan, kecuali tempat bertanda LENGKAPI, yang harus Anda isi. Berkas yang sudah ada "
        "tidak pernah ditimpa."
    ).format(),
)
@lang_option(text("Bahasa petunjuk dan hasil."))
@click.pass_context
def new(ctx: click.Context, lang: str) -> None:
    """The things that can be started."""
    ctx.default_map = {name: {"lang": lang} for name in ctx.command.commands}  # type: ignore[attr-defined]


@new.command(
    short_help=text("Memulai kurikulum baru.").format(),
    help=text(
        "Memulai kurikulum baru dalam TEMPAT (bawaan: folder ini): folder modules, pengaturan VS Code, dan berkas "
        "untuk repositorinya."
    ).format(),
)
@click.argument("folder", metavar="[TEMPAT]", type=click.Path(path_type=Path, file_okay=False), default=Path())
@click.option("--name", help=text("Nama kurikulum.").format())
@click.option("--publisher", help=text("Nama penyusun atau lembaga yang menerbitkan.").format())
@quick
def curriculum(
    ctx: click.Context, folder: Path, name: str | None, publisher: str | None, *, yes: bool, lang: str
) -> None:
    """Write a curriculum without modules."""
    from curriculum_kit.starting import new_curriculum

    name = answer(ctx, name, text("Nama kurikulum"), "--name", default="Kurikulum pelatihan" if yes else None)
    publisher = answer(
        ctx, publisher, text("Penyusun"), "--publisher", default="Tim penyusun kurikulum" if yes else None
    )
    start = new_curriculum(Path(os.path.abspath(folder)), name, publisher)  # noqa: PTH100 - links stay, `..` goes
    steps = [text("Langkah berikut: ck new module")]
    if folder.resolve() != Path.cwd():
        steps.insert(0, text("Masuk ke folder itu: cd {folder}", folder=os.path.relpath(folder)))
    finish(ctx, start, steps, lang)


@new.command(
    short_help=text("Memulai modul baru dengan nomor berikutnya.").format(),
    help=text("Memulai modul baru dengan nomor berikutnya: unit, elemen, KUK, IUK, dan penilaian.").format(),
)
@click.option("--title", help=text("Judul modul, dimulai dengan kata kerja.").format())
@click.option("--id", "module_id", metavar="ID", help=text("Nama folder modul (bawaan: nomor berikutnya).").format())
@somewhere
def module(
    ctx: click.Context, title: str | None, module_id: str | None, folder: Path | None, *, yes: bool, lang: str
) -> None:
    """Write a module without sessions."""
    from curriculum_kit.source.loader import SHARED_FOLDERS
    from curriculum_kit.starting import new_module, next_module

    loaded = curriculum_at(ctx, folder)
    title = answer(ctx, title, text("Judul modul (dimulai dengan kata kerja)"), "--title")
    _, id_ = next_module(loaded)
    if module_id is None and not yes:
        module_id = answer(ctx, None, text("Nama folder modul"), "--id", default=id_, asks=sys.stdin.isatty())
    id_ = id_ if module_id is None else module_id
    if meant_kebab(id_) != id_ or id_ in SHARED_FOLDERS:
        hint = meant_kebab(id_) if id_ not in SHARED_FOLDERS else "kwu-01"
        raise WrongUse(text('nama folder "{id}" tidak dapat dipakai; tulis seperti {hint}', id=id_, hint=hint), ctx)
    if (loaded.root / id_).exists():
        raise WrongUse(text('folder "{id}" sudah ada; tidak ada yang ditulis', id=id_), ctx)
    steps = [text('Langkah berikut: ck new session {id} --title "Judul sesi pertama"', id=id_)]
    finish(ctx, new_module(loaded, id_, title), steps, lang)


@new.command(
    short_help=text("Memulai sesi baru di akhir sebuah modul.").format(),
    help=text(
        "Memulai sesi baru di akhir MODUL (bawaan: modul terakhir): rencana langkah dan blok kegiatannya. Sesi itu "
        "langsung tercatat dalam module.yaml."
    ).format(),
)
@click.argument("module_id", metavar="[MODUL]", required=False)
@click.option("--title", help=text("Judul sesi.").format())
@click.option(
    "--programme", "programmes", metavar="ID", multiple=True,
    help=text("Catat juga dalam daftar sesi program ini; boleh berulang.").format(),
)  # fmt: skip
@somewhere
def session(
    ctx: click.Context,
    module_id: str | None,
    title: str | None,
    programmes: tuple[str, ...],
    folder: Path | None,
    *,
    yes: bool,
    lang: str,
) -> None:
    """Write a session and list it."""
    from curriculum_kit.starting import new_session

    loaded = curriculum_at(ctx, folder)
    if not loaded.modules:
        raise WrongUse(text("kurikulum ini belum mempunyai modul; buat dahulu dengan ck new module"), ctx)
    last = list(loaded.modules)[-1]
    if module_id is None and len(loaded.modules) > 1 and not yes:
        module_id = answer(ctx, None, text("Modul"), "MODUL", default=last, asks=sys.stdin.isatty())
    of = chosen(ctx, loaded, module_id or last)
    for name in programmes:
        if name not in loaded.programmes:
            hint = did_you_mean(name, loaded.programmes)
            raise WrongUse(text('tidak ada program "{name}"{hint}', name=name, hint=hint), ctx)
    title = answer(ctx, title, text("Judul sesi"), "--title")
    steps = [
        FILL,
        text("Lihat hasilnya sambil menulis: ck serve --open"),
    ]
    if programmes:
        steps.insert(1, text("Sesuaikan JP dan jadwal hari (day_plan) dalam program itu; ck check menyebut angkanya."))
    finish(ctx, new_session(loaded, of, title, programmes), steps, lang)


@new.command(
    short_help=text("Memulai program pelatihan dari semua sesi.").format(),
    help=text(
        "Memulai program pelatihan baru dari semua sesi yang ada: JP dihitung dari rencananya, dua sesi sehari. Hapus "
        "dari berkas itu sesi yang tidak dipakai."
    ).format(),
)
@click.option("--title", help=text("Judul program.").format())
@click.option("--id", "programme_id", metavar="ID", help=text("Nama berkas program (bawaan: dari judulnya).").format())
@somewhere
def programme(
    ctx: click.Context,
    title: str | None,
    programme_id: str | None,
    folder: Path | None,
    *,
    yes: bool,  # noqa: ARG001 - read by `answer`
    lang: str,
) -> None:
    """Write a programme of all sessions."""
    from curriculum_kit.starting import new_programme, slug_of

    loaded = curriculum_at(ctx, folder)
    if not any(module.sessions for module in loaded.modules.values()):
        raise WrongUse(text("kurikulum ini belum mempunyai sesi; buat dahulu dengan ck new session"), ctx)
    title = answer(ctx, title, text("Judul program"), "--title")
    id_ = slug_of(title) if programme_id is None else programme_id
    if meant_kebab(id_) != id_:
        hint = meant_kebab(id_) or "dasar-40jp"
        raise WrongUse(text('nama "{id}" tidak dapat dipakai; tulis seperti {hint}', id=id_, hint=hint), ctx)
    steps = [FILL]
    finish(ctx, new_programme(loaded, id_, title), steps, lang)


for command in (curriculum, module, session, programme):
    speak(command)
