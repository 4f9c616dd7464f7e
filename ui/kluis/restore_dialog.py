"""Reservekopie terugzetten: which one, what is lost by it, and the passphrase once more."""

from datetime import date
from functools import partial
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QDialog, QListWidget, QProgressBar, QWidget

from casus_app.fouten import CasusFout
from casus_app.poorten import Kopie
from ui.background import Background
from ui.files import choose
from ui.kluis import words
from ui.texts import counted
from ui.widgets.buttons import button, submit_keys
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import holder, scrolling, vertical
from ui.widgets.notice import Notice
from ui.widgets.password_field import PasswordField
from ui.widgets.plain_label import PlainLabel
from ui.widgets.reading_order import ReadingOrder

MARGIN = 24
LETTERS = 78


class Kopiedeuren(Protocol):
    """The doors that lead to backups."""

    def kopieen(self, pad: Path) -> tuple[Kopie, ...]:
        """Those of the kluis at this place, or in this folder."""
        ...

    def toets_wachtzin(self, pad: Path, wachtzin: str) -> None:
        """Whether it fits; otherwise the fault that says why not."""
        ...


class RestoreDialog(ReadingOrder, QDialog):
    """Only says which backup and with which passphrase; whoever opened it does the rest.

    The passphrase is tried before anything is closed: a typing error costs nothing.
    """

    confirmed = Signal(object, str)
    """A `Kopie`, and the passphrase that opens it."""

    def __init__(
        self,
        deuren: Kopiedeuren,
        place: Path,
        today: date,
        parent: QWidget,
        lines: int | None = None,
    ) -> None:
        """`lines` is how long the logboek is now, where the kluis is open."""
        super().__init__(parent)
        self._deuren, self._today, self._lines = deuren, today, lines
        self._background = Background(self)
        self._found: tuple[Kopie, ...] = ()
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Reservekopie terugzetten"))
        self.notice = Notice()
        self.copies = QListWidget()
        self.copies.setAccessibleName(self.tr("Welke reservekopie"))
        self.copies.setWordWrap(True)
        self.copies.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.copies.currentRowChanged.connect(self._show_loss)
        self.loss = PlainLabel(kind="strong")
        self.passphrase = PasswordField(self.tr("Wachtzin van deze kopie"))
        self.passphrase.submitted.connect(self.submit)
        self.bar = QProgressBar()
        self.bar.setRange(0, 0)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("De wachtzin wordt nagekeken"))
        self.bar.hide()
        self.elsewhere_button = button(self.tr("Kopie in een andere &map…"), self.look_elsewhere)
        self.no_button = button(self.tr("&Toch niet"), self.reject)
        self.yes_button = button(self.tr("&Zet terug"), self.submit, kind="primary")
        self._lay_out()
        submit_keys(self, self.submit)
        self.finished.connect(self._let_go)
        self._look_in(place)

    def _lay_out(self) -> None:
        explain = self.tr(
            "De kluis wordt weer zoals hij was toen de kopie gemaakt werd. Wat sindsdien "
            "vernietigd is, blijft vernietigd. Wat er nu staat wordt opzij gezet, en na drie "
            "maanden verwijderd."
        )
        label = PlainLabel(self.tr("Wachtzin van deze kopie"), kind="strong")
        label.setBuddy(self.passphrase)
        then = self.tr("De wachtzin die gold toen de kopie gemaakt werd.")
        inside = vertical(
            PlainLabel(self.tr("Reservekopie terugzetten"), kind="title"),
            PlainLabel(explain, kind="soft"),
            self.notice,
            self.copies,
            self.loss,
            vertical(label, PlainLabel(then, kind="small"), self.passphrase, gap=4),
            self.bar,
            None,
            gap=12,
            margin=MARGIN,
        )
        area = scrolling(holder(inside), self.tr("Reservekopie terugzetten"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        foot = holder(
            FlowLayout(self.elsewhere_button, self.no_button, self.yes_button, to_right=True)
        )
        foot.setContentsMargins(MARGIN, 12, MARGIN, 16)
        self.setLayout(vertical(area, foot, gap=0))
        room = self.screen().availableGeometry().size() - QSize(48, 64)
        wide = LETTERS * self.fontMetrics().averageCharWidth()
        self.resize(min(wide, room.width()), min(620, room.height()))
        self.copies.setMinimumHeight(4 * self.fontMetrics().height())

    def show_copies(self, found: tuple[Kopie, ...]) -> None:
        """The newest is chosen to begin with."""
        self._found = found
        self.copies.clear()
        for kopie in found:
            text = words.copy(kopie, self._today)
            self.copies.addItem(f"{text[:1].upper()}{text[1:]}")
        self.copies.setVisible(bool(found))
        self.yes_button.setEnabled(bool(found))
        self.passphrase.setEnabled(bool(found))
        self.copies.setCurrentRow(0)
        self._show_loss()
        (self.passphrase if found else self.elsewhere_button).setFocus()

    def chosen(self) -> Kopie | None:
        """The backup that is chosen."""
        at = self.copies.currentRow()
        return self._found[at] if 0 <= at < len(self._found) else None

    def _show_loss(self, _row: int = 0) -> None:
        kopie = self.chosen()
        if kopie is None:
            self.loss.setText(
                self.tr("Hier ligt geen reservekopie. Wijs de map aan waar er wel een staat.")
            )
            return
        when = words.moment(kopie.moment, self._today)
        if self._lines is None:
            text = self.tr("▲ Alles van na {when} is dan weg.").format(when=when)
        elif self._lines <= kopie.regels:
            text = self.tr("Sinds {when} is er niets meer gebeurd.").format(when=when)
        else:
            more = counted(self._lines - kopie.regels, "regel", "regels")
            text = self.tr(
                "▲ Alles van na {when} is dan weg: {more} van het logboek, en het werk erbij."
            ).format(when=when, more=more)
        self.loss.setText(text)

    def look_elsewhere(self) -> None:
        """On a stick, or in the network folder."""
        choose(self, self.tr("Waar staat de reservekopie?"), "folder", self._look_in)

    def _look_in(self, folder: Path) -> None:
        self.notice.clear()
        try:
            found = self._deuren.kopieen(folder)
        except CasusFout as fault:
            self.notice.show_fault(fault)
            found = ()
        self.show_copies(found)

    def submit(self) -> None:
        """Tries the passphrase; only when it fits this is a decision."""
        kopie = self.chosen()
        if kopie is None or not self.yes_button.isEnabled():
            return
        wachtzin = self.passphrase.text()
        if not wachtzin:
            self.notice.say(self.tr("Typ eerst de wachtzin."), tone="warn")
            self.passphrase.setFocus()
            return
        self._wait(on=True)
        self.notice.clear()
        self._background.run(
            self,
            partial(self._deuren.toets_wachtzin, kopie.pad, wachtzin),
            lambda _fits: self._confirm(kopie, wachtzin),
            self._fail,
        )

    def _confirm(self, kopie: Kopie, wachtzin: str) -> None:
        self.accept()
        self.confirmed.emit(kopie, wachtzin)

    def _fail(self, fault: CasusFout) -> None:
        self._wait(on=False)
        self.notice.show_fault(fault)
        self.passphrase.setFocus()

    def _wait(self, *, on: bool) -> None:
        self.bar.setVisible(on)
        for part in (self.copies, self.passphrase, self.yes_button, self.elsewhere_button):
            part.setEnabled(not on)

    def _let_go(self) -> None:
        """No passphrase stays in a field, and nobody waits for an answer any more."""
        self.passphrase.wipe()
        self._background.finish()
