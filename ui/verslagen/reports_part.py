"""After the vaststelling: per recipient the page they get, what is left out, and giving it out."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from casus_app.domein.overleg import Overleg
from casus_app.fouten import PapierFout
from casus_app.handelingen.stukken import VerslagMaken
from casus_app.handelingen.verslagen import VerslagBekijken, VerslagBeveiligen
from casus_app.opmaak.register import (
    SOORTEN,
    VerslagStand,
    register,
    verslagstand,
    weggelaten_in_woorden,
)
from casus_app.regels.vaststelling import tekenstand
from ui import reading
from ui.texts import short_day
from ui.verslagen.paper_view import PaperView
from ui.widgets.buttons import button
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow import FlowLayout
from ui.widgets.layout import Columns, bring_into_view, card, empty, holder, vertical
from ui.widgets.notice import Notice
from ui.widgets.plain_label import PlainLabel, literal
from ui.widgets.row_button import RowButton, Tag

if TYPE_CHECKING:
    from ui.desk import Desk

SUM_LETTERS = 16
"""So much of a sum tells two files apart, and fits on a line."""


class ReportsPart(QWidget):
    """Nobody is looked at until chosen: looking stands in the logboek."""

    def __init__(self, desk: "Desk", overleg: Overleg) -> None:
        super().__init__()
        self._desk = desk
        self._session = desk.session
        self.overleg = overleg
        self.chosen = ""
        self._seen = ""
        self._looking = False
        self._rows = vertical(gap=4)
        self._given = vertical(gap=2)
        self.signed = PlainLabel()
        self.sign_button = button(self.tr("&Ondertekenen…"), self._sign)
        self._given_card = card(holder(self._given), title=self.tr("Wie welk papier kreeg"))
        self.view = PaperView()
        self.notice = Notice()
        self.who = PlainLabel(kind="heading")
        self.left_out = PlainLabel()
        self.state = PlainLabel(kind="soft")
        self.keep_button = button(self.tr("&Bewaren…"), self._keep_one, kind="primary")
        self.lock_button = button(self.tr("Met &wachtzin bewaren…"), self._lock_one)
        self.words_button = button(self.tr("Als &tekst"), self.turn)
        acts = FlowLayout(self.keep_button, self.lock_button, self.words_button)
        self.page = holder(
            vertical(self.who, self.left_out, self.state, acts, self.notice, self.view, gap=8)
        )
        self.page.hide()
        self.nothing = EmptyState(
            self.tr("Nog geen verslag gekozen"),
            self.tr("Kies een ontvanger. U ziet precies het blad dat die persoon krijgt."),
        )
        self._buttons: dict[str, RowButton] = {}
        self._all = FlowLayout()
        left = holder(vertical(self._sheet(), self._given_card, None, gap=16))
        right = holder(vertical(self.nothing, self.page, None))
        self.setLayout(vertical(Columns((left, 2), (right, 3), ems=100)))
        self.read_again(overleg)

    def _sheet(self) -> QFrame:
        explain = self.tr(
            "Ieder krijgt een eigen verslag: de eigen afspraken en wat die persoon mag meenemen, "
            "en anders niets. Kijken staat in het logboek."
        )
        return card(
            PlainLabel(explain, kind="soft"),
            self.signed,
            self.sign_button,
            holder(self._all),
            holder(self._rows),
            title=self.tr("Verslagen"),
        )

    def read_again(self, overleg: Overleg) -> None:
        """The rows and the register as they are now; the page only when it became another one."""
        self.overleg = overleg
        wie = recipients(self._desk, overleg)
        stands = {een: self._stand(een) for een in wie}
        self._show_signed()
        self._show_all(wie)
        self._show_rows(stands)
        self._show_given()
        if self.chosen in stands:
            self._say(stands[self.chosen])
            if stands[self.chosen].inhoud != self._seen and not self._looking:
                self.look(self.chosen)

    def _show_signed(self) -> None:
        """Whether both signed what was established, and the button for who did not yet."""
        stand = tekenstand(self._session.werkbank.opslag, self.overleg)
        self.signed.setText(stand.zin if stand else "")
        self.signed.set_tone("" if stand is None or stand.klopt else "bad")
        mine = stand is not None and stand.klopt and self._session.rol in stand.ontbreekt
        self.sign_button.setVisible(mine and self._session.may("overleg.ondertekenen"))

    def _sign(self) -> None:
        self._desk.open_act("overleg.ondertekenen", {"overleg": self.overleg.id})

    def look(self, ontvanger: str) -> None:
        """The page this person would get now, from the bytes themselves."""
        self.chosen = ontvanger
        self._looking = True
        tried = VerslagBekijken(overleg=self.overleg.id, ontvanger=ontvanger)
        with self._desk.messages.shown_in(self.notice):
            outcome = self._session.outcome_of(tried)
        self._looking = False
        self.nothing.hide()
        self.page.show()
        if outcome is None:
            self.view.forget()
            return
        stand = self._stand(ontvanger)
        self._seen = stand.inhoud
        self._say(stand)
        try:
            self.view.show_paper(outcome.voorbeelden[0])
        except PapierFout as fault:
            self.view.forget()
            self.notice.show_fault(fault)
        for een, row in self._buttons.items():
            row.setChecked(een == ontvanger)
        bring_into_view(self.page)

    def turn(self) -> None:
        """From the picture to the words, and back."""
        self.view.show_as_text(as_text=not self.view.as_text)
        self.words_button.setText(
            self.tr("Als &blad") if self.view.as_text else self.tr("Als &tekst")
        )

    def _stand(self, ontvanger: str) -> VerslagStand:
        session = self._session
        return verslagstand(session.opslag, session.catalogus, self.overleg, ontvanger)

    def _say(self, stand: VerslagStand) -> None:
        who = reading.wie(self._session, self.chosen)
        self.who.setText(self.tr("Exemplaar van {who}").format(who=who))
        self.left_out.setText(weggelaten_in_woorden(stand.weggelaten))
        last = stand.laatste
        if last is None:
            text = self.tr("Nog niet uitgegeven.")
        elif stand.anders:
            text = self.tr(
                "Er staat iets anders op dan op versie {n} van {day}. Het blad zegt dat zelf."
            ).format(n=last.versie, day=short_day(last.op))
        else:
            text = self.tr("Gelijk aan versie {n}, gegeven op {day}.").format(
                n=last.versie, day=short_day(last.op)
            )
        self.state.setText(text)

    def _show_all(self, wie: list[str]) -> None:
        empty(self._all)
        every = self.tr("&Alle {n} bewaren…").format(n=len(wie))
        self._all.addWidget(button(every, partial(self._keep, wie), kind="primary"))
        locked = self.tr("Alle {n} met wacht&zin…").format(n=len(wie))
        self._all.addWidget(button(locked, partial(self._lock, wie)))

    def _show_rows(self, stands: dict[str, VerslagStand]) -> None:
        """The rows stay as long as their person does, so that the focus stays too."""
        shown = {een: _tag(stand) for een, stand in stands.items()}
        known = {een: row.property("tag") for een, row in self._buttons.items()}
        if known == {een: tag[0] for een, tag in shown.items()}:
            return
        focused = next((een for een, row in self._buttons.items() if row.hasFocus()), "")
        empty(self._rows)
        self._buttons = {}
        for een, tag in shown.items():
            made = RowButton(
                literal(reading.naam(self._session, een)),
                reading.functie(self._session, een),
                [tag],
                partial(self.look, een),
                flat=True,
            )
            made.setProperty("tag", tag[0])
            made.setCheckable(True)
            made.setChecked(een == self.chosen)
            self._buttons[een] = made
            self._rows.addWidget(made)
        if focused in self._buttons:
            self._buttons[focused].setFocus()

    def _show_given(self) -> None:
        empty(self._given)
        found = register(self._session.opslag, overleg=self.overleg.id)
        self._given_card.setVisible(bool(found))
        for paper in found:
            who = reading.naam(self._session, paper.ontvanger)
            locked = self.tr(" · met wachtzin") if paper.beveiligd else ""
            said = self.tr("{day} · {kind} versie {n} · {who}{locked}").format(
                day=short_day(paper.op),
                kind=SOORTEN[paper.soort],
                n=paper.versie,
                who=who,
                locked=locked,
            )
            self._given.addWidget(PlainLabel(said))
            som = self.tr("som {sum}").format(sum=paper.sha256[:SUM_LETTERS])
            self._given.addWidget(PlainLabel(som, kind="small"))

    def _keep_one(self) -> None:
        self._keep([self.chosen])

    def _lock_one(self) -> None:
        self._lock([self.chosen])

    def _keep(self, wie: Sequence[str]) -> None:
        """Asks for a folder and makes them one by one."""
        acts = [VerslagMaken(overleg=self.overleg.id, ontvanger=een) for een in wie]
        self._desk.exporter.ask_folder(self.window(), acts)

    def _lock(self, wie: Sequence[str]) -> None:
        """As `_keep`; afterwards every wachtzin is shown once."""
        acts = [VerslagBeveiligen(overleg=self.overleg.id, ontvanger=een) for een in wie]
        self._desk.exporter.ask_folder(self.window(), acts)


def _tag(stand: VerslagStand) -> Tag:
    last = stand.laatste
    if last is None:
        return ("nog niet", "")
    if stand.anders:
        return (f"▲ anders dan versie {last.versie}", "warn")
    return (f"✓ versie {last.versie}", "good")


def recipients(desk: "Desk", overleg: Overleg) -> list[str]:
    """The voorzitter and everybody who has a seat at one of its casussen."""
    found = [overleg.voorzitter]
    for punt in reading.agenda(desk.session, overleg.id):
        found += [seat.professional for seat in reading.seats(desk.session, punt)]
    return list(dict.fromkeys(found))
