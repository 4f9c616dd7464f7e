"""De uitnodiging als agendabestand (.ics): eigen tijden, plaats, en verder niets."""

from datetime import UTC, datetime, time, timedelta

from icalendar import Calendar, Event, Timezone, TimezoneDaylight, TimezoneStandard

from casus_app.opmaak.stuk import Agendastuk

_ZONE = "Europe/Amsterdam"
_WINTER, _ZOMER = timedelta(hours=1), timedelta(hours=2)


def agendabestand(stuk: Agendastuk) -> bytes:
    """Een PUBLISH-bestand met de tijdzone erin; niemand hoeft erop te antwoorden."""
    agenda = Calendar()
    agenda.add("prodid", "-//Casusoverleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    agenda.add_component(_tijdzone())
    for vak in stuk.tijdvakken:
        punt = Event()
        punt.add("uid", vak.uid)
        punt.add("dtstamp", datetime.combine(stuk.opdruk.datum, time(), UTC))
        punt.add("dtstart", vak.van)
        punt.add("dtend", vak.tot)
        punt.add("summary", f"OEFENING {stuk.titel}" if stuk.opdruk.oefening else stuk.titel)
        punt.add("location", stuk.plaats)
        punt.add("class", "PRIVATE")
        agenda.add_component(punt)
    return bytes(agenda.to_ical())


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
