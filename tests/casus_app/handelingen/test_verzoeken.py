"""De rechten van de betrokkene: later antwoorden, weglaten, verbeteren, beperken, brieven."""

import json
from datetime import date, timedelta
from functools import partial

import pytest

from casus_app import opmaak
from casus_app.domein.verzoek import (
    Beperking,
    Rectificatie,
    Verzoek,
    Verzoekverlenging,
    Weglating,
)
from casus_app.opmaak.woorden import dag
from casus_app.papier import druk
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, Tafel, een_tafel
from tests.casus_app.papier.lezen import alle_teksten
from tests.casus_app.papier.voorbeeld import ECHT

SOORTEN = ("inzage", "rectificatie", "wissing", "beperking", "bezwaar")


@pytest.fixture
def tafel() -> Tafel:
    """Van elk soort een verzoek bij K-1, vandaag ontvangen, en één inbreng."""
    tafel = een_tafel()
    for soort in SOORTEN:
        tafel.doe("verzoek.registreren", id=soort, soort=soort, ontvangen_op=tafel.vandaag)
    return tafel.open().breng_in()


def later(tafel: Tafel, dagen: int) -> None:
    tafel.doe("klok.zetten", datum=tafel.vandaag + timedelta(days=dagen))


def brief(tafel: Tafel, verzoek: str) -> str:
    stuk = opmaak.verzoekbrief(tafel.opslag, tafel.catalogus, verzoek, ECHT)
    druk(stuk)
    return "\n".join(alle_teksten(stuk))


# --- later antwoorden ---


def test_verlengen_geeft_twee_maanden_en_bewaart_de_reden(tafel: Tafel) -> None:
    eerst = tafel.haal(Verzoek, "inzage").uiterlijk
    antwoord = tafel.doe("verzoek.verlengen", verzoek="inzage", reden="Veel om op te zoeken.")
    assert eerst == date(2026, 12, 16)
    assert antwoord == {"uiterlijk": date(2027, 2, 16)}
    assert tafel.haal(Verzoek, "inzage").uiterlijk == date(2027, 2, 16)
    assert tafel.haal(Verzoekverlenging, "inzage").reden == "Veel om op te zoeken."
    assert tafel.doe("termijnen.nalopen")["verzoeken"] == []


def test_verlengen_kan_een_keer_op_tijd_en_zolang_het_wacht(tafel: Tafel) -> None:
    tafel.doe("verzoek.verlengen", verzoek="inzage")
    tafel.weigert(Code.ONGELDIG, "verzoek.verlengen", verzoek="inzage")
    tafel.doe("verzoek.afhandelen", verzoek="bezwaar")
    tafel.weigert(Code.ONGELDIG, "verzoek.verlengen", verzoek="bezwaar")
    later(tafel, 30)
    assert tafel.probeer("verzoek.verlengen", verzoek="wissing") is None
    later(tafel, 31)
    tafel.weigert(Code.ONGELDIG, "verzoek.verlengen", verzoek="rectificatie")


# --- weglaten ---


def test_wat_wegblijft_wordt_gewogen_en_de_brief_noemt_alleen_de_grond(tafel: Tafel) -> None:
    tafel.doe("inzage.weglaten", verzoek="inzage", wat="GEHEIMWAT")
    tafel.doe("inzage.weglaten", verzoek="inzage", motivering="GEHEIMREDEN")
    assert [een.nummer for een in tafel.opslag.zoek(Weglating)] == [1, 2]
    tafel.doe("verzoek.afhandelen", verzoek="inzage", besluit="Deels toegewezen.")
    tekst = brief(tafel, "inzage")
    assert tafel.catalogus.uitstelgronden["uavg-41-i"].naam in tekst
    assert "GEHEIM" not in tekst
    tafel.weigert(Code.ONGELDIG, "inzage.weglaten", verzoek="inzage")


def test_weglaten_hoort_bij_inzage_en_bij_een_grond_van_de_wet(tafel: Tafel) -> None:
    tafel.weigert(Code.ONGELDIG, "inzage.weglaten", verzoek="bezwaar")
    tafel.weigert(Code.ONGELDIG, "inzage.weglaten", verzoek="inzage", grond="liever-niet")


def test_een_weging_die_iets_aanwijst_laat_dat_uit_de_inzage_en_zegt_hoeveel(
    tafel: Tafel,
) -> None:
    antwoord = tafel.doe("inzage.weglaten", verzoek="inzage", inbreng="i1")
    assert antwoord == {"onderdelen": 1}
    assert tafel.doe("inzage.weglaten", verzoek="inzage") == {"onderdelen": 0}
    boom = json.loads(opmaak.inzage_json(tafel.opslag, tafel.catalogus, "K-1", ECHT).inhoud)
    assert [keer["inbreng"] for keer in boom["overleggen"]] == [[]]
    assert boom["niet_getoond"] == [
        {"grond": tafel.catalogus.uitstelgronden["uavg-41-i"].naam, "aantal": 1}
    ]


def test_een_nieuw_verzoek_vraagt_een_nieuwe_weging(tafel: Tafel) -> None:
    tafel.doe("inzage.weglaten", verzoek="inzage", inbreng="i1")
    later(tafel, 1)
    tafel.doe("verzoek.registreren", id="weer", soort="inzage", ontvangen_op=tafel.vandaag)
    boom = json.loads(opmaak.inzage_json(tafel.opslag, tafel.catalogus, "K-1", ECHT).inhoud)
    assert len(boom["overleggen"][0]["inbreng"]) == 1
    assert boom["niet_getoond"] == []


def test_een_weging_wijst_een_ding_aan_en_dat_is_er(tafel: Tafel) -> None:
    weigert = partial(tafel.weigert, Code.ONGELDIG, "inzage.weglaten", verzoek="inzage")
    weigert(inbreng="i1", categorie="gezondheid")
    weigert(categorie="bestaat-niet")
    weigert(categorie="justitieel")
    tafel.weigert(Code.ONBEKEND, "inzage.weglaten", verzoek="inzage", inbreng="i9")
    tafel.weigert(Code.ONBEKEND, "inzage.weglaten", verzoek="inzage", professional="wie")


# --- verbeteren ---


def test_een_inbreng_merken_geeft_een_taak_tot_de_inbrenger_het_weet(tafel: Tafel) -> None:
    antwoord = tafel.doe("inbreng.rectificeren", verzoek="rectificatie", inbreng="i1")
    assert antwoord == {"vertel_aan": "politie"}
    assert tafel.haal(Rectificatie, "rectificatie", "i1").gemeld_op is None
    tafel.doe("rectificatie.melden", verzoek="rectificatie", inbreng="i1")
    assert tafel.haal(Rectificatie, "rectificatie", "i1").gemeld_op == tafel.vandaag
    tafel.weigert(Code.ONGELDIG, "rectificatie.melden", verzoek="rectificatie", inbreng="i1")


def test_alleen_een_inbreng_van_deze_casus_en_bij_het_goede_verzoek(tafel: Tafel) -> None:
    tafel.doe("casus.aanmelden", id="K-9")
    tafel.doe(
        "verzoek.registreren", id="ander", casus="K-9", soort="wissing", ontvangen_op=tafel.vandaag
    )
    tafel.weigert(Code.ONGELDIG, "inbreng.rectificeren", verzoek="ander", inbreng="i1")
    tafel.weigert(Code.ONGELDIG, "inbreng.rectificeren", verzoek="inzage", inbreng="i1")
    tafel.weigert(Code.ONBEKEND, "inbreng.rectificeren", verzoek="rectificatie", inbreng="i7")
    tafel.weigert(Code.ONBEKEND, "rectificatie.melden", verzoek="rectificatie", inbreng="i1")


# --- beperken ---


def test_een_beperkte_casus_komt_niet_op_tafel_en_daarna_weer_wel() -> None:
    tafel = een_tafel()
    tafel.doe("verzoek.registreren", soort="beperking")
    tafel.doe("casus.beperken")
    tafel.weigert(Code.ONGELDIG, "bespreking.openen")
    tafel.weigert(Code.ONGELDIG, "casus.beperken")
    tafel.doe("casus.vrijgeven")
    assert tafel.haal(Beperking, "v1").opgeheven_op == tafel.vandaag
    tafel.weigert(Code.ONGELDIG, "casus.vrijgeven")
    tafel.open()


def test_beperken_hoort_bij_beperking_of_bezwaar(tafel: Tafel) -> None:
    for soort in ("inzage", "rectificatie", "wissing"):
        tafel.weigert(Code.ONGELDIG, "casus.beperken", verzoek=soort)
    assert tafel.probeer("casus.beperken", verzoek="bezwaar") is None


# --- brieven ---


def test_de_brief_past_bij_waar_het_verzoek_staat(tafel: Tafel) -> None:
    verzoek = tafel.haal(Verzoek, "bezwaar")
    assert f"U krijgt uiterlijk op {dag(verzoek.uiterlijk)} antwoord." in brief(tafel, "bezwaar")
    tafel.doe("verzoek.verlengen", verzoek="bezwaar", reden="Veel om op te zoeken.")
    tekst = brief(tafel, "bezwaar")
    assert "De reden is: Veel om op te zoeken." in tekst
    assert dag(tafel.haal(Verzoek, "bezwaar").uiterlijk) in tekst
    assert "Autoriteit Persoonsgegevens" in tekst
    tafel.doe(
        "verzoek.afhandelen", verzoek="bezwaar", besluit="Afgewezen.", motivering="Het is nodig."
    )
    tekst = brief(tafel, "bezwaar")
    assert "Afgewezen." in tekst
    assert "Het is nodig." in tekst
    assert "rechter" in tekst
    assert "U krijgt uiterlijk" not in tekst


def test_in_de_brief_staat_geen_inbreng_en_geen_ander(tafel: Tafel) -> None:
    kring = "Kringnaam Uitbedacht"
    tafel.doe(
        "casus.aanmelden",
        id="K-8",
        betrokkene={"naam": "Eigen Persoon"},
        kring=[{"id": "m", "naam": kring, "relatie": "moeder", "noodzaak": "x"}],
    )
    tafel.doe("verzoek.registreren", id="v8", casus="K-8", ontvangen_op=tafel.vandaag)
    tafel.doe(
        "verzoek.afhandelen", verzoek="v8", besluit="Ja.", motivering=f"Omdat {kring} het zei."
    )
    tekst = brief(tafel, "v8")
    assert "Beste Eigen Persoon," in tekst
    assert "Uitbedacht" not in tekst
    assert MARKERING not in tekst


def test_als_de_grond_voorbij_is_zegt_de_brief_waarom_nu_pas() -> None:
    tafel = een_tafel()
    tafel.weigert(Code.ONGELDIG, "betrokkene.informeerbrief")
    tafel.doe("betrokkene.uitstellen", grond="uavg-41-d", motivering="GEHEIMREDEN")
    antwoord = tafel.doe("betrokkene.informeerbrief")
    assert antwoord == {"bestanden": ["informeren-K-1.pdf"]}
    stuk = opmaak.informeerbrief(tafel.opslag, tafel.catalogus, "K-1", ECHT)
    druk(stuk)
    tekst = "\n".join(alle_teksten(stuk))
    assert "Waarom hoort u dit nu pas?" in tekst
    assert "strafbare feiten en straffen. Die reden is er nu niet meer." in tekst
    assert "GEHEIMREDEN" not in tekst


# --- alles samen ---


def test_alles_van_de_rechten_staat_in_de_inzage_en_gaat_weg_met_de_casus(tafel: Tafel) -> None:
    tafel.doe("verzoek.verlengen", verzoek="inzage", reden="Verlengreden.")
    tafel.doe("inzage.weglaten", verzoek="inzage", motivering="GEHEIMREDEN")
    tafel.doe("inbreng.rectificeren", verzoek="rectificatie", inbreng="i1", wat="Klopt zo niet.")
    tafel.doe("casus.beperken", verzoek="beperking", reden="Beperkreden.")
    stuk = opmaak.inzage(tafel.opslag, tafel.catalogus, "K-1", ECHT)
    druk(stuk)
    tekst = "\n".join(alle_teksten(stuk))
    for woord in (
        "Verlengreden.",
        "Bescherming van de betrokkene",
        "Klopt zo niet.",
        "Beperkreden.",
    ):
        assert woord in tekst, woord
    assert "GEHEIMREDEN" not in tekst
    toon = tafel.doe("toon.casus")
    for naam in ("verzoekverlengingen", "weglatingen", "rectificaties", "beperkingen"):
        assert len(toon[naam]) == 1, naam
    tafel.doe("meenemen.niemand")
    tafel.sluit()
    weg = tafel.doe("casus.vernietigen")["vernietigd"]
    for naam in ("verzoekverlenging", "weglating", "rectificatie", "beperking"):
        assert weg[naam] == 1, naam
