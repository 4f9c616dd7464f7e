"""Reservekopieën: how old the newest is, where they lie, and what one can do about it."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from casus_app.domein.kluiszorg import Zorg
from casus_app.handelingen.kluis import (
    ReservekopieBeproeven,
    ReservekopieMaken,
    ReservekopieTweedePlaats,
)
from casus_app.poorten import Kluisstaat
from casus_app.regels.kluiszorg import laatste
from ui.desk import Desk
from ui.files import choose
from ui.kluis import words
from ui.widgets.buttons import button
from ui.widgets.flow import Line
from ui.widgets.layout import Columns, card, empty, holder, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, Tone


class Copies(QWidget):
    """Shows a `Kluisstaat` that somebody else read; each act is one of the vak."""

    restore_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.told = Notice()
        self.newest = PlainLabel(kind="heading")
        self.since = PlainLabel(kind="soft")
        self.tried = PlainLabel()
        self.make_button = button(self.tr("&Nu een kopie maken"), self.make, kind="primary")
        self.try_button = button(self.tr("Beproe&f mijn reservekopie"), self.try_out)
        self.restore_button = button(self.tr("&Terugzetten…"), self.restore_asked.emit)
        self.place = PlainLabel(kind="strong")
        self.second = PlainLabel()
        self.choose_button = button(self.tr("Tweede &plaats kiezen…"), self.choose_second)
        self.forget_button = button(self.tr("&Vergeten"), partial(self._keep, ""))
        self._list = vertical(gap=4)
        self.where = PlainLabel(kind="small")
        self._lay_out()

    def _lay_out(self) -> None:
        stand = card(
            self.newest,
            self.since,
            self.tried,
            Line(self.make_button, self.try_button, self.restore_button),
        )
        second = card(
            self.place,
            self.second,
            Line(self.choose_button, self.forget_button),
            title=self.tr("Tweede plaats"),
        )
        kept = self.tr(
            "Van de laatste zeven dagen, vier weken en drie maanden blijft de nieuwste. Wat "
            "vernietigd is, gaat ook uit de kopieën. Half getypte tekst staat er niet in."
        )
        there = card(
            holder(self._list),
            PlainLabel(kept, kind="soft"),
            self.where,
            title=self.tr("Wat er ligt"),
        )
        left = holder(vertical(stand, second, None, gap=16))
        right = holder(vertical(there, None))
        self.setLayout(vertical(self.told, Columns((left, 3), (right, 2), ems=90), gap=16))

    def show_state(self, staat: Kluisstaat) -> None:
        """How the copies stand now."""
        today, practice = self._session.vandaag(), self._session.oefening
        last = laatste(self._session.opslag, Zorg.RESERVEKOPIE)
        self.newest.setText(words.newest(staat, today))
        made = staat.kopieen[0].moment if staat.kopieen else None
        good = made is not None and not words.too_old(made, today)
        self.newest.set_tone("good" if good else "warn")
        self.since.setText(words.since(staat))
        self.tried.setText(words.tried(last, practice=practice))
        self.place.setText(str(staat.tweede or ""))
        self.place.setVisible(staat.tweede is not None)
        self.second.setText(words.second(staat, today))
        self.forget_button.setVisible(staat.tweede is not None)
        self.try_button.setEnabled(bool(staat.kopieen))
        self._show_list(staat)

    def _show_list(self, staat: Kluisstaat) -> None:
        empty(self._list)
        today = self._session.vandaag()
        for kopie in staat.kopieen:
            text = words.copy(kopie, today)
            also = self.tr("; ook op de tweede plaats") if kopie.elders else ""
            self._list.addWidget(PlainLabel(f"{text[:1].upper()}{text[1:]}{also}."))
        if not staat.kopieen:
            self._list.addWidget(PlainLabel(self.tr("Nog niets."), kind="soft"))
        self.where.setText(self.tr("Hier staan ze: {place}").format(place=staat.plaats))

    def make(self) -> None:
        """Now, on the other thread, with how far it is."""
        self._say(self._session_outcome(ReservekopieMaken()))

    def try_out(self) -> None:
        """The newest, opened as if it were needed."""
        self._say(self._session_outcome(ReservekopieBeproeven()))

    def _session_outcome(
        self, act: ReservekopieMaken | ReservekopieBeproeven
    ) -> dict[str, object] | None:
        with self._desk.messages.shown_in(self.told):
            outcome = self._session.outcome_of(act)
        return outcome.antwoord if outcome is not None else None

    def _say(self, answer: dict[str, object] | None) -> None:
        if answer is not None:
            tone: Tone = "warn" if answer["tweede"] is False else "good"
            self.told.say(str(answer["zin"]), tone=tone if answer["gelukt"] else "bad")

    def choose_second(self) -> None:
        """A folder; the program never remembers another one."""
        title = self.tr("Waar komen de reservekopieën nog meer?")
        choose(self.window(), title, "folder", self._chosen)

    def _chosen(self, folder: Path) -> None:
        self._keep(str(folder))

    def _keep(self, folder: str) -> None:
        with self._desk.messages.shown_in(self.told):
            done = self._session.perform(ReservekopieTweedePlaats(map=folder))
        if done:
            chosen = self.tr("Gekozen. De volgende kopie komt daar ook.")
            self._desk.messages.tell(chosen if folder else self.tr("Vergeten."))
