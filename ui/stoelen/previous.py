"""Who sat at this casus the last time: proposed one by one, each with the reason of then."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking, Deelname, Overleg
from casus_app.handelingen.stoelen import DeelnameToelaten
from ui import reading
from ui.desk import Desk
from ui.session import Session
from ui.stoelen import facts
from ui.stoelen.seat_form import Asked
from ui.texts import day, word
from ui.widgets.ask_line import is_enter
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import framed, vertical
from ui.widgets.notice import Notice, announce
from ui.widgets.plain_label import PlainLabel


def seats_before(session: Session, punt: Bespreking) -> tuple[Overleg | None, list[Deelname]]:
    """The last overleg where this casus had seats, and who of them has none here yet.

    Whose seat was taken back here is not proposed again.
    """
    now = session.haal(Overleg, punt.overleg)
    if now is None:
        return None, []
    here = {
        stoel.professional
        for stoel in session.zoek(Deelname, overleg=punt.overleg, casus=punt.casus)
    } | {now.voorzitter}
    before = []
    for other in session.zoek(Bespreking, casus=punt.casus):
        overleg = session.haal(Overleg, other.overleg)
        if overleg and (overleg.datum, overleg.begin) < (now.datum, now.begin):
            before.append(overleg)
    for overleg in sorted(before, key=lambda one: (one.datum, one.begin), reverse=True):
        found = session.zoek(Deelname, overleg=overleg.id, casus=punt.casus, ingetrokken_op=None)
        if found:
            return overleg, [stoel for stoel in found if stoel.professional not in here]
    return None, []


class PreviousPart(QWidget):
    """One person at a time, and no way to say yes to all of them at once."""

    change_wanted = Signal(object)
    """An `Asked`: the seat of then, to be looked at in the form."""
    finished = Signal()
    """The last one has been decided."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self._punt: Bespreking | None = None
        self._skipped: set[str] = set()
        self._now: Deelname | None = None
        tr = self.tr
        self.head = PlainLabel(kind="strong")
        self.who = PlainLabel(kind="strong")
        self.what = PlainLabel(kind="small")
        self.hint = PlainLabel(kind="small")
        self.reason = PlainLabel()
        self.notice = Notice()
        self.yes_button = button(tr("Ja, nog steeds nodig"), self.confirm, kind="primary")
        self.change_button = button(tr("Nu om iets anders…"), self._change)
        self.no_button = button(tr("Niet meer nodig"), self.skip)
        self.keys = PlainLabel(tr("Enter = ja · N = niet meer nodig"), kind="small", wrap=False)
        self.setLayout(
            vertical(
                framed(
                    "card",
                    vertical(
                        self.head,
                        self.who,
                        self.what,
                        self.hint,
                        self.reason,
                        self.notice,
                        Line(self.yes_button, self.change_button, self.no_button, self.keys),
                        gap=4,
                        margin=12,
                    ),
                )
            )
        )

    def clear(self) -> None:
        """Another casus: nobody has been decided on."""
        self._skipped.clear()

    def read(self, punt: Bespreking) -> None:
        """The next one who is still to be decided on; hidden when there is none."""
        self._punt = punt
        overleg, found = seats_before(self._session, punt)
        left = [stoel for stoel in found if stoel.professional not in self._skipped]
        self.setVisible(bool(left))
        if not left or overleg is None:
            self._now = None
            return
        stoel = left[0]
        if self._now is None or self._now.professional != stoel.professional:
            self.notice.clear()
        self._now = stoel
        self.head.setText(
            self.tr("Vorige keer, {day}: nog {n} te beslissen").format(
                day=day(overleg.datum), n=len(left)
            )
        )
        partij = reading.partij_van(self._session, stoel.professional)
        self.hint.setText(self._session.hint(punt, partij.id) if partij else "")
        self.hint.setVisible(bool(self.hint.text()))
        taak = reading.taak_naam(self._session, stoel.professional, stoel.taak)
        self.who.setText(facts.who(self._session, stoel.professional))
        parts = [partij.naam if partij else "", word(stoel.rol), taak]
        if stoel.pet:
            parts.append(self.tr("pet {pet}").format(pet=word(stoel.pet)))
        self.what.setText(" · ".join(part for part in parts if part))
        self.reason.setText(
            self.tr("Toen nodig: {need} Is dat bij deze casus nog zo?").format(
                need=_as_sentence(stoel.noodzaak)
            )
        )
        self.yes_button.setAccessibleDescription(f"{self.who.text()}. {self.reason.text()}")

    def _asked(self, stoel: Deelname) -> Asked:
        return Asked(
            professional=stoel.professional,
            noodzaak=stoel.noodzaak,
            taak=stoel.taak,
            rol=stoel.rol,
            pet=stoel.pet or "",
        )

    def confirm(self) -> None:
        """One person, for the same reason; what stands in the way is mended in the form."""
        stoel, punt = self._now, self._punt
        if stoel is None or punt is None:
            return
        tried = DeelnameToelaten(
            overleg=punt.overleg,
            casus=punt.casus,
            professional=stoel.professional,
            rol=stoel.rol,
            taak=stoel.taak,
            noodzaak=stoel.noodzaak,
            pet=stoel.pet,
        )
        if self._session.objection(tried) is not None:
            self._change()
        elif self._desk.perform(tried, self.notice):
            self._to_the_next()

    def skip(self) -> None:
        """Not needed any more: no seat, and not proposed again."""
        if self._now is not None and self._punt is not None:
            self._skipped.add(self._now.professional)
            self.read(self._punt)
            self._to_the_next()

    def _change(self) -> None:
        if self._now is not None:
            self.change_wanted.emit(self._asked(self._now))

    def _to_the_next(self) -> None:
        if self._now is None:
            self.finished.emit()
            return
        announce(self, f"{self.who.text()}. {self.reason.text()}")
        self.yes_button.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Only while one of its buttons has the focus; a key held down answers once."""
        if is_enter(event):
            if self.no_button.hasFocus():
                self.skip()
            elif self.change_button.hasFocus():
                self._change()
            else:
                self.confirm()
        elif event.key() == Qt.Key.Key_N and not event.isAutoRepeat():
            self.skip()
        else:
            super().keyPressEvent(event)


def _as_sentence(text: str) -> str:
    stripped = text.rstrip()
    return stripped if stripped.endswith((".", "!", "?")) else f"{stripped}."
