"""Hoe men iemand veilig bereikt: te bekijken met een logregel, en verder nergens te vinden."""

import pytest

from casus_app.domein.casus import VeiligContact
from casus_app.handelingen.contact import BetrokkeneVeiligContact, VeiligContactBekijken
from casus_app.handelingen.overgang import CasusUitvoeren
from casus_app.rollen import MAG, Gebruikersrol, gebruiker_met
from casus_app.weigeringen import Code, Weigering
from tests.bouw import Tafel, een_tafel, een_volle_tafel

HOE = "Alleen via haar zus, dinsdag na tienen."


def schrijf(tafel: Tafel, hoe: str = HOE, als: str = "coordinator", casus: str = "K-1") -> None:
    handeling = BetrokkeneVeiligContact(casus=casus, hoe=hoe)
    tafel.werkbank.voer_uit(handeling, gebruiker_met(als), tafel.kader)


def bekijk(tafel: Tafel, als: str = "coordinator") -> str:
    handeling = VeiligContactBekijken(casus="K-1")
    uitkomst = tafel.werkbank.voer_uit(handeling, gebruiker_met(als), tafel.kader)
    return str(uitkomst.antwoord["veilig_contact"])


def test_wie_kijkt_leest_het_en_staat_zonder_de_tekst_in_het_logboek() -> None:
    tafel = een_tafel()
    schrijf(tafel)
    assert bekijk(tafel) == HOE
    regel = tafel.opslag.regels[-1]
    assert (regel.handeling, regel.uitkomst) == ("veilig-contact.bekijken", "gelukt")
    assert HOE not in repr(tafel.opslag.regels)


def test_een_lege_tekst_haalt_het_weg() -> None:
    tafel = een_tafel()
    schrijf(tafel)
    schrijf(tafel, hoe="  ")
    assert tafel.opslag.zoek(VeiligContact) == ()
    with pytest.raises(Weigering) as nee:
        bekijk(tafel)
    assert nee.value.code is Code.ONGELDIG


@pytest.mark.parametrize("rol", Gebruikersrol)
def test_alleen_wie_overlegt_mag_het_zien_en_opschrijven(rol: Gebruikersrol) -> None:
    tafel = een_tafel()
    schrijf(tafel)
    for doe in (lambda: bekijk(tafel, rol), lambda: schrijf(tafel, als=rol)):
        if rol in MAG["veilig-contact.bekijken"]:
            doe()
        else:
            with pytest.raises(Weigering) as nee:
                doe()
            assert nee.value.code is Code.ROL_NIET_BEVOEGD
    assert Gebruikersrol.FG not in MAG["veilig-contact.bekijken"]


def test_geen_andere_handeling_laat_het_zien_of_geeft_het_mee() -> None:
    tafel = een_volle_tafel()
    schrijf(tafel)
    for naam, velden in (
        ("toon.casus", {"casus": "K-1"}),
        ("toon.overleg", {"overleg": "o1"}),
        ("toon.bespreking", {"overleg": "o1", "casus": "K-1"}),
    ):
        assert HOE not in repr(tafel.doe(naam, **velden))


def test_het_gaat_niet_mee_in_het_bestand_van_de_hele_casus() -> None:
    tafel = een_tafel()
    schrijf(tafel)
    uit = CasusUitvoeren(casus="K-1", ontvanger="een ander huis", reden="verhuisd")
    uitkomst = tafel.werkbank.voer_uit(uit, gebruiker_met("coordinator"), tafel.kader)
    assert uitkomst.papieren
    assert all(HOE.encode() not in papier.inhoud for papier in uitkomst.papieren)
