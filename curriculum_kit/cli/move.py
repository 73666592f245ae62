"""`ck move`: another place for a session."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from curriculum_kit.cli.asking import FOLDER, chosen, curriculum_at
from curriculum_kit.cli.rename import DIFF, carry_out
from curriculum_kit.cli.speech import WrongUse, lang_option
from curriculum_kit.diagnostics import text

if TYPE_CHECKING:
    from curriculum_kit.renaming import Edits
    from curriculum_kit.source.curriculum import Curriculum


@click.command(
    help=text(
        "Memindahkan SESI, menomori ulang berkas-berkasnya, dan memperbarui semua rujukan.\n\n"
        "Sebutkan satu tujuan: --to MODUL (di akhir modul itu), --before SESI, atau --after SESI. Di modul lain, nomor "
        "IUK berbeda artinya; sebutkan padanannya dengan --iuk. Bila hasilnya memuat kesalahan baru, tidak ada "
        "yang ditulis."
    ).format()
)
@click.argument("session", metavar="SESI")
@click.option("--to", metavar="MODUL", help=text("Pindah ke akhir modul ini.").format())
@click.option("--before", metavar="SESI", help=text("Pindah ke depan sesi ini.").format())
@click.option("--after", metavar="SESI", help=text("Pindah ke belakang sesi ini.").format())
@click.option(
    "--iuk", "pairs", metavar="LAMA=BARU", multiple=True,
    help=text("IUK di modul baru yang menggantikan IUK lama; boleh berulang atau dipisah koma.").format(),
)  # fmt: skip
@click.option("--diff", is_flag=True, help=DIFF.format())
@click.option("--folder", type=click.Path(path_type=Path), help=FOLDER.format())
@lang_option(text("Bahasa hasil."))
@click.pass_context
def move(  # noqa: PLR0913 - the options of the command
    ctx: click.Context,
    session: str,
    to: str | None,
    before: str | None,
    after: str | None,
    pairs: tuple[str, ...],
    folder: Path | None,
    *,
    diff: bool,
    lang: str,
) -> None:
    """Move, or show what would change."""
    if sum(where is not None for where in (to, before, after)) != 1:
        raise WrongUse(text("sebutkan satu tujuan: --to MODUL, --before SESI, atau --after SESI"), ctx)
    iuk = {}
    for pair in (part.strip() for given in pairs for part in given.split(",")):
        old, sign, new = pair.partition("=")
        if not sign or not new.strip():
            raise WrongUse(text('"{pair}" tidak dimengerti; tulis seperti --iuk 1.1.1=2.1.1', pair=pair), ctx)
        iuk[old.strip()] = new.strip()
    loaded = curriculum_at(ctx, folder)
    if to is not None:
        chosen(ctx, loaded, to)
    carry_out(ctx, loaded, lambda: _planned(loaded, session, to, before, after, iuk), lang, diff=diff)


def _planned(
    loaded: Curriculum, session: str, to: str | None, before: str | None, after: str | None, iuk: dict[str, str]
) -> Edits:
    from curriculum_kit.renaming import Refused, Target, moved, owner_of

    module, id = owner_of(loaded, text("sesi"), session, lambda module: module.sessions)
    if to is not None:
        target = loaded.modules[to]
        others = [name for name in target.record.sessions if (target.id, name) != (module.id, id)]
        return moved(loaded, module, id, Target(target, len(others)), iuk)
    target, neighbour = owner_of(loaded, text("sesi"), before or after or "", lambda module: module.sessions)
    others = [name for name in target.record.sessions if (target.id, name) != (module.id, id)]
    if neighbour not in others:
        raise Refused(text("sesi tidak dapat dipindahkan ke depan atau ke belakang dirinya sendiri"))
    return moved(loaded, module, id, Target(target, others.index(neighbour) + (after is not None)), iuk)
