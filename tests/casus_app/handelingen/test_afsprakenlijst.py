"""De lijst van één professional en zijn herinneringen: eigen afspraken, en verder niets."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from icalendar import Calendar

from casus_app import opmaak
from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus
from casus_app.domein.mensen import Professional
from casus_app.handelingen.afspraken import AfsprakenHerinneren
from casus_app.papier import druk, maak_papier
from casus_app.regels import termijnen
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code
from casus_app.werkbank import Werkbank
from tests.bouw import Tafel, een_tafel
from tests.casus_app.opmaak.willekeur import merken, overleggen
from tests.casus_app.papier.lezen import alle_teksten
from tests.casus_app.papier.voorbeeld import ECHT
from tests.nep import GeheugenOpslag, StilleKlok


@settings(max_examples=40, deadline=None)
@given(overleggen())
def test_op_de_lijst_staat_precies_wat_van_deze_persoon_nog_loopt(opslag: GeheugenOpslag) -> None:
    for mens in opslag.zoek(Professional):
        eigen = tuple(termijnen.lopend(opslag, uitvoerder=mens.id))
        mag = {mens.naam}
        for een in eigen:
            mag |= {een.casus, een.wat, een.klaar_als}
        stuk = opmaak.afsprakenlijst(opslag, mens.id, eigen, ECHT)
        assert merken(" ".join(alle_teksten(stuk))) == mag
        agenda = maak_papier(opmaak.herinnering(mens.id, eigen, ECHT)).inhoud.decode()
        assert merken(agenda.replace("\r\n ", "")) == {een.casus for een in eigen}
    druk(stuk)


@pytest.fixture
def tafel() -> Tafel:
    tafel = een_tafel().open().spreek_af().spreek_af("a2", "politie").spreek_af("a3", "politie")
    tafel.werkbank = Werkbank(
        tafel.opslag, StilleKlok(tafel.vandaag), tafel.catalogus, maak_papier
    )
    return tafel


def test_een_herinnering_is_een_hele_dag_met_alleen_de_code(tafel: Tafel) -> None:
    (een, *_) = tafel.opslag.zoek(Afspraak)
    (papier,) = tafel.werkbank.voer_uit(
        AfsprakenHerinneren(professional=een.uitvoerder), gebruiker_met("coordinator"), "wgs"
    ).papieren
    assert papier.naam == f"herinneringen-{een.uitvoerder}.ics"
    (punt, *_) = Calendar.from_ical(papier.inhoud).walk("VEVENT")
    assert {naam: str(punt[naam]) for naam in ("SUMMARY", "CLASS", "TRANSP")} == {
        "SUMMARY": f"Afspraak {een.casus}",
        "CLASS": "PRIVATE",
        "TRANSP": "TRANSPARENT",
    }
    assert punt["DTSTART"].dt == een.uiterlijk
    assert set(punt) == {
        "UID", "DTSTAMP", "DTSTART", "SUMMARY", "TRANSP", "CLASS"
    }  # fmt: skip
    (seintje,) = punt.walk("VALARM")
    assert seintje["TRIGGER"].dt == timedelta(hours=-15)


def test_wat_te_laat_is_komt_vandaag_in_de_agenda(tafel: Tafel) -> None:
    eigen = tuple(termijnen.lopend(tafel.opslag))
    later = date(2030, 1, 1)
    stuk = opmaak.herinnering("x", eigen, opmaak.Opdruk(oefening=False, datum=later))
    assert {dag.op for dag in stuk.dagen} == {later}
    assert len({dag.uid for dag in stuk.dagen}) == len(eigen)


@pytest.mark.parametrize("naam", ["afspraken.lijst", "afspraken.herinneren"])
def test_zonder_open_afspraken_is_er_niets_te_maken(tafel: Tafel, naam: str) -> None:
    for een in tuple(termijnen.lopend(tafel.opslag)):
        assert tafel.probeer(naam, professional=een.uitvoerder) is None
        tafel.doe("afspraak.bijwerken", afspraak=een.id, stand="afgerond")
    for wie in ("politie", "college"):
        tafel.weigert(Code.ONGELDIG, naam, professional=wie)


def test_bij_terugval_komt_in_het_plan_tot_het_afsluiten_het_opnieuw_vraagt() -> None:
    tafel = een_tafel()
    tafel.doe("plan.terugval", bij_terugval="Eerst de buurvrouw bellen.")
    stuk = opmaak.plan(tafel.opslag, tafel.catalogus, "K-1", ECHT)
    assert "Eerst de buurvrouw bellen." in " ".join(alle_teksten(stuk))
    tafel.doe("casus.sluiten", bij_terugval="Iets anders.")
    tafel.weigert(Code.CASUS_AFGESCHERMD, "plan.terugval")
    assert tafel.haal(Casus, "K-1").bij_terugval == "Iets anders."
    tafel.doe("casus.aanmelden", id="K-9")
    tafel.weigert(Code.CASUS_NIET_GEWOGEN, "plan.terugval", casus="K-9")
