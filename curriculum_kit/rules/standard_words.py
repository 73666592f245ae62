"""Words that the great dictionary (KBBI) calls non-standard, each with its standard form.

Only pairs about which there is no doubt: `gadget`, `online` and `offline` may stand as a gloss, `UKM` is not the same
as `UMKM`, and words such as `bis`, `kaos`, `mie` or `duren` have a second meaning or stand in names.
"""

from __future__ import annotations

from curriculum_kit.rules.sentences import with_endings

_LIST = """
aja:saja aksesoris:aksesori akte:akta aktifitas:aktivitas aktip:aktif alpokat:alpukat alternatip:alternatif
analisa:analisis antri:antre antrian:antrean apokat:alpukat apotik:apotek asesoris:aksesori atlit:atlet azas:asas
bathin:batin beresiko:berisiko berfikir:berpikir bermaterai:bermeterai bernafas:bernapas blanko:blangko brutto:bruto
cabe:cabai cafe:kafe cengkeh:cengkih cidera:cedera cinderamata:cendera~mata coklat:cokelat cuman:cuma detil:detail
deviden:dividen diagnosa:diagnosis dianalisa:dianalisis difinisi:definisi dihimbau:diimbau dihisap:diisap
dikelompokan:dikelompokkan dimasukan:dimasukkan dipersilahkan:dipersilakan dipraktekan:dipraktikkan
dipraktekkan:dipraktikkan dipraktikan:dipraktikkan dirubah:diubah disain:desain diskripsi:deskripsi
ditunjukan:ditunjukkan efektifitas:efektivitas efektip:efektif efesien:efisien efesiensi:efisiensi effektif:efektif
effisien:efisien eksport:ekspor ekstrim:ekstrem essay:esai faham:paham fihak:pihak fikir:pikir fikiran:pikiran
fotocopy:fotokopi frekwensi:frekuensi gak:tidak gimana:bagaimana gubug:gubuk hadist:hadis hakekat:hakikat handal:andal
hapal:hafal hektar:hektare higenis:higienis higinis:higienis himbau:imbau himbauan:imbauan hipotesa:hipotesis
hirarki:hierarki hutang:utang hygienis:higienis idiologi:ideologi ijasah:ijazah ijin:izin import:impor indek:indeks
isteri:istri jadual:jadwal jaman:zaman jenasah:jenazah jendral:jenderal jerigen:jeriken kadaluarsa:kedaluwarsa
kadaluwarsa:kedaluwarsa kalo:kalau karir:karier katagori:kategori kedaluarsa:kedaluwarsa kedele:kedelai
kelembaban:kelembapan ketrampilan:keterampilan komplek:kompleks komplit:komplet kongkrit:konkret konkrit:konkret
konsekwen:konsekuen konsekwensi:konsekuensi koprasi:koperasi kordinasi:koordinasi kordinator:koordinator
kreatifitas:kreativitas kreatip:kreatif kripik:keripik krupuk:kerupuk kuatir:khawatir kuwalitas:kualitas
kwalifikasi:kualifikasi kwalitas:kualitas kwantitas:kuantitas kwatir:khawatir kwitansi:kuitansi kwota:kuota
lembab:lembap lobang:lubang mahluk:makhluk managemen:manajemen manager:manajer materai:meterai memasukan:memasukkan
mempengaruhi:memengaruhi mempersilahkan:mempersilakan mempraktekan:mempraktikkan mempraktekkan:mempraktikkan
mempraktikan:mempraktikkan menaikan:menaikkan menejemen:manajemen menejer:manajer mengakomodir:mengakomodasi
menganalisa:menganalisis mengelompokan:mengelompokkan mengenyampingkan:mengesampingkan menggerakan:menggerakkan
menghapal:menghafal menghimbau:mengimbau menghisap:mengisap menginventarisir:menginventarisasi
mengkalkulasi:mengalkulasi mengkategorikan:mengategorikan mengkelola:mengelola mengkelompokkan:mengelompokkan
mengkemas:mengemas mengkombinasikan:mengombinasikan mengkomunikasikan:mengomunikasikan
mengkonsultasikan:mengonsultasikan mengkonsumsi:mengonsumsi mengkonversi:mengonversi mengkoordinasi:mengoordinasi
mengkoordinasikan:mengoordinasikan mengkoordinir:mengoordinasi mengorganisir:mengorganisasi mensortir:menyortir
mensosialisasikan:menyosialisasikan mensukseskan:menyukseskan mensuplai:menyuplai mensurvei:menyurvei mentaati:menaati
mentargetkan:menargetkan menterjemahkan:menerjemahkan mentolerir:menoleransi menunjukan:menunjukkan menyolok:mencolok
merespon:merespons merk:merek merubah:mengubah mesjid:masjid metoda:metode milyar:miliar milyard:miliar
milyarder:miliarder moderen:modern motifasi:motivasi nafas:napas nahkoda:nakhoda nampak:tampak nasehat:nasihat
negatip:negatif netto:neto ngga:tidak nggak:tidak nomer:nomor nopember:November obyek:objek obyektif:objektif
omset:omzet orisinil:orisinal pake:pakai pebruari:Februari pengrajin:perajin perduli:peduli perijinan:perizinan
personil:personel photocopy:fotokopi photokopi:fotokopi pinsil:pensil pondasi:fondasi positip:positif praktek:praktik
prilaku:perilaku produktifitas:produktivitas produktip:produktif profesionil:profesional propesi:profesi
propinsi:provinsi prosen:persen prosentase:persentase quota:kuota raport:rapor rapot:rapor rasionil:rasional
rejeki:rezeki resiko:risiko respon:respons sampe:sampai saos:saus sekedar:sekadar sekertaris:sekretaris
seksama:saksama silahkan:silakan sintesa:sintesis sistim:sistem standarisasi:standardisasi standart:standar
subyek:subjek subyektif:subjektif supir:sopir survey:survei tarip:tarif tauladan:teladan tehnik:teknik tehnis:teknis
tehnisi:teknisi tehnologi:teknologi telor:telur telpon:telepon tentram:tenteram terlanjur:telanjur
terorganisir:terorganisasi tradisionil:tradisional trampil:terampil trasi:terasi udah:sudah varitas:varietas
"""
"""`~` stands for a blank."""

_PAIRS = dict(pair.replace("~", " ").split(":") for pair in _LIST.split())
STANDARD_WORDS: dict[str, str] = with_endings(_PAIRS)
"""The standard form of every non-standard word, also with `-nya` and the like."""
