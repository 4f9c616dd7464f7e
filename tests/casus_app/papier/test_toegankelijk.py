"""Elk papier is voor te lezen, draagt zijn eigen letters en zegt in de metadata niets."""

import re
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from pdfua import validate
from pikepdf import Array, Name, Pdf

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Informering
from casus_app.domein.herstelcode import Deel, groepen
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.overleg import Verzending
from casus_app.opmaak.stuk import Alinea, Kop, Lijst, Stuk, Tabel
from casus_app.papier import druk, maak_papier
from tests.casus_app.opmaak.druk_jaar import een_druk_jaar
from tests.casus_app.papier.lezen import POPPLER, met_poppler, poppler, soorten_papier
from tests.casus_app.papier.voorbeeld import DAG, ECHT, MENSEN, OPDRUK, weekoverleg, zet

OPSLAG, CATALOGUS = weekoverleg(), laad()
UITGESTELD = weekoverleg()
zet(
    UITGESTELD,
    Informering(
        casus="K-2601",
        grond="uavg-41-i",
        motivering="Eerst moet het veilig zijn.",
        beoordelaar="wmo",
        heroverwegen_op=DAG,
    ),
)
LANGE_TABEL = Stuk(
    naam="lang.pdf",
    soort="Plan van aanpak",
    titel="Plan van aanpak",
    voor="iedereen",
    opdruk=OPDRUK,
    onderdelen=(
        Kop(2, "Activiteiten"),
        Tabel(
            ("Wat", "Wie", "Tot"),
            tuple((f"Stap {n}: " + "doen " * (n % 30), "wie", "24-11-2026") for n in range(90)),
            (60, 25, 15),
        ),
        Kop(2, "Tot slot"),
        Alinea("Een lange alinea. " * 900),
        Lijst(tuple(f"punt {n}" for n in range(70))),
    ),
)
STUKKEN = {
    "verslag": opmaak.verslag(OPSLAG, CATALOGUS, "wk48", "wijkagent", OPDRUK),
    "plan": opmaak.plan(OPSLAG, CATALOGUS, "K-2601", OPDRUK),
    "jaarbeeld": opmaak.jaarbeeld(een_druk_jaar(), CATALOGUS, 2026, OPDRUK),
    "brief": opmaak.brief(OPSLAG, CATALOGUS, "K-2601", ECHT),
    "inzage": opmaak.inzage(OPSLAG, CATALOGUS, "K-2601", ECHT),
    "uitnodiging": opmaak.uitnodiging(OPSLAG, "wk48", "voorzitter", OPDRUK),
    "afzegging": opmaak.afzegging(
        OPSLAG,
        "wk48",
        "officier",
        ECHT,
        Verzending(
            overleg="wk48",
            professional="officier",
            nummer=1,
            op=ECHT.datum,
            datum=ECHT.datum,
            plaats="Vergaderkamer 2",
            tijden=("09:30-09:50",),
        ),
    ),
    "vluchtcheck": opmaak.vluchtcheck(
        OPSLAG, "wk48", {"K-2601": ("Eerst wegen.", "Dan bellen."), "K-2603": ()}, OPDRUK
    ),
    "voorzittersexemplaar": opmaak.voorzittersexemplaar(OPSLAG, "wk48", OPDRUK),
    "proces_verbaal": opmaak.proces_verbaal(
        OPSLAG.haal(Instelling, HUIS), "K-2601", {"casus": 1, "inbreng": 4}, "termijn", ECHT
    ),
    "verwerkingsregister": opmaak.verwerkingsregister(OPSLAG, CATALOGUS, OPDRUK),
    "rechtenlijst": opmaak.rechtenlijst(ECHT),
    "herstelpapier": opmaak.herstelpapier(
        groepen(b"s" * 20, Deel.HEEL, b"s" * 20), Deel.HEEL, OPDRUK
    ),
    "vraagkaart": opmaak.vraagkaart(OPSLAG, CATALOGUS, "vk1", OPDRUK),
    "afsprakenlijst": opmaak.afsprakenlijst(
        OPSLAG, "wmo", OPSLAG.zoek(Afspraak, uitvoerder="wmo"), OPDRUK
    ),
    "verzoekbrief": opmaak.verzoekbrief(OPSLAG, CATALOGUS, "v1", ECHT),
    "informeerbrief": opmaak.informeerbrief(UITGESTELD, CATALOGUS, "K-2601", ECHT),
    "lang": LANGE_TABEL,
}
elk_soort = pytest.mark.parametrize("soort", STUKKEN)


@pytest.fixture(scope="module")
def gedrukt() -> dict[str, bytes]:
    return {soort: druk(stuk).inhoud for soort, stuk in STUKKEN.items()}


def test_elk_soort_papier_is_hier_nagekeken():
    assert set(STUKKEN) == soorten_papier() | {"lang"}


@elk_soort
def test_de_pdf_ua_controleur_vindt_niets(soort, gedrukt):
    with TemporaryDirectory() as map_:
        pad = Path(map_) / "stuk.pdf"
        pad.write_bytes(gedrukt[soort])
        verslag = validate(str(pad))
    assert [bevinding.message for bevinding in verslag.findings] == []
    assert verslag.exit_code == 0
    assert [regel.rule_id for regel in verslag.skipped] == []


@elk_soort
def test_koppen_slaan_geen_niveau_over_en_er_is_een_titelkop(soort, gedrukt):
    niveaus = [int(rol[1]) for rol in _rollen(gedrukt[soort]) if re.fullmatch("H[1-6]", rol)]
    assert niveaus[0] == 1
    assert niveaus.count(1) == 1
    assert all(straks <= nu + 1 for nu, straks in pairwise(niveaus))


def _rollen(inhoud: bytes) -> list[str]:
    rollen: list[str] = []

    def loop(knoop: object) -> None:
        rollen.append(str(knoop.S)[1:])
        for kind in knoop.K if isinstance(knoop.K, Array) else ():
            if "/S" in kind:
                loop(kind)

    with Pdf.open(BytesIO(inhoud)) as pdf:
        loop(pdf.Root.StructTreeRoot.K)
    return rollen


def test_elke_tabelkop_geldt_voor_zijn_kolom_en_elke_rij_heeft_evenveel_cellen(gedrukt):
    with Pdf.open(BytesIO(gedrukt["lang"])) as pdf:
        (tabel,) = (kind for kind in pdf.Root.StructTreeRoot.K.K if Name.Table == kind.S)
        assert len(tabel.K) == 91
        assert {len(rij.K) for rij in tabel.K} == {3}
        assert all(cel.S == Name.TH and cel.A.Scope == Name.Column for cel in tabel.K[0].K)
        assert all(cel.S == Name.TD for rij in list(tabel.K)[1:] for cel in rij.K)


def test_elke_lijst_zegt_hoe_haar_punten_gemerkt_zijn(gedrukt):
    with Pdf.open(BytesIO(gedrukt["brief"])) as pdf:
        lijsten = [kind for kind in pdf.Root.StructTreeRoot.K.K if kind.S == Name.L]
        assert [str(lijst.A.ListNumbering) for lijst in lijsten] == ["/Disc"] * 4 + ["/None"]
        assert {str(deel.S) for lijst in lijsten for deel in lijst.K[0].K} == {"/Lbl", "/LBody"}


@elk_soort
def test_elk_merk_op_een_blad_hangt_aan_precies_een_element(soort, gedrukt):
    with Pdf.open(BytesIO(gedrukt[soort])) as pdf:
        nummers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
        ouders = {int(nummers[n]): nummers[n + 1] for n in range(0, len(nummers), 2)}
        for nummer, blad in enumerate(pdf.pages):
            merken = re.findall(rb"/MCID (\d+)", blad.Contents.read_bytes())
            assert sorted(map(int, merken)) == list(range(len(ouders[nummer])))
            assert int(blad.StructParents) == nummer
            assert blad.Tabs == Name.S


def test_een_kop_van_een_tabel_wordt_op_elk_blad_herhaald_maar_niet_voorgelezen(gedrukt):
    with Pdf.open(BytesIO(gedrukt["lang"])) as pdf:
        assert len(pdf.pages) > 5
    assert _rollen(gedrukt["lang"]).count("TH") == 3
    if POPPLER:
        blad = poppler("pdftotext", gedrukt["lang"], "-raw", "-f", "2", "-l", "2")
        assert "Wat Wie Tot" in blad


@elk_soort
def test_de_metadata_zeggen_alleen_wat_voor_soort_stuk_het_is(soort, gedrukt):
    with Pdf.open(BytesIO(gedrukt[soort])) as pdf:
        assert dict(pdf.docinfo) == {"/Title": STUKKEN[soort].soort, "/Producer": "Casusoverleg"}
        assert pdf.Root.Lang == "nl-NL"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        xmp = pdf.Root.Metadata.read_bytes().decode()
    assert "<pdfuaid:part>1</pdfuaid:part>" in xmp
    woorden = set(re.findall(r">([^<>]+)<", xmp)) - {"\n"}
    assert woorden == {STUKKEN[soort].soort, "nl-NL", "1"}


@elk_soort
def test_twee_keer_drukken_geeft_dezelfde_bytes(soort, gedrukt):
    assert druk(STUKKEN[soort]).inhoud == gedrukt[soort]


@elk_soort
def test_in_het_bestand_staat_geen_naam_van_een_casus_buiten_de_tekst(soort, gedrukt):
    """Ook niet in de ID van het document: die is voor alle stukken van een soort gelijk."""
    with Pdf.open(BytesIO(gedrukt[soort])) as pdf:
        eigen = str(pdf.trailer.ID[0])
    ander = druk(opmaak.plan(OPSLAG, CATALOGUS, "K-2603", OPDRUK)).inhoud
    if soort == "plan":
        with Pdf.open(BytesIO(ander)) as pdf:
            assert str(pdf.trailer.ID[0]) == eigen


@met_poppler
@elk_soort
def test_er_is_een_lettertype_ingebed_en_ingekort(soort, gedrukt):
    regels = poppler("pdffonts", gedrukt[soort]).splitlines()[2:]
    assert {regel.split()[0].split("+")[1].split("-")[0] for regel in regels} == {"NotoSans"}
    assert all(regel.split()[3:6] == ["yes", "yes", "yes"] for regel in regels)


@elk_soort
def test_een_blad_weegt_hoogstens_veertig_kilobyte(soort, gedrukt):
    with Pdf.open(BytesIO(gedrukt[soort])) as pdf:
        assert len(gedrukt[soort]) < 40_000 * len(pdf.pages)


@pytest.mark.parametrize("professional", MENSEN)
def test_een_gewoon_verslag_en_een_uitnodiging_zijn_een_blad(professional):
    for stuk in (
        opmaak.verslag(OPSLAG, CATALOGUS, "wk48", professional, OPDRUK),
        opmaak.uitnodiging(OPSLAG, "wk48", professional, OPDRUK),
    ):
        with Pdf.open(BytesIO(druk(stuk).inhoud)) as pdf:
            assert len(pdf.pages) == 1


def test_de_brief_is_een_blad(gedrukt):
    with Pdf.open(BytesIO(gedrukt["brief"])) as pdf:
        assert len(pdf.pages) == 1


@met_poppler
@pytest.mark.parametrize("soort", ["lang", "inzage"])
def test_elk_blad_draagt_oefening_nummer_en_anker(soort):
    stuk = STUKKEN[soort]
    inhoud = druk(stuk).inhoud
    with Pdf.open(BytesIO(inhoud)) as pdf:
        aantal = len(pdf.pages)
    for blad in range(1, aantal + 1):
        tekst = poppler("pdftotext", inhoud, "-raw", "-f", str(blad), "-l", str(blad))
        assert ("OEFENING" in tekst) is stuk.opdruk.oefening
        assert f"pagina {blad} van {aantal}" in tekst
        assert "logboek 3fa81c09d2b7e645 " in tekst
        assert "vertrouwelijk" in tekst


def test_ieder_soort_uitgave_is_te_maken():
    agenda = maak_papier(opmaak.agendapunt(OPSLAG, "wk48", "wijkagent", OPDRUK))
    assert agenda.naam == "uitnodiging-wk48-wijkagent.ics"
    inzage = maak_papier(opmaak.inzage_json(OPSLAG, CATALOGUS, "K-2601", ECHT))
    assert inzage.naam == "inzage-K-2601.json"
    assert {maak_papier(stuk).naam for soort, stuk in STUKKEN.items() if soort != "lang"} == {
        "verslag-wk48-wijkagent.pdf",
        "plan-K-2601.pdf",
        "brief-K-2601.pdf",
        "inzage-K-2601.pdf",
        "uitnodiging-wk48-voorzitter.pdf",
        "proces-verbaal-K-2601.pdf",
        "vraagkaart-K-2601-vk1.pdf",
        "afzegging-wk48-officier.pdf",
        "afspraken-wmo.pdf",
        "verzoek-v1.pdf",
        "informeren-K-2601.pdf",
        "vluchtcheck-wk48.pdf",
        "agenda-wk48.pdf",
        "verwerkingsregister.pdf",
        "rechten.pdf",
        "envelop.pdf",
        "jaarbeeld-2026.pdf",
    }
