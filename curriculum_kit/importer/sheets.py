"""Tables that participants fill in become worksheets of their own numbers."""

from __future__ import annotations

import re

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.store import Store, free, slug, snake
from curriculum_kit.importer.story import Cell, Table
from curriculum_kit.importer.yaml_writer import UNFINISHED, Unfinished

_NUMBER_HEAD = re.compile(r"no\.?|nomor|nr\.?", re.IGNORECASE)
_MONEY = re.compile(r"\brp\b|rupiah|harga|biaya|upah|ongkos|omzet|laba|modal|uang", re.IGNORECASE)
_ROOM = re.compile(r"[\s._…–—=-]*(?:rp\b)?[\s._…–—-]*", re.IGNORECASE)
"""What stands in a blank: nothing, dots, or the sign of rupiah."""
_MOST_ROWS = 60
_LEAST = 2


def sheet_of(table: Table, title: str, store: Store, report: Report) -> str | None:
    """The id of the worksheet that a table became, or None when it is a table to read."""
    head, *body = table.rows
    if table.is_merged or not body or len(body) > _MOST_ROWS or len(head) < _LEAST or not _simple(table):
        return None
    labels = [cell.text for cell in head]
    if not all(labels):
        return None
    columns = range(len(head))
    empty = {at for at in columns if all(_is_blank(row[at]) for row in body)}
    full = {at for at in columns if all(not _is_blank(row[at]) for row in body)}
    if not empty or empty | full != set(columns):
        return None
    counted = {at for at in full if _NUMBER_HEAD.fullmatch(labels[at]) and _counts([row[at].text for row in body])}
    given = sorted(full - counted)
    if any(row[at].text.startswith("=") for at in given for row in body):
        return None  # in a worksheet it would be a formula
    signs = " ".join(row[at].text for at in sorted(empty) for row in body if row[at].text.strip("._ "))
    if signs:
        report.understood(table.number, text("tanda pada kotak isian"), signs)
    if counted:
        words = " ".join(labels[at] + " " + " ".join(row[at].text for row in body) for at in sorted(counted))
        report.understood(table.number, text("kolom nomor lembar kerja dihapus"), words)
    taken: set[str] = set()
    made: dict[str, object] = {
        "title": title or Unfinished(f"{UNFINISHED} judul lembar kerja"),
        "mode": "own",
        "instructions": Unfinished(f"{UNFINISHED} petunjuk mengisi tabel ini."),
    }
    names = {at: snake(labels[at], f"kolom_{at + 1}", taken) for at in columns if at not in counted}
    made["columns"] = [
        {
            "id": name,
            "label": labels[at],
            "type": "rupiah" if at in empty and _MONEY.search(labels[at]) else "text",
            "kind": "given" if at in full else "fill",
        }
        for at, name in names.items()
    ]
    if given:
        made["rows"] = [
            {"id": f"baris_{number}", "cells": {names[at]: row[at].text for at in given}}
            for number, row in enumerate(body, 1)
        ]
    else:
        made["blank_rows"] = len(body)
    sheet_id = free(slug(title or " ".join(labels[at] for at in [*names][:3]), 32) or "lembar-kerja", store.names)
    store.sheets[sheet_id] = made
    report.guessed(table.number, text("tabel dengan kolom kosong menjadi lembar kerja {id}", id=sheet_id))
    return sheet_id


def _simple(table: Table) -> bool:
    """Whether no cell holds a table, a box or a picture."""
    return all(
        getattr(block, "pieces", None) is not None
        and not block.boxes  # type: ignore[union-attr]
        and all(piece.picture < 0 for piece in block.pieces)  # type: ignore[union-attr]
        for row in table.rows
        for cell in row
        for block in cell.blocks
    )


def _is_blank(cell: Cell) -> bool:
    return not cell.is_covered and _ROOM.fullmatch(cell.text) is not None


def _counts(words: list[str]) -> bool:
    return [word.rstrip(".)") for word in words] == [str(number) for number in range(1, len(words) + 1)]
