"""The requests as lines, and the casussen whose betrokkene does not know yet."""

from collections.abc import Iterator
from datetime import date

from casus_app.domein.casus import Casus, Informering
from casus_app.domein.verzoek import Verzoek
from ui.session import Session
from ui.texts import away, counted, plain_day, sentence, word
from ui.widgets.lines import Item
from ui.widgets.plain_label import Tone

WAITING = "uitstel:"
"""Before the code of a casus: this line is about telling the betrokkene."""


def postponed(session: Session) -> list[Informering]:
    """Postponed on a ground of the law, and still not told; the first to look at again first."""
    open_ = {casus.id for casus in session.zoek(Casus) if not casus.afgeschermd}
    found = [
        one
        for one in session.zoek(Informering, geinformeerd_op=None)
        if one.grond and one.casus in open_
    ]
    return sorted(found, key=lambda one: one.heroverwegen_op or date.max)


def state(verzoek: Verzoek, today: date) -> tuple[str, Tone]:
    """How it stands, in a shape and words."""
    if verzoek.afgehandeld_op is not None:
        return "✓ afgehandeld", "good"
    return near(verzoek.uiterlijk, today)


def near(when: date, today: date) -> tuple[str, Tone]:
    """How far off the last day is."""
    text = away(when, today)
    if when < today:
        return f"▲ {text}", "bad"
    return (f"● {text}", "warn") if when == today else (f"○ {text}", "")


def items(session: Session, today: date) -> Iterator[Item]:
    """What waits, what is postponed, what is done."""
    all_ = session.zoek(Verzoek)
    waiting = sorted(
        (one for one in all_ if one.afgehandeld_op is None), key=lambda one: one.uiterlijk
    )
    done = sorted(
        (one for one in all_ if one.afgehandeld_op is not None),
        key=lambda one: one.afgehandeld_op or today,
        reverse=True,
    )
    later = postponed(session)
    for title, part in (("Wacht op antwoord", waiting), ("Afgehandeld", done)):
        if part:
            yield Item("", f"{title} · {counted(len(part), 'verzoek', 'verzoeken')}")
            yield from (_item(one, today) for one in part)
        if title == "Wacht op antwoord" and later:
            many = counted(len(later), "casus", "casussen")
            yield Item("", f"De betrokkene weet het nog niet · {many}")
            yield from (_later(one, today) for one in later)


def _item(one: Verzoek, today: date) -> Item:
    tag, tone = state(one, today)
    until = plain_day(one.uiterlijk)
    under = f"{one.casus} · ontvangen {plain_day(one.ontvangen_op)} · antwoord uiterlijk {until}"
    return Item(one.id, sentence(f"verzoek om {word(one.soort)}"), under, tag, tone)


def _later(one: Informering, today: date) -> Item:
    when = one.heroverwegen_op
    tag, tone = near(when, today) if when else ("", "")
    under = f"{one.casus} · opnieuw bekijken op {plain_day(when)}" if when else one.casus
    return Item(f"{WAITING}{one.casus}", "Informeren is uitgesteld", under, tag, tone)
