"""Aanmelden en wegen: zonder doel en zonder weging komt er geen casus op tafel."""

from datetime import date

import pytest

from casus_app.domein.casus import Casus
from casus_app.weigeringen import Code
from tests.bouw import (
    CRITERIA,
    MARKERING,
    NIET_DE_WGS,
    Geval,
    Tafel,
    een_casus,
    een_huis,
    een_tafel,
    elk,
)

LID_1 = ("politie", "om", "burgemeester", "college", "leerplicht", "ggd", "rvdk", "dji")
GEEN_LID_1 = ("ggz", "veilig-thuis", "wijkteam", "huisarts", "woningcorporatie", "zvh", "overig")


def aangemeld(kader: str = "wgs") -> Tafel:
    """K-2 is aangemeld en nog niet gewogen."""
    tafel = een_huis(kader)
    tafel.doe("casus.aanmelden", id="K-2")
    return tafel


def weging_op_tafel() -> Tafel:
    """K-2 ligt als weging op tafel, en is nog niet gewogen."""
    tafel = een_huis()
    een_casus(tafel, "K-2", soort="weging")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["zvh"])
    return tafel


def afgewezen() -> Tafel:
    """K-2 is gewogen en niet in behandeling genomen."""
    tafel = aangemeld()
    tafel.doe("casus.wegen", casus="K-2", uitkomst="niet-in-behandeling")
    return tafel


def na_agenderen_afgewezen() -> Tafel:
    """K-1 stond klaar, en is daarna bij nader inzien niet in behandeling genomen."""
    tafel = een_tafel()
    tafel.doe("casus.wegen", uitkomst="niet-in-behandeling")
    return tafel


def gesloten() -> Tafel:
    """K-1 is afgesloten."""
    tafel = een_tafel()
    tafel.doe("casus.sluiten")
    return tafel


GEVALLEN = [
    *(
        Geval(
            zin=f"een casus zonder doel wordt niet aangemeld ({wat})",
            code=Code.GEEN_DOEL,
            naam="casus.aanmelden",
            klaar=een_huis,
            fout={"id": "K-2", "doel": doel},
            goed={"doel": "Een veilig plan."},
        )
        for wat, doel in {"leeg": "", "spaties": " \t\n"}.items()
    ),
    Geval(
        zin="wat nog niet gewogen is komt niet op de agenda, tenzij als weging",
        code=Code.CASUS_NIET_GEWOGEN,
        naam="overleg.agenderen",
        klaar=aangemeld,
        fout={"casus": "K-2"},
        goed={"soort": "weging"},
    ),
    Geval(
        zin="wat nog niet gewogen is komt niet op de agenda, tot het in behandeling is",
        code=Code.CASUS_NIET_GEWOGEN,
        naam="overleg.agenderen",
        klaar=aangemeld,
        fout={"casus": "K-2"},
        eerst=lambda tafel: tafel.doe("casus.wegen", casus="K-2"),
    ),
    Geval(
        zin="wat niet in behandeling genomen is komt niet op de agenda",
        code=Code.CASUS_NIET_GEWOGEN,
        naam="overleg.agenderen",
        klaar=afgewezen,
        fout={"casus": "K-2"},
        eerst=lambda tafel: tafel.doe("casus.wegen", casus="K-2"),
    ),
    Geval(
        zin="een weging sluit niet voordat er gewogen is",
        code=Code.CASUS_NIET_GEWOGEN,
        naam="bespreking.sluiten",
        klaar=weging_op_tafel,
        fout={"casus": "K-2"},
        eerst=lambda tafel: tafel.doe("casus.wegen", casus="K-2", uitkomst="niet-in-behandeling"),
    ),
    Geval(
        zin="wat na het agenderen is afgewezen gaat niet open als casusoverleg",
        code=Code.CASUS_NIET_GEWOGEN,
        naam="bespreking.openen",
        klaar=na_agenderen_afgewezen,
        eerst=lambda tafel: tafel.doe("casus.wegen"),
    ),
    *(
        Geval(
            zin=f"zonder criterium {letter} gaat een casus niet in behandeling ({wat})",
            code=Code.CRITERIA_NIET_VOLDAAN,
            naam="casus.wegen",
            klaar=aangemeld,
            fout={"casus": "K-2", "criteria": {**CRITERIA, letter: niet}},
            goed={"criteria": CRITERIA},
        )
        for letter in "abcd"
        for wat, niet in {"nee": False, "leeg": " "}.items()
    ),
    Geval(
        zin="een criterium dat er niet staat telt als nee",
        code=Code.CRITERIA_NIET_VOLDAAN,
        naam="casus.wegen",
        klaar=aangemeld,
        fout={"casus": "K-2", "criteria": dict.fromkeys("abc", MARKERING)},
        goed={"uitkomst": "niet-in-behandeling"},
    ),
    *(
        Geval(
            zin=f"onder {kader} gaat een casus niet in behandeling met {wat}",
            code=Code.CRITERIA_NIET_VOLDAAN,
            naam="casus.wegen",
            klaar=lambda kader=kader: aangemeld(kader),
            fout={"casus": "K-2", "domeinen": fout},
            goed={"domeinen": goed},
        )
        for kader in ("sociaal-domein", "wams")
        for wat, fout, goed in (
            ("geen domein", [], ["jeugd", "wonen"]),
            ("een enkel domein", ["jeugd"], ["jeugd", "wonen"]),
            ("geen enkel domein in het sociaal domein", ["zorg", "wonen"], ["zorg", "wmo"]),
            ("twee woorden voor hetzelfde", ["wmo", "WMO 2015"], ["wmo", "schulden"]),
            ("een leeg domein", ["jeugd", " "], ["jeugd", "onderwijs"]),
        )
    ),
    *(
        Geval(
            zin=f"iemand van {soort} weegt niet alleen",
            code=Code.BEOORDELAAR_NIET_BEVOEGD,
            naam="casus.wegen",
            klaar=aangemeld,
            fout={"casus": "K-2", "beoordelaars": [soort]},
            goed={"beoordelaars": [soort, "politie"]},
        )
        for soort in GEEN_LID_1
    ),
    Geval(
        zin="ook afwijzen doet een publieke deelnemer",
        code=Code.BEOORDELAAR_NIET_BEVOEGD,
        naam="casus.wegen",
        klaar=aangemeld,
        fout={"casus": "K-2", "beoordelaars": ["ggz"], "uitkomst": "niet-in-behandeling"},
        goed={"beoordelaars": ["rvdk"]},
    ),
    Geval(
        zin="zonder beoordelaars is er niet gewogen",
        code=Code.BEOORDELAAR_NIET_BEVOEGD,
        naam="casus.wegen",
        klaar=aangemeld,
        fout={"casus": "K-2", "beoordelaars": []},
        goed={"beoordelaars": ["dji"]},
    ),
    Geval(
        zin="een casus sluit niet zonder publieke deelnemer",
        code=Code.BEOORDELAAR_NIET_BEVOEGD,
        naam="casus.sluiten",
        fout={"beoordelaars": ["ggz", "wijkteam"]},
        goed={"beoordelaars": ["ggz", "college"]},
    ),
    Geval(
        zin="een casus gaat niet weer open zonder publieke deelnemer",
        code=Code.BEOORDELAAR_NIET_BEVOEGD,
        naam="casus.heropenen",
        klaar=gesloten,
        fout={"beoordelaars": ["huisarts"]},
        goed={"beoordelaars": ["ggd"]},
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize("soort", LID_1)
def test_elke_publieke_deelnemer_mag_wegen(soort: str) -> None:
    tafel = aangemeld()
    tafel.doe("casus.wegen", casus="K-2", beoordelaars=[soort])


@pytest.mark.parametrize("kader", NIET_DE_WGS)
@pytest.mark.parametrize("handeling", ["casus.wegen", "casus.sluiten", "casus.heropenen"])
def test_buiten_de_wgs_mag_ieder_oordelen(kader: str, handeling: str) -> None:
    tafel = een_tafel(kader)
    if handeling == "casus.heropenen":
        tafel.doe("casus.sluiten", beoordelaars=["ggz"])
    tafel.doe(handeling, beoordelaars=["ggz"])


def test_een_convenant_stelt_geen_eisen_aan_criteria_of_domeinen() -> None:
    tafel = aangemeld("convenant")
    tafel.doe("casus.wegen", casus="K-2", criteria={}, domeinen=[])


def test_onder_de_wgs_tellen_domeinen_niet() -> None:
    tafel = aangemeld()
    tafel.doe("casus.wegen", casus="K-2", domeinen=[])


def test_de_bewaartermijn_loopt_vanaf_de_aanmelding() -> None:
    tafel = een_huis()
    antwoord = tafel.doe("casus.aanmelden", id="K-2")
    assert antwoord == {"vernietigen_op": date(2031, 11, 16)}


def test_een_afgewezen_casus_krijgt_de_korte_klok_en_alsnog_behandelen_de_gewone() -> None:
    tafel = aangemeld()
    tafel.doe("klok.zetten", datum=date(2026, 11, 20))
    tafel.doe("casus.wegen", casus="K-2", uitkomst="niet-in-behandeling")
    assert tafel.haal(Casus, "K-2").vernietigen_op == date(2026, 12, 18)
    tafel.doe("casus.wegen", casus="K-2")
    assert tafel.haal(Casus, "K-2").vernietigen_op == date(2031, 11, 16)


def test_de_korte_klok_is_nooit_langer_dan_de_gewone() -> None:
    tafel = aangemeld()
    tafel.doe("klok.zetten", datum=date(2031, 11, 10))
    tafel.doe("casus.wegen", casus="K-2", uitkomst="niet-in-behandeling")
    assert tafel.haal(Casus, "K-2").vernietigen_op == date(2031, 11, 16)


def test_een_weging_sluit_alleen_op_een_weging_van_deze_keer() -> None:
    """draaiboek.md: een weging sluit op `casus.wegen`; een oordeel van toen is niet van nu."""
    tafel = een_tafel()
    tafel.doe("overleg.plannen", id="o2")
    tafel.doe("overleg.agenderen", overleg="o2", soort="weging")
    tafel.doe("betrokkene.uitnodigen", overleg="o2")
    tafel.doe("klok.zetten", datum=date(2027, 1, 4))
    tafel.doe("bespreking.openen", overleg="o2", aanwezig=["zvh"])
    tafel.weigert(Code.CASUS_NIET_GEWOGEN, "bespreking.sluiten", overleg="o2")
    tafel.doe("casus.wegen")
    tafel.doe("bespreking.sluiten", overleg="o2")
