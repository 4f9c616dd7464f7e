"""All casussen by their code: where each stands and what comes next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QLineEdit, QWidget

from casus_app.domein.casus import Casus, Fase, Informering
from casus_app.domein.overleg import Bespreking, Overleg
from ui import reading
from ui.desk import Desk
from ui.pages.page import Page
from ui.texts import counted, day, sentence, short_day, word
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.layout import card, empty, horizontal, vertical
from ui.widgets.plain_label import PlainLabel, Tone, literal

SHOWN = 50
"""More than this nobody reads; the search field narrows it down."""
_TONES: dict[Fase, Tone] = {Fase.AANGEMELD: "warn", Fase.IN_BEHANDELING: "good"}


class CasussenPage(Page):
    """A list to search in; each line has the one next step."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(self.tr("Casussen"))
        self._desk = desk
        self._session = desk.session
        self.search = QLineEdit()
        self.search.setAccessibleName(self.tr("Zoek een casus op code of doel"))
        self.search.setPlaceholderText(self.tr("Zoek op code of doel…"))
        self.search.setClearButtonEnabled(False)
        self.search.textChanged.connect(self._show_list)
        self.count = PlainLabel(kind="small")
        self._list = vertical(gap=12)
        self.body.addWidget(self.search)
        self.body.addWidget(self.count)
        self.body.addLayout(self._list)

    def refresh(self) -> None:
        """Reads the casussen again."""
        new = button(self.tr("Casus &aanmelden…"), partial(self._desk.open_act, "casus.aanmelden"))
        self.set_head(self.tr("Casussen"), buttons=(new,))
        self._show_list()

    def _show_list(self) -> None:
        empty(self._list)
        every = self._session.zoek(Casus)
        sought = self.search.text().casefold().split()
        found = [
            casus
            for casus in reversed(every)
            if all(part in f"{casus.id} {casus.doel}".casefold() for part in sought)
        ]
        self.search.setVisible(bool(every))
        rest = len(found) - SHOWN
        text = counted(len(found), self.tr("casus"), self.tr("casussen"))
        more = self.tr("{n}; de nieuwste {shown} staan hier.").format(n=text, shown=SHOWN)
        self.count.setText(more if rest > 0 else text)
        self.count.setVisible(bool(every))
        for casus in found[:SHOWN]:
            self._list.addWidget(self._card(casus))
        if not every:
            self._list.addWidget(
                card(
                    EmptyState(
                        self.tr("Er zijn nog geen casussen"),
                        self.tr(
                            "Een casus begint met een aanmelding: om wie gaat het, en waarvoor?"
                        ),
                        self.tr("Casus aanmelden…"),
                        partial(self._desk.open_act, "casus.aanmelden"),
                    )
                )
            )

    def _card(self, casus: Casus) -> QWidget:
        fase = PlainLabel(
            word(casus.fase), kind="tag", tone=_TONES.get(casus.fase, ""), wrap=False
        )
        head = horizontal(PlainLabel(casus.id, kind="heading"), fase)
        head.setStretch(0, 1)
        facts = [
            self.tr("aangemeld {day}").format(day=short_day(casus.aangemeld_op)),
            self.tr("weg op {day}").format(day=day(casus.vernietigen_op)),
            *self._meetings(casus),
        ]
        steps = [
            button(
                literal(verb),
                partial(self._desk.open_act, handeling, {"casus": casus.id}),
                name=f"{verb} {casus.id}",
            )
            for handeling, verb in self._next(casus)
        ]
        text = vertical(
            head,
            PlainLabel(sentence(casus.doel)),
            PlainLabel(" · ".join(facts), kind="small"),
            gap=2,
        )
        line = horizontal(text, *steps, gap=8)
        line.setStretch(0, 1)
        return card(line)

    def _meetings(self, casus: Casus) -> list[str]:
        punten = self._session.zoek(Bespreking, casus=casus.id)
        known = [self._session.haal(Overleg, punt.overleg) for punt in punten]
        days = sorted((overleg.datum for overleg in known if overleg), reverse=True)
        return [self.tr("overleg {day}").format(day=short_day(when)) for when in days[:1]]

    def _next(self, casus: Casus) -> Sequence[tuple[str, str]]:
        """What is usually done next; every other act is under Doe."""
        if casus.fase is Fase.AANGEMELD:
            return (("casus.wegen", self.tr("Wegen…")),)
        if casus.fase is Fase.AFGESLOTEN:
            return (("casus.heropenen", self.tr("Heropenen…")),)
        if casus.fase is Fase.NIET_IN_BEHANDELING:
            return ()
        if self._session.haal(Informering, casus.id) is None:
            return (
                ("betrokkene.informeren", self.tr("Geïnformeerd…")),
                ("betrokkene.uitstellen", self.tr("Uitstellen…")),
            )
        today = self._session.vandaag()
        coming = {o.id for o in self._session.zoek(Overleg) if reading.is_coming(o, today)}
        if not any(p.overleg in coming for p in self._session.zoek(Bespreking, casus=casus.id)):
            return (("overleg.agenderen", self.tr("Op een agenda…")),)
        return ()
