"""What a page says of itself to search engines and catalogues, in the words of schema.org (JSON-LD).

Only what stands on the page, and only on the participant site: search engines are asked not to list the other one.
No address names a host, since the same site is put on many.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping

from markupsafe import Markup

from curriculum_kit.edition.model import ModuleModel, SessionModel
from curriculum_kit.edition.programme import ProgrammeModel
from curriculum_kit.edition.reference import EditionModel
from curriculum_kit.website.page import Page

CREATIVE_COMMONS = re.compile(r"CC-(?P<kind>BY(?:-(?:NC|ND|SA))*)-(?P<version>\d\.\d)")
ESCAPES = {ord(sign): f"\\u{ord(sign):04x}" for sign in "<>&\u2028\u2029"}
"""Signs that could end the script element around the JSON, or that old parsers stumble over."""


def page_metadata(model: EditionModel, page: Page) -> Markup | None:
    """The JSON for the head of a page, escaped for a script element; None for a page that is no learning material."""
    if model.is_trainer:
        return None
    about = _about(page)
    if about is None:
        return None
    values = {
        "@context": "https://schema.org",
        **about,
        "inLanguage": model.language,
        "license": licence_address(model),
    }
    if "/" not in page.address or "programme" in page.values:
        values["publisher"] = {"@type": "Organization", "name": model.settings.publisher}
    return Markup(json.dumps(values, ensure_ascii=False, separators=(",", ":")).translate(ESCAPES))  # noqa: S704 - escaped


def licence_address(model: EditionModel) -> str:
    """Where the licence of the text can be read."""
    identifier = str(model.settings.licence)
    if match := CREATIVE_COMMONS.fullmatch(identifier):
        return f"https://creativecommons.org/licenses/{match['kind'].lower()}/{match['version']}/"
    return f"https://spdx.org/licenses/{identifier}.html"


def _about(page: Page) -> dict[str, object] | None:
    match page.values:
        case {"session": SessionModel() as session}:
            return _session(session)
        case {"module": ModuleModel() as module}:
            return _module(module)
        case {"programme": ProgrammeModel() as programme}:
            return _programme(programme)
    return {"@type": "WebSite", "name": page.title} if page.address == "index.html" else None


def _session(session: SessionModel) -> dict[str, object]:
    return {
        **_resource("Sesi", session.title, session.teaching_minutes),
        "teaches": session.objective,
    }


def _module(module: ModuleModel) -> dict[str, object]:
    return {
        **_resource("Modul", module.title, module.jp.minutes),
        "teaches": [element.title for element in module.elements],
    }


def _programme(programme: ProgrammeModel) -> dict[str, object]:
    """A course: how long, for whom, of which parts. When and where it is held is for each training centre to say."""
    return {
        **_resource("Program", programme.title, _minutes(programme)),
        "@type": "Course",
        "courseCode": programme.view.code,
        "coursePrerequisites": programme.view.participants.prerequisites,
        "hasPart": [_link(module.title, f"../{module.id}/index.html") for module in programme.modules],
    }


def _resource(kind: str, name: str, minutes: int) -> dict[str, object]:
    return {"@type": "LearningResource", "name": name, "learningResourceType": kind, "timeRequired": f"PT{minutes}M"}


def _link(name: str, address: str) -> Mapping[str, str]:
    return {"@type": "LearningResource", "name": name, "url": address}


def _minutes(programme: ProgrammeModel) -> int:
    return sum(module.jp.minutes for module in programme.modules)
