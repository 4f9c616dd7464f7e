"""One overleg: its agenda with what is still in the way, its order, vaststellen, the verslagen."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QProgressBar, QPushButton, QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.bespreking import OverlegVaststellen
from casus_app.handelingen.stukken import VerslagMaken
from casus_app.handelingen.volgorde import OverlegOrdenen
from ui import reading
from ui.desk import Desk
from ui.mends import MENDS
from ui.pages.page import Crumb, Page
from ui.tafelindeling.panel import Tafelindeling
from ui.texts import listed, word
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import Columns, card, empty, framed, holder, horizontal, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.row_button import RowButton, Tag


class OverlegPage(Page):
    """Everything that is done with an overleg as a whole."""

    casus_chosen = Signal(str, str)
    """An overleg and a casus."""
    back = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Overleg"))
        self._desk = desk
        self._session = desk.session
        self.overleg = ""
        self.notice = Notice()
        self.body.addWidget(self.notice)
        self.tafelindeling: Tafelindeling | None = None
        """Instead of the list, while somebody arranges the order."""
        self.inside = vertical(gap=24)
        self.body.addLayout(self.inside)
        self.progress = QProgressBar()
        self.progress.setAccessibleName(self.tr("Verslagen maken"))
        self.progress.setTextVisible(False)
        self.stop_button = button(self.tr("&Stoppen"), desk.exporter.stop)
        self.progress_card = card(self.progress, horizontal(self.stop_button, None))
        self.progress_card.hide()
        self.body.addWidget(self.progress_card)
        desk.exporter.progressed.connect(self._on_progress)
        desk.exporter.finished.connect(self.progress_card.hide)

    def show_overleg(self, overleg: str) -> None:
        """Which overleg this is about."""
        if overleg != self.overleg:
            self._drop_tafelindeling()
        self.overleg = overleg
        self.notice.clear()
        self.on_changed()

    def refresh(self) -> None:
        """Reads it again."""
        overleg = self._session.haal(Overleg, self.overleg)
        empty(self.inside)
        if overleg is None or overleg.vastgesteld:
            self._drop_tafelindeling()
        if overleg is None:
            self.set_head(self.tr("Dit overleg is er niet meer"), crumbs=self._way_back())
            return
        punten = reading.agenda(self._session, overleg.id)
        voorzitter = reading.naam(self._session, overleg.voorzitter)
        under = self.tr("{place} · voorzitter {chair}").format(
            place=overleg.plaats, chair=voorzitter
        )
        self.set_head(reading.overleg_naam(overleg), under, self._way_back(), self._whole(overleg))
        if self.tafelindeling is not None:
            self.tafelindeling.read_again(overleg)
            return
        agenda = self._agenda(overleg, punten)
        if overleg.vastgesteld:
            self.inside.addWidget(Columns((agenda, 3), (self._verslagen(overleg), 2), ems=90))
        elif punten and all(punt.afgerond for punt in punten):
            self.inside.addWidget(self._finish(overleg))
            self.inside.addWidget(agenda)
        else:
            self.inside.addWidget(agenda)

    def _way_back(self) -> tuple[Crumb, ...]:
        return (Crumb(self.tr("Overleggen"), self.back.emit),)

    def _whole(self, overleg: Overleg) -> tuple[QPushButton, ...]:
        if overleg.vastgesteld:
            return ()
        known = {"overleg": overleg.id}
        other = self.tr("Terug naar de &lijst")
        if self.tafelindeling is None:
            other = self.tr("&Tafelindeling")
        return (
            button(other, self.switch),
            button(
                self.tr("Casus op de &agenda…"),
                partial(self._desk.open_act, "overleg.agenderen", known),
            ),
            button(
                self.tr("&Uitnodigingen…"),
                partial(self._desk.open_act, "overleg.uitnodigen", known),
            ),
        )

    # --- the order ---

    def switch(self) -> None:
        """From the list to the drawn order, or back."""
        overleg = self._session.haal(Overleg, self.overleg)
        if self.tafelindeling is not None or overleg is None:
            self._drop_tafelindeling()
        else:
            self.tafelindeling = Tafelindeling(self._desk, overleg)
            self.body.insertWidget(1, self.tafelindeling)
        self.on_changed()
        self._later(self._to_the_drawing)

    def _to_the_drawing(self) -> None:
        if self.tafelindeling is not None:
            self.tafelindeling.drawing.setFocus()

    def _drop_tafelindeling(self) -> None:
        if self.tafelindeling is not None:
            self.tafelindeling.hide()
            self.tafelindeling.deleteLater()
            self.tafelindeling = None

    # --- the agenda ---

    def _agenda(self, overleg: Overleg, punten: list[Bespreking]) -> QWidget:
        title = PlainLabel(self.tr("Agenda"), kind="heading")
        if not punten:
            step = partial(self._desk.open_act, "overleg.agenderen", {"overleg": overleg.id})
            return card(
                EmptyState(
                    self.tr("De agenda is leeg"),
                    self.tr("Zet een casus op de agenda, met een vraag en de tijd die ervoor is."),
                    self.tr("Casus op de agenda…"),
                    step,
                )
            )
        minutes = sum(punt.minuten for punt in punten if punt.stand is not Stand.DOORGESCHOVEN)
        total = PlainLabel(
            self.tr("samen {n} minuten").format(n=minutes), kind="small", wrap=False
        )
        head = horizontal(title, total, None)
        if not overleg.vastgesteld and len(punten) > 1:
            head.addWidget(
                button(
                    self.tr("Kortste &wachttijd"),
                    lambda: self._desk.perform(OverlegOrdenen(overleg=overleg.id), self.notice),
                    name=self.tr("Zet de casussen in de volgorde met de minste wachttijd"),
                )
            )
        rows = [self._punt(punt, time) for punt, time in reading.times(overleg, punten)]
        return holder(vertical(head, *rows, None))

    def _punt(self, punt: Bespreking, time: str) -> QFrame:
        casus = self._session.haal(Casus, punt.casus)
        tags: list[Tag] = [
            (self.tr("{n} min").format(n=punt.minuten), ""),
            (word(punt.stand), "good" if punt.stand is Stand.OPEN else ""),
        ]
        head = RowButton(
            f"{time}   {punt.casus}",
            punt.vraag,
            tags,
            partial(self.casus_chosen.emit, punt.overleg, punt.casus),
            flat=True,
        )
        lines: list[QWidget] = [head]
        who = [f"{seat.naam} ({seat.functie})" for seat in reading.seats(self._session, punt)]
        lines.append(self._line(self.tr("Aan tafel"), listed(who)))
        if casus is not None and not punt.afgerond:
            lines += [
                self._obstacle(code.melding, str(code.code), punt)
                for code in self._session.stops_opening(punt)
            ]
        return framed("card", vertical(*lines, gap=4, margin=4))

    def _line(self, label: str, text: str) -> QWidget:
        head = PlainLabel(label, kind="small", wrap=False)
        line = horizontal(head, PlainLabel(text, kind="small"), gap=8)
        line.setStretch(1, 1)
        line.setContentsMargins(16, 0, 16, 4)
        return holder(line)

    def _obstacle(self, text: str, code: str, punt: Bespreking) -> QWidget:
        label = PlainLabel(f"▲  {text}", tone="warn")
        parts: list[QWidget] = [label]
        for handeling, verb in MENDS.get(code, ()):
            known = {"overleg": punt.overleg, "casus": punt.casus}
            name = self.tr("{act} bij {casus}").format(act=verb, casus=punt.casus)
            do = partial(self._desk.open_act, handeling, known)
            parts.append(button(literal(verb), do, name=name))
        line = horizontal(*parts)
        line.setStretch(0, 1)
        line.setContentsMargins(16, 0, 12, 4)
        return holder(line)

    # --- the end ---

    def _finish(self, overleg: Overleg) -> QFrame:
        explain = PlainLabel(
            self.tr(
                "Alle casussen zijn besproken of doorgeschoven. Bij het vaststellen wordt "
                "werktekst die niemand meeneemt vernietigd; eerst ziet u hoeveel."
            )
        )
        do = button(
            self.tr("Overleg &vaststellen…"),
            lambda: self._desk.perform_after_asking(
                OverlegVaststellen(overleg=overleg.id), self.notice
            ),
            kind="primary",
        )
        return card(explain, horizontal(do, None), title=self.tr("Klaar om vast te stellen"))

    def _verslagen(self, overleg: Overleg) -> QFrame:
        wie = self.recipients(overleg)
        every = button(
            self.tr("&Alle {n} bewaren…").format(n=len(wie)),
            partial(self.export, [VerslagMaken(overleg=overleg.id, ontvanger=w) for w in wie]),
            kind="primary",
        )
        rows = []
        for ontvanger in wie:
            naam = reading.wie(self._session, ontvanger)
            one = button(
                self.tr("Bewaren…"),
                partial(self.export, [VerslagMaken(overleg=overleg.id, ontvanger=ontvanger)]),
                name=self.tr("Verslag voor {naam} bewaren").format(naam=naam),
            )
            line = horizontal(PlainLabel(naam), one)
            line.setStretch(0, 1)
            rows.append(line)
        return card(
            PlainLabel(
                self.tr(
                    "Ieder krijgt een eigen verslag: de eigen afspraken en wat die persoon mag "
                    "meenemen, en anders niets."
                ),
                kind="soft",
            ),
            horizontal(every, None),
            *rows,
            title=self.tr("Verslagen"),
        )

    def recipients(self, overleg: Overleg) -> list[str]:
        """The voorzitter and everybody who has a seat at one of its casussen."""
        found = [overleg.voorzitter]
        for punt in reading.agenda(self._session, overleg.id):
            found += [seat.professional for seat in reading.seats(self._session, punt)]
        return list(dict.fromkeys(found))

    def export(self, handelingen: list[VerslagMaken]) -> None:
        """Asks for a folder and makes them one by one."""
        self._desk.exporter.ask_folder(self.window(), handelingen)

    def _on_progress(self, done: int, total: int) -> None:
        self.progress.setRange(0, total)
        self.progress.setValue(done)
        self.progress_card.setVisible(total > 1 and done < total)
