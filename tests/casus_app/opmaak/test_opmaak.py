"""Wat elk soort stuk zegt in de gevallen die het weekoverleg niet heeft."""

import json
from dataclasses import replace
from datetime import date

import pytest

from casus_app import opmaak
from casus_app.catalogus import laad
from casus_app.domein.afspraak import Afspraak, StandAfspraak
from casus_app.domein.casus import Casus, Fase, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Meeneming
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import (
    Bespreking,
    Deelname,
    Overleg,
    SoortBespreking,
    Stand,
    Uitnodiging,
)
from casus_app.domein.verzoek import Weglating
from casus_app.domein.vraagkaart import Vraagkaart
from casus_app.opmaak.stuk import Kaart
from casus_app.opmaak.woorden import bestandsnaam, opsomming
from tests.casus_app.papier.lezen import alle_teksten
from tests.casus_app.papier.voorbeeld import DAG, ECHT, inbreng, weekoverleg, zet
from tests.nep import GeheugenOpslag

CATALOGUS = laad()


@pytest.fixture
def opslag() -> GeheugenOpslag:
    return weekoverleg()


def verander(opslag: GeheugenOpslag, waarde: type, *sleutel: str, **velden: object) -> None:
    zet(opslag, replace(opslag.haal(waarde, *sleutel), **velden))


def verslag(opslag: GeheugenOpslag, ontvanger: str) -> str:
    return "\n".join(alle_teksten(opmaak.verslag(opslag, CATALOGUS, "wk48", ontvanger, ECHT)))


def brief(opslag: GeheugenOpslag, casus: str = "K-2601") -> str:
    return "\n".join(alle_teksten(opmaak.brief(opslag, CATALOGUS, casus, ECHT)))


def test_een_afgesloten_casus_staat_niet_meer_in_het_verslag(opslag):
    verander(opslag, Casus, "K-2601", fase=Fase.AFGESLOTEN)
    tekst = verslag(opslag, "wijkagent")
    assert "K-2601" not in tekst
    assert "behandelaar" not in tekst
    assert "Een afgesloten casus staat niet meer in dit verslag." in tekst
    assert "onderdelen" not in tekst


def test_wie_zijn_stoel_verloor_leest_niets_van_die_casus(opslag):
    verander(opslag, Deelname, "wk48", "K-2601", "wijkagent", ingetrokken_op=date(2026, 11, 24))
    tekst = verslag(opslag, "wijkagent")
    assert "K-2601" not in tekst
    assert "In zorg" not in tekst
    assert "K-2602" in tekst


def test_op_een_vraagkaart_staat_geen_naam_en_niets_van_een_ander(opslag):
    """Ook niet als de coördinator de namen in de vraag en de reden typte."""
    kaart = opslag.haal(Vraagkaart, "vk1")
    assert "Dirk Molenbeek" in kaart.vraag
    assert "Ans Molenbeek" in kaart.noodzaak
    stuk = opmaak.vraagkaart(opslag, CATALOGUS, "vk1", ECHT)
    tekst = " ".join(alle_teksten(stuk))
    for erop in ("K-2601", "mr. L. Kastelein", "23\u00a0november 2026", "Loopt er een strafzaak"):
        assert erop in tekst
    casus = opslag.haal(Casus, "K-2601")
    for weg in ("Molenbeek", "Dirk", "Ans", "Gerrit", casus.doel, casus.aanleiding):
        assert weg not in tekst
    for gegeven in opslag.zoek(Inbreng):
        assert not gegeven.kern or gegeven.kern not in tekst
    for mens in opslag.zoek(Professional):
        assert mens.id == kaart.professional or mens.naam not in tekst


def test_de_inzage_zegt_aan_wie_er_iets_gevraagd_is(opslag):
    tekst = " ".join(alle_teksten(opmaak.inzage(opslag, CATALOGUS, "K-2601", ECHT)))
    assert "officier van justitie (Openbaar Ministerie Oost-Nederland)" in tekst
    assert "Loopt er een strafzaak" in tekst
    assert "Ans" not in tekst
    verander(opslag, Vraagkaart, "vk1", over="moeder")
    weg = " ".join(alle_teksten(opmaak.inzage(opslag, CATALOGUS, "K-2601", ECHT)))
    assert "Loopt er een strafzaak" not in weg


def test_wie_nergens_zat_krijgt_een_leeg_verslag(opslag):
    for casus in ("K-2601", "K-2602"):
        verander(opslag, Deelname, "wk48", casus, "wijkagent", ingetrokken_op=date(2026, 11, 24))
    assert "bij geen casus een plaats aan tafel" in verslag(opslag, "wijkagent")


def test_wie_er_niet_was_leest_niet_wie_er_wel_waren(opslag):
    zet(
        opslag,
        Deelname(
            overleg="wk48",
            casus="K-2601",
            professional="officier",
            rol="uitvoerend",
            taak="x",
            noodzaak="y",
        ),
    )
    tekst = verslag(opslag, "officier")
    assert "K-2601" in tekst
    assert "Aan tafel" not in tekst
    assert "Woonwaal" not in tekst


def test_een_adviseur_neemt_niets_mee_ook_niet_als_het_er_staat(opslag):
    verander(opslag, Deelname, "wk48", "K-2601", "wijkagent", rol="adviseur")
    assert "In zorg" not in verslag(opslag, "wijkagent")


def test_van_een_doorgeschoven_casus_blijven_eigen_afspraken_staan(opslag):
    verander(opslag, Bespreking, "wk48", "K-2601", stand=Stand.DOORGESCHOVEN)
    tekst = verslag(opslag, "wijkagent")
    assert "Bij een melding eerst de behandelaar bellen" in tekst
    assert "Aan tafel" not in tekst


def test_een_weging_zegt_dat_zij_een_weging_was(opslag):
    verander(opslag, Bespreking, "wk48", "K-2601", soort=SoortBespreking.WEGING)
    assert "Dit was een weging." in verslag(opslag, "wijkagent")


def test_een_onderdeel_te_weinig_staat_in_het_enkelvoud(opslag):
    assert "2 onderdelen zijn niet voor deze ontvanger." in verslag(opslag, "casemanager")
    del opslag.waarden[Afspraak]["a4",]
    assert "1 onderdeel is niet voor deze ontvanger." in verslag(opslag, "casemanager")


def test_een_gegeven_voor_twee_afspraken_telt_als_een_onderdeel(opslag):
    afspraak = opslag.haal(Afspraak, "a3")
    zet(opslag, replace(afspraak, id="a9"))
    zet(opslag, Meeneming(inbreng="i2", ontvanger="wijkagent", afspraak="a9"))
    tekst = verslag(opslag, "wijkagent")
    assert tekst.count("In zorg; rustig benaderen") == 2
    assert "5 onderdelen zijn niet voor deze ontvanger." in tekst


def test_een_plan_zet_wat_open_staat_vooraan_en_zegt_hoe_het_staat(opslag):
    verander(
        opslag,
        Afspraak,
        "a2",
        stand=StandAfspraak.AFGEROND,
        toelichting="Aangehouden tot 12 januari.",
    )
    tabel = opmaak.plan(opslag, CATALOGUS, "K-2601", ECHT).onderdelen[2]
    assert [rij[4:] for rij in tabel.rijen] == [
        ("open", "–"),
        ("open", "–"),
        ("afgerond", "Aangehouden tot 12 januari."),
    ]


def test_een_plan_zonder_besluit_zegt_dat_er_nog_niemand_is_aangewezen(opslag):
    teksten = alle_teksten(opmaak.plan(opslag, CATALOGUS, "K-2602", ECHT))
    assert "nog niet aangewezen" in teksten
    assert "Er zijn nog geen activiteiten afgesproken." in teksten


def test_een_brief_voor_het_overleg_zegt_wanneer_het_is_en_of_men_welkom_is(opslag):
    verander(opslag, Bespreking, "wk48", "K-2601", stand=Stand.GEPLAND)
    verander(opslag, Deelname, "wk48", "K-2601", "leefbaar", ingetrokken_op=date(2026, 11, 20))
    tekst = brief(opslag)
    assert "praten organisaties samen over uw situatie" in tekst
    assert (
        "U bent daarbij welkom, om 09:00 uur. De plaats is: Vergaderkamer 2, Waalkade 10." in tekst
    )
    assert "Wie komen er?" in tekst
    assert "Woonwaal" not in tekst.partition("Wat is er afgesproken?")[0]


def test_wie_niet_is_uitgenodigd_leest_geen_plaats(opslag):
    verander(
        opslag,
        Bespreking,
        "wk48",
        "K-2601",
        stand=Stand.GEPLAND,
        uitnodiging=Uitnodiging.NIET_UITGENODIGD,
    )
    assert "Vergaderkamer" not in brief(opslag)


def test_een_brief_zonder_overleg_zegt_dat_men_is_aangemeld(opslag):
    assert "U bent aangemeld voor een overleg." in brief(opslag, "K-2602")


def test_een_afspraak_die_niet_doorging_staat_niet_in_de_brief(opslag):
    verander(opslag, Afspraak, "a2", stand=StandAfspraak.NIET_MEER_MOGELIJK)
    assert "Ontruiming" not in brief(opslag)


def test_in_een_brief_staan_geen_namen_van_anderen_ook_niet_in_een_afspraak(opslag):
    verander(opslag, Afspraak, "a2", wat="Bel Ans over de sleutel en dan J. Vermeulen")
    tekst = brief(opslag)
    assert "Bel [naam weggelaten] over de sleutel" in tekst
    assert "Vermeulen" not in tekst


def test_een_casus_die_nooit_een_zin_eindigt_krijgt_er_een_punt_achter(opslag):
    verander(opslag, Casus, "K-2601", doel="Rust in de straat")
    assert "Rust in de straat." in brief(opslag)


def test_een_inzage_nummert_de_kring_steeds_gelijk_en_noemt_geen_professional(opslag):
    zet(
        opslag,
        inbreng(
            "i9",
            "wijkagent",
            "relaties",
            "Gerrit de Wit en Ans sloten aan; Oosterhuis en R. van Dongen ook.",
        ),
    )
    boom = json.loads(opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud)
    teksten = [i["inhoud"] for i in boom["overleggen"][0]["inbreng"]]
    assert teksten[-1] == (
        "persoon 2 en persoon 1 sloten aan; procesregisseur (ZVH Rivierland) en wijkagent "
        "(Politie, basisteam Waalstede) ook."
    )


def test_de_inzage_als_bestand_heeft_een_vaste_vorm(opslag):
    boom = json.loads(opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud)
    assert (boom["vorm"], boom["versie"], boom["gemaakt_op"]) == (
        "casusoverleg-inzage",
        1,
        "2026-11-24",
    )
    assert boom["betrokkene"] == {
        "naam": "Dirk Molenbeek",
        "geboortedatum": "1991-04-12",
        "veilig_contact_bewaard": False,
    }
    assert boom["casus"]["vernietigen_op"] == "2031-11-16"
    assert boom["toestemmingen"][0]["van"] == "betrokkene"
    (overleg,) = boom["overleggen"]
    assert overleg["inbreng_over_anderen"] == 1
    gezondheid = overleg["inbreng"][1]
    assert gezondheid["artikel"] == "WGS 2.29 lid 2"
    assert gezondheid["meegenomen_door"] == [
        {
            "functie": "wijkagent",
            "organisatie": "Politie, basisteam Waalstede",
            "voor": "Bij een melding eerst de behandelaar bellen, dan pas naar de deur.",
            "voorwaarden": opslag.haal(Meeneming, "i2", "wijkagent", "a3").voorwaarden,
            "bewaren_tot": "2027-02-28",
        }
    ]
    assert overleg["aanwezig"][0]["van"] == "2026-11-24T09:00+01:00"


def test_papier_en_bestand_van_een_inzage_zeggen_hetzelfde(opslag):
    boom = json.loads(opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud)
    papier = "\n".join(alle_teksten(opmaak.inzage(opslag, CATALOGUS, "K-2601", ECHT)))
    casus = boom["casus"]
    vrij = [casus["doel"], casus["aanleiding"], boom["weging"]["motivering"]]
    (overleg,) = boom["overleggen"]
    vrij += [overleg["vraag"], overleg["besluit"], overleg["klaar_als"]]
    vrij += [stoel["noodzaak"] for stoel in overleg["toegelaten"]]
    vrij += [i["inhoud"] for i in overleg["inbreng"] if i["inhoud"]]
    vrij += [i["noodzaak"] for i in overleg["inbreng"]]
    assert all(tekst in papier for tekst in vrij)


def test_een_half_teken_maakt_het_bestand_niet_stuk(opslag):
    verander(opslag, Casus, "K-2601", doel="half \ud800")
    inhoud = opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud
    assert json.loads(inhoud)["casus"]["doel"] == "half \ud800"


def test_een_kringpersoon_met_de_naam_van_de_betrokkene_schermt_hem_niet_af(opslag):
    zet(
        opslag,
        Kringpersoon(
            casus="K-2601", id="zoon", naam="Dirk Molenbeek", relatie="zoon", noodzaak="x"
        ),
    )
    assert "Beste Dirk Molenbeek" in brief(opslag)


def test_een_uitnodiging_telt_doorgeschoven_casussen_niet_mee(opslag):
    vakken = opmaak.agendapunt(opslag, "wk48", "voorzitter", ECHT).tijdvakken
    assert [(f"{v.van:%H:%M}", f"{v.tot:%H:%M}") for v in vakken] == [("09:00", "09:50")]
    assert not opmaak.agendapunt(opslag, "wk48", "officier", ECHT).tijdvakken
    assert "niet nodig" in " ".join(
        alle_teksten(opmaak.uitnodiging(opslag, "wk48", "officier", ECHT))
    )


def test_wie_er_tussenuit_mag_krijgt_twee_tijden(opslag):
    verander(opslag, Bespreking, "wk48", "K-2602", stand=Stand.GEPLAND)
    stuk = opmaak.uitnodiging(opslag, "wk48", "wijkagent", ECHT)
    assert [o.tekst for o in stuk.onderdelen if hasattr(o, "tekst")][:3] == [
        "Uw tijden",
        "Kom om 09:00 uur, klaar om 09:30 uur",
        "Kom om 09:50 uur, klaar om 10:15 uur",
    ]


def test_een_overleg_over_middernacht_loopt_door_op_de_volgende_dag(opslag):
    verander(opslag, Overleg, "wk48", begin="23:45")
    (vak,) = opmaak.agendapunt(opslag, "wk48", "voorzitter", ECHT).tijdvakken
    assert (vak.tot.day, f"{vak.tot:%H:%M}") == (25, "00:35")


def test_de_sleutel_van_een_agendapunt_is_steeds_gelijk_en_zegt_niets(opslag):
    eerst = opmaak.agendapunt(opslag, "wk48", "wijkagent", ECHT).tijdvakken[0].uid
    verander(opslag, Overleg, "wk48", begin="10:00")
    assert opmaak.agendapunt(opslag, "wk48", "wijkagent", ECHT).tijdvakken[0].uid == eerst
    assert "wk48" not in eerst
    assert "wijkagent" not in eerst


def test_een_proces_verbaal_buiten_de_wgs_noemt_de_avg(opslag):
    huis = replace(opslag.haal(Instelling, HUIS), kader="sociaal-domein")
    teksten = alle_teksten(opmaak.proces_verbaal(huis, "K-1", {"nieuwsoort": 2}, "verzoek", ECHT))
    assert "AVG artikel 5 lid 1 onder e" in teksten
    assert "nieuwsoort" in teksten


@pytest.mark.parametrize(
    "maak",
    [
        lambda o: opmaak.verslag(o, CATALOGUS, "weg", "wijkagent", ECHT),
        lambda o: opmaak.verslag(o, CATALOGUS, "wk48", "weg", ECHT),
        lambda o: opmaak.plan(o, CATALOGUS, "weg", ECHT),
        lambda o: opmaak.brief(o, CATALOGUS, "weg", ECHT),
        lambda o: opmaak.inzage(o, CATALOGUS, "weg", ECHT),
        lambda o: opmaak.uitnodiging(o, "weg", "wijkagent", ECHT),
        lambda o: opmaak.agendapunt(o, "wk48", "weg", ECHT),
    ],
)
def test_van_wat_er_niet_is_wordt_geen_stuk_gemaakt(maak, opslag):
    with pytest.raises(LookupError):
        maak(opslag)


def test_een_kaart_over_een_ander_zegt_dat_het_niet_over_de_betrokkene_gaat(opslag):
    stuk = opmaak.verslag(opslag, CATALOGUS, "wk48", "leefbaar", ECHT)
    (kaart,) = (o for o in stuk.onderdelen if isinstance(o, Kaart))
    assert ("Gaat over", "iemand uit de kring van de betrokkene") in kaart.velden.paren
    assert "moeder" not in str(kaart.velden)


@pytest.mark.parametrize(
    ("sleutels", "naam"),
    [
        (("wk48", "wijkagent"), "verslag-wk48-wijkagent.pdf"),
        (("K-2601",), "verslag-K-2601.pdf"),
        (("K-2.b", "coördinator"), "verslag-K-2.b-coördinator.pdf"),
    ],
)
def test_een_gewone_sleutel_staat_zo_in_de_bestandsnaam(sleutels, naam):
    assert bestandsnaam("verslag", *sleutels, extensie="pdf") == naam


@pytest.mark.parametrize(
    "sleutel",
    ["../../etc/passwd", "a b", "C:\\x", "", ".", "..a", "a" * 300, "con\0", "x\ud800", "-/-"],
)
def test_een_rare_sleutel_maakt_geen_rare_bestandsnaam(sleutel):
    naam = bestandsnaam("plan", sleutel, extensie="pdf")
    assert naam.isascii()
    assert not set(naam) & set('/\\:*?"<>| \0')
    assert len(naam) < 100
    assert ".." not in naam


def test_twee_rare_sleutels_krijgen_niet_dezelfde_bestandsnaam():
    namen = {bestandsnaam("plan", s, extensie="pdf") for s in ("a/b", "a:b", "a b", "a_b")}
    assert len(namen) == 4


def test_een_opsomming_leest_als_een_zin():
    assert [opsomming(d) for d in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a en b",
        "a, b en c",
    ]


def test_wie_een_weging_weglaat_is_ook_in_lopende_tekst_niet_te_herkennen():
    opslag = weekoverleg()
    (wat,) = (a for a in opslag.zoek(Afspraak) if a.id == "a1")
    zet(opslag, replace(wat, wat="Samen met J. Vermeulen langsgaan."))
    inhoud = opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud.decode()
    assert "Samen met sociaalpsychiatrisch verpleegkundige (GGZ Rivierzicht)" in inhoud
    weging = Weglating(
        verzoek="v1", nummer=1, casus="K-2601", op=DAG, wat="x", grond="uavg-41-i",
        motivering="y", beoordelaar="om", professional="spv",
    )  # fmt: skip
    zet(opslag, weging)
    inhoud = opmaak.inzage_json(opslag, CATALOGUS, "K-2601", ECHT).inhoud.decode()
    assert "Samen met [niet getoond] langsgaan." in inhoud
    assert "sociaalpsychiatrisch" not in inhoud
    assert "Vermeulen" not in inhoud
