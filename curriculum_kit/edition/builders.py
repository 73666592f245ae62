"""Two Sphinx builders over one environment: `website` and `books`. Both only render; templates lay out.

A builder collects HTML fragments: the body of each session and each Markdown field. They differ in where links and
pictures point, and in the level of headings.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.writers.html5 import HTML5Translator

from curriculum_kit.edition.context import CURRENT
from curriculum_kit.edition.fragments import CHARTS, Fragments
from curriculum_kit.edition.nodes import field_text, link
from curriculum_kit.edition.numbering import Anchor
from curriculum_kit.indonesian import held_together
from curriculum_kit.texts import said

IDLE_CLASSES = re.compile(
    r' class="(?:docutils(?: align-default)?|row-odd|row-even|head|(?:arabic )?simple|reference (?:internal|external))"'
)


class CurriculumTranslator(HTML5Translator):
    """Sphinx's HTML with wide tables in a box that scrolls, and without the permalinks and classes of docutils."""

    def visit_table(self, node: nodes.table) -> None:
        """Wrap the table."""
        self.body.append(f'<div class="table-box" tabindex="0" role="group" aria-label="{said("Tabel")}">')
        super().visit_table(node)

    def depart_table(self, node: nodes.table) -> None:
        """Close the wrap."""
        super().depart_table(node)
        self.body.append("</div>\n")


class WebsiteTranslator(CurriculumTranslator):
    """The same without elements that no style of the website needs: phones pay for each byte."""

    def visit_inline(self, node: nodes.inline) -> None:
        """A number with its unit is plain text that does not break."""
        if node["classes"] == ["value"]:
            self.body.append(self.encode(node.astext()).replace(" ", "\N{NO-BREAK SPACE}"))
            raise nodes.SkipNode
        super().visit_inline(node)

    def visit_paragraph(self, node: nodes.paragraph) -> None:
        """The only paragraph of a list item is its text."""
        if not _is_whole_item(node):
            super().visit_paragraph(node)

    def depart_paragraph(self, node: nodes.paragraph) -> None:
        """Nothing to end there."""
        if not _is_whole_item(node):
            super().depart_paragraph(node)

    def visit_caption(self, node: nodes.caption) -> None:  # noqa: ARG002
        """Number and words of a caption, without boxes around them. `depart_figure` ends what is begun here."""
        self.body.append("<figcaption>")

    def depart_caption(self, node: nodes.caption) -> None:
        """A legend may follow."""


def _is_whole_item(node: nodes.paragraph) -> bool:
    """Whether a paragraph is all that its list item holds."""
    return isinstance(node.parent, nodes.list_item) and len(node.parent) == 1 and not node.attributes["classes"]


class BooksTranslator(CurriculumTranslator):
    """The same with numbers and their units held together on one line."""

    def visit_Text(self, node: nodes.Text) -> None:  # noqa: N802 - the name is docutils'
        """Text with no-break spaces in its amounts."""
        super().visit_Text(node)
        self.body[-1] = held_together(self.body[-1])


class FragmentBuilder(StandaloneHTMLBuilder):
    """Renders fragments and writes no file."""

    search = False
    copysource = False
    html_scaled_image_link = False  # a picture with `:width:` is no link to itself
    add_permalinks = False
    embedded = True
    first_heading_level = 1
    picture_path = "gambar"
    on_screen = False

    def init(self) -> None:
        """Start without fragments."""
        super().init()
        self.fragments = Fragments()
        self.parts: dict[str, Fragments] = {}

    def get_outdated_docs(self) -> Iterator[str]:
        """Always all that are there: which pages are read is for the runner."""
        yield from sorted(self.env.found_docs)

    def write_documents(self, docnames: AbstractSet[str]) -> None:
        """Render all pages in a fixed order, each for itself, into `parts`."""
        self.prepare_writing(docnames)
        for docname in sorted(docnames):
            self.images, self.fragments = {}, Fragments()
            self.write_doc(docname, self.env.get_and_resolve_doctree(docname, self, tags=self.tags))
            self.parts[docname] = self.fragments

    def write_doc(self, docname: str, doctree: nodes.document) -> None:
        """Render one page into fragments."""
        self.current_docname = docname
        self.secnumbers, self.fignumbers = {}, {}
        doctree.settings = self.docsettings
        self.post_process_images(doctree)
        self.imgpath = self.picture_base(docname)
        number_figures(doctree, CURRENT.get().anchors.get(docname.split("/", 1)[0], {}))
        self.adapt(doctree, docname)
        fields = list(doctree.findall(field_text))
        for node in fields:
            self.fragments.fields[node["key"]] = self.html_of(doctree, node.children)
        parts = docname.split("/")
        if len(parts) == 3 and parts[1] == "sessions":  # noqa: PLR2004 - module/sessions/session
            section = next(iter(doctree.findall(nodes.section)))
            self.fragments.sessions[f"{parts[0]}/{parts[2]}"] = self.html_of(
                doctree, [child for child in section.children if not isinstance(child, nodes.title)]
            )

    def html_of(self, doctree: nodes.document, children: list[nodes.Node]) -> str:
        """The HTML of some nodes."""
        visitor: Any = self.create_translator(doctree, self)
        visitor.section_level = self.first_heading_level
        for child in children:
            child.walkabout(visitor)
        return "".join(visitor.body).replace(" />", ">")  # docutils closes empty elements as in XML

    def post_process_images(self, doctree: nodes.Node) -> None:
        """Give each picture its name in the output: module folder and file name."""
        super().post_process_images(doctree)
        for original in list(self.images):
            module_id = original.split("/")[0]
            file = original.rsplit("/", 1)[-1]
            if original.split("/")[1] == CHARTS:
                self.images[original] = f"{module_id}/grafik/{file}"
                self.fragments.drawings[self.images[original]] = (Path(self.srcdir) / original).read_text("utf-8")
            else:
                self.images[original] = self.fragments.pictures[original] = f"{module_id}/{file}"

    def picture_base(self, docname: str) -> str:
        """Where pictures are, seen from the page."""
        raise NotImplementedError

    def href(self, node: link) -> str:
        """The address of a block or term, seen from the page that is being written; empty when there is none."""
        raise NotImplementedError

    def adapt(self, doctree: nodes.document, docname: str) -> None:
        """Last changes to a page before it is rendered."""

    def finish(self) -> None:
        """Nothing to copy: the layout writes the files."""

    def cleanup(self) -> None:
        """Nothing to clean."""


class Website(FragmentBuilder):
    """Fragments for the website: `module/session.html`, pictures in `gambar/`."""

    name = "website"
    on_screen = True

    def html_of(self, doctree: nodes.document, children: list[nodes.Node]) -> str:
        """Without the classes of docutils that no style names."""
        return IDLE_CLASSES.sub("", super().html_of(doctree, children))

    def picture_base(self, docname: str) -> str:  # noqa: ARG002
        """Pages of sessions lie one folder deep."""
        return f"../{self.picture_path}"

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002
        """`kwu-05/sessions/01-a` is published as `kwu-05/01-a.html`."""
        return f"{_way_out(docname.split('/', maxsplit=1)[0])}{page_address(docname)}"

    def href(self, node: link) -> str:
        """Relative address of the page and anchor."""
        if node["to"] == "term":
            return f"../glosarium.html#istilah-{node['name']}"
        return f"../{_way_out(node['module'])}{node['module']}/{node['session']}.html#{node['name']}"


class Books(FragmentBuilder):
    """Fragments for the books: anchors carry module and session, because a book joins many sessions."""

    name = "books"
    first_heading_level = 2

    def picture_base(self, docname: str) -> str:  # noqa: ARG002
        """Books see the pictures below the folder of the print job."""
        return self.picture_path

    def get_target_uri(self, docname: str, typ: str | None = None) -> str:  # noqa: ARG002
        """An anchor in the book; a place outside of this book is mended by the layout."""
        parts = docname.split("/")
        return f"#{parts[0]}--{parts[-1]}"

    def get_relative_uri(self, from_: str, to: str, typ: str | None = None) -> str:  # noqa: ARG002
        """The same: a book is one document."""
        return self.get_target_uri(to)

    def href(self, node: link) -> str:
        """An anchor in the book."""
        if node["to"] == "term":
            return f"#istilah-{node['name']}"
        return f"#{node['module']}--{node['name']}"

    def adapt(self, doctree: nodes.document, docname: str) -> None:
        """Make ids unique in a book: `kwu-05--latihan-hpp` for names, with the session for all other ids."""
        module_id, session_id = docname.split("/", 1)[0], docname.rsplit("/", 1)[-1]
        named = CURRENT.get().anchors.get(module_id, {})

        def unique(part: str) -> str:
            return f"{module_id}--{part}" if part in named else f"{module_id}--{session_id}--{part}"

        for node in doctree.findall(nodes.Element):
            if node.get("ids"):
                node["ids"] = [unique(part) for part in node["ids"]]
            if "refid" in node:
                node["refid"] = unique(node["refid"])


def number_figures(doctree: nodes.document, anchors: Mapping[str, Anchor]) -> None:
    """Write "Gambar 5.2" before the captions; the number comes from the module, never from the page."""
    for figure in doctree.findall(nodes.figure):
        anchor = next((anchors[name] for name in figure["names"] if name in anchors), None)
        for caption in (child for child in figure.children if isinstance(child, nodes.caption)):
            if anchor is not None:
                caption.insert(0, nodes.inline("", f"{anchor.label} ", classes=["caption-number"]))


def _way_out(module_id: str) -> str:
    """A module that a translation lacks is linked in the language it was written in: that site lies around this one."""
    curriculum = CURRENT.get().curriculum
    lacks = module_id in curriculum.modules and module_id not in {module.id for module in curriculum.offered()}
    return "../" if lacks else ""


def page_address(docname: str) -> str:
    """Where a page is published, from the root of the site."""
    parts = docname.split("/")
    if len(parts) == 3:  # noqa: PLR2004 - module/sessions/session
        return f"{parts[0]}/{parts[2]}.html"
    return f"{parts[0]}/index.html" if len(parts) > 1 else "index.html"


def setup_builders(app: Sphinx) -> None:
    """Register both builders with the translator."""
    for builder, translator in ((Website, WebsiteTranslator), (Books, BooksTranslator)):
        app.add_builder(builder)
        app.set_translator(builder.name, translator)
