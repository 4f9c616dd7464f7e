"""All scenes, in the order in which one meets them; each part of the program adds its own."""

from collections.abc import Callable, Iterator

from ui.rendering import (
    afterwards,
    beamer,
    beginning,
    dossier,
    forms,
    full_table,
    kluis,
    logboek,
    mensen,
    overgang,
    preparing,
    reports,
    stoelen,
    table,
    vraagkaart,
)
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace

PARTS: tuple[Callable[[Stage, Workspace], Iterator[Scene]], ...] = (
    preparing.scenes,
    reports.scenes,
    stoelen.scenes,
    dossier.scenes,
    mensen.scenes,
    table.scenes,
    full_table.scenes,
    beamer.scenes,
    forms.scenes,
    vraagkaart.scenes,
    logboek.scenes,
    overgang.scenes,
    afterwards.scenes,
)


def scenes(stage: Stage) -> Iterator[Scene]:
    """From the locked kluis to the last dialog."""
    yield Scene("kluis-openen", lambda: stage.unlock(making=False))
    yield Scene("kluis-maken", lambda: stage.unlock(making=True))
    yield from beginning.scenes(stage)
    yield from kluis.scenes(stage)
    for part in PARTS:  # some leave for a kluis of their own: then there is a new workspace
        yield from part(stage, stage.window.workspace or stage.enter())
    stage.leave()
