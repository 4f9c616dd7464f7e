"""Agendabestanden (.ics): de uitnodiging met eigen tijden, en herinneringen aan afspraken."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Alarm, Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from casus_app.opmaak.stuk import Agendadag, Agendastuk, Herinneringstuk, Tijdvak

_ZONE = "Europe/Amsterdam"
_WINTER, _ZOMER = timedelta(hours=1), timedelta(hours=2)
_OCHTEND_ERVOOR = timedelta(hours=-15)
"""Om negen uur de dag ervoor; een hele dag begint om middernacht."""


def agendabestand(stuk: Agendastuk) -> bytes:
    """Een PUBLISH-bestand met de tijdzone erin; niemand hoeft erop te antwoorden.

    Is er niets meer over, dan een CANCEL (RFC 5546 3.2.5); valt één tijd weg, dan staat die er met
    STATUS:CANCELLED in, want een bestand heeft maar één METHOD.
    """
    alles_weg = bool(stuk.vervallen) and not stuk.tijdvakken
    agenda = Calendar()
    agenda.add("prodid", "-//Casusoverleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "CANCEL" if alles_weg else "PUBLISH")
    agenda.add_component(_tijdzone())
    for vak in (*stuk.tijdvakken, *stuk.vervallen):
        agenda.add_component(_punt(stuk, vak, weg=vak in stuk.vervallen))
    return bytes(agenda.to_ical())


def herinneringen(stuk: Herinneringstuk) -> bytes:
    """Een PUBLISH-bestand met hele dagen, die niemand als bezet laten zien."""
    agenda = Calendar()
    agenda.add("prodid", "-//Casusoverleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    for dag in stuk.dagen:
        agenda.add_component(_hele_dag(stuk, dag))
    return bytes(agenda.to_ical())


def _hele_dag(stuk: Herinneringstuk, dag: Agendadag) -> Event:
    titel = f"OEFENING {dag.titel}" if stuk.opdruk.oefening else dag.titel
    punt, seintje = Event(), Alarm()
    punt.add("uid", dag.uid)
    punt.add("dtstamp", datetime.combine(stuk.opdruk.datum, time(), UTC))
    punt.add("dtstart", dag.op)
    punt.add("summary", titel)
    punt.add("transp", "TRANSPARENT")
    punt.add("class", "PRIVATE")
    seintje.add("action", "DISPLAY")
    seintje.add("description", titel)
    seintje.add("trigger", _OCHTEND_ERVOOR)
    punt.add_component(seintje)
    return punt


def _punt(stuk: Agendastuk, vak: Tijdvak, *, weg: bool) -> Event:
    titel = f"VERVALLEN {stuk.titel}" if weg else stuk.titel
    punt = Event()
    punt.add("uid", vak.uid)
    punt.add("sequence", stuk.volgnummer)
    punt.add("dtstamp", datetime.combine(stuk.opdruk.datum, time(), UTC))
    punt.add("dtstart", vak.van)
    punt.add("dtend", vak.tot)
    punt.add("summary", f"OEFENING {titel}" if stuk.opdruk.oefening else titel)
    punt.add("location", stuk.plaats)
    punt.add("class", "PRIVATE")
    if weg:
        punt.add("status", "CANCELLED")
    return punt


def _tijdzone() -> Timezone:
    """De regel die sinds 1996 geldt: laatste zondag van maart en van oktober, om 1 uur UTC.

    `Timezone.from_tzid` van icalendar 7.3 zet het begin van de zomertijd een uur te laat (3 uur
    in plaats van 2 uur op de klok van ervoor), daarom met de hand.
    """
    zone = Timezone()
    zone.add("tzid", _ZONE)
    delen = (
        (TimezoneDaylight(), "CEST", _WINTER, _ZOMER, (1996, 3, 31, 2)),
        (TimezoneStandard(), "CET", _ZOMER, _WINTER, (1996, 10, 27, 3)),
    )
    for deel, naam, van, naar, begin in delen:
        deel.add("tzname", naam)
        deel.add("tzoffsetfrom", van)
        deel.add("tzoffsetto", naar)
        deel.add("dtstart", datetime(*begin))  # noqa: DTZ001  # de zone zelf kent geen zone
        deel.add("rrule", {"freq": "yearly", "bymonth": begin[1], "byday": "-1SU"})
        zone.add_component(deel)
    return zone
