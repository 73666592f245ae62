"""The last step of a PDF: mend what the renderer left, say what it is, and look for what must not be in it."""

from __future__ import annotations

import io
from collections.abc import Iterator
from urllib.parse import urlsplit
from xml.sax.saxutils import escape

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from curriculum_kit.diagnostics import Text, text
from curriculum_kit.pdf.charmap import soften_hyphens
from curriculum_kit.pdf.fields import mend_fields
from curriculum_kit.pdf.jobs import PageLabel, PdfJob
from curriculum_kit.pdf.structure import mend_structure

_SCHEMES = {"https", "http", "mailto", "tel"}
_STYLES = {"decimal": Name.D, "roman": Name.r}
_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/"
 xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">{title}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>{language}</rdf:li></rdf:Bag></dc:language>
<pdf:Producer>{producer}</pdf:Producer>
{dates}<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="r"?>
"""


def finish(data: bytes, job: PdfJob) -> tuple[bytes, list[Text]]:
    """The finished bytes of a PDF that WeasyPrint has written for `job`, and what is wrong with it."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        mend_structure(pdf)
        soften_hyphens(pdf)
        problems = [*mend_fields(pdf), *_label_pages(pdf, job.labels), *_unwanted(pdf)]
        _open_outline(pdf, job.outline_levels)
        _describe(pdf, job)
        file = io.BytesIO()
        pdf.save(
            file,
            deterministic_id=True,
            fix_metadata_version=False,
            force_version="1.7",
            linearize=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )
    return file.getvalue(), problems


def _describe(pdf: Pdf, job: PdfJob) -> None:
    """Title, language and date, the same in every place where a PDF tells them."""
    producer = str(pdf.docinfo.get("/Producer", ""))
    dates = ""
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=String(job.title), Producer=String(producer)))
    if job.as_of is not None:
        written = String(f"D:{job.as_of:%Y%m%d}000000Z")
        pdf.docinfo.CreationDate = pdf.docinfo.ModDate = written
        dates = "".join(
            f"<xmp:{name}>{job.as_of.isoformat()}T00:00:00Z</xmp:{name}>\n" for name in ("CreateDate", "ModifyDate")
        )
    xmp = _XMP.format(title=escape(job.title), language=escape(job.language), producer=escape(producer), dates=dates)
    root = pdf.Root
    root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(job.language)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines
    for page in pdf.pages:
        page.obj.Tabs = Name.S  # fields are reached in the order of reading
        for annotation in page.obj.get("/Annots", ()):
            x1, y1, x2, y2 = annotation.Rect
            # WeasyPrint tells the upper left corner first, which not every program expects.
            annotation.Rect = Array([min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)])


def _label_pages(pdf: Pdf, labels: tuple[PageLabel, ...]) -> Iterator[Text]:
    """Have viewers call the pages as the book does."""
    if not labels:
        return
    names = pdf.Root.get("/Names", Dictionary()).get("/Dests", Dictionary()).get("/Names", Array())
    targets = {str(names[i]): names[i + 1][0].objgen for i in range(0, len(names), 2)}
    pages = {page.obj.objgen: index for index, page in enumerate(pdf.pages)}
    starts = {0: Dictionary(S=Name.D)}
    for label in labels:
        target = targets.get(label.anchor)
        if target is None:
            yield text("penomoran halaman mulai di #{anchor}, yang tidak ada di buku ini", anchor=label.anchor)
            continue
        ways = Dictionary(S=_STYLES[label.style])
        if label.prefix:
            ways.P = String(label.prefix)
        if label.start != 1:
            ways.St = label.start
        starts[pages[target]] = ways
    pdf.Root.PageLabels = Dictionary(Nums=Array([part for index in sorted(starts) for part in (index, starts[index])]))


def _open_outline(pdf: Pdf, levels: int) -> None:
    """Show the first levels of the outline and fold the rest."""
    outline = pdf.Root.get("/Outlines")
    if outline is not None:
        outline.Count = _fold(outline, levels)


def _fold(parent: Object, levels: int) -> int:
    """Set `/Count` below a parent; returns how many entries show when the parent is open."""
    shown = 0
    entry = parent.get("/First")
    while entry is not None:
        shown += 1
        below = _fold(entry, levels - 1)
        if "/Count" in entry:
            del entry["/Count"]
        if below and levels > 1:
            entry.Count = below
            shown += below
        elif below:
            entry.Count = -below
        entry = entry.get("/Next")
    return shown


def _unwanted(pdf: Pdf) -> Iterator[Text]:
    """What no book may hold: attachments, scripts, addresses of this machine, fonts that are not inside."""
    if "/EmbeddedFiles" in pdf.Root.get("/Names", Dictionary()):
        yield text("ada berkas lampiran di dalam PDF")
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", ()):
            if annotation.Subtype not in {Name.Link, Name.Widget}:
                yield text("ada anotasi {kind} di dalam PDF", kind=str(annotation.Subtype))
            action = annotation.get("/A")
            if action is None:
                continue
            if action.S != Name.URI:
                yield text("ada tindakan {kind} di dalam PDF", kind=str(action.S))
            elif urlsplit(str(action.URI)).scheme not in _SCHEMES:
                yield text("tautan ke {url} tidak dapat dibuka dari PDF", url=str(action.URI).rpartition("/")[2])
    for thing in pdf.objects:
        if isinstance(thing, Dictionary) and thing.get("/Type") == Name.FontDescriptor and "/FontFile2" not in thing:
            yield text("huruf {font} tidak tertanam di dalam PDF", font=str(thing.FontName))
