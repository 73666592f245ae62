"""A comparison as JSON. The keys are a contract: docs/how-to/reviewing.md."""

from __future__ import annotations

import json
from typing import Any

from curriculum_kit.comparison.model import Comparison, Detail, Sign, Thing, Touched
from curriculum_kit.report.diff_words import Say

FORMAT_VERSION = 1
"""Counts up when a key changes its meaning or goes away."""

Data = dict[str, Any]


def write(comparison: Comparison, say: Say) -> str:
    """The whole comparison."""
    data = {
        "version": FORMAT_VERSION,
        "old": comparison.old,
        "new": comparison.new,
        "parts": [
            {"module": part.id or None, "title": say(part.title), "things": [_thing(t, say) for t in part.things]}
            for part in comparison.parts
        ],
        "form_only": list(comparison.form_only),
        "unread": list(comparison.unread),
        "touched": _touched(comparison.touched),
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def _thing(thing: Thing, say: Say) -> Data:
    return {
        "kind": thing.kind,
        "id": thing.id,
        "title": say(thing.title),
        "file": thing.file,
        "state": thing.state.value,
        "only_for_trainers": thing.for_trainers,
        "sentences": [{"words": say(each.words), "only_for_trainers": each.for_trainers} for each in thing.sentences],
        "details": [_detail(detail, say) for detail in thing.details],
        "touched": _touched(thing.touched),
    }


def _detail(detail: Detail, say: Say) -> Data:
    return {
        "where": [say(label) for label in detail.where],
        "state": detail.state.value,
        "only_for_trainers": detail.for_trainers,
        "old": detail.side(Sign.OLD),
        "new": detail.side(Sign.NEW),
        "pieces": [{"sign": piece.sign.value, "words": piece.words} for piece in detail.pieces],
    }


def _touched(touched: Touched) -> Data:
    return {
        "participant_pages": sorted(touched.pages),
        "trainer_pages": sorted(touched.trainer_pages),
        "books": [book.address for book in sorted(touched.books)],
    }
