"""Het voorbeeld zegt per regel wat er gebeurt, en per cel wat er niet klopt en hoe het wel kan."""

import re
from dataclasses import replace
from datetime import date

import pytest

from casus_app.domein.mensen import Partij, Professional
from casus_app.lijsten import Kolom, Regel, Verschil, Wat
from casus_app.lijsten.partijboek import Soortwijzer
from tests.casus_app.lijsten.omgeving import (
    CATALOGUS,
    GGZ,
    JAN,
    POLITIE,
    een_opslag,
    kijk,
    zinnen,
)

NIEUW = Regel(
    nr=2, partij="OM", soort="Openbaar Ministerie", naam="Els", functie="officier", email="e@om.nl"
)
BIJ_POLITIE = Regel(nr=2, partij=POLITIE.naam, naam="Els", functie="agent")
JANS_REGEL = Regel(nr=2, partij=POLITIE.naam, naam=JAN.naam, functie=JAN.functie, email=JAN.email)


# --- wat er gebeurt ---


def test_een_nieuwe_partij_met_iemand_nieuws_krijgt_neutrale_aanduidingen() -> None:
    uitkomst = kijk(NIEUW)
    assert uitkomst.partijen == (Partij(id="P-003", soort="om", naam="OM"),)
    assert uitkomst.professionals == (
        Professional(id="M-002", partij="P-003", naam="Els", functie="officier", email="e@om.nl"),
    )
    assert uitkomst.regels[0].zin == "Nieuwe partij en nieuwe professional."
    assert uitkomst.fouten == ()


def test_in_een_lege_kluis_begint_het_tellen_bij_een() -> None:
    opslag = een_opslag(replace(POLITIE, id="politie"))
    uitkomst = kijk(NIEUW, replace(BIJ_POLITIE, nr=3), opslag=opslag)
    assert [partij.id for partij in uitkomst.partijen] == ["P-001"]
    assert [mens.id for mens in uitkomst.professionals] == ["M-001", "M-002"]
    assert uitkomst.professionals[1].partij == "politie"


def test_een_latere_regel_ziet_de_partij_van_een_eerdere_en_andersom() -> None:
    zonder_soort = replace(NIEUW, nr=3, soort="", naam="Piet", email="")
    for regels in ([NIEUW, zonder_soort], [zonder_soort, replace(NIEUW, nr=9)]):
        uitkomst = kijk(*regels)
        assert uitkomst.fouten == ()
        assert len(uitkomst.partijen) == 1
        assert {mens.partij for mens in uitkomst.professionals} == {"P-003"}
        assert [Wat.NIEUWE_PARTIJ in regel.wat for regel in uitkomst.regels] == [True, False]


def test_een_regel_met_alleen_een_partij_maakt_alleen_die_partij() -> None:
    uitkomst = kijk(
        Regel(nr=2, partij="OM", soort="om"), Regel(nr=3, partij=" politie OEFENSTAD"), Regel(nr=4)
    )
    assert [regel.wat for regel in uitkomst.regels] == [
        (Wat.NIEUWE_PARTIJ,),
        (Wat.GELIJK,),
        (Wat.OVERGESLAGEN,),
    ]
    assert uitkomst.professionals == ()


def test_wie_er_al_is_blijft_gelijk() -> None:
    (regel,) = kijk(JANS_REGEL).regels
    assert (regel.wat, regel.zin) == ((Wat.GELIJK,), "Bestaat al en blijft gelijk.")


def test_een_lege_cel_verandert_niets() -> None:
    uitkomst = kijk(Regel(nr=2, naam="", email="JAN@politie.nl", aanduiding="M-001"))
    assert uitkomst.professionals == (replace(JAN, email="JAN@politie.nl"),)
    assert kijk(Regel(nr=2, email=JAN.email)).regels[0].wat == (Wat.GELIJK,)


def test_wat_verandert_staat_er_van_en_naar_bij() -> None:
    uitkomst = kijk(replace(JANS_REGEL, functie="rechercheur", verklaring="24-11-2026"))
    assert uitkomst.regels[0].zin == "Wordt bijgewerkt."
    assert uitkomst.regels[0].verschillen == (
        Verschil(Kolom.FUNCTIE, "wijkagent", "rechercheur"),
        Verschil(Kolom.VERKLARING, "", "24-11-2026"),
    )
    (mens,) = uitkomst.professionals
    assert mens == replace(JAN, functie="rechercheur", geheimhouding_op=date(2026, 11, 24))


def test_een_verklaring_met_einddatum_komt_mee() -> None:
    uitkomst = kijk(replace(JANS_REGEL, verklaring="24-11-2026", geldig_tot="23-11-2027"))
    assert uitkomst.regels[0].verschillen == (
        Verschil(Kolom.VERKLARING, "", "24-11-2026"),
        Verschil(Kolom.GELDIG_TOT, "", "23-11-2027"),
    )
    (mens,) = uitkomst.professionals
    assert (mens.geheimhouding_op, mens.geheimhouding_tot) == (
        date(2026, 11, 24),
        date(2027, 11, 23),
    )


def test_hetzelfde_adres_is_dezelfde_mens_ook_met_een_andere_naam() -> None:
    (regel,) = kijk(replace(JANS_REGEL, naam="Jan Bakker")).regels
    assert regel.verschillen == (Verschil(Kolom.NAAM, "Jan de Vries", "Jan Bakker"),)
    assert "iemand anders" in regel.let_op


def test_dezelfde_naam_bij_dezelfde_partij_is_dezelfde_mens() -> None:
    (regel,) = kijk(replace(JANS_REGEL, naam="jan de vriés", email="nieuw@politie.nl")).regels
    assert [verschil.kolom for verschil in regel.verschillen] == [Kolom.NAAM, Kolom.EMAIL]


def test_een_leesteken_maakt_soms_een_andere_naam() -> None:
    wijkteams = [
        Regel(nr=nr, partij=naam, soort="wijkteam")
        for nr, naam in enumerate(("Wijkteam 1-1", "Wijkteam 11", "wijkteam 1.1", "Wijkteam 😀"))
    ]
    assert [partij.naam for partij in kijk(*wijkteams).partijen] == [
        "Wijkteam 1-1",
        "Wijkteam 11",
        "Wijkteam 😀",
    ]


def test_dezelfde_naam_bij_een_andere_partij_is_iemand_anders() -> None:
    uitkomst = kijk(replace(JANS_REGEL, partij=GGZ.naam, email=""))
    assert uitkomst.aantallen == {Wat.NIEUWE_PROFESSIONAL: 1}


def test_twee_gelijke_regels_zijn_een_mens() -> None:
    uitkomst = kijk(NIEUW, replace(NIEUW, nr=3, soort=""))
    assert uitkomst.aantallen[Wat.DUBBEL] == 1
    assert len(uitkomst.professionals) == 1


def test_naamgenoten_met_elk_een_eigen_adres_zijn_twee_mensen() -> None:
    een = replace(BIJ_POLITIE, naam=JAN.naam, email="jan2@politie.nl")
    for regels in ([een, replace(JANS_REGEL, nr=3)], [replace(JANS_REGEL), replace(een, nr=3)]):
        uitkomst = kijk(*regels)
        assert uitkomst.fouten == ()
        assert uitkomst.aantallen == {Wat.GELIJK: 1, Wat.NIEUWE_PROFESSIONAL: 1}
        assert any("twee professionals" in regel.let_op for regel in uitkomst.regels)


def test_een_onbekende_aanduiding_zoekt_verder_op_adres_en_naam() -> None:
    (regel,) = kijk(replace(JANS_REGEL, aanduiding="personeelsnummer 7")).regels
    assert regel.wat == (Wat.GELIJK,)
    assert "niet bekend" in regel.let_op


def test_twee_partijen_met_dezelfde_naam_zijn_met_hun_aanduiding_te_onderscheiden() -> None:
    opslag = een_opslag(POLITIE, replace(POLITIE, id="P-9", naam="politie-oefenstad"))
    (regel,) = kijk(replace(BIJ_POLITIE, aanduiding_partij="P-9"), opslag=opslag).regels
    assert regel.partij is not None
    assert regel.partij.id == "P-9"
    assert regel.fouten == ()


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("ggz", "ggz"),
        ("GGZ-instelling", "ggz"),
        ("ggz instelling", "ggz"),
        ("Politie ", "politie"),
        ("openbaar ministerie", "om"),
        ("Raad voor de kinderbescherming", "rvdk"),
        ("Gecertificeerde instelling", "gi"),
        ("zorg en veiligheidshuis", "zvh"),
        ("DIENST JUSTITIELE INRICHTINGEN", "dji"),
        ("samenwerkingsverband", "samenwerkingsverband-onderwijs"),
    ],
)
def test_een_soort_wordt_vergevend_herkend(tekst: str, soort: str) -> None:
    assert Soortwijzer(CATALOGUS).soort(tekst) == soort


def test_elke_soort_van_de_catalogus_wijst_zichzelf_aan() -> None:
    wijzer = Soortwijzer(CATALOGUS)
    for soort in CATALOGUS.soorten.values():
        assert wijzer.soort(soort.naam) == wijzer.soort(soort.sleutel) == soort.sleutel


# --- wat er niet klopt ---

FOUT: list[tuple[Regel, Kolom, str]] = [
    (replace(NIEUW, soort="polisie"), Kolom.SOORT, "niet in de catalogus"),
    (replace(NIEUW, soort="polisie"), Kolom.SOORT, "Bedoelt u 'Politie'?"),
    (replace(NIEUW, soort="xyzzy"), Kolom.SOORT, "Kies een soort uit de lijst."),
    (replace(NIEUW, soort=""), Kolom.SOORT, "Deze partij is nieuw."),
    (replace(BIJ_POLITIE, soort="om"), Kolom.SOORT, "al van een andere soort"),
    (replace(NIEUW, naam=""), Kolom.NAAM, "Vul de naam"),
    (replace(NIEUW, functie=" "), Kolom.FUNCTIE, "Vul de functie"),
    (replace(NIEUW, partij="", soort=""), Kolom.PARTIJ, "voor welke partij"),
    (replace(NIEUW, email="els.om.nl"), Kolom.EMAIL, "Dit e-mailadres kan niet."),
    (replace(JANS_REGEL, email="geen"), Kolom.EMAIL, "of laat het leeg"),
    (replace(NIEUW, verklaring="ja"), Kolom.VERKLARING, "24-11-2026"),
    (replace(JANS_REGEL, verklaring="11/24/2026"), Kolom.VERKLARING, "dag-maand-jaar"),
    (replace(NIEUW, geldig_tot="ooit"), Kolom.GELDIG_TOT, "dag-maand-jaar"),
    (replace(NIEUW, geldig_tot="1-1-2027"), Kolom.GELDIG_TOT, "voordat zij getekend is"),
    (
        replace(JANS_REGEL, verklaring="2-1-2027", geldig_tot="1-1-2027"),
        Kolom.GELDIG_TOT,
        "voordat zij getekend is",
    ),
    (replace(NIEUW, naam="#N/B"), Kolom.NAAM, "niet uitrekenen"),
    (replace(JANS_REGEL, functie="#REF!"), Kolom.FUNCTIE, "niet uitrekenen"),
    (replace(NIEUW, aanduiding="M-001"), Kolom.AANDUIDING, "een andere naam en een ander"),
    (replace(NIEUW, aanduiding_partij="P-001"), Kolom.AANDUIDING_PARTIJ, "een andere naam"),
    (
        replace(NIEUW, partij="", soort="", aanduiding_partij="x"),
        Kolom.AANDUIDING_PARTIJ,
        "niet bekend",
    ),
    (replace(JANS_REGEL, partij=GGZ.naam), Kolom.PARTIJ, "verplaatst niemand"),
    (replace(JANS_REGEL, partij=GGZ.naam, aanduiding="M-001"), Kolom.PARTIJ, "bij een andere"),
]


@pytest.mark.parametrize(("regel", "kolom", "zin"), FOUT)
def test_een_cel_die_niet_klopt_krijgt_een_zin(regel: Regel, kolom: Kolom, zin: str) -> None:
    uitkomst = kijk(regel)
    (fout,) = uitkomst.fouten
    assert (fout.nr, fout.kolom) == (2, kolom)
    assert zin in fout.zin
    assert uitkomst.regels[0].zin == "Klopt nog niet."


DUBBELZINNIG = (
    een_opslag(
        POLITIE,
        replace(POLITIE, id="P-9", naam="politie-oefenstad"),
        GGZ,
        JAN,
        replace(JAN, id="M-2", functie="chef", email="chef@politie.nl"),
        replace(JAN, id="M-3", naam="Piet", email="team@politie.nl"),
        replace(JAN, id="M-4", naam="Klaas", email="team@politie.nl"),
    ),
    [
        (Regel(nr=2, partij="politie oefenstad", naam="x", functie="y"), "meer partijen met deze"),
        (replace(JANS_REGEL, naam="Kees", email="team@politie.nl"), "meer dan één professional."),
        (replace(JANS_REGEL, email=""), "meer dan één professional met deze naam"),
        (replace(JANS_REGEL, naam="Piet", email="chef@politie.nl"), "twee verschillende"),
    ],
)


@pytest.mark.parametrize(("regel", "zin"), DUBBELZINNIG[1])
def test_wat_meer_dan_een_ding_kan_betekenen_wordt_niet_geraden(regel: Regel, zin: str) -> None:
    (fout,) = kijk(regel, opslag=DUBBELZINNIG[0]).fouten
    assert zin in fout.zin


def test_een_dubbele_regel_die_iets_anders_zegt_noemt_de_andere_regel() -> None:
    uitkomst = kijk(NIEUW, replace(NIEUW, nr=7, functie="secretaris"))
    ((nr, kop, zin),) = zinnen(uitkomst)
    assert (nr, kop) == (7, "functie")
    assert "regel 2" in zin


def test_een_dubbele_regel_mag_ook_voor_de_andere_staan() -> None:
    met_aanduiding = replace(JANS_REGEL, nr=9, aanduiding="M-001")
    uitkomst = kijk(JANS_REGEL, met_aanduiding)
    assert [regel.wat for regel in uitkomst.regels] == [(Wat.DUBBEL,), (Wat.GELIJK,)]
    ((nr, kop, zin),) = zinnen(kijk(replace(JANS_REGEL, functie="chef"), met_aanduiding))
    assert (nr, kop) == (2, "functie")
    assert "regel 9" in zin


def test_een_adres_bij_twee_partijen_wordt_niet_geraden() -> None:
    ((nr, kop, zin),) = zinnen(kijk(NIEUW, replace(NIEUW, nr=3, partij=GGZ.naam, soort="")))
    assert (nr, kop) == (3, "partij")
    assert "regel 2" in zin


def test_een_gedeeld_adres_is_niet_een_mens() -> None:
    ((nr, kop, zin),) = zinnen(kijk(NIEUW, replace(NIEUW, nr=3, naam="Piet")))
    assert (nr, kop) == (3, "naam")
    assert "eigen e-mailadres" in zin


def test_twee_soorten_voor_een_nieuwe_partij_is_een_fout() -> None:
    ((nr, kop, _),) = zinnen(kijk(NIEUW, replace(NIEUW, nr=3, soort="politie", email="")))
    assert (nr, kop) == (3, "soort partij")


def test_alle_fouten_van_een_regel_worden_tegelijk_genoemd() -> None:
    fouten = kijk(
        Regel(nr=2, partij="OM", soort="?", functie="", email="geen", verklaring="ooit")
    ).fouten
    assert [fout.kolom for fout in fouten] == [
        Kolom.SOORT,
        Kolom.NAAM,
        Kolom.FUNCTIE,
        Kolom.EMAIL,
        Kolom.VERKLARING,
    ]


def test_elke_zin_zegt_wat_er_is_en_wat_u_kunt_doen_en_noemt_niemand() -> None:
    gezegd = [fout.zin for regel, _, _ in FOUT for fout in kijk(regel).fouten]
    gezegd += [
        fout.zin
        for regel, _ in DUBBELZINNIG[1]
        for fout in kijk(regel, opslag=DUBBELZINNIG[0]).fouten
    ]
    for zin in gezegd:
        assert len(re.findall(r"[.?;](?: |$)", zin)) >= 2 or "Vul " in zin, zin
        assert not re.search(r"Jan|Els|Piet|Beekzicht|Oefenstad|@", zin), zin


def test_wat_al_in_de_kluis_staat_wordt_niet_opnieuw_beoordeeld() -> None:
    raar = replace(JAN, naam="#N/A", email="geen adres", functie=" =1 ")
    opslag = een_opslag(POLITIE, raar)
    regel = replace(JANS_REGEL, naam="#N/A", email="geen adres", functie="=1", aanduiding=raar.id)
    assert kijk(regel, opslag=opslag).regels[0].wat == (Wat.GELIJK,)
