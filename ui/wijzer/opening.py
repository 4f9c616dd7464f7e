"""The one way in to the grondslagwijzer, from the menu, from F1 and from zoek of doe."""

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from casus_app.catalogus import laad
from ui.session import Session
from ui.wijzer.begin import Begin, begin_with
from ui.wijzer.wijzer_dialog import WijzerDialog

KEY = "F1"


def open_wijzer(
    window: QWidget, session: Session | None, speaker: str | None = None
) -> WijzerDialog:
    """Shows it beside what is open; a second time brings the same one to the front."""
    for dialog in QApplication.topLevelWidgets():
        if isinstance(dialog, WijzerDialog) and dialog.isVisible():
            dialog.raise_()
            dialog.activateWindow()
            return dialog
    parent = QApplication.activeModalWidget() or window
    begin = begin_with(session, speaker) if session else Begin()
    made = WijzerDialog(session.catalogus if session else laad(), begin, parent)
    made.show()
    return made


def add_key(dialog: QDialog, session: Session) -> None:
    """F1 in a form too: a dialog in front of the window stops the key of the menu."""
    shortcut = QShortcut(QKeySequence(KEY), dialog)
    shortcut.activated.connect(lambda: open_wijzer(dialog, session))
