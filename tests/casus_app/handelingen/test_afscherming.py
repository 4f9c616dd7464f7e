"""Afgesloten is afgeschermd; langer bewaren alleen kort en met instemming; weg is weg."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from casus_app.domein.casus import Casus, Fase
from casus_app.domein.waarde import sleutel_van
from casus_app.weigeringen import Code
from tests.bouw import MARKERING, NIET_DE_WGS, Geval, Tafel, een_casus, een_tafel, elk


def dicht() -> Tafel:
    """K-1 is afgesloten; zij staat nog op de agenda van o1, en a0 hoort bij haar."""
    tafel = een_tafel()
    tafel.doe("overleg.plannen", id="o0")
    tafel.doe("overleg.agenderen", overleg="o0")
    tafel.doe("betrokkene.uitnodigen", overleg="o0")
    tafel.doe("bespreking.openen", overleg="o0", aanwezig=["zvh"])
    tafel.doe("afspraak.maken", id="a0", overleg="o0", uitvoerder="zvh")
    tafel.doe("inbreng.vastleggen", id="i0", overleg="o0", inbrenger="zvh")
    tafel.doe("meenemen.niemand", inbreng="i0", door="zvh")
    tafel.doe("bespreking.besluiten", overleg="o0", aanspreekpunt="zvh")
    tafel.doe("bespreking.sluiten", overleg="o0")
    tafel.doe("overleg.plannen", id="o9")
    tafel.doe("toestemming.vastleggen")
    tafel.doe("casus.sluiten")
    return tafel


def heropend(tafel: Tafel) -> object:
    """K-1 gaat weer open."""
    return tafel.doe("casus.heropenen")


MET_AFGESLOTEN_CASUS: dict[str, dict[str, Any]] = {
    "casus.wegen": {},
    "betrokkene.informeren": {},
    "betrokkene.uitstellen": {},
    "betrokkene.uitnodigen": {},
    "betrokkene.niet-uitnodigen": {},
    "toestemming.vastleggen": {"id": "t2"},
    "overleg.agenderen": {"overleg": "o9"},
    "deelname.toelaten": {"professional": "om"},
    "deelname.intrekken": {},
    "bespreking.openen": {},
    "bespreking.doorschuiven": {},
    "plan.maken": {},
    "betrokkene.brief": {},
    "afspraak.bijwerken": {"afspraak": "a0"},
    "casus.sluiten": {},
    "casus.verlengen": {"instemming": ["zvh", "politie"]},
}
"""Wat met een afgesloten casus niet kan, en na heropenen meteen wel."""

AAN_TAFEL: dict[str, dict[str, Any]] = {
    "bespreking.binnenlaten": {},
    "bespreking.uitlaten": {},
    "inbreng.vastleggen": {"id": "i9"},
    "inbreng.schrappen": {"inbreng": "i0"},
    "afspraak.maken": {"id": "a9"},
    "meenemen.toestaan": {"inbreng": "i0", "afspraak": "a0"},
    "meenemen.niemand": {"inbreng": "i0"},
    "bespreking.besluiten": {},
    "bespreking.sluiten": {},
}
"""Wat alleen aan tafel kan; een afgesloten casus ligt daar nooit."""

BLIJFT: dict[str, dict[str, Any]] = {
    "toestemming.intrekken": {},
    "verzoek.registreren": {},
    "inzage.maken": {},
    "toon.casus": {},
    "casus.heropenen": {},
    "casus.vernietigen": {},
}
"""Wat ook bij een afgesloten casus kan: rechten, kijken, heropenen en vernietigen."""


def ingebracht() -> Tafel:
    """De politie en de ggz brachten iets in bij K-1."""
    tafel = een_tafel().open().breng_in().breng_in("i2", "ggz")
    tafel.doe("meenemen.niemand")
    tafel.doe("meenemen.niemand", inbreng="i2", door="ggz")
    return tafel.sluit()


def verlengen(
    zin: str, fout: dict[str, Any], goed: dict[str, Any], klaar: Callable[[], Tafel] = ingebracht
) -> Geval:
    """Een geval van `casus.verlengen`."""
    return Geval(
        zin=zin,
        code=Code.TERMIJN_TE_LANG,
        naam="casus.verlengen",
        klaar=klaar,
        fout={"instemming": ["politie", "ggz"], **fout},
        goed=goed,
    )


GEVALLEN = [
    *(
        Geval(
            zin=f"{naam} kan bij een afgesloten casus pas na heropenen",
            code=Code.CASUS_AFGESCHERMD,
            naam=naam,
            klaar=dicht,
            fout=velden,
            eerst=heropend,
        )
        for naam, velden in MET_AFGESLOTEN_CASUS.items()
    ),
    *(
        verlengen(
            f"een verlenging van {maanden} maanden is te lang onder {kader}",
            {"maanden": maanden},
            {"maanden": 24},
            lambda kader=kader: een_tafel(kader),
        )
        for kader, maanden in (
            ("wgs", 25),
            ("wgs", 36),
            *((kader, 25) for kader in NIET_DE_WGS),
        )
    ),
    verlengen(
        "zonder instemming van ieder die iets inbracht wordt niet verlengd",
        {"instemming": ["politie"]},
        {"instemming": ["politie", "ggz"]},
    ),
    verlengen(
        "instemming van een ander telt niet",
        {"instemming": ["politie", "college"]},
        {"instemming": ["politie", "ggz2"]},
    ),
]


@elk(GEVALLEN)
def test_dit_mag_niet(geval: Geval) -> None:
    geval.weigert()


@elk(GEVALLEN)
def test_met_de_kleinste_verandering_mag_het_wel(geval: Geval) -> None:
    geval.lukt()


@pytest.mark.parametrize("naam", AAN_TAFEL)
def test_een_afgesloten_casus_ligt_nooit_op_tafel(naam: str) -> None:
    dicht().weigert(Code.CASUS_AFGESCHERMD, naam, **AAN_TAFEL[naam])


@pytest.mark.parametrize("naam", BLIJFT)
def test_rechten_en_opruimen_blijven_ook_bij_een_afgesloten_casus(naam: str) -> None:
    dicht().doe(naam, **BLIJFT[naam])


def test_een_afgesloten_casus_staat_een_ander_op_tafel_niet_in_de_weg() -> None:
    tafel = dicht()
    een_casus(tafel, "K-2")
    tafel.doe("bespreking.openen", casus="K-2", aanwezig=["zvh"])


def test_heropenen_begint_de_bewaartermijn_niet_opnieuw() -> None:
    tafel = dicht()
    voor = tafel.haal(Casus, "K-1")
    tafel.doe("klok.zetten", datum=date(2027, 6, 1))
    tafel.doe("casus.heropenen")
    na = tafel.haal(Casus, "K-1")
    assert na.vernietigen_op == voor.vernietigen_op == date(2031, 11, 16)
    assert (na.fase, na.gesloten_op) == (Fase.IN_BEHANDELING, None)


def test_wie_open_is_kan_niet_heropend_worden() -> None:
    een_tafel().weigert(Code.ONGELDIG, "casus.heropenen")


def test_verlengen_telt_op_bij_de_oude_datum() -> None:
    tafel = ingebracht()
    antwoord = tafel.doe("casus.verlengen", maanden=24, instemming=["politie", "ggz"])
    assert antwoord == {"vernietigen_op": date(2033, 11, 16)}


def test_wie_alleen_geschrapte_inbreng_had_hoeft_niet_in_te_stemmen() -> None:
    tafel = een_tafel().open().breng_in().breng_in("i2", "ggz")
    tafel.doe("inbreng.schrappen", inbreng="i2")
    tafel.doe("meenemen.niemand")
    tafel.sluit()
    tafel.doe("casus.verlengen", instemming=["politie"])


def test_ook_na_de_vaststelling_stemt_in_wie_iets_inbracht() -> None:
    tafel = ingebracht().stel_vast()
    tafel.weigert(Code.TERMIJN_TE_LANG, "casus.verlengen", instemming=["politie"])


def test_van_een_vernietigde_casus_blijft_niets() -> None:
    tafel = een_tafel()
    een_casus(tafel, "K-2")
    anders = _verwijst_naar(tafel, "K-2")
    tafel.doe("toestemming.vastleggen")
    tafel.doe("verzoek.registreren")
    tafel.open().breng_in().spreek_af()
    tafel.doe("meenemen.toestaan", voorwaarden=MARKERING)
    tafel.sluit()
    tafel.doe("casus.verlengen", instemming=["politie"])
    tafel.doe("casus.sluiten")
    tafel.doe("casus.vernietigen")
    assert _verwijst_naar(tafel, "K-1", "i1", "a1", "t1", "v1") == []
    assert _verwijst_naar(tafel, "K-2") == anders
    for naam in ("toon.casus", "casus.heropenen", "casus.vernietigen", "inzage.maken"):
        tafel.weigert(Code.ONBEKEND, naam)


def _verwijst_naar(tafel: Tafel, *sleutels: str) -> list[tuple[str, ...]]:
    """De sleutels van alles waarin een van deze aanduidingen voorkomt."""
    return [
        sleutel_van(waarde)  # type: ignore[type-var]
        for plank in tafel.opslag.waarden.values()
        for waarde in plank.values()
        if any(f"'{sleutel}'" in repr(waarde) for sleutel in sleutels)
    ]
