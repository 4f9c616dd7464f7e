"""Het nalezen bijt: een woord te veel, te weinig, elders of onzichtbaar, en er is geen papier."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.fouten import PapierFout
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Noot, Stuk, Tabel
from casus_app.papier import druk, nalezen
from casus_app.poorten import Papier
from tests.casus_app.papier.voorbeeld import ECHT, OPDRUK, weekoverleg

STUK = opmaak.verslag(weekoverleg(), laad(), "wk48", "wijkagent", OPDRUK)
PAPIER = druk(STUK)
LANG = replace(
    STUK,
    onderdelen=(
        *STUK.onderdelen,
        Tabel(("Wat", "Wie"), tuple((f"rij {n}", "iemand") for n in range(80)), (1, 1)),
    ),
)


def geweigerd(papier: Papier, stuk: Stuk = STUK) -> None:
    with pytest.raises(PapierFout) as fout:
        nalezen(papier, stuk)
    assert "wijkagent" not in fout.value.melding


def test_wat_klopt_komt_erdoor():
    nalezen(PAPIER, STUK)
    nalezen(druk(LANG), LANG)


@pytest.mark.parametrize("plek", range(len(STUK.onderdelen)))
def test_een_onderdeel_te_veel_op_papier_wordt_gezien(plek):
    geweigerd(
        PAPIER, replace(STUK, onderdelen=STUK.onderdelen[:plek] + STUK.onderdelen[plek + 1 :])
    )


@pytest.mark.parametrize("plek", range(len(STUK.onderdelen) + 1))
@pytest.mark.parametrize("extra", [Alinea("kern"), Kop(2, "kern"), Noot("kern"), Lijst(("kern",))])
def test_een_onderdeel_te_weinig_op_papier_wordt_gezien(plek, extra):
    onderdelen = (*STUK.onderdelen[:plek], extra, *STUK.onderdelen[plek:])
    geweigerd(PAPIER, replace(STUK, onderdelen=onderdelen))


@pytest.mark.parametrize(
    "anders",
    [
        {"titel": "Verslag"},
        {"voor": "iemand anders"},
        {"wiens": "Aan"},
        {"ondertitel": ""},
        {"soort": "Brief"},
        {"taal": "en"},
        {"opdruk": ECHT},
        {"opdruk": replace(OPDRUK, zegel="")},
        {"onderdelen": STUK.onderdelen[::-1]},
        {"onderdelen": (*STUK.onderdelen[:-1], Alinea(STUK.onderdelen[-1].tekst + "."))},
        {"onderdelen": (*STUK.onderdelen[:-1], Alinea(STUK.onderdelen[-1].tekst.upper()))},
    ],
)
def test_elk_verschil_met_het_stuk_wordt_gezien(anders):
    geweigerd(PAPIER, replace(STUK, **anders))


def bewerkt(doe: Callable[[Pdf], None], papier: Papier = PAPIER) -> Papier:
    uit = BytesIO()
    with Pdf.open(BytesIO(papier.inhoud)) as pdf:
        doe(pdf)
        pdf.save(uit, fix_metadata_version=False)
    return Papier(papier.naam, uit.getvalue())


def test_een_bewerking_die_niets_verandert_wordt_niet_verward_met_knoeien():
    nalezen(bewerkt(lambda _pdf: None), STUK)


def achteraan(stof: bytes) -> Callable[[Pdf], None]:
    def doe(pdf: Pdf) -> None:
        pdf.pages[0].contents_add(stof)

    return doe


TEKST = b"BT /F2+0 9 Tf 1 0 0 1 80 300 Tm (\x01\x02\x03) Tj ET"


def een_aantekening(pdf: Pdf) -> None:
    vak = Array([10, 10, 100, 100])
    pdf.pages[0].Annots = Array(
        [Dictionary(Type=Name.Annot, Subtype=Name.Text, Rect=vak, Contents="x")]
    )


def een_bijlage(pdf: Pdf) -> None:
    pdf.attachments["bijlage.txt"] = b"kern"


def een_plaatje(pdf: Pdf) -> None:
    stroom = pdf.make_stream(b"\0", Type=Name.XObject, Subtype=Name.Image, Width=1, Height=1)
    pdf.pages[0].Resources.XObject = Dictionary(Im=stroom)
    pdf.pages[0].contents_add(b"/Artifact BMC q 9 0 0 9 9 9 cm /Im Do Q EMC")


def een_schrijver(pdf: Pdf) -> None:
    pdf.docinfo["/Author"] = "T. Oosterhuis"


def een_datum(pdf: Pdf) -> None:
    pdf.docinfo["/CreationDate"] = "D:20261124"


def een_zin_in_de_xmp(pdf: Pdf) -> None:
    pdf.Root.Metadata = pdf.make_stream(pdf.Root.Metadata.read_bytes() + b"<!-- kern -->")


def een_ander_gesproken_woord(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].ActualText = String("iets anders")


def een_omschrijving_in_de_boom(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K[0].Alt = String("kern")


def een_andere_bladwijzer(pdf: Pdf) -> None:
    pdf.Root.Outlines.First.Title = String("kern")


def een_leeg_blad(pdf: Pdf) -> None:
    pdf.add_blank_page()


def een_blad_minder(pdf: Pdf) -> None:
    del pdf.pages[-1]


def een_open_actie(pdf: Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def een_tak_minder(pdf: Pdf) -> None:
    del pdf.Root.StructTreeRoot.K.K[-1]


def dezelfde_tak_twee_keer(pdf: Pdf) -> None:
    pdf.Root.StructTreeRoot.K.K.append(pdf.Root.StructTreeRoot.K.K[-1])


@pytest.mark.parametrize(
    "doe",
    [
        pytest.param(achteraan(TEKST), id="ongemerkte tekst"),
        pytest.param(achteraan(b"/Artifact BMC " + TEKST + b" EMC"), id="tekst als rand"),
        pytest.param(
            achteraan(b"/P <</MCID 999>> BDC " + TEKST + b" EMC"), id="tekst buiten de boom"
        ),
        pytest.param(achteraan(b"/P <</MCID 0>> BDC " + TEKST + b" EMC"), id="een merk twee keer"),
        pytest.param(achteraan(b"/Artifact BMC BT [(x)] TJ ET EMC"), id="een ander voorschrift"),
        pytest.param(achteraan(b"/Artifact BMC BT 3 Tr ET EMC"), id="onzichtbare letters"),
        pytest.param(
            achteraan(b"BI /W 1 /H 1 /BPC 8 /CS /G ID \0 EI"), id="een plaatje in de stroom"
        ),
        een_aantekening,
        een_bijlage,
        een_plaatje,
        een_schrijver,
        een_datum,
        een_zin_in_de_xmp,
        een_ander_gesproken_woord,
        een_omschrijving_in_de_boom,
        een_andere_bladwijzer,
        een_leeg_blad,
        een_blad_minder,
        een_open_actie,
        een_tak_minder,
        dezelfde_tak_twee_keer,
    ],
)
def test_met_het_papier_knoeien_wordt_gezien(doe):
    geweigerd(bewerkt(doe))


def test_een_verborgen_herhaling_van_een_ander_blad_wordt_gezien():
    def doe(pdf: Pdf) -> None:
        pdf.pages[1].contents_add(b"/Artifact BMC " + TEKST + b" EMC", prepend=True)

    geweigerd(bewerkt(doe, druk(LANG)), LANG)


def test_een_extra_rand_op_een_vervolgblad_wordt_gezien():
    def doe(pdf: Pdf) -> None:
        pdf.pages[2].contents_add(b"/Artifact BMC " + TEKST + b" EMC")

    geweigerd(bewerkt(doe, druk(LANG)), LANG)


def test_dezelfde_tekst_twee_keer_gezet_wordt_gezien():
    def doe(pdf: Pdf) -> None:
        stroom = pdf.pages[0].Contents.read_bytes()
        merk = stroom[stroom.index(b"/H1 <<") :].partition(b"EMC")[0] + b"EMC"
        pdf.pages[0].contents_add(merk)

    geweigerd(bewerkt(doe))


def test_tekst_naast_het_papier_wordt_gezien():
    def doe(pdf: Pdf) -> None:
        stroom = pdf.pages[0].Contents.read_bytes()
        pdf.pages[0].Contents = pdf.make_stream(
            stroom.replace(b" Tm ", b" Tm 1 0 0 1 50 -20 Tm ", 1)
        )

    geweigerd(bewerkt(doe))


@settings(max_examples=40, deadline=None)
@given(st.integers(0, len(PAPIER.inhoud) - 1), st.integers(1, 200))
def test_een_kapot_bestand_is_een_papierfout_en_geen_andere_fout(begin, lengte):
    inhoud = PAPIER.inhoud
    geweigerd(Papier("x.pdf", inhoud[:begin]))
    gat = inhoud[:begin] + b"\0" * lengte + inhoud[begin + lengte :]
    with suppress(PapierFout):
        nalezen(Papier("x.pdf", gat), STUK)


def test_wat_achter_het_einde_hangt_wordt_gezien():
    geweigerd(Papier("x.pdf", PAPIER.inhoud + b"kern"))


def test_niets_is_geen_papier():
    geweigerd(Papier("x.pdf", b""))
    geweigerd(Papier("x.pdf", b"%PDF-1.7"))
