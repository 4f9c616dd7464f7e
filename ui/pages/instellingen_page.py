"""What is fixed for this huis, and how the program looks."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QRadioButton, QWidget

from casus_app import VERSIE
from casus_app.domein.instelling import HUIS, Instelling
from ui.appearance import scheme_words
from ui.computer.part import ComputerPart
from ui.desk import Desk
from ui.forms.fields import field_of
from ui.lock.watch import MINUTES, SESSION_HOURS, keep_silence, silence
from ui.pages.kluis_page import CHECK, COPIES, RIGHTS
from ui.pages.page import Page
from ui.texts import counted
from ui.theme import TEXT_SIZES
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, holder, horizontal, vertical
from ui.widgets.plain_label import PlainLabel


class InstellingenPage(Page):
    """The look is read when it changes, whoever changed it: the menu, a key, or this page."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Instellingen"))
        self._desk = desk
        self._session = desk.session
        self._look = desk.appearance
        self.percent = PlainLabel(wrap=False)
        self.smaller = button(
            self.tr("Kleiner"), self._look.smaller, name=self.tr("Tekst kleiner")
        )
        self.larger = button(self.tr("Groter"), self._look.larger, name=self.tr("Tekst groter"))
        self.schemes: dict[str, QRadioButton] = {}
        self._huis = vertical(gap=16)
        self.set_head(self.tr("Instellingen"))
        right = holder(vertical(self._appearance(), self._locking(), None, gap=16))
        left = holder(
            vertical(self._huis, self._kluis(), self._papers(), self._about(), None, gap=16)
        )
        self.body.addWidget(Columns((left, 3), (right, 2), ems=90))
        self._look.changed.connect(self._show_look)
        self._show_look()

    def refresh(self) -> None:
        """Reads the huis again."""
        while (item := self._huis.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._huis.addWidget(self._the_huis())
        self.computer = ComputerPart(self._desk.computer)
        self._huis.addWidget(self.computer)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 (Qt's name)
        """The menu may have chosen another silence meanwhile."""
        super().showEvent(event)
        self.silence.setCurrentIndex(MINUTES.index(silence(self._look.settings)))

    def _the_huis(self) -> QFrame:
        huis = self._session.haal(Instelling, HUIS)
        title = self.tr("Het huis")
        if huis is None:
            may = self._session.may("instelling.inrichten")
            return card(
                EmptyState(
                    self.tr("Het huis is nog niet ingericht"),
                    self.tr("Hier staat straks onder welk recht u werkt en hoe lang u bewaart."),
                    self.tr("Huis inrichten…"),
                    partial(self._desk.open_act, "instelling.inrichten") if may else None,
                ),
                title=title,
            )
        months = counted(huis.bewaartermijn_maanden, self.tr("maand"), self.tr("maanden"))
        days = counted(huis.aanmelding_dagen, self.tr("dag"), self.tr("dagen"))
        kader = self._session.catalogus.kaders[huis.kader].naam
        said = {"naam": huis.naam, "verantwoordelijke": huis.verantwoordelijke}
        said |= {"contactpunt": huis.contactpunt, "fg": huis.fg}
        rows = [
            _row(field_of("instelling.inrichten", name).label, text) for name, text in said.items()
        ]
        keeps = self.tr(
            "Een casus wordt {months} bewaard. Een aanmelding die niet in behandeling komt gaat "
            "na {days} weg."
        ).format(months=months, days=days)
        fixed = self.tr("Dit staat vast: het wordt één keer ingericht.")
        return card(
            _row(self.tr("Recht"), kader),
            *rows,
            _row(self.tr("Bewaren"), keeps),
            PlainLabel(fixed, kind="small"),
            title=title,
        )

    def _appearance(self) -> QFrame:
        group = QButtonGroup(self)
        for choice, text in scheme_words().items():
            made = QRadioButton(text.replace("&", ""))
            made.clicked.connect(partial(self._choose, choice))
            group.addButton(made)
            self.schemes[choice] = made
        size = horizontal(self.smaller, self.percent, self.larger, None)
        return card(
            PlainLabel(self.tr("Kleuren"), kind="strong"),
            *self.schemes.values(),
            PlainLabel(self.tr("Grootte van de tekst"), kind="strong"),
            size,
            PlainLabel(self.tr("Ook met Ctrl++ en Ctrl+-, op elk scherm."), kind="soft"),
            title=self.tr("Uiterlijk"),
        )

    def _kluis(self) -> QFrame:
        """The ways to the page about the kluis; each only for who may go there."""
        ways = (
            (self.tr("&Reservekopieën"), COPIES, "reservekopie.maken"),
            (self.tr("&Controle"), CHECK, "anker.zoeken"),
            (self.tr("&Wie mag erin"), RIGHTS, "rechten.nalopen"),
        )
        text = self.tr(
            "Alles staat versleuteld op deze computer. Het programma maakt zelf reservekopieën "
            "en kijkt ze na."
        )
        buttons = [
            button(label, partial(self._desk.kluis_asked.emit, part))
            for label, part, needs in ways
            if self._session.may(needs)
        ]
        below = [Line(*buttons)] if buttons else []
        return card(PlainLabel(text), *below, title=self.tr("De kluis"))

    def _locking(self) -> QFrame:
        """How long it may be quiet, and when it locks anyway."""
        self.silence = QComboBox()
        self.silence.setAccessibleName(self.tr("Op slot na stilte"))
        for minutes in MINUTES:
            text = counted(minutes, self.tr("minuut"), self.tr("minuten"))
            self.silence.addItem(text, minutes)
        self.silence.activated.connect(self._choose_silence)
        text = self.tr(
            "De kluis gaat ook op slot met F12, als de computer op slot of in slaap gaat, als een "
            "ander zich aanmeldt, en {hours} uur na het openen."
        ).format(hours=SESSION_HOURS)
        line = horizontal(PlainLabel(self.tr("Na stilte"), wrap=False), self.silence, None)
        return card(line, PlainLabel(text, kind="soft"), title=self.tr("Vergrendelen"))

    def _choose_silence(self, at: int) -> None:
        keep_silence(self._look.settings, self.silence.itemData(at))

    def _papers(self) -> QFrame:
        text = self.tr(
            "Verslagen, uitnodigingen en brieven komen in de map die u op dat moment kiest. Het "
            "programma onthoudt die map niet en stuurt nooit iets weg."
        )
        return card(PlainLabel(text), title=self.tr("Papieren"))

    def _about(self) -> QFrame:
        return card(
            _row(self.tr("Programma"), VERSIE),
            _row(self.tr("Catalogus"), self._session.catalogus.versie),
            title=self.tr("Versies"),
        )

    def _choose(self, choice: str, _checked: bool = False) -> None:
        self._look.choose(choice)

    def _show_look(self) -> None:
        percent = self._look.look.percent
        self.schemes[self._look.choice].setChecked(True)
        self.percent.setText(f"{percent} %")
        self.smaller.setEnabled(percent != TEXT_SIZES[0])
        self.larger.setEnabled(percent != TEXT_SIZES[-1])


def _row(label: str, text: str) -> QWidget:
    row = vertical(PlainLabel(label, kind="small"), PlainLabel(text), gap=0)
    row.setAlignment(Qt.AlignmentFlag.AlignTop)
    return holder(row)
