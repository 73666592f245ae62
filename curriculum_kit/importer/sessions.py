"""A session before it is written, and the lines that say something of it as a whole."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from curriculum_kit.diagnostics import text
from curriculum_kit.importer.nodes import Node
from curriculum_kit.importer.places import Report
from curriculum_kit.importer.plans import Step
from curriculum_kit.importer.story import Paragraph

_OBJECTIVE = re.compile(
    r"tujuan(?:\s+(?:sesi|pembelajaran|pelatihan|umum|khusus|belajar))*\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL
)
_TIME = re.compile(r"(?:alokasi\s+)?waktu\s*:\s*(\d{1,3})\s*(menit|jp)\b.*", re.IGNORECASE | re.DOTALL)
_ROOM = re.compile(r"(?:tata|susunan|penataan)\s+ruang(?:an)?\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_MEDIA = re.compile(r"(?:media|alat bantu|media dan alat bantu)\s*:\s*(\S.*)", re.IGNORECASE | re.DOTALL)
_JP_MINUTES = 45


@dataclass(slots=True)
class Session:
    """A session: its parts, and what the file says about aim and time."""

    title: str
    nodes: list[Node] = field(default_factory=list)
    objective: str = ""
    minutes: int = 0
    room: str = ""
    media: list[str] = field(default_factory=list)
    plan: list[Step] = field(default_factory=list)

    def is_told(self, paragraph: Paragraph, report: Report) -> bool:
        """Whether a line says something about the session as a whole; then it is taken over."""
        aim, time = _OBJECTIVE.fullmatch(paragraph.text), _TIME.fullmatch(paragraph.text)
        if aim and not self.objective:
            self.objective = aim[1]
            report.understood(paragraph.number, text("menjadi tujuan sesi"), paragraph.text)
            return True
        if time and not self.minutes:
            self.minutes = int(time[1]) * (_JP_MINUTES if time[2].lower() == "jp" else 1)
            report.understood(paragraph.number, text("menjadi menit rencana sesi"), paragraph.text)
            return True
        room, media = _ROOM.fullmatch(paragraph.text), _MEDIA.fullmatch(paragraph.text)
        if room and not self.room:
            self.room = room[1]
        elif media and not self.media:
            self.media = [each.strip() for each in media[1].split(";") if each.strip()]
        else:
            return False
        report.understood(paragraph.number, text("keterangan sesi untuk pelatih"), paragraph.text)
        return True
