"""Privéstand: for a mirrored desktop. The window itself shows only what the room may see."""

from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QStackedWidget, QWidget

from ui.beamer.beamer import SECONDS, Beamer
from ui.beamer.view import BeamerView
from ui.widgets.layout import holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from PySide6.QtWidgets import QMenuBar

KEY = "F9"


class Private(QObject):
    """On and off by one key; what was open stands there again afterwards."""

    turned = Signal(bool)

    def __init__(self, stack: QStackedWidget, beamer: Beamer) -> None:
        super().__init__(stack)
        self.on = False
        self._stack = stack
        self._beamer = beamer
        self._before: QWidget | None = None
        self._dialogs: list[QDialog] = []
        self.view = BeamerView()
        told = self.tr("Privéstand: hier staat alleen wat de kamer mag zien. {key} is terug.")
        hint = PlainLabel(told.format(key=KEY), kind="small", wrap=False)
        self.page = holder(vertical(self.view, horizontal(None, hint, None, margin=4), gap=0))
        layout = self.page.layout()
        if layout is not None:
            layout.setStretch(0, 1)  # type: ignore[attr-defined]  # it is a box
        stack.addWidget(self.page)
        self._look = QTimer(self)
        self._look.setInterval(SECONDS * 1000)
        self._look.timeout.connect(self._draw)

    def turn(self, bar: "QMenuBar") -> None:
        """The other way."""
        if self.on:
            self.leave(bar)
        else:
            self._enter(bar)

    def _enter(self, bar: "QMenuBar") -> None:
        self.on = True
        self._before = self._stack.currentWidget()
        while (popup := QApplication.activePopupWidget()) is not None and popup.close():
            pass  # a list that is open lies over everything
        self._dialogs = [
            window
            for window in QApplication.topLevelWidgets()
            if isinstance(window, QDialog) and window.isVisible()
        ]
        for dialog in self._dialogs:
            dialog.hide()
        self._stack.setCurrentWidget(self.page)
        self._stack.window().activateWindow()
        self._stack.window().setFocus()
        _allow(bar, everything=False)
        self._draw()
        self._look.start()
        self.turned.emit(True)

    def leave(self, bar: "QMenuBar", *, back: bool = True) -> None:
        """Back to where one was; or only off, because the kluis is closed."""
        if not self.on:
            return
        self.on = False
        self._look.stop()
        self.view.show_beeld(None)
        _allow(bar, everything=True)
        if back and self._before is not None and shiboken6.isValid(self._before):
            self._stack.setCurrentWidget(self._before)
        for dialog in self._dialogs:
            if back and shiboken6.isValid(dialog):
                dialog.show()
        self._before, self._dialogs = None, []
        self.turned.emit(False)

    def _draw(self) -> None:
        self.view.show_beeld(self._beamer.beeld())


def _allow(bar: "QMenuBar", *, everything: bool) -> None:
    """Only the menu that is marked stays; the keys of the others sleep."""
    for action in bar.actions():
        menu = action.menu()
        if isinstance(menu, QMenu) and not menu.property("ook-prive"):
            action.setEnabled(everything)
