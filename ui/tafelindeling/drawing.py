"""The drawn tafelindeling: looks, listens to mouse and keyboard, and says what is wanted."""

from typing import ClassVar

from PySide6.QtCore import QEvent, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QFontMetricsF,
    QGuiApplication,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ui.tafelindeling.arrangement import Arrangement
from ui.tafelindeling.layout import Measures, Picture, lay_out
from ui.tafelindeling.painting import Brush, Marked, tokens_of
from ui.tafelindeling.plan import story

MOTION = 150
"""Milliseconds in which a casus goes to its place; none when the system says so."""
SMALL = 0.9
NARROWEST = 240


class Drawing(QWidget):
    """Shows an `Arrangement` and changes only its draft; the panel does the acts."""

    touched = Signal()
    """Another casus or person is chosen, or the draft is another."""
    keep_asked = Signal()
    back_asked = Signal()
    shortest_asked = Signal()
    pin_asked = Signal()
    times_asked = Signal()
    pause_asked = Signal()
    KEYS: ClassVar[tuple[tuple[str, str], ...]] = (
        ("Pijlen", "Een casus of iemand kiezen"),
        ("Alt+pijl", "De casus verplaatsen"),
        ("P", "Vastzetten of losmaken"),
        ("R", "Een pauze erna"),
        ("T", "De tijden"),
        ("Enter", "Bewaren, of de kortste wachttijd zoeken"),
        ("Esc", "Terugzetten"),
    )
    """Only while the drawing has the focus; `ui.keys` shows them."""
    _KEYS: ClassVar[dict[int, str]] = {
        Qt.Key.Key_Left.value: "_left",
        Qt.Key.Key_Right.value: "_right",
        Qt.Key.Key_Up.value: "_up",
        Qt.Key.Key_Down.value: "_down",
        Qt.Key.Key_Return.value: "_enter",
        Qt.Key.Key_Enter.value: "_enter",
        Qt.Key.Key_Escape.value: "_escape",
        Qt.Key.Key_P.value: "_pin",
        Qt.Key.Key_T.value: "_times",
        Qt.Key.Key_R.value: "_rest",
    }

    def __init__(self, arrangement: Arrangement, *, editable: bool) -> None:
        super().__init__()
        self.arrangement = arrangement
        self._editable = editable
        self._picture: Picture | None = None
        self._grabbed: tuple[str, float] | None = None
        self._from: dict[str, float] = {}
        self._motion = QVariantAnimation(self)
        self._motion.setDuration(MOTION)
        self._motion.setStartValue(1.0)
        self._motion.setEndValue(0.0)
        self._motion.valueChanged.connect(self._on_motion)
        self.setAccessibleName(self.tr("Tafelindeling"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMinimumWidth(NARROWEST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.look_again()

    @property
    def picture(self) -> Picture:
        """Where everything is now."""
        if self._picture is None:
            self._picture = self._lay_out()
        return self._picture

    def look_again(self, *, moving: bool = False) -> None:
        """The arrangement is another; `moving` lets the casussen go to their places."""
        before = {c.casus: c.box.x for c in self._picture.columns} if self._picture else {}
        self._picture = self._lay_out()
        self.setFixedHeight(round(self._picture.height))
        self.setAccessibleDescription(story(self.arrangement.shown))
        self._motion.stop()
        self._from = {}
        if moving and self.isVisible() and _motion_is_welcome():
            after = {column.casus: column.box.x for column in self._picture.columns}
            self._from = {casus: x - after[casus] for casus, x in before.items() if casus in after}
            self._motion.start()
        self.update()

    def _lay_out(self) -> Picture:
        normal, small = self._fonts()
        large, little = QFontMetricsF(normal), QFontMetricsF(small)
        measures = Measures(
            max(self.width(), NARROWEST),
            large.height(),
            little.height(),
            large.horizontalAdvance,
            little.horizontalAdvance,
        )
        arrangement = self.arrangement
        return lay_out(arrangement.shown, measures, arrangement.pins, arrangement.windows)

    def _fonts(self) -> tuple[QFont, QFont]:
        normal = QApplication.font()
        small = QFont(normal)
        small.setPointSizeF(normal.pointSizeF() * SMALL)
        return normal, small

    def _on_motion(self, _left: float) -> None:
        self.update()

    # --- Qt asks ---

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """As high as its rows."""
        return QSize(NARROWEST * 3, round(self.picture.height))

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The bars scale along."""
        super().resizeEvent(event)
        if event.oldSize().width() != event.size().width():
            self.look_again()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 (Qt's name)
        """Another text size or other colours."""
        super().changeEvent(event)
        looks = {QEvent.Type.FontChange, QEvent.Type.PaletteChange, QEvent.Type.StyleChange}
        if event.type() in looks and self._picture is not None:
            self.look_again()

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Draws it."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        left = self._motion.currentValue()
        moving = self._motion.state() is QVariantAnimation.State.Running
        shift = {casus: dx * float(left) for casus, dx in self._from.items()} if moving else {}
        tokens = tokens_of(QApplication.palette())
        arrangement = self.arrangement
        draft = arrangement.draft is not None
        marked = Marked(arrangement.casus, arrangement.mens, self.hasFocus(), draft)
        Brush(painter, self.picture, tokens, self._fonts(), shift).draw(marked)
        painter.end()

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """The chosen casus is marked stronger."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:  # noqa: N802 (Qt's name)
        """And weaker again; a draft stays."""
        super().focusOutEvent(event)
        self.update()

    # --- the mouse ---

    def mousePressEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Chooses a casus to take along, or a person."""
        if event.button() is not Qt.MouseButton.LeftButton:
            event.ignore()
            return
        x, y = event.position().x(), event.position().y()
        column, row = self.picture.column_at(x, y), self.picture.row_at(y)
        if (gap := self.picture.gap_at(x, y)) is not None and self._editable:
            self.arrangement.casus = self.arrangement.shown.codes[gap.after - 1]
            self.update()
            self.touched.emit()
            self.pause_asked.emit()
            return
        if row is not None:
            self.arrangement.mens = row.mens
        if column is not None:
            self.arrangement.casus = column.casus
            if self._editable and column.moves:
                self._grabbed = (column.casus, x)
                self._origin = self.picture
        self.touched.emit()
        self.update()
        if column is None and row is not None and self._editable:
            self.times_asked.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """The others make room, and the waiting is told at once."""
        if self._grabbed is None:
            return
        casus, start = self._grabbed
        self.setCursor(Qt.CursorShape.ClosedHandCursor)
        own = next(column for column in self._origin.columns if column.casus == casus)
        middle = own.box.middle + event.position().x() - start
        others = [c.box.middle for c in self._origin.columns if c.casus != casus]
        place = sum(1 for other in others if other < middle) + 1
        if self.arrangement.move(casus, place):
            self.look_again(moving=True)
            self.touched.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 (Qt's name)
        """Dropped: that is where it should be."""
        super().mouseReleaseEvent(event)
        grabbed, self._grabbed = self._grabbed, None
        self.unsetCursor()
        if grabbed is not None and self.arrangement.draft is not None:
            self.keep_asked.emit()

    # --- the keyboard ---

    def event(self, event: QEvent) -> bool:
        """Alt with an arrow moves a casus here, and only elsewhere goes a page back."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() is QEvent.Type.ShortcutOverride
            and event.modifiers() == Qt.KeyboardModifier.AltModifier
            and event.key() in {Qt.Key.Key_Left.value, Qt.Key.Key_Right.value}
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 (Qt's name)
        """Only while this has the focus."""
        name = self._KEYS.get(event.key())
        alt = event.modifiers() == Qt.KeyboardModifier.AltModifier
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if name in {"_left", "_right"} and (alt or plain):
            self._sideways(-1 if name == "_left" else 1, moves=alt)
        elif name in {"_up", "_down"} and plain:
            self.arrangement.choose_next_mens(-1 if name == "_up" else 1)
            self._tell()
        elif name is None or not plain or not self._act(name):
            super().keyPressEvent(event)

    def _sideways(self, step: int, *, moves: bool) -> None:
        if not moves:
            self.arrangement.choose_next(step)
            self._tell()
        elif self._editable and self.arrangement.step(step):
            self.look_again(moving=True)
            self.touched.emit()

    def _act(self, name: str) -> bool:
        draft = self.arrangement.draft is not None
        if name == "_escape":
            self._grabbed = None
            if draft:
                self.back_asked.emit()
            return draft
        if not self._editable:
            return False
        if name == "_enter":
            (self.keep_asked if draft else self.shortest_asked).emit()
        else:
            asks = {"_pin": self.pin_asked, "_times": self.times_asked, "_rest": self.pause_asked}
            asks[name].emit()
        return True

    def _tell(self) -> None:
        self.touched.emit()
        self.update()


def _motion_is_welcome() -> bool:
    hints = QGuiApplication.styleHints()  # held: what it gives dies with it (PySide6 6.12)
    wanted = getattr(hints.accessibility(), "motionPreference", None)  # Qt 6.12 and later
    return wanted is not None and wanted().name == "NoPreference"
