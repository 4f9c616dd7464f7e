"""Wachtzin kwijt: the key from the envelope, or the halves of two, typed over from paper."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from casus_app.domein.toegang import Geheim
from casus_app.fouten import CasusFout
from casus_app.regels.herstel import overgetypt
from ui.background import Background
from ui.widgets.buttons import button, submit_keys
from ui.widgets.layout import holder, horizontal, scrolling, vertical
from ui.widgets.notice import Notice
from ui.widgets.password_field import PasswordField
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

if TYPE_CHECKING:
    from casus_app.deuren import Deuren
    from casus_app.werkbank import Werkbank

MARGIN = 24
LETTERS = 72


class RecoveryDialog(ReadingOrder, QDialog):
    """A typing error is found and pointed at before the kluis is asked anything."""

    opened = Signal(object)
    """A `Werkbank` in which only a new passphrase can be chosen."""

    def __init__(self, deuren: "Deuren", place: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._deuren, self._place = deuren, place
        self._background = Background(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Met de herstelsleutel"))
        self.notice = Notice()
        self.first = PasswordField(self.tr("Herstelsleutel"))
        self.second = PasswordField(self.tr("De andere helft"))
        for field in (self.first, self.second):
            field.show_button.setChecked(True)  # one copies it from paper, and reads along
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("De herstelsleutel wordt nagekeken"))
        self.bar.hide()
        self.no_button = button(self.tr("&Toch niet"), self.reject)
        self.yes_button = button(self.tr("&Openen"), self.submit, kind="primary")
        self._lay_out()
        submit_keys(self, self.submit)
        self.first.submitted.connect(self.submit)
        self.second.submitted.connect(self.submit)
        self.finished.connect(self._let_go)
        self.first.setFocus()

    def _lay_out(self) -> None:
        explain = self.tr(
            "Neem de envelop en typ de negen groepen over. Hoofdletters en streepjes maken niet "
            "uit. Daarna kiest u een nieuwe wachtzin. Dat de sleutel gebruikt is, komt in het "
            "logboek."
        )
        fields = []
        for field, text, help_text in (
            (self.first, self.tr("Herstelsleutel"), self.tr("Negen groepen van vijf tekens.")),
            (self.second, self.tr("De andere helft"), self.tr("Leeg als er één envelop is.")),
        ):
            label = PlainLabel(text, kind="strong")
            label.setBuddy(field)
            fields.append(vertical(label, PlainLabel(help_text, kind="small"), field, gap=4))
        inside = vertical(
            PlainLabel(self.tr("Met de herstelsleutel"), kind="title"),
            PlainLabel(explain, kind="soft"),
            self.notice,
            *fields,
            self.bar,
            None,
            gap=12,
            margin=MARGIN,
        )
        area = scrolling(holder(inside), self.tr("Met de herstelsleutel"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = horizontal(None, self.no_button, self.yes_button)
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self.setLayout(vertical(area, foot, gap=0))
        room = self.screen().availableGeometry().size() - QSize(48, 64)
        wide = min(LETTERS * self.fontMetrics().averageCharWidth(), room.width())
        self.resize(wide, min(470, room.height()))

    def submit(self) -> None:
        """Reads what was typed; only a whole key goes to the kluis."""
        half = Geheim(self.second.text()) if self.second.text().strip() else None
        try:
            sleutel = overgetypt(Geheim(self.first.text()), half)
        except CasusFout as fault:
            self.notice.show_fault(fault)
            return
        self.notice.clear()
        self._wait(on=True)
        place = self._place
        self._background.run(
            self,
            lambda: self._deuren.open_met_herstelsleutel(place, sleutel),
            self._succeed,
            self._fail,
        )

    def _succeed(self, werkbank: "Werkbank") -> None:
        self.accept()
        self.opened.emit(werkbank)

    def _fail(self, fault: CasusFout) -> None:
        self._wait(on=False)
        self.notice.show_fault(fault)
        self.first.setFocus()

    def _wait(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        for part in (self.first, self.second, self.yes_button):
            part.setEnabled(not on)

    def _let_go(self) -> None:
        """No key stays in a field; a kluis that opens after all is closed again."""
        for field in (self.first, self.second):
            field.wipe()
        self._background.finish()
