"""Getrapt openbaar: een casus zonder naam, en stap voor stap met een reden naar meer."""

import json
from typing import Any

import pytest

from casus_app import opmaak
from casus_app.domein.casus import Betrokkene, Casus, Kringpersoon
from casus_app.domein.inbreng import Inbreng, Niveau
from casus_app.domein.zeef import TRAPPEN, Trap, Zeef
from casus_app.handelingen import SCHERMHANDELINGEN, Handeling
from casus_app.handelingen.aanmelding import KringVorm
from casus_app.handelingen.trappen import CasusAanmeldenZonderNaam, CasusTrapVerder
from casus_app.opmaak import Opdruk
from casus_app.regels.trap import trap_van
from casus_app.rollen import MAG, Gebruikersrol, gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import MARKERING, OVERLEGDAG, VANDAAG, Tafel, een_huis, een_tafel

NAAM = "Zeldzaam Herkenbare Naam"
STAPPEN = TRAPPEN[1:]


def doe(tafel: Tafel, handeling: Handeling, als: str = "coordinator") -> dict[str, Any]:
    return tafel.werkbank.voer_uit(handeling, gebruiker_met(als), tafel.kader).antwoord


def weigert(tafel: Tafel, code: Code, handeling: Handeling, als: str = "coordinator") -> str:
    voor, regels = tafel.stand(), len(tafel.opslag.regels)
    with pytest.raises(Weigering) as gevangen:
        doe(tafel, handeling, als)
    assert gevangen.value.code == code, gevangen.value.melding
    assert tafel.stand() == voor
    assert len(tafel.opslag.regels) == regels + 1
    assert NAAM not in repr(tafel.opslag.regels[-1]) + gevangen.value.melding
    return gevangen.value.melding


def aanmelden(**anders: Any) -> CasusAanmeldenZonderNaam:
    velden: dict[str, Any] = {
        "id": "K-1",
        "aanmelder": "politie",
        "doel": MARKERING,
        "aanleiding": MARKERING,
        "leefgebieden": ("wonen",),
    }
    return CasusAanmeldenZonderNaam(**(velden | anders))


def verder(naar: Trap, **anders: Any) -> CasusTrapVerder:
    velden = {"naam": NAAM} if naar is Trap.DAT else {}
    return CasusTrapVerder(**({"casus": "K-1", "naar": naar, "reden": "Nodig."} | velden | anders))


def zonder_naam(kader: str = "wgs", *, gewogen: bool = True) -> Tafel:
    """K-1 is zonder naam aangemeld en staat verder klaar voor o1."""
    tafel = een_huis(kader)
    doe(tafel, aanmelden())
    if gewogen:
        tafel.doe("casus.wegen")
    tafel.doe("betrokkene.informeren")
    tafel.doe("overleg.agenderen", soort="casusoverleg" if gewogen else "weging")
    tafel.doe("betrokkene.uitnodigen")
    return tafel.laat_toe("politie", "college", "ggz")


def op_trap(trap: Trap) -> Tafel:
    tafel = zonder_naam()
    for stap in STAPPEN[: TRAPPEN.index(trap)]:
        doe(tafel, verder(stap))
    return tafel


def test_zonder_naam_loopt_de_bewaartermijn_en_is_er_geen_betrokkene() -> None:
    tafel = een_huis()
    antwoord = doe(tafel, aanmelden())
    gewoon = een_huis().doe("casus.aanmelden", id="K-1")
    assert antwoord == gewoon
    assert tafel.opslag.zoek(Betrokkene) == ()
    assert trap_van(tafel.opslag, "K-1") is Trap.ZONDER_NAAM


def test_een_gewone_aanmelding_staat_open_en_toont_geen_zeven() -> None:
    tafel = een_tafel()
    assert trap_van(tafel.opslag, "K-1") is Trap.INHOUD
    assert "zeven" not in tafel.doe("toon.casus")
    melding = weigert(tafel, Code.ONGELDIG, verder(Trap.INHOUD))
    assert "helemaal open" in melding


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"doel": " "}, Code.GEEN_DOEL),
        ({"aanmelder": "niemand"}, Code.ONBEKEND),
        ({"aanleiding": ""}, Code.ONGELDIG),
        ({"categorieen": {"identificerend": "M. de Vries"}}, Code.CATEGORIE_NIET_TOEGESTAAN),
        ({"categorieen": {"bsn": "1"}}, Code.CATEGORIE_NIET_TOEGESTAAN),
        ({"categorieen": {"geloof": "x"}}, Code.CATEGORIE_NIET_TOEGESTAAN),
    ],
)
def test_zonder_naam_gelden_de_regels_van_aanmelden(anders: dict[str, Any], code: Code) -> None:
    weigert(een_huis(), code, aanmelden(**anders))
    doe(een_huis(), aanmelden(categorieen={"woonsituatie": "huurt"}))


def test_een_code_die_er_al_is_kan_niet_nog_eens() -> None:
    weigert(een_tafel(), Code.BESTAAT_AL, aanmelden())


@pytest.mark.parametrize("trap", TRAPPEN)
@pytest.mark.parametrize("niveau", Niveau)
def test_er_wordt_niets_ingebracht_boven_de_trap(trap: Trap, niveau: Niveau) -> None:
    tafel = op_trap(trap).open()
    velden = {"id": "i1", "niveau": niveau}
    if TRAPPEN.index(Trap(niveau)) <= TRAPPEN.index(trap):
        tafel.doe("inbreng.vastleggen", **velden)
        return
    with pytest.raises(Weigering) as gevangen:
        tafel.doe("inbreng.vastleggen", **velden)
    assert gevangen.value.code is Code.NIVEAU_TE_HOOG
    assert gevangen.value.bron == "Startnotitie 7.2"
    assert "een trap verder" in gevangen.value.melding
    assert len(gevangen.value.melding) < 220
    assert tafel.opslag.zoek(Inbreng) == ()


def test_de_stap_aan_tafel_opent_wat_net_nog_niet_kon() -> None:
    tafel = op_trap(Trap.DAT).open()
    tafel.weigert(Code.NIVEAU_TE_HOOG, "inbreng.vastleggen", id="i1", niveau="buitenkant")
    doe(tafel, verder(Trap.BUITENKANT), "voorzitter")
    tafel.breng_in(niveau="buitenkant")


@pytest.mark.parametrize("trap", TRAPPEN[:-1])
@pytest.mark.parametrize("naar", TRAPPEN)
def test_een_casus_gaat_een_trap_tegelijk_en_nooit_terug(trap: Trap, naar: Trap) -> None:
    tafel = op_trap(trap)
    if naar is trap.volgende:
        assert doe(tafel, verder(naar)) == {"trap": naar}
        return
    melding = weigert(tafel, Code.ONGELDIG, verder(naar))
    assert "nooit terug" in melding


def test_de_naam_komt_bij_de_eerste_stap_met_de_kring_en_alleen_daar() -> None:
    tafel = op_trap(Trap.ZONDER_NAAM)
    weigert(tafel, Code.ONGELDIG, verder(Trap.DAT, naam=" "))
    weigert(tafel, Code.ONGELDIG, verder(Trap.DAT, reden=""))
    kind = KringVorm(id="kind", naam=NAAM, relatie="kind", noodzaak="Woont er.")
    weigert(tafel, Code.ONGELDIG, verder(Trap.DAT, kring=(kind, kind)))
    loos = KringVorm(id="kind", naam=NAAM, relatie="kind", noodzaak="")
    weigert(tafel, Code.GEEN_NOODZAAK, verder(Trap.DAT, kring=(loos,)))
    vreemd = KringVorm(id="kind", naam=NAAM, relatie="", noodzaak="Woont er.")
    weigert(tafel, Code.PERSOON_BUITEN_KRING, verder(Trap.DAT, kring=(vreemd,)))
    doe(tafel, verder(Trap.DAT, geboortedatum=OVERLEGDAG, kring=(kind,)))
    assert tafel.haal(Betrokkene, "K-1").naam == NAAM
    assert tafel.haal(Kringpersoon, "K-1", "kind").relatie == "kind"
    weigert(tafel, Code.ONGELDIG, verder(Trap.BUITENKANT, naam="Iemand anders"))


def test_inhoud_vraagt_dat_de_casus_gewogen_is() -> None:
    tafel = zonder_naam(gewogen=False)
    doe(tafel, verder(Trap.DAT))
    doe(tafel, verder(Trap.BUITENKANT))
    weigert(tafel, Code.CASUS_NIET_GEWOGEN, verder(Trap.INHOUD))
    tafel.doe("casus.wegen")
    doe(tafel, verder(Trap.INHOUD))


def test_in_een_weging_blijft_inhoud_dicht_ook_als_de_casus_open_is() -> None:
    tafel = een_huis()
    doe(tafel, aanmelden())
    tafel.doe("casus.wegen")
    tafel.doe("betrokkene.informeren")
    tafel.doe("overleg.agenderen", soort="weging")
    tafel.doe("betrokkene.uitnodigen")
    tafel.laat_toe("politie", "college", "ggz")
    for stap in STAPPEN:
        doe(tafel, verder(stap))
    tafel.open().weigert(Code.NIVEAU_TE_HOOG, "inbreng.vastleggen", id="i1", niveau="inhoud")


def test_aan_een_afgesloten_casus_gaat_geen_trap_meer_open() -> None:
    tafel = op_trap(Trap.DAT)
    tafel.doe("casus.sluiten")
    weigert(tafel, Code.CASUS_AFGESCHERMD, verder(Trap.BUITENKANT))


@pytest.mark.parametrize("naam", ["betrokkene.brief", "inzage.maken"])
def test_wat_de_naam_nodig_heeft_zegt_wat_er_ontbreekt(naam: str) -> None:
    tafel = op_trap(Trap.ZONDER_NAAM)
    with pytest.raises(Weigering) as gevangen:
        tafel.doe(naam)
    assert gevangen.value.code is Code.ONBEKEND
    assert "nog geen naam" in gevangen.value.melding
    assert "een trap verder" in gevangen.value.melding
    doe(tafel, verder(Trap.DAT))
    assert tafel.doe(naam)["bestanden"]


def test_een_casus_zonder_naam_gaat_het_hele_overleg_door() -> None:
    tafel = op_trap(Trap.ZONDER_NAAM)
    tafel.doe("overleg.ordenen")
    tafel.doe("overleg.uitnodigen")
    tafel.open().spreek_af().sluit()
    tafel.doe("overleg.vaststellen")
    for naam in ("verslag.maken", "plan.maken", "termijnen.nalopen", "toon.casus"):
        tafel.doe(naam)
    tafel.doe("toon.bespreking")
    tafel.doe("casus.sluiten")


@pytest.mark.parametrize("rol", Gebruikersrol)
@pytest.mark.parametrize("naam", ["casus.aanmelden-zonder-naam", "casus.trap-verder"])
def test_alleen_wie_het_mag(naam: str, rol: Gebruikersrol) -> None:
    assert naam in SCHERMHANDELINGEN
    tafel = een_huis() if naam.endswith("naam") else op_trap(Trap.ZONDER_NAAM)
    handeling = aanmelden() if naam.endswith("naam") else verder(Trap.DAT)
    if rol in MAG[naam]:
        doe(tafel, handeling, rol)
    else:
        weigert(tafel, Code.ROL_NIET_BEVOEGD, handeling, rol)


def test_een_stap_vooraf_kan_terug_en_een_stap_aan_tafel_niet() -> None:
    tafel = op_trap(Trap.ZONDER_NAAM)
    coordinator = gebruiker_met("coordinator")
    doe(tafel, verder(Trap.DAT))
    assert tafel.werkbank.maak_ongedaan(coordinator)
    assert trap_van(tafel.opslag, "K-1") is Trap.ZONDER_NAAM
    assert tafel.opslag.zoek(Betrokkene) == ()
    doe(tafel, verder(Trap.DAT))
    tafel.open()
    assert tafel.werkbank.maak_ongedaan(coordinator) is None
    doe(tafel, verder(Trap.BUITENKANT))
    assert tafel.werkbank.maak_ongedaan(coordinator) is None
    assert trap_van(tafel.opslag, "K-1") is Trap.BUITENKANT


def test_na_een_stap_op_een_andere_casus_die_op_tafel_ligt_kan_deze_nog_terug() -> None:
    tafel = een_tafel()
    doe(tafel, aanmelden(id="K-2"))
    tafel.open()
    doe(tafel, verder(Trap.DAT, casus="K-2"))
    assert tafel.werkbank.maak_ongedaan(gebruiker_met("coordinator"))
    assert trap_van(tafel.opslag, "K-2") is Trap.ZONDER_NAAM


def test_de_fg_ziet_de_trappen_maar_niet_de_redenen() -> None:
    tafel = op_trap(Trap.BUITENKANT)
    gezien = tafel.doe("toon.casus")["zeven"]
    assert [zeef["trap"] for zeef in gezien] == ["zonder-naam", "dat", "buitenkant"]
    assert gezien[1]["reden"] == "Nodig."
    fg = tafel.doe("toon.casus", als="fg")["zeven"]
    assert [zeef["trap"] for zeef in fg] == ["zonder-naam", "dat", "buitenkant"]
    assert all("reden" not in zeef for zeef in fg)


def test_in_de_inzage_staat_elke_stap_met_zijn_reden() -> None:
    tafel = op_trap(Trap.BUITENKANT)
    opdruk = Opdruk(False, VANDAAG, "")
    stuk = opmaak.inzage_json(tafel.opslag, tafel.catalogus, "K-1", opdruk)
    stappen = json.loads(stuk.inhoud)["stappen_naar_meer"]
    assert [stap["trap"] for stap in stappen] == ["zonder-naam", "dat", "buitenkant"]
    assert stappen[2] == {"trap": "buitenkant", "op": VANDAAG.isoformat(), "reden": "Nodig."}
    assert "Hoeveel er besproken mocht worden" in repr(
        opmaak.inzage(tafel.opslag, tafel.catalogus, "K-1", opdruk)
    )


@pytest.mark.parametrize("trap", TRAPPEN)
def test_met_de_casus_gaan_zijn_zeven_weg(trap: Trap) -> None:
    tafel = op_trap(trap)
    geteld = tafel.doe("casus.vernietigen")["vernietigd"]
    assert geteld["zeef"] == TRAPPEN.index(trap) + 1
    assert geteld.get("betrokkene", 0) == (trap is not Trap.ZONDER_NAAM)
    assert not tafel.opslag.zoek(Zeef)
    assert not tafel.opslag.zoek(Casus)
