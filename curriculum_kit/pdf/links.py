"""Links inside links.

The text that CSS puts after a link, such as the page number in the contents, comes out as a link of its own inside the
first, with its own place to click: a screen reader then says "link" three times for one entry, and the tab key stops
three times. Here the inner ones become part of the outer. The same goes for the places to click that WeasyPrint gives
to the elements inside a link, such as words in italics: PDF/UA wants each right below its link.
"""

from __future__ import annotations

from pikepdf import Array, Dictionary, Name, Object

_TOLERANCE = 1.0  # points


def merge_links(link: Object, parents: dict[int, Object]) -> None:
    """Take up the links directly inside a link. `parents` is the parent tree: what owns which marked content."""
    kids: list[Object | int] = []
    waiting = list(link.K)
    while waiting:
        kid = waiting.pop(0)
        if not (isinstance(kid, Dictionary) and kid.get("/S") == Name.Link):
            kids.append(kid)
            continue
        inner = [part for part in kid.K if not _covered(part, link, parents)]
        for part in inner:
            _give(part, kid, link, parents)
        waiting[:0] = inner
    link.K = Array(kids)
    _lift_places(link, parents)


def _lift_places(link: Object, parents: dict[int, Object]) -> None:
    """Make the places to click of all elements inside a link those of the link."""
    waiting = [kid for kid in link.K if isinstance(kid, Dictionary) and "/S" in kid]
    while waiting:
        element = waiting.pop(0)
        kept = []
        for part in element.K:
            if not (isinstance(part, Dictionary) and "/Obj" in part):
                kept.append(part)
            elif not _covered(part, link, parents):
                _give(part, element, link, parents)
                link.K.append(part)
        element.K = Array(kept)
        waiting += [part for part in kept if isinstance(part, Dictionary) and "/S" in part]


def _give(part: Object | int, old: Object, new: Object, parents: dict[int, Object]) -> None:
    """Make something that was part of one link part of another."""
    if isinstance(part, int):
        parents[int(old.Pg.StructParents)][part] = new
    elif "/Obj" in part:
        parents[int(part.Obj.StructParent)] = new
    else:
        part.P = new


def _covered(part: Object | int, link: Object, parents: dict[int, Object]) -> bool:
    """Whether something is a place to click that lies within that of the outer link; it is then removed."""
    if not isinstance(part, Dictionary) or "/Obj" not in part:
        return False
    annotation = part.Obj
    outer = [kid.Obj for kid in link.K if isinstance(kid, Dictionary) and "/Obj" in kid]
    if not any(_contains(_box(other), _box(annotation)) for other in outer if other.objgen != annotation.objgen):
        return False
    page = part.Pg
    page.Annots = Array([other for other in page.Annots if other.objgen != annotation.objgen])
    del parents[int(annotation.StructParent)]
    return True


def _box(annotation: Object) -> tuple[float, float, float, float]:
    """Left, bottom, right, top."""
    x1, y1, x2, y2 = (float(number) for number in annotation.Rect)
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _contains(outer: tuple[float, float, float, float], inner: tuple[float, float, float, float]) -> bool:
    return (
        outer[0] - _TOLERANCE <= inner[0]
        and outer[1] - _TOLERANCE <= inner[1]
        and inner[2] <= outer[2] + _TOLERANCE
        and inner[3] <= outer[3] + _TOLERANCE
    )
