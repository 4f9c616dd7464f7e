"""The line drawings of the program, in one place; they take their colour from the tokens.

An icon never stands alone: there is always a word beside it.
"""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_FOLDER = Path(__file__).parent.parent / "resources" / "iconen" / "lijn"
_STROKE = b'stroke="#000"'
"""How every drawing says "the colour of the moment"."""


def names() -> list[str]:
    """Every icon there is."""
    return sorted(file.stem for file in _FOLDER.glob("*.svg"))


def icon(name: str, ink: QColor, chosen: QColor, size: int, ratio: float) -> QIcon:
    """The drawing in the ink of the page, and in another ink where it is the chosen one.

    `size` in pixels that do not depend on the screen, `ratio` of the screen.
    """
    made = QIcon()
    for colour, state in ((ink, QIcon.State.Off), (chosen, QIcon.State.On)):
        made.addPixmap(_drawn(name, colour, size, ratio), QIcon.Mode.Normal, state)
    return made


def _drawn(name: str, colour: QColor, size: int, ratio: float) -> QPixmap:
    drawing = QSvgRenderer(_coloured(name, colour.name()))
    pixmap = QPixmap(QSize(size, size) * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    drawing.render(painter, QRectF(0, 0, size, size))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _coloured(name: str, colour: str) -> QByteArray:
    plain = (_FOLDER / f"{name}.svg").read_bytes()
    return QByteArray(plain.replace(_STROKE, f'stroke="{colour}"'.encode()))
