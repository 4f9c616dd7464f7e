"""The seats of one casus, while they are given."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import partial

from casus_app.domein.mensen import Professional
from casus_app.domein.overleg import Bespreking, Overleg, Stand
from casus_app.handelingen.overleg import OverlegAgenderen, OverlegPlannen
from ui.overleg.casus_card import CasusCard
from ui.pages.overview_page import OverviewPage
from ui.rendering.stage import Scene, Stage
from ui.stoelen.seats_panel import SeatsPanel
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The seats, a search, a seat that asks for more, somebody new, and the agenda."""
    punten = stage.session.zoek(Bespreking, stand=Stand.GEPLAND)
    if not punten:
        return
    at = partial(_at, stage, workspace, punten[0])
    yield Scene("stoelen", partial(stage.go, at))
    yield Scene("stoelen-zoeken", partial(stage.go, lambda: _typed(at(), "e")))
    yield Scene("stoelen-vragen", partial(stage.go, lambda: _taken(at())))
    yield Scene("stoelen-nieuw", partial(stage.go, lambda: _new(at())))
    yield Scene("stoelen-vraagkaart", partial(stage.go, lambda: _card(at())))
    last = partial(_previous, stage, workspace, punten[0])
    yield Scene("stoelen-vorige-keer", partial(stage.go, last))
    yield Scene("overleg-plannen", partial(stage.go, partial(_plannen, workspace)))
    yield Scene("agenderen", partial(stage.go, partial(_agenderen, workspace, punten[0])))


def _at(stage: Stage, workspace: Workspace, punt: Bespreking) -> SeatsPanel:
    del stage
    page = workspace.overleg
    if page.tafelindeling is not None:
        page.switch()
    workspace.show_overleg(punt.overleg)
    card = page.agenda.cards[punt.casus]
    card.unfold()
    panel = _panel(card)
    panel.ask_again()
    page.area.ensureWidgetVisible(panel)
    return panel


def _panel(card: CasusCard) -> SeatsPanel:
    if card.panel is None:
        raise RuntimeError
    return card.panel


def _typed(panel: SeatsPanel, text: str) -> None:
    panel.finder.setFocus()
    panel.finder.edit.setText(text)


def _taken(panel: SeatsPanel) -> None:
    _typed(panel, "e")
    found = panel.finder.list
    panel.finder.taken.emit(found.item(0).data(256))


def _new(panel: SeatsPanel) -> None:
    panel.finder.taken.emit(f"nieuw:{_a_partij(panel)}")


def _card(panel: SeatsPanel) -> None:
    panel.finder.taken.emit(f"kaart:{_a_partij(panel)}")
    panel.card_form.vraag.setText("Is hij deze maand op zijn afspraken gekomen?")


def _a_partij(panel: SeatsPanel) -> str:
    return panel.session.zoek(Professional)[-1].partij


def _previous(stage: Stage, workspace: Workspace, punt: Bespreking) -> None:
    """A second overleg, where the people of the first are proposed again."""
    session, later = stage.session, "later"
    first = session.haal(Overleg, punt.overleg)
    if first is not None and session.haal(Overleg, later) is None:
        session.perform(
            OverlegPlannen(
                id=later,
                datum=first.datum + timedelta(days=14),
                begin=first.begin,
                plaats=first.plaats,
                voorzitter=first.voorzitter,
            )
        )
    if session.haal(Bespreking, later, punt.casus) is None:
        session.perform(
            OverlegAgenderen(overleg=later, casus=punt.casus, minuten=20, vraag="Werkt het?")
        )
    _at(stage, workspace, replace(punt, overleg=later))


def _plannen(workspace: Workspace) -> None:
    workspace.show_overview()
    workspace.page(OverviewPage).plan()


def _agenderen(workspace: Workspace, punt: Bespreking) -> None:
    workspace.show_overleg(punt.overleg)
    agenda = workspace.overleg.agenda
    for card in agenda.cards.values():
        card.unfold(shown=False)
    agenda.agenderen.finder.edit.setText("k")
    workspace.overleg.area.ensureWidgetVisible(agenda.agenderen)
