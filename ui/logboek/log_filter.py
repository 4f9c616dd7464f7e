"""What one looks for in the logboek: act, role, casus, outcome and period."""

from datetime import date, timedelta
from enum import StrEnum

import msgspec
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus
from casus_app.handelingen.logboek import LogboekInzien
from casus_app.regels.logboek import ZONDER_HANDELING
from casus_app.rollen import Gebruikersrol
from ui.actions import ACTS
from ui.logboek.log_rows import NAMELESS, OUTCOMES
from ui.session import Session
from ui.texts import sentence, word
from ui.widgets.buttons import button
from ui.widgets.date_field import DateField
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import holder, vertical
from ui.widgets.picker import Option, Picker
from ui.widgets.plain_label import PlainLabel

ALL = "alles"


class Period(StrEnum):
    """The stretches people ask for; `CHOOSE` shows two days to fill in."""

    ALWAYS = ALL
    TODAY = "vandaag"
    WEEK = "week"
    MONTH = "maand"
    YEAR = "jaar"
    CHOOSE = "kiezen"


_PERIODS = {
    Period.ALWAYS: "De hele tijd",
    Period.TODAY: "Vandaag",
    Period.WEEK: "De laatste 7 dagen",
    Period.MONTH: "De laatste 30 dagen",
    Period.YEAR: "Dit jaar",
    Period.CHOOSE: "Zelf kiezen…",
}
_DAYS_BACK = {Period.TODAY: 0, Period.WEEK: 6, Period.MONTH: 29}


class LogFilter(QWidget):
    """Each choice counts at once; everything is the first choice of every list."""

    changed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        self.act = _picker(self.tr("Handeling"), acts(), typing=True)
        self.rol = _picker(self.tr("Rol"), [Option(r, sentence(word(r))) for r in Gebruikersrol])
        self.casus = _picker(self.tr("Casus"), (), typing=True)
        self.outcome = _picker(self.tr("Uitkomst"), outcomes())
        self.period = Picker(self.tr("Periode"))
        self.period.offer([Option(key, text) for key, text in _PERIODS.items()])
        self.period.set_value(Period.ALWAYS)
        self.first = DateField(self.tr("Vanaf"), session.vandaag())
        self.last = DateField(self.tr("Tot en met"), session.vandaag())
        self.clear_button = button(self.tr("Alles &tonen"), self.clear)
        self._pickers = (self.act, self.rol, self.casus, self.outcome)
        flow = FlowLayout()
        for name, field in (
            (self.tr("Handeling"), self.act),
            (self.tr("Rol"), self.rol),
            (self.tr("Casus"), self.casus),
            (self.tr("Uitkomst"), self.outcome),
            (self.tr("Periode"), self.period),
        ):
            flow.addWidget(_labelled(name, field))
        self._first = _labelled(self.tr("Vanaf"), self.first)
        self._last = _labelled(self.tr("Tot en met"), self.last)
        for part in (self._first, self._last, _labelled(" ", self.clear_button)):
            flow.addWidget(part)
        self.setLayout(flow)
        self._show_days()
        for picker in self._pickers:
            picker.picked.connect(self._on_change)
        self.period.picked.connect(self._on_change)
        self.first.changed.connect(self._on_change)
        self.last.changed.connect(self._on_change)

    def offer_casussen(self) -> None:
        """The casussen that exist now, by their code only: what they are about is content."""
        codes = sorted((casus.id for casus in self._session.zoek(Casus)), reverse=True)
        self.casus.offer([_everything(), *(Option(code, code) for code in codes)])
        if self.casus.value() is None and not self.casus.is_unclear():
            self.casus.set_value(ALL)

    def values(self) -> dict[str, object]:
        """As the fields of `logboek.inzien`; what looks for everything is not there."""
        first, last = self._days()
        found = {
            "handeling": self.act.value(),
            "gebruikersrol": self.rol.value(),
            "casus": self.casus.value(),
            "uitkomst": self.outcome.value(),
            "vanaf": first,
            "tot_en_met": last,
        }
        return {name: value for name, value in found.items() if value not in {None, ALL}}

    def sought(self) -> LogboekInzien:
        """The same as a handeling."""
        return msgspec.convert(self.values(), LogboekInzien, builtin_types=(date,))

    def unclear(self) -> bool:
        """Something is typed that is not on the list, or days that cannot be."""
        first, last = self._days()
        typed = any(p.is_unclear() for p in self._pickers)
        days = self.period.value() == Period.CHOOSE and (
            self.first.is_unclear() or self.last.is_unclear()
        )
        return typed or days or (first is not None and last is not None and last < first)

    def clear(self) -> None:
        """Looks for everything again."""
        blocked = self.blockSignals(True)
        for picker in (*self._pickers, self.period):
            picker.set_value(ALL)
        self.blockSignals(blocked)
        self._on_change()

    def _days(self) -> tuple[date | None, date | None]:
        today = self._session.vandaag()
        chosen = Period(self.period.value() or ALL)
        if chosen is Period.CHOOSE:
            return self.first.value(), self.last.value()
        if chosen is Period.YEAR:
            return today.replace(month=1, day=1), None
        if chosen in _DAYS_BACK:
            return today - timedelta(days=_DAYS_BACK[chosen]), None
        return None, None

    def _on_change(self) -> None:
        self._show_days()
        self.changed.emit()

    def _show_days(self) -> None:
        choosing = self.period.value() == Period.CHOOSE
        self._first.setVisible(choosing)
        self._last.setVisible(choosing)
        self.clear_button.setEnabled(bool(self.values()) or choosing or self.unclear())


def _everything() -> Option:
    return Option(ALL, "Alles")


def _picker(name: str, options: list[Option] | tuple[()], *, typing: bool = False) -> Picker:
    made = Picker(name, typing=typing)
    made.offer([_everything(), *options])
    made.set_value(ALL)
    return made


def outcomes() -> list[Option]:
    """How a handeling can end."""
    return [Option(key, text) for key, text in OUTCOMES.items()]


def acts() -> list[Option]:
    """Every handeling as the menu calls it, and what nobody chose from a menu."""
    found = sorted((act.text, act.handeling) for act in ACTS)
    made = [Option(name, text) for text, name in found]
    return [*made, *(Option(name, NAMELESS[name]) for name in ZONDER_HANDELING)]


def _labelled(name: str, field: QWidget) -> QWidget:
    return holder(vertical(PlainLabel(name, kind="small", wrap=False), field, None, gap=2))
