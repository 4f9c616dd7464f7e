"""A day: typed the way people say it, moved with the arrows, or picked from a calendar."""

from datetime import date, timedelta
from typing import ClassVar

from PySide6.QtCore import QDate, QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QPushButton, QVBoxLayout, QWidget

from casus_app.hulp.dagen import begrijp, geschreven, lees
from ui.texts import full_day
from ui.widgets.layout import horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class DateField(QWidget):
    """One line that says below itself which day it understood."""

    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Pijl omhoog of omlaag", "Een dag later of eerder"),
        ("Alt+pijl omlaag", "De kalender"),
    )
    changed = Signal()

    def __init__(self, name: str, today: date) -> None:
        super().__init__()
        self._today = today
        self.edit = QLineEdit()
        self.edit.setAccessibleName(name)
        self.edit.setPlaceholderText(self.tr("24-11, vr, …"))
        self.edit.installEventFilter(self)
        self.edit.textChanged.connect(self._read)
        self.edit.editingFinished.connect(self._tidy)
        self.pick = QPushButton(self.tr("Kalender"))
        self.pick.setAutoDefault(False)
        # Typing a day is quicker: Tab goes on to the next question, Alt+Down opens the calendar.
        self.pick.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.pick.setAccessibleName(self.tr("Kalender voor {name}").format(name=name.lower()))
        self.pick.clicked.connect(self._open_calendar)
        self.understood = PlainLabel(kind="small")
        self.setLayout(vertical(horizontal(self.edit, self.pick), self.understood, gap=2))
        self.setFocusProxy(self.edit)
        self._read()

    def value(self) -> date | None:
        """The day, or `None` when it is empty or not understood."""
        return lees(self.edit.text(), self._today)

    def set_value(self, value: date | None) -> None:
        """Shows this day."""
        self.edit.setText(geschreven(value))

    def is_unclear(self) -> bool:
        """Something is typed that is not a day."""
        return bool(self.edit.text().strip()) and self.value() is None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """Up and down move a day; with Alt, down opens the calendar."""
        if watched is self.edit and isinstance(event, QKeyEvent):
            alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
            if alt and event.key() == Qt.Key.Key_Down and event.type() == QEvent.Type.KeyPress:
                self._open_calendar()
                return True
            step = {Qt.Key.Key_Up.value: 1, Qt.Key.Key_Down.value: -1}.get(event.key())
            if step is not None and event.type() == QEvent.Type.KeyPress:
                self.set_value((self.value() or self._today) + timedelta(days=step))
                return True
        return super().eventFilter(watched, event)

    def _read(self) -> None:
        value = self.value()
        if value is not None:
            said = begrijp(self.edit.text(), self._today).zin
            self.understood.setText(". ".join(filter(None, (full_day(value), said))))
        elif self.is_unclear():
            self.understood.setText(begrijp(self.edit.text(), self._today).zin)
        self.understood.setVisible(value is not None or self.is_unclear())
        self.changed.emit()

    def _tidy(self) -> None:
        value = self.value()
        if value is not None and self.edit.text() != geschreven(value):
            self.set_value(value)

    def _open_calendar(self) -> None:
        popup = QWidget(self, Qt.WindowType.Popup)
        popup.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        calendar = QCalendarWidget()
        calendar.setAccessibleName(self.tr("Kalender"))
        calendar.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        chosen = self.value() or self._today
        calendar.setSelectedDate(QDate(chosen.year, chosen.month, chosen.day))
        calendar.activated.connect(self._take)
        calendar.clicked.connect(self._take)
        calendar.activated.connect(popup.close)
        calendar.clicked.connect(popup.close)
        layout = QVBoxLayout(popup)
        layout.setContentsMargins(4, 4, 4, 4)
        layout.addWidget(calendar)
        popup.move(self.mapToGlobal(self.edit.geometry().bottomLeft()))
        popup.show()
        calendar.setFocus()

    def _take(self, chosen: QDate) -> None:
        self.set_value(date(chosen.year(), chosen.month(), chosen.day()))
        self.edit.setFocus()
