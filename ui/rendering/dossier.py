"""The dossiers of the practice kluis, and the forms that open in them."""

from collections.abc import Callable, Iterator
from functools import partial

from casus_app.domein.casus import Casus
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """Every casus once, and each form in the first one."""
    codes = [casus.id for casus in stage.session.zoek(Casus)]
    for code in codes:
        go = partial(workspace.show_dossier, code)
        yield Scene(f"dossier-{code.casefold()}", partial(stage.go, go))
    if not codes:
        return
    page = workspace.dossier
    for name, begin in (
        ("wegen", page.weging.begin),
        ("uitstellen", page.informering.begin_uitstellen),
        ("toestemming", page.toestemmingen.begin),
        ("kring", page.kring.begin),
        ("veilig-contact", page.contact.begin),
    ):
        show = partial(_open, workspace, codes[0], begin)
        yield Scene(f"dossier-{name}", partial(stage.go, show))
    page.show_casus("")


def _open(workspace: Workspace, code: str, begin: Callable[[], None]) -> None:
    workspace.dossier.show_casus("")
    workspace.show_dossier(code)
    begin()
