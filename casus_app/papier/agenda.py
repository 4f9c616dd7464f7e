"""De uitnodiging als agendabestand (.ics): eigen tijden, plaats, en verder niets."""

from datetime import UTC, datetime, time

from casus_app.opmaak.stuk import Agendastuk


def agendabestand(stuk: Agendastuk) -> bytes:
    """Een PUBLISH-bestand met de tijdzone erin; niemand hoeft erop te antwoorden."""
    from icalendar import Calendar, Event, Timezone  # noqa: PLC0415  # een start zonder papier blijft kort

    agenda = Calendar()
    agenda.add("prodid", "-//Casusoverleg//NL")
    agenda.add("version", "2.0")
    agenda.add("method", "PUBLISH")
    if stuk.tijdvakken:
        jaar = stuk.tijdvakken[0].van.date()
        agenda.add_component(
            Timezone.from_tzid("Europe/Amsterdam", first_date=jaar, last_date=jaar)
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
