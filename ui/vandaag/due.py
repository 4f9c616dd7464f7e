"""What is due: one line each, with the one click that does it."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from casus_app.domein.afspraak import Afspraak
from casus_app.domein.casus import Casus, Fase
from casus_app.domein.inbreng import Inbreng
from casus_app.domein.overleg import Overleg
from casus_app.domein.verzoek import Rectificatie, Verzoek
from casus_app.regels import herstel, kluiszorg
from casus_app.regels.termijnen import SoortTermijn, Termijn
from ui import reading
from ui.actions.kluis import ON_KLUIS_PAGE
from ui.desk import Desk
from ui.session import Session
from ui.texts import away, day, listed, word
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import card
from ui.widgets.plain_label import PlainLabel, Tone

_ENVELOPE = "envelop"


class Do(NamedTuple):
    """A handeling that does what is due, and what is known for it already."""

    text: str
    handeling: str
    known: dict[str, object]
    there: bool = False
    """Not a form: the place where one looks, the dossier of the casus."""


class Said(NamedTuple):
    """What is due, in words."""

    title: str
    under: str
    ways: tuple[Do, ...]
    when: str = ""
    """Said instead of how far the day is."""


def for_this_user(session: Session) -> list[tuple[Termijn, Said]]:
    """What this user can do something about; the destruction of a casus everybody may see."""
    found = []
    for termijn in sorted([*session.due(), *_of_the_kluis(session)], key=lambda t: t.op):
        said = _SAID[termijn.soort](session, termijn)
        ways = tuple(way for way in said.ways if session.may(way.handeling))
        if ways or termijn.soort is SoortTermijn.VERNIETIGEN:
            found.append((termijn, said._replace(ways=ways)))
    return found


def line(desk: Desk, termijn: Termijn, said: Said) -> QWidget:
    """When, what, and the buttons under the words so that both keep their room."""
    today = desk.session.vandaag()
    tone: Tone = "bad" if termijn.op < today else "warn" if termijn.op == today else ""
    if said.when:
        tone = "warn"
    when = PlainLabel(said.when or away(termijn.op, today), kind="tag", tone=tone, wrap=False)
    buttons = [
        button(way.text, _do(desk, termijn, way), name=f"{way.text.rstrip('…')}: {said.title}")
        for way in said.ways
    ]
    return card(
        when,
        PlainLabel(said.title, kind="strong"),
        PlainLabel(said.under, kind="soft"),
        *([Line(*buttons)] if buttons else []),
    )


def _do(desk: Desk, termijn: Termijn, way: Do) -> Callable[[], object]:
    if way.handeling in ON_KLUIS_PAGE:
        return partial(desk.begin, way.handeling, way.known)
    if way.there:
        return partial(desk.dossier_asked.emit, termijn.casus)
    return partial(desk.open_act, way.handeling, way.known)


def _destroy(session: Session, termijn: Termijn) -> Said:
    casus = session.haal(Casus, termijn.casus)
    refused = casus is not None and casus.fase is Fase.NIET_IN_BEHANDELING
    title = (
        _tr("{casus}: aanmelding verdwijnt") if refused else _tr("{casus}: bewaartermijn loopt af")
    )
    destroy = Do(_tr("Vernietigen…"), "casus.vernietigen", {"casus": termijn.casus})
    longer = Do(_tr("Verlengen…"), "casus.verlengen", {"casus": termijn.casus})
    shut = casus is not None and casus.afgeschermd
    ways: tuple[Do, ...] = ()
    if termijn.op <= session.vandaag():
        under, ways = _tr("Alles van deze casus moet nu weg."), (destroy,)
    elif refused or shut:
        under = _tr("Daarna moet alles van deze casus weg.")
    else:
        under, ways = _tr("Langer bewaren kan alleen met een reden en instemming."), (longer,)
    return Said(title.format(casus=termijn.casus), under, ways)


def _inform(session: Session, termijn: Termijn) -> Said:
    known: dict[str, object] = {"casus": termijn.casus}
    title = _tr("{casus}: kan de betrokkene het nu weten?").format(casus=termijn.casus)
    casus = session.haal(Casus, termijn.casus)
    if casus is not None and casus.afgeschermd:
        under = _tr("De casus is afgesloten. Heropen hem om de betrokkene te informeren.")
        return Said(title, under, (Do(_tr("Heropenen…"), "casus.heropenen", known),))
    return Said(
        title,
        _tr("Het informeren is uitgesteld tot deze dag."),
        (
            Do(_tr("Geïnformeerd…"), "betrokkene.informeren", known),
            Do(_tr("Langer uitstellen…"), "betrokkene.uitstellen", known),
            Do(_tr("Brief…"), "betrokkene.informeerbrief", known),
        ),
    )


def _answer(session: Session, termijn: Termijn) -> Said:
    verzoek = session.haal(Verzoek, termijn.sleutel)
    kind = word(verzoek.soort) if verzoek else ""
    return Said(
        _tr("{casus}: verzoek om {kind}").format(casus=termijn.casus, kind=kind),
        _tr("De betrokkene krijgt binnen een maand een besluit."),
        (Do(_tr("Afhandelen…"), "verzoek.afhandelen", {"verzoek": termijn.sleutel}),),
    )


def _keep(session: Session, termijn: Termijn) -> Said:
    afspraak = session.haal(Afspraak, termijn.sleutel)
    wie = reading.wie(session, afspraak.uitvoerder) if afspraak else ""
    return Said(
        afspraak.wat if afspraak else termijn.sleutel,
        _tr("{casus} · afspraak van {wie}").format(casus=termijn.casus, wie=wie),
        (Do(_tr("Bijwerken…"), "afspraak.bijwerken", {"afspraak": termijn.sleutel}),),
    )


def _tell(session: Session, termijn: Termijn) -> Said:
    """Who brought in what does not hold, according to the betrokkene."""
    inbreng = session.haal(Inbreng, termijn.sleutel)
    gemerkt = session.zoek(Rectificatie, inbreng=termijn.sleutel, gemeld_op=None)
    wie = reading.wie(session, inbreng.inbrenger) if inbreng else "–"
    known: dict[str, object] = {"inbreng": termijn.sleutel}
    if gemerkt:
        known["verzoek"] = gemerkt[0].verzoek
    return Said(
        _tr("{casus}: vertel {wie} dat een inbreng niet klopt").format(
            casus=termijn.casus, wie=wie
        ),
        _tr("Volgens de betrokkene klopt het niet. Vertel het ook aan wie het meenam."),
        (Do(_tr("Verteld…"), "rectificatie.melden", known),),
    )


def _sign(session: Session, termijn: Termijn) -> Said:
    """A declaration of secrecy that ends."""
    wie = reading.wie(session, termijn.sleutel)
    past = termijn.op < session.vandaag()
    under = (
        _tr("De verklaring is verlopen. Zonder een nieuwe gaat een casus niet open.")
        if past
        else _tr("De geheimhoudingsverklaring geldt tot en met {day}.").format(day=day(termijn.op))
    )
    known: dict[str, object] = {"professional": termijn.sleutel}
    ways = (Do(_tr("Getekend…"), "geheimhouding.vastleggen", known),)
    return Said(_tr("Laat {wie} opnieuw tekenen").format(wie=wie), under, ways)


def _look_again(session: Session, termijn: Termijn) -> Said:
    """The law changed under an open casus."""
    names = [one.naam for one in session.outdated() if one.casus == termijn.casus]
    under = _tr("Bijgewerkt na het laatste overleg: {names}. Kijk of het zo nog mag.")
    return Said(
        _tr("{casus}: opnieuw toetsen").format(casus=termijn.casus),
        under.format(names=listed(names)),
        (Do(_tr("Naar de casus"), "toon.casus", {}, there=True),),
        when=_tr("sinds {day}").format(day=day(termijn.op)),
    )


def _of_the_kluis(session: Session) -> Iterator[Termijn]:
    """What somebody has to look at, so that the kluis is there when it is needed."""
    beheer = session.werkbank.beheer
    if session.oefening or beheer is None:
        return
    opslag = session.werkbank.opslag
    for taak in kluiszorg.te_doen(opslag, session.vandaag(), beheer.laatste_kopie()):
        yield Termijn(SoortTermijn.KLUIS, taak.taak, "", taak.op)
    if herstel.envelop(opslag, session.vandaag()).stand is not herstel.Herstelstand.GOED:
        yield Termijn(SoortTermijn.KLUIS, _ENVELOPE, "", session.vandaag())


def _care(session: Session, termijn: Termijn) -> Said:
    """What keeps a kluis trustworthy: the copy, the rights, and the envelope."""
    if termijn.sleutel == _ENVELOPE:
        return _envelope(session)
    said = {
        kluiszorg.Taak.BEPROEVEN: Said(
            _tr("Beproef de reservekopie"),
            _tr("Eén keer per jaar: gaat een kopie echt open? Het duurt een paar tellen."),
            (Do(_tr("Beproeven"), "reservekopie.beproeven", {}),),
        ),
        kluiszorg.Taak.NALOPEN: Said(
            _tr("Loop de rechten na"),
            _tr("Eén keer per jaar: heeft ieder nog de rol die bij het werk past?"),
            (Do(_tr("Nalopen"), "rechten.nalopen", {}),),
        ),
        kluiszorg.Taak.KOPIE: Said(
            _tr("De laatste reservekopie is oud"),
            _tr("Elke dag hoort er een te komen. Maak er nu een, en kijk waarom het niet lukte."),
            (Do(_tr("Nu een kopie maken"), "reservekopie.maken", {}),),
        ),
    }
    return said[kluiszorg.Taak(termijn.sleutel)]


def _countersign(session: Session, termijn: Termijn) -> Said:
    """An overleg that only one of the two signed."""
    overleg = session.haal(Overleg, termijn.sleutel)
    when = day(overleg.datum) if overleg else ""
    mine = session.rol == termijn.casus
    known: dict[str, object] = {"overleg": termijn.sleutel}
    ways = (Do(_tr("Ondertekenen…"), "overleg.ondertekenen", known),) if mine else ()
    return Said(
        _tr("Overleg van {day}: tweede handtekening").format(day=when),
        _tr("Wie vaststelde heeft ondertekend. Nu de ander van voorzitter en coördinator."),
        ways,
        when=_tr("nog niet compleet"),
    )


def _envelope(session: Session) -> Said:
    """Stays until there is a recovery key that somebody typed over from paper."""
    found = herstel.envelop(session.werkbank.opslag, session.vandaag())
    stand = herstel.Herstelstand
    make = Do(_tr("Herstelsleutel maken…"), "herstelsleutel.maken", {})
    again = Do(_tr("Overtypen…"), "herstelsleutel.beproeven", {})
    new = found.stand in {stand.GEEN, stand.GEBRUIKT}
    title = _tr("Maak een herstelsleutel") if new else _tr("Beproef de herstelsleutel")
    return Said(title, found.zin, (make,) if new else (again, make))


_SAID: dict[SoortTermijn, Callable[[Session, Termijn], Said]] = {
    SoortTermijn.VERNIETIGEN: _destroy,
    SoortTermijn.HEROVERWEGEN: _inform,
    SoortTermijn.VERZOEK: _answer,
    SoortTermijn.AFSPRAAK: _keep,
    SoortTermijn.MELDEN: _tell,
    SoortTermijn.VERKLARING: _sign,
    SoortTermijn.TOETSEN: _look_again,
    SoortTermijn.KLUIS: _care,
    SoortTermijn.ONDERTEKENEN: _countersign,
}


def _tr(text: str) -> str:
    return QCoreApplication.translate("vandaag", text)
