"""The meeting: the door between two casussen, the table at each step, and a hamerstuk."""

from collections.abc import Iterator
from functools import partial

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import SoortHouding
from ui import reading
from ui.rendering.practice import to_the_table
from ui.rendering.stage import Scene, Stage
from ui.tafel.steps import TEXTS, Step
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The first casus that can open, at the door and at each step; then one that waits."""
    waiting = stage.session.zoek(Bespreking, stand=Stand.GEPLAND)
    if waiting and reading.open_punt(stage.session) is None:
        first = waiting[0]
        yield Scene("deurwissel", partial(stage.go, partial(_door, workspace, first)))
        yield Scene("voorlezen", partial(stage.go, partial(_read_out, workspace, first)))
    punt = to_the_table(stage.session)
    if punt is None:
        return
    for step in Step:
        show = partial(_at, workspace, punt, step)
        yield Scene(f"tafel-{TEXTS[step].name.lower()}", partial(stage.go, show))
    others = stage.session.zoek(Bespreking, stand=Stand.GEPLAND)
    if others:
        yield Scene("deurwissel-volgende", partial(stage.go, partial(_door, workspace, others[0])))


def _door(workspace: Workspace, punt: Bespreking) -> None:
    workspace.show_casus(punt.overleg, punt.casus)


def _read_out(workspace: Workspace, punt: Bespreking) -> None:
    _door(workspace, punt)
    workspace.casus.change.matches.emit()


def _at(workspace: Workspace, punt: Bespreking, step: Step) -> None:
    workspace.show_casus(punt.overleg, punt.casus)
    staat = workspace.casus.staat
    workspace.casus.go_to(step)
    if step is Step.OORDEEL and staat.room[2:]:
        first, *_, last = staat.room
        staat.let_speak(staat.room[1])
        quiet = [seat for seat in staat.seats if seat.professional == last]
        if quiet and quiet[0].houding is None:
            workspace.casus.door.toggle(last, SoortHouding.LUISTERT)
        workspace.casus.door.look_at(first)
