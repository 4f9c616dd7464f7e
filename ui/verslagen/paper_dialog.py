"""One paper to look at, over the window; it goes when one has seen it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QWidget

from ui.verslagen.paper_view import PaperView
from ui.widgets.buttons import button
from ui.widgets.layout import holder, horizontal, scrolling, vertical
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from casus_app.poorten import Papier
    from ui.desk import Desk


class PaperDialog(ReadingOrder, QDialog):
    """Not an export: nothing is written anywhere."""

    def __init__(self, desk: "Desk", papier: "Papier", parent: QWidget) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Papier bekijken"))
        self.view = PaperView()
        self.view.show_paper(papier)
        self._scroll = scrolling(
            holder(vertical(self.view, margin=16)), self.tr("Het papier, van boven naar beneden")
        )
        self.words = button(self.tr("Als &tekst"), self.turn)
        close = button(self.tr("Sluiten"), self.accept, kind="primary")
        foot = horizontal(self.words, None, close)
        foot.setContentsMargins(16, 8, 16, 16)
        self.setLayout(vertical(self._scroll, foot, gap=0))
        room = self.screen().availableGeometry()
        self.resize(min(820, room.width() - 48), min(900, room.height() - 64))
        desk.session.locked.connect(self.accept)

    def turn(self) -> None:
        """From the picture to the words, and back."""
        self.view.show_as_text(as_text=not self.view.as_text)
        text = self.tr("Als &blad") if self.view.as_text else self.tr("Als &tekst")
        self.words.setText(text)
