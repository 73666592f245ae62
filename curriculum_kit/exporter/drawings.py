"""Drawings (SVG) as pictures: what older Word programs can show."""

from __future__ import annotations

import base64
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageChops

from curriculum_kit.pdf.fetcher import AssetFetcher

_WIDTH = 480
"""The width of the page on which a drawing is drawn, in CSS pixels."""
_SCALE = 2.5
_EDGE = 8


def drawn(svg: bytes) -> bytes:
    """A drawing as PNG, on white. Nothing but the drawing is read."""
    import pypdfium2  # noqa: PLC0415 - both are slow to import, and only drawings need them
    import weasyprint  # noqa: PLC0415

    nowhere = Path("/nonexistent")
    address = f"data:image/svg+xml;base64,{base64.b64encode(svg).decode()}"
    style = f"@page {{ size: {_WIDTH}px 2000px; margin: 0 }} body {{ margin: 0 }} img {{ width: {_WIDTH}px }}"
    html = f"<style>{style}</style><img src='{address}' alt=''>"
    fetcher = AssetFetcher(base=nowhere, assets=(), fonts={})
    printed = weasyprint.HTML(string=html, url_fetcher=fetcher).write_pdf()
    page = pypdfium2.PdfDocument(printed)[0]
    image = page.render(scale=_SCALE).to_pil().convert("RGB")
    file = BytesIO()
    image.crop((0, 0, image.width, _last_row(image))).save(file, "PNG", optimize=True)
    return file.getvalue()


def _last_row(image: Image.Image) -> int:
    """Where the drawing ends: below it the page is white."""
    box = ImageChops.difference(image, Image.new("RGB", image.size, "white")).getbbox()
    return min(box[3] + _EDGE, image.height) if box else _EDGE
