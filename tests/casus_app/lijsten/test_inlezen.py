"""Inlezen is één handeling: alles wat het voorbeeld zegt, in één transactie, of niets."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casus_app.domein.mensen import Partij, Professional
from casus_app.domein.tekst import zegt_iets
from casus_app.domein.waarde import Waarde
from casus_app.fouten import OpslagFout
from casus_app.handelingen import HANDELINGEN, SCHERMHANDELINGEN, Handeling
from casus_app.handelingen.inrichting import PartijRegistreren, ProfessionalRegistreren
from casus_app.handelingen.lijsten import MensenInlezen
from casus_app.lijsten import Kolom, Regel, lees
from casus_app.poorten import Logregel, Wijziging
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from casus_app.werkbank import Uitkomst, Werkbank
from tests.casus_app.lijsten.omgeving import CATALOGUS, SOORTEN, als, kijk, veertig
from tests.casus_app.lijsten.teksten import teksten
from tests.nep import GeheugenOpslag, StilleKlok


@dataclass
class TellendeOpslag(GeheugenOpslag):
    """Telt hoe vaak er iets wordt vastgelegd, en kan de laatste wijziging laten mislukken."""

    keren: list[int] = field(default_factory=list)
    stuk: bool = False

    def leg_vast(
        self, wijzigingen: Sequence[Wijziging[Waarde]], regel: Logregel, **verder: Any
    ) -> str:
        self.keren.append(len(wijzigingen))
        if self.stuk:
            raise OpslagFout("De schijf is vol. Maak ruimte en probeer het opnieuw.")
        return super().leg_vast(wijzigingen, regel, **verder)


def lees_in(opslag: GeheugenOpslag, *regels: Regel, als: str = "coordinator") -> Uitkomst:
    return doe(opslag, MensenInlezen.van(regels), als)


def doe(opslag: GeheugenOpslag, handeling: Handeling, als: str = "coordinator") -> Uitkomst:
    werkbank = Werkbank(opslag, StilleKlok(), CATALOGUS, lambda uitgave: pytest.fail(uitgave.naam))
    return werkbank.voer_uit(handeling, gebruiker_met(als), "wgs")


@pytest.mark.parametrize("soort", SOORTEN)
def test_veertig_mensen_in_een_transactie(soort: str) -> None:
    opslag = TellendeOpslag()
    uitkomst = lees_in(opslag, *lees("mensen", als(soort, veertig())).regels)
    assert opslag.keren == [48]
    assert uitkomst.antwoord == {
        "nieuwe_partijen": 8,
        "nieuwe_professionals": 40,
        "bijgewerkt": 0,
    }
    mensen = opslag.zoek(Professional)
    assert [mens.id for mens in mensen] == [f"M-{nr:03}" for nr in range(1, 41)]
    assert len(opslag.zoek(Partij)) == 8
    artsen = opslag.zoek(Professional, partij=opslag.zoek(Partij, soort="huisarts")[0].id)
    assert [mens.geheimhouding_op for mens in artsen] == [date(2026, 11, d) for d in range(1, 6)]


def test_het_logboek_noemt_het_aantal_en_niemand() -> None:
    opslag = GeheugenOpslag()
    lees_in(opslag, *lees("mensen", als("csv", veertig())).regels)
    (regel,) = opslag.regels
    assert (regel.handeling, regel.uitkomst, regel.aantal) == ("mensen.inlezen", "gelukt", 48)
    assert "Mens" not in repr(regel)


def test_nog_eens_inlezen_verandert_niets() -> None:
    opslag = GeheugenOpslag()
    regels = lees("mensen", als("csv", veertig())).regels
    lees_in(opslag, *regels)
    voor = {soort: dict(plank) for soort, plank in opslag.waarden.items()}
    uitkomst = lees_in(opslag, *regels)
    assert uitkomst.wijzigingen == ()
    assert opslag.waarden == voor
    assert opslag.regels[-1].aantal == 0


def test_een_fout_in_de_laatste_regel_schrijft_niets() -> None:
    opslag = GeheugenOpslag()
    *goed, laatste = lees("mensen", als("csv", veertig())).regels
    with pytest.raises(Weigering) as weigering:
        lees_in(opslag, *goed, replace(laatste, email="geen adres"))
    assert weigering.value.code is Code.ONGELDIG
    assert weigering.value.melding.startswith("Regel 41, kolom 'e-mail': ")
    assert not any(opslag.waarden.values())
    assert [(regel.uitkomst, regel.aantal) for regel in opslag.regels] == [("geweigerd", None)]


def test_bij_meer_fouten_zegt_de_weigering_hoeveel() -> None:
    fout = Regel(nr=2, partij="A", soort="?", naam="B", functie="C", email="D")
    with pytest.raises(Weigering, match=r"Er is nog 1 meer\.$"):
        lees_in(GeheugenOpslag(), fout)
    with pytest.raises(Weigering, match=r"Er zijn nog 2 meer\.$"):
        lees_in(GeheugenOpslag(), replace(fout, verklaring="ooit"))


def test_een_volle_schijf_laat_niets_half_achter() -> None:
    opslag = TellendeOpslag(stuk=True)
    with pytest.raises(OpslagFout):
        lees_in(opslag, *lees("mensen", als("csv", veertig())).regels)
    assert not any(opslag.waarden.values())


@pytest.mark.parametrize("regels", [(), (Regel(nr=2), Regel(nr=3, partij=" "))])
def test_een_lijst_zonder_mensen_wordt_geweigerd(regels: tuple[Regel, ...]) -> None:
    with pytest.raises(Weigering, match="staat niemand"):
        lees_in(GeheugenOpslag(), *regels)


@pytest.mark.parametrize("rol", ["voorzitter", "fg", "beheerder"])
def test_wie_geen_mensen_mag_registreren_mag_ze_ook_niet_inlezen(rol: str) -> None:
    opslag = GeheugenOpslag()
    with pytest.raises(Weigering) as weigering:
        lees_in(opslag, *lees("mensen", als("csv", veertig())).regels, als=rol)
    assert weigering.value.code is Code.ROL_NIET_BEVOEGD
    assert not any(opslag.waarden.values())


def test_een_onleesbaar_teken_in_een_regel_wordt_geweigerd() -> None:
    with pytest.raises(Weigering, match="onleesbaar teken"):
        lees_in(GeheugenOpslag(), Regel(nr=2, partij="A\0", soort="om"))


def test_de_handeling_is_van_het_scherm_en_geen_stap_van_een_draaiboek() -> None:
    assert SCHERMHANDELINGEN["mensen.inlezen"] is MensenInlezen
    assert "mensen.inlezen" not in HANDELINGEN


_email = st.one_of(teksten, teksten.map(lambda tekst: f"{tekst}@x.nl"))
_soort = st.one_of(teksten, st.sampled_from(sorted(CATALOGUS.soorten)))


@given(partij=teksten, soort=_soort, naam=teksten, functie=teksten, email=_email)
@settings(derandomize=True, database=None, deadline=None, max_examples=150)
def test_een_lijst_laat_door_wat_het_formulier_doorlaat_en_niets_anders(
    partij: str, soort: str, naam: str, functie: str, email: str
) -> None:
    """Dezelfde partij en mens, een keer door het formulier en een keer uit een lijst."""
    regel = Regel(nr=2, partij=partij, soort=soort, naam=naam, functie=functie, email=email)
    op_formulier = GeheugenOpslag()
    uitkomst = kijk(regel, opslag=GeheugenOpslag())
    gekend = uitkomst.partijen[0].soort if uitkomst.partijen else soort
    stappen = (
        PartijRegistreren(id="P-001", soort=gekend, naam=regel.cel(Kolom.PARTIJ)),
        ProfessionalRegistreren(
            id="M-001",
            partij="P-001",
            naam=regel.cel(Kolom.NAAM),
            functie=regel.cel(Kolom.FUNCTIE),
            email=regel.cel(Kolom.EMAIL),
        ),
    )
    try:
        for stap in stappen:
            doe(op_formulier, stap)
    except Weigering:
        assert uitkomst.fouten or not zegt_iets(naam + functie + email)
    else:
        uit_lijst = GeheugenOpslag()
        lees_in(uit_lijst, regel)
        assert uit_lijst.waarden == op_formulier.waarden
