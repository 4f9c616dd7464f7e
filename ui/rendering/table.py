"""The meeting: the door between two casussen, the table at each step, and a hamerstuk."""

from collections.abc import Iterator
from functools import partial

from casus_app.domein.overleg import Bespreking, Stand
from casus_app.domein.tafel import SoortHouding
from ui import reading
from ui.rendering.practice import to_the_table
from ui.rendering.stage import Scene, Stage
from ui.tafel.invoer.stamp import Phase
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
    yield from _line(stage, workspace, punt)
    others = stage.session.zoek(Bespreking, stand=Stand.GEPLAND)
    if others:
        yield Scene("deurwissel-volgende", partial(stage.go, partial(_door, workspace, others[0])))


def _line(stage: Stage, workspace: Workspace, punt: Bespreking) -> Iterator[Scene]:
    """The input line at each of its questions, and an afspraak of which something is missing."""
    secret = next((s for s in workspace.casus.staat.seats if s.present and s.secret), None)
    for name, phase in (("spreker", 0), ("soort", 1), ("weg", 2), ("woorden", 5)):
        if secret is not None:
            show = partial(_asked, workspace, punt, secret.professional, phase)
            yield Scene(f"invoer-{name}", partial(stage.go, show))
    for name, text in (("half", "contact houden"), ("heel", "2 huisbezoek brengen vr")):
        show = partial(_agreed, workspace, punt, text)
        yield Scene(f"invoer-afspraak-{name}", partial(stage.go, show))


def _asked(workspace: Workspace, punt: Bespreking, who: str, phase: int) -> None:
    _at(workspace, punt, Step.BEELD)
    line = workspace.casus.line.stamp
    model = line.model
    model.start()
    if phase > Phase.SPEAKER:
        workspace.casus.staat.let_speak(who)
        model.choose_speaker(who)
    while model.phase < phase and (found := [c for c in model.caps() if c.possible and c.key]):
        model.choose(found[0])
        if model.phase is Phase.REASON:
            model.type_words("De behandelaar zegt dat wachten te lang duurt.")
            model.enter()
    model.type_words("Iemand belde in de nacht met 0612345678.")
    line.show_again()


def _agreed(workspace: Workspace, punt: Bespreking, text: str) -> None:
    _at(workspace, punt, Step.BESLUIT)
    workspace.casus.line.afspraak.edit.setText(text)


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
