"""The next overleg on one card, with the vluchtcheck: what would stop a casus from opening."""

from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.weigeringen import Code
from ui import reading
from ui.desk import Desk
from ui.session import Session
from ui.texts import away, counted, word
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import CARD_MARGIN, Columns, card, framed, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel
from ui.widgets.row_button import RowButton, Tag


def find(session: Session) -> Overleg | None:
    """The overleg that is going on now, or else the first that comes."""
    punt = reading.open_punt(session)
    if punt is not None:
        return session.haal(Overleg, punt.overleg)
    today = session.vandaag()
    coming = [o for o in session.zoek(Overleg) if reading.is_coming(o, today)]
    return min(coming, key=lambda o: (o.datum, o.begin), default=None)


def next_overleg(desk: Desk) -> QFrame:
    """The card; without an overleg it says what will be here."""
    session = desk.session
    overleg = find(session)
    if overleg is None:
        may = session.may("overleg.plannen")
        return card(
            EmptyState(
                _tr("Er is geen overleg gepland"),
                _tr("Hier staat straks het eerste overleg, met wat er per casus nog ontbreekt."),
                _tr("Overleg plannen…"),
                partial(desk.open_act, "overleg.plannen") if may else None,
            )
        )
    punten = reading.agenda(session, overleg.id)
    go = button(
        _tr("Naar dit &overleg"), partial(desk.overleg_asked.emit, overleg.id), kind="primary"
    )
    parts = (overleg.plaats, counted(len(punten), _tr("casus"), _tr("casussen")))
    head = vertical(
        PlainLabel(
            _tr("Volgend overleg, {when}").format(when=away(overleg.datum, session.vandaag())),
            kind="soft",
        ),
        PlainLabel(reading.overleg_naam(overleg), kind="heading"),
        PlainLabel(" · ".join(parts), kind="soft"),
        gap=2,
    )
    beside = holder(vertical(horizontal(go, None), None))
    top = vertical(Columns((holder(head), 1), (beside, 0), ems=56, gap=8), margin=CARD_MARGIN)
    return framed("card", vertical(top, framed("rule"), *_rows(desk, overleg, punten), gap=0))


def _rows(desk: Desk, overleg: Overleg, punten: list[Bespreking]) -> list[QWidget]:
    if not punten:
        may = desk.session.may("overleg.agenderen")
        nothing = EmptyState(
            _tr("De agenda is nog leeg"),
            _tr("Zet de casussen erop; daarna ziet u hier of ze open kunnen."),
            _tr("Casus op de agenda…"),
            partial(desk.open_act, "overleg.agenderen", {"overleg": overleg.id}) if may else None,
        )
        return [holder(vertical(nothing, margin=CARD_MARGIN))]
    return [_row(desk, punt, time) for punt, time in reading.times(desk.session, overleg, punten)]


def _row(desk: Desk, punt: Bespreking, time: str) -> RowButton:
    tag, stops = state(desk.session, punt)
    under = " ".join(stops) or punt.vraag
    go = partial(desk.casus_asked.emit, punt.overleg, punt.casus)
    return RowButton(f"{time}   {punt.casus}", under, [tag], go, flat=True)


def state(session: Session, punt: Bespreking) -> tuple[Tag, list[str]]:
    """In a word whether it can open, and the sentences of what stops it."""
    if punt.stand is not Stand.GEPLAND:
        return (word(punt.stand), "good" if punt.stand is Stand.OPEN else ""), []
    stops = session.stops_opening(punt)
    rest = [stop for stop in stops if stop.code is not Code.ANDERE_BESPREKING_OPEN]
    if not rest:
        return (_tr("✓ kan straks open") if stops else _tr("✓ kan open"), "good"), []
    number = counted(len(rest), _tr("ding ontbreekt"), _tr("dingen ontbreken"))
    return (f"! {number}", "warn"), [
        stop.melding.partition(". ")[0].rstrip(".") + "." for stop in rest
    ]


def _tr(text: str) -> str:
    return QCoreApplication.translate("vandaag", text)
