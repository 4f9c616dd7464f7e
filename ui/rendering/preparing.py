"""The pages of the coördinator."""

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from casus_app.domein.overleg import Deelname, Overleg
from casus_app.handelingen.overleg import (
    BetrokkeneUitnodigen,
    OverlegAgenderen,
    OverlegPlannen,
)
from casus_app.handelingen.stoelen import DeelnameIntrekken
from casus_app.handelingen.uitnodigen import OverlegUitnodigen
from casus_app.handelingen.volgorde import OverlegPauzeren
from ui import reading
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace

if TYPE_CHECKING:
    from casus_app.handelingen import Handeling


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The lists, and every overleg with its agenda and its tafelindeling."""
    yield Scene("vandaag", lambda: stage.go(lambda: workspace.show_place("vandaag")))
    yield Scene("instellingen", lambda: stage.go(lambda: workspace.show_place("instellingen")))
    yield Scene("overleggen", lambda: stage.go(workspace.show_overview))
    yield Scene("casussen", lambda: stage.go(workspace.show_casussen))
    for overleg in stage.session.zoek(Overleg):
        name = "overleg-vastgesteld" if overleg.vastgesteld else "overleg"
        yield Scene(name, partial(stage.go, partial(workspace.show_overleg, overleg.id)))
        if not overleg.vastgesteld and reading.agenda(stage.session, overleg.id):
            yield from _checking(stage, workspace, overleg)
            yield from _sending(stage, workspace, overleg.id)
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


def _sending(stage: Stage, workspace: Workspace, overleg: str) -> Iterator[Scene]:
    """The first invitations, and after a change who has to hear of it."""
    yield Scene("overleg-uitnodigen", partial(stage.go, workspace.overleg.invite))
    done: list[bool] = []
    show = partial(_change, stage, overleg, done)
    yield Scene("overleg-nazenden", partial(stage.go, show))
    for _ in filter(None, done):
        stage.session.undo()
    workspace.overleg.switch()


def _change(stage: Stage, overleg: str, done: list[bool]) -> None:
    """Everybody invited; then somebody need not come and there is a pause after the first."""
    first, *_, last = reading.agenda(stage.session, overleg) * 2
    stage.session.perform(OverlegUitnodigen(overleg=overleg))
    for stoel in stage.session.zoek(Deelname, overleg=overleg, casus=last.casus)[:1]:
        away = DeelnameIntrekken(
            overleg=overleg,
            casus=last.casus,
            professional=stoel.professional,
            reden="Toch niet nodig.",
        )
        done.append(stage.session.perform(away))
    pause = OverlegPauzeren(overleg=overleg, plek=first.plek, minuten=10)
    done.append(stage.session.perform(pause))


def _checking(stage: Stage, workspace: Workspace, overleg: Overleg) -> Iterator[Scene]:
    """A new overleg where it is not decided yet whether the betrokkenen are invited."""
    agenda = reading.agenda(stage.session, overleg.id)
    nieuw = replace(overleg, id="vluchtcheck", begin="13:00")
    acts: list[Handeling] = [
        OverlegPlannen(
            id=nieuw.id,
            datum=nieuw.datum,
            begin=nieuw.begin,
            plaats=nieuw.plaats,
            voorzitter=nieuw.voorzitter,
        )
    ]
    acts += [
        OverlegAgenderen(
            overleg=nieuw.id, casus=punt.casus, minuten=punt.minuten, vraag=punt.vraag
        )
        for punt in agenda
    ]
    acts += [BetrokkeneUitnodigen(overleg=nieuw.id, casus=punt.casus) for punt in agenda[:1]]
    done = [act for act in acts if stage.session.perform(act)]
    yield Scene(
        "overleg-vluchtcheck", partial(stage.go, partial(workspace.show_overleg, nieuw.id))
    )
    for _ in done:
        stage.session.undo()
    workspace.show_overleg(overleg.id)
