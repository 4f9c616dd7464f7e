"""De uitnodiging als agendabestand (.ics): eigen tijden, plaats, en verder niets."""

from datetime import UTC, date, datetime, time

from icalendar import Calendar, Event, Timezone

from casus_app.opmaak.stuk import Agendastuk


def agendabestand(stuk: Agendastuk) -> bytes:
    """Een PUBLISH-bestand met de tijdzone erin; niemand hoeft erop te antwoorden."""
    agenda = Calendar()
    agenda.add("prodid", "-//Casusoverleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    for jaar in sorted({vak.van.year for vak in stuk.tijdvakken})[:1]:
        # De overgangen rond dit jaar; zonder bereik worden het er honderd.
        agenda.add_component(
            Timezone.from_tzid(
                "Europe/Amsterdam", first_date=date(jaar - 1, 1, 1), last_date=date(jaar + 2, 1, 1)
            )
        )
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
