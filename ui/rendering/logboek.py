"""The logboek: everything, what was refused, and a chain that is whole."""

from collections.abc import Iterator
from functools import partial

from casus_app.poorten import GEWEIGERD, Logstand
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """As one comes in; narrowed; after a check; and the form to take it along."""
    workspace.show_place("logboek")
    page = workspace.logboek
    yield Scene("logboek", partial(stage.go, partial(workspace.show_place, "logboek")))
    page.filter.outcome.set_value(GEWEIGERD)
    page.filter.period.set_value("kiezen")
    yield Scene("logboek-geweigerd", partial(stage.go, partial(workspace.show_place, "logboek")))
    page.filter.clear()
    whole = partial(page.check.show_stand, Logstand(heel=True, regels=1204, laatste="4f" * 32))
    yield Scene("logboek-heel", partial(stage.go, whole))
    broken = partial(page.check.show_stand, Logstand(False, 1204, "4f" * 32, 311))
    yield Scene("logboek-gebroken", partial(stage.go, broken))
    page.check.told.clear()
    yield Scene("logboek-exporteren", page.export)
    account = workspace.verantwoording
    for tab, name in enumerate(("register", "rechten", "toetsen", "jaarbeeld")):
        account.tabs.setCurrentIndex(tab)
        show = workspace.show_verantwoording
        yield Scene(f"verantwoording-{name}", partial(stage.go, show))
