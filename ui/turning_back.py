"""The menu Bewerken: what would be turned back or done again, by its name."""

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

from casus_app.werkbank import Uitkomst
from ui.actions import BY_NAME
from ui.messages import Messages
from ui.session import Session
from ui.widgets.plain_label import literal


class TurningBack(QObject):
    """Lives as long as the kluis is open."""

    def __init__(self, session: Session, messages: Messages, menu: QMenu, owner: QObject) -> None:
        super().__init__(owner)
        self._session = session
        self._messages = messages
        self._undo = QAction(self)
        menu.addAction(self._undo)
        self._undo.setShortcut(QKeySequence("Ctrl+Z"))
        self._undo.triggered.connect(lambda _checked: self._turn_back())
        self._redo = QAction(self)
        menu.addAction(self._redo)
        self._redo.setShortcuts([QKeySequence("Ctrl+Shift+Z"), QKeySequence("Ctrl+Y")])
        self._redo.triggered.connect(lambda _checked: self._do_again())
        self._name()
        session.changed.connect(self._name)

    def _turn_back(self) -> None:
        act = BY_NAME.get(self._session.undoable)
        if self._session.undo() and act:
            text = self.tr("Ongedaan gemaakt: {act}.").format(act=_small(act.text))
            self._messages.tell(text)

    def _do_again(self) -> None:
        act = BY_NAME.get(self._session.redoable)
        if self._session.redo() and act:
            text = self.tr("Opnieuw gedaan: {act}.").format(act=_small(act.text))
            self._messages.tell(text)

    def _name(self, _outcome: Uitkomst | None = None) -> None:
        """The menu says what would be turned back."""
        for action, name, verb in (
            (self._undo, self._session.undoable, self.tr("&Ongedaan maken")),
            (self._redo, self._session.redoable, self.tr("O&pnieuw doen")),
        ):
            act = BY_NAME.get(name)
            action.setEnabled(act is not None)
            action.setText(f"{verb}: {literal(_small(act.text))}" if act else verb)


def _small(text: str) -> str:
    return text[:1].lower() + text[1:]
