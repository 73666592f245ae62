"""Word files of many kinds, made by python-docx, by LibreOffice and by hand."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from docx import Document
from docx.document import Document as WordFile
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from PIL import Image

from tests.tools import converted

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
)
TYPES = (
    '<?xml version="1.0" encoding="UTF-8"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
    '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    'wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0" encoding="UTF-8"?>'
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{}</Relationships>'
)
FRAME = "<w:pBdr><w:top w:val='single'/><w:bottom w:val='single'/><w:left w:val='single'/></w:pBdr>"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def relation(id_: str, kind: str, target: str, *, external: bool = False) -> str:
    mode = ' TargetMode="External"' if external else ""
    return f'<Relationship Id="{id_}" Type="{_OFFICE}/{kind}" Target="{target}"{mode}/>'


def by_hand(body: str, relations: str = "", **parts: str | bytes) -> bytes:
    """A Word file from the XML of its body; `parts` by name, `__` for `/` and a single `_` for the point."""
    document = f'<?xml version="1.0" encoding="UTF-8"?><w:document {NAMESPACES}><w:body>{body}</w:body></w:document>'
    file = BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("_rels/.rels", RELATIONS.format(relation("r1", "officeDocument", "word/document.xml")))
        archive.writestr("word/document.xml", document)
        archive.writestr("word/_rels/document.xml.rels", RELATIONS.format(relations))
        for name, content in parts.items():
            archive.writestr(name.replace("__", "/").replace("_", "."), content)
    return file.getvalue()


def part(root: str, content: str) -> str:
    return f'<?xml version="1.0" encoding="UTF-8"?><w:{root} {NAMESPACES}>{content}</w:{root}>'


def p(words: str, properties: str = "") -> str:
    return f'<w:p><w:pPr>{properties}</w:pPr><w:r><w:t xml:space="preserve">{words}</w:t></w:r></w:p>'


def picture_file(folder: Path, size: tuple[int, int] = (900, 500), name: str = "foto.png") -> Path:
    path = folder / name
    image = Image.new("RGB", size, "white")
    image.putpixel((1, 1), (200, 30, 30))
    image.save(path)
    return path


def _saved(document: WordFile) -> bytes:
    file = BytesIO()
    document.save(file)
    return file.getvalue()


def _table(document: WordFile, rows: list[list[str]], style: str = "Table Grid") -> None:
    table = document.add_table(len(rows), len(rows[0]), style)
    for row, cells in zip(table.rows, rows, strict=True):
        for cell, words in zip(row.cells, cells, strict=True):
            cell.text = words


def module_book(folder: Path) -> bytes:
    """A tidy book: headings, lists in lists, a picture with a caption, tables, exercises with keys."""
    document = Document()
    document.core_properties.title = "Modul biaya"
    document.add_heading("Menghitung biaya usaha", 0)
    document.add_heading("BAB I Mengenal biaya", 1)
    document.add_paragraph("Tujuan: Peserta mampu mengelompokkan biaya.")
    document.add_paragraph("Waktu: 2 JP")
    paragraph = document.add_paragraph("Sari membeli ")
    paragraph.add_run("pisang kepok").bold = True
    paragraph.add_run(" dan ").italic = True
    paragraph.add_run("minyak").italic = True
    paragraph.add_run(" * # _ [tanda] <b> `kode` {fact} ::: akhir.")
    for words, style in (
        ("Bahan", "List Bullet"), ("Pisang", "List Bullet 2"), ("Minyak goreng", "List Bullet 2"),
        ("Upah", "List Bullet"), ("Catat", "List Number"), ("Hitung", "List Number"),
    ):  # fmt: skip
        document.add_paragraph(words, style)
    document.add_heading("1.1 Alur biaya", 2)
    document.add_picture(str(picture_file(folder)))
    document.add_paragraph("Gambar 1. Alur biaya dari pasar ke dapur", "Caption")
    document.add_paragraph("Tabel 1. Harga bahan")
    _table(document, [["Bahan", "Harga"], ["Pisang", "Rp12.000"], ["Minyak | curah", "Rp15.500"]])
    document.add_heading("Latihan 1 Menghitung upah", 3)
    document.add_paragraph("Berapa upah Sari sehari? ..............................")
    document.add_paragraph("......................................................")
    document.add_paragraph("Jawaban: Rp40.000 sehari.")
    document.add_heading("Diskusi", 3)
    document.add_paragraph("Mana yang bukan biaya?")
    document.add_heading("BAB II Harga jual", 1)
    document.add_paragraph("Tata ruang: Meja melingkar")
    document.add_paragraph("Media: Nota belanja; Papan tulis")
    _table(
        document,
        [
            ["Tahapan", "Waktu", "Kegiatan Instruktur", "Kegiatan Peserta", "Metode", "Catatan"],
            ["Pendahuluan", "10 menit", "Membuka rahasia", "Bercerita", "Diskusi", "-"],
            ["Inti", "60", "Menjawab empat puluh", "Menghitung", "Latihan", "penting"],
            ["Istirahat", "15", "", "Minum", "", ""],
            ["Penutup", "", "Merangkum", "", "", ""],
        ],
    )
    document.add_paragraph("Harga jual menutup semua biaya.")
    box = document.add_table(1, 1, "Table Grid")
    box.cell(0, 0).text = "Perhatian: upah sendiri adalah biaya."
    document.add_heading("Rangkuman", 2)
    document.add_paragraph("Semua biaya dihitung.")
    return _saved(document)


def no_styles(_: Path) -> bytes:
    """Bold lines for headings, typed numbers and bullets."""
    document = Document()
    for words, size in (("BAB I", 14), ("PENGENALAN USAHA", 14)):
        run = document.add_paragraph().add_run(words)
        run.bold, run.font.size = True, Pt(size)
    document.add_paragraph("Usaha dimulai dari kebutuhan pembeli di sekitar rumah.")
    document.add_paragraph().add_run("Mencari gagasan").bold = True
    for words in ("• Lihat tetangga", "- Tanya pembeli", "1. Catat", "2) Pilih", "a. Pilihan kecil"):
        document.add_paragraph(words)
    document.add_paragraph().add_run("Contoh:").bold = True
    document.add_paragraph("Budi menjual pulsa.")
    document.add_paragraph().add_run("BAB II").bold = True
    document.add_paragraph().add_run("MODAL").bold = True
    document.add_paragraph("Modal awal kecil saja sudah cukup.")
    return _saved(document)


def indonesian_styles(_: Path) -> bytes:
    """Styles with Indonesian names, as some programs write them."""
    document = Document()
    for name, size in (("Judul 1", 16), ("Judul 2", 13)):
        style = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.font.size = Pt(size)
    for title in ("Kata Pengantar", "Pemasaran", "Pelayanan", "Daftar Pustaka"):
        document.add_paragraph(title, "Judul 1")
        document.add_paragraph(f"Isi bagian {title.lower()} yang cukup jelas.")
        document.add_paragraph(f"Rincian {title}", "Judul 2")
        document.add_paragraph("Kalimat kedua.")
    return _saved(document)


def merged_cells(folder: Path) -> bytes:
    """Merged cells in both directions, a table in a table, pictures and lists in cells, a landscape section."""
    document = Document()
    document.add_heading("Tabel sulit", 1)
    table = document.add_table(4, 4, "Table Grid")
    for at, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"sel{at}"
    table.cell(0, 0).merge(table.cell(0, 1))
    table.cell(1, 0).merge(table.cell(3, 0))
    table.cell(2, 2).merge(table.cell(3, 3))
    inner = table.cell(1, 1).add_table(2, 2)
    inner.cell(0, 0).text, inner.cell(1, 1).text = "dalam satu", "dalam dua"
    table.cell(1, 2).add_paragraph("butir sel", "List Bullet")
    table.cell(1, 3).paragraphs[0].add_run().add_picture(str(picture_file(folder)))
    section = document.add_section()
    section.orientation = WD_ORIENT.LANDSCAPE
    document.add_heading("Bagian mendatar", 1)
    _table(document, [["No", "Bahan", "Harga (Rp)"], ["1", "", ""], ["2", "", ""], ["3", "", ""]])
    _table(document, [["Alat", "Harga", "Keadaan"], ["Wajan", "= Rp", "...."], ["Kompor", "Rp", ""]])
    _table(document, [["Rumus", "Hasil"], ["=A1*2", ""], ["= Rp5", ""]])
    _table(document, [["Kotak kosong", "Campur"], ["isi", ""], ["", "isi lain"]])
    document.sections[0].header.paragraphs[0].text = "Kepala halaman modul"
    document.sections[0].footer.paragraphs[0].text = "Halaman kaki 1"
    return _saved(document)


def competence(_: Path) -> bytes:
    """The silabus with its official columns, lines about the unit, and tests with keys."""
    document = Document()
    document.add_heading("Standar Kompetensi dan Silabus", 1)
    document.add_paragraph("Kode Unit : M.70PEN00.021.1")
    document.add_paragraph("Judul Unit: Menghitung Biaya Usaha")
    document.add_paragraph("Deskripsi Unit: Unit ini berhubungan dengan *biaya* usaha mikro.")
    table = document.add_table(5, 8, "Table Grid")
    for at, words in enumerate(
        ("Elemen Kompetensi", "Kriteria Unjuk Kerja", "Indikator Unjuk Kerja", "Materi Pelatihan", "", "",
         "Perkiraan Waktu", "")
    ):  # fmt: skip
        table.cell(0, at).text = words
    for at, words in enumerate(("", "", "", "Pengetahuan", "Keterampilan", "Sikap", "Pengetahuan", "Keterampilan")):
        table.cell(1, at).text = words
    table.cell(0, 3).merge(table.cell(0, 5))
    table.cell(0, 6).merge(table.cell(0, 7))
    rows = [
        ("1. Mengidentifikasi biaya", "1.1 Biaya dikelompokkan.",
         "1.1.1 Dapat menjelaskan jenis biaya (P)\n1.1.2 Mampu mengelompokkan biaya (K)", "Jenis biaya", "Memilah",
         "Teliti", "1", "2"),
        ("", "1.2 Biaya dipilah.", "menjelaskan biaya tetap (P)", "", "", "", "", ""),
        ("2. Menetapkan harga", "2.1 Harga ditetapkan.", "", "Harga", "Menghitung harga", "Jujur", "1", "3"),
    ]  # fmt: skip
    for at, cells in enumerate(rows, 2):
        for column, words in enumerate(cells):
            table.cell(at, column).text = words
    table.cell(2, 0).merge(table.cell(3, 0))
    document.add_heading("Mengenal biaya", 1)
    document.add_paragraph("Biaya adalah uang yang keluar untuk usaha.")
    document.add_heading("Evaluasi", 1)
    document.add_paragraph("Pilihlah satu jawaban yang tepat.")
    for number, (stem, options) in enumerate(
        (("Apa itu biaya?", "uang keluar|uang masuk|laba|pajak"), ("Upah termasuk?", "biaya|laba|harga|modal")), 1
    ):
        document.add_paragraph(f"{number}. {stem}")
        for letter, words in zip("ABCD", options.split("|"), strict=True):
            document.add_paragraph(f"{letter}. {words}")
    document.add_heading("Soal esai", 2)
    document.add_paragraph("1. Jelaskan biaya tetap.")
    document.add_heading("Kunci jawaban", 1)
    document.add_paragraph("1. A   2. A")
    document.add_heading("Soal esai", 2)
    document.add_paragraph("1. Biaya yang tidak berubah dalam sebulan.")
    return _saved(document)


def odd_things(folder: Path) -> bytes:
    """By hand: text boxes, notes, comments, tracked changes, formulas, fields, symbols, links, page breaks."""
    run = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>"
    box = (
        "<w:p><w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wp:inline><wp:docPr id='1' name='k'/>"
        "<a:graphic><a:graphicData uri='x'><wps:wsp><wps:txbx><w:txbxContent>{0}</w:txbxContent></wps:txbx></wps:wsp>"
        "</a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        "<w:txbxContent>{0}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        "<w:r><w:t>Teks di samping kotak.</w:t></w:r></w:p>"
    )
    body = (
        p("Hal-hal aneh", "<w:outlineLvl w:val='0'/>")
        + box.format(p("Kiat: simpan nota belanja.") + p("Baris kedua kotak."))
        + "<w:p>"
        + run.format("Kalimat bercatatan")
        + "<w:r><w:footnoteReference w:id='2'/></w:r>"
        + run.format(" dan akhir")
        + "<w:r><w:endnoteReference w:id='3'/></w:r><w:commentRangeStart w:id='0'/>"
        + run.format(" dikomentari")
        + "<w:commentRangeEnd w:id='0'/><w:r><w:commentReference w:id='0'/></w:r></w:p>"
        + "<w:p>"
        + run.format("Harga ")
        + "<w:del w:id='9' w:author='A'><w:r><w:delText xml:space='preserve'>lama seribu </w:delText></w:r></w:del>"
        + "<w:ins w:id='8' w:author='A'>" + run.format("baru duaribu ") + "</w:ins>"
        + "<w:moveFrom w:id='7' w:author='A'>" + run.format("pindahan ") + "</w:moveFrom>"
        + "<w:moveTo w:id='6' w:author='A'>" + run.format("pindahan ") + "</w:moveTo></w:p>"
        + "<w:p>" + run.format("Rumus ") + "<m:oMath><m:f><m:num><m:r><m:t>biaya</m:t></m:r></m:num><m:den><m:r>"
        "<m:t>hasil</m:t></m:r></m:den></m:f></m:oMath>" + run.format(" selesai.") + "</w:p>"
        + "<w:p><w:hyperlink r:id='rW'>" + run.format("situs baik") + "</w:hyperlink>" + run.format(", ")
        + "<w:hyperlink r:id='rJ'>" + run.format("situs jahat") + "</w:hyperlink>" + run.format(", ")
        + "<w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText> HYPERLINK \"https://b.example/x\" "
        "</w:instrText></w:r><w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run.format("medan tautan")
        + "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>"
        + "<w:p><w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>" + run.format(" centang")
        + "<w:r><w:br w:type='page'/></w:r>" + run.format("halaman baru") + "<w:r><w:br/></w:r>"
        + run.format("baris baru m") + "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>2</w:t></w:r>"
        + "<w:r><w:rPr><w:vanish/></w:rPr><w:t> tersembunyi rahasia</w:t></w:r></w:p>"
        + "<w:sdt><w:sdtContent>" + p("Isi kontrol") + "</w:sdtContent></w:sdt>"
        + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='5' name='g' descr='Panah dari pasar'/><a:graphic>"
        "<a:graphicData uri='x'><pic:pic><pic:blipFill><a:blip r:embed='rP'/></pic:blipFill></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
        + "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='6' name='g' descr='Gambar jauh'/><a:graphic>"
        "<a:graphicData uri='x'><pic:pic><pic:blipFill><a:blip r:link='rX'/></pic:blipFill></pic:pic></a:graphicData>"
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
        + "<w:p><w:r><w:pict><v:shape alt='Gambar vektor'><v:imagedata r:id='rE'/></v:shape></w:pict></w:r></w:p>"
        + p("Berbingkai satu", FRAME) + p("Berbingkai dua", FRAME)
        + "<w:altChunk r:id='rA'/>"
    )  # fmt: skip
    relations = (
        relation("rW", "hyperlink", "https://a.example/halaman", external=True)
        + relation("rJ", "hyperlink", "javascript:alert(1)", external=True)
        + relation("rX", "image", "https://mata.example/x.png", external=True)
        + relation("rP", "image", "media/a.png")
        + relation("rE", "image", "media/b.emf")
        + relation("rF", "footnotes", "footnotes.xml")
        + relation("rN", "endnotes", "endnotes.xml")
        + relation("rC", "comments", "comments.xml")
    )
    return by_hand(
        body,
        relations,
        word__media__a_png=picture_file(folder, (400, 300), "a.png").read_bytes(),
        word__media__b_emf=b"\x01\x00\x00\x00" + b"\x00" * 60,
        word__footnotes_xml=part("footnotes", f"<w:footnote w:id='2'>{p('isi catatan kaki')}</w:footnote>"),
        word__endnotes_xml=part("endnotes", f"<w:endnote w:id='3'>{p('isi catatan akhir')}</w:endnote>"),
        word__comments_xml=part(
            "comments", f"<w:comment w:id='0' w:author='Rina'>{p('tolong diperiksa lagi')}</w:comment>"
        ),
    )


def numbered_headings(_: Path) -> bytes:
    """Headings that Word numbers, one heading of the first level, contents, page breaks, deep levels that jump."""
    document = Document()
    document.add_heading("Buku pegangan usaha kecil", 1)
    document.add_paragraph("Kata pembuka buku ini.")
    contents = document.add_paragraph("Bagian satu 3")
    contents.style = document.styles.add_style("toc 1", WD_STYLE_TYPE.PARAGRAPH)
    for number in (1, 2):
        heading = document.add_heading(f"Bagian ke-{number}", 2)
        heading.add_run().add_break(WD_BREAK.PAGE)
        heading._p.get_or_add_pPr().append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        )
        document.add_heading("Melompat jauh", 5)
        document.add_paragraph("Isi setelah lompatan.")
        document.add_heading("Kembali", 3)
        document.add_paragraph("5. Lima dulu baru enam")
    return _saved(document)


def work_book(_: Path) -> bytes:
    """A Buku Kerja whose chapter joins the session of the same title."""
    document = Document()
    document.add_heading("Buku Kerja", 0)
    document.add_heading("BAB I Mengenal biaya", 1)
    document.add_heading("Tugas 1", 2)
    document.add_paragraph("Daftarlah lima biaya.")
    document.add_heading("BAB II Menulis nota", 1)
    document.add_paragraph("Tulislah satu nota.")
    return _saved(document)


def information_book(_: Path) -> bytes:
    document = Document()
    document.add_heading("Buku Informasi", 0)
    document.add_paragraph("Kementerian yang menyusun buku ini")
    document.add_heading("BAB I Mengenal biaya", 1)
    document.add_paragraph("Biaya adalah uang keluar.")
    document.add_heading("BAB II Menghitung HPP", 1)
    document.add_paragraph("HPP dihitung dari semua biaya.")
    document.add_heading("Daftar Pustaka", 1)
    document.add_paragraph("Anonim, 2009, Panduan usaha.")
    return _saved(document)


def assessment_book(_: Path) -> bytes:
    document = Document()
    document.add_heading("Buku Penilaian", 0)
    document.add_heading("BAB I Penilaian teori", 1)
    document.add_heading("Pilihan ganda", 2)
    for number in (1, 2):
        document.add_paragraph(f"{number}. Soal nomor {number}?")
        for letter in "ABCD":
            document.add_paragraph(f"{letter}. Pilihan {letter}{number}")
        document.add_paragraph("Jawaban: C")
    document.add_heading("BAB II Penilaian praktik", 1)
    document.add_paragraph("Hitunglah HPP satu produk.")
    _table(document, [["No", "Langkah", "Ya", "Tidak"], ["1", "Mendaftar biaya", "", ""], ["2", "Membagi", "", ""]])
    return _saved(document)


HTML = """<html><head><title>Dari peramban</title></head><body><h1>Catatan keuangan</h1><p>Uang <b>masuk</b> dan
<i>keluar</i> dicatat, lihat <a href="https://c.example/">situs</a>.</p><ol><li>Tulis<ul><li>tanggal</li><li>jumlah</li>
</ul></li><li>Hitung</li></ol><table border="1"><tr><th>Hari</th><th>Masuk</th></tr><tr><td>Senin</td><td>Rp5.000</td>
</tr></table><h1>Utang piutang</h1><p>Catat nama peminjam.</p><h2>Contoh</h2><p>Bu Tini meminjam Rp20.000.</p></body>
</html>"""


def by_libreoffice(folder: Path) -> bytes:
    """HTML that LibreOffice has saved as Word."""
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / "sumber.html"
    source.write_text(HTML, "utf-8")
    return converted(source, "docx:MS Word 2007 XML", folder, "--infilter=HTML (StarWriter)").read_bytes()


KINDS: dict[str, Callable[[Path], bytes]] = {
    made.__name__: made
    for made in (
        module_book, no_styles, indonesian_styles, merged_cells, competence, odd_things, numbered_headings, work_book,
        information_book, assessment_book, by_libreoffice,
    )
}  # fmt: skip
"""Eleven files, no two alike."""
