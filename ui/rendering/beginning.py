"""A new kluis: every place says what will be there and offers the first step."""

from collections.abc import Iterator
from functools import partial

from casus_app.rollen import Gebruikersrol, gebruiker_met
from casus_app.werkbank import Werkbank
from ui.rendering.nothing import LegeOpslag, no_paper
from ui.rendering.stage import Scene, Stage
from ui.session import Session


def scenes(stage: Stage) -> Iterator[Scene]:
    """Every place of the rail, empty."""
    practice = stage.session.werkbank
    werkbank = Werkbank(LegeOpslag(), practice.klok, practice.catalogus, no_paper)
    workspace = stage.enter(Session(werkbank, gebruiker_met(Gebruikersrol.COORDINATOR)))
    for place in workspace.places:
        go = partial(workspace.show_place, place.name)
        yield Scene(f"leeg-{place.name}", partial(stage.go, go))
    stage.leave()
