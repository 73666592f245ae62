"""What a finished PDF says of itself: title, language, date, the numbers of its pages, and that it is PDF/UA."""

from __future__ import annotations

import importlib.metadata
from collections.abc import Mapping
from xml.sax.saxutils import escape

from pikepdf import Array, Dictionary, Name, Pdf, String

from curriculum_kit.pdf.jobs import PageLabel, PdfBook

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


def describe(pdf: Pdf, book: PdfBook) -> None:
    """Title, language and date, the same in every place where a PDF tells them."""
    producer = f"WeasyPrint {importlib.metadata.version('weasyprint')}"
    dates = ""
    pdf.docinfo = pdf.make_indirect(Dictionary(Title=String(book.title), Producer=String(producer)))
    if book.as_of is not None:
        written = String(f"D:{book.as_of:%Y%m%d}000000Z")
        pdf.docinfo.CreationDate = pdf.docinfo.ModDate = written
        dates = "".join(
            f"<xmp:{name}>{book.as_of.isoformat()}T00:00:00Z</xmp:{name}>\n" for name in ("CreateDate", "ModifyDate")
        )
    xmp = _XMP.format(title=escape(book.title), language=escape(book.language), producer=escape(producer), dates=dates)
    root = pdf.Root
    root.Metadata = pdf.make_stream(xmp.encode(), Type=Name.Metadata, Subtype=Name.XML)
    root.Lang = String(book.language)
    root.MarkInfo = Dictionary(Marked=True)
    root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if "/Outlines" in root:
        root.PageMode = Name.UseOutlines


def label_pages(pdf: Pdf, numberings: Mapping[int, PageLabel]) -> None:
    """Have viewers call the pages as the book does. `numberings` begin at these pages, counted from 0."""
    labels = []
    for page, label in sorted(numberings.items()):
        ways = Dictionary(S=_STYLES[label.style])
        if label.prefix:
            ways.P = String(label.prefix)
        if label.start != 1:
            ways.St = label.start
        labels += [page, ways]
    pdf.Root.PageLabels = Dictionary(Nums=Array(labels))
