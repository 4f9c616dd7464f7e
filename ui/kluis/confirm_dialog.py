"""The passphrase once more, before what cannot be taken back (ASVS 7.5.1, 7.5.3)."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QProgressBar, QWidget

from casus_app.fouten import CasusFout
from ui.background import Background
from ui.widgets.buttons import button
from ui.widgets.layout import holder, horizontal, scrolling, vertical
from ui.widgets.notice import Notice
from ui.widgets.password_field import PasswordField
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

AGAIN = frozenset(
    {
        "casus.uitvoeren",
        "casus.vernietigen",
        "gebruiker.toelaten",
        "gebruiker.verwijderen",
        "gebruiker.rol-wijzigen",
        "herstelsleutel.maken",
    }
)
"""What a passer-by at an open screen must not be able to do. A practice kluis never asks."""
MARGIN = 24
LETTERS = 62
HOLDS = 300
"""Seconds; who has ten casussen to destroy types it once."""


class ConfirmDialog(ReadingOrder, QDialog):
    """Deriving the key takes a second, on another thread; a wrong passphrase costs nothing."""

    def __init__(
        self,
        what: str,
        check: Callable[[str], object],
        then: Callable[[], object],
        parent: QWidget,
    ) -> None:
        """`check` raises a `CasusFout` when it is not the passphrase of who opened the kluis."""
        super().__init__(parent)
        self._check, self._then = check, then
        self._background = Background(self)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setModal(True)
        self.setWindowTitle(what)
        self.notice = Notice()
        self.passphrase = PasswordField(self.tr("Uw wachtzin"))
        self.passphrase.submitted.connect(self.submit)
        label = PlainLabel(self.tr("Uw wachtzin"), kind="strong")
        label.setBuddy(self.passphrase)
        explain = self.tr("Dit kan niet terug. Typ uw wachtzin, zodat zeker is dat u het bent.")
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("De wachtzin wordt nagekeken"))
        self.bar.hide()
        self.no_button = button(self.tr("&Toch niet"), self.reject)
        self.yes_button = button(self.tr("&Verder"), self.submit, kind="primary")
        inside = vertical(
            PlainLabel(what, kind="heading"),
            PlainLabel(explain, kind="soft"),
            self.notice,
            vertical(label, self.passphrase, gap=4),
            self.bar,
            None,
            gap=12,
            margin=MARGIN,
        )
        area = scrolling(holder(inside), what)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = horizontal(None, self.no_button, self.yes_button)
        foot.setContentsMargins(MARGIN, 0, MARGIN, 16)
        self.setLayout(vertical(area, foot, gap=0))
        letter = self.fontMetrics().averageCharWidth()
        self.resize(LETTERS * letter, LETTERS * letter // 2)
        self.finished.connect(self._let_go)
        self.passphrase.setFocus()

    def submit(self) -> None:
        """Only when it fits anything happens."""
        typed = self.passphrase.text()
        if not typed:
            self.notice.say(self.tr("Typ eerst de wachtzin."), tone="warn")
            return
        self._wait(on=True)
        self.notice.clear()
        check = partial(self._check, typed)
        self._background.run(self, check, lambda _fits: self._confirm(), self._fail)

    def _confirm(self) -> None:
        self.accept()
        self._then()

    def _fail(self, fault: CasusFout) -> None:
        self._wait(on=False)
        self.notice.show_fault(fault)
        self.passphrase.setFocus()

    def _wait(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        self.passphrase.setEnabled(not on)
        self.yes_button.setEnabled(not on)

    def _let_go(self) -> None:
        """No passphrase stays in a field, and nobody waits for an answer any more."""
        self.passphrase.wipe()
        self._background.finish()
