"""The people: one partij, a search, and an expiring statement."""

from collections.abc import Iterator
from functools import partial

from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """As one comes in, searching, and with a new partij being typed."""
    page = workspace.mensen

    def show(search: str = "") -> None:
        workspace.show_page(page)
        page.search.setText(search)

    yield Scene("mensen", partial(stage.go, show))
    yield Scene("mensen-zoeken", partial(stage.go, partial(show, "won")))
    yield Scene("mensen-niemand", partial(stage.go, partial(show, "xyzzy")))
