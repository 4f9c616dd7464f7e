"""A paper as it will be on the mat: the picture of its bytes, or the text that stands in them."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from casus_app.papier.beeld import Beeld, bladen
from casus_app.poorten import Papier
from ui.widgets.layout import empty, framed, vertical
from ui.widgets.plain_label import PlainLabel

SHARP = 1240
"""Dots over the width of a sheet: 150 to the inch, so that it stays sharp on a large screen."""


class Sheet(QWidget):
    """One page, as wide as there is room; who cannot see it hears its text."""

    def __init__(self, beeld: Beeld, name: str) -> None:
        super().__init__()
        self._image = QImage(
            beeld.punten, beeld.breed, beeld.hoog, beeld.stap, QImage.Format.Format_RGB32
        ).copy()
        self.setAccessibleName(name)
        self.setAccessibleDescription(beeld.tekst)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setMaximumWidth(beeld.breed)

    def hasHeightForWidth(self) -> bool:  # noqa: N802 (Qt's name)
        """A sheet keeps its shape."""
        return True

    def heightForWidth(self, width: int) -> int:  # noqa: N802 (Qt's name)
        """How high at this width."""
        return round(width * self._image.height() / self._image.width())

    def sizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Half its sharp size is a comfortable page."""
        wide = self._image.width() // 2
        return QSize(wide, self.heightForWidth(wide))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 (Qt's name)
        """Narrower than this nobody reads it; then the text is better."""
        return QSize(240, self.heightForWidth(240))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 (Qt's name)
        """The picture, and a ring when it has the focus."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._image)
        palette = self.palette()
        focused = self.hasFocus()
        pen = painter.pen()
        pen.setColor(palette.highlight().color() if focused else palette.mid().color())
        pen.setWidth(3 if focused else 1)
        painter.setPen(pen)
        inset = pen.width() // 2
        painter.drawRect(self.rect().adjusted(inset, inset, -inset - 1, -inset - 1))


class PaperView(QWidget):
    """All sheets under each other; `as_text` shows what stands there instead."""

    def __init__(self) -> None:
        super().__init__()
        self._column = vertical(gap=12)
        self.setLayout(self._column)
        self._papier: Papier | None = None
        self._beelden: tuple[Beeld, ...] = ()
        self.as_text = False

    @property
    def text(self) -> str:
        """What an independent reader finds in the bytes."""
        return "\n".join(beeld.tekst.replace("\r\n", "\n") for beeld in self._beelden)

    def show_paper(self, papier: Papier) -> None:
        """These bytes and no others."""
        if papier != self._papier:
            self._papier, self._beelden = papier, bladen(papier.inhoud, SHARP)
        self._draw()

    def show_as_text(self, *, as_text: bool) -> None:
        """The words in the size of the program, or the picture."""
        self.as_text = as_text
        self._draw()

    def forget(self) -> None:
        """Nobody is looking any more."""
        self._papier, self._beelden = None, ()
        empty(self._column)

    def _draw(self) -> None:
        empty(self._column)
        for number, beeld in enumerate(self._beelden, start=1):
            if self.as_text:
                text = beeld.tekst.replace("\r\n", "\n")
                self._column.addWidget(framed("card", vertical(PlainLabel(text), margin=16)))
            else:
                name = self.tr("Blad {n} van {all}").format(n=number, all=len(self._beelden))
                self._column.addWidget(Sheet(beeld, name))
        self._column.addStretch(1)
