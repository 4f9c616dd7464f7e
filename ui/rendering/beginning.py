"""A new kluis: every place says what will be there and offers the first step.

And what it looks like on a computer that leaves something readable.
"""

from collections.abc import Iterator
from functools import partial

from casus_app.computer import Computer, Stand
from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from ui.computer.part import ComputerPart
from ui.rendering.nothing import LegeOpslag, no_paper
from ui.rendering.stage import Scene, Stage
from ui.session import Session
from ui.workspace import Workspace

OPEN = Computer(schijf=Stand.OPEN, wissel=Stand.OPEN)


def scenes(stage: Stage) -> Iterator[Scene]:
    """Every place of the rail, empty."""
    practice = stage.session.werkbank
    werkbank = Werkbank(LegeOpslag(), practice.klok, practice.catalogus, no_paper)
    workspace = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
    for place in workspace.places:
        go = partial(workspace.show_place, place.name)
        yield Scene(f"leeg-{place.name}", partial(stage.go, go))
    stage.leave()
    workspace = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
    workspace.desk.computer = OPEN
    yield Scene("computer-vandaag", partial(stage.go, partial(workspace.show_place, "vandaag")))
    yield Scene("computer", partial(stage.go, partial(_ask, workspace)))
    stage.leave()


def _ask(workspace: Workspace) -> None:
    workspace.show_place("instellingen")
    workspace.findChildren(ComputerPart)[-1].unfold()
