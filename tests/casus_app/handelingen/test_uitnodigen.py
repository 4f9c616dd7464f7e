"""Uitnodigingen: wie iets te horen heeft, en dat er nooit meer in staat dan de eigen tijden."""

from datetime import datetime
from typing import Any

import pytest
from icalendar import Calendar

from casus_app.domein.overleg import Overleg, Verzending
from casus_app.handelingen.uitnodigen import OverlegNazenden, OverlegUitnodigen
from casus_app.handelingen.volgorde import OverlegPauzeren
from casus_app.papier import maak_papier
from casus_app.poorten import Papier
from casus_app.regels.uitnodigen import Nieuws, genodigden
from casus_app.rollen import gebruiker_met
from casus_app.weigeringen import Code, Weigering
from casus_app.werkbank import Werkbank
from tests.bouw import MARKERING, Tafel, een_casus, een_tafel
from tests.casus_app.papier.lezen import met_poppler, tekst
from tests.nep import StilleKlok

WIJ = gebruiker_met("coordinator")


@pytest.fixture
def tafel() -> Tafel:
    """Drie casussen vanaf negen uur; om zit alleen bij de laatste, met echte papieren."""
    tafel = een_tafel()
    for casus in ("K-2", "K-3"):
        een_casus(tafel, casus)
    tafel.doe("deelname.toelaten", professional="om", casus="K-3")
    tafel.werkbank = Werkbank(
        tafel.opslag, StilleKlok(tafel.vandaag), tafel.catalogus, maak_papier, oefening=True
    )
    return tafel


def stuur(tafel: Tafel, *, alles: bool = False) -> dict[str, Papier]:
    handeling: Any = (OverlegUitnodigen if alles else OverlegNazenden)(overleg="o1")
    papieren = tafel.werkbank.voer_uit(handeling, WIJ, tafel.kader).papieren
    return {papier.naam: papier for papier in papieren}


def pauzeer(tafel: Tafel, plek: int, minuten: int) -> None:
    handeling = OverlegPauzeren(overleg="o1", plek=plek, minuten=minuten)
    tafel.werkbank.voer_uit(handeling, WIJ, tafel.kader)


def nieuws(tafel: Tafel) -> dict[str, str]:
    gevonden = genodigden(tafel.opslag, tafel.haal(Overleg, "o1"), tafel.vandaag)
    return {wie.professional: wie.nieuws for wie in gevonden}


def agenda(papieren: dict[str, Papier], naam: str) -> tuple[str, list[Any]]:
    gelezen = Calendar.from_ical(papieren[naam].inhoud)
    return str(gelezen["METHOD"]), gelezen.walk("VEVENT")


def test_de_eerste_keer_is_iedereen_nieuw_en_daarna_weet_iedereen_het(tafel: Tafel) -> None:
    assert set(nieuws(tafel).values()) == {Nieuws.NIEUW}
    papieren = stuur(tafel)
    assert "uitnodiging-o1-om.pdf" in papieren
    assert set(nieuws(tafel).values()) == {Nieuws.ONGEWIJZIGD}
    with pytest.raises(Weigering) as gevangen:
        stuur(tafel)
    assert gevangen.value.code is Code.ONGELDIG


def test_alleen_wie_een_andere_tijd_kreeg_hoort_het_met_was_en_is(tafel: Tafel) -> None:
    eerst = stuur(tafel, alles=True)
    pauzeer(tafel, 2, 10)
    assert nieuws(tafel) == {
        "zvh": Nieuws.GEWIJZIGD,
        "om": Nieuws.GEWIJZIGD,
        "politie": Nieuws.ONGEWIJZIGD,
        "college": Nieuws.ONGEWIJZIGD,
        "ggz": Nieuws.ONGEWIJZIGD,
    }
    papieren = stuur(tafel)
    assert {naam for naam in papieren if naam.endswith(".pdf")} == {
        "uitnodiging-o1-zvh.pdf",
        "uitnodiging-o1-om.pdf",
    }
    _, (was,) = agenda(eerst, "uitnodiging-o1-om.ics")
    soort, (nu,) = agenda(papieren, "uitnodiging-o1-om.ics")
    assert soort == "PUBLISH"
    assert was["UID"] == nu["UID"]
    assert (was["SEQUENCE"], nu["SEQUENCE"]) == (0, 1)
    assert nu.decoded("DTSTART").replace(tzinfo=None) == datetime(2026, 11, 24, 9, 50)  # noqa: DTZ001 (de klok aan de muur)


@met_poppler
def test_het_blad_zegt_in_woorden_wat_er_veranderde_en_niets_over_een_casus(
    tafel: Tafel,
) -> None:
    stuur(tafel)
    pauzeer(tafel, 2, 10)
    gelezen = tekst(stuur(tafel)["uitnodiging-o1-om.pdf"].inhoud)
    assert "Was 09:40 tot 10:00, is nu 09:50 tot 10:10." in gelezen
    assert "K-" not in gelezen
    # De naam van de partij, de professional en de plaats zijn hier hetzelfde merk; elk één keer.
    assert gelezen.count(MARKERING) == 3


def test_wie_niet_meer_nodig_is_krijgt_een_afzegging_die_uit_de_agenda_gaat(
    tafel: Tafel,
) -> None:
    eerst = stuur(tafel)
    tafel.doe("deelname.intrekken", casus="K-3", professional="om")
    assert nieuws(tafel)["om"] is Nieuws.VERVALLEN
    papieren = stuur(tafel)
    assert set(papieren) == {"afzegging-o1-om.pdf", "afzegging-o1-om.ics"}
    _, (was,) = agenda(eerst, "uitnodiging-o1-om.ics")
    soort, (weg,) = agenda(papieren, "afzegging-o1-om.ics")
    assert soort == "CANCEL"
    assert (weg["UID"], weg["STATUS"], weg["SEQUENCE"]) == (was["UID"], "CANCELLED", 1)
    assert "om" not in nieuws(tafel), "wie is afgezegd komt niet terug in de lijst"


def test_wie_na_een_afzegging_toch_nodig_is_krijgt_een_hoger_volgnummer(tafel: Tafel) -> None:
    stuur(tafel)
    tafel.doe("deelname.intrekken", casus="K-3", professional="om")
    stuur(tafel)
    tafel.doe("deelname.toelaten", casus="K-3", professional="om")
    assert nieuws(tafel)["om"] is Nieuws.NIEUW
    soort, (weer,) = agenda(stuur(tafel), "uitnodiging-o1-om.ics")
    assert (soort, weer["SEQUENCE"]) == ("PUBLISH", 2)


def test_een_tijd_die_wegvalt_staat_vervallen_in_dezelfde_agenda(tafel: Tafel) -> None:
    pauzeer(tafel, 1, 10)
    _, eerst = agenda(stuur(tafel), "uitnodiging-o1-zvh.ics")
    pauzeer(tafel, 1, 0)
    soort, nu = agenda(stuur(tafel), "uitnodiging-o1-zvh.ics")
    assert soort == "PUBLISH"
    assert [punt["UID"] for punt in nu] == [punt["UID"] for punt in eerst]
    assert [punt.get("STATUS") for punt in nu] == [None, "CANCELLED"]


def test_iedereen_opnieuw_geeft_gelijke_papieren_en_zegt_niemand_af(tafel: Tafel) -> None:
    eerst = stuur(tafel, alles=True)
    weer = stuur(tafel, alles=True)
    namen = {naam for naam in eerst if naam.endswith(".ics")}
    assert {naam: eerst[naam].inhoud for naam in namen} == {
        naam: weer[naam].inhoud for naam in namen
    }
    tafel.doe("deelname.intrekken", casus="K-3", professional="om")
    assert set(stuur(tafel, alles=True)) == set(eerst) - {
        "uitnodiging-o1-om.pdf",
        "uitnodiging-o1-om.ics",
    }
    assert nieuws(tafel)["om"] is Nieuws.VERVALLEN, "de afzegging moet nog"


def test_een_verzending_noemt_geen_casus_en_gaat_weg_bij_het_vaststellen(tafel: Tafel) -> None:
    stuur(tafel)
    assert "K-" not in repr(tafel.opslag.zoek(Verzending))
    for casus in ("K-1", "K-2", "K-3"):
        tafel.doe("bespreking.doorschuiven", casus=casus)
    tafel.doe("overleg.vaststellen")
    assert tafel.opslag.zoek(Verzending) == ()


def test_wie_niet_voorbereidt_mag_niets_versturen(tafel: Tafel) -> None:
    for handeling in (OverlegUitnodigen(overleg="o1"), OverlegNazenden(overleg="o1")):
        with pytest.raises(Weigering) as gevangen:
            tafel.werkbank.voer_uit(handeling, gebruiker_met("voorzitter"), tafel.kader)
        assert gevangen.value.code is Code.ROL_NIET_BEVOEGD
