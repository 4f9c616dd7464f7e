"""Kijken en werken zoals een mens: op wat er staat drukken, typen waar de cursor is, lezen."""

from collections.abc import Iterator
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ui.forms.act_dialog import ActDialog
from ui.main_window import MainWindow
from ui.session import Session
from ui.workspace import Workspace

W = TypeVar("W", bound=QWidget)
Veld = QLineEdit | QPlainTextEdit | QComboBox


def _zonder_alt(tekst: str) -> str:
    return tekst.replace("&&", "\0").replace("&", "").replace("\0", "&")


class Kijker:
    """Eén venster en wie ervoor zit."""

    def __init__(self, venster: MainWindow, qtbot: QtBot) -> None:
        self.venster = venster
        self.qtbot = qtbot

    @property
    def werk(self) -> Workspace:
        assert self.venster.workspace is not None, "er is geen kluis open"
        return self.venster.workspace

    @property
    def sessie(self) -> Session:
        assert self.venster.session is not None, "er is geen kluis open"
        return self.venster.session

    @property
    def voor(self) -> QWidget:
        """Wat er vooraan staat: een dialoog, of anders het venster."""
        return QApplication.activeModalWidget() or self.venster

    def formulier(self) -> ActDialog:
        assert isinstance(self.voor, ActDialog), "er is geen formulier open"
        return self.voor

    def teksten(self, in_: QWidget | None = None) -> list[str]:
        """Alles wat er te lezen staat."""
        QApplication.processEvents()
        return [label.text() for label in zichtbaar(in_ or self.voor, QLabel) if label.text()]

    def staat_er(self, tekst: str, in_: QWidget | None = None) -> bool:
        return any(tekst in regel for regel in self.teksten(in_))

    def knop(self, tekst: str) -> QAbstractButton:
        """De zichtbare knop met deze tekst, of die zo heet voor een schermlezer."""
        QApplication.processEvents()
        knoppen = list(zichtbaar(self.voor, QAbstractButton))
        for knop in knoppen:
            if tekst in {_zonder_alt(knop.text()), knop.accessibleName()}:
                return knop
        for knop in knoppen:
            if tekst in knop.accessibleName() or tekst in _zonder_alt(knop.text()):
                return knop
        namen = sorted(_zonder_alt(knop.text()) or knop.accessibleName() for knop in knoppen)
        raise AssertionError(f"geen knop '{tekst}'; wel: {namen}")

    def druk(self, tekst: str) -> None:
        """Met het toetsenbord: naar de knop en dan de spatiebalk."""
        knop = self.knop(tekst)
        assert knop.isEnabled(), f"de knop '{tekst}' kan niet"
        knop.setFocus()
        self.qtbot.keyClick(knop, Qt.Key.Key_Space)

    def veld(self, naam: str) -> Veld:
        QApplication.processEvents()
        for soort in (QPlainTextEdit, QComboBox, QLineEdit):
            for veld in zichtbaar(self.voor, soort):
                if veld.accessibleName() == naam:
                    return veld
        raise AssertionError(f"geen veld '{naam}'")

    def vul(self, naam: str, tekst: str) -> None:
        """Typt in het veld met deze naam, of kiest er wat begint met deze tekst."""
        veld = self.veld(naam)
        veld.setFocus()
        if isinstance(veld, QComboBox):
            self._kies(veld, tekst)
            return
        self.qtbot.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        if tekst.isascii():
            self.qtbot.keyClicks(veld, tekst)
        elif isinstance(veld, QPlainTextEdit):
            veld.insertPlainText(
                tekst
            )  # QTest kan alleen toetsen die op een Amerikaans bord staan
        else:
            veld.insert(tekst)

    def _kies(self, veld: QComboBox, tekst: str) -> None:
        rijen = [veld.itemText(rij) for rij in range(veld.count())]
        passend = [rij for rij in rijen if rij.startswith(tekst)]
        assert passend, f"'{tekst}' staat niet in {rijen}"
        if veld.isEditable():
            self.qtbot.keyClick(veld, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
            self.qtbot.keyClicks(veld, passend[0])
            self.qtbot.keyClick(veld, Qt.Key.Key_Return)
            return
        self.qtbot.keyClick(veld, Qt.Key.Key_Home)
        for _ in range(veld.count() + 1):
            if veld.currentText() == passend[0]:
                return
            self.qtbot.keyClick(veld, Qt.Key.Key_Down)
        raise AssertionError(f"'{tekst}' is niet te kiezen")

    def typ(self, tekst: str) -> None:
        """Toets na toets, waar de cursor is; een nieuwe regel is Enter."""
        for teken in tekst:
            QApplication.processEvents()
            doel = QApplication.focusWidget()
            assert doel is not None, "er is niets om in te typen"
            if teken == "\n":
                self.qtbot.keyClick(doel, Qt.Key.Key_Return)
            else:
                self.qtbot.keyClicks(doel, teken)

    def toets(self, toets: Qt.Key, *, met: Qt.KeyboardModifier | None = None) -> None:
        doel = QApplication.focusWidget() or self.voor
        self.qtbot.keyClick(doel, toets, met or Qt.KeyboardModifier.NoModifier)


def zichtbaar(in_: QWidget, soort: type[W]) -> Iterator[W]:
    for widget in in_.findChildren(soort):
        if widget.isVisibleTo(in_) and widget.isVisible() and _zelfde_venster(widget, in_):
            yield widget


def _zelfde_venster(widget: QWidget, in_: QWidget) -> bool:
    """Een dialoog hoort als kind bij zijn venster, maar niet bij wat erin staat."""
    return widget.window() is in_.window()


def open_dialogen(venster: QWidget) -> list[QDialog]:
    return [d for d in venster.findChildren(QDialog) if d.isVisible()]


def onderdelen(wortel: QWidget) -> Iterator[QAccessibleInterface]:
    """Alles in de boom die een schermlezer ziet, van boven naar beneden."""
    begin = QAccessible.queryAccessibleInterface(wortel)
    assert begin is not None
    stapel = [begin]
    while stapel:
        deel = stapel.pop()
        yield deel
        for index in reversed(range(deel.childCount())):
            kind = deel.child(index)
            if kind is not None and kind.isValid():
                stapel.append(kind)
