"""Het agendabestand klopt voor andere programma's en zegt niets over een casus."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from casus_app import opmaak
from casus_app.papier import maak_papier
from tests.casus_app.papier.voorbeeld import ECHT, OPDRUK, weekoverleg

AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def agenda(opdruk: opmaak.Opdruk = ECHT, wie: str = "nazorg") -> bytes:
    return maak_papier(opmaak.agendapunt(weekoverleg(), "wk48", wie, opdruk)).inhoud


def test_een_ander_leest_de_eigen_tijd():
    gelezen = Calendar.from_ical(agenda())
    assert gelezen["METHOD"] == "PUBLISH"
    (punt,) = gelezen.walk("VEVENT")
    assert punt.decoded("DTSTART") == datetime(2026, 11, 24, 9, 30, tzinfo=AMSTERDAM)
    assert punt.decoded("DTEND") - punt.decoded("DTSTART") == timedelta(minutes=20)
    assert punt["SUMMARY"] == "Casusoverleg"
    assert punt["LOCATION"] == "Vergaderkamer 2, Waalkade 10"


def test_er_staat_niemand_en_geen_casus_in():
    tekst = agenda().decode()
    for woord in ("ATTENDEE", "ORGANIZER", "DESCRIPTION", "K-26", "Timmer", "nazorg", "wk48"):
        assert woord not in tekst


def test_een_oefening_heet_ook_in_de_agenda_een_oefening():
    assert b"SUMMARY:OEFENING Casusoverleg" in agenda(OPDRUK)


def test_twee_keer_maken_geeft_dezelfde_bytes():
    assert agenda() == agenda()


def test_zonder_tijd_is_het_een_lege_agenda():
    assert not Calendar.from_ical(agenda(wie="officier")).walk("VEVENT")


@pytest.mark.parametrize(
    ("moment", "uren"),
    [
        ((2026, 3, 29, 1, 59), 1),
        ((2026, 3, 29, 3, 0), 2),
        ((2026, 10, 25, 1, 59), 2),
        ((2026, 10, 25, 3, 0), 1),
        ((2031, 7, 1), 2),
        ((2031, 1, 1), 1),
    ],
)
def test_de_tijdzone_in_het_bestand_kent_zomer_en_winter(moment, uren):
    (zone,) = Calendar.from_ical(agenda()).walk("VTIMEZONE")
    muur = datetime(*moment)  # noqa: DTZ001  # de tijd op de klok aan de muur
    verschil = zone.to_tz(lookup_tzid=False).utcoffset(muur)
    assert verschil == timedelta(hours=uren)
