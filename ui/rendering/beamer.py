"""The beamer, as the room sees it: on a large screen and on a small one."""

from collections.abc import Callable, Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Bespreking
from ui.beamer.beamer import BeamerWindow
from ui.rendering.practice import to_the_table
from ui.rendering.stage import LARGE, Scene, Stage
from ui.tafel.steps import Step
from ui.workspace import Workspace

SMALL = (1024, 768)
"""An old beamer."""


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """Between two casussen, the beeld, the afspraken and the matrix; and the private window."""
    surface = BeamerWindow()
    for name, size in (("", LARGE), ("-klein", SMALL)):
        waiting = partial(_waiting, stage, surface, size)
        yield Scene(f"beamer-tussen{name}", waiting)
        punt = to_the_table(stage.session)
        if punt is None:
            continue
        for step in (Step.BEELD, Step.BESLUIT, Step.MEENEMEN):
            go = partial(_go, workspace, punt, step)
            show = partial(_at, stage, surface, go, size)
            yield Scene(f"beamer-{step.name.lower()}{name}", show)
    yield Scene("beamer-vraag", partial(stage.go, partial(_asked, stage)))
    yield Scene("beamer-prive", partial(_private, stage))
    stage.window.turn_private()
    surface.close()
    surface.deleteLater()


def _waiting(stage: Stage, surface: BeamerWindow, size: tuple[int, int]) -> QWidget:
    surface.resize(*size)
    surface.show()
    surface.view.show_beeld(stage.window.beamer.beeld(met_casus=False))
    return surface


def _go(workspace: Workspace, punt: Bespreking, step: Step) -> None:
    workspace.show_casus(punt.overleg, punt.casus)
    workspace.casus.go_to(step)


def _at(
    stage: Stage, surface: BeamerWindow, go: Callable[[], object], size: tuple[int, int]
) -> QWidget:
    go()
    surface.resize(*size)
    surface.show()
    surface.view.show_beeld(stage.window.beamer.beeld())
    return surface


def _asked(stage: Stage) -> None:
    stage.window.beamer.asked.emit(True)


def _private(stage: Stage) -> QWidget:
    stage.window.beamer.asked.emit(False)
    stage.window.turn_private()
    return stage.window
