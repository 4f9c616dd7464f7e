"""The casus at the table, step by step."""

from collections.abc import Iterator
from functools import partial

from casus_app.domein.overleg import Bespreking
from ui.rendering.practice import to_the_table
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The first casus that can open, at each step."""
    punt = to_the_table(stage.session)
    if punt is None:
        return
    for step, (text, _) in enumerate(workspace.casus.steps):
        show = partial(_at, workspace, punt, step)
        yield Scene(f"tafel-{text.lower()}", partial(stage.go, show))


def _at(workspace: Workspace, punt: Bespreking, step: int) -> None:
    workspace.show_casus(punt.overleg, punt.casus)
    workspace.casus.go_to(step)
