"""Other papers of training centres: *materi pelatihan* of today, job sheets, handouts, what LibreOffice saves.

Every word that only trainers may see begins with `SECRET`.
"""

from __future__ import annotations

from pathlib import Path

from docx import Document
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.importer.making import by_hand, p, part, picture_file, relation
from tests.importer.ministry_books import DOTS, SECRET, contents_field, lines, rows, saved, titled
from tests.tools import converted

TITLE = "<w:outlineLvl w:val='0'/>"
SUBTITLE = "<w:outlineLvl w:val='1'/>"
RUN = "<w:r><w:t xml:space='preserve'>{}</w:t></w:r>".format
_DRAWING = (
    "<w:p><w:r><w:drawing><wp:inline><wp:docPr id='{}' name='{}' descr='{}'/><a:graphic>{}</a:graphic></wp:inline>"
    "</w:drawing></w:r></w:p>"
)
_DATA = "<a:graphicData uri='x'>{}</a:graphicData>"
CHART = "http://schemas.openxmlformats.org/drawingml/2006/chart"
DIAGRAM = "http://schemas.openxmlformats.org/drawingml/2006/diagram"


def training_material(folder: Path) -> bytes:
    """Materi pelatihan of 2023: six activities for each element, icons in tables, contents, steps in nested tables."""
    document = Document()
    document.add_heading("Materi Pelatihan Membuat Roti Manis", 0)
    document.add_heading("Kata Pengantar", 1)
    document.add_paragraph("Materi ini disusun untuk pelatihan kerja.")
    document.add_heading("Daftar Isi", 1)
    contents_field(document)
    document.add_heading("A. Pendahuluan", 1)
    lines(document, "Materi pelatihan ini berorientasi pada pelatihan berbasis kompetensi.")
    document.add_heading("C. Daftar Ikon", 1)
    icons = rows(document, "Ikon|Keterangan", "|Baca referensi", "|Diskusi")
    icons.cell(1, 0).paragraphs[0].add_run().add_picture(str(picture_file(folder, (40, 40), "ikon.png")))
    document.add_heading("E. Pengantar Teori", 1)
    paragraph = document.add_paragraph("Ragi mengembangkan adonan")
    paragraph.add_run("2").font.superscript = True
    document.add_picture(str(picture_file(folder)))
    document.add_paragraph("Gambar E.1 Adonan yang mengembang")
    document.add_heading("G. Implementasi Unit Kompetensi", 1)
    document.add_heading("Elemen Kompetensi 1: Menyiapkan bahan", 2)
    for number, (title, words) in enumerate(
        (("Baca Referensi", "Bacalah buku pada daftar pustaka."), ("Membaca", "Bahan ditimbang."),
         ("Diskusi", "Mengapa tepung diayak?"), ("Aktivitas", "Timbanglah tepung."),
         ("Pemeriksaan", "Apa guna ragi?"), ("Pikirkan", "Apa yang sulit?")), 1
    ):  # fmt: skip
        document.add_heading(f"1.{number} {title}", 3)
        document.add_paragraph(words)
        if title == "Pemeriksaan":
            document.add_paragraph("1. ....................................................................")
            answer = document.add_paragraph()
            answer.add_run("Jawaban yang diharapkan: ").bold = True
            answer.add_run(f"{SECRET}mengembangkan adonan.")
    steps = rows(document, "Langkah kerja|Kata kunci", "1. Menimbang|Teliti")
    inner = steps.cell(1, 1).add_table(2, 2)
    inner.cell(0, 0).text, inner.cell(1, 1).text = "Gram", "Timbangan nol"
    document.add_heading("H. Penilaian", 1)
    lines(document, "Pilihlah jawaban yang benar.")
    for words in ("Apa bahan utama roti?", "Berapa suhu oven?"):
        document.add_paragraph(words, "List Number")
        for option in ("Tepung", "Pasir", "Kertas", "Batu") if "bahan" in words else ("180", "20", "5", "0"):
            lettered(document, option)
    document.add_heading("I. Rubrik Penilaian", 1)
    rows(document, "No|Aspek yang dinilai|Skor 4|Skor 3|Skor 2|Skor 1",
         f"1|Kerapian|{SECRET}Sangat rapi|Rapi|Cukup|Kurang", "2|Waktu|Tepat|Lewat 5|Lewat 10|Lewat")  # fmt: skip
    document.add_heading("J. Kunci Jawaban", 1)
    lines(document, "1. A. Tepung", "2. A")
    document.add_heading("Glosarium", 1)
    rows(document, "Istilah|Arti", "Kalis|Adonan lentur", "Ragi|Pengembang")
    document.add_heading("Daftar Pustaka", 1)
    lines(document, "Kementerian Contoh. (2023). Pedoman Membuat Roti. Jakarta: Penerbit Negara.",
          "Contoh, Ani dan Budi. 2018. Roti. https://contoh.example/buku")  # fmt: skip
    return saved(document)


def lettered(document: object, words: str) -> None:
    """An item of a list that Word letters: A, B, C."""
    paragraph = document.add_paragraph(words)  # type: ignore[attr-defined]
    numbering = document.part.numbering_part.element  # type: ignore[attr-defined]
    if not numbering.xpath("w:abstractNum[@w:abstractNumId='77']"):
        numbering.insert(0, parse_xml(
            f"<w:abstractNum {nsdecls('w')} w:abstractNumId='77'><w:lvl w:ilvl='0'><w:start w:val='1'/>"
            "<w:numFmt w:val='upperLetter'/><w:lvlText w:val='%1.'/></w:lvl></w:abstractNum>"
        ))  # fmt: skip
        numbering.append(parse_xml(f"<w:num {nsdecls('w')} w:numId='77'><w:abstractNumId w:val='77'/></w:num>"))
    paragraph._p.get_or_add_pPr().append(
        parse_xml(f"<w:numPr {nsdecls('w')}><w:ilvl w:val='0'/><w:numId w:val='77'/></w:numPr>")
    )


def handout(_: Path) -> bytes:
    """A handout: a test in the middle, options on one line, keys in a chapter of their own and in small print."""
    document = Document()
    for at, title in enumerate(("Mengenal Ragi", "Menyimpan Ragi"), 1):
        document.add_heading(f"BAB {'I' * at}", 1)
        document.add_heading(title, 1)
        document.add_paragraph("Ragi hidup pada suhu hangat.")
        document.add_heading("Rangkuman", 2)
        document.add_paragraph("Ragi itu hidup.")
        document.add_heading("Soal Pilihan Ganda", 2)
        lines(document, "1. Ragi adalah …", "a. makhluk hidup\tb. batu\tc. logam\td. kaca",
              "2. Suhu yang baik adalah …", "a. 30 °C", "b. 90 °C", "c. 0 °C", "d. −20 °C")  # fmt: skip
        document.add_heading("Umpan Balik dan Tindak Lanjut", 2)
        lines(document, "Cocokkan jawaban Anda dengan kunci jawaban di bagian akhir modul ini.")
    document.add_heading("BAB III KUNCI JAWABAN LATIHAN", 1)
    lines(document, "Bab I", f"1. a {SECRET}makhluk", "2. a", "Bab II", "1. a", f"2. a, sebab {SECRET}hangat")
    document.add_heading("Lampiran 2. Pedoman Penskoran", 1)
    lines(document, f"Setiap jawaban benar bernilai 50, {SECRET}skor paling tinggi 100.")
    document.add_heading("Panduan untuk Instruktur", 1)
    lines(document, f"Bawalah {SECRET}ragi segar dan ragi mati.")
    return saved(document)


def job_sheet(_: Path) -> bytes:
    """A job sheet: layout by tabs, a form of dots, notes for trainers in a box, a table of questions and answers."""
    document = Document()
    titled(document, "LEMBAR KERJA (JOB SHEET)", 16)
    lines(document, "Nama\t: ..............................", "Kelas\t: ..............................",
          "Mata pelatihan\t: Roti manis", "Alokasi waktu\t: 2 JP")  # fmt: skip
    titled(document, "I. Tujuan", 13)
    lines(document, "Peserta mampu menimbang bahan dengan benar.")
    titled(document, "II. Alat dan Bahan", 13)
    rows(document, "No|Alat|Jumlah|Satuan", "1|Timbangan|4|buah", "2|Baskom|8|buah")
    rows(document, "No|Bahan|Jumlah|Satuan", "1|Tepung|2,5|kg", "2|Gula|secukupnya|")
    titled(document, "III. Keselamatan Kerja", 13)
    lines(document, "• Pakailah celemek.", "• Jauhkan kabel dari air.")
    titled(document, "IV. Langkah Kerja", 13)
    lines(document, "1. Siapkan timbangan.", "2. Timbang tepung.", "3. Catat hasilnya pada tabel.")
    rows(document, "No|Bahan|Berat resep (gram)|Berat timbang (gram)", "1|Tepung|500|", "2|Gula|100|", "3|Ragi|11|")
    titled(document, "V. Pertanyaan", 13)
    for words in ("Mengapa timbangan dinolkan?", "Apa akibat ragi berlebih?"):
        lines(document, words, f"Jawab: {DOTS}", DOTS)
    titled(document, "VI. Jawaban Pertanyaan", 13)
    rows(document, "No|Pertanyaan|Jawaban", f"1|Mengapa dinolkan?|Supaya {SECRET}wadah tidak ikut",
         f"2|Ragi berlebih?|Roti {SECRET}asam")  # fmt: skip
    box = document.add_table(1, 1, "Table Grid").cell(0, 0)
    box.text = "Untuk Instruktur:"
    box.add_paragraph(f"Periksa {SECRET}timbangan sebelum kelas.")
    titled(document, "VII. Penilaian", 13)
    rows(document, "No|Komponen yang dinilai|Ya|Tidak|Skor", f"1|Menolkan {SECRET}timbangan|||", "2|Mencatat|||")
    lines(document, "Mengetahui,", "Instruktur\t\tPeserta", "(..............)\t\t(..............)")
    return saved(document)


def reviewed(_: Path) -> bytes:
    """A draft on its way between reviewers: tracked changes, comments, notes, a chart, SmartArt, WMF, text boxes."""
    box = (
        "<w:p><w:r><w:pict><v:shape><v:textbox><w:txbxContent>{}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
        f"{RUN('Teks di samping.')}</w:p>"
    )
    body = (
        p("BAB I RAGI", TITLE)
        + "<w:p>" + RUN("Ragi ")
        + f"<w:ins w:id='1' w:author='Rina'>{RUN('segar ')}</w:ins>"
        + "<w:del w:id='2' w:author='Rina'><w:r><w:delText>lama basi </w:delText></w:r></w:del>"
        + RUN("disimpan dingin") + "<w:r><w:footnoteReference w:id='2'/></w:r>"
        + "<w:r><w:commentReference w:id='0'/></w:r></w:p>"
        + "<w:p><w:pPr><w:rPr><w:del w:id='5' w:author='Rina'/></w:rPr></w:pPr>" + RUN("Ujung paragraf ini dihapus ")
        + "</w:p>" + p("dan disambung baris ini.")
        + box.format(p("Kunci jawaban:") + p(f"1. {SECRET}kotak teks"))
        + box.format(p("Latihan 1") + p("Berapa suhu ragi?") + p(f"Jawaban: {SECRET}tiga puluh derajat"))
        + box.format(p("Tips: simpan rapat."))
        + "<w:p><m:oMathPara><m:oMath><m:r><m:t>suhu=30</m:t></m:r></m:oMath></m:oMathPara></w:p>"
        + _DRAWING.format(3, "bagan", "Penjualan roti", _DATA.format(f"<c:chart xmlns:c='{CHART}' r:id='rK'/>"))
        + _DRAWING.format(4, "alur", "", _DATA.format(f"<d:relIds xmlns:d='{DIAGRAM}' r:dm='rD' r:lo='rD'/>"))
        + "<w:p><w:r><w:pict><v:shape alt='Alur ragi'><v:imagedata r:id='rM'/></v:shape></w:pict></w:r></w:p>"
        + p("Soal", SUBTITLE) + p("1. Apa itu ragi?") + p("2. Di mana ragi disimpan?")
        + p("Kunci:") + p(f"1. Jamur {SECRET}kecil") + p(f"2. Lemari {SECRET}es")
        + p("Pedoman Jawaban", SUBTITLE) + p(f"Jawaban boleh {SECRET}berbeda.")
        + p("BAB II GULA", TITLE) + p("Gula memberi rasa manis.")
        + "<w:p>" + "".join(
            f"<w:r><w:t>{words}</w:t></w:r><w:r><w:tab/></w:r>" for words in ("Nama", "Takaran", "Harga")
        ) + "</w:p>"
        + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val='Bibliographies'/></w:docPartObj></w:sdtPr>"
        f"<w:sdtContent>{p('Daftar Pustaka', TITLE)}{p('Contoh, A. (2020). Gula. Bandung: Contoh.')}"
        f"{p('[2] B. Contoh, “Ragi,” Jurnal Contoh, 2017.')}</w:sdtContent></w:sdt>"
    )  # fmt: skip
    chart = (
        f'<?xml version="1.0"?><c:chartSpace xmlns:c="{CHART}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main"><c:chart><a:t>Roti terjual</a:t><c:v>Senin</c:v><c:v>12</c:v></c:chart></c:chartSpace>'
    )
    diagram = (
        f'<?xml version="1.0"?><d:dataModel xmlns:d="{DIAGRAM}" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/'
        'main"><d:pt><a:t>Timbang</a:t></d:pt><d:pt><a:t>Uleni</a:t></d:pt></d:dataModel>'
    )
    return by_hand(
        body,
        relation("rF", "footnotes", "footnotes.xml") + relation("rC", "comments", "comments.xml")
        + relation("rK", "chart", "charts/chart1.xml") + relation("rD", "diagramData", "diagrams/data1.xml")
        + relation("rM", "image", "media/a.wmf"),
        word__footnotes_xml=part("footnotes", f"<w:footnote w:id='2'>{p('Suhu empat derajat.')}</w:footnote>"),
        word__comments_xml=part("comments", f"<w:comment w:id='0' w:author='Budi'>{p('Sumbernya mana?')}</w:comment>"),
        word__charts__chart1_xml=chart, word__diagrams__data1_xml=diagram,
        word__media__a_wmf=b"\xd7\xcd\xc6\x9a" + b"\x00" * 60,
    )  # fmt: skip


HTML = f"""<html><head><title>Modul</title></head><body>
<p align="center"><font size="6"><b>MODUL MEMBUAT ROTI</b></font></p>
<h1>I. PENDAHULUAN</h1><p>Roti dibuat dari tepung<sup>1</sup>.</p>
<ol><li>Bahan<ol type="a"><li>Tepung</li><li>Ragi<ul><li>instan</li></ul></li></ol></li><li>Alat</li></ol>
<h1>II. KEGIATAN BELAJAR 1</h1><h2>a. Uraian materi</h2><p>Adonan <b>diuleni</b>.</p>
<h2>b. Tugas</h2><p>Uleni adonan lalu isi tabel.</p>
<table border="1"><tr><th>Menit</th><th>Keadaan adonan</th></tr><tr><td>5</td><td></td></tr>
<tr><td>10</td><td></td></tr></table>
<h2>c. Tes formatif</h2><p>1. Berapa lama adonan diuleni?</p><p>2. Apa tandanya kalis?</p>
<h2>d. Kunci jawaban tes formatif</h2><p>1. {SECRET}sepuluh menit</p><p>2. {SECRET}lentur</p>
<h2>e. Lembar kerja</h2><p>Siapkan meja.</p>
<h1>III. EVALUASI</h1><p><b>Instrumen penilaian</b></p><table border="1">
<tr><td rowspan="2">No</td><td rowspan="2">Aspek</td><td colspan="2">Hasil</td></tr><tr><td>Ya</td><td>Tidak</td></tr>
<tr><td>1</td><td>Adonan {SECRET}lentur</td><td></td><td></td></tr></table>
<h1>IV. PENUTUP</h1><p>Selamat belajar.</p><h1>DAFTAR PUSTAKA</h1><p>Anonim. 2001. Roti. Jakarta.</p></body></html>"""


def old_module(folder: Path) -> bytes:
    """A module of a vocational school, saved by LibreOffice."""
    return saved_by_libreoffice(folder, HTML, "modul-lama")


def saved_by_libreoffice(folder: Path, html: str, name: str) -> bytes:
    folder.mkdir(parents=True, exist_ok=True)
    source = folder / f"{name}.html"
    source.write_text(html, "utf-8")
    return converted(source, "docx:MS Word 2007 XML", folder, "--infilter=HTML (StarWriter)").read_bytes()
