"""The pages of the coördinator."""

from collections.abc import Iterator
from functools import partial

from casus_app.domein.overleg import Overleg
from casus_app.handelingen.volgorde import OverlegPauzeren
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The lists, and every overleg with its agenda and its tafelindeling."""
    yield Scene("vandaag", lambda: stage.go(lambda: workspace.show_place("vandaag")))
    yield Scene("instellingen", lambda: stage.go(lambda: workspace.show_place("instellingen")))
    yield Scene("overleggen", lambda: stage.go(workspace.show_overview))
    yield Scene("casussen", lambda: stage.go(workspace.show_casussen))
    for overleg in stage.session.zoek(Overleg):
        name = "overleg-vastgesteld" if overleg.vastgesteld else "overleg"
        yield Scene(name, partial(stage.go, partial(workspace.show_overleg, overleg.id)))
        if not overleg.vastgesteld:
            yield Scene("overleg-tafelindeling", partial(stage.go, workspace.overleg.switch))
            workspace.overleg.switch()
            pause = partial(_pause, stage, workspace, overleg.id)
            yield Scene("overleg-pauze", partial(stage.go, pause))


def _pause(stage: Stage, workspace: Workspace, overleg: str) -> None:
    """A quarter of an hour after the second casus, and the question how long it is."""
    stage.session.perform(OverlegPauzeren(overleg=overleg, plek=2, minuten=15))
    workspace.overleg.switch()
    if workspace.overleg.tafelindeling is not None:
        workspace.overleg.tafelindeling.ask_pause()
