"""Draws a `Beamerbeeld`, large enough to read from three metres, and knows nothing else."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
    QResizeEvent,
)
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from ui import theme
from ui.beamer.beeld import Afspraakregel, Beamerbeeld, Casusbeeld, Cel, Rij
from ui.beamer.fitting import cut_to, height_of, unbroken, window_of
from ui.tafel.steps import TEXTS, Step
from ui.texts import counted
from ui.widgets.layout import holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

LINES = 30
"""The smallest text is a thirtieth of the height: at three metres its capitals are 18 minutes of
arc on a screen of 55 inch and 31 on a picture of two metres (ISO 9241-303 asks at least 16)."""
COLUMNS = 48
"""And at most a forty-eighth of the width, for screens that are nearly square."""
MARGIN = 1.5
QUESTION_LINES = 4
WORDS = {
    Cel.MEE: "mag mee",
    Cel.HIER: "blijft hier",
    Cel.EIGEN: "eigen",
    Cel.VRAAG: "nog vragen",
    Cel.DERDE: "derde: eerst toets",
    Cel.NOOIT: "neemt niets mee",
}
AGREED = (1.5, 1.25, 1.0)
"""Sizes for the afspraken."""


class BeamerView(QWidget):
    """Everything is made anew from the beeld, so that nothing of an earlier one stays."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("beamer")
        self.setAutoFillBackground(True)
        self._beeld: Beamerbeeld | None = None
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._sheet = QWidget()
        self._layout = QVBoxLayout()

    def show_beeld(self, beeld: Beamerbeeld | None) -> None:
        """Shows this; `None` shows nothing at all."""
        if beeld != self._beeld:
            self._beeld = beeld
            self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 (Qt's name)
        """The letters follow the screen, not the text size of the program."""
        super().resizeEvent(event)
        self._build()

    @property
    def unit(self) -> float:
        """The smallest text, in pixels."""
        return min(self.height() / LINES, self.width() / COLUMNS)

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Takes what it gets."""
        return QSize(640, 360)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Never pushes a window open."""
        return QSize(0, 0)

    # --- building ---

    def _build(self) -> None:
        self._sheet.hide()
        self._sheet.setParent(None)  # gone now, and not when Qt gets round to it
        self._sheet.deleteLater()
        margin = round(MARGIN * self.unit)
        self._layout = vertical(gap=0, margin=margin)
        self._sheet = holder(self._layout)
        self._outer.addWidget(self._sheet)
        beeld = self._beeld
        if beeld is None:
            return
        if beeld.casus is None:
            self._build_waiting(beeld)
        else:
            self._build_casus(beeld.klok, beeld.casus)

    def _build_waiting(self, beeld: Beamerbeeld) -> None:
        clock = self._label(beeld.klok, 7, bold=True)
        wait = self._label(self.tr("Even geduld"), 2.5)
        self._layout.addStretch(2)
        for label in (clock, wait):
            label.setAlignment(Qt.AlignmentFlag.AlignCenter)
            self._layout.addWidget(label)
        self._layout.addStretch(3)

    def _build_casus(self, klok: str, casus: Casusbeeld) -> None:
        width = self.width() - 2 * round(MARGIN * self.unit)
        clock = self._label(klok, 2.2, bold=True, wrap=False)
        minutes = self._label(casus.minuten, 1, wrap=False)
        head = horizontal(
            self._label(casus.code, 2.2, bold=True, wrap=False), None, minutes, clock
        )
        head.setSpacing(round(self.unit))
        question = self._question(casus.vraag, width)
        steps = holder(horizontal(*(self._step(step, casus.stap) for step in Step), None))
        top = vertical(head, question, steps, gap=round(0.6 * self.unit))
        self._layout.addLayout(top)
        self._layout.addSpacing(round(self.unit))
        used = sum(
            (
                clock.sizeHint().height(),
                question.heightForWidth(width),
                steps.sizeHint().height(),
                round((2 * MARGIN + 2 * 0.6 + 1) * self.unit),
            )
        )
        room = self.height() - used
        body = self._matrix if casus.stap is Step.MEENEMEN and casus.rijen else self._agreed
        self._layout.addWidget(body(casus, width, room))
        self._layout.addStretch(1)

    def _question(self, text: str, width: int) -> PlainLabel:
        """Large when it is short; at most four lines."""
        sizes = (1.7, 1.3, 1.0)
        fitting = (size for size in sizes if self._lines(text, size, width) <= QUESTION_LINES // 2)
        size = next(fitting, sizes[-1])
        font = self._font(size, bold=True)
        shown = cut_to(text, font, width, QUESTION_LINES * QFontMetrics(font).lineSpacing())
        return self._label(shown, size, bold=True)

    def _step(self, step: Step, now: Step) -> PlainLabel:
        label = self._label(TEXTS[step].name, 1, bold=step is now, wrap=False)
        label.setObjectName("stap-nu" if step is now else "stap")
        pad = round(0.4 * self.unit)
        label.setContentsMargins(pad, 0, pad, 0)
        if step is now:
            label.setAccessibleName(self.tr("Nu: {step}").format(step=TEXTS[step].name))
        return label

    # --- afspraken ---

    def _agreed(self, casus: Casusbeeld, width: int, room: int) -> QWidget:
        """As large as all of them fit; when the smallest is too large, the last ones."""
        title = self.tr("Afspraken") if casus.afspraken else self.tr("Nog geen afspraken")
        inside = vertical(self._label(title, 1.2, bold=bool(casus.afspraken)))
        inside.setSpacing(round(0.4 * self.unit))
        day = round(4 * AGREED[0] * self.unit)
        left = room - 2 * self._line(1.2)
        heights: list[int] = []
        size, who, what = AGREED[-1], 0, 0
        for size in AGREED:
            longest = self._longest_word(casus.afspraken, size)
            who = min(max(longest, round(width * 0.26)), round(width * 0.4))
            what = width - who - day - 2 * round(self.unit)
            heights = [self._high(regel, size, who, what) for regel in casus.afspraken]
            if longest <= who and sum(heights) <= left:
                break
        else:
            left -= self._line(1)
        first, _ = window_of(heights, left, len(heights) - 1)
        if first:
            inside.addWidget(self._label(self.tr("… en nog {n} eerder").format(n=first), 1))
        grid = QGridLayout()
        grid.setHorizontalSpacing(round(self.unit))
        grid.setVerticalSpacing(round(0.4 * self.unit))
        grid.setColumnStretch(1, 1)
        font, bold = self._font(size), self._font(size, bold=True)
        for row, regel in enumerate(casus.afspraken[first:]):
            labels = (
                self._label(cut_to(regel.wie, bold, who, left), size, bold=True),
                self._label(cut_to(regel.wat, font, what, left), size),
                self._label(regel.dag, size, bold=True, wrap=False),
            )
            labels[0].setFixedWidth(who)
            for column, label in enumerate(labels):
                grid.addWidget(label, row, column, Qt.AlignmentFlag.AlignTop)
        inside.addLayout(grid)
        return holder(inside)

    def _longest_word(self, afspraken: Sequence[Afspraakregel], size: float) -> int:
        """Who does it stands there whole."""
        metrics = QFontMetrics(self._font(size, bold=True))
        words = (word for regel in afspraken for word in regel.wie.split())
        return max((metrics.horizontalAdvance(word) + 2 for word in words), default=0)

    def _high(self, regel: Afspraakregel, size: float, who: int, what: int) -> int:
        heights = (
            height_of(regel.wie, self._font(size, bold=True), who),
            height_of(regel.wat, self._font(size), what),
        )
        return max(heights) + round(0.4 * self.unit)

    # --- meenemen ---

    def _matrix(self, casus: Casusbeeld, width: int, room: int) -> QWidget:
        """The rows around the first one that still has to be asked."""
        side, gap = round(1.5 * self.unit), round(0.3 * self.unit)
        each = min(round(3 * self.unit), round(width * 0.55) // max(len(casus.stoelen), 1))
        name_width = width - each * len(casus.stoelen) - round(self.unit)
        functies = [f"{stoel.nummer} {stoel.functie}" for stoel in casus.stoelen]
        people = "  ·  ".join(map(unbroken, functies))
        left = room - self._line(1) - side - round(self.unit) - 4 * gap
        left -= height_of(people, self._font(1), width)
        legend = self._marks(casus, width)
        left -= (len(legend) - 1) * (side + gap)
        bold = self._font(1, bold=True)
        heights = [
            max(side, height_of(row_name(rij), bold, name_width)) + gap for rij in casus.rijen
        ]
        asked = next((n for n, rij in enumerate(casus.rijen) if Cel.VRAAG in rij.cellen), 0)
        if sum(heights) > left:
            left -= self._line(1) + gap
        first, last = window_of(heights, left, asked)
        grid = QGridLayout()
        grid.setHorizontalSpacing(0)
        grid.setVerticalSpacing(gap)
        for column, stoel in enumerate(casus.stoelen, start=1):
            number = self._label(str(stoel.nummer), 1, bold=True, wrap=False)
            number.setAccessibleName(f"{stoel.nummer} {stoel.functie}")
            number.setFixedWidth(each)
            number.setAlignment(Qt.AlignmentFlag.AlignCenter)
            grid.addWidget(number, 0, column)
        for row, rij in enumerate(casus.rijen[first : last + 1], start=1):
            name = self._label(row_name(rij), 1, bold=Cel.VRAAG in rij.cellen)
            name.setFixedWidth(name_width)
            grid.addWidget(name, row, 0)
            for column, cel in enumerate(rij.cellen, start=1):
                said = f"{casus.stoelen[column - 1].functie}: {WORDS[cel]}"
                grid.addWidget(Mark(cel, each, side, said), row, column)
        inside = vertical(grid, gap=gap)
        hidden = len(casus.rijen) - (last + 1 - first)
        if hidden:
            rows = counted(hidden, self.tr("regel"), self.tr("regels"))
            inside.addWidget(self._label(self.tr("… en nog {rows}").format(rows=rows), 1))
        inside.addSpacing(round(0.5 * self.unit))
        inside.addWidget(self._label(people, 1))
        for line in legend:
            inside.addLayout(line)
        return holder(inside)

    def _marks(self, casus: Casusbeeld, width: int) -> list[QHBoxLayout]:
        """What the shapes mean that are there, on as many lines as that takes."""
        used = {cel for rij in casus.rijen for cel in rij.cellen}
        side, gap = round(1.3 * self.unit), round(0.3 * self.unit)
        lines, taken = [horizontal(gap=gap)], 0
        for cel in (cel for cel in Cel if cel in used):
            label = self._label(WORDS[cel], 1, wrap=False)
            wanted = side + 3 * gap + label.sizeHint().width() + round(self.unit)
            if taken + wanted > width:
                lines, taken = [*lines, horizontal(gap=gap)], 0
            taken += wanted
            lines[-1].addWidget(Mark(cel, side, side, ""))
            lines[-1].addWidget(label)
            lines[-1].addSpacing(round(self.unit))
        for line in lines:
            line.addStretch(1)
        return lines

    # --- letters ---

    def _font(self, size: float, *, bold: bool = False) -> QFont:
        font = QFont(theme.FAMILY)
        font.setPixelSize(max(1, round(size * self.unit)))
        font.setBold(bold)
        font.setFeature(QFont.Tag("tnum"), 1)  # the minutes do not jump
        return font

    def _label(
        self, text: str, size: float, *, bold: bool = False, wrap: bool = True
    ) -> PlainLabel:
        label = PlainLabel(text, wrap=wrap)
        label.setFont(self._font(size, bold=bold))
        return label

    def _line(self, size: float) -> int:
        return QFontMetrics(self._font(size)).lineSpacing()

    def _lines(self, text: str, size: float, width: int) -> int:
        font = self._font(size, bold=True)
        return height_of(text, font, width) // QFontMetrics(font).lineSpacing()


class Mark(QWidget):
    """A shape for how it stands; the word is for a screen reader and in the legend."""

    def __init__(self, cel: Cel, width: int, height: int, said: str) -> None:
        super().__init__()
        self._cel = cel
        self.setFixedSize(width, height)
        self.setAccessibleName(said)

    def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """Filled is taken along, a ring stays, a diamond is their own."""
        tokens = theme.shown(self.palette())
        side = min(self.width(), self.height()) * 0.72
        middle = QPointF(self.width() / 2, self.height() / 2)
        box = QRectF(middle.x() - side / 2, middle.y() - side / 2, side, side)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(tokens.ink), max(2.0, side / 12))
        painter.setPen(pen)
        draw: dict[Cel, Callable[[], object]] = {
            Cel.MEE: lambda: _taken(painter, box, tokens),
            Cel.HIER: lambda: painter.drawEllipse(box),
            Cel.EIGEN: lambda: painter.drawPolygon(_diamond(middle, side / 2)),
            Cel.VRAAG: lambda: self._ask(painter, box),
            Cel.DERDE: lambda: _gate(painter, middle, side / 2),
            Cel.NOOIT: lambda: painter.drawLine(
                QPointF(box.left() + side / 5, middle.y()),
                QPointF(box.right() - side / 5, middle.y()),
            ),
        }
        draw[self._cel]()
        painter.end()

    def _ask(self, painter: QPainter, box: QRectF) -> None:
        font = QFont(theme.FAMILY)
        font.setPixelSize(max(1, round(box.height())))
        font.setBold(True)
        painter.setFont(font)
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, "?")


def _taken(painter: QPainter, box: QRectF, tokens: theme.Tokens) -> None:
    painter.setBrush(QColor(tokens.accent))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawEllipse(box)
    painter.setPen(QPen(QColor(tokens.ink_on_accent), box.width() / 8))
    left, top, side = box.left(), box.top(), box.width()
    points = ((0.26, 0.52), (0.44, 0.70), (0.75, 0.34))
    painter.drawPolyline(QPolygonF([QPointF(left + x * side, top + y * side) for x, y in points]))


def _gate(painter: QPainter, middle: QPointF, half: float) -> None:
    """A triangle with a stroke: something comes first; the diamond is their own."""
    x, y = middle.x(), middle.y()
    corners = ((x, y - half), (x + half, y + half * 0.8), (x - half, y + half * 0.8))
    painter.drawPolygon(QPolygonF([QPointF(*corner) for corner in corners]))
    painter.drawLine(QPointF(x, y - half * 0.3), QPointF(x, y + half * 0.35))


def _diamond(middle: QPointF, half: float) -> QPolygonF:
    x, y = middle.x(), middle.y()
    corners = ((x, y - half), (x + half, y), (x, y + half), (x - half, y))
    return QPolygonF([QPointF(*corner) for corner in corners])


def row_name(rij: Rij) -> str:
    """Who and which category."""
    return f"{rij.wie}: {rij.wat}"
