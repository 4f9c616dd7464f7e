"""The seats of one casus, while they are given."""

from collections.abc import Iterator
from functools import partial

from casus_app.domein.overleg import Bespreking, Stand
from ui.overleg.casus_card import CasusCard
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
    panel.new_person.show()


def _agenderen(workspace: Workspace, punt: Bespreking) -> None:
    workspace.show_overleg(punt.overleg)
    agenda = workspace.overleg.agenda
    for card in agenda.cards.values():
        card.unfold(shown=False)
    agenda.agenderen.finder.edit.setText("k")
    workspace.overleg.area.ensureWidgetVisible(agenda.agenderen)
