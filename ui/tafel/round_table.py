"""The drawn table with its seats; one stop for Tab, arrows and numbers move between the seats."""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFontMetricsF,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.tafel.digits import SeatDigits
from ui.tafel.places import MANY, Around, Box, around
from ui.tafel.seat_button import SeatButton, scaled, seat_height
from ui.tafel.staat import TafelStaat
from ui.tafelindeling.painting import tokens_of

if TYPE_CHECKING:
    from collections.abc import Hashable

    from ui.tafel.seats import TableSeat

NARROW = 13
"""The least width of a seat, in letters."""
SCALES = (1.6, 1.45, 1.3, 1.15, 1.0)
"""How much larger a seat may be drawn, so that who sits across reads it too."""


class RoundTable(QWidget):
    """Choosing a seat gives no floor and opens no door: Enter and the space bar do."""

    chosen = Signal(str)
    """The professional on the seat that is looked at."""
    floor_asked = Signal(str)
    door_asked = Signal(str)

    def __init__(self, staat: TafelStaat) -> None:
        super().__init__()
        self._staat = staat
        self.buttons: list[SeatButton] = []
        self._shown: tuple[str, tuple[TableSeat, ...]] | None = None
        self._measured: dict[Hashable, Around] = {}
        """Measuring text is slow, and a layout asks the same again and again."""
        self._current = 0
        self._table: Box | None = None
        self._scale = 1.0
        self._digits = SeatDigits()
        self.hint = ""
        """What a second digit would do; it stands in the middle of the table."""
        self.written = ""
        """What stands in the middle, as it was painted last: whole, or a shorter form."""
        self.setAccessibleName(self.tr("De tafel"))
        self.setAccessibleDescription(
            self.tr("Pijlen of een nummer kiezen een stoel, Enter is het woord, spatie de deur.")
        )
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        staat.read.connect(self._read)
        staat.gone.connect(self._read)
        staat.speaker_changed.connect(self._read)
        staat.room_changed.connect(self._read)

    # --- what is shown ---

    def _read(self, _what: object = None) -> None:
        seats = self._staat.seats
        if self._shown == (self._staat.speaker, tuple(seats)):
            return
        self._shown = (self._staat.speaker, tuple(seats))
        self._measured.clear()
        while len(self.buttons) < len(seats):
            self.buttons.append(self._seat_button())
        while len(self.buttons) > len(seats):
            gone = self.buttons.pop()
            gone.hide()
            gone.deleteLater()
        for button, seat in zip(self.buttons, seats, strict=True):
            button.show_seat(seat, speaks=seat.professional == self._staat.speaker)
            button.show()
        self._stop_at(min(self._current, max(len(seats) - 1, 0)))
        self.updateGeometry()
        self._arrange()

    def _seat_button(self) -> SeatButton:
        made = SeatButton(self)
        made.installEventFilter(self)
        made.clicked.connect(lambda: self._on_clicked(made))
        return made

    def _around(
        self, width: float, high: float = 0.0, scale: float = 1.0, *, tight: bool = False
    ) -> Around:
        seen = self.buttons[0].font().key() if self.buttons else ""
        asked = (width, high, scale, tight, self.font().key(), seen)
        if asked not in self._measured:
            letters = self.fontMetrics().averageCharWidth() * scale
            wide = max((button.widest(scale) for button in self.buttons), default=0.0)
            seat = seat_height(self.font(), scale, tight=tight)
            least = NARROW * letters
            placed = around(len(self.buttons), width, seat, least, wide, high=high)
            self._measured[asked] = placed
        return self._measured[asked]

    def _largest(self) -> tuple[Around, float, bool]:
        """As large as the room allows, with every word of every function whole.

        A full table that does not fit even so has seats of two lines.
        """
        width, high = self.width(), self.height()
        for scale in SCALES[:-1]:
            placed = self._around(width, high, scale)
            if placed.table is None or placed.height > high or not placed.seats:
                continue
            if all(button.fits(placed.seats[0].w, scale) for button in self.buttons):
                return placed, scale, False
        placed = self._around(width, high)
        if len(self.buttons) < MANY or placed.height <= high:
            return placed, 1.0, False
        return self._around(width, high, tight=True), 1.0, True

    def _arrange(self) -> None:
        placed, scale, tight = self._largest()
        top = max(0, round((self.height() - placed.height) / 2)) if placed.table else 0
        for button, box in zip(self.buttons, placed.seats, strict=True):
            button.scale, button.tight = scale, tight
            button.setGeometry(round(box.x), round(box.y) + top, round(box.w), round(box.h))
        self._table = placed.table and placed.table._replace(y=placed.table.y + top)
        self._scale = scale
        self.update()

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Wide enough for a table."""
        width = 60 * self.fontMetrics().averageCharWidth()
        return QSize(width, self.heightForWidth(width))

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """Narrow is high."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """How high at this width."""
        return round(self._around(width, tight=len(self.buttons) >= MANY).height)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The seats go to their places."""
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.FontChange and hasattr(self, "buttons"):
            self.updateGeometry()
            self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The table between the seats, and who has the floor."""
        if self._table is None:
            return
        tokens = tokens_of(QApplication.palette())
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(*self._table)
        painter.setPen(QPen(QColor(tokens.hairline), 2))
        painter.setBrush(QColor(tokens.sheet))
        round_ = min(box.height(), seat_height(self.font(), self._scale)) / 2
        painter.drawRoundedRect(box, round_, round_)
        painter.setPen(QColor(tokens.ink_soft))
        painter.setFont(scaled(self.font(), self._scale))
        flags = int(Qt.AlignmentFlag.AlignCenter) | int(Qt.TextFlag.TextWordWrap)
        inner = box.adjusted(round_ / 2, 4, -round_ / 2, -4)
        metrics = QFontMetricsF(painter.font())
        self.written = next(self._in_the_middle(metrics, inner), "")
        painter.drawText(inner, flags, self.written)
        painter.end()

    def _in_the_middle(self, metrics: QFontMetricsF, room: QRectF) -> Iterator[str]:
        """From the whole sentence to the shortest; only what stands whole at this size."""
        if self.hint:
            words = [self.hint, self._digits.short_hint(self._numbers())]
            return self._that_fit(words, metrics, room)
        for seat in self._staat.seats:
            if seat.professional == self._staat.speaker:
                said = self.tr("Aan het woord:")
                words = [f"{said} {seat.number}\n{seat.functie}", f"{said} {seat.number}"]
                break
        else:
            here, all_ = len(self._staat.room), len(self._staat.seats)
            text = self.tr("{here} van {n} in de kamer").format(here=here, n=all_)
            words = [text, f"{here}/{all_}"]
        return self._that_fit(words, metrics, room)

    @staticmethod
    def _that_fit(words: list[str], metrics: QFontMetricsF, room: QRectF) -> Iterator[str]:
        wrap = int(Qt.TextFlag.TextWordWrap)
        return (text for text in words if room.contains(metrics.boundingRect(room, wrap, text)))

    def _numbers(self) -> list[int]:
        return [seat.number for seat in self._staat.seats]

    # --- choosing ---

    @property
    def current(self) -> str:
        """The professional on the seat that is looked at."""
        seats = self._staat.seats
        return seats[self._current].professional if seats else ""

    def choose(self, index: int) -> None:
        """Looks at the seat with this place in the list, from 0."""
        if 0 <= index < len(self.buttons):
            self._stop_at(index)
            self.buttons[index].setFocus(Qt.FocusReason.OtherFocusReason)
            self.chosen.emit(self.current)

    def take_focus(self) -> None:
        """To the seat that was looked at last."""
        self.choose(self._current)

    def _stop_at(self, index: int) -> None:
        """Only the seat that was looked at last is a stop for Tab."""
        self._current = index
        for place, button in enumerate(self.buttons):
            strong = Qt.FocusPolicy.StrongFocus
            button.setFocusPolicy(strong if place == index else Qt.FocusPolicy.ClickFocus)

    def _on_clicked(self, button: SeatButton) -> None:
        self._forget_digits()
        self.choose(self.buttons.index(button))
        self.floor_asked.emit(self.current)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 (Qt's name)
        """The keys of a seat, only while it has the focus."""
        if isinstance(watched, SeatButton) and isinstance(event, QKeyEvent):
            if event.type() is QEvent.Type.KeyPress and self._key(event):
                return True
            if event.type() is QEvent.Type.KeyRelease and event.key() == Qt.Key.Key_Space:
                return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        key = event.key()
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if not plain:
            return False
        digit = key - Qt.Key.Key_0
        if digit in range(10):
            self._choose_number(digit)
            return True
        self._forget_digits()
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        if key in steps and self.buttons:
            self.choose((self._current + steps[Qt.Key(key)]) % len(self.buttons))
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.floor_asked.emit(self.current)
        elif key == Qt.Key.Key_Space:
            self.door_asked.emit(self.current)
        else:
            return False
        return True

    def _choose_number(self, digit: int) -> None:
        """The second digit of a number belongs to the first, wherever numbers are typed."""
        numbers = self._numbers()
        wanted = self._digits.wanted(digit, numbers)
        self.hint = self._digits.hint(numbers)
        self.choose(wanted - 1)
        self.update()

    def _forget_digits(self) -> None:
        self._digits.forget()
        if self.hint:
            self.hint = ""
            self.update()
