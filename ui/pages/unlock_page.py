"""Before anything else: open a kluis, or make one. Nothing typed is lost when it does not work."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QProgressBar,
    QVBoxLayout,
    QWidget,
)

from casus_app.fouten import CasusFout
from casus_app.regels.wachtzin import oordeel
from ui.files import choose, default_place, make_ready, today_here
from ui.kluis.who_field import WhoField
from ui.widgets.buttons import button
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import ReadingColumn, card, holder, horizontal, scrolling, vertical
from ui.widgets.notice import Notice
from ui.widgets.password_field import PasswordField
from ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QShowEvent

    from casus_app.deuren import Deuren
    from casus_app.werkbank import Werkbank
    from ui.background import Background
    from ui.kluis.recovery_dialog import RecoveryDialog
    from ui.kluis.restore_dialog import RestoreDialog

LETTERS = 72


class UnlockPage(QWidget):
    """Two sheets, of which one is shown: for a kluis that is there, and for a new one."""

    opened = Signal(object)
    """A `Werkbank`: the kluis is open."""

    def __init__(self, deuren: Deuren, background: Background, place: Path | None = None) -> None:
        super().__init__()
        self._deuren = deuren
        self._background = background
        self._attempt = 0
        self.fresh = False
        """The kluis was made just now."""
        self.said = ""
        """What came of putting a backup back, to tell once it is open."""
        self.place = place or default_place()
        self.notice = Notice()
        self.open_sheet = self._open_sheet()
        self.make_sheet = self._make_sheet()
        self.practice_sheet = self._practice_sheet()
        self._practising = False
        self.busy = self._busy()
        column = vertical(
            PlainLabel(self.tr("Casusoverleg"), kind="title"),
            PlainLabel(
                self.tr("Wie is er per casus nodig, en op welke grond deelt ieder wat hij deelt?"),
                kind="soft",
            ),
            self.notice,
            self.open_sheet,
            self.make_sheet,
            self.practice_sheet,
            self.busy,
            None,
            gap=16,
            margin=24,
        )
        middle = ReadingColumn(column, LETTERS)
        around = QHBoxLayout()
        around.addStretch(1)
        around.addWidget(middle, 10)
        around.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        area = scrolling(holder(around), self.tr("Kluis openen of maken"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer.addWidget(area)
        self.set_place(self.place)

    def _open_sheet(self) -> QFrame:
        self.where = PlainLabel(kind="soft")
        self.passphrase = PasswordField(self.tr("Wachtzin"))
        self.passphrase.submitted.connect(self.open)
        self.open_button = button(self.tr("&Openen"), self.open, kind="primary")
        self.who = WhoField()
        self.lost_button = button(self.tr("&Wachtzin kwijt?"), self.ask_recovery, kind="quiet")
        return card(
            self.where,
            self.who,
            _field(self.tr("Wachtzin"), self.passphrase),
            FlowLayout(
                self.open_button,
                self.lost_button,
                button(self.tr("&Andere kluis…"), self.ask_existing, kind="quiet"),
                button(self.tr("&Terugzetten…"), self.ask_restore, kind="quiet"),
                button(
                    self.tr("&Nieuwe kluis maken"),
                    partial(self.show_make, making=True),
                    kind="quiet",
                ),
            ),
            title=self.tr("Kluis openen"),
        )

    def _make_sheet(self) -> QFrame:
        self.new_place = QLineEdit()
        self.new_place.setAccessibleName(self.tr("Waar komt de kluis"))
        self.new_name = QLineEdit()
        self.new_name.setAccessibleName(self.tr("Uw naam bij het openen"))
        self.new_name.setPlaceholderText(self.tr("Mag leeg blijven"))
        self.first = PasswordField(self.tr("Nieuwe wachtzin"))
        self.second = PasswordField(self.tr("Nieuwe wachtzin, nog een keer"))
        self.first.changed.connect(self._count)
        self.second.changed.connect(self._count)
        self.first.submitted.connect(self.second.setFocus)
        self.second.submitted.connect(self.make)
        self.counted = PlainLabel(kind="small")
        self.make_button = button(self.tr("Kluis &maken"), self.make, kind="primary")
        browse = button(self.tr("K&ies…"), self.ask_new, name=self.tr("Kies waar de kluis komt"))
        warning = PlainLabel(
            self.tr(
                "Bent u de wachtzin kwijt, dan kan niemand de kluis nog openen. Ook de maker van "
                "dit programma niet. Maak hierna een herstelsleutel, voor in een envelop."
            ),
            tone="warn",
        )
        return card(
            PlainLabel(
                self.tr(
                    "Alles staat versleuteld in één bestand op deze computer. "
                    "Een wachtzin van een paar gewone woorden werkt goed."
                ),
                kind="soft",
            ),
            _field(self.tr("Waar komt de kluis"), self.new_place, browse),
            _field(self.tr("Uw naam bij het openen, kort"), self.new_name),
            _field(self.tr("Wachtzin"), self.first),
            _field(self.tr("Nog een keer"), self.second),
            self.counted,
            warning,
            FlowLayout(
                self.make_button,
                button(self.tr("Bestaande kluis o&penen"), self.ask_existing, kind="quiet"),
                button(self.tr("&Reservekopie terugzetten…"), self.ask_restore, kind="quiet"),
            ),
            title=self.tr("Nieuwe kluis maken"),
        )

    def _practice_sheet(self) -> QFrame:
        self.practice_button = button(self.tr("&Oefenen"), self.practise, kind="primary")
        sheet = card(
            PlainLabel(
                self.tr("Alles in deze kluis is verzonnen. Er kan niets misgaan."), kind="soft"
            ),
            horizontal(self.practice_button, None),
            title=self.tr("Oefencasus"),
        )
        sheet.hide()
        return sheet

    def _busy(self) -> QFrame:
        self.busy_text = PlainLabel()
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        bar.setAccessibleName(self.tr("Bezig"))
        return card(
            self.busy_text,
            bar,
            horizontal(button(self.tr("&Stoppen"), self.stop), None),
        )

    def set_place(self, place: Path) -> None:
        """Which kluis this is about; a place where nothing is gets a new one."""
        self.place = place
        self.new_place.setText(str(place))
        self.where.setText(
            self.tr("{name} in {folder}").format(name=place.name, folder=place.parent)
        )
        self.offer_users()
        self.show_make(making=not place.exists())

    def offer_users(self) -> None:
        """One only has to say who one is when there are more; the envelope when there is one."""
        try:
            slots = self._deuren.sloten(self.place)
        except CasusFout:
            slots = ()  # opening says what is the matter
        self.who.offer(slots)
        self.lost_button.setVisible(self.who.envelope)

    def ask_recovery(self) -> RecoveryDialog:
        """The envelope: opens the kluis for one thing only, a new passphrase."""
        from ui.kluis.recovery_dialog import RecoveryDialog  # noqa: PLC0415 (a quick start)

        dialog = RecoveryDialog(self._deuren, self.place, self)
        dialog.opened.connect(self.opened)
        dialog.open()
        return dialog

    def show_make(self, *, making: bool) -> None:
        """Shows the sheet for a new kluis, or the one for a kluis that is there."""
        self.busy.hide()
        self.make_sheet.setVisible(making)
        self.open_sheet.setVisible(not making)
        self._count()
        self._focus()

    def show_again(self) -> None:
        """After locking: the way back in, and nothing else."""
        self.fresh = False
        if not self._practising:
            self.set_place(self.place)

    @property
    def practising(self) -> bool:
        """Whether this is about the practice kluis of this computer."""
        return self._practising

    def show_practice(self) -> None:
        """The way into the practice kluis, and nothing else."""
        self._practising = True
        self.make_sheet.hide()
        self.open_sheet.hide()
        self.practice_sheet.show()

    def practise(self) -> None:
        """Opens the practice kluis; it needs no passphrase of the user."""
        self.show_practice()
        self._start(self.tr("De oefencasus wordt klaargezet."), self._deuren.oefenkluis)

    def ask_existing(self) -> None:
        """Another kluis than the one proposed."""
        title = self.tr("Welke kluis wilt u openen?")
        choose(self, title, "existing", self._use_existing, self.place.parent)

    def ask_new(self) -> None:
        """Where the new kluis comes."""
        choose(self, self.tr("Waar komt de nieuwe kluis?"), "new", self._use_new)

    def _use_existing(self, place: Path) -> None:
        self.set_place(place)
        self.show_make(making=False)

    def _use_new(self, place: Path) -> None:
        self.new_place.setText(str(place / "kluis.db" if place.is_dir() else place))
        self.first.setFocus()

    def open(self) -> None:
        """Opens the kluis, on the other thread: deriving the key takes about a second."""
        place, passphrase, who = self.place, self.passphrase.text(), self.who.chosen()
        if not passphrase:
            self.notice.say(self.tr("Typ eerst de wachtzin."), tone="warn")
            self.passphrase.setFocus()
            return
        self._start(
            self.tr("De kluis gaat open. Dat duurt even: zo is de wachtzin moeilijk te raden."),
            lambda: self._deuren.open(place, passphrase, who),
        )

    def make(self) -> None:
        """Makes the kluis, when the passphrase is long enough and typed twice."""
        if complaint := self._complaint():
            self.notice.say(complaint, tone="warn")
            weak = not oordeel(self.first.text(), self.new_name.text()).goed
            (self.first if weak else self.second).setFocus()
            return
        place = type(self.place)(self.new_place.text()).expanduser()
        passphrase, name = self.first.text(), self.new_name.text().strip()
        self.place, self.fresh = place, True
        self._start(
            self.tr("De kluis wordt gemaakt. Dat duurt even."),
            lambda: self._make(place, passphrase, name),
        )

    def _make(self, place: Path, passphrase: str, name: str) -> Werkbank:
        """On the other thread: plain values in, a plain value out."""
        make_ready(place)
        return self._deuren.maak(place, passphrase, name)

    def ask_restore(self) -> RestoreDialog:
        """For when the kluis is damaged or gone: nothing has to be open for it."""
        from ui.kluis.restore_dialog import RestoreDialog  # noqa: PLC0415 (a quick start)

        made = self.make_sheet.isVisibleTo(self)
        place = Path(self.new_place.text()).expanduser() if made else self.place
        dialog = RestoreDialog(self._deuren, place, today_here(), self)
        dialog.confirmed.connect(lambda kopie, typed: self.restore(place, kopie.pad, typed))
        dialog.open()
        return dialog

    def restore(self, place: Path, kopie: Path, passphrase: str) -> None:
        """The backup becomes the kluis, and opens; when it fails nothing is changed."""
        self.place = place

        def work() -> Werkbank:
            make_ready(place)
            werkbank, self.said = self._deuren.zet_terug(place, kopie, passphrase)
            return werkbank

        self._start(self.tr("De reservekopie wordt nagekeken en teruggezet."), work)

    def stop(self) -> None:
        """Back to the sheet; a kluis that opens after all is closed again at once."""
        self._attempt += 1
        self._back()

    def _complaint(self) -> str:
        found = oordeel(self.first.text(), self.new_name.text())
        if not found.goed:
            return found.zin
        if self.first.text() != self.second.text():
            return self.tr("De twee wachtzinnen zijn niet gelijk.")
        if not self.new_place.text().strip():
            return self.tr("Kies eerst waar de kluis komt.")
        return ""

    def _count(self) -> None:
        found = oordeel(self.first.text(), self.new_name.text())
        if not found.goed:
            text = found.zin
        elif self.first.text() != self.second.text():
            text = self.tr("Sterk genoeg. Typ hem nog een keer hetzelfde.")
        else:
            text = self.tr("Goed: sterk genoeg en twee keer hetzelfde.")
        self.counted.setText(text)

    def _start(self, text: str, work: Callable[[], Werkbank]) -> None:
        self._attempt += 1
        attempt = self._attempt
        self.notice.clear()
        self.busy_text.setText(text)
        self._enable(False)
        self.busy.show()
        self._background.run(
            self,
            work,
            lambda werkbank: self._succeed(attempt, werkbank),
            lambda fault: self._fail(attempt, fault),
        )

    def _succeed(self, attempt: int, werkbank: Werkbank) -> None:
        if attempt != self._attempt:
            self._deuren.sluit(werkbank)
            return
        self.forget()
        self._back()
        self.opened.emit(werkbank)

    def _fail(self, attempt: int, fault: CasusFout) -> None:
        if attempt == self._attempt:
            self._back()
            self.notice.show_fault(fault)

    def _back(self) -> None:
        self.busy.hide()
        self._enable(True)
        self._focus()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """One can type at once."""
        super().showEvent(event)
        self._focus()

    def _focus(self) -> None:
        if self._practising:
            self.practice_button.setFocus()
        else:
            making = self.make_sheet.isVisibleTo(self)
            (self.first if making else self.passphrase).setFocus()

    def _enable(self, enabled: bool) -> None:
        for sheet in (self.open_sheet, self.make_sheet, self.practice_sheet):
            sheet.setEnabled(enabled)

    def forget(self) -> None:
        """No passphrase stays in a field."""
        for field in (self.passphrase, self.first, self.second):
            field.wipe()
        self.new_name.clear()


def _field(text: str, editor: QWidget, beside: QWidget | None = None) -> QVBoxLayout:
    label = PlainLabel(text, kind="strong")
    label.setBuddy(editor)
    line = horizontal(editor, beside) if beside else horizontal(editor)
    return vertical(label, line, gap=4)
