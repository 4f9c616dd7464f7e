"""The terms in sentences: why a casus goes on its day, and what still goes on."""

from PySide6.QtCore import QCoreApplication

from casus_app.domein.casus import Casus
from casus_app.regels.sterfdatum import Gaande, Speelt
from ui.session import Session
from ui.texts import counted, day, plain_day


def why(session: Session, casus: Casus) -> str:
    """The day everything is gone, and what that day follows from."""
    found = session.dies(casus)
    if found is None:
        return _tr("Weg op {day}.").format(day=day(casus.vernietigen_op))
    gone, begun = day(found.op), day(found.begin)
    if found.dagen is not None:
        days = counted(found.dagen, "dag", "dagen")
        text = _tr("Aangemeld op {begun}. Wat niet in behandeling komt, blijft hoogstens {days}.")
        return text.format(begun=begun, days=days)
    months = counted(found.maanden or 0, "maand", "maanden")
    text = _tr("Aangemeld op {begun} · weg op {gone}: {months} na de aanmelding")
    said = text.format(begun=begun, gone=gone, months=months)
    if found.verlengd:
        more = counted(found.verlengd, "maand", "maanden")
        said = _tr("{said}, met {more} verlengd").format(said=said, more=more)
    return f"{said} ({_tr('BGS 1.16') if found.volgens_wet else _tr('een keuze van het huis')})."


def reopened(session: Session, casus: Casus) -> str:
    """That it was opened again and that this changed nothing; empty when it was not."""
    found = session.dies(casus)
    if found is None or found.heropend_op is None:
        return ""
    text = _tr("Heropend op {day}. De bewaartermijn begon daardoor niet opnieuw.")
    return text.format(day=day(found.heropend_op))


def goes_on(what: Gaande) -> str:
    """What still goes on, short."""
    texts = {
        Speelt.AGENDA: _tr("staat op de agenda van {day}"),
        Speelt.BESPROKEN: _tr("besproken op {day}"),
        Speelt.VERZOEK: _tr("een verzoek van {day} wacht op antwoord"),
    }
    return texts[what.soort].format(day=plain_day(what.op))


def _tr(text: str) -> str:
    return QCoreApplication.translate("termijnen", text)
