"""The structure tree of a rendered PDF, mended where WeasyPrint builds it otherwise than PDF/UA wants it.

- A list item holds its content in an LBody, and a nested list stands in the item it belongs to (WeasyPrint #2497).
- What CSS adds to a link belongs to that link (`links`).
- Running heads, page numbers and images without alternative text are marked as artifacts: they are no content.
- The box of a figure is told in the coordinates of PDF.
- Text belongs to its paragraph, not to a Span for each line.
- The ids of table headers differ from those of other fragments.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.pdf.links import merge_links

_MARKED = re.compile(rb"/(?:Span|Figure)\s<</MCID (\d+)>>\sBDC")
_ARTIFACT = b"/Artifact\n<</Type /Pagination>>\nBDC"
_POINTS_PER_PIXEL = 0.75
_WITH_TEXT = {
    *(Name.P, Name.H1, Name.H2, Name.H3, Name.H4, Name.H5, Name.H6, Name.TH, Name.TD, Name.Caption),
    *(Name.Lbl, Name.LBody, Name.Span, Name.NonStruct, Name.Div),
}
_WITHOUT_MEANING = {Name.Span, Name.NonStruct}
_PLAIN = {"/Type", "/S", "/P", "/Pg", "/K"}


def mend_structure(pdf: Pdf, prefix: str) -> None:
    """Mend the structure tree and the marked content of a PDF that WeasyPrint has just written.

    `prefix` goes before the ids of table headers, which are to be unique in a book.
    """
    tree = pdf.Root.get("/StructTreeRoot")
    if tree is None:
        return
    numbers = tree.ParentTree.Nums
    parents = {int(numbers[i]): numbers[i + 1] for i in range(0, len(numbers), 2)}
    content = set()
    elements = []
    # Not recursive: a document may be nested deeper than Python's stack.
    waiting = list(tree.K)
    while waiting:
        element = waiting.pop()
        elements.append(element)
        content.add(element.objgen)
        if _is(element, Name.L):
            _mend_list(pdf, element)
        elif _is(element, Name.Figure):
            _mend_box(element)
        elif _is(element, Name.Link):
            merge_links(element, parents)
        elif _is(element, Name.TH) or _is(element, Name.TD):
            _prefix_ids(element, prefix)
        _drop_decorations(element)
        waiting.extend(_children(element))
    for element in reversed(elements):
        _lift_text(element, parents)
    _mark_artifacts(pdf, parents, content)
    tree.ParentTree.Nums = Array([part for number in sorted(parents) for part in (number, parents[number])])


def _is(kid: object, kind: Name) -> bool:
    """Whether something below an element is itself an element, of some kind."""
    return isinstance(kid, Dictionary) and kid.get("/S") == kind


def _children(element: Object) -> Iterator[Object]:
    """The structure elements directly below one: not its content, not its annotations."""
    for kid in element.get("/K", ()):
        if isinstance(kid, Dictionary) and "/S" in kid:
            yield kid


def _mend_list(pdf: Pdf, element: Object) -> None:
    """Give every item an LBody and move nested lists into the item before them."""
    kids = []
    body = None
    for kid in _children(element):
        if _is(kid, Name.LI):
            body = _body(pdf, kid)
            kids.append(kid)
        elif body is not None and _is(kid, Name.L):
            body.K.append(kid)
            kid.P = body
        else:
            kids.append(kid)
    element.K = Array(kids)


def _body(pdf: Pdf, item: Object) -> Object:
    """The LBody of a list item, made around its content where there is none."""
    labels = [kid for kid in item.K if _is(kid, Name.Lbl)]
    others = [kid for kid in item.K if not _is(kid, Name.Lbl)]
    if len(others) == 1 and _is(others[0], Name.LBody):
        body: Object = others[0]
        return body
    body = pdf.make_indirect(Dictionary(Type=Name.StructElem, S=Name.LBody, P=item, Pg=item.Pg, K=Array(others)))
    for kid in others:
        if isinstance(kid, Dictionary):
            kid.P = body
    item.K = Array([*labels, body])
    return body


def _lift_text(element: Object, parents: dict[int, Object]) -> None:
    """Let text belong to its paragraph itself, without an element for every line that says nothing more.

    That is half of all elements, which each reader and the linking of books would have to walk through.
    """
    if element.S not in _WITH_TEXT:
        return
    kids = []
    lifted = False
    for kid in element.K:
        if not isinstance(kid, Dictionary) or kid.get("/S") not in _WITHOUT_MEANING or not _is_plain(kid, element):
            kids.append(kid)
            continue
        owners = parents[int(element.Pg.StructParents)]
        for number in kid.K:
            owners[int(number)] = element
            kids.append(number)
        lifted = True
    if lifted:
        element.K = Array(kids)


def _is_plain(kid: Object, element: Object) -> bool:
    """Whether an element holds text of the same page and nothing else."""
    return (
        set(kid.keys()) == _PLAIN
        and kid.Pg.objgen == element.Pg.objgen
        and all(isinstance(part, int) for part in kid.K)
    )


def _prefix_ids(cell: Object, prefix: str) -> None:
    if "/ID" in cell:
        cell.ID = String(prefix + str(cell.ID))
    attributes = cell.get("/A")
    if attributes is not None and "/Headers" in attributes:
        attributes.Headers = Array([String(prefix + str(header)) for header in attributes.Headers])


def _mend_box(figure: Object) -> None:
    """WeasyPrint tells the box in CSS pixels from the top of the page; PDF counts points from its bottom."""
    attributes = figure.get("/A")
    if attributes is None or "/BBox" not in attributes:
        return
    height = float(figure.Pg.MediaBox[3])
    left, top, right, bottom = (float(number) * _POINTS_PER_PIXEL for number in attributes.BBox)
    attributes.BBox = Array([left, height - bottom, right, height - top])


def _drop_decorations(element: Object) -> None:
    """Take figures without alternative text out of the tree."""
    kids = element.get("/K", ())
    kept = [kid for kid in kids if not (_is(kid, Name.Figure) and "/Alt" not in kid)]
    if len(kept) < len(kids):
        element.K = Array(kept)


def _mark_artifacts(pdf: Pdf, parents: dict[int, Object], content: set[tuple[int, int]]) -> None:
    """Turn marked content into artifacts where its element hangs nowhere in the tree.

    WeasyPrint marks the text of margin boxes like any other and then leaves its elements out.
    """
    for page in pdf.pages:
        owners = parents[int(page.obj.StructParents)]
        strays = {
            mcid for mcid, owner in enumerate(owners) if isinstance(owner, Dictionary) and owner.objgen not in content
        }
        if not strays:
            continue
        page.obj.Contents.write(_renamed(page.obj.Contents.read_bytes(), strays))
        for mcid in strays:
            owners[mcid] = None


def _renamed(stream: bytes, strays: set[int]) -> bytes:
    """A content stream in which some marked content has become an artifact."""
    renamed = set()

    def replace(match: re.Match[bytes]) -> bytes:
        if int(match[1]) not in strays:
            return match[0]
        renamed.add(int(match[1]))
        return _ARTIFACT

    stream = _MARKED.sub(replace, stream)
    if renamed != strays:
        # Better no PDF than one whose tags and content disagree.
        raise ValueError(f"marked content not found: {sorted(strays - renamed)}")
    return stream
