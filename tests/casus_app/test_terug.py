"""Ongedaan maken en opnieuw doen, tegen een gewone lijst van standen."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.catalogus import laad
from casus_app.handelingen.inrichting import (
    GeheimhoudingOndertekenen,
    InstellingInrichten,
    PartijRegistreren,
    ProfessionalRegistreren,
)
from casus_app.poorten import Papier
from casus_app.rollen import gebruiker_met
from casus_app.terug import STAPPEN_HOOGSTENS
from casus_app.weigeringen import Code, Weigering
from casus_app.werkbank import Werkbank
from tests.nep import GeheugenOpslag, StilleKlok

COORDINATOR = gebruiker_met("coordinator")
HUIS = InstellingInrichten(
    naam="Huis", verantwoordelijke="wij", contactpunt="hier", fg="fg@huis.example"
)


def _werkbank() -> Werkbank:
    return Werkbank(GeheugenOpslag(), StilleKlok(), laad(), lambda u: Papier(u.naam, b""))


def _partij(nummer: int) -> PartijRegistreren:
    return PartijRegistreren(id=f"P-{nummer}", soort="politie", naam=f"Partij {nummer}")


def _stand(werkbank: Werkbank) -> dict[str, str]:
    opslag = werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    return {repr(soort): repr(plank) for soort, plank in opslag.waarden.items() if plank}


@settings(max_examples=60, deadline=None, database=None)
@given(st.lists(st.sampled_from(["doe", "ongedaan", "opnieuw"]), max_size=25))
def test_ongedaan_en_opnieuw_gaan_als_een_lijst_van_standen(acties: list[str]) -> None:
    werkbank = _werkbank()
    standen, plek, nummer = [_stand(werkbank)], 0, 0
    for actie in acties:
        if actie == "doe":
            nummer += 1
            werkbank.voer_uit(_partij(nummer), COORDINATOR, "wgs")
            standen = [*standen[: plek + 1], _stand(werkbank)]
            plek += 1
        elif actie == "ongedaan":
            gelukt = werkbank.maak_ongedaan(COORDINATOR)
            assert (gelukt is not None) == (plek > 0)
            plek -= plek > 0
        else:
            gelukt = werkbank.doe_opnieuw(COORDINATOR)
            assert (gelukt is not None) == (plek < len(standen) - 1)
            plek += plek < len(standen) - 1
        assert _stand(werkbank) == standen[plek]


def test_een_feit_maakt_de_stapels_leeg() -> None:
    werkbank = _werkbank()
    werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    werkbank.voer_uit(HUIS, COORDINATOR, "wgs")
    assert werkbank.terug.ongedaan is None
    assert werkbank.maak_ongedaan(COORDINATOR) is None


def test_een_weigering_laat_de_stapels_staan() -> None:
    werkbank = _werkbank()
    werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    with pytest.raises(Weigering):
        werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    assert werkbank.terug.ongedaan is not None
    assert werkbank.terug.ongedaan.handeling == "partij.registreren"


def test_wijzigen_van_wat_er_al_was_komt_precies_terug() -> None:
    werkbank = _werkbank()
    werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    mens = ProfessionalRegistreren(id="M-1", partij="P-1", naam="Iemand", functie="agent")
    werkbank.voer_uit(mens, COORDINATOR, "wgs")
    ervoor = _stand(werkbank)
    getekend = GeheimhoudingOndertekenen(professional="M-1", datum=date(2026, 11, 1))
    werkbank.voer_uit(getekend, COORDINATOR, "wgs")
    werkbank.maak_ongedaan(COORDINATOR)
    assert _stand(werkbank) == ervoor


def test_ongedaan_maken_staat_zelf_in_het_logboek() -> None:
    werkbank = _werkbank()
    werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    werkbank.maak_ongedaan(COORDINATOR)
    opslag = werkbank.opslag
    assert isinstance(opslag, GeheugenOpslag)
    assert [(r.handeling, r.code) for r in opslag.regels] == [
        ("partij.registreren", ""),
        ("handeling.ongedaan", "partij.registreren"),
    ]


def test_wie_iets_niet_mag_doen_mag_het_ook_niet_ongedaan_maken() -> None:
    werkbank = _werkbank()
    werkbank.voer_uit(_partij(1), COORDINATOR, "wgs")
    with pytest.raises(Weigering) as weigering:
        werkbank.maak_ongedaan(gebruiker_met("fg"))
    assert weigering.value.code is Code.ROL_NIET_BEVOEGD
    assert werkbank.maak_ongedaan(COORDINATOR) is not None


def test_er_worden_niet_meer_stappen_onthouden_dan_afgesproken() -> None:
    werkbank = _werkbank()
    for nummer in range(STAPPEN_HOOGSTENS + 5):
        werkbank.voer_uit(_partij(nummer), COORDINATOR, "wgs")
    keren = 0
    while werkbank.maak_ongedaan(COORDINATOR):
        keren += 1
    assert keren == STAPPEN_HOOGSTENS
