"""A casus that goes out and one that comes in."""

import json
from collections.abc import Iterator
from functools import partial

from PySide6.QtWidgets import QWidget

from casus_app.domein.casus import Casus
from casus_app.domein.instelling import HUIS, Instelling
from casus_app.opmaak import Opdruk
from casus_app.overgang import schrijf
from ui.overgang.invoeren_dialog import InvoerenDialog
from ui.rendering.stage import Scene, Stage
from ui.workspace import Workspace


def scenes(stage: Stage, workspace: Workspace) -> Iterator[Scene]:
    """The form to let one out, and the preview of one that is right and one that is not."""
    yield Scene("casus-uitvoeren", partial(_out, stage, workspace))
    yield Scene("casus-invoeren", partial(_in, stage, workspace, right=True))
    yield Scene("casus-invoeren-fout", partial(_in, stage, workspace, right=False))


def _out(stage: Stage, workspace: Workspace) -> QWidget:
    stage.go(workspace.show_overview)
    code = stage.session.zoek(Casus)[0].id
    return workspace.desk.open_act("casus.uitvoeren", {"casus": code})


def _in(stage: Stage, workspace: Workspace, *, right: bool) -> QWidget:
    """The first casus of the practice kluis as another house would send it."""
    stage.go(workspace.show_overview)
    dialog = InvoerenDialog(workspace.desk, stage.window)
    dialog.open()
    dialog.show_casus(_content(stage, right=right))
    return dialog


def _content(stage: Stage, *, right: bool) -> bytes:
    session = stage.session
    casus, huis = session.zoek(Casus)[0], session.haal(Instelling, HUIS)
    if huis is None:
        raise AssertionError("de oefenkluis is ingericht")
    opdruk = Opdruk(session.oefening, session.vandaag())
    opslag, catalogus = session.werkbank.opslag, session.catalogus
    made = schrijf(opslag, catalogus, huis, casus, opdruk, ontvanger="Ons huis", reden="Over")
    text = made.inhoud.decode().replace(casus.id, "K-2699")
    for word in ("afspraak", "inbreng", "overleg", "toestemming", "verzoek", "vraagkaart"):
        for row in json.loads(text)["waarden"][word]:
            text = text.replace(f'"{row["id"]}"', f'"{row["id"]}-x"')
    for row in json.loads(text)["waarden"]["professional"][:2]:
        text = text.replace(f'"{row["id"]}"', f'"{row["id"]}-x"')
    text = text.replace('"huis": {\n  "naam": "', '"huis": {\n  "naam": "ZVH Elders, voorheen ')
    if not right:
        text = text.replace('"grondslag": "', '"grondslag": "oud-').replace(
            '"vernietigen_op": "20', '"vernietigen_op": "21', 1
        )
    return text.encode()
