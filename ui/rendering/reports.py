"""The verslagen of an overleg that is vastgesteld: looked at, as words, and with a wachtzin."""

from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.overleg import Overleg
from ui.rendering.stage import Scene, Stage
from ui.verslagen.reports_part import recipients
from ui.verslagen.secret_dialog import Secret, SecretDialog
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The last recipient's page, its words, and the dialog with five words."""
    done = [overleg for overleg in stage.session.zoek(Overleg) if overleg.vastgesteld]
    if not done:
        return
    look = partial(_look, workspace, done[-1])
    yield Scene("verslag-bekijken", partial(stage.go, look))
    yield Scene("verslag-als-tekst", partial(stage.go, partial(look, as_text=True)))
    yield Scene("verslag-wachtzin", partial(_secret, workspace))


def _look(workspace: Workspace, overleg: Overleg, *, as_text: bool = False) -> None:
    workspace.show_overleg(overleg.id)
    reports = workspace.overleg.reports
    if reports is None:
        return
    if reports.view.as_text != as_text:
        reports.turn()
    reports.look(recipients(workspace.desk, overleg)[1])


def _secret(workspace: Workspace) -> QWidget:
    """Words of an example; the real ones are seen once."""
    secrets = [
        Secret(
            "R. van Dongen, wijkagent",
            "verslag-wk48-wijkagent-beveiligd.pdf",
            "molen kachel zeep wolk tulp",
        ),
        Secret(
            "P. Hendriks, consulent leefbaarheid",
            "verslag-wk48-leefbaar-beveiligd.pdf",
            "haring plank vonk geit lepel",
        ),
    ]
    dialog = SecretDialog(workspace.desk, secrets, workspace.window())
    dialog.open()
    return dialog
