"""What pages say of themselves to search engines: true, whole, small, and nothing on the trainer site."""

from __future__ import annotations

import json
import re
from datetime import date

import pytest
from markupsafe import Markup

from curriculum_kit.audience import Audience, View
from curriculum_kit.edition.context import EditionContext
from curriculum_kit.edition.fragments import Fragments
from curriculum_kit.edition.runner import render
from curriculum_kit.source.loader import load
from curriculum_kit.website import Page, Site
from curriculum_kit.website.metadata import licence_address, page_metadata
from tests.project import Project

BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
LICENCE = "https://creativecommons.org/licenses/by-sa/4.0/"


@pytest.fixture(scope="module", params=list(Audience), ids=lambda audience: audience.value)
def site(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("metadata")
    context = EditionContext.of(load(Project(folder).modules).curriculum, request.param, date(2025, 12, 1))
    rendered = render(context, folder / "scratch")
    fragments: Fragments = rendered.website
    return Site(context, fragments)


def _said(site: Site, address: str) -> dict[str, object] | None:
    found = BLOCK.search(site.html(address))
    return json.loads(found[1]) if found else None


def test_each_learning_material_says_what_it_is(site: Site) -> None:
    said = {address: _said(site, address) for address in site.pages}
    if site.model.is_trainer:
        assert set(said.values()) == {None}
        return
    types = {address: values["@type"] for address, values in said.items() if values}
    assert types["index.html"] == "WebSite"
    assert types["program/contoh-4jp.html"] == "Course"
    assert types["kwu-05/index.html"] == types["kwu-05/02-menghitung-hpp.html"] == "LearningResource"
    assert {values["inLanguage"] for values in said.values() if values} == {"id"}
    assert {values["license"] for values in said.values() if values} == {LICENCE}


def test_a_course_takes_as_long_as_its_sessions(site: Site) -> None:
    if site.model.is_trainer:
        pytest.skip("only participants' pages say it")
    course = _said(site, "program/contoh-4jp.html")
    session = _said(site, "kwu-05/01-mengenal-biaya.html")
    assert course
    assert session
    assert (course["timeRequired"], session["timeRequired"]) == ("PT180M", "PT90M")
    assert course["hasPart"] == [
        {"@type": "LearningResource", "name": "Menghitung biaya, HPP, dan harga jual", "url": "../kwu-05/index.html"}
    ]


def test_no_title_can_end_the_script(site: Site) -> None:
    if site.model.is_trainer:
        pytest.skip("only participants' pages say it")
    title = "</script><script>alert(1)</script> & <!-- \u2028"
    said = page_metadata(site.model, Page("index.html", "index.html", title))
    assert isinstance(said, Markup)
    assert not re.search("[<>&\u2028]", said)
    assert json.loads(said)["name"] == title


@pytest.mark.parametrize(
    ("identifier", "address"),
    [
        ("CC-BY-SA-4.0", LICENCE),
        ("CC-BY-NC-ND-3.0", "https://creativecommons.org/licenses/by-nc-nd/3.0/"),
        ("CC0-1.0", "https://spdx.org/licenses/CC0-1.0.html"),
    ],
)
def test_the_licence_has_an_address(identifier: str, address: str) -> None:
    assert licence_address(_Licensed(identifier)) == address  # type: ignore[arg-type]


class _Licensed:
    """Of the model, what the function looks at."""

    def __init__(self, licence: str) -> None:
        self.settings = View({"licence": licence})
